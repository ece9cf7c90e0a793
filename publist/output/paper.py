"""What all formats share that set an entry in lines: nothing opens, badges and links are one line."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import cached_property

from publist import richtext
from publist.output.lines import cut
from publist.output.rows import EMPTY, Bar, Entries, EntryRows, Fold, Legend, Line, Row, Sheet
from publist.output.writer import Writer
from publist.publication import Badge, Link
from publist.richtext import Node, Text, plain


class Paper(Writer):
    """A writer of lines.

    A format says how it escapes, writes nodes, badges, headings and entries.  ``line_end`` stands between
    the lines of an entry, ``between`` between the parts of the list, and between entries unless they are
    ``tight``.
    """

    line_end = "\n"
    between = "\n\n"
    tight = False

    def __init__(self, sheet: Sheet = EMPTY) -> None:
        self.sheet = sheet

    @abstractmethod
    def escape(self, text: str) -> str:
        """The text so that it is nothing but text."""

    def sign(self, sign: str) -> str:
        """The sign of a mark, e.g. ``*``."""
        return self.escape(sign)

    @abstractmethod
    def inline(self, children: Iterable[Node]) -> str:
        """The nodes inside one line."""

    @abstractmethod
    def badge(self, badge: Badge) -> str:
        """A badge, e.g. ``Oral`` in bold."""

    @cached_property
    def widest(self) -> str:
        """The longest label in the margin, e.g. ``[C12]``; "" where there is none."""
        lists = (part for part in self.sheet.parts if isinstance(part, Entries))
        labels = (label_of(entry.citation) for one in lists for entry in one.entries)
        return max(labels, key=len, default="")

    def line(self, children: Iterable[Node]) -> str:
        """A line of its own."""
        return self.inline(children).strip()

    def label(self, content: Text) -> str:
        """What stands in the margin."""
        return self.inline(cut(content).label).strip()

    def body(self, content: Text) -> str:
        """The lines of a citation without what stands in the margin."""
        return self.line_end.join(map(self.line, cut(content).lines))

    def render(self, text: Text) -> str:
        """The rich text inside one paragraph, a label in the margin before its first line."""
        label = self.label(text)
        return (label + self.escape(" ") if label else "") + self.body(text)

    def link(self, link: Link) -> str:
        """A link of the row of links; the label alone if the URL is not allowed."""
        return self.inline((richtext.LinkSpan(link.url, (link.label,)),))

    def row(self, row: Row) -> str:
        """A row as lines; "" for what paper does not show."""
        if isinstance(row, Line):
            return self.render(row.content)
        if isinstance(row, Bar):
            return self.bar(row)
        if isinstance(row, Fold):
            return ""
        blank = self.escape(" ")
        return self.escape("; ").join(self.sign(m.sign) + blank + self.render(m.label) for m in row.marks)

    def bar(self, bar: Bar) -> str:
        """The badges and the links, the latter in brackets."""
        start, end = self.escape("["), self.escape("]")
        links = [f"{start}{self.link(link)}{end}" for link in bar.links]
        return self.escape(" ").join([*map(self.badge, bar.badges), *links])

    def lines(self, entry: EntryRows) -> str:
        """An entry's citation without its label, and its rows below."""
        return self.line_end.join([self.body(entry.citation), *self.below(entry)])

    def below(self, entry: EntryRows) -> list[str]:
        """The rows that stand below a citation."""
        return [row for row in map(self.row, entry.rows) if row]

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself."""
        return self.row(row)

    def entries(self, part: Entries) -> str:
        """The entries below one heading."""
        return ("\n" if self.tight else self.between).join(map(self.entry, part.entries))

    def whole(self, parts: Sequence[str]) -> str | bytes:
        """The written parts, one below the other."""
        return self.between.join(parts)


def label_of(content: Text) -> str:
    """What stands in the margin beside a citation, as plain text."""
    return plain(cut(content).label).strip()
