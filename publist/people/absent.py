"""Entries in which nobody is set off: named where they are few, counted where they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from publist import rules
from publist.errors import nearest
from publist.item import Name
from publist.people.known import Known, Position
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import plain

_NAMED = 3  # people named in a message
_COMPARED = 10_000  # names that a misspelt one is compared with: more of them take a second and longer
_ALIKE = 0.8  # how like: Seungyop and Seungyeop Han, and no other person's name


def absent(
    publications: Sequence[Publication],
    known: Sequence[Known],
    people_of: Callable[[str], Mapping[Position, Known]],
) -> list[Problem]:
    """A warning for each entry in which nobody is set off; ``people_of`` tells by key who stands where."""
    wanted = _wanted(known)
    if not wanted:
        return []
    advice = "is somebody missing or misspelt?"
    return [
        Problem(
            one.file,
            one.line,
            rules.OWNER_MISSING,
            f"no name in {one.key} matches {wanted}; {advice}",
            one.key,
        )
        for one in publications
        if not any(person.highlight for person in people_of(one.key).values())
    ]


def weighed(
    problems: Sequence[Problem], listed: int, known: Sequence[Known], names: Iterable[Name] = ()
) -> list[Problem]:
    """The problems of a list of so many entries, with what is worth saying of those without anybody.

    They are named where at least half of the entries have somebody.  Where none has, or at most a quarter,
    one problem says so, with the one of ``names``, those of the list, that was probably meant; and in
    between nothing is said: in a group's file that is as it should be.
    """
    missing = [problem for problem in problems if problem.rule is rules.OWNER_MISSING]
    found = listed - len(missing)
    if not missing or listed == 1 or 2 * found >= listed:
        return list(problems)
    others = [problem for problem in problems if problem.rule is not rules.OWNER_MISSING]
    file, wanted = missing[0].file, _wanted(known)
    if not found:
        near = _near(known, names)
        advice = f"did you mean {near}?" if near else "is the name written as in the bibliography?"
        message = f"no entry of {listed} matches {wanted}; {advice}"
        return [Problem(file, 0, rules.OWNER_MISSING, message), *others]
    if 4 * found <= listed:
        verb = "matches" if found == 1 else "match"
        message = f"only {found} of {listed} entries {verb} {wanted}"
        return [Problem(file, 0, rules.OWNER_RARE, message), *others]
    return others


def _near(known: Sequence[Known], names: Iterable[Name]) -> str:
    """The name that is spelt most like that of the one person to be set off; "" if there are more."""
    labels = [person.label for person in known if person.highlight]
    if len(labels) > 1:
        return ""
    full: dict[str, str] = {}
    for name in islice(names, _COMPARED):
        full.setdefault(name.text, name.text)
        full.setdefault(f"{plain(name.given)[:1]}. {plain(name.family)}", name.text)
    return next((full[spelt] for spelt in nearest(labels[0], full, cutoff=_ALIKE)), "")


def _wanted(known: Sequence[Known]) -> str:
    """E.g. ``W. Shao or P. Luo``; "" if nobody is to be set off."""
    labels = [person.label for person in known if person.highlight]
    others = len(labels) - _NAMED
    more = [f"{others} other{'s' * (others > 1)}"] if others > 0 else []
    return " or ".join([*labels[:_NAMED], *more])
