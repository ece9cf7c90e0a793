r"""Rich text as LaTeX: the way back from :func:`publist.bibtex.latex.decode`.

>>> encode(("On ", Span("italic", ("E. coli",)), " & more"))
'On \\textit{E. coli} \\& more'
"""

from __future__ import annotations

import re

from publist.patterns import pattern
from publist.richtext import LinkSpan, Node, Span, Text, nodes

_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces behind a backslash, too (btxdoc, section 4), so one alone would end the value.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # Typed bare, TeX would print a curly quote or a tag would be read.
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    "\u00a0": "~",
}
_SPECIAL = pattern(
    "|".join(re.escape(character) for character in _ESCAPES)
    + "|--+|&(?=#?\\w+;)"
    + r"|(?<=[A-Za-z])\"(?=[aouAOUs][a-z])"  # German in babel's shorthand: B"oden
)
_COMMANDS = {
    "italic": r"\textit",
    "oblique": r"\textit",
    "bold": r"\textbf",
    "small-caps": r"\textsc",
    "superscript": r"\textsuperscript",
    "subscript": r"\textsubscript",
    "underline": r"\underline",
    "code": r"\texttt",
}


def encode(text: Text) -> str:
    """The text as LaTeX, which :func:`~publist.bibtex.latex.decode` reads as the same text."""
    return "".join(_encoded(node) for node in nodes(text))


def _encoded(node: Node) -> str:
    if isinstance(node, str):
        return _SPECIAL.sub(_escape, node)
    if isinstance(node, LinkSpan):
        return f"\\href{{{_address(node.url)}}}{{{encode(node.children)}}}"
    if not isinstance(node, Span):
        raise TypeError(f"{type(node).__name__} stands in rendered text only")
    inside = encode(node.children)
    if node.style == "nocase":
        # Braces that begin with a command protect no capitals: {{\textit{x}}} does.
        return f"{{{{}}{inside}}}" if inside.startswith("\\") else f"{{{inside}}}"
    command = _COMMANDS.get(node.style)
    return f"{command}{{{inside}}}" if command else inside


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found == '"':
        return '"{}'
    if found.startswith("--"):
        return "{}".join(found)  # two hyphens, no dash
    return _ESCAPES[found]


def _address(url: str) -> str:
    return re.sub(r"([%#&_])", r"\\\1", url)
