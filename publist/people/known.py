"""The people that a project knows: its owner, and those of ``[[people]]`` in publist.toml."""

from publist.item import Name
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
