"""What the names of the selection language stand for: one table, which the docs show too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from publist.item import Item
from publist.people import Known, Position
from publist.publication import Publication
from publist.richtext import plain
from publist.settings.selection import NamedPeople, Value, Values

_People = Mapping[Position, Known]


def _variable(*names: str) -> Callable[[Publication, _People], Value]:
    """The first of these variables of the item."""

    def value(publication: Publication, _people: _People) -> Value:
        variables = publication.item.variables
        return next((text for name in names if (text := plain(variables.get(name, "")).strip())), None)

    return value


def _names(variable: str) -> Callable[[Publication, _People], Value]:
    """The full names, and what the settings call the same people."""

    def value(publication: Publication, people: _People) -> Value:
        written = [name.text for name in publication.item.names.get(variable, ())]
        known = [person.label for (where, _), person in people.items() if where == variable and person.label]
        names = publication.item.names.get(variable, ())
        return NamedPeople.of(dict.fromkeys((*written, *known)), names)

    return value


def _date(item: Item, length: int) -> tuple[int, ...]:
    issued = item.dates.get("issued")
    part = issued.parts[0] if issued is not None and issued.parts else ()
    return part if len(part) >= length else ()


def _year(publication: Publication, _people: _People) -> Value:
    part = _date(publication.item, 1)
    return part[0] if part else None


def _month(publication: Publication, _people: _People) -> Value:
    part = _date(publication.item, 2)
    return part[1] if part else None


def _day(publication: Publication, _people: _People) -> Value:
    return "-".join(f"{number:02}" for number in _date(publication.item, 1)) or None


def _positions(_publication: Publication, people: _People) -> Value:
    return tuple(place + 1 for (where, place), person in people.items() if where == "author" and person.owner)


def _keywords(publication: Publication, _people: _People) -> Value:
    """Those of the entry, else CSL-JSON's list in one text."""
    listed = plain(publication.item.variables.get("keyword", ""))
    return publication.keywords or tuple(word.strip() for word in re.split("[,;]", listed) if word.strip())


# Each name with what it means; the meaning stands in docs/reference/selection.md.
NAMES: dict[str, tuple[str, Callable[[Publication, _People], Value]]] = {
    "key": ("the entry's key", lambda publication, _: publication.key),
    "type": (
        "the CSL type and the entry type, e.g. paper-conference and inproceedings",
        lambda publication, _: tuple(filter(None, (publication.item.type, publication.entry_type))),
    ),
    "year": ("the year as a number", _year),
    "month": ("the month from 1 to 12", _month),
    "date": ('what is known of the date, as text, e.g. "2024-05"', _day),
    "title": ("the title", _variable("title")),
    "venue": ("the journal, book or meeting", _variable("container-title", "event-title", "publisher")),
    "abbr": ("the venue's short form", _variable("container-title-short")),
    "doi": ("the bare DOI", lambda publication, _: publication.doi or None),
    "language": ("the work's language", _variable("language")),
    "author": ("the authors' full names, and the names in publist.toml of those it knows", _names("author")),
    "editor": ("the same of the editors", _names("editor")),
    "owner": (
        "whether the owner is among the people",
        lambda _, people: any(person.owner for person in people.values()),
    ),
    "position": ("the owner's places among the authors, from 1", _positions),
    "groups": (
        "the groups of publist.toml that somebody in the entry belongs to",
        lambda _, people: tuple(
            dict.fromkeys(group for person in people.values() for group in person.groups)
        ),
    ),
    "roles": (
        "the roles that somebody has, e.g. equal",
        lambda publication, _: tuple(
            dict.fromkeys(role for person in publication.people for role in person.roles)
        ),
    ),
    "keywords": ("the keywords", _keywords),
    "selected": ("whether the entry is selected", lambda publication, _: publication.selected),
    "hidden": ("whether the entry is hidden", lambda publication, _: publication.hidden),
    "nickname": ("the short name", lambda publication, _: plain(publication.nickname) or None),
    "badges": (
        "the kinds of the badges, e.g. oral",
        lambda publication, _: tuple(badge.kind for badge in publication.badges),
    ),
    "links": (
        "the kinds of the links, e.g. code",
        lambda publication, _: tuple(link.kind for link in publication.links),
    ),
    "file": ("the file's path as it was given", lambda publication, _: publication.file),
}
ALIASES = {"authors": "author", "editors": "editor", "keyword": "keywords", "id": "key", "journal": "venue"}


def values(publication: Publication, people: _People) -> Values:
    """The publication's values by name: those of the table, else the entry's fields as plain text."""

    def value(name: str) -> Value:
        known = NAMES.get(ALIASES.get(name, name))
        return publication.fields.get(name) if known is None else known[1](publication, people)

    return value


def known_names(publications: Iterable[Publication]) -> set[str]:
    """Every name that means something for one of the publications."""
    found = set(NAMES) | set(ALIASES)
    for publication in publications:
        found.update(publication.fields)
    return found
