"""What all formats share that set an entry in lines: nothing opens, badges and links are one line."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from publist import richtext
from publist.output.lines import Lines, cut
from publist.output.rows import EMPTY, Bar, Entries, EntryRows, Fold, Heading, Legend, Line, Row, Sheet
from publist.output.writer import Writer
from publist.publication import Badge, Link
from publist.richtext import Node, Text, plain


class Paper(Writer):
    """A writer of lines.

    A format says how it escapes, writes nodes, badges, headings and entries.  ``line_end`` stands between
    the lines of an entry, ``between`` between the parts of the list.
    """

    line_end = "\n"
    between = "\n\n"

    def __init__(self, sheet: Sheet = EMPTY) -> None:
        self.sheet = sheet

    @abstractmethod
    def escape(self, text: str) -> str:
        """The text so that it is nothing but text."""

    @abstractmethod
    def inline(self, children: Iterable[Node]) -> str:
        """The nodes inside one line."""

    @abstractmethod
    def badge(self, badge: Badge) -> str:
        """A badge, e.g. ``Oral`` in bold."""

    @abstractmethod
    def title(self, content: Text, level: int) -> str:
        """The text of a heading as a heading of its level."""

    @abstractmethod
    def entry(self, entry: EntryRows) -> str:
        """An entry with all its rows."""

    @cached_property
    def widest(self) -> str:
        """The longest label in the margin, e.g. ``[C12]``; "" where there is none."""
        lists = (part for part in self.sheet.parts if isinstance(part, Entries))
        labels = (label_of(entry.citation) for one in lists for entry in one.entries)
        return max(labels, key=len, default="")

    def line(self, children: Iterable[Node]) -> str:
        """A line of its own."""
        return self.inline(children).strip()

    def label(self, laid: Lines) -> str:
        """What stands in the margin."""
        return self.inline(laid.label).strip()

    def body(self, laid: Lines) -> str:
        """The lines of a citation without what stands in the margin."""
        return self.line_end.join([self.line(line) for line in laid.lines])

    def render(self, text: Text) -> str:
        """The rich text inside one paragraph, a label in the margin before its first line."""
        laid = cut(text)
        label = self.label(laid)
        return (label + " " if label else "") + self.body(laid)

    def link(self, link: Link) -> str:
        """A link of the row of links; the label alone if the URL is not allowed."""
        return self.inline((richtext.Link(link.url, (link.label,)),))

    def row(self, row: Row) -> str:
        """A row as lines; "" for what paper does not show."""
        if isinstance(row, Fold):
            return ""
        if isinstance(row, Bar):
            return self.bar(row)
        if isinstance(row, Legend):
            marks = [
                f"{self.render(mark.sign)}{self.escape(' ')}{self.render(mark.label)}" for mark in row.marks
            ]
            return self.escape("; ").join(marks)
        return self.render(row.content)

    def bar(self, bar: Bar) -> str:
        """The badges and the links, the latter in brackets."""
        start, end = self.escape("["), self.escape("]")
        links = [f"{start}{self.link(link)}{end}" for link in bar.links]
        return self.escape(" ").join([*map(self.badge, bar.badges), *links])

    def lines(self, entry: EntryRows, body: str) -> str:
        """The body of a citation with the rows of its entry below it."""
        rows = (self.row(row) for row in entry.rows)
        return self.line_end.join([body, *(row for row in rows if row)])

    def heading(self, heading: Heading) -> str:
        """A heading of the list."""
        return self.title(heading.content, heading.level)

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself."""
        return self.row(row)

    def entries(self, written: Sequence[str], *, labelled: bool) -> str:  # noqa: ARG002 - others ask
        """The written entries below one heading."""
        return self.between.join(written)

    def whole(self, parts: Sequence[str]) -> str | bytes:
        """The written parts, one below the other."""
        return self.between.join(parts)

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template of one's own writes with."""
        return {
            "rich": self.render,
            "link": self.link,
            "label": lambda content: self.label(cut(content)),
            "body": lambda content: self.body(cut(content)),
            "heading": self.title,
        }


def label_of(content: Text) -> str:
    """What stands in the margin beside a citation, as plain text."""
    return plain(cut(content).label).strip()
