"""Kinds of input that fields hold, each in several forms.  Oracle: citeproc-js 1.4, unless said otherwise."""

from __future__ import annotations

import pytest

from publist.csl import Processor, Style
from publist.csl.citation import Citation, Cite
from publist.csl.locale import known_language
from publist.csl_json.dates import date_from_text
from publist.richtext import Block, plain
from tests.csl.small import contents, person, style, texts

TITLE = '<text variable="title"/>'
QUOTED = '<text variable="title" quotes="true"/>'


@pytest.mark.parametrize(
    ("title", "bare", "quoted"),
    [
        ("My 'friend' is here", "My “friend” is here", "“My ‘friend’ is here”"),
        ("\"a\" 'b' c", "“a” ‘b’ c", "“‘a’ ‘b’ c”"),
        ("'b' \"a\" c", "“b” ‘a’ c", "“‘b’ ‘a’ c”"),
        ("'a' \"b 'c'\" d", "“a” ‘b “c”’ d", "“‘a’ ‘b “c”’ d”"),
        ("'\"friend\"'", "“‘friend’”", "“‘“friend”’”"),
        ("“a ‘b’” ‘c’", "“a ‘b’” ‘c’", "“‘a “b”’ ‘c’”"),
        ("dogs' 'friend'", "dogs’ “friend”", "“dogs’ ‘friend’”"),
        ("'90s and '80s", "’90s and ’80s", "“’90s and ’80s”"),
    ],
)
def test_quotation_marks_alternate_from_the_mark_that_comes_first(title: str, bare: str, quoted: str) -> None:
    assert texts(TITLE, {"title": title}) == [bare]
    assert texts(QUOTED, {"title": title}) == [quoted]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Gamma?", "‘Gamma?’. Pub"),
        ("Mu “z” w?", "‘Mu “z” w?’ Pub"),
        ("Kappa “x?”", "‘Kappa “x?”’ Pub"),
        ("Lam “y.”", "‘Lam “y.”’ Pub"),
        ("Phi: “Chi”", "‘Phi: “Chi”’. Pub"),
    ],
)
def test_a_composed_quotation_keeps_its_own_end(title: str, wanted: str) -> None:
    layout = f'{QUOTED[:-2]} suffix="."/><text variable="publisher" prefix=" "/>'
    assert texts(layout, {"title": title, "publisher": "Pub"}, locale="en-GB") == [wanted]


def test_a_text_value_has_markup() -> None:
    assert texts('<text value="&lt;i&gt;x&lt;/i&gt; y"/>', {"title": "T"}) == ["x y"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Jean (Bob) P", "J. (Bob) P. X"),
        ('Jean "Bob" P', "J. “Bob” P. X"),
        ("Ts. Boris", "Ts. B. X"),
        ("IJsbrand", "Ij. X"),
        ("Marie - Ann", "M.-A. X"),
        ("ʿAbd", "ʿAbd X"),
        ("Jean\u00a0Paul", "J. P. X"),
        ("太郎", "太郎 X"),
    ],
)
def test_initials_lose_nothing(given: str, wanted: str) -> None:
    layout = '<names variable="author"><name initialize-with=". "/></names>'
    assert texts(layout, {"author": [person("X", given)]}) == [wanted]


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("ו", "A, BוC"),
        ("和", "A, B和C"),
        ("、", "A, B、C"),
        (" ו", "A, B וC"),
        (" and ", "A, B and C"),
        ("and", "A, B, and C"),
        ("&amp;", "A, B, &amp; C"),
    ],
)
def test_and_stands_as_its_language_has_it(term: str, wanted: str) -> None:
    before = f'<locale><terms><term name="and">{term}</term></terms></locale>'
    people = [person(family) for family in "ABC"]
    layout = '<names variable="author"><name and="text"/></names>'
    assert texts(layout, {"author": people}, before=before) == [wanted.replace("&amp;", "&")]


def test_no_delimiter_stands_before_an_and_without_blanks_in_longer_lists() -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<names variable="author"><name and="text" delimiter-precedes-last="always"/></names>'
    people = [person(family) for family in "ABC"]
    assert texts(layout, {"author": people}, locale="zh-CN") == ["A, B和C"]
    assert texts(layout, {"author": people[:2]}, locale="zh-CN") == ["A, 和B"]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("12, and 13", "pp. 12, and 13"),
        ("12 & 13", "pp. 12 & 13"),
        ("12, & 13", "pp. 12, & 13"),
        ("3-", "pp. 3-"),
        ("W29-W37", "pp. W29–W37"),
        ("e12", "p. e12"),
        ("3 -- 4", "pp. 3–4"),  # ours: citeproc-js leaves the two hyphens
    ],
)
def test_a_page_is_plural_if_there_are_several(page: str, wanted: str) -> None:
    layout = '<label variable="page" form="short" suffix=" "/><text variable="page"/>'
    assert texts(layout, {"page": page}) == [wanted]


