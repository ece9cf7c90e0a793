"""The list as a table for a spreadsheet: CSV (RFC 4180), a row for each work, every field a column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from publist.listing import ListEntry, Section, text_of, year_label
from publist.output.characters import printable
from publist.output.facts import in_one_line, iso_date, names_of, safe_links, url_of, with_signs
from publist.problems import Problem
from publist.publication import Publication

_FIRST = ("key", "type", "year", "date", "author", "title", "container-title", "url")
"""The columns that every table has, in front; all others follow in the order of the alphabet."""
_FORMULA = ("=", "+", "-", "@")


def as_csv(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The entries in the list's order, below a row with the names of the columns.

    A byte order mark stands first, by which Excel knows UTF-8.  A cell that a spreadsheet would take for a
    formula (OWASP, CSV injection) begins with an apostrophe.
    """
    rows = [_row(section, entry) for section in sections for entry in section.entries]
    others = sorted({column for row in rows for column in row} - set(_FIRST))
    written = io.StringIO()
    table = csv.DictWriter(written, [*_FIRST, *others], restval="")
    table.writeheader()
    table.writerows({column: cell(value) for column, value in row.items()} for row in rows)
    return "\ufeff" + written.getvalue(), []


def cell(value: str) -> str:
    """The text of a cell, which no spreadsheet takes for a formula."""
    text = printable(value).strip()
    return "'" + text if text.startswith(_FORMULA) else text


def _row(section: Section, entry: ListEntry) -> dict[str, str]:
    publication = entry.publication
    fields = {
        "key": publication.key,
        "type": publication.item.type,
        "year": year_label(publication),
        "date": iso_date(publication),
        "url": url_of(publication),
        "section": section.heading,
        "number": str(entry.number),
        "citation": in_one_line(entry.content),
        "badges": "; ".join(text_of(badge.label) for badge in entry.badges),
        "notes": "; ".join(text_of(note) for note in entry.notes),
        "owner": "; ".join(_owners(entry)),
    }
    values = {**_variables(publication), **_links(publication), **fields}
    return {column: value for column, value in values.items() if value or column in _FIRST}


def _variables(publication: Publication) -> Mapping[str, str]:
    """The item's variables by CSL's names; names in reading order."""
    item = publication.item
    names = {variable: "; ".join(names_of(one)) for variable, one in item.names.items()}
    texts = {variable: with_signs(text) for variable, text in item.variables.items() if variable != "URL"}
    return {**texts, **names}


def _links(publication: Publication) -> dict[str, str]:
    """The addresses by their kinds, e.g. ``link-code``."""
    links = [(f"link-{link.kind}", url) for link, url in safe_links(publication)]
    return {kind: " ".join(url for one, url in links if one == kind) for kind, _ in links}


def _owners(entry: ListEntry) -> list[str]:
    """In which variables the owner stands, e.g. ``author 2 of 5``."""
    names = entry.publication.item.names
    return [
        f"{variable} {place + 1} of {len(names[variable])}"
        for (variable, place), known in entry.known.items()
        if known.owner
    ]
