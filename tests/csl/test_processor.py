"""The processor: order, numbers, groups, blocks, repeated authors, locales.

Oracle: CSL 1.0.2 (Group, Sorting, Whitespace, Reference Grouping, Locale Fallback).
"""

from __future__ import annotations

import pytest

from publist.csl import Processor, Style
from publist.csl.locale import Locale
from publist.errors import ConfigError, InputError
from publist.richtext import Block, VariableSpan
from tests.csl.small import contents, person, style, texts

TITLE = '<text variable="title"/>'
ITEMS = [{"id": key, "type": "book", "title": key.upper()} for key in ("c", "a", "b")]
SORT = '<sort><key variable="title"/></sort>'


def test_the_style_sorts_and_numbers() -> None:
    processor = Processor(style(TITLE, sort=SORT), ITEMS)
    assert processor.order() == ["a", "b", "c"]
    assert [(entry.id, entry.number) for entry in processor.bibliography()] == [("a", 1), ("b", 2), ("c", 3)]


def test_the_given_order_is_kept_on_request() -> None:
    processor = Processor(style(TITLE, sort=SORT), ITEMS, sort=False)
    assert [(entry.id, entry.number) for entry in processor.bibliography()] == [("c", 1), ("a", 2), ("b", 3)]


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(ConfigError, match="there is no locale tlh; the languages are af, ar, "):
        Processor(style(TITLE), ITEMS, locale="tlh")


def test_an_id_that_two_items_share_is_refused() -> None:
    with pytest.raises(InputError, match="two items have the id “a”; give one of them another"):
        Processor(style(TITLE), [*ITEMS, {"id": "a", "type": "book"}])


def test_a_style_without_a_bibliography_gives_no_entries() -> None:
    xml = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">'
        "<citation><layout><text value='x'/></layout></citation></style>"
    )
    assert Processor(Style.loads(xml), ITEMS).bibliography() == []


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        ('<text value="in "/><text variable="container-title"/>', "|"),
        ('<text value="in "/><text variable="title"/>', "in T|"),
        ('<text value="in "/>', "in |"),
        ('<text value="in "/><group><text variable="note"/></group>', "|"),
        ('<text value="in "/><group><text value="x"/></group><text variable="note"/>', "in x|"),
    ],
)
def test_a_group_vanishes_with_its_variables(group: str, wanted: str) -> None:
    assert texts(f'<group>{group}</group><text value="|"/>', {"title": "T"}) == [wanted]


def test_a_group_without_variables_empties_no_group_around_it() -> None:
    layout = '<group><text value="in "/><text variable="note"/>{}</group><text value="|"/>'
    nothing = '<choose><if type="chapter"><text value="x"/></if></choose>'
    macro = f'<macro name="nothing">{nothing}</macro>'
    assert texts(layout.format('<text macro="nothing"/>'), {}, before=macro) == ["in |"]
    inner = '<group><text macro="nothing"/><text variable="note"/></group>'
    assert texts(layout.format(inner), {}, before=macro) == ["|"]


def test_values_are_tagged_with_their_variable() -> None:
    assert contents(TITLE, {"title": "T"}) == [(VariableSpan("title", ("T",)),)]


def test_the_first_field_goes_into_the_margin() -> None:
    layout = f'<text variable="citation-number" suffix="."/>{TITLE}'
    (content,) = contents(
        layout, {"title": "T"}, bibliography='second-field-align="flush"', around='suffix="."'
    )
    number, title = VariableSpan("citation-number", ("1",)), VariableSpan("title", ("T",))
    assert content == (Block("left-margin", (number, ".")), Block("right-inline", (title, ".")))


AUTHORS = (
    '<names variable="author" suffix=". "><name name-as-sort-order="all" initialize-with="."/></names>'
    + TITLE
)


def test_repeated_authors_are_replaced_if_they_are_the_same_people() -> None:
    doe, jane, roe = person("Doe", "John"), person("Doe", "Jane"), person("Roe", "Kim")
    items = [
        {"title": str(at), "author": names}
        for at, names in enumerate(([doe, roe], [doe, roe], [jane], [doe]))
    ]
    options = 'subsequent-author-substitute="———"'
    assert texts(AUTHORS, *items, bibliography=options) == [
        "Doe, J., Roe, K. 0", "———. 1", "Doe, J. 2", "Doe, J. 3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("complete-all", "———. 1"),
        ("complete-each", "———, ———. 1"),
        ("partial-each", "———, ———. 1"),
        ("partial-first", "———, Roe, K. 1"),
    ],
)
def test_repeated_authors_by_rule(rule: str, wanted: str) -> None:
    names = [person("Doe", "John"), person("Roe", "Kim")]
    options = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    items = [{"title": str(at), "author": names} for at in range(2)]
    assert texts(AUTHORS, *items, bibliography=options)[1] == wanted


