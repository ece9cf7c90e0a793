"""Whom a list does not have.  Oracle: the requirement that few are named, and that many are counted."""

from __future__ import annotations

import pytest

from publist import rules
from publist.item import Item, Name
from publist.people import Known, weighed
from publist.people.absent import absent
from publist.problems import Problem
from publist.publication import Publication

OWNER = Known(label="J. Doe", highlight=("strong",))


def missing(count: int) -> list[Problem]:
    return [
        Problem("a.bib", n, rules.OWNER_MISSING, f"no name in k{n}", f"k{n}") for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("count", "listed", "said"),
    [
        (0, 9, []),
        (1, 1, ["no name in k1"]),
        (1, 2, ["no name in k1"]),
        (2, 9, ["no name in k1", "no name in k2"]),
        (5, 9, []),
        (6, 8, ["only 2 of 8 entries match J. Doe"]),
        (9, 9, ["no entry of 9 matches J. Doe; is the name written as in the bibliography?"]),
    ],
)
def test_what_is_said_goes_by_how_many_lack_the_owner(count: int, listed: int, said: list[str]) -> None:
    assert [problem.message for problem in weighed(missing(count), listed, [OWNER])] == said


@pytest.mark.parametrize(
    ("count", "listed", "told"),
    [
        (9, 9, "a.bib: warning: no entry of 9 matches J. Doe; is the name written as in the bibliography?"
         " [owner-missing]"),
        (6, 8, "a.bib: info: only 2 of 8 entries match J. Doe [owner-rare]"),
        (7, 8, "a.bib: info: only 1 of 8 entries matches J. Doe [owner-rare]"),
        (5, 8, None),
    ],
)  # fmt: skip
def test_what_is_said_of_many_is_said_of_the_file_and_before_all_else(
    count: int, listed: int, told: str | None
) -> None:
    other = Problem("a.bib", 3, rules.OWNER_TWICE, "two", "k3")
    problems = weighed([*missing(count), other], listed, [OWNER])
    assert list(map(str, problems)) == [*([told] if told else []), str(other)]


def test_of_two_people_no_nearest_name_is_told() -> None:
    known = [Known(label, highlight=("em",)) for label in ("W. Shoa", "P. Loo")]
    [problem] = weighed(missing(9), 9, known, [Name("Shao", "Wenqi"), Name("Luo", "P.")])
    assert problem.message.endswith("is the name written as in the bibliography?")


def test_each_entry_without_anybody_is_named_with_what_to_look_for() -> None:
    works = [Publication(Item(key), key, "a.bib", line) for line, key in enumerate(("k1", "k2", "k3"), 1)]
    people = {"k1": {("author", 0): OWNER}, "k2": {("author", 0): Known("X")}, "k3": {}}
    assert absent(works, [OWNER], lambda key: people[key]) == [
        Problem(
            "a.bib", line, rules.OWNER_MISSING,
            f"no name in k{line} matches J. Doe; is somebody missing or misspelt?", f"k{line}",
        )
        for line in (2, 3)
    ]  # fmt: skip
    assert absent(works, [Known("X")], lambda key: people[key]) == []


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        ("AB", "A or B"),
        ("ABC", "A or B or C"),
        ("ABCD", "A or B or C or 1 other"),
        ("ABCDE", "A or B or C or 2 others"),
    ],
)
def test_three_people_are_named_and_the_others_counted(labels: str, named: str) -> None:
    known = [Known("nobody"), *(Known(label, highlight=("em",)) for label in labels)]
    (problem,) = weighed(missing(9), 9, known)
    assert f"matches {named};" in problem.message


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("Wenqi Shoa", "did you mean Wenqi Shao?"),
        ("W. Shoa", "did you mean Wenqi Shao?"),
        ("P. Loo", "did you mean P. Luo?"),
        ("J. Sheo", "is the name written as in the bibliography?"),
        ("Max Planck", "is the name written as in the bibliography?"),
    ],
)
def test_of_a_misspelt_owner_the_nearest_name_is_told(asked: str, advice: str) -> None:
    names = [Name("Shao", "Wenqi"), Name("Luo", "P."), Name(literal="OpenAI")]
    known = [Known(label=asked, highlight=("strong",))]
    [problem] = weighed(missing(9), 9, known, names)
    assert problem.message == f"no entry of 9 matches {asked}; {advice}"
