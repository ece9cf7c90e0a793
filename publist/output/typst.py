"""Rich text to Typst markup.

Styles are ``#text(…)[…];`` and not ``_…_``: they work inside words, and the semicolon keeps what follows
from being read as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable

from publist.output.characters import printable
from publist.output.inline import Inline
from publist.output.rows import EntryRows
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


def quoted(text: str) -> str:
    r"""The text as a string of Typst's code, e.g. ``"a \"b\""``."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


class TypstWriter(Inline):
    """A block that no page break tears for each entry."""

    line_end = " #linebreak();\n"
    quoted = staticmethod(quoted)
    form = "%s[%s];"
    spans = _SPANS
    highlights = _HIGHLIGHTS

    def escape(self, text: str) -> str:
        r"""The text so that Typst prints it and nothing else, e.g. ``a_b`` as ``a\_b``."""
        return _SPECIAL.sub(r"\\\g<0>", printable(text))

    def linked(self, url: str, written: str) -> str:
        """A link."""
        return f"#link({quoted(url)})[{written}];" if len(url) <= _LONGEST_URL else written

    def line(self, children: Iterable[Node]) -> str:
        """A line of its own; a number at its beginning begins no list."""
        return _LINE_START.sub(r"\1\\.", super().line(children), count=1)

    def heading(self, content: Text, level: int) -> str:
        """A heading, e.g. ``= 2024`` for levels 1 and 2."""
        return "=" * max(level - 1, 1) + " " + self.render(content).replace("\n", " ")

    def entry(self, entry: EntryRows) -> str:
        """A paragraph that hangs, or a grid of label and lines."""
        label, lines = self.label(entry.citation), self.lines(entry)
        if not label:
            return f"#block(breakable: false, par(hanging-indent: 1.5em)[\n{lines}\n])"
        width = f"{len(self.widest) * 0.6 + 0.4:.1f}em"
        return f"#block(breakable: false, grid(columns: ({width}, 1fr), [{label}], [\n{lines}\n]))"