@pytest.mark.parametrize(
    ("count", "wanted"), [("1", "p. 1"), ("312", "pp. 312"), ("xii", "p. xii"), ("1-3", "pp. 1–3")]
)
def test_a_count_is_plural_if_it_is_more_than_one(count: str, wanted: str) -> None:
    layout = '<label variable="number-of-pages" form="short" suffix=" "/><number variable="number-of-pages"/>'
    assert texts(layout, {"number-of-pages": count}) == [wanted]


@pytest.mark.parametrize(
    ("locator", "label", "wanted"),
    [
        ("ch. 4", "page", "T, chap. 4"),
        ("p. 3", "section", "T, p. 3"),
        ("pp. 3-4", "section", "T, pp. 3–4"),
        ("fol. 2r-3v", "page", "T, fols. 2r–3v"),
        ("¶ 5", "page", "T, para. 5"),  # ours: citeproc-js prints "p. ¶ 5"
        ("5", "page", "T, p. 5"),
        ("cf. 5", "page", "T, p. cf. 5"),
    ],
)
def test_a_label_typed_into_the_locator_is_the_label(locator: str, label: str, wanted: str) -> None:
    layout = (
        '<text variable="title"/><group prefix=", "><label variable="locator" form="short" suffix=" "/>'
        '<text variable="locator"/></group>'
    )
    processor = Processor(style(layout), [{"id": "a", "type": "book", "title": "T"}])
    cited = processor.cite([Citation((Cite("a", locator=locator, label=label),))])
    assert plain(cited[0]) == wanted


@pytest.mark.parametrize(
    ("substitute", "wanted"),
    [
        ('<names variable="editor"/>', "(J Smith) A"),
        ('<names variable="editor" prefix="["/>', "(J Smith) A"),
        ('<names variable="editor"><name form="short"/></names>', "Smith A"),
        ('<text variable="publisher"/>', "P A"),
        ('<text macro="editor"/>', "J Smith (ed.) A"),
        ('<text value="Anon"/>', "Anon A"),
        ('<names variable="translator"/><text variable="publisher"/>', "P A"),
    ],
)
def test_affixes_of_names_are_for_names_alone(substitute: str, wanted: str) -> None:
    layout = (
        f'<names variable="author" prefix="(" suffix=")"><name/><substitute>{substitute}</substitute></names>'
        '<text variable="title" prefix=" "/>'
    )
    before = (
        '<macro name="editor"><names variable="editor"><name/>'
        '<label form="short" prefix=" (" suffix=")"/></names></macro>'
    )
    item = {"editor": [person("Smith", "J")], "publisher": "P", "title": "A"}
    assert texts(layout, item, before=before) == [wanted]


@pytest.mark.parametrize("rule", ["complete-all", "complete-each", "partial-each", "partial-first"])
def test_what_stands_for_names_repeats_if_it_is_a_variable(rule: str) -> None:
    layout = (
        '<names variable="author"><name/><substitute>{}</substitute></names>'
        '<text variable="number" prefix=": "/>'
    )
    bibliography = f'subsequent-author-substitute="---" subsequent-author-substitute-rule="{rule}"'
    items = [{"publisher": "P", "number": "1"}, {"publisher": "P", "number": "2"}]
    variable = layout.format('<text variable="publisher"/>')
    assert texts(variable, *items, bibliography=bibliography) == ["P: 1", "---: 2"]
    constant = layout.format('<text value="Anon"/>')
    assert texts(constant, *items, bibliography=bibliography) == ["Anon: 1", "Anon: 2"]


