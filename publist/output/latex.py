r"""Rich text to LaTeX, for LuaLaTeX and XeLaTeX (and pdfLaTeX as far as its fonts go).

Needs ``hyperref`` for links and nothing else.  Ligatures that change characters (``--``, ``''``) are
broken up, so that what is read is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.layout import layout
from publist.richtext import Block, Highlight, Link, Mark, NameSpan, Node, Span, Text, VariableSpan
from publist.url import safe_url

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
_LIGATURE = re.compile(r"(?<=-)-|(?<=,),")
_URL_KEEPS = "/:?=+,;@!*()-._"  # percent signs, hashes and ampersands get a backslash
_HEADINGS = ("section", "section", "subsection", "subsubsection", "paragraph", "subparagraph")


def escape(text: str) -> str:
    r"""The text so that TeX prints it and nothing else, e.g. ``50 %`` as ``50 \%``."""
    return _LIGATURE.sub(r"{}\g<0>", printable(text).translate(_TABLE))


def render(text: Text) -> str:
    r"""The rich text as LaTeX inside one paragraph; lines of a citation end with ``\newline``."""
    laid = layout(text)
    start = _inline(laid.label).strip()
    return (start + " " if start else "") + lines(laid.lines)


def lines(cut: Iterable[tuple[Node, ...]]) -> str:
    """The lines of a citation that :func:`~publist.output.layout.layout` has cut."""
    return "\\newline\n".join([_inline(line).strip() for line in cut])


def link(url: str, label: str) -> str:
    """A link; the label alone if the URL is not allowed."""
    target = safe_url(url)
    return escape(label) if target is None else _href(target, escape(label))


def heading(text: Text, level: int) -> str:
    r"""A heading without a number, e.g. ``\section*{2024}`` for levels 1 and 2."""
    return f"\\{_HEADINGS[min(level, 6) - 1]}*{{{render(text)}}}"


def _href(url: str, written: str) -> str:
    quoted = quote(url, safe=_URL_KEEPS + "%#&")
    return "\\href{" + re.sub("[%#&_]", r"\\\g<0>", quoted) + "}{" + written + "}"


def _inline(text: Text) -> str:
    return "".join([_WRITERS[type(node)](node) for node in ((text,) if isinstance(text, str) else text)])


def _command(name: str | None, children: tuple[Node, ...]) -> str:
    inner = _inline(children)
    return f"\\{name}{{{inner}}}" if name and inner else inner


def _span(node: Span) -> str:
    return _command(_SPANS.get(node.style), node.children)


def _highlight(node: Highlight) -> str:
    return _command(_HIGHLIGHTS.get(node.kind, "textbf"), node.children)


def _link(node: Link) -> str:
    target = safe_url(node.url)
    inner = _inline(node.children)
    return inner if target is None or not inner else _href(target, inner)


def _children(node: NameSpan | VariableSpan | Block) -> str:
    return _inline(node.children)


def _mark(node: Mark) -> str:
    return f"\\textsuperscript{{{escape(node.sign)}}}"


_WRITERS: dict[type[Node], Callable[..., str]] = {
    str: escape,
    Span: _span,
    Link: _link,
    NameSpan: _children,
    VariableSpan: _children,
    Block: _children,
    Highlight: _highlight,
    Mark: _mark,
}
