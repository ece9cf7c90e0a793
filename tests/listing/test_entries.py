"""Order and headings.  Expected values by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publist import listing
from publist.item import Date, Item
from publist.listing.prepare import prepare
from publist.listing.sections import arrange
from publist.publication import Publication
from publist.settings.options import Arrangement, Choice, Extras, Grouping, Persons


def publication(key: str, *date: int, type_: str = "article-journal", **rest: object) -> Publication:
    dates = {"issued": Date((date,))} if date else {}
    variables = {"status": rest.pop("status")} if "status" in rest else {}
    return Publication(Item(key, type_, variables, dates=dates), key, **rest)  # type: ignore[arg-type]  # parts of any kind, by name


def keys(publications: list[Publication]) -> list[str]:
    return [one.key for one in publications]


def test_newest_first_then_file_order() -> None:
    ordered = listing.by_date([publication("a", 2020), publication("b", 2021, 3), publication("c", 2021, 11),
                               publication("d", 2020), publication("e")])  # fmt: skip
    assert keys(ordered) == ["c", "b", "a", "d", "e"]


def test_what_is_not_out_yet_stands_above() -> None:
    works = listing.by_date([publication("old", 2024), publication("new", status="in press")])
    groups = arrange(works, Arrangement("year"))
    assert [(group.heading, keys(group.publications)) for group in groups] == [
        ("In press", ["new"]), ("2024", ["old"]),
    ]  # fmt: skip


def test_undated_works_come_last() -> None:
    groups = arrange(listing.by_date([publication("a"), publication("b", 2020)]), Arrangement("year"))
    assert [group.heading for group in groups] == ["2020", "No date"]


def test_types_have_a_fixed_order() -> None:
    works = [
        publication("t", 2020, type_="thesis"),
        publication("j", 2019),
        publication("x", 2018, type_="map"),
    ]
    groups = arrange(works, Arrangement("type"))
    assert [group.heading for group in groups] == ["Journal articles", "Theses", "Other"]


def test_hidden_works_are_not_listed() -> None:
    works = [publication("a", hidden=True), publication("b")]
    assert keys(prepare(works, Choice(), Persons(), Extras()).publications) == ["b"]


DATES = st.lists(st.integers(1, 12), max_size=3).map(lambda date: [date[0] + 2000, *date[1:]] if date else [])


@given(st.lists(DATES, max_size=20), st.sampled_from(["year", "type", "none"]))
def test_no_entry_vanishes(dates: list[list[int]], grouping: Grouping) -> None:
    works = [publication(str(index), *date) for index, date in enumerate(dates)]
    listed = [
        one for group in arrange(listing.by_date(works), Arrangement(grouping)) for one in group.publications
    ]
    assert sorted(keys(listed)) == sorted(keys(works))
