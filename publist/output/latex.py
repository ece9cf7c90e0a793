r"""Rich text to LaTeX, for LuaLaTeX and XeLaTeX (and pdfLaTeX as far as its fonts go).

Needs ``hyperref`` for links and nothing else.  Ligatures that change characters (``--``, ``''``) are
broken up, so that what is read is what was written.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Syntax
from publist.patterns import pattern
from publist.richtext import Text

_SPANS = {
    "italic": "textit",
    "oblique": "textsl",
    "bold": "textbf",
    "small-caps": "textsc",
    "superscript": "textsuperscript",
    "subscript": "textsubscript",
    "underline": "underline",
    "code": "texttt",
    "nodecor": "textnormal",
    "upright": "textup",
    "medium": "textmd",
    "normal-caps": "textulc",
}
_HIGHLIGHTS = {"em": "emph", "underline": "underline"}

_TABLE = str.maketrans(
    {c: "\\" + c for c in "{}$&%#_"}
    | {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        # No optional argument begins or ends with these.
        "[": "{[}",
        "]": "{]}",
        "*": "{*}",
        "\xa0": "~",
        "\xad": r"\-",
    }
)
# What TeX's fonts join to another character: "--", ",,".  Guillemets and quotes are commands above.
_LIGATURE = pattern(r"(?<=-)-|(?<=,),")
_URL_KEEPS = "/:?=+,;@!*()-._"  # percent signs, hashes and ampersands get a backslash
_HEADINGS = ("section", "section", "subsection", "subsubsection", "paragraph", "subparagraph")


def escape(text: str) -> str:
    r"""The text so that TeX prints it and nothing else, e.g. ``50 %`` as ``50 \%``."""
    return _LIGATURE.sub(r"{}\g<0>", printable(text).translate(_TABLE))


def _styled(command: str, written: str) -> str:
    return f"\\{command}{{{written}}}"


def _href(url: str, written: str) -> str:
    quoted = quote(url, safe=_URL_KEEPS + "%#&")
    return "\\href{" + re.sub("[%#&_]", r"\\\g<0>", quoted) + "}{" + written + "}"


_SYNTAX = Syntax(escape, _styled, _href, _SPANS, _HIGHLIGHTS, "\\newline\n")
render = _SYNTAX.render
lines = _SYNTAX.lines
link = _SYNTAX.link


def heading(text: Text, level: int) -> str:
    r"""A heading without a number, e.g. ``\section*{2024}`` for levels 1 and 2."""
    return f"\\{_HEADINGS[min(level, 6) - 1]}*{{{render(text)}}}"