@pytest.mark.parametrize(
    ("rule", "initialize", "wanted"),
    [
        ("all-names-with-initials", "", "J Doe; A Doe; Roe"),
        ("all-names-with-initials", 'initialize-with="."', "J. Doe; A. Doe; Roe"),
        ("primary-name-with-initials", "", "J Doe; A Doe; Roe"),
        ("all-names", "", "John Doe; Ann Doe; Roe"),
        ("all-names", 'initialize-with="."', "J. Doe; A. Doe; Roe"),
        ("primary-name", "", "John Doe; Ann Doe; Roe"),
        ("by-cite", 'initialize-with="."', "J. Doe; A. Doe; Roe"),
    ],
)
def test_names_are_told_apart_by_each_rule(rule: str, initialize: str, wanted: str) -> None:
    assert _cited(rule, initialize, ("Doe", "John"), ("Doe", "Ann"), ("Roe", "Jane")) == wanted


@pytest.mark.parametrize("rule", ["all-names-with-initials", "primary-name-with-initials"])
def test_initials_that_all_share_tell_nobody_apart(rule: str) -> None:
    assert _cited(rule, "", ("Doe", "John"), ("Doe", "Jane")) == "Doe; Doe"


def _cited(rule: str, initialize: str, *people: tuple[str, str]) -> str:
    layout = f'<names variable="author"><name form="short" {initialize}/></names>'
    citation = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    items = [{"id": str(at), "type": "book", "author": [person(*each)]} for at, each in enumerate(people)]
    processor = Processor(style(layout, citation=citation), items)
    return "; ".join(
        plain(cite) for item in items for cite in processor.cite([Citation((Cite(str(item["id"])),))])
    )


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("1999-2001", ((1999,), (2001,))),
        ("2001/05", ((2001, 5),)),
        ("May-June 2001", ((2001, 5), (2001, 6))),
        ("Jan.-Feb. 2003", ((2003, 1), (2003, 2))),
        ("May 5-7, 2003", ((2003, 5, 5), (2003, 5, 7))),
        ("5–7 May 2003", ((2003, 5, 5), (2003, 5, 7))),
        ("May 5 - June 2, 2003", ((2003, 5, 5), (2003, 6, 2))),
        ("30 May to 2 June 2003", ((2003, 5, 30), (2003, 6, 2))),
        ("Dec 2003-Jan 2004", ((2003, 12), (2004, 1))),
    ],
)
def test_a_range_may_say_once_what_both_ends_share(raw: str, parts: tuple[tuple[int, ...], ...]) -> None:
    assert date_from_text(raw).parts == parts


@pytest.mark.parametrize(
    ("years", "wanted"), [((-100, -99), "100–99 BC"), ((50, 51), "50–51 AD"), ((-1, 4), "1 BC–4 AD")]
)
def test_a_range_of_years_names_a_shared_era_once(years: tuple[int, int], wanted: str) -> None:
    layout = '<date variable="issued" form="text"/>'
    before = '<locale><terms><term name="bc"> BC</term><term name="ad"> AD</term></terms></locale>'
    assert texts(layout, {"issued": {"date-parts": [[year] for year in years]}}, before=before) == [wanted]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh-Hant", "zh-TW"),
        ("zh-Hans-CN", "zh-CN"),
        ("sr-Latn", "sr-Latn-RS"),
        ("en_us", "en-US"),
        ("de-at", "de-AT"),
        ("DE", "de"),
    ],
)
def test_a_language_is_known_however_it_is_written(language: str, wanted: str) -> None:
    """Ours: tags of BCP 47, which CSL's locales are named by."""
    assert known_language(language) == wanted


def test_terms_have_the_case_of_their_own_language() -> None:
    layout = (
        '<text variable="title" text-case="title"/>'
        '<names variable="editor" prefix=" "><label form="short" text-case="title" prefix="("/></names>'
        '<label variable="page" text-case="title" prefix=" "/><text term="in" text-case="title" prefix=" "/>'
    )
    item = {"title": "ein titel", "page": "3", "editor": [person("Roe")], "language": "de-DE"}
    assert texts(layout, item) == ["ein titel Roe(Ed. Page In"]


def test_no_position_holds_in_a_bibliography() -> None:
    layout = (
        '<choose><if position="first"><text value="first"/></if><else-if position="near-note">'
        '<text value="near"/></else-if><else><text variable="title"/></else></choose>'
    )
    assert texts(layout, {"title": "T"}) == ["T"]


