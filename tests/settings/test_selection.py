"""The selection language.  Oracle: the grammar of docs/reference/selection.md, by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.settings.selection import SelectError, Selection, Value, equal

PAPER: dict[str, Value] = {
    "year": 2024,
    "selected": True,
    "hidden": False,
    "keywords": ("Vision", "language models"),
    "title": "On Computer Vision",
    "volume": "12",
    "type": ("paper-conference", "inproceedings"),
    "date": "2024-05-01",
    "note": "",
}


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ('selected and year >= 2022 and "vision" in keywords', True),
        ("selected and year > 2024", False),
        ("not selected or year < 2000", False),
        ("not not selected", True),
        ("hidden or not hidden and year == 2024", True),  # "and" binds tighter than "or"
        ("(hidden or selected) and year != 2024", False),
        ("volume > 3", True),  # digits in a field are compared as a number: "12" > "3"
        ('type == "inproceedings"', True),
        ('type != "inproceedings"', False),
        ('type in ["article", "paper-conference"]', True),
        ("year not in [2023, 2022]", True),
        ('"computer vision" in title', True),
        ('"vision" in keywords', True),
        ('"visio" in keywords', False),  # a member of a list is whole
        ('date >= "2024-04"', True),
        ("month >= 3", False),  # a missing value is never more nor less
        ("award", False),
        ("not award", True),
        ("note", False),
        ("'On Computer Vision' == title", True),
        (r'"a\"b" == "a\"b"', True),
        ("SELECTED AND Year == 2024", True),
        ("true", True),
        ("[]", False),
    ],
)
def test_what_it_accepts(source: str, accepted: bool) -> None:
    assert Selection.parse(source).accepts(PAPER.get) is accepted


@pytest.mark.parametrize(
    ("source", "position", "message"),
    [
        ("", 1, "is empty"),
        ("year >=", 8, "expected a value, found the end"),
        ("year = 3", 6, 'write "=="'),
        ("(year", 6, 'expected ")"'),
        ('a or "abc', 6, "a text does not end"),
        ("year 3", 6, 'expected "and", "or" or the end'),
        ("1 < 2 < 3", 7, "cannot be chained"),
        ("date > 2024-01", 8, "in quotes"),
        ("x ; y", 3, "does not belong here"),
        ('__import__("os")', 11, "expected"),
        ("year.real", 5, "does not belong here"),
        ("a and or b", 7, "expected a value, found or"),
        ("x not y", 7, 'expected "in"'),
        ("(" * 100 + "a" + ")" * 100, 41, "too deep"),
        ("a or " * 1000, 1, "longer than"),
    ],
)
def test_a_mistake_has_its_position(source: str, position: int, message: str) -> None:
    with pytest.raises(SelectError) as caught:
        Selection.parse(source)
    assert caught.value.position == position
    assert message in caught.value.message
    assert "\n" not in caught.value.message


def test_a_name_that_nothing_has_is_told_with_the_nearest() -> None:
    selection = Selection.parse("selected and yaer > 2020 and keywords")
    assert selection.unknown(["year", "selected", "keywords"]) == [("yaer", 14, "year")]


@given(st.text(max_size=60))
def test_any_text_is_a_selection_or_a_select_error(source: str) -> None:
    try:
        selection = Selection.parse(source)
    except SelectError:
        return
    assert selection.accepts(PAPER.get) in (True, False)


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5))


@given(SCALARS, SCALARS)
def test_equality_is_symmetric(left: Value, right: Value) -> None:
    assert equal(left, right) == equal(right, left)
