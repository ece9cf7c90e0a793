"""Persons in braces: ``{Jane Doe}`` is Jane Doe where the bibliography, or the project, knows her.

So are the two of ``Jane Doe, Bob Roe``, which may be one with two surnames and two given names.

Braces keep a name whole (btxdoc, 4), which is meant for organisations; exporters and tired people put them
around persons too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from publist.bibtex.names import parse_name
from publist.bibtex.organisations import looks_like_person
from publist.bibtex.surname_first import is_initials
from publist.item import Name
from publist.packed import alike
from publist.patterns import pattern
from publist.publication import Publication
from publist.richtext import Text, plain

# Particles that are in no names of organisations.
_PARTICLE = pattern(r"\w (?:van de[rn]|von(?: der| dem)?) [A-Z]")


def unbraced(publications: Sequence[Publication], known: Iterable[Name] = ()) -> list[Publication]:
    """The publications with the persons among their braced names taken apart, and two that are typed as one.

    A braced name is a person's if the same person stands unbraced in another place or is among the ``known``
    people of a project, if two braced names or more of one list all look like persons', or if it is typed
    as ``{Doe, Jane}``.
    """
    braced: dict[int, list[list[Name]]] = {}  # of each list the names in braces, by the publication's place
    for place, publication in enumerate(publications):
        for names in publication.item.names.values():
            if whole := [name for name in names if name.literal and not name.others]:
                braced.setdefault(place, []).append(whole)
    publications = made = _apart(publications)
    people = _People(name for several in braced.values() for names in several for name in names)
    if not people:
        return made
    for name in known:
        people.add(name)
    for publication in publications:
        for names in publication.item.names.values():
            for name in names:
                if not name.literal:
                    people.add(name)
    for several in braced.values():
        for whole in several:
            people.learn(whole)
    for place in braced:
        made[place] = _changed(made[place], people)
    return made


def _apart(publications: Sequence[Publication]) -> list[Publication]:
    """``Jane Doe, Bob Roe`` as two people, if either stands so in another place of the bibliography."""
    two = {
        (place, variable): names[0]
        for place, publication in enumerate(publications)
        for variable, names in publication.item.names.items()
        if len(names) == 1 and names[0].given.count(" ") == 1 == plain(names[0].family).count(" ")
    }
    made = list(publications)
    if not two:
        return made
    known = {
        f"{plain(name.given)} {plain(name.family)}"
        for publication in publications
        for names in publication.item.names.values()
        for name in names
    }
    for (place, variable), name in two.items():
        halves = plain(name.family), plain(name.given)
        if made[place].entry_type and not known.isdisjoint(halves):
            item = made[place].item
            names = {**item.names, variable: tuple(map(parse_name, halves))}
            made[place] = alike(made[place], replace(item, names=names))
    return made


def _is_braced(name: Name) -> bool:
    return bool(name.literal) and not name.others


class _People:
    """The persons that a bibliography knows, by the spellings of their family names.

    Only those count who may be one of the ``braced``.
    """

    def __init__(self, braced: Iterable[Name]) -> None:
        texts = filter(looks_like_person, (plain(name.literal) for name in braced))
        families = (_spellings(parse_name(text)) for text in texts)
        self._by_family: dict[str, dict[Name, None]] = {one: {} for family in families for one in family}
        self._spelled: dict[Text, list[str]] = {}
        self._read: dict[Name, Name] = {}

    def __bool__(self) -> bool:
        """Whether anybody's braces may come off."""
        return bool(self._by_family)

    def add(self, name: Name) -> None:
        """A person who is known."""
        spelled = self._spelled.get(name.family)
        if spelled is None:
            spelled = [one for one in _spellings(name) if one in self._by_family]
            self._spelled[name.family] = spelled
        if spelled and name.family and name.given:
            for spelling in spelled:
                self._by_family[spelling][name] = None

    def learn(self, braced: Sequence[Name]) -> None:
        """Those whom a list shows to be persons by itself, of its names in braces."""
        texts = [plain(name.literal) for name in braced]
        if (len(texts) > 1 or _tells_of_a_person(texts[0])) and all(map(looks_like_person, texts)):
            for text in texts:
                self.add(parse_name(text))

    def person(self, braced: Name) -> Name:
        """The braced name as a person's, or as it was."""
        found = self._read.get(braced)
        if found is None:
            found = self._read[braced] = self._look_up(braced)
        return found

    def _look_up(self, braced: Name) -> Name:
        from publist.matching import same_person

        text = plain(braced.literal)
        if not looks_like_person(text):
            return braced
        person = parse_name(text)
        alike = (name for one in _spellings(person) for name in self._by_family.get(one, ()))
        return person if any(same_person(person, name) for name in alike) else braced


def _spellings(person: Name) -> Iterable[str]:
    from publist.matching.spelling import spellings  # most bibliographies have nobody in braces

    return spellings(plain(person.family))


def _tells_of_a_person(text: str) -> bool:
    """Whether a name says itself that it is a person's: ``Doe, Jane``, ``Jane van der Doe``."""
    given = text.partition(",")[2].strip()
    if _PARTICLE.search(text):
        return True
    return bool(given) and (is_initials(given) or len(given.split()) <= 2)


def _changed(publication: Publication, people: _People) -> Publication:
    item = publication.item
    if not publication.entry_type:  # CSL-JSON says what is literal
        return publication
    names = {
        variable: tuple(people.person(name) if _is_braced(name) else name for name in several)
        for variable, several in item.names.items()
    }
    return publication if names == item.names else alike(publication, replace(item, names=names))
