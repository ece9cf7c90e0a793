"""Whom a list does not have.  Oracle: the requirement that few are named, and that many are counted."""

from __future__ import annotations

import pytest

from publist import rules
from publist.item import Name
from publist.people import Known, weighed
from publist.problems import Problem

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


def test_other_problems_stay() -> None:
    other = Problem("a.bib", 3, rules.OWNER_TWICE, "two", "k3")
    assert other in weighed([*missing(9), other], 9, [OWNER])


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
