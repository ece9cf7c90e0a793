"""Hosts on which a work with a DOI has the page that the DOI leads to.

A link to such a page beside the DOI's would lead to one place twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from publist.patterns import pattern

_HOST = pattern(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)

# Publishers, their older hosts and resolvers, and indexes that only say where a work is.
_HOSTS = frozenset(
    """
    aanda.org academic.oup.com aes.org afs-journal.org ametsoc.org ams.org annualreviews.org
    ascelibrary.org asm.org asmedigitalcollection.asme.org bepress.com biomedcentral.com bmj.com
    brill.com cairn.info cambridge.org cell.com computer.org content.wkhealth.com copernicus.org
    cshlp.org degruyter.com demographic-research.org direct.mit.edu dl.acm.org drops.dagstuhl.de
    ebscohost.com edpsciences.org emerald.com emeraldinsight.com epj-conferences.org epj-n.org
    epubs.siam.org esajournals.org exlibris.link frontiersin.org hindawi.com ieeexplore.ieee.org
    informaworld.com ingentaconnect.com insights.ovid.com int-res.com intechopen.com iopscience.iop.org
    iospress.com jamanetwork.com journals.aps.org journals.lww.com journals.openedition.org
    journals.plos.org jstatsoft.org jstor.org karger.com liebertpub.com link.aip.org link.aps.org
    link.springer.com linkinghub.elsevier.com mdpi.com mitpressjournals.org muse.jhu.edu nature.com
    nowpublishers.com nrcresearchpress.com opg.optica.org opticsexpress.org opticsinfobase.org osa.org
    osapublishing.org ovidsp.ovid.com oxfordhandbooks.com oxfordjournals.org peerj.com persee.fr
    plosone.org pnas.org portal.acm.org projecteuclid.org pubs.acs.org pubs.aip.org
    pubsonline.informs.org royalsocietypublishing.org rsc.org rupress.org sagepub.com scholar.google.com
    scielo.br scielo.cl science.org sciencedirect.com sciencemag.org scitation.org scopus.com
    serialssolutions.com spiedigitallibrary.org springerlink.com stacks.iop.org tandfonline.com
    taylorfrancis.com thelancet.com thieme-connect.com thieme-connect.de webofknowledge.com
    webofscience.com wiley.com world-scientific.com worldscientific.com
    """.split()
)
# Repositories hold what belongs to a work as well: only their own DOIs lead to their pages.
_REPOSITORIES = {
    "zenodo.org": "10.5281/", "figshare.com": "10.6084/", "nber.org": "10.3386/",
    "researchsquare.com": "10.21203/", "authorea.com": "10.22541/",
}  # fmt: skip
# An article of Elsevier's, which societies show on their own hosts: "/article/S0022-5223(18)32025-7/abstract"
_OF_ELSEVIER = pattern(r"/article/P?I?I?S\d{4}-\d{3}[\dX](?:\(|%28)\d\d(?:\)|%29)\d{5}-[\dX]")


def has_page(url: str, dois: Collection[str]) -> bool:
    """Whether an address is on a host to whose page one of the DOIs (in lower case) leads anyway.

    >>> has_page("https://www.sciencedirect.com/science/article/pii/S09594752", ["10.1016/j.x.2009"])
    True
    >>> has_page("https://zenodo.org/record/4637259", ["10.1016/j.x.2009"])
    False
    """
    if url.rstrip("/").rpartition("/")[2].lower() in dois:  # "osf.io/preprints/psyarxiv/ab1cd"
        return True
    match = _HOST.match(url)
    host = match[1].lower() if match else ""
    if "proxy." in host or _OF_ELSEVIER.search(url):  # what a library's proxy shows is for its own readers
        return True
    while "." in host:
        if host in _HOSTS:
            return True
        if host in _REPOSITORIES:
            return any(doi.startswith(_REPOSITORIES[host]) for doi in dois)
        host = host.partition(".")[2]
    return False
