"""What a format is to a list: the contract of its writer, and the one way in which rows reach it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from publist.output.rows import Entries, EntryRows, Heading, Legend, Line, Sheet
from publist.richtext import Text


class Writer(Protocol):
    """Writes a list in one format: the class that the format's row names, e.g. ``html:HtmlWriter``.

    Each method gives its piece in the format's syntax; all that comes from a bibliography is escaped
    here and nowhere before.  Formats of lines begin with :class:`~publist.output.paper.Paper`.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Take what the whole list says, such as its title; its parts come one by one."""

    def heading(self, content: Text, level: int) -> str:
        """A heading, e.g. ``## 2024``; the level is that of :class:`~publist.output.rows.Heading`."""

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself: ``summary``, ``more``, or the meaning of the marks."""

    def entry(self, entry: EntryRows) -> str:
        """An entry with all its rows."""

    def entries(self, part: Entries) -> str:
        """The entries below one heading."""

    def whole(self, parts: Sequence[str]) -> str | bytes:
        """The written parts as the fragment or the file."""


@runtime_checkable
class Piecewise(Protocol):
    """A writer that need not have the whole list at once."""

    def pieces(self, sheet: Sheet) -> Iterator[str]:
        """The file's text, one piece after the other."""


def written(sheet: Sheet, writer: Writer) -> str | bytes:
    """The list in the writer's format."""
    return writer.whole([written_part(part, writer) for part in sheet.parts])


def written_part(part: Heading | Line | Legend | Entries, writer: Writer) -> str:
    """A heading, a line or the entries below a heading."""
    if isinstance(part, Heading):
        return writer.heading(part.content, part.level)
    return writer.entries(part) if isinstance(part, Entries) else writer.paragraph(part)
