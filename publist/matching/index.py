"""Which known people a written name may stand for, looked up by surname.

Names are compared as structured names (family, given, particle), never as rendered text, so a name
is found whatever the style makes of it and a substring of another name never is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from publist.item import Name
from publist.matching.readings import Fit, Reading, as_one_word, loose, readings
from publist.matching.spelling import is_cjk, may_hide_suffix, spellings, without_digraphs
from publist.richtext import plain

NameKey = tuple[str, ...]
Place = TypeVar("Place")


def name_key(name: Name) -> NameKey:
    """What tells two written names apart."""
    family, given, literal = name.family, name.given, name.literal
    return (
        family if isinstance(family, str) else plain(family),
        given if isinstance(given, str) else plain(given),
        name.dropping_particle,
        name.non_dropping_particle,
        name.suffix,
        literal if isinstance(literal, str) else plain(literal),
    )


_LONGEST = 500  # letters of a surname's ending


class Index:
    """The names of known people, by the spellings of their surnames.

    People are numbered from 0 in the order given; each has one or more names.

        >>> index = Index([[Name(family="Shao", given="Wenqi")], [Name(family="Luo", given="Ping")]])
        >>> index.fits(Name(family="Luo", given="P."))
        {1: <Fit.INITIAL: 1>}
        >>> index.fits(Name(family="Luo", given="Yu"))
        {1: <Fit.NONE: 0>}
    """

    def __init__(self, people: Iterable[Sequence[Name]]) -> None:
        self._by_family: defaultdict[str, list[tuple[int, Reading]]] = defaultdict(list)
        self._seen: dict[NameKey, dict[int, Fit]] = {}
        self._may_end: dict[str, bool] = {}
        self._may_swap: dict[str, bool] = {}
        for person, names in enumerate(people):
            for reading in _decided([reading for name in names for reading in _known_readings(name)]):
                for spelling in reading.family:
                    self._by_family[spelling].append((person, reading))
        self._endings = {
            known[start:]
            for known in self._by_family
            for start in range(max(0, len(known) - _LONGEST), len(known))
        }

    def __bool__(self) -> bool:
        return bool(self._by_family)

    def fits(self, name: Name) -> dict[int, Fit]:
        """How well the name fits each person with this surname; people with another one are left out."""
        if not self._may_be_known(name):
            return {}
        key = name_key(name)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._look_up(name)
        return found

    def _may_be_known(self, name: Name) -> bool:
        """A quick check before the slow one: most names in a bibliography belong to strangers.

        However a name is read, its surname ends with the family name or is the given name.
        """
        if name.literal:
            return True
        family, given = name.family, name.given
        family = family if isinstance(family, str) else plain(family)
        ends = self._may_end.get(family)
        if ends is None:
            ends = self._may_end[family] = (
                is_cjk(family)
                or may_hide_suffix(family)
                or any(
                    form in self._endings
                    for spelling in spellings(family)
                    for form in (spelling, without_digraphs(spelling))
                )
            )
        if ends:
            return True
        given = given if isinstance(given, str) else plain(given)
        swaps = self._may_swap.get(given)
        if swaps is None:
            swaps = self._may_swap[given] = any(spelling in self._by_family for spelling in spellings(given))
        return swaps

    def _look_up(self, name: Name) -> dict[int, Fit]:
        found: dict[int, Fit] = {}
        for reading in readings(name):
            for form in (reading, loose(reading)):
                if form is None:
                    continue
                for spelling in form.family:
                    for person, wanted in self._by_family.get(spelling, ()):
                        fit = wanted.fit(form)
                        if fit or (wanted.certain and form.certain):
                            found[person] = max(found.get(person, Fit.NONE), fit)
        return found


def _known_readings(name: Name) -> list[Reading]:
    plain_readings = readings(name)
    other = [form for reading in plain_readings if (form := loose(reading)) is not None]
    return plain_readings + as_one_word(name) + other


def _decided(found: list[Reading]) -> list[Reading]:
    """The readings of one person, without those that a fuller one of the same person makes clear.

    ``W. Shao`` beside ``Wenqi Shao`` would match ``Wei Shao``: the full name decides.
    """
    return [
        reading
        for reading in found
        if not any(
            reading.given
            and reading.given[0][1]
            and other.given
            and not other.given[0][1]
            and other.family & reading.family
            and other.certain
            and other.fit(reading) == Fit.INITIAL
            for other in found
        )
    ]


def closest(people: Sequence[Name], written: Mapping[Place, Name]) -> list[Place]:
    """Of written names that fit one person equally well those that agree most with one of the person's names.

    "J. M. Doe" is Jane Mary Doe, where "J. Doe" stands beside it.
    """
    known = [readings(name)[0] for name in people]
    close = {place: max(one.closeness(readings(name)[0]) for one in known) for place, name in written.items()}
    return [place for place, value in close.items() if value == max(close.values())]


def same_person(left: Name, right: Name) -> Fit:
    """How well two written names agree; NONE also where the surnames differ."""
    best = Fit.NONE
    for one in readings(left):
        for other in readings(right):
            if one.family & other.family:
                best = max(best, one.fit(other), other.fit(one))
    return best
