"""How a list is laid out, whatever its format: which parts it has and which rows an entry, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist.listing import ListEntry, Section
from publist.output.rows import Bar, Entries, EntryRows, Fold, Heading, Legend, Line, Row, Sheet
from publist.phrases import phrase
from publist.settings.options import Page


def laid_out(sections: Sequence[Section], page: Page) -> Sheet:
    """The sections as rows, with what the page says above and below them."""
    return Sheet(tuple(_parts(sections, page)), page.title, page.width, page.language)


def _parts(sections: Sequence[Section], page: Page) -> Iterator[Heading | Line | Legend | Entries]:
    if page.summary:
        yield Line("summary", page.summary)
    for section in sections:
        if section.heading:
            yield Heading(section.heading, page.level + section.depth)
        if section.entries:
            entries = tuple(_entry(entry, page.language) for entry in section.entries)
            yield Entries(entries, section.labelled)
    if page.more:
        yield Line("more", page.more)
    if page.legend:
        yield Legend(page.legend)


def _entry(entry: ListEntry, language: str) -> EntryRows:
    publication = entry.publication
    rows = tuple(_rows(entry, language))
    return EntryRows(publication.key, publication.item.type, entry.shown, rows, entry.preview, publication)


def _rows(entry: ListEntry, language: str) -> Iterator[Row]:
    """What stands below the citation, in order: a new part of an entry is a new row here."""
    if entry.names:
        yield Fold("names", phrase("all-names", language), entry.names)
    if entry.badges or entry.links:
        yield Bar(entry.badges, entry.links)
    for note in entry.notes:
        yield Line("note", note)
    if entry.abstract:
        yield Fold("abstract", phrase("abstract", language), entry.abstract)
    if entry.bibtex:
        yield Fold("bibtex", "BibTeX", entry.bibtex, verbatim=True)
    if entry.legend:
        yield Legend(entry.legend)
