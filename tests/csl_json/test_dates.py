"""CSL-JSON dates.  Oracle: the suite's date_ fixtures where named, else EDTF and plain reading."""

from __future__ import annotations

import pytest

from publist.csl_json.dates import date_from_json, date_from_text, date_to_json
from publist.item import Date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2024, 1, 31]]}, Date(((2024, 1, 31),))),
        ({"date-parts": [["2024", "1"]]}, Date(((2024, 1),))),
        ({"date-parts": [[-44, 3, 15]]}, Date(((-44, 3, 15),))),
        ({"date-parts": [[2001], [2003]]}, Date(((2001,), (2003,)))),
        ({"date-parts": [[2001], [0, 0, 0]]}, Date(((2001,), ()))),
        ({"date-parts": [[2000]], "season": 3}, Date(((2000,),), season=3)),
        ({"date-parts": [[2000]], "season": "Summer"}, Date(((2000,),), season=2)),
        ({"date-parts": [[2000]], "circa": "1"}, Date(((2000,),), circa=True)),
        ({"literal": "in press"}, Date(literal="in press")),
        ({"raw": "2001-05-03"}, Date(((2001, 5, 3),))),
        ({}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [[""]]}, None),
    ],
)
def test_a_date_is_read(value: dict[str, object], date: Date | None) -> None:
    assert date_from_json(value) == date


# date_VariousInvalidDates.txt
@pytest.mark.parametrize(
    ("month", "date"),
    [
        (-1, Date(((1965,),))),
        (13, Date(((1965,),), season=1)),
        (17, Date(((1965,),), season=1)),
        (24, Date(((1965,),), season=4)),
        (60, Date(((1965,),))),
    ],
)
def test_a_month_that_cannot_be_is_a_season_or_nothing(month: int, date: Date) -> None:
    assert date_from_json({"date-parts": [[1965, month, 1]]}) == date


def test_seasons_of_a_range_stay_among_its_parts() -> None:  # date_SeasonRange1.txt
    value = {"date-parts": [["1999", "21"], ["2001", "22"]]}
    assert date_from_json(value) == Date(((1999, 21), (2001, 22)))


def test_a_season_that_is_a_time_of_day_is_none() -> None:  # disambiguate_ByCiteIncremental1.txt
    assert date_from_json({"date-parts": [["2013", 1, 30]], "season": "22:56:08"}) == Date(((2013, 1, 30),))


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2004-10-01/2004-10-14", Date(((2004, 10, 1), (2004, 10, 14)))),
        ("2001/..", Date(((2001,), ()))),
        ("May 3, 2001", Date(((2001, 5, 3),))),
        ("3 May 2001", Date(((2001, 5, 3),))),
        ("July 2001", Date(((2001, 7),))),
        ("5/3/2001", Date(((2001, 5, 3),))),
        ("Spring 1999 - Summer 2001", Date(((1999, 21), (2001, 22)))),
        ("Fall 2004", Date(((2004,),), season=3)),
        ("c. 1950", Date(((1950,),), circa=True)),
        ("1999?", Date(((1999,),), circa=True)),
        ("44 BC", Date(((-44,),))),
        ("AD 20", Date(((20,),))),
        ("Bogus Date", Date(literal="Bogus Date")),  # date_String.txt
    ],
)
def test_a_raw_date_is_parsed_or_taken_as_it_stands(raw: str, date: Date) -> None:
    assert date_from_text(raw) == date


def test_an_open_range_is_written_as_it_is_read() -> None:
    assert date_from_json(date_to_json(Date(((2001,), ())))) == Date(((2001,), ()))
