"""Which URLs may become links."""

from __future__ import annotations

import re

SCHEMES = frozenset({"http", "https", "mailto"})

# RFC 3986, 3.1: what stands before the first colon, if neither a path, a query nor a fragment began.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# Browsers drop these from an address before they read its scheme: "java\tscript:" is "javascript:".
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")


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
