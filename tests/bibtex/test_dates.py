"""Dates: BibTeX's year and month, BibLaTeX's EDTF (level 1)."""

from __future__ import annotations

import pytest

from publist.bibtex.dates import edtf, issued
from publist.item import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", Date(((2024,),))),
        ("2024-01-31", Date(((2024, 1, 31),))),
        ("2020-06/2020-07", Date(((2020, 6), (2020, 7)))),
        ("2020/", Date(((2020,), ()))),
        ("2020/..", Date(((2020,), ()))),
        ("1999~", Date(((1999,),), circa=True)),
        ("2020-21", Date(((2020,),), season=1)),
        ("199X", Date(((1990,), (1999,)))),
        ("2004-XX", Date(((2004,),))),
        ("-0043", Date(((-44,),))),
        ("2020-13", None),
        ("soon", None),
    ],
)
def test_edtf(text: str, date: Date | None) -> None:
    assert edtf(text) == date


@pytest.mark.parametrize(
    ("year", "month", "date"),
    [
        ("2020", "January", Date(((2020, 1),))),
        ("2020", "Jan.", Date(((2020, 1),))),
        ("2020", "sept", Date(((2020, 9),))),
        ("2020", "7", Date(((2020, 7),))),
        ("2020", "10\u00a0January", Date(((2020, 1, 10),))),
        ("2020", "January\u00a010", Date(((2020, 1, 10),))),
        ("2020", "June/July", Date(((2020, 6), (2020, 7)))),
        ("2020", "December–January", Date(((2020, 12), (2021, 1)))),
        ("2020", "30 May–2 June", Date(((2020, 5, 30), (2020, 6, 2)))),
        ("2020", "July 5–9", Date(((2020, 7, 5), (2020, 7, 9)))),
        ("2020", "Spring", Date(((2020,),), season=1)),
        ("2020", "März", Date(((2020, 3),))),
        ("2020", "maerz", Date(((2020, 3),))),
        ("2020", "fevrier", Date(((2020, 2),))),
        ("2020", "12 août", Date(((2020, 8, 12),))),
        ("2020", "września", Date(((2020, 9),))),
        ("2020", "listopad", Date(((2020,),))),  # October in Croatian, November in Polish
        ("2020", "декабрь", Date(((2020, 12),))),
        ("2019–2020", "", Date(((2019,), (2020,)))),
        ("c. 1900", "", Date(((1900,),), circa=True)),
        ("June 2020", "", Date(((2020, 6),))),
        ("open-source", "", Date(literal="open-source")),
    ],
)
def test_year_and_month_in_every_form(year: str, month: str, date: Date) -> None:
    assert issued("", year, month, "").date == date


@pytest.mark.parametrize("status", ["in press", "to appear", "accepted", "submitted", "forthcoming"])
def test_a_status_in_the_year_is_no_date(status: str) -> None:
    found = issued("", status.capitalize(), "", "")
    assert (found.date, found.status, found.doubt) == (None, status, "")
    assert issued("", f"2024 ({status})", "", "").date == Date(((2024,),))


def test_a_month_nobody_knows_is_said() -> None:
    found = issued("", "2020", "Smarch", "")
    assert found.date == Date(((2020,),))
    assert "Smarch" in found.doubt
