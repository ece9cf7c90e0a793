r"""Identifiers of works and people: what they look like, in which shapes they come, and where they lead.

>>> Identifier.parse("arxiv", "arXiv:2401.01234v2 [cs.CL]")
Identifier(kind='arxiv', value='2401.01234v2')
>>> Identifier.parse("doi", "dx.doi.org/10.1000/x").url
'https://doi.org/10.1000/x'

Sources: arXiv (info.arxiv.org/help/arxiv_identifier.html), the DOI handbook (2.2), ISO 2108 (ISBN), ISO 3297
(ISSN), ISO 27729 (ORCID's check digit), RFC 3650 (handles), and for the others the addresses of their sites.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from publist.patterns import pattern
from publist.records import NamedTuple


class _Kind(NamedTuple):
    """``shape`` is the bare identifier, ``before`` what may stand before it: its name, or an address.

    ``address`` is where it leads, "" if nowhere; ``after`` is what may follow and says nothing more.
    """

    label: str
    address: str
    shape: str = r"\S+"
    before: str = ""
    after: str = ""


_BEFORE_DOI = r"(?:doi:?\s*)?(?:(?:https?://)?(?:(?:(?:www|dx)\.)?doi\.org|doi\.acm\.org)/)?(?:doi:\s*)?"
# The handbook's form, and that of shortdoi.org: 10/gmhk73.
_DOI = r"(?:10\.\d{4,9}(?:\.\d+)*/\S+|10/(?=[0-9]*[a-z])[0-9a-z]{4,10})"
_SERVER = rf"{_BEFORE_DOI}10\.1101/|(?:https?://)?(?:www\.)?{{0}}\.org/content/(?:10\.1101/)?|{{0}}:?\s*"
_KINDS: dict[str, _Kind] = {
    "arxiv": _Kind(
        "arXiv", "https://arxiv.org/abs/{}",
        r"(?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?",
        r"(?:https?://)?(?:[\w-]+\.)*arxiv\.org/(?:abs|pdf|html|format)/"
        rf"|{_BEFORE_DOI}10\.48550/arxiv\.|(?:corr,?\s*)?abs/"
        r"|(?:arxiv (?:preprint|e-prints?),?\s*)?arxiv:\s*",
        r"(?:\.pdf)?(?:\s*\[[^\]]*\]|[?#]\S*)?",
    ),
    "doi": _Kind("doi", "https://doi.org/{}", _DOI, _BEFORE_DOI),
    "pmid": _Kind(
        "PMID", "https://pubmed.ncbi.nlm.nih.gov/{}/", r"\d{1,8}",
        r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|PMID:?\s*",
        r"/?(?:[?#]\S*)?",
    ),
    "pmcid": _Kind(
        "PMCID", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/", r"PMC\d+",
        r"(?:https?://)?(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc|(?:www\.)?pmc\.ncbi\.nlm\.nih\.gov"
        r"|(?:www\.)?europepmc\.org)/articles?/|PMCID:?\s*"
        r"|(?:https?://)?www\.pubmedcentral\.nih\.gov/articlerender\.fcgi\?artid=",
        r"/?(?:[?#&]\S*)?",
    ),
    "hal": _Kind(
        "HAL", "https://hal.science/{}", r"[a-z]+[-_]\d{8}(?:v\d+)?",
        r"(?:https?://)?(?:[\w-]+\.)*(?:hal|archives-ouvertes)(?:\.[\w-]+)+/|HAL:\s*", r"/?",
    ),
    "jstor": _Kind(
        "JSTOR", "https://www.jstor.org/stable/{}", r"\d+",
        r"(?:https?://)?(?:www\.)?jstor\.org/(?:stable/)?(?:10\.2307/)?|10\.2307/|JSTOR:?\s*",
        r"(?:[?#]\S*)?",
    ),
    "handle": _Kind(
        "hdl", "https://hdl.handle.net/{}", r"\d+(?:\.\w+)*/\S+", r"(?:https?://)?hdl\.handle\.net/|hdl:\s*"
    ),
    "isbn": _Kind("ISBN", "", r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]", r"ISBN(?:-1[03])?:?\s*"),
    "issn": _Kind("ISSN", "https://portal.issn.org/resource/ISSN/{}", r"\d{4}-?\d{3}[\dX]", r"e?-?ISSN:?\s*"),
    "orcid": _Kind(
        "ORCID", "https://orcid.org/{}", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]",
        r"(?:https?://)?(?:www\.)?orcid\.org/|ORCID:?\s*", r"/?",
    ),
    "inspire": _Kind("INSPIRE", "https://inspirehep.net/literature/{}"),
    "googlebooks": _Kind("Google Books", "https://books.google.com/books?id={}"),
    "ssrn": _Kind("SSRN", "https://ssrn.com/abstract={}"),
    "biorxiv": _Kind(
        "bioRxiv", "https://www.biorxiv.org/content/10.1101/{}", before=_SERVER.format("biorxiv")
    ),
    "medrxiv": _Kind(
        "medRxiv", "https://www.medrxiv.org/content/10.1101/{}", before=_SERVER.format("medrxiv")
    ),
    "iacr": _Kind("IACR", "https://eprint.iacr.org/{}"),
}  # fmt: skip
# By what stands in an address, the kind of identifier that it may hold; the first that fits.
_HOSTS = {
    "arxiv.org/": "arxiv",
    "doi.org/10.48550/arxiv.": "arxiv",
    "doi.org/10.48550%2farxiv.": "arxiv",
    "doi.org/": "doi",
    "doi.acm.org/": "doi",
    "artid=pmc": "pmcid",
    "pubmed": "pmid",
    "/articles/pmc": "pmcid",
    "jstor.org/": "jstor",
    "hdl.handle.net/": "handle",
    "hal.": "hal",
    "archives-ouvertes.fr/": "hal",
}
_RESOLVER = "https://doi.org/"
# "10.1021/x/ASSET/IMAGES/LARGE/y.JPEG", "10.3389/x/full": the end of a publisher's address
_PAGE_OF_WORK = pattern(
    r"(?<=[^/]{3})/(?:asset/.*|full|e?pdf|abstract|abs|meta|suppl_file/.*|suppinfo|html)$", re.IGNORECASE
)
_CONTEXT = pattern("(?<=[?&])context=.*$")
_PATTERNS = {
    kind: pattern(
        rf"\s*(?<![\w.])(?:{row.before})?(?P<value>{row.shape})(?!\w)(?:{row.after})\s*", re.IGNORECASE
    )
    for kind, row in _KINDS.items()
}
_BARE_DOI = pattern(r"10\.\d{4,9}/[\w./()-]*[^\W_]", re.ASCII)
_CAPITALS = frozenset({"isbn", "issn", "orcid", "pmcid"})
ADDRESSES: dict[str, str] = {kind: row.address for kind, row in _KINDS.items()}
"""Where each kind leads, with ``{}`` for the value, e.g. ``https://doi.org/{}``; "" for an ISBN."""


