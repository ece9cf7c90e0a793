"""Which of many written names are one person's, without anybody being known beforehand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from publist.item import Name
from publist.matching.index import Index
from publist.matching.readings import Fit
from publist.matching.spelling import given_parts
from publist.richtext import plain


def together(names: Sequence[tuple[Name, Collection[int]]]) -> list[list[int]]:
    """The places of the names, person by person; the first of a person is the name that says most.

    Each name comes with the numbers of the lists in which it stands: one person stands once in a list.
    A name that may be two people's stays by itself.

        >>> names = [Name("Shao", "W."), Name("Shao", "Wenqi"), Name("Luo", "Yu"), Name("Luo", "P.")]
        >>> together([(name, [number]) for number, name in enumerate(names)])
        [[1, 0], [2], [3]]
    """
    index = Index([name] for name, _ in names)
    people: list[list[int]] = []
    person_of: dict[int, int] = {}
    lists: list[set[int]] = []
    for place in sorted(range(len(names)), key=lambda place: _says(names[place][0]), reverse=True):
        name, where = names[place]
        fits: dict[int, Fit] = {}
        for other, fit in index.fits(name).items():
            person = person_of.get(other)
            if fit and person is not None and lists[person].isdisjoint(where):
                fits[person] = max(fit, fits.get(person, Fit.NONE))
        best = [person for person, fit in fits.items() if fit == max(fits.values())]
        if len(best) != 1:
            best = [len(people)]
            people.append([])
            lists.append(set())
        person_of[place] = best[0]
        people[best[0]].append(place)
        lists[best[0]].update(where)
    return sorted(people, key=min)


def _says(name: Name) -> tuple[int, int, int]:
    """How much a name tells: given names in full, then all given names, then its letters."""
    parts = given_parts(plain(name.given))
    return sum(not part[1] for part in parts), len(parts), len(name.text)
