"""Which publications a list has, in which order and under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from publist.packed import Each, Packed
from publist.people import Known, LegendEntry, Position
from publist.phrases import phrase
from publist.publication import Badge, Link, Person, Publication
from publist.records import NamedTuple
from publist.richtext import Block, Node, Text, plain, rewrite, with_children
from publist.url import safe_url


class ListEntry(NamedTuple):
    """One line of the list: a publication with its formatted citation.

    ``number`` counts from 1 through the whole list; ``known`` are the people that the project knows, by
    their positions in the names.  ``label`` is the number as the list shows it, e.g. ``[J3]``, "" where it
    shows none of its own.  ``names`` is the whole list of names where the citation has it shortened.
    ``notes`` stand below the citation, e.g. "extended version in IJCV"; ``legend`` is the meaning of this
    entry's marks, where each entry says it; ``bibtex`` is the work in BibTeX, for readers to copy, and
    ``abstract`` its abstract, where the list shows them.  ``row`` holds the links below the
    citation, None for all of the publication.
    """

    publication: Publication
    number: int
    content: tuple[Node, ...]
    known: Mapping[Position, Known] = MappingProxyType({})
    label: str = ""
    names: tuple[Node, ...] = ()
    notes: tuple[Text, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    bibtex: str = ""
    abstract: Text = ""
    row: tuple[Link, ...] | None = None

    @property
    def labelled(self) -> bool:
        """Whether a label such as ``[1]`` stands in the margin, of the list or of the style."""
        first = self.content[0] if self.content else ""
        return bool(self.label) or (isinstance(first, Block) and first.display == "left-margin")

    @property
    def shown(self) -> tuple[Node, ...]:
        """The citation with the list's label in the margin, in place of the style's."""
        if not self.label:
            return self.content
        bare = rewrite(self.content, _without_margin)
        margin = Block("left-margin", (self.label,))
        if bare and isinstance(bare[0], Block):  # so that the label and the first line are one line
            return (with_children(bare[0], (margin, *bare[0].children)), *bare[1:])
        return (margin, *bare)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in brackets, in their fixed order, without what the citation prints."""
        return self.publication.links if self.row is None else self.row

    @property
    def preview(self) -> str:
        """The address of al-folio's picture of the work, "" for none or an unsafe one."""
        return safe_url(self.publication.preview) or ""

    @property
    def badges(self) -> tuple[Badge, ...]:
        """The distinctions."""
        return self.publication.badges

    @property
    def people(self) -> tuple[Person, ...]:
        """Who has a role."""
        return self.publication.people


def _without_margin(node: Node) -> tuple[Node, ...]:
    return () if isinstance(node, Block) and node.display == "left-margin" else (node,)


class PackedEntries(Each[ListEntry]):
    """The entries of a long list, packed but for their publications; each is made when it is asked for."""

    def __init__(self, works: Sequence[Publication], runs: Sequence[PackedRun]) -> None:
        self.labelled = any(run.labelled for run in runs)
        super().__init__(_entry, works, Packed.joined(run.rests for run in runs))


class PackedRun(NamedTuple):
    """What some entries, one after the other, have beside their publications."""

    rests: Packed[tuple[Any, ...]]
    labelled: bool

    @classmethod
    def of(cls, entries: Sequence[ListEntry]) -> PackedRun:
        """That of these entries."""
        return cls(Packed(entry[1:] for entry in entries), any(entry.labelled for entry in entries))


def _entry(publication: Publication, rest: tuple[Any, ...]) -> ListEntry:
    return ListEntry(publication, *rest)


class Section(NamedTuple):
    """A heading, "" for none, and its entries in order; ``depth`` is 1 for a heading under another."""

    heading: str
    entries: Sequence[ListEntry]
    depth: int = 0

    @property
    def labelled(self) -> bool:
        """Whether its entries carry labels of their own, so that the list needs no bullets."""
        if isinstance(self.entries, PackedEntries):
            return self.entries.labelled
        return any(entry.labelled for entry in self.entries)


class Group:
    """A heading and its publications, before they are formatted.

    ``depth`` is 1 for a heading under another; ``code`` stands in numbers, e.g. ``J``; ``labels`` holds the
    numbers by key, e.g. ``{"shao2022": "[J3]"}``.
    """

    def __init__(self, heading: str, publications: list[Publication], depth: int = 0, code: str = "") -> None:
        self.heading = heading
        self.publications = publications
        self.depth = depth
        self.code = code
        self.labels: dict[str, str] = {}


def by_date(publications: Iterable[Publication]) -> list[Publication]:
    """Newest first; what is not out yet stands above, what has no date below; else in file order."""
    return sorted(publications, key=date_key, reverse=True)


def date_key(publication: Publication) -> tuple[int, ...]:
    """A key that grows with the date: (state, year, month, day), e.g. ``(1, 2024, 5, 0)``.

    A work that is forthcoming ranks above every dated one.
    """
    date = publication.item.dates.get("issued")
    if date is None or date.year is None:
        return (2,) if _state(publication) else (0,)
    part = date.parts[0]
    month = part[1] if len(part) > 1 else date.season * 3
    return (1, part[0], month, part[2] if len(part) > 2 else 0)


def _state(publication: Publication) -> str:
    return plain(publication.item.variables.get("status", ""))


def year_heading(publication: Publication, language: str = "en") -> str:
    """The year, e.g. ``2024``; without one the state, e.g. ``Forthcoming``."""
    date = publication.item.dates.get("issued")
    if date is not None and date.year is not None:
        years = str(abs(date.year))
        return years if date.year > 0 else phrase("before-christ", language).format(year=years)
    state = _state(publication)
    if not state:
        return phrase("no-date", language)
    known = phrase(f"state-{state.lower().replace(' ', '-')}", language)
    return known or state[:1].upper() + state[1:]


def year_rank(publication: Publication) -> tuple[int, ...]:
    """A key that sorts years as lists do: newest first."""
    return tuple(-part for part in date_key(publication)[:2])


def year_label(publication: Publication) -> str:
    """The year for data formats, e.g. ``2024``; "" if there is none."""
    date = publication.item.dates.get("issued")
    return "" if date is None or date.year is None else str(date.year)


def text_of(value: Text | None) -> str:
    """A variable as one line of plain text."""
    return " ".join(plain(value or "").split())


def first_text(publication: Publication, *variables: str) -> str:
    """The plain text of the first variable that the work has; "" for none."""
    found = (text_of(publication.item.variables.get(name)) for name in variables)
    return next((text for text in found if text), "")
