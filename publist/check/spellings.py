"""One person who is spelled in several ways in different entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from publist import rules
from publist.check.work import Checked
from publist.item import Name
from publist.matching.spelling import folded, given_parts
from publist.patterns import pattern
from publist.problems import Problem
from publist.records import NamedTuple
from publist.richtext import plain

_SIGNS = pattern(r"[\W_]+")
_LONG = 5  # letters of a name in which one wrong letter is no other name
_CROWD = 200  # spellings with one surname; more are not compared
_NUMBERS = {1: "one entry"}


class _Spelling(NamedTuple):
    """One way to write a name, and where it stands."""

    name: Name
    family: str
    given: str
    works: list[Checked]


def name_spellings(works: Sequence[Checked]) -> Iterator[Problem]:
    """A name in full is spelled in two ways in different entries: with and without an accent or a hyphen.

    Or with one letter more, less or otherwise, beside the same people.  The rarer spelling is said.
    """
    spellings = _spellings(works)
    said: set[str] = set()
    for one, usual in (*_same_letters(spellings), *_one_letter(spellings)):
        text = one.name.text
        if text not in said and len(one.works) <= len(usual.works):
            said.add(text)
            times = _NUMBERS.get(len(usual.works), f"{len(usual.works)} entries")
            message = f"{text} is {usual.name.text} in {times}; write one form, if it is one person"
            yield one.works[0].problem(rules.NAME_SPELLINGS, message, "author", plain(one.name.family))


def _spellings(works: Sequence[Checked]) -> list[_Spelling]:
    """The names in full, without their full stops: a middle initial may have one or not."""
    found: dict[str, _Spelling] = {}
    for work in works:
        for name in work.publication.item.names.get("author", ()):
            family, given = plain(name.family), plain(name.given)
            parts = given_parts(given)
            if family and parts and not parts[0][1]:
                spelling = _Spelling(name, folded(family), folded(given), [])
                found.setdefault(" ".join(name.text.replace(".", "").split()), spelling).works.append(work)
    return sorted(found.values(), key=lambda one: -len(one.works))


def _same_letters(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs that differ in accents, case, hyphens and blanks alone."""
    first: dict[str, _Spelling] = {}
    for one in spellings:
        usual = first.setdefault(_SIGNS.sub("", f"{one.given} {one.family}"), one)
        if usual is not one:
            yield one, usual


def _one_letter(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs with one part of the name in common, and one letter of the other wrong."""
    blocks: defaultdict[tuple[str, str], list[_Spelling]] = defaultdict(list)
    for one in spellings:
        blocks["family", one.family].append(one)
        blocks["given", one.given].append(one)
    for (part, _), several in blocks.items():
        if len(several) > _CROWD:
            continue
        for place, one in enumerate(several):
            for usual in several[:place]:
                if _is_misspelt(part, one, usual) and _in_company(one, usual):
                    yield one, usual


def _is_misspelt(part: str, one: _Spelling, usual: _Spelling) -> bool:
    from rapidfuzz.distance import OSA

    left, right = (one.given, usual.given) if part == "family" else (one.family, usual.family)
    if left == right or min(len(left), len(right)) < _LONG:
        return False
    return OSA.distance(left, right, score_cutoff=1) == 1


def _in_company(one: _Spelling, usual: _Spelling) -> bool:
    """Whether the two stand with the same people, and never beside each other."""
    company = {name.text for work in usual.works for name in work.publication.item.names["author"]}
    beside = [name.text for work in one.works for name in work.publication.item.names["author"]]
    return usual.name.text not in beside and any(text in company for text in beside)


CHECKS = (name_spellings,)
