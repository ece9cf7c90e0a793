"""Values that are no text: URLs, DOIs and file names."""

from __future__ import annotations

from publist.bibtex.latex.exported import link_target
from publist.patterns import pattern

_WHITE = pattern(r"[ \t\r\n]+")
_ESCAPE = pattern(r"\\([&%_#{}$])|\\~\{\}|\{\\(?:textasciitilde|~)(?:\{\})?\}|\\textasciitilde(?:\{\})?")


def verbatim(value: str) -> str:
    r"""A URL, DOI or file name as it is meant: only ``\& \% \_ \# \~{}`` are decoded.

    >>> verbatim(r"http://a.org/~x\_y%20z")
    'http://a.org/~x_y%20z'
    """
    value = value.strip()
    if value.startswith(r"\url{") and value.endswith("}"):
        value = value[5:-1]
    while value.startswith("{") and value.endswith("}"):
        value = value[1:-1].strip()
    if "\\" in value:
        value = _ESCAPE.sub(lambda match: match[1] or "~", value)
    if "<" in value:
        value = link_target(value)
    return _WHITE.sub("", value).replace("&amp;", "&")