class Identifier(NamedTuple):
    """An identifier without what stands around it, e.g. ``Identifier("doi", "10.1000/x")``.

    ``kind`` is a key of :data:`ADDRESSES`.
    """

    kind: str
    value: str

    @classmethod
    def parse(cls, kind: str, text: str) -> Identifier | None:
        """What a text is in whole, in any shape: bare, with its name before it, or as an address."""
        if kind == "doi" and _BARE_DOI.fullmatch(text):  # nearly all
            return cls(kind, _normal(kind, text))
        match = _PATTERNS[kind].fullmatch(text) if text else None
        return cls(kind, _normal(kind, match["value"])) if match else None

    @classmethod
    def find(cls, kind: str, text: str) -> Identifier | None:
        """The first of this kind that stands somewhere in a text."""
        match = _PATTERNS[kind].search(text)
        return cls(kind, _normal(kind, match["value"])) if match else None

    @classmethod
    @lru_cache(maxsize=1024)  # one address is asked by several
    def at(cls, url: str) -> Identifier | None:
        """The identifier to which an address leads, e.g. a DOI or PubMed's number; None for any other.

        >>> Identifier.at("https://doi.org/10.1000%2Fx")
        Identifier(kind='doi', value='10.1000/x')
        """
        low = url.lower()
        for host, kind in _HOSTS.items() if any(map(low.__contains__, _HOSTS)) else ():
            if host in low:
                if kind == "doi" and url.startswith(_RESOLVER + "10."):
                    url = url.removeprefix(_RESOLVER).partition("?")[0]
                url = unquote(url)
                return cls.parse(kind, _CONTEXT.sub("", url) if "context=" in url else url)
        return None

    @property
    def url(self) -> str:
        """Where it leads, e.g. ``https://arxiv.org/abs/2401.01234``; "" if nowhere."""
        return ADDRESSES[self.kind].format(self.value)

    @property
    def work(self) -> Identifier:
        """The identifier to compare by: one case, no hyphens, for arXiv and HAL no version."""
        value = self.value.lower()
        if self.kind in ("arxiv", "hal"):
            value = re.sub(r"v\d+$", "", value)
        elif self.kind in ("isbn", "issn"):
            value = re.sub(r"[- ]", "", value)
        return Identifier(self.kind, value)

    @property
    def is_valid(self) -> bool:
        """Whether the check digit is right; a kind that has none is always so."""
        if self.kind == "isbn":
            from stdnum import isbn

            return isbn.is_valid(self.value)
        if self.kind == "issn":
            from stdnum import issn

            return issn.is_valid(self.value)
        if self.kind == "orcid":  # a block of the ISNI
            from stdnum import isni

            return isni.is_valid(self.value)
        return True

    def __str__(self) -> str:
        """As it is cited, e.g. ``arXiv:2401.01234``."""
        return f"{_KINDS[self.kind].label}:{self.value}"


def _normal(kind: str, value: str) -> str:
    if kind == "doi":
        value = value.replace("\\", "").rstrip(".,;/")  # TeX's, doubled by DBLP's exporters: no DOI has one
        return _PAGE_OF_WORK.sub("", value) if value.count("/") > 1 else value
    return value.upper() if kind in _CAPITALS else value
