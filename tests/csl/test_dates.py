"""Dates: localized and free, ranges, seasons, years before Christ, year suffixes.

Oracle: the examples of CSL 1.0.2 (Date, Date Ranges) and the locales' own date formats.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.csl.small import person, texts


def one(layout: str, issued: dict[str, Any], **parts: str) -> str:
    return texts(layout + '<text value="."/>', {"issued": issued}, **parts)[0].removesuffix(".")


def parts(*dates: list[int]) -> dict[str, Any]:
    return {"date-parts": list(dates)}


@pytest.mark.parametrize(
    ("locale", "form", "wanted"),
    [
        ("en-US", "text", "January 31, 2024"),
        ("en-US", "numeric", "01/31/2024"),
        ("en-GB", "text", "31 January 2024"),
        ("de-DE", "text", "31. Januar 2024"),
        ("fr-FR", "numeric", "31/01/2024"),
    ],
)
def test_a_localized_date(locale: str, form: str, wanted: str) -> None:
    layout = f'<date variable="issued" form="{form}"/>'
    assert one(layout, parts([2024, 1, 31]), locale=locale) == wanted


def test_date_parts_limit_a_localized_date() -> None:
    assert one('<date variable="issued" form="text" date-parts="year-month"/>', parts([2024, 1, 31])) == (
        "January 2024"
    )
    assert one('<date variable="issued" form="text" date-parts="year"/>', parts([2024, 1, 31])) == "2024"


FREE = (
    '<date variable="issued"><date-part name="day" suffix=" " range-delimiter="-"/>'
    '<date-part name="month" suffix=" "/><date-part name="year" range-delimiter="/"/></date>'
)


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (([2008, 5, 1], [2008, 5, 4]), "1-4 May 2008"),
        (([2008, 5], [2008, 7]), "May–July 2008"),
        (([2008, 5], [2009, 6]), "May 2008/June 2009"),
        (([2008, 5, 1], [2008, 5, 1]), "1 May 2008"),
    ],
)
def test_a_range_shows_what_differs(dates: tuple[list[int], ...], wanted: str) -> None:
    assert one(FREE, parts(*dates)) == wanted


def test_a_range_that_differs_in_nothing_shown_is_one_date() -> None:
    layout = '<date variable="issued"><date-part name="year"/></date>'
    assert one(layout, parts([2008, 5], [2008, 7])) == "2008"


@pytest.mark.parametrize(
    ("issued", "wanted"),
    [
        (parts([-44]), "44 BC"),
        (parts([987]), "987 AD"),
        (parts([2024]), "2024"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ({"date-parts": []}, ""),
    ],
)
def test_a_year(issued: dict[str, Any], wanted: str) -> None:
    assert one('<date variable="issued"><date-part name="year"/></date>', issued) == wanted


@pytest.mark.parametrize(
    "issued", [{"date-parts": [[2024]], "season": 2}, parts([2024, 14]), parts([2024, 22])]
)
def test_a_season_stands_for_the_month(issued: dict[str, Any]) -> None:
    layout = '<date variable="issued" delimiter=" "><date-part name="month"/><date-part name="year"/></date>'
    assert one(layout, issued) == "Summer 2024"


def test_a_day_is_an_ordinal_where_the_style_asks() -> None:
    layout = '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/></date>'
    assert one(layout, parts([2024, 1, 2])) == "2nd"
    assert one(layout, parts([2024, 1, 2]), locale="fr-FR") == "2"  # limit-day-ordinals-to-day-1


def test_a_year_suffix_follows_the_first_year() -> None:
    layout = '<names variable="author"/> <date variable="issued" form="text" date-parts="year" prefix=" "/>'
    item = {"author": [person("Doe")], "issued": parts([2000])}
    options = 'disambiguate-add-year-suffix="true"'
    assert texts(layout, item, item, citation=options) == ["Doe 2000a", "Doe 2000b"]


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        # Oracle: citeproc-js 1.4: words stand where the year stands, in its font and affixes.
        ('<date variable="issued" prefix="("><date-part name="year" prefix="y"/></date>', "T (yin press"),
        ('<date variable="issued"><date-part name="month"/><date-part name="day"/></date>', "T"),
        ('<date variable="issued" form="text"/>', "T in press"),
    ],
)
def test_a_date_in_words_stands_for_the_year(date: str, wanted: str) -> None:
    layout = f'<group delimiter=" "><text variable="title"/>{date}</group>'
    assert texts(layout, {"title": "T", "issued": {"literal": "in press"}}) == [wanted]


def test_a_date_in_words_has_no_year_suffix() -> None:
    layout = '<date variable="issued"><date-part name="year"/></date>'
    item = {"title": "T", "issued": {"literal": "in press"}}
    found = texts(layout, item, item, citation='disambiguate-add-year-suffix="true"')
    assert found == ["in press", "in press"]


def test_a_season_of_one_year_twice_is_one_season() -> None:
    issued = {"date-parts": [[2001], [2001]], "season": 2}
    assert texts('<date variable="issued" form="text"/>', {"issued": issued}) == ["Summer 2001"]
