r"""Rich text to RTF (Rich Text Format 1.9), in ASCII: other characters are ``\u…?``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Inline
from publist.output.rows import EntryRows, Legend, Line
from publist.patterns import pattern
from publist.richtext import Text

_SPANS = {
    "italic": r"\i",
    "oblique": r"\i",
    "bold": r"\b",
    "small-caps": r"\scaps",
    "superscript": r"\super",
    "subscript": r"\sub",
    "underline": r"\ul",
    "code": r"\f1",
    "nodecor": r"\plain",
    "upright": r"\i0",
    "medium": r"\b0",
    "normal-caps": r"\scaps0",
    "no-underline": r"\ulnone",
    "baseline": r"\nosupersub",
}
_HIGHLIGHTS = {"em": r"\i", "underline": r"\ul"}
_SPECIAL = pattern(r"[\\{}]")
_NOT_ASCII = pattern(r"[^\x00-\x7f]")

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0"
    r"{\fonttbl{\f0\froman Times New Roman;}{\f1\fmodern Courier New;}}\f0\fs22"
)

_SIZES = {"a4": (11906, 16838), "letter": (12240, 15840)}  # in twentieths of a point
_MARGIN = 1417  # 2.5 cm


def _unicode(match: re.Match[str]) -> str:
    # One \u for each UTF-16 unit, as a signed 16-bit number.
    units = match[0].encode("utf-16-le")
    numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
    return "".join(f"\\u{number}?" for number in numbers)


class RtfWriter(Inline):
    """A whole document, a paragraph for each entry."""

    line_end = "\\line\n"
    between = "\n"
    form = "{%s %s}"
    spans = _SPANS
    highlights = _HIGHLIGHTS

    def escape(self, text: str) -> str:
        r"""The text so that RTF shows it and nothing else, e.g. ``ü`` as ``\u252?``."""
        return _NOT_ASCII.sub(_unicode, _SPECIAL.sub(r"\\\g<0>", printable(text)))

    def linked(self, url: str, written: str) -> str:
        """A field that is a hyperlink."""
        address = quote(url, safe="/:?=+,;@!*()-._~%#&")
        return '{\\field{\\*\\fldinst{HYPERLINK "' + address + '"}}{\\fldrslt{' + written + "}}}"

    def heading(self, content: Text, level: int) -> str:
        """A heading as a paragraph with an outline level (from 0) that Word's navigation shows."""
        size = {1: 32, 2: 28, 3: 26}.get(level, 24)
        before = r"{\pard\keepn\sb240\sa80\outlinelevel"
        return f"{before}{max(level - 2, 0)}\\b\\fs{size} {self.render(content)}\\par}}"

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself; space follows that at its head."""
        space = r"\sa120" if isinstance(row, Line) and row.name == "summary" else ""
        return f"{{\\pard{space} {self.row(row)}\\par}}"

    def entry(self, entry: EntryRows) -> str:
        """A paragraph that hangs, with its label before a tabulator."""
        label = self.label(entry.citation)
        indent = len(self.widest) * 120 + 120 if self.widest else 360
        start = f"{{\\pard\\keep\\sa120\\tx{indent}\\li{indent}\\fi-{indent} " + (
            f"{label}\\tab " if label else ""
        )
        return f"{start}{self.lines(entry)}\\par}}"

    def whole(self, parts: Sequence[str]) -> str:
        """The document."""
        title = self.sheet.title
        head = [f"{{\\pard\\qc\\sa240\\b\\fs34 {self.render(title)}\\par}}"] if title else []
        width, height = _SIZES[self.sheet.paper]
        page = rf"\paperw{width}\paperh{height}\margl{_MARGIN}\margr{_MARGIN}\margt{_MARGIN}\margb{_MARGIN}"
        return "\n".join((_HEAD + page, *head, *parts, "}"))
