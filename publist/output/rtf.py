r"""Rich text to RTF (Rich Text Format 1.9), in ASCII: other characters are ``\u…?``."""

from __future__ import annotations

import re
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Syntax
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


def escape(text: str) -> str:
    r"""The text so that RTF shows it and nothing else, e.g. ``ü`` as ``\u252?``."""
    return _NOT_ASCII.sub(_unicode, _SPECIAL.sub(r"\\\g<0>", printable(text)))


def _unicode(match: re.Match[str]) -> str:
    # One \u for each UTF-16 unit, as a signed 16-bit number.
    units = match[0].encode("utf-16-le")
    numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
    return "".join(f"\\u{number}?" for number in numbers)


def _styled(word: str, written: str) -> str:
    return f"{{{word} {written}}}"


def _linked(url: str, written: str) -> str:
    address = quote(url, safe="/:?=+,;@!*()-._~%#&")
    return '{\\field{\\*\\fldinst{HYPERLINK "' + address + '"}}{\\fldrslt{' + written + "}}}"


_SYNTAX = Syntax(escape, _styled, _linked, _SPANS, _HIGHLIGHTS, "\\line\n")
render = _SYNTAX.render
lines = _SYNTAX.lines
link = _SYNTAX.link


def heading(text: Text, level: int) -> str:
    """A heading as a paragraph with an outline level (from 0) that Word's navigation shows."""
    size = {1: 32, 2: 28, 3: 26}.get(level, 24)
    before = r"{\pard\keepn\sb240\sa80\outlinelevel"
    return f"{before}{max(level - 2, 0)}\\b\\fs{size} {render(text)}\\par}}"
