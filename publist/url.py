"""Which URLs may become links."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from publist.identifiers import Identifier
from publist.patterns import pattern

SCHEMES = frozenset({"http", "https", "mailto"})

# RFC 3986, 3.1: what stands before the first colon, if neither a path, a query nor a fragment began.
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# Nothing to ask of: http or https, a host, and characters that every URL may have.
_PLAIN = pattern(r"https?://[!#-&(-.0-;=?-_a-z|~][!#-&(-;=?-_a-z|~]*")
# Browsers drop these from an address before they read its scheme: "java\tscript:" is "javascript:".
_IGNORED = pattern(r"[\x00-\x20\x7f]+")
_NO_HOST = pattern(r"(?:https?|mailto):/*", re.IGNORECASE)
_CONTROL = pattern(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NOT_IN_URL = pattern(r"""[\s"'<>{}`]""")


def safe_url(url: str) -> str | None:
    """The URL if it may become a link, else None.

    Allowed are ``http``, ``https``, ``mailto`` and relative references, e.g. ``papers/x.pdf``.
    What no URL has (RFC 3986, 2) and an attribute, a tag or a template may end at is percent-encoded: blanks,
    quotes, angle brackets, braces, backticks.  Control characters are dropped.

        >>> safe_url("javascript:alert(1)") is None
        True
    """
    if not url:
        return None
    if _PLAIN.fullmatch(url):
        return url
    bare = _IGNORED.sub("", url)
    if not bare.rstrip("/") or _NO_HOST.fullmatch(bare):
        return None
    scheme = _SCHEME.match(bare)
    if scheme is not None and scheme[1].lower() not in SCHEMES:
        return None
    if scheme is None and ":" in re.split(r"[/?#]", bare, maxsplit=1)[0]:
        return None  # something odd before the colon: no browser should be left to guess
    return _NOT_IN_URL.sub(_encoded, _CONTROL.sub("", url.strip()))


def _encoded(match: re.Match[str]) -> str:
    return quote(match[0], safe="")


def in_braces(url: str) -> str:
    """An address for a value in braces: its own braces are percent-encoded (RFC 3986, 2.1)."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


# Parameters that say where a reader came from, never which page is meant.
_TRACKING = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid mc_cid mc_eid _hsenc _hsmi mkt_tok"
    " oly_enc_id oly_anon_id vero_id spm _ga _gl wt_mc ref_src ref_url".split()
)
_FROM_PAGE = ("http://", "https://", "http%3a%2f%2f", "https%3a%2f%2f")


def without_tracking(url: str) -> str:
    """The URL without parameters that only follow readers; all others stay, in their order.

    >>> without_tracking("https://x.org/p?id=3&utm_source=feed#s")
    'https://x.org/p?id=3#s'
    """
    if "?" not in url:
        return url
    page, sharp, fragment = url.partition("#")
    head, _, query = page.partition("?")
    kept = "&".join(part for part in query.split("&") if not _only_follows(part))
    return head + ("?" + kept if kept else "") + sharp + fragment


def _only_follows(parameter: str) -> bool:
    name, given, value = parameter.lower().partition("=")
    if name == "ref":
        return value.startswith(_FROM_PAGE)
    return bool(given) and (name in _TRACKING or (name.startswith("utm_") and name.isidentifier()))


# An address that holds a DOI and leads to a page about the work, as publishers and indexes have them:
# link.aps.org/doi/10.1103/…, dl.acm.org/doi/abs/10.1145/…, scopus.com/…&doi=10.1136%2f…
_LANDING = pattern(
    r"(?:/|[?&;](?:\w*doid?|id|article)=(?:doi:)?|doi:)(10\.\d{4,9}(?:\.\d+)*/[^?#&;\s]+)", re.IGNORECASE
)
_BEFORE_HOST = pattern(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_VIEW = pattern(
    r"(?:/(?:abstract|full|fulltext|full/html|summary|meta|html|pdf|references|v\d+)|\.(?:full|abstract|html?)"
    r"|(?<=\d)v\d+(?:\.full|\.abstract)?|\.full-text|/+)$",
    re.IGNORECASE,
)
# bioRxiv's older addresses: biorxiv.org/content/early/2017/06/12/148973
_EARLY = pattern(r"\b(?:bio|med)rxiv\.org/content/(?:\w+/)?early/\d{4}/\d\d/\d\d/([\d.]*\d)", re.IGNORECASE)
# Pages whose number a DOI has, and what stands before it there: zenodo.org/records/1, osf.io/ab1cd
_NUMBERED_PAGE = pattern(
    r"(?:zenodo\.org|osf\.io|aclanthology\.org|aclweb\.org)/(?:records?/|anthology/)?([\w.-]+)",
    re.IGNORECASE,
)
_DOI_OF_PAGE = pattern(r"10\.(?:5281/zenodo\.|\d{5}/osf\.io/|18653/v1/)(?=[\w.-]+$)")
# A file is another target than the page, and so is what comes with the work.
_FILE = pattern(
    r"/e?pdf(?:direct|plus|viewer)?(?:/|$)|\.pdf\b|pdf\.\w+\?|[./]suppl|/epub/|/badge/|/figure", re.IGNORECASE
)


@lru_cache(maxsize=1024)  # one link is compared with each other one
def same_target(url: str) -> str:
    """What two spellings of one address have in common: compare these.

    A page of a publisher or an index that holds a DOI counts as the DOI, a PDF does not.

    >>> same_target("http://www.arxiv.org/pdf/2401.00001v2.pdf")
    '2401.00001'
    >>> same_target("https://dl.acm.org/doi/abs/10.1145%2F12.34")
    '10.1145/12.34'
    """
    if identifier := Identifier.at(url) or of_landing_page(url):
        work = identifier.work
        if work.value.startswith("10.2307/"):
            return f"JSTOR:{work.value[8:]}"
        return _DOI_OF_PAGE.sub("", work.value) if work.kind in ("arxiv", "doi") else str(work)
    address = _BEFORE_HOST.sub("", unquote(url)).removesuffix("#").rstrip("/")
    if (page := _NUMBERED_PAGE.fullmatch(address)) and not page[1].lower().endswith(".pdf"):
        return page[1].lower()
    host, slash, path = address.partition("/")
    return host.lower() + slash + path


def of_landing_page(url: str) -> Identifier | None:
    """The DOI in the address of a page of a publisher or an index; None in any other, and for a file."""
    if ("10." not in url and "rxiv" not in url.lower()) or _FILE.search(url):
        return None
    if match := _EARLY.search(url):
        return Identifier("doi", f"10.1101/{match[1]}")
    match = _LANDING.search(unquote(url))
    if match is None:
        return None
    doi = match[1]
    while (bare := _VIEW.sub("", doi)) != doi:
        doi = bare
    return Identifier.parse("doi", doi)
