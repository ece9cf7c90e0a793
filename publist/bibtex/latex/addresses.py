"""Values that are no text: URLs, DOIs and file names."""

from __future__ import annotations

import re

from publist.bibtex.latex.exported import link_target
from publist.patterns import pattern

_WHITE = str.maketrans("", "", " \t\r\n")
_COMMAND = pattern(r"\\(?:url|nolinkurl|path|mbox|texttt)\s*\{(.*)\}", re.DOTALL)
_ESCAPE = pattern(
    r"\{?\\([&%_#{}$])(?:\{\})?\}?"
    r"|\{?\\(text\w+|langle|rangle|allowbreak|slash)(?:\{\}|(?![A-Za-z])\s*)\}?"
    r"|\{?\\~(?:\{\})?\}?|\$\\?(<|>|sim|_|\\_)\$"
)
_NAMED = {
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textendash": "-",
    "textbackslash": "",
    "textbar": "|",
    "textquotesingle": "'",
    "allowbreak": "",
    "slash": "/",
    "langle": "<",
    "rangle": ">",
    "sim": "~",
    "\\_": "_",
}
_REFERENCE = pattern(r"\\?&(?:amp;)?(lt|gt|amp|quot|#\d{2,4});")


def verbatim(value: str) -> str:
    r"""A DOI, file name or URL without blanks as it is meant: TeX's escapes and references are decoded.

    >>> verbatim(r"http://a.org/~x\_y%20z")
    'http://a.org/~x_y%20z'
    >>> verbatim(r"10.1002/(SICI)1097{\_}0258(1998)17:15{\textless}1661::AID-SIM968{\textgreater}3.0.CO;2-2")
    '10.1002/(SICI)1097_0258(1998)17:15<1661::AID-SIM968>3.0.CO;2-2'
    """
    return exact(value).translate(_WHITE) if value else ""


def exact(value: str) -> str:
    r"""The same with its blanks as typed, where they may mean something: ``https://a.org/x https://b.org/y``."""
    value = _bare(value)
    if "\\" in value or "$" in value:
        value = _ESCAPE.sub(_meant, value)
    if "<" in value:
        value = link_target(value)
    if "&" in value and ";" in value:
        value = _REFERENCE.sub(_character, value)
    return value.replace("{", "").replace("}", "") if "{" in value else value


def _bare(value: str) -> str:
    """The value without braces and commands around the whole of it."""
    while True:
        bare = value.strip()
        if bare.startswith("\\"):
            match = _COMMAND.fullmatch(bare)
            bare = match[1] if match and _balanced(match[1]) else bare
        elif bare.startswith("{") and bare.endswith("}") and _balanced(bare[1:-1]):
            bare = bare[1:-1]
        if bare == value:
            return bare
        value = bare


def _balanced(value: str) -> bool:
    depth = 0
    for brace in re.findall(r"\\.|[{}]", value):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0


def _meant(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    name = match[2] or match[3]
    return _NAMED.get(name, name if match[3] else "~") if name else "~"


def _character(match: re.Match[str]) -> str:
    import html

    return html.unescape(f"&{match[1]};")
