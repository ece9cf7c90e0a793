"""How a list is laid out, whatever its format: which parts it has and which rows an entry, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from publist import memo
from publist.listing import ListEntry, PackedEntries, Section
from publist.output.rows import Bar, Entries, EntryRows, Fold, Heading, Legend, Line, Row, Sheet
from publist.packed import Each
from publist.phrases import phrase
from publist.settings.options import Page


def laid_out(sections: Sequence[Section], page: Page) -> Sheet:
    """The sections as rows, with what the page says above and below them."""
    parts = tuple(_parts(sections, page))
    return Sheet(parts, page.title, page.width, page.language, paper_of(page), page.fonts)


# Where paper is cut to US Letter (CLDR 46, supplemental data, paperSize); elsewhere it is A4.
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())


def paper_of(page: Page) -> Literal["a4", "letter"]:
    """The size of a document's sheets.

    >>> paper_of(Page(language="en-US")), paper_of(Page(language="de")), paper_of(Page(paper="a4"))
    ('letter', 'a4', 'a4')
    """
    if page.paper != "auto":
        return page.paper
    region = page.language.rpartition("-")[2] if "-" in page.language else ""
    return "letter" if region.upper() in _LETTER or page.language == "en" else "a4"


def _parts(sections: Sequence[Section], page: Page) -> Iterator[Heading | Line | Legend | Entries]:
    if page.summary:
        yield Line("summary", page.summary)
    for section in sections:
        if section.heading:
            yield Heading(section.heading, page.level + section.depth)
        if section.entries:
            yield Entries(_entries(section.entries, page.language), section.labelled)
    if page.more:
        yield Line("more", page.more)
    if page.legend:
        yield Legend(page.legend)


def _entries(entries: Sequence[ListEntry], language: str) -> Sequence[EntryRows]:
    laid = partial(_entry, language=language)
    return Each(laid, entries) if isinstance(entries, PackedEntries) else tuple(map(laid, entries))


def _entry(entry: ListEntry, language: str) -> EntryRows:
    publication = entry.publication
    rows = tuple(_rows(entry, language))
    kind = publication.item.type
    made = EntryRows(publication.key, kind, entry.shown, rows, entry.preview, publication)
    return memo.named(made, memo.name_of(entry))  # the language counts as the writer's


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
