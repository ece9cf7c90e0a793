"""Numbers.  Oracle: CSL 1.0.2 (Number, Choose, Label, Page Ranges) and the suite's fixtures where named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.csl import Style
from publist.csl.locale import Locale
from publist.csl.numbers import (
    format_number,
    is_numeric,
    is_plural,
    ordinal,
    page_first,
    page_range,
    roman,
)
from tests.csl.small import texts

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
<info><id>x</id><title>x</title></info>{}<citation><layout><text value="x"/></layout></citation></style>"""


def locale(language: str = "en-US", terms: str = "") -> Locale:
    own = f"<locale><terms>{terms}</terms></locale>" if terms else ""
    return Locale(Style.loads(STYLE.format(own)), language)


@pytest.mark.parametrize("value", ["1", "12a", "D2", "L2d", "2, 3", "2-4", "2 & 4", "ii", "1989/90", "5th"])
def test_numbers_with_affixes_lists_and_ranges_are_numeric(value: str) -> None:
    assert is_numeric(value)


@pytest.mark.parametrize(
    "value",
    ["second", "2nd edition", "annotated edition", "A", "1.2", "version: 2002, amended effective June 1"],
)
def test_words_are_not_numeric(value: str) -> None:
    assert not is_numeric(value)


@pytest.mark.parametrize(
    "value", ["1-2", "i–ix", "S213-S235", "213 & 235", "213 and 235", "1, 3", "327-30", "12, 14n3"]
)
def test_ranges_and_lists_are_plural(value: str) -> None:
    assert is_plural(value)


# number_PlainHyphenOrEnDashAlwaysPlural.txt, label_CollapsedPageNumberPluralDetection.txt
@pytest.mark.parametrize("value", ["1", "12a", "3\\-B", "Michaelson-Morely", "327\\-30", "B-C", ""])
def test_one_number_is_not_plural(value: str) -> None:
    assert not is_plural(value)


# page_Chicago.txt, page_Minimal.txt and CSL 1.0.2, Appendix V
@pytest.mark.parametrize(
    ("pages", "expanded", "minimal", "minimal_two", "chicago", "chicago_16"),
    [
        ("101-108", "101–108", "101–8", "101–08", "101–8", "101–8"),
        ("3-10", "3–10", "3–10", "3–10", "3–10", "3–10"),
        ("71-72", "71–72", "71–2", "71–72", "71–72", "71–72"),
        ("791-791", "791–791", "791–791", "791–791", "791–791", "791–791"),  # as citeproc-js
        ("100-4", "100–104", "100–4", "100–04", "100–104", "100–104"),
        ("600-13", "600–613", "600–13", "600–13", "600–613", "600–613"),
        ("321-28", "321–328", "321–8", "321–28", "321–28", "321–28"),
        ("1536-538", "1536–1538", "1536–8", "1536–38", "1536–38", "1536–38"),
        ("1496-504", "1496–1504", "1496–504", "1496–504", "1496–1504", "1496–504"),
        ("13792-803", "13792–13803", "13792–803", "13792–803", "13792–803", "13792–803"),
        ("n11564 - n1568", "n11564–n11568", "n11564–8", "n11564–68", "n11564–68", "n11564–68"),
        ("n11564 - 1568", "n11564-1568", "n11564-1568", "n11564-1568", "n11564-1568", "n11564-1568"),
        (
            "101-8, 204-9",
            "101–108, 204–209",
            "101–8, 204–9",
            "101–08, 204–09",
            "101–8, 204–9",
            "101–8, 204–9",
        ),
        ("xx-xxiv", "xx–xxiv", "xx–xxiv", "xx–xxiv", "xx–xxiv", "xx–xxiv"),
        ("20-10", "20–10", "20–10", "20–10", "20–10", "20–10"),
        ("01790", "01790", "01790", "01790", "01790", "01790"),
    ],
)
def test_page_ranges(
    pages: str, expanded: str, minimal: str, minimal_two: str, chicago: str, chicago_16: str
) -> None:
    wanted = [expanded, minimal, minimal_two, chicago, chicago, chicago_16]
    formats = ["expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"]
    assert [page_range(pages, each, "–") for each in formats] == wanted


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("110-5", "110–5"),  # page_NoOption.txt
        ("3\\-B", "3-B"),
        ("123N110 - N5, 456K200 - 99", "123N110-N5, 456K200-99"),  # page_ExpandWeirdComposite.txt
        ("Michaelson-Morely", "Michaelson-Morely"),
        ("367-368, fig. 333", "367–368, fig. 333"),  # locator_SingularEmbeddedLabelAfterPlural.txt
        ("e102", "e102"),
    ],
)
def test_pages_without_a_format(pages: str, shown: str) -> None:
    assert page_range(pages, None, "–") == shown


def test_a_range_and_a_list_take_the_locales_marks() -> None:
    assert page_range("1-3 & 5", None, "‑", "og") == "1‑3 og 5"


