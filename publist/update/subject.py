"""Files as updates look at them: each work with its entry, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from publist.bibtex import Bibliography, Entry
from publist.bibtex.writer import NewEntry
from publist.convert import publications
from publist.publication import Publication
from publist.records import NamedTuple
from publist.sources.crossref import Progress
from publist.sources.entries import entries
from publist.sources.record import Record
from publist.update.same import Works, of_kind

if TYPE_CHECKING:
    from publist.web import Client


class Library(NamedTuple):
    """.bib files and their works, to be found again; ``entries`` by file, line and type."""

    bibliographies: Sequence[Bibliography]
    works: list[tuple[Publication, Entry]]
    entries: Mapping[tuple[str, int, str], Entry]
    known: Works

    def with_doi(self) -> Iterator[tuple[str, Publication, Entry]]:
        """Each work that has a DOI, with the DOI in lower case."""
        for work, entry in self.works:
            if doi := of_kind(work, "doi"):
                yield doi, work, entry

    def entry_at(self, work: Publication) -> Entry | None:
        """The entry of a known work; None for one that is new."""
        return self.entries.get((work.file, work.line, work.entry_type))


class Subject(NamedTuple):
    """What is looked at, and the client to ask with."""

    library: Library
    client: Client
    progress: Progress


def library_of(bibliographies: Sequence[Bibliography]) -> Library:
    """The works of the files; a field that was inherited belongs to another entry, and is not changed."""
    entries = {(one.file, one.line, one.type): one for file in bibliographies for one in file.entries}
    found = [work for file in bibliographies for work in publications(file)[0]]
    pairs = ((work, entries.get((work.file, work.line, work.entry_type))) for work in found)
    works = [(work, entry) for work, entry in pairs if entry is not None]
    return Library(bibliographies, works, entries, Works(found))


def entry_of(record: Record) -> NewEntry:
    """A record as BibTeX."""
    return entries([record])[0]


# What a file in BibLaTeX's dialect calls the fields of BibTeX's.
_BIBLATEX = {"journal": "journaltitle", "address": "location", "school": "institution"}


def in_dialect(entry: Entry, fields: Mapping[str, str]) -> dict[str, str]:
    """New fields under the names of the entry's dialect: ``journaltitle`` and ``date`` in BibLaTeX's."""
    found = dict(fields)
    if "journaltitle" in entry.fields or "date" in entry.fields or "eprinttype" in entry.fields:
        found = {_BIBLATEX.get(name, name): value for name, value in found.items()}
    if "date" in entry.fields and "year" in found:
        found.pop("month", None)
        found.pop("day", None)
        found["date"] = found.pop("year")
    return found


def text_of(entry: Entry, names: Iterable[str] = ()) -> str:
    """The values of these fields, or of all, in one text to look something up in."""
    chosen = set(names) or entry.fields.keys()
    return "\n".join(field.value for name, field in entry.fields.items() if name in chosen).lower()
