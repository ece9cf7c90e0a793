"""Which URLs may become links."""

from __future__ import annotations

import re

from publist.identifiers import Identifier
from publist.patterns import pattern

SCHEMES = frozenset({"http", "https", "mailto"})

# RFC 3986, 3.1: what stands before the first colon, if neither a path, a query nor a fragment began.
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# Browsers drop these from an address before they read its scheme: "java\tscript:" is "javascript:".
_IGNORED = pattern(r"[\x00-\x20\x7f]+")


def safe_url(url: str) -> str | None:
    """The URL if it may become a link, else None.

    Allowed are ``http``, ``https``, ``mailto`` and relative references, e.g. ``papers/x.pdf``.
    Blanks inside an allowed URL are percent-encoded, control characters dropped.

        >>> safe_url("javascript:alert(1)") is None
        True
    """
    bare = _IGNORED.sub("", url)
    if not bare:
        return None
    scheme = _SCHEME.match(bare)
    if scheme is not None and scheme[1].lower() not in SCHEMES:
        return None
    if scheme is None and ":" in re.split(r"[/?#]", bare, maxsplit=1)[0]:
        return None  # something odd before the colon: no browser should be left to guess
    return re.sub(r"[\x00-\x1f\x7f]", "", url.strip()).replace(" ", "%20")


# Parameters that say where a reader came from, never which page is meant.
_TRACKING = pattern(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok"
    r"|oly_enc_id|oly_anon_id|vero_id|spm|_ga|_gl|wt_mc|ref_src|ref_url)=[^&#]*"
    r"|ref=(?:https?(?:://|%3A%2F%2F))[^&#]*",
    re.IGNORECASE,
)


def without_tracking(url: str) -> str:
    """The URL without parameters that only follow readers; all others stay, in their order.

    >>> without_tracking("https://x.org/p?id=3&utm_source=feed#s")
    'https://x.org/p?id=3#s'
    """
    if "?" not in url:
        return url
    page, sharp, fragment = url.partition("#")
    head, _, query = page.partition("?")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part))
    return head + ("?" + kept if kept else "") + sharp + fragment


def same_target(url: str) -> str:
    """What two spellings of one address have in common: compare these.

    >>> same_target("http://www.arxiv.org/pdf/2401.00001v2.pdf")
    '2401.00001'
    """
    if identifier := Identifier.at(url):
        return identifier.work.value
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