@pytest.mark.parametrize(
    ("pages", "first"), [("42-45", "42"), ("42", "42"), ("12, 14", "12"), ("3\\-B", "3-B")]
)
def test_the_first_page(pages: str, first: str) -> None:
    assert page_first(pages) == first


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_english_ordinals(number: int, shown: str) -> None:
    assert ordinal(number, locale()) == shown


@pytest.mark.parametrize(("number", "shown"), [(1, "first"), (10, "tenth"), (11, "11th")])
def test_long_ordinals_go_up_to_ten(number: int, shown: str) -> None:
    assert ordinal(number, locale(), long=True) == shown


def test_ordinals_follow_the_gender_and_the_match_of_their_terms() -> None:
    french = locale("fr-FR")  # match="whole-number": 21 is no "21er"
    assert [ordinal(number, french, "masculine") for number in (1, 2, 21)] == ["1ᵉʳ", "2ᵉ", "21ᵉ"]
    assert ordinal(1, french, "feminine") == "1ʳᵉ"


def test_an_ordinal_of_a_noun_without_gender_takes_the_last_that_the_locale_has() -> None:
    # Oracle: citeproc-js 1.4; pt-PT has ordinals for masculine and feminine nouns alone.
    layout = '<number variable="edition" form="ordinal"/>'
    assert texts(layout, {"edition": "2"}, locale="pt-PT") == ["2.ª"]


def test_an_ordinal_without_the_gender_falls_back() -> None:  # number_SeparateOrdinalNamespaces.txt
    terms = (
        '<term name="ordinal">a</term><term name="ordinal-01">b</term>'
        '<term name="ordinal-01" gender-form="masculine">c</term>'
        '<term name="ordinal-02" gender-form="masculine">d</term>'
    )
    own = locale(terms=terms)
    assert [ordinal(number, own, "masculine") for number in (1, 2, 3)] == ["1c", "2d", "3a"]
    assert [ordinal(number, own, "feminine") for number in (1, 2, 3)] == ["1b", "2a", "3a"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("2", "ordinal", "2nd"),
        ("2", "numeric", "2"),
        ("12-14", "ordinal", "12th–14th"),
        ("1, 3", "roman", "i, iii"),
        ("7, p. 3-8", "ordinal", "7th, pp. 3–8"),  # number_OrdinalSpacing.txt
        ("2nd edition", "ordinal", "2nd edition"),
        ("0012", "ordinal", "0012"),
        ("S12", "roman", "S12"),
        ("9" * 40, "ordinal", "9" * 40),
    ],
)
def test_cs_number(value: str, form: str, shown: str) -> None:
    assert format_number(value, form, locale()) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(4, "iv"), (1999, "mcmxcix"), (4567, "mmmmdlxvii"), (0, "0"), (9999, "9999")]
)
def test_roman(number: int, shown: str) -> None:
    assert roman(number) == shown


@given(st.text(max_size=30), st.sampled_from([None, "expanded", "minimal", "minimal-two", "chicago"]))
def test_any_text_goes_through(value: str, page_format: str | None) -> None:
    page_range(value, page_format, "–")
    page_first(value)
    is_plural(value)
    for form in ("numeric", "ordinal", "long-ordinal", "roman"):
        format_number(value, form, locale())


@given(st.integers(1, 99999), st.integers(0, 99999))
def test_an_expanded_range_keeps_both_numbers(first: int, more: int) -> None:
    last = first + more
    for page_format in ("minimal", "minimal-two", "chicago", "chicago-16"):
        short = page_range(f"{first}-{last}", page_format, "–")
        assert page_range(short, "expanded", "–") == f"{first}–{last}"


@pytest.mark.parametrize(
    ("variable", "typed", "wanted"),
    [
        ("page", "pp. 3-8", "pp. 3–8 numeric"),
        ("page", "pp. iv-x", "pp. iv–x numeric"),
        ("volume", "vol. 3", "vol. 3 numeric"),
        ("issue", "no. 5", "no. 5 numeric"),
        ("volume", "no. 3", "vol. no. 3"),
        ("volume", "p. 3", "vol. p. 3"),
        ("number-of-pages", "p. 300", "p. p. 300"),
    ],
)
def test_a_number_behind_its_own_label_is_a_number(variable: str, typed: str, wanted: str) -> None:
    """Oracle: citeproc-js."""
    layout = (
        f'<label variable="{variable}" form="short" suffix=" "/><text variable="{variable}"/>'
        f'<choose><if is-numeric="{variable}"><text value=" numeric"/></if></choose>'
    )
    assert texts(layout, {variable: typed}) == [wanted]


def test_the_label_of_a_locator_in_a_list_is_that_of_the_pages() -> None:
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="page"/>'
    assert texts(layout, {"page": "3-8"}, {"title": "T"}) == ["p. 3–8", ""]
