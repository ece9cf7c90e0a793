"""Rich text to plain text, wrapped at a width in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from publist.output.characters import printable
from publist.output.layout import layout
from publist.patterns import pattern
from publist.richtext import Node, Text, plain

# Where a line may end: at blanks, and beside characters that fill two columns (Chinese, Japanese).
_UNBREAKABLE = pattern(r"[^ ]+")


def escape(text: str) -> str:
    """The text in one line without control characters; plain text has nothing else to escape."""
    return printable(text)


def render(text: Text) -> str:
    """The rich text as plain text, one line for each line of the citation."""
    laid = layout(text)
    start = escape(plain(laid.label)).strip()
    return (start + " " if start else "") + lines(laid.lines)


def lines(cut: Iterable[tuple[Node, ...]]) -> str:
    """The lines of a citation that :func:`~publist.output.layout.layout` has cut."""
    return "\n".join([escape(plain(line)).strip() for line in cut])


def link(url: str, label: str) -> str:
    """A link as it reads on paper, e.g. ``Code: https://example.org/x``."""
    return f"{escape(label)}: {escape(url)}"


def heading(content: Text, level: int) -> str:
    """A heading with a line below it, e.g. ``2024`` and ``----``; double for levels 1 and 2."""
    written = render(content).replace("\n", " ")
    return f"{written}\n{('=' if level <= 2 else '-') * columns(written)}"


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> str:
    """Each line of the text filled to ``width`` columns (0: not at all).

    ``first`` stands before the first line, ``rest`` before all others.  A word longer than a line stays
    whole.  Wide characters count as two columns (Unicode Standard Annex 11).
    """
    written: list[str] = []
    for paragraph in text.split("\n"):
        line = first if not written else rest
        empty = True
        for blank, word in _words(paragraph) if width else (("", paragraph),):
            if not empty and columns(line) + len(blank) + columns(word) > width:
                written.append(line)
                line, empty, blank = rest, True, ""
            line += word if empty else blank + word
            empty = False
        written.append(line)
    return "\n".join(line.rstrip(" ") for line in written)


def _words(line: str) -> list[tuple[str, str]]:
    """The pieces that may not be broken, each with what stands before it in a line: " " or ""."""
    words: list[tuple[str, str]] = []
    for match in _UNBREAKABLE.finditer(line):
        blank, word = " ", ""
        for character in match[0]:
            if word and _is_wide(character) and unicodedata.category(character)[0] == "L":
                words.append((blank, word))
                blank, word = "", ""
            word += character
        words.append((blank, word))
    return words


def columns(text: str) -> int:
    """How many columns of a terminal the text fills, e.g. 4 for 小明."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if _is_wide(c) else 1 for c in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
