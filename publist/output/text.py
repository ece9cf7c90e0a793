"""Rich text to plain text, wrapped at a width in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from publist.output.characters import printable
from publist.output.paper import Paper, label_of
from publist.output.rows import Bar, EntryRows, Fold, Legend, Line, Row
from publist.output.scripts import with_scripts
from publist.patterns import pattern
from publist.publication import Badge, Link
from publist.richtext import Node, Text, plain

# Where a line may end: at blanks, and beside characters that fill two columns (Chinese, Japanese).
_UNBREAKABLE = pattern(r"[^ ]+")
# Latin letters, dashes, quotation marks: a column each, as nearly all that is written.
_NARROW = pattern(r"[ -~\xa0-\u02ff\u2010-\u2027]*")


def margin(content: Text, widest: str) -> tuple[str, str]:
    """What stands before the first and before every other line of a citation."""
    label = label_of(content)
    width = columns(widest) + 1 if widest else 4
    return (label + " " * (width - columns(label)) if label else "", " " * width)


def wrap(text: str, width: int, first: str = "", rest: str = "") -> str:
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
    """How many columns of a terminal the text fills, e.g. 4 for 小明, 2 for 👩‍💻."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return wcswidth(text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


class TextWriter(Paper):
    """Hanging lines, with addresses in full as on paper."""

    wrap = staticmethod(wrap)
    margin = staticmethod(margin)

    def escape(self, text: str) -> str:
        """The text in one line without control characters; plain text has nothing else to escape."""
        return printable(text)

    def inline(self, children: Iterable[Node]) -> str:
        """The characters of the nodes, exponents among them."""
        return printable(plain(with_scripts(tuple(children))))

    def badge(self, badge: Badge) -> str:
        """A badge in brackets."""
        return f"[{self.render(badge.label)}]"

    def link(self, link: Link) -> str:
        """A link as it reads on paper, e.g. ``Code: https://example.org/x``."""
        return printable(f"{link.label}: {link.url}")

    def bar(self, bar: Bar) -> str:
        """The badges, and each link in a line of its own."""
        badges = [" ".join(map(self.badge, bar.badges))] if bar.badges else []
        return "\n".join([*badges, *map(self.link, bar.links)])

    def heading(self, content: Text, level: int) -> str:
        """A heading with a line below it, e.g. ``2024`` and ``----``; double for levels 1 and 2."""
        written = self.render(content).replace("\n", " ")
        return f"{written}\n{('=' if level <= 2 else '-') * columns(written)}"

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself."""
        return wrap(self.row(row), self.sheet.width)

    def entry(self, entry: EntryRows) -> str:
        """The lines filled, below the first of them an indent."""
        first, rest = margin(entry.citation, self.widest)
        lines = [wrap(self.body(entry.citation), self.sheet.width, first, rest)]
        lines += [self._below(row, rest) for row in entry.rows if not isinstance(row, Fold)]
        return "\n".join(lines)

    def _below(self, row: Row, indent: str) -> str:
        # A line of the bar stays whole, for the addresses in it.
        width = 0 if isinstance(row, Bar) else self.sheet.width
        return wrap(self.row(row), width, indent, indent)
