"""Rich text to Typst markup.

Styles are ``#text(…)[…];`` and not ``_…_``: they work inside words, and the semicolon keeps what follows
from being read as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable

from publist.output.characters import printable
from publist.output.inline import Syntax
from publist.output.layout import layout
from publist.patterns import pattern
from publist.richtext import Node, Text

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
_SPECIAL = pattern(r"""[\\`*_#$<>@=+/~\[\]{}"']|(?<![^\W\d_])-|-(?![^\W\d_])|(?<=\.)\.""")
_LINE_START = pattern(r"(\d+)\.(?=\s|$)")


def escape(text: str) -> str:
    r"""The text so that Typst prints it and nothing else, e.g. ``a_b`` as ``a\_b``."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def quoted(text: str) -> str:
    r"""The text as a string of Typst's code, e.g. ``"a \"b\""``."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _styled(function: str, written: str) -> str:
    return f"{function}[{written}];"


def _linked(url: str, written: str) -> str:
    return f"#link({quoted(url)})[{written}];" if len(url) <= _LONGEST_URL else written


_SYNTAX = Syntax(escape, _styled, _linked, _SPANS, _HIGHLIGHTS, " #linebreak();\n")
link = _SYNTAX.link


def render(text: Text) -> str:
    """The rich text as Typst inside one paragraph, a label in the margin before its first line."""
    laid = layout(text)
    start = _SYNTAX.inline(laid.label).strip()
    return (start + " " if start else "") + lines(laid.lines)


def lines(cut: Iterable[tuple[Node, ...]]) -> str:
    """The lines of a citation; a number at the beginning of one begins no list."""
    written = [_LINE_START.sub(r"\1\\.", _SYNTAX.lines([line]), count=1) for line in cut]
    return _SYNTAX.line_end.join(written)


def heading(text: Text, level: int) -> str:
    """A heading, e.g. ``= 2024`` for levels 1 and 2."""
    return "=" * max(level - 1, 1) + " " + render(text).replace("\n", " ")
