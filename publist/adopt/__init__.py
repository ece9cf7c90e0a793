"""A publication list typed by hand, read into BibTeX.

The way of a page: ``source`` reads a file, ``html`` (with ``markdown`` and ``jemdoc`` before it) makes a tree,
``lines`` what a reader sees as lines, ``find`` the runs of lines that are one work each, ``works`` reads
them (``links``, ``citation``, ``details``), ``entries`` writes BibTeX, and ``report`` says what found no place.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from publist.errors import InputError, Problem


class Adoption(NamedTuple):
    """What came of a page: the .bib file's text, how many works it has, and what there is to say."""

    text: str
    count: int
    problems: list[Problem]


def adopt(path: Path) -> Adoption:
    """Read a page.  Raises InputError for a file that is no page or has no list."""
    from publist.adopt import entries, news, report, source, works
    from publist.bibtex.write import formatted
    from publist.convert.keys import UniqueKeys

    page = source.read(path)
    found = works.adopted(page)
    lacking = news.match(found.works, news.announced(found.passed))
    if not found.works and lacking:
        found.works, lacking = news.as_works(lacking), []
    if not found.works:
        raise InputError("has no list of publications that publist can find", file=str(path))
    keys = UniqueKeys()
    named = [entries.key_of(work, keys) for work in found.works]
    written = [formatted(kind, key, fields) for key, (kind, fields) in zip(named, (entries.fields_of(work, found.owner) for work in found.works), strict=True)]
    return Adoption("\n".join(written), len(written), report.problems(str(path), found, named, lacking))
