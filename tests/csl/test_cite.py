"""Citations.

Oracle: CSL 1.0.2 (Citation, Cite Grouping, Cite Collapsing); delimiters and spaces about affixes are as
citeproc-js prints them for the same style and cites.
"""

from __future__ import annotations

from typing import Any

import pytest

from publist.csl import Citation, Cite, Processor, Style
from publist.richtext import plain
from tests.csl_suite.citations import citation_from_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}">
<info><id>x</id><title>x</title></info>
<citation {options}>{sort}<layout prefix="{open}" suffix="{close}" delimiter="; ">{layout}</layout></citation>
</style>"""
AUTHOR_DATE = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<date variable="issued"><date-part name="year"/></date>'
    '<text variable="locator" prefix="p. "/></group>'
)
NUMBER = (
    '<group prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/>'
    '<text variable="locator" prefix="p. "/></group>'
)
TITLE = '<text variable="title"/>'


def item(key: str, family: str, year: int) -> dict[str, Any]:
    return {
        "id": key,
        "type": "book",
        "title": f"T{key}",
        "author": [{"family": family, "given": "J"}],
        "issued": {"date-parts": [[year]]},
    }


ITEMS = [item("0", "Doe", 2000), item("1", "Doe", 2001), item("2", "Roe", 2000), item("3", "Doe", 2001),
         item("4", "Doe", 2002), item("5", "Doe", 2001)]  # fmt: skip


def processor(
    layout: str, options: str = "", *, kind: str = "in-text", sort: str = "", affixes: str = "()"
) -> Processor:
    first, last = affixes[:1], affixes[1:]
    xml = STYLE.format(kind=kind, options=options, sort=sort, layout=layout, open=first, close=last)
    return Processor(Style.loads(xml), ITEMS)


def cited(processor: Processor, *cites: Cite | str) -> str:
    whole = Citation(tuple(Cite(cite) if isinstance(cite, str) else cite for cite in cites))
    return plain(processor.cite([whole])[0])


YEAR = 'collapse="year" disambiguate-add-year-suffix="true"'


@pytest.mark.parametrize(
    ("options", "kind", "text"),
    [
        (YEAR, "in-text", "(Doe 2000, 2001a, 2001b; Roe 2000)"),
        (YEAR, "note", "(Doe 2000; 2001a; 2001b; Roe 2000)"),
        (f'{YEAR} cite-group-delimiter=" + "', "in-text", "(Doe 2000 + 2001a + 2001b; Roe 2000)"),
        (f'{YEAR} after-collapse-delimiter=" | "', "in-text", "(Doe 2000; 2001a; 2001b | Roe 2000)"),
        (YEAR.replace("year", "year-suffix", 1), "in-text", "(Doe 2000, 2001a; b; Roe 2000)"),
        (
            YEAR.replace("year", "year-suffix", 1) + ' year-suffix-delimiter=","',
            "in-text",
            "(Doe 2000, 2001a,b; Roe 2000)",
        ),
        ('cite-group-delimiter=" + "', "in-text", "(Doe 2000 + Doe 2001 + Doe 2001; Roe 2000)"),
        ("", "in-text", "(Doe 2000; Doe 2001; Doe 2001; Roe 2000)"),
    ],
)
def test_cites_of_one_author_are_collapsed(options: str, kind: str, text: str) -> None:
    assert cited(processor(AUTHOR_DATE, options, kind=kind), "0", "1", "3", "2") == text


def test_cites_of_one_author_are_grouped_where_the_first_stands() -> None:
    assert cited(processor(AUTHOR_DATE, YEAR), "0", "2", "4") == "(Doe 2000, 2002; Roe 2000)"


@pytest.mark.parametrize(
    ("keys", "text"), [("1 3 5", "(Doe 2001a–c)"), ("1 3", "(Doe 2001a; b)"), ("1 5", "(Doe 2001a; c)")]
)
def test_suffixes_in_a_row_become_a_range(keys: str, text: str) -> None:
    options = 'collapse="year-suffix-ranged" disambiguate-add-year-suffix="true"'
    assert cited(processor(AUTHOR_DATE, options), *keys.split()) == text


def test_what_is_no_year_does_not_stand_for_two() -> None:
    layout = (
        '<group delimiter=" "><names variable="author"><name form="short"/></names><group>'
        '<text term="no date" form="short"/><text variable="year-suffix" prefix="-"/></group></group>'
    )
    options = 'collapse="year-suffix" disambiguate-add-year-suffix="true"'
    assert cited(processor(layout, options), "1", "3") == "(Doe n.d.-b, n.d.-c)"


# As citeproc-js prints them.
@pytest.mark.parametrize(
    ("locator", "language", "text"),
    [
        ("sec. 2, p. 5", "en-US", "sec. 2, p. 5"),
        ("sec. 2, p. 5-7", "en-US", "sec. 2, pp. 5–7"),
        ("sec. 2, p. 5", "de-DE", "Abschn. 2, S. 5"),
        ("vol. 2 p. 5", "de-DE", "Bd. 2 S. 5"),
        ("bk. 2, ch. 3, l. 5", "fr-FR", "livre 2, chap. 3, l. 5"),
        ("ch. 3, p. 5 and 7", "en-US", "chap. 3, pp. 5 and 7"),
        ("5, App. 3", "de-DE", "S. 5, App. 3"),
        ("vrs. 3", "en-US", "v. 3"),
    ],
)
def test_labels_within_a_locator_are_the_locales(locator: str, language: str, text: str) -> None:
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'
    xml = STYLE.format(kind="in-text", options="", sort="", layout=layout, open="", close="")
    made = Processor(Style.loads(xml), ITEMS, locale=language)
    assert cited(made, Cite("0", locator)) == text


def test_a_locator_is_followed_by_the_delimiter_after_collapsing() -> None:
    # collapse_ChicagoAfterCollapse.txt
    options = 'collapse="year" after-collapse-delimiter=" | "'
    assert cited(processor(AUTHOR_DATE, options), Cite("0", "3"), Cite("1", "5"), "2") == (
        "(Doe 2000 p. 3 | 2001 p. 5 | Roe 2000)"
    )


@pytest.mark.parametrize(
    ("cites", "text"),
    [
        (["0", "1", "2"], "([1]–[3])"),
        (["0", "1"], "([1]; [2])"),
        (["0", "2"], "([1]; [3])"),
        (["0", "1", "2", "4"], "([1]–[3]; [5])"),
        (["2", "1", "0"], "([3]; [2]; [1])"),
        (["4", "0", "1", "2"], "([5]; [1]–[3])"),
        (["0", Cite("1", "3"), "2"], "([1]; [2, p. 3]; [3])"),
        ([Cite("0", prefix="see "), "1", "2"], "(see [1]–[3])"),
        (["0", "1", Cite("2", suffix=" x"), "3"], "([1]; [2]; [3] x; [4])"),
        (["0", "1", "2", Cite("3", suffix=" x")], "([1]–[3]; [4] x)"),
        (["0", "0"], "([1]; [1])"),
    ],
)
def test_numbers_in_a_row_become_a_range(cites: list[Cite | str], text: str) -> None:
    assert cited(processor(NUMBER, 'collapse="citation-number"'), *cites) == text


def test_the_author_may_be_suppressed_or_alone() -> None:
    style = processor(AUTHOR_DATE)
    assert cited(style, Cite("0", suppress_author=True)) == "(2000)"
    assert cited(style, Cite("0", author_only=True)) == "Doe"  # for the text of a sentence (citeproc-js)


@pytest.mark.parametrize(
    ("prefix", "suffix", "text"),
    [
        ("see", "x", "see T0 x"),
        ("see ", ", x", "see T0, x"),
        ("(", "y)", "(T0 y)"),
        ("cf.", " ff.", "cf. T0 ff."),
        ("see/", "-x", "see/T0-x"),
        ("x", "(y)", "x T0 (y)"),
        ("e.g.,", "", "e.g., T0"),
        ('He said "no".', "", "He said “no”. T0"),
        ("‘as typed’", "", "‘as typed’ T0"),
    ],
)
def test_affixes_have_a_space_where_a_writer_forgot_it(prefix: str, suffix: str, text: str) -> None:
    assert cited(processor(TITLE, affixes=""), Cite("0", prefix=prefix, suffix=suffix)) == text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (Cite("0"), Cite("1", prefix=", and "), "T0, and T1"),
        (Cite("0"), Cite("1", prefix=". And "), "T0. And T1"),
        (Cite("0"), Cite("1", prefix="and "), "T0; and T1"),
        (Cite("0", suffix=","), Cite("1"), "T0, T1"),
        (Cite("0", suffix=" x."), Cite("1"), "T0 x. T1"),
    ],
)
def test_a_typed_comma_takes_the_delimiters_place(first: Cite, second: Cite, text: str) -> None:
    assert cited(processor(TITLE, affixes=""), first, second) == text


IBID = (
    '<choose><if position="ibid"><text term="ibid"/></if>'
    '<else-if position="subsequent"><text value="again"/></else-if>'
    "<else>" + TITLE + "</else></choose>"
)


def test_a_term_at_the_start_of_a_note_has_a_capital() -> None:
    style = processor(IBID, kind="note", affixes="")
    again = Cite("0", prefix="Read it.")
    once = Cite("0", prefix="See.")
    texts = style.cite(
        [Citation((Cite("0"),), 1), *[Citation((c,), n) for n, c in enumerate((Cite("0"), again, once), 2)]]
    )
    assert [plain(text) for text in texts] == ["T0", "Ibid.", "Read it. Ibid.", "See. ibid."]


@pytest.mark.parametrize(
    ("options", "text"), [('strip-periods="true"', "Ibid"), ('text-case="lowercase"', "ibid.")]
)
def test_a_term_with_a_case_of_its_own_keeps_it_at_the_start(options: str, text: str) -> None:
    layout = IBID.replace('term="ibid"', f'term="ibid" {options}')
    style = processor(layout, kind="note", affixes="")
    assert plain(style.cite([Citation((Cite("0"),), note) for note in (1, 2)])[1]) == text


def test_cites_are_sorted_as_the_style_says() -> None:
    style = processor(TITLE, sort='<sort><key variable="title" sort="descending"/></sort>')
    assert cited(style, "0", "2", "1") == "(T2; T1; T0)"


def test_groups_of_cites_that_tie_stand_as_in_the_bibliography() -> None:
    year = '<sort><key variable="issued"/></sort>'
    assert cited(processor(AUTHOR_DATE, YEAR, sort=year), "2", "0") == "(Doe 2000; Roe 2000)"
    assert cited(processor(AUTHOR_DATE, sort=year), "2", "0") == "(Roe 2000; Doe 2000)"


def test_a_label_that_is_made_meets_no_condition() -> None:
    label = '<text variable="citation-label"/>'
    layout = f'<choose><if variable="citation-label">{label}</if><else>{TITLE}</else></choose>'
    assert cited(processor(layout), "0") == "(T0)"
    assert cited(processor(label), "0") == "(Doe00)"


def test_a_citation_of_a_word_processor_is_read() -> None:
    value = {
        "citationItems": [{"id": 5, "locator": 4, "label": "chapter", "prefix": "<i>see</i>"}],
        "properties": {"noteIndex": 3},
    }
    citation = citation_from_json(value)
    assert (citation.note, citation.cites[0].id, citation.cites[0].locator) == (3, "5", "4")
    assert (citation.cites[0].label, plain(citation.cites[0].prefix)) == ("chapter", "see")


def test_an_item_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        cited(processor(TITLE), "none")


NAMELESS = [("n", 1990), ("p", 1991)]


def undated(key: str, family: str, year: int = 0) -> dict[str, Any]:
    found = item(key, family, year)
    return found if year else {name: value for name, value in found.items() if name != "issued"}


@pytest.mark.parametrize(
    ("options", "keys", "text"),
    [
        # Oracle: citeproc-js 1.4, the same style and items.
        ('collapse="year" after-collapse-delimiter=" | "', "bf", "(Doe 1999 | Jones 2003)"),
        ('collapse="year" after-collapse-delimiter=" | "', "acf", "(Smith 1999; 2000 | Jones 2003)"),
        ('collapse="year-suffix" after-collapse-delimiter=" | "', "bf", "(Doe 1999; Jones 2003)"),
        ('collapse="year-suffix" after-collapse-delimiter=" | "', "acf", "(Smith 1999; 2000 | Jones 2003)"),
        ('collapse="year-suffix-ranged" after-collapse-delimiter=" | "', "bf", "(Doe 1999 | Jones 2003)"),
        # A cite that has nothing but the names of its group shows nothing more.
        ('collapse="year"', "ag", "(Smith 1999)"),
        ('cite-group-delimiter=", "', "ag", "(Smith 1999, Smith)"),
        # Cites without names are no groups, but have their delimiter.
        ('collapse="year"', "np", "(1990, 1991)"),
        ('collapse="year" after-collapse-delimiter=" | "', "np", "(1990; 1991)"),
        ("", "np", "(1990; 1991)"),
    ],
)
def test_delimiters_of_groups_of_one_and_of_none(options: str, keys: str, text: str) -> None:
    items = [undated("a", "Smith", 1999), undated("b", "Doe", 1999), undated("c", "Smith", 2000),
             undated("f", "Jones", 2003), undated("g", "Smith")]  # fmt: skip
    items += [{"id": key, "type": "book", "issued": {"date-parts": [[year]]}} for key, year in NAMELESS]
    xml = STYLE.format(kind="in-text", options=options, sort="", layout=AUTHOR_DATE, open="(", close=")")
    assert cited(Processor(Style.loads(xml), items), *keys) == text


@pytest.mark.parametrize(
    ("delimiter", "suffix", "prefix", "text"),
    [
        # Oracle: citeproc-js 1.4, and affix_WithCommas.txt of the suite.
        ("; ", " is one,", "", "T0 is one, T1"),
        (";", " is one,", "", "T0 is one,T1"),
        ("; ", " is one", ", and ", "T0 is one; , and T1"),
        ("; ", "", ", and ", "T0, and T1"),
    ],
)
def test_a_typed_mark_takes_no_more_than_the_delimiters_mark(
    delimiter: str, suffix: str, prefix: str, text: str
) -> None:
    xml = STYLE.format(kind="in-text", options="", sort="", layout=TITLE, open="", close="")
    found = Processor(Style.loads(xml.replace('"; "', f'"{delimiter}"')), ITEMS)
    assert cited(found, Cite("0", suffix=suffix), Cite("1", prefix=prefix)) == text


def test_cites_are_sorted_by_names_without_what_tells_cites_apart() -> None:
    # Oracle: citeproc-js 1.4: the key of a cite is the macro as it stands.
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="by-cite"'
    names = '<names variable="author"><name form="short"/></names>'
    sort = '<sort><key macro="names"/></sort>'
    items = [{**item(str(at), "Doe", 2000), "author": [{"family": "Doe", "given": given}]}
             for at, given in enumerate(["John", "James"])]  # fmt: skip
    text = '<text macro="names"/>'
    xml = STYLE.format(kind="in-text", options=options, sort=sort, layout=text, open="", close="")
    xml = xml.replace("<citation", f'<macro name="names">{names}</macro><citation')
    assert cited(Processor(Style.loads(xml), items), "0", "1") == "John Doe; James Doe"
