"""Works of years in which one of their authors did not belong to the group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist import rules
from publist.people.known import Identified, Known
from publist.problems import Problem
from publist.publication import Publication


def outside(publications: Sequence[Publication], identified: Identified) -> Iterator[Problem]:
    """A problem for each member who has ``from`` or ``to``, and a work of an earlier or later year."""
    for publication in publications:
        issued = publication.item.dates.get("issued")
        year = issued.year if issued else None
        for (variable, _), person in identified.of(publication.key).items():
            if year and not _belongs(person, year):
                message = (
                    f"{publication.key} is of {year}, {person.label} belongs to the group {_span(person)}"
                )
                place = (publication.file, publication.line, rules.OUTSIDE_YEARS, message)
                yield Problem(*place, publication.key, variable)


def _belongs(person: Known, year: int) -> bool:
    return year >= person.since and (not person.until or year <= person.until)


def _span(person: Known) -> str:
    """The years of a member, e.g. ``from 2019 to 2022``."""
    since = [f"from {person.since}"] if person.since else []
    return " ".join([*since, *([f"to {person.until}"] if person.until else [])])
