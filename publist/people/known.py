"""The people that a project knows, its owner and those of ``[[people]]``, and where they stand."""

from collections.abc import Mapping

from publist.item import Name
from publist.problems import Problem
from publist.records import NamedTuple

Position = tuple[str, int]
"""A name variable and a position in it, from 0, e.g. ``("author", 2)``."""


class Known(NamedTuple):
    """One person with all names they are known by.

    ``label`` is the first of the names as typed, ``orcid`` the bare identifier.  ``highlight`` is how the
    name is set off, outermost first, e.g. ``("strong", "underline")``; () is not at all.  ``since`` and
    ``until`` are the years in which the person belongs to the group, 0 where that is open.
    """

    label: str
    names: tuple[Name, ...] = ()
    orcid: str = ""
    url: str = ""
    groups: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    owner: bool = False
    since: int = 0
    until: int = 0


ANNOTATED = Known(label="", highlight=("strong",), owner=True)
"""Whoever is annotated with ``highlight`` in a project that names no owner."""


class Identified:
    """The known people of each publication, by its key and their positions, and what is doubtful."""

    def __init__(self) -> None:
        self.people: dict[str, dict[Position, Known]] = {}
        self.problems: list[Problem] = []

    def of(self, key: str) -> Mapping[Position, Known]:
        """Who is known in this publication."""
        return self.people.get(key, {})

    def __bool__(self) -> bool:
        return bool(self.people)

    def owned(self) -> dict[str, tuple[Position, ...]]:
        """The owner's positions by key."""
        return {
            key: tuple(place for place, person in found.items() if person.owner)
            for key, found in self.people.items()
        }
