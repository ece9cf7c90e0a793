"""NSF's table of collaborators: the co-authors of the last 48 months, a row for each person.

The columns are those of table 4 of the template "Collaborators and Other Affiliations" (NSF's PAPPG,
II.D.2.h(iii)).
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from publist import rules
from publist.item import Name
from publist.listing import ListEntry, Section
from publist.matching import NameKey, name_key, together
from publist.output.table import cell
from publist.problems import Problem
from publist.richtext import plain

_COLUMNS = ("4", "Name:", "Organizational Affiliation", "Optional  (email, Department)", "Last Active")
_YEARS = 4  # 48 months

_Day = tuple[int, ...]
"""What is known of a date: year, month, day."""


def as_nsf_coa(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The rows to copy into the template, by the alphabet; what a bibliography cannot tell stays empty.

    Works without a date, and works that are still to come, count; so does a year that is partly older.
    ``SOURCE_DATE_EPOCH`` (seconds since 1970) stands for today.
    """
    entries = [entry for section in sections for entry in section.entries]
    theirs = [entry for entry in entries if _own_places(entry)] or entries
    recent = [entry for entry in theirs if _is_recent(entry)]
    written: dict[NameKey, tuple[Name, dict[int, _Day]]] = {}
    for number, entry in enumerate(recent):
        for name in _others(entry):
            written.setdefault(name_key(name), (name, {}))[1][number] = _day(entry)
    names = list(written.values())
    rows = []
    for person in together(names):
        days = [day for place in person for day in names[place][1].values()]
        rows.append(("A:", _inverted(names[person[0]][0]), "", "", _last(days)))
    rows.sort(key=lambda row: row[1].casefold())
    table = io.StringIO()
    csv.writer(table).writerows([_COLUMNS, *([cell(value) for value in row] for row in rows)])
    return "\ufeff" + table.getvalue(), [*_nobody(entries), *_cut(recent)]


def _own_places(entry: ListEntry) -> list[int]:
    """Where the owner stands among the authors."""
    return [place for (variable, place), one in entry.known.items() if variable == "author" and one.owner]


def _others(entry: ListEntry) -> list[Name]:
    """The authors beside the owner; whom the project knows by the first of their names."""
    own = _own_places(entry)
    found = []
    for place, name in enumerate(entry.publication.item.names.get("author", ())):
        known = entry.known.get(("author", place))
        if not name.others and place not in own:
            found.append(known.names[0] if known and known.names else name)
    return found


def _day(entry: ListEntry) -> _Day:
    issued = entry.publication.item.dates.get("issued")
    return issued.parts[0][:3] if issued and issued.parts and issued.parts[0] else ()


def _is_recent(entry: ListEntry) -> bool:
    """Whether some of the days that the date may mean lie in the last 48 months, or none is known."""
    day, today = _day(entry), _today()
    return not day or day + (12, 31)[len(day) - 1 :] >= (today.year - _YEARS, today.month, today.day)


def _today() -> date:
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdecimal() else date.today()


def _last(days: Iterable[_Day]) -> str:
    """The latest day as the template has it, as far as it is known: ``05/28/2024``, ``05/2024``, ``2024``."""
    year, *rest = max(days, default=()) or ("",)
    return "/".join([*(f"{part:02}" for part in rest), f"{year}"])


def _inverted(name: Name) -> str:
    """E.g. ``van Gogh, Vincent``, ``King, Martin Luther, Jr.``."""
    surname = (name.dropping_particle, name.non_dropping_particle, plain(name.family))
    parts = (plain(name.literal) or " ".join(filter(None, surname)), plain(name.given), name.suffix)
    return ", ".join(filter(None, parts))


def _nobody(entries: Sequence[ListEntry]) -> list[Problem]:
    if any(_own_places(entry) for entry in entries) or not entries:
        return []
    message = 'no author is the owner, who is left out: name them by [owner] or --highlight "NAME"'
    return [Problem("nsf-coa", 0, rules.FUNDER_FORM, message)]


def _cut(entries: Sequence[ListEntry]) -> list[Problem]:
    """The works whose list of names goes on behind "and others"."""
    publications = (entry.publication for entry in entries)
    cut = [one for one in publications if any(name.others for name in one.item.names.get("author", ()))]
    message = "the authors of {} end in others without a name, who are missing here; name them all"
    return [Problem(one.file, one.line, rules.FUNDER_FORM, message.format(one.key), one.key) for one in cut]
