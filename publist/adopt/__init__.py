"""A publication list typed by hand, read into BibTeX.

The way of a page: ``source`` reads a file, ``html`` (behind ``markdown`` or ``jemdoc``) makes a tree,
``lines`` what a reader sees as lines, ``find`` the sections that have works and ``units`` in them the runs
of lines that are one work each, ``works`` reads them (``links``, ``citation``, ``details``), ``entries``
writes BibTeX, ``report`` says what found no place.
"""

from __future__ import annotations

from pathlib import Path

from publist.errors import InputError
from publist.problems import Problem
from publist.records import NamedTuple


class Adoption(NamedTuple):
    """What came of a page: the .bib file's text, how many works it has, and what there is to say."""

    text: str
    works: int
    problems: list[Problem]


def adopt(path: Path) -> Adoption:
    """Read a page.  Raises InputError for a file that is no page or has no list."""
    from publist.adopt import bibtex, entries, news, report, source, works
    from publist.bibtex.writer import NewEntry, written
    from publist.keys import unique_keys

    page = source.read(path)
    found = works.adopted(page)
    copied = bibtex.entries_in(page.bibtex)
    if len(copied) > 1 and len(copied) >= 2 * len(found.works):
        return Adoption(written(copied), len(copied), [])
    lacking = news.match(found.works, news.announced(found.passed))
    if not found.works and lacking:
        found, lacking = news.as_works(found, lacking), []
    if not found.works:
        raise InputError("has no list of publications that publist can find", file=str(path))
    keys = unique_keys([entries.key_of(work) for work in found.works])
    new = [
        NewEntry(kind, key, fields)
        for key, (kind, fields) in zip(
            keys, (entries.fields_of(work, found.owner) for work in found.works), strict=True
        )
    ]
    return Adoption(written(new), len(new), report.problems(str(path), found, keys, lacking))
