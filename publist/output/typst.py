"""Rich text to Typst markup.

Styles are ``#text(…)[…];`` and not ``_…_``: they work inside words, and the semicolon keeps what follows
from being read as arguments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from publist.output.characters import printable
from publist.output.layout import layout
from publist.richtext import Block, Highlight, Link, Mark, NameSpan, Node, Span, Text, VariableSpan
from publist.url import safe_url

_SPANS = {
    "italic": '#text(style: "italic")',
    "oblique": '#text(style: "oblique")',
    "bold": '#text(weight: "bold")',
    "light": '#text(weight: "light")',
    "small-caps": "#smallcaps",
    "superscript": "#super",
    "subscript": "#sub",
    "underline": "#underline",
    "code": '#text(font: "DejaVu Sans Mono")',
    "nodecor": '#text(style: "normal", weight: "regular")',
    "upright": '#text(style: "normal")',
    "medium": '#text(weight: "regular")',
}
_HIGHLIGHTS = {"em": '#text(style: "italic")', "underline": "#underline"}
_LONGEST_URL = 8000  # Typst refuses longer ones

# All that markup may begin with, and the quotes that Typst would make typographic.
_SPECIAL = re.compile(r"""[\\`*_#$<>@=+/~\[\]{}"']|(?<![^\W\d_])-|-(?![^\W\d_])|(?<=\.)\.""")
_LINE_START = re.compile(r"(\d+)\.(?=\s|$)")


def escape(text: str) -> str:
    r"""The text so that Typst prints it and nothing else, e.g. ``a_b`` as ``a\_b``."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def quoted(text: str) -> str:
    r"""The text as a string of Typst's code, e.g. ``"a \"b\""``."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def render(text: Text) -> str:
    """The rich text as Typst inside one paragraph; its lines end with ``#linebreak();``."""
    laid = layout(text)
    start = _inline(laid.label).strip()
    return (start + " " if start else "") + lines(laid.lines)


def lines(cut: Iterable[tuple[Node, ...]]) -> str:
    """The lines of a citation that :func:`~publist.output.layout.layout` has cut."""
    return " #linebreak();\n".join(
        [_LINE_START.sub(r"\1\\.", _inline(line).strip(), count=1) for line in cut]
    )


def link(url: str, label: str) -> str:
    """A link; the label alone if the URL is not allowed."""
    return _linked(url, escape(label))


def heading(text: Text, level: int) -> str:
    """A heading, e.g. ``= 2024`` for levels 1 and 2."""
    return "=" * max(level - 1, 1) + " " + render(text).replace("\n", " ")


def _linked(url: str, written: str) -> str:
    target = safe_url(url)
    if target is None or not written or len(target) > _LONGEST_URL:
        return written
    return f"#link({quoted(target)})[{written}];"


def _inline(text: Text) -> str:
    return "".join([_WRITERS[type(node)](node) for node in ((text,) if isinstance(text, str) else text)])


def _call(function: str | None, children: tuple[Node, ...]) -> str:
    inner = _inline(children)
    return f"{function}[{inner}];" if function and inner else inner


def _span(node: Span) -> str:
    return _call(_SPANS.get(node.style), node.children)


def _highlight(node: Highlight) -> str:
    return _call(_HIGHLIGHTS.get(node.kind, '#text(weight: "bold")'), node.children)


def _link(node: Link) -> str:
    return _linked(node.url, _inline(node.children))


def _children(node: NameSpan | VariableSpan | Block) -> str:
    return _inline(node.children)


def _mark(node: Mark) -> str:
    return f"#super[{escape(node.sign)}];"


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
