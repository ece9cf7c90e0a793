"""What people export, and what their sites hold, read into BibTeX.

The way of a file: ``formats`` knows what it is and who reads it; ``tagged`` (lines), ``xml`` and ``tree``
(JSON, YAML, TOML) take it apart; a module for each source makes records, ``site`` those of all site
generators; ``folder`` goes through folders; ``entries`` writes BibTeX and says what found no place.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from publist.problems import Problem

if TYPE_CHECKING:
    from publist.sources.record import Record


class Import(NamedTuple):
    """What came of files: the .bib file's text, how many works it has, and what there is to say."""

    text: str
    works: int
    problems: list[Problem]


def imported(paths: Iterable[Path]) -> Import:
    """Read files and folders.  Raises InputError for one that is no source or has no works."""
    from publist.bibtex.writer import written
    from publist.sources import entries, folder, formats

    records: list[Record] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found = folder.read(path)
        else:
            found = formats.read(path, folder.content(path))
            problems += folder.outside(found, str(path))
        for record in found.records:
            record.file = record.file or str(path)
        records += found.records
        problems += found.problems
    new = entries.entries(records)
    problems += entries.problems("", records, [entry.key for entry in new])
    problems.sort(key=lambda one: (one.file, one.line))
    return Import(written(new), len(new), problems)