@pytest.mark.parametrize(
    ("cites", "wanted"),
    [
        ((Cite("0"), Cite("1")), "(Doe 2000a, b)"),
        ((Cite("0", locator="3"), Cite("1")), "(Doe 2000a, p. 3, b)"),
        ((Cite("0"), Cite("1", locator="5"), Cite("2")), "(Doe 2000a, b, p. 5, c)"),
        ((Cite("0", suppress_author=True), Cite("1")), "(2000a, b)"),
        ((Cite("0", author_only=True),), "Doe"),
    ],
)
def test_year_suffixes_collapse_beside_locators(cites: tuple[Cite, ...], wanted: str) -> None:
    layout = (
        '<group delimiter=" "><names variable="author"><name form="short"/></names>'
        '<date variable="issued"><date-part name="year"/></date></group>'
        '<group prefix=", "><label variable="locator" form="short" suffix=" "/>'
        '<text variable="locator"/></group>'
    )
    citation = 'disambiguate-add-year-suffix="true" collapse="year-suffix" year-suffix-delimiter=", "'
    items = [
        {"id": str(at), "type": "book", "author": [person("Doe")], "issued": {"date-parts": [[2000]]}}
        for at in range(3)
    ]
    processor = Processor(_parenthesized(layout, citation), items)
    assert plain(processor.cite([Citation(cites)])[0]) == wanted


def _parenthesized(layout: str, citation: str) -> Style:
    xml = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        f'<citation {citation}><layout prefix="(" suffix=")" delimiter="; ">{layout}</layout></citation>'
        "</style>"
    )
    return Style.loads(xml)


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        ("uppercase", "A <i>BIG CAT</b>"),
        ("title", "A <i>Big Cat</b>"),
        ("sentence", "A <i>big cat</b>"),
        ("lowercase", "a <i>big cat</b>"),
    ],
)
def test_a_stray_tag_has_no_case(case: str, wanted: str) -> None:
    assert texts(f'<text variable="title" text-case="{case}"/>', {"title": "a <i>big cat</b>"}) == [wanted]


def test_an_entry_of_its_first_field_alone_has_it_in_the_margin() -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<text variable="citation-number" suffix=". "/><text variable="title"/>'
    [[block]] = contents(layout, {}, bibliography='second-field-align="flush"', around='suffix="."')
    assert isinstance(block, Block)
    assert (block.display, plain((block,)).strip()) == ("left-margin", "1.")


@pytest.mark.parametrize("pages", ["1&2", "1 &2", "1 & 2"])
def test_an_ampersand_has_spaces(pages: str) -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<text variable="page"/>, <number variable="volume"/>'.replace(", ", "")
    assert texts(layout, {"page": pages, "volume": pages}) == ["1 & 21 & 2"]


@pytest.mark.parametrize(
    ("case", "wanted"), [("title", "D’Arc the Great"), ("capitalize-first", "D’Arc the great")]
)
def test_an_elided_particle_begins_with_a_capital(case: str, wanted: str) -> None:
    # Oracle: citeproc-js 1.4.
    assert texts(f'<text variable="title" text-case="{case}"/>', {"title": "d'Arc the great"}) == [wanted]


@pytest.mark.parametrize(
    ("typed", "label", "wanted"),
    [
        # Oracle: citeproc-js 1.4 behind a label; behind an address it would print the address twice.
        ("https://doi.org/10.1000/x", "doi: ", "doi: https://doi.org/10.1000/x"),
        ("10.1000/x", "doi: ", "doi: 10.1000/x"),
        ("https://doi.org/10.1000/x", "https://doi.org/", "https://doi.org/10.1000/x"),
        ("http://dx.doi.org/10.1000/x", ". https://doi.org/", ". https://doi.org/10.1000/x"),
        ("https://doi.org/10.1000/x", "", "https://doi.org/10.1000/x"),
    ],
)
def test_a_doi_that_is_an_address_is_printed_once(typed: str, label: str, wanted: str) -> None:
    assert texts(f'<text variable="DOI" prefix="{label}"/>', {"DOI": typed}) == [wanted]
    if label.startswith("http"):
        layout = f'<text value="{label}"/><text variable="DOI"/>'
        assert texts(layout, {"DOI": typed}) == [wanted]


def test_the_mark_of_a_number_that_is_none_meets_the_next() -> None:
    # Oracle: citeproc-js 1.4, in annals-of-the-new-york-academy-of-sciences.
    layout = '<group suffix="."><text variable="volume" suffix=":"/></group>'
    assert texts(layout, {"volume": "abs/2106.10563"}) == ["abs/2106.10563:"]


def test_a_term_of_several_words_begins_an_entry_with_a_capital() -> None:
    # Oracle: citeproc-js 1.4.
    assert texts('<text term="and others" prefix="(" suffix=")"/>', {"title": "T"}) == ["(And others)"]
