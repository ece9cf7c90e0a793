"""What a list is made of before any format writes it: rows of rich text.

:mod:`publist.output.layout` makes them, and so says once which parts a list and its entries have; a
:class:`~publist.output.writer.Writer` says how each kind of row reads in its format, and knows nothing else.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from publist.people import LegendEntry
from publist.publication import Badge, Link, Publication
from publist.records import NamedTuple
from publist.richtext import Text


class Line(NamedTuple):
    """A line of text, e.g. ``Line("note", "extended version in IJCV")``; in HTML the name is its class."""

    name: str
    content: Text


class Bar(NamedTuple):
    """The badges and links of an entry, side by side; one of them may be ()."""

    badges: tuple[Badge, ...]
    links: tuple[Link, ...]


class Fold(NamedTuple):
    """What opens on a click, e.g. ``Fold("names", "All names", names)``; formats for paper leave it out.

    ``verbatim`` text keeps its lines and blanks.
    """

    name: str
    summary: str
    content: Text
    verbatim: bool = False


class Legend(NamedTuple):
    """What marks mean, of an entry or of the list."""

    marks: tuple[LegendEntry, ...]


Row: TypeAlias = "Line | Bar | Fold | Legend"


class EntryRows(NamedTuple):
    """An entry: its citation, which has its label in the margin, and the rows below it.

    ``type`` is the CSL type, e.g. ``thesis``; ``picture`` is the address of one, or "".  ``work`` is what
    the rows are about, for what a page tells programs of it.
    """

    key: str
    type: str
    citation: Text
    rows: tuple[Row, ...] = ()
    picture: str = ""
    work: Publication | None = None


class Heading(NamedTuple):
    """A heading, e.g. ``2024``; ``level`` counts from 1, and one below level 6 has 7."""

    content: Text
    level: int


class Entries(NamedTuple):
    """The entries below one heading; ``labelled`` if they have labels, and so need no bullets."""

    entries: Sequence[EntryRows]
    labelled: bool = False


class Sheet(NamedTuple):
    """A list laid out: its parts in order, and what a writer is told of the whole.

    ``width`` is in columns of plain text, 0 for no wrapping; ``language`` a BCP 47 tag, for words of its own.
    ``paper`` is the size of a document's sheets, ``fonts`` are families in the order of preference.
    """

    parts: tuple[Heading | Line | Legend | Entries, ...] = ()
    title: str = ""
    width: int = 0
    language: str = "en"
    paper: Literal["a4", "letter"] = "a4"
    fonts: tuple[str, ...] = ()


EMPTY = Sheet()
