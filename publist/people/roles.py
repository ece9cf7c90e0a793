"""Roles beside a name, their signs and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from publist import rules
from publist.phrases import phrase
from publist.problems import Problem
from publist.publication import Person, Publication
from publist.records import NamedTuple


class Role(NamedTuple):
    """A role, e.g. ``Role("intern", "‡", "Work done as an intern")``.

    ``sign`` stands beside names; "" takes the first that is free.  ``label`` "" means the built-in words
    in the list's language.
    """

    name: str
    sign: str = ""
    label: str = ""

    def words(self, language: str) -> str:
        """What the legend says."""
        return self.label or phrase(self.name, language) or self.name.replace("-", " ").capitalize()


# In the order in which marks and legends show them.  The signs of the first roles are those that
# papers use; the others do not look like footnotes that people type into names.
ROLES: Mapping[str, Role] = {
    role.name: role
    for role in (
        Role("equal", "*"),
        Role("corresponding", "✉"),
        Role("supervision", "‡"),
        Role("alphabetical", "α"),
        Role("student", "§"),
        Role("deceased", "✝"),
    )
}

UNKNOWN = "unknown"
"""The role of a typed mark whose meaning nobody gave."""

ANNOTATION_ONLY = frozenset({"highlight"})
"""Roles that are never shown as a mark: they say who is set off."""

_SPARE_SIGNS = "†‡§¶‖#◊△□○"


class Settled(NamedTuple):
    """The roles of a list: the publications with all meanings known, the roles' signs, and what is odd.

    ``signs`` has the sign of each role that is used, in the legend's order.
    """

    publications: list[Publication]
    known: Mapping[str, Role]
    signs: Mapping[str, str]
    problems: list[Problem]


def settle(publications: Iterable[Publication], own: Iterable[Role] = ()) -> Settled:
    """Give every mark its meaning and every role its sign.

    ``own`` are the owner's roles, or other signs and words for known ones; a name with such a sign typed
    beside it has the role.  A typed mark without any meaning keeps its sign and is an info problem.
    """
    known = {**ROLES, **{role.name: _merged(role) for role in own}}
    typed = {role.sign: role.name for role in known.values() if role.sign and role != ROLES.get(role.name)}
    settled = [_with_meanings(publication, typed, known) for publication in publications]
    problems = [problem for publication in settled for problem in _unclear(publication, known)]
    return Settled(settled, known, _signs(settled, known), problems)


def _merged(role: Role) -> Role:
    built_in = ROLES.get(role.name)
    return role if built_in is None else role._replace(sign=role.sign or built_in.sign)


def _with_meanings(publication: Publication, typed: Mapping[str, str], known: dict[str, Role]) -> Publication:
    """The publication with each typed mark that has a meaning turned into its role.

    al-folio's ``annotation = {† Work done at X}`` makes a role of its own, which joins ``known``.
    """
    if not any(person.marks for person in publication.people):
        return publication
    meanings = dict(typed)
    for sign, words in publication.meanings:
        name = next((role.name for role in known.values() if role.label == words), words)
        known.setdefault(name, Role(name, sign, words))
        meanings[sign] = name
    return publication._replace(people=tuple(_settled(person, meanings) for person in publication.people))


def _settled(person: Person, meanings: Mapping[str, str]) -> Person:
    roles = dict.fromkeys((*person.roles, *(meanings[mark] for mark in person.marks if mark in meanings)))
    marks = tuple(mark for mark in person.marks if mark not in meanings)
    return person._replace(roles=tuple(roles), marks=marks)


def _unclear(publication: Publication, known: Mapping[str, Role]) -> list[Problem]:
    marks = dict.fromkeys(mark for person in publication.people for mark in person.marks)
    names = dict.fromkeys(role for person in publication.people for role in person.roles)
    messages = [
        (rules.UNKNOWN_MARK, f"nobody says what {mark} beside a name means: add [roles.NAME] with sign ="
         f' "{mark}" to publist.toml, or annotation = {{{mark} …}} to the entry')
        for mark in marks
    ] + [
        (rules.UNKNOWN_ROLE,
         f"the role {name} is not known and not shown: add [roles.{name}] to publist.toml")
        for name in names
        if name not in known and name not in ANNOTATION_ONLY
    ]  # fmt: skip
    return [
        Problem(publication.file, publication.line, rule, message, publication.key)
        for rule, message in messages
    ]


def _signs(publications: Iterable[Publication], known: Mapping[str, Role]) -> dict[str, str]:
    """The sign of each role in use.

    A sign that stands typed beside a name without a known meaning is left to it: the role gets a spare
    one, so that no sign of a list has two meanings.
    """
    used: set[str] = set()
    taken: set[str] = set()
    for publication in publications:
        for person in publication.people:
            used.update(person.roles)
            taken.update(person.marks)
    signs: dict[str, str] = {}
    for name, role in known.items():
        if name in used:
            signs[name] = _free(role.sign, taken)
            taken.add(signs[name])
    return signs


def _free(sign: str, taken: Collection[str]) -> str:
    if sign and sign not in taken:
        return sign
    spare = (one * length for length in range(1, 10) for one in _SPARE_SIGNS)
    return next(one for one in spare if one not in taken)
