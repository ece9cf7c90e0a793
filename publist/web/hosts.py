"""The table of servers that publist asks, each with its address, its pace and its key.

A source of the pace stands beside each; where a server says its limits in its headers, these count.
"""

from __future__ import annotations

from publist.records import NamedTuple


class Key(NamedTuple):
    """A key of the user's, from the environment, e.g. ``Key("ADS_API_TOKEN", "Authorization", "Bearer {}")``.

    It goes into the header, or into the parameter of the address if ``parameter`` says so.
    """

    variable: str
    header: str = ""
    form: str = "{}"
    parameter: str = ""


class Host(NamedTuple):
    """A server: ``address`` is what paths are put behind, ``also`` are hosts to which it redirects.

    ``pace`` is the least number of seconds from one request to the next; there is one connection to each.
    """

    name: str
    address: str
    pace: float
    also: tuple[str, ...] = ()
    accept: str = "application/json"
    key: Key | None = None
    contact: str = ""  # the parameter that takes the user's address, beside the header


HOSTS: dict[str, Host] = {
    host.name: host
    for host in (
        # info.orcid.org/documentation/integration-guide, "API limits": 24 in a second
        Host("orcid", "https://pub.orcid.org/v3.0/", 0.2),
        # dblp.org/faq, "rate limit": one or two seconds between requests
        Host("dblp", "https://dblp.org/", 2, ("dblp.uni-trier.de",), "application/xml, application/json"),
        # www.crossref.org/documentation/retrieve-metadata/rest-api: lists once in a second, else by headers
        Host("crossref", "https://api.crossref.org/", 1, contact="mailto"),
        # citation.doi.org: content negotiation of all agencies
        Host(
            "doi", "https://doi.org/", 0.5,
            ("data.crosscite.org", "data.datacite.org", "data.crossref.org", "citation.doi.org"),
            "application/vnd.citationstyles.csl+json",
        ),
        # info.arxiv.org/help/api/tou: one request in three seconds, one connection
        Host("arxiv", "https://export.arxiv.org/", 3, ("arxiv.org",), "application/atom+xml"),
        # github.com/inspirehep/rest-api-doc, "Rate limiting": 15 in five seconds
        Host("inspire", "https://inspirehep.net/api/", 0.4),
        # docs.openalex.org, "Rate limits and authentication": 10 in a second
        Host(
            "openalex", "https://api.openalex.org/", 0.2,
            key=Key("OPENALEX_API_KEY", parameter="api_key"), contact="mailto",
        ),
        # www.zotero.org/support/dev/web_api/v3/basics, "Rate limiting": by its headers
        Host("zotero", "https://api.zotero.org/", 0.5, key=Key("ZOTERO_API_KEY", "Zotero-API-Key")),
        # ui.adsabs.harvard.edu/help/api: 5000 in a day
        Host(
            "ads", "https://api.adsabs.harvard.edu/v1/", 0.5,
            key=Key("ADS_API_TOKEN", "Authorization", "Bearer {}"),
        ),
        # www.ncbi.nlm.nih.gov/books/NBK25497: three in a second without a key
        Host(
            "pubmed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", 0.4, accept="application/xml",
            key=Key("NCBI_API_KEY", parameter="api_key"), contact="email",
        ),
    )
}  # fmt: skip