def test_a_term_that_begins_an_entry_gets_a_capital() -> None:
    assert texts('<text term="in" suffix=" "/>' + TITLE, {"title": "T"}) == ["In T"]


def test_a_choice_by_type_and_variable() -> None:
    layout = (
        '<choose><if type="book thesis" variable="volume" match="all"><text value="both"/></if>'
        '<else-if type="book" match="none"><text value="no book"/></else-if>'
        '<else><text value="book"/></else></choose>'
    )
    assert texts(layout, {}, {"type": "report"}) == ["book", "no book"]


# -- locales ---------------------------------------------------------------------------------------


def locale(language: str, own: str = "") -> Locale:
    return Locale(style(TITLE, before=own), language)


def test_a_term_falls_back_to_a_longer_form() -> None:
    english = locale("en-US")
    assert english.term("page", "short", plural=True) == "pp."
    assert english.term("page", "symbol") == "p."
    assert english.term("editor", "verb-short") == "ed. by"
    assert english.term("nothing") is None


def test_a_dialect_falls_back_to_its_language_and_that_to_english() -> None:
    assert locale("de-AT").term("month-01") == "Jänner"
    assert locale("de-AT").term("editor", "short") == locale("de-DE").term("editor", "short")
    assert locale("xx-XX").term("editor") == "editor"


def test_the_style_overrides_the_locale_for_its_own_language() -> None:
    own = '<locale xml:lang="de"><terms><term name="in">drin</term></terms></locale>'
    assert locale("de-CH", own).term("in") == "drin"
    assert locale("en-US", own).term("in") == "in"


def test_a_term_may_be_empty_on_purpose() -> None:
    own = '<locale><terms><term name="in"></term></terms></locale>'
    assert locale("en-US", own).term("in") == ""


def test_terms_have_genders() -> None:
    assert locale("fr-FR").gender("month-01") == "masculine"
    assert locale("fr-FR").gender("edition") == "feminine"


def test_an_empty_substitute_leaves_neither_delimiter_nor_affix() -> None:
    """Oracle: citeproc-js."""
    layout = '<group delimiter=". "><names variable="author" prefix="("  suffix=")"/>' + TITLE + "</group>"
    items = [{"title": title, "author": [person("Doe")]} for title in "ab"]
    assert texts(layout, *items, bibliography='subsequent-author-substitute=""') == ["(Doe). a", "b"]


def test_a_date_is_not_numeric() -> None:
    """Oracle: citeproc-js."""
    layout = (
        '<choose><if is-numeric="issued"><text value="yes"/></if><else><text value="no"/></else></choose>'
    )
    assert texts(layout, {"issued": {"date-parts": [[2000]]}}) == ["no"]


def test_characters_that_a_style_escapes_twice() -> None:
    assert texts('<text variable="title" prefix="&amp;#8211; "/>', {"title": "a"}) == ["– a"]


def test_a_short_name_is_sorted_with_its_demoted_particle() -> None:
    """Oracle: citeproc-js."""
    names = '<names variable="author"><name form="short"/></names>'
    particle = {"non-dropping-particle": "de"}
    items = [
        {"title": "b", "author": [person("Hughes", "A", **particle)]},
        {"title": "a", "author": [person("Hughes", "A"), person("Brady")]},
    ]
    options = {
        "attributes": 'demote-non-dropping-particle="sort-only"',
        "sort": '<sort><key macro="m"/></sort>',
    }
    assert texts(TITLE, *items, before=f'<macro name="m">{names}</macro>', **options) == ["a", "b"]


@pytest.mark.parametrize(
    "layout", ['<text value="à l\'"/>', '<text term="from"/>', '<label variable="page"/>']
)
def test_a_straight_apostrophe_of_a_style_is_a_curved_one(layout: str) -> None:
    """Oracle: citeproc-js."""
    terms = "".join(f'<term name="{name}">à l\'</term>' for name in ("from", "page"))
    before = f"<locale><terms>{terms}</terms></locale>"
    assert texts(f'<text variable="page"/>{layout}', {"page": "1"}, before=before) == ["1à l’"]


def test_an_entry_that_shows_nothing_repeats_nobody() -> None:
    layout = '<names variable="author"/><text variable="note"/>'
    items = [
        {"author": [person("A")], "note": "1"},
        {"publisher": "P"},
        {"author": [person("A")], "note": "2"},
    ]
    repeated = 'subsequent-author-substitute="---"'
    assert texts(layout, *items, bibliography=repeated) == ["A1", "", "---2"]
