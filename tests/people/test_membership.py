"""Works of years in which a member was elsewhere.  Oracle: docs/how-to/people.md, by hand."""

from __future__ import annotations

import pytest

from publist.item import Date, Item, Name
from publist.people import Known
from publist.people.identify import identify
from publist.people.membership import outside
from publist.publication import Publication

JANE = Name(family="Doe", given="Jane")


def work(year: int | None) -> Publication:
    dates = {"issued": Date(((year,),))} if year else {}
    return Publication(Item("a", names={"author": (JANE,)}, dates=dates), f"k{year}", "my.bib", 3)


@pytest.mark.parametrize(
    ("since", "until", "span", "years"),
    [
        (2019, 2020, "from 2019 to 2020", [2018, 2021]),
        (2019, 0, "from 2019", [2018]),
        (0, 2020, "to 2020", [2021]),
        (0, 0, "", []),
    ],
)
def test_a_members_works_are_of_the_members_years(
    since: int, until: int, span: str, years: list[int]
) -> None:
    works = [work(year) for year in (2018, 2019, 2020, 2021, None)]
    jane = Known("Jane Doe", (JANE,), since=since, until=until)
    found = list(outside(works, identify(works, [jane])))
    assert [(str(problem), problem.key, problem.field) for problem in found] == [
        (
            f"my.bib:3: info: k{year} is of {year}, Jane Doe belongs to the group {span} [outside-years]",
            f"k{year}",
            "author",
        )
        for year in years
    ]
