"""What people export, what their sites hold and what servers know, read into BibTeX.

The way of a file: ``formats`` knows what it is and who reads it; ``tagged`` (lines), ``xml`` and ``tree``
(JSON, YAML, TOML) take it apart; a module for each source makes records, ``site`` those of all site
generators; ``folder`` goes through folders; ``servers`` asks servers, whose answers the same modules read;
``entries`` writes BibTeX and says what found no place.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from publist.errors import NetworkError
from publist.problems import Problem
from publist.records import NamedTuple
from publist.sources.batch import Batch
from publist.sources.crossref import Progress, quiet
from publist.sources.servers import Request

if TYPE_CHECKING:
    from publist.bibtex.writer import NewEntry
    from publist.sources.record import Record
    from publist.web import Client

__all__ = ["Import", "Request", "imported"]


class Import(NamedTuple):
    """What came of files and servers: the entries, what there is to say, and whose works they are.

    ``owner`` is "" where no source says it.
    """

    entries: list[NewEntry]
    problems: list[Problem]
    owner: str = ""

    @property
    def works(self) -> int:
        """How many works there are."""
        return len(self.entries)

    @property
    def text(self) -> str:
        """The .bib file's text."""
        from publist.bibtex.writer import written

        return written(self.entries)


def imported(
    sources: Iterable[Path | Request], client: Client | None = None, progress: Progress | None = None
) -> Import:
    """Read files, folders and servers.

    Raises InputError for one that is no source or has no works, and NetworkError for a server that does not
    answer; with an offline client, for all that would be asked.
    """
    from publist.sources import entries

    records: list[Record] = []
    problems: list[Problem] = []
    owner = ""
    for source in sources:
        found = _read(source, client, progress)
        records += found.records
        problems += found.problems
        owner = owner or found.owner
    if client is not None:
        client.refuse()
    new = entries.entries(records)
    problems += entries.problems("", records, [entry.key for entry in new])
    problems.sort(key=lambda one: (one.file, one.line))
    return Import(new, problems, owner)


def _read(source: Path | Request, client: Client | None, progress: Progress | None) -> Batch:
    """The works of one source, with their file."""
    from publist.sources import folder, formats, servers

    if isinstance(source, Path):
        found = folder.read(source) if source.is_dir() else formats.read(source, folder.content(source))
        if not source.is_dir():
            found.problems += folder.outside(found, str(source))
    else:
        from publist.web import Client

        client = client or Client()
        known = len(client.asked)
        try:
            found = servers.ask(client, source, progress or quiet)
        except NetworkError:
            if len(client.asked) == known:
                raise
            return Batch()  # offline: what it would ask is said for all
    for record in found.records:
        record.file = record.file or str(source)
    return found
