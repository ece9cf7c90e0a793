"""Names: order, initials, particles, et al., labels.

Oracle: the examples of CSL 1.0.2 (Name, Name-part), and what citeproc-js prints for the same style.
"""

from __future__ import annotations

import pytest

from publist.csl import Citation, Cite, Processor
from publist.richtext import NameSpan, Span, plain, walk
from tests.csl.small import contents, person, style, texts

DOE, ROE, POE = person("Doe", "John Quincy"), person("Roe", "Jane"), person("Poe", "Edgar A.")
GOGH = person("Gogh", "Vincent", **{"non-dropping-particle": "van"})
HUMBOLDT = person("Humboldt", "Alexander", **{"dropping-particle": "von"})


def one(options: str, *names: dict[str, object] | dict[str, str], **parts: str) -> str:
    layout = f'<names variable="author"><name {options}/></names>'
    return texts(layout, {"author": list(names)}, **parts)[0]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ("", "John Quincy Doe, Jane Roe, Edgar A. Poe"),
        ('and="text"', "John Quincy Doe, Jane Roe, and Edgar A. Poe"),
        ('and="symbol" delimiter-precedes-last="never"', "John Quincy Doe, Jane Roe & Edgar A. Poe"),
        ('form="short" delimiter="/"', "Doe/Roe/Poe"),
        ('initialize-with=". "', "J. Q. Doe, J. Roe, E. A. Poe"),
        ('initialize-with=""', "JQ Doe, J Roe, EA Poe"),
        ('initialize="false" initialize-with="."', "John Quincy Doe, Jane Roe, Edgar A. Poe"),
        ('name-as-sort-order="first"', "Doe, John Quincy, Jane Roe, Edgar A. Poe"),
        ('name-as-sort-order="all" sort-separator=" "', "Doe John Quincy, Roe Jane, Poe Edgar A."),
        ('et-al-min="3" et-al-use-first="1"', "John Quincy Doe et al."),
        ('et-al-min="3" et-al-use-first="2"', "John Quincy Doe, Jane Roe, et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "John Quincy Doe … Edgar A. Poe"),
        ('form="count" et-al-min="3" et-al-use-first="2"', "2"),
        ('et-al-min="3" et-al-use-first="0"', ""),
    ],
)
def test_a_list_of_names(options: str, wanted: str) -> None:
    layout = f'<names variable="author"><name {options}/></names><text value="|"/>'
    assert texts(layout, {"author": [DOE, ROE, POE]}) == [f"{wanted}|"]


@pytest.mark.parametrize(
    ("given", "with_", "hyphen", "wanted"),
    [
        ("Jean-Paul", ". ", "", "J.-P. X"),
        ("Jean-Paul", ". ", 'initialize-with-hyphen="false"', "J. P. X"),
        ("Jean-Paul", "", "", "J-P X"),
        ("Ph.M.E.", ". ", "", "Ph. M. E. X"),
        ("ME.", ". ", "", "ME. X"),
        ("Chun-ting", ". ", "", "C. X"),
        ("Иван Петрович", ".", "", "И.П. X"),
    ],
)
def test_initials(given: str, with_: str, hyphen: str, wanted: str) -> None:
    assert one(f'initialize-with="{with_}"', person("X", given), attributes=hyphen) == wanted


@pytest.mark.parametrize(
    ("demote", "straight", "inverted"),
    [
        ("never", "Vincent van Gogh", "van Gogh, Vincent"),
        ("sort-only", "Vincent van Gogh", "van Gogh, Vincent"),
        ("display-and-sort", "Vincent van Gogh", "Gogh, Vincent van"),
    ],
)
def test_a_non_dropping_particle_moves_as_the_style_says(demote: str, straight: str, inverted: str) -> None:
    attributes = f'demote-non-dropping-particle="{demote}"'
    assert one("", GOGH, attributes=attributes) == straight
    assert one('name-as-sort-order="all"', GOGH, attributes=attributes) == inverted


def test_a_dropping_particle_goes_with_the_given_name() -> None:
    assert one("", HUMBOLDT) == "Alexander von Humboldt"
    assert one('name-as-sort-order="all"', HUMBOLDT) == "Humboldt, Alexander von"
    assert one('form="short"', HUMBOLDT) == "Humboldt"


def test_names_in_chinese_have_no_space_and_no_comma() -> None:
    assert one('name-as-sort-order="all" initialize-with="."', person("山田", "太郎")) == "山田太郎"
    assert one('form="short"', person("山田", "太郎")) == "山田"


def test_an_institution_stays_whole() -> None:
    bank = {"literal": "World Bank Group"}
    assert one('name-as-sort-order="all" initialize-with="."', bank) == "World Bank Group"


def test_every_name_is_tagged_with_its_variable_and_position() -> None:
    content = contents('<names variable="author"><name name-as-sort-order="first"/></names>',
                       {"author": [DOE, ROE]})[0]  # fmt: skip
    spans = [(node.variable, node.position) for node in walk(content) if isinstance(node, NameSpan)]
    assert spans == [("author", 0), ("author", 1)]


def test_name_parts_have_fonts_of_their_own() -> None:
    part = '<name-part name="family" font-variant="small-caps"/>'
    layout = f'<names variable="author"><name>{part}</name></names>'
    (span,) = contents(layout, {"author": [ROE]})[0]
    assert span == NameSpan("author", 0, ("Jane ", Span("small-caps", ("Roe",))))


@pytest.mark.parametrize(("comma", "wanted"), [(True, "Jane Roe, Jr."), (False, "Jane Roe Jr.")])
@pytest.mark.parametrize("part", ["", '<name-part name="family" font-variant="small-caps"/>'])
def test_a_suffix_has_its_comma_or_none(part: str, comma: bool, wanted: str) -> None:
    """Oracle: citeproc-js, which reads ``comma-suffix``."""
    layout = f'<names variable="author"><name>{part}</name></names>'
    author = {**ROE, "suffix": "Jr.", "comma-suffix": comma}
    assert texts(layout, {"author": [author]}) == [wanted]


def test_a_chinese_name_has_the_fonts_of_its_parts() -> None:
    """Oracle: citeproc-js 1.4."""
    parts = '<name-part name="family" font-weight="bold"/><name-part name="given" font-variant="small-caps"/>'
    layout = f'<names variable="author"><name>{parts}</name></names>'
    (span,) = contents(layout, {"author": [person("山田", "太郎")]})[0]
    assert span == NameSpan("author", 0, (Span("bold", ("山田",)), Span("small-caps", ("太郎",))))


@pytest.mark.parametrize("kind", ["dropping-particle", "non-dropping-particle"])
@pytest.mark.parametrize("part", ["", '<name-part name="family" font-variant="small-caps"/>'])
@pytest.mark.parametrize(("particle", "wanted"), [("von", "Jean von Ormes"), ("d’", "Jean d’Ormes")])
def test_a_particle_stands_before_the_family_name_in_any_font(
    part: str, kind: str, particle: str, wanted: str
) -> None:
    # CSL 1.0.2, Names: a particle that ends with an apostrophe takes no space.
    layout = f'<names variable="author"><name>{part}</name></names>'
    assert texts(layout, {"author": [person("Ormes", "Jean", **{kind: particle})]}) == [wanted]


def test_a_name_in_one_piece_has_the_font_of_given_names() -> None:
    """Oracle: citeproc-js 1.4."""
    layout = '<names variable="author"><name><name-part name="given" font-style="italic"/></name></names>'
    assert contents(layout, {"author": [person("", "Plato")]}) == [
        (NameSpan("author", 0, (Span("italic", ("Plato",)),)),)
    ]


@pytest.mark.parametrize(("with_", "wanted"), [("", "J Roe Jr"), (". ", "J. Roe Jr.")])
def test_a_suffix_has_full_stops_as_initials_have(with_: str, wanted: str) -> None:
    """Oracle: citeproc-js 1.4."""
    assert one(f'initialize-with="{with_}"', {**ROE, "suffix": "Jr."}) == wanted


def test_a_given_name_in_latin_letters_stands_apart_from_a_chinese_family_name() -> None:
    assert one("", person("山田", "Taro")) == "山田 Taro"


def test_a_label_is_singular_or_plural_and_stands_where_the_style_puts_it() -> None:
    after = '<names variable="editor"><name/><label form="short" prefix=", "/></names>'
    assert texts(after, {"editor": [ROE]}) == ["Jane Roe, ed."]
    assert texts(after, {"editor": [ROE, DOE]}) == ["Jane Roe, John Quincy Doe, eds."]
    before = '<names variable="editor"><label form="verb" suffix=" "/><name/></names>'
    assert texts(before, {"editor": [ROE]}) == ["edited by Jane Roe"]


def test_editors_who_also_translated_are_named_once() -> None:
    layout = '<names variable="editor translator"><name/><label prefix=" (" suffix=")"/></names>'
    assert texts(layout, {"editor": [ROE], "translator": [ROE]}) == ["Jane Roe (editor & translator)"]


def test_a_substitute_stands_in_with_the_form_of_the_names_and_is_not_repeated() -> None:
    layout = (
        '<names variable="author" suffix=". "><name initialize-with="."/><label prefix=", "/>'
        '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
        '<names variable="editor"/><text variable="title"/>'
    )
    assert texts(layout, {"editor": [ROE], "title": "T"}) == ["J. Roe, editor. T"]
    # What is no name has none of the affixes (citeproc-js).
    assert texts(layout, {"title": "T"}) == ["T"]


@pytest.mark.parametrize(
    ("kept", "wanted"),
    [
        ((), "F0 A et al."),
        ((3,), "F0 A, …, F3 A, … et al."),
        ((1,), "F0 A, F1 A, et al."),
        ((2, 5), "F0 A, …, F2 A, …, F5 A"),
    ],
)
def test_names_to_keep_stay_in_a_list_that_is_cut(kept: tuple[int, ...], wanted: str) -> None:
    layout = (
        '<names variable="author"><name et-al-min="3" et-al-use-first="1" name-as-sort-order="all"'
        ' sort-separator=" "/></names>'
    )
    people = [person(f"F{number}", "A") for number in range(6)]
    assert texts(layout, {"author": people}, keep=lambda _item, _variable, at: at in kept) == [wanted]


def test_three_thousand_names_are_quick() -> None:
    people = [person(f"Family{number}", f"Given {number}") for number in range(3000)]
    text = one('and="text" initialize-with=". "', *people)
    assert text.endswith(" and G. 2. Family2999")


@pytest.mark.parametrize(
    ("given", "with_", "wanted"),
    [
        # Oracle: citeproc-js 1.4: with initialize="false" the initials of a hyphenated name stand one by one.
        ("J-P", ". ", "J. P. Doe"),
        ("J-P", "", "JP Doe"),
        ("Jean-Paul", ". ", "Jean-Paul Doe"),
        ("<b>John</b> Quiggly", " ", "John Quiggly Doe"),
        # Nor do abbreviations of more letters lose their space or hyphen.
        ("Ph. Yu.", ".", "Ph. Yu. Doe"),
        ("J. Chr. R.", "", "J ChrR Doe"),
        ("M. J.-Ph.", ". ", "M. J.-Ph. Doe"),
    ],
)
def test_initials_alone_are_spaced(given: str, with_: str, wanted: str) -> None:
    layout = f'<names variable="author"><name initialize="false" initialize-with="{with_}"/></names>'
    assert texts(layout, {"author": [person("Doe", given)]}) == [wanted]


def test_markup_of_a_given_name_that_is_not_shortened_stays() -> None:
    layout = '<names variable="author"><name initialize="false" initialize-with=" "/></names>'
    assert Span("bold", ("John",)) in walk(contents(layout, {"author": [person("Doe", "<b>John</b> Q")]})[0])


@pytest.mark.parametrize("demote", ["never", "sort-only", "display-and-sort"])
def test_a_short_name_has_no_suffix(demote: str) -> None:
    # CSL 1.0.2, Name, form="short": the family name and its non-dropping particle.
    layout = '<names variable="author"><name form="short" name-as-sort-order="all"/></names>'
    author = person("Gogh", "Vincent", suffix="Jr.", **{"non-dropping-particle": "van"})
    attributes = f'demote-non-dropping-particle="{demote}"'
    assert "Jr" not in texts(layout, {"author": [author]}, attributes=attributes)[0]


def test_an_institution_behind_an_inverted_name_has_the_delimiter() -> None:
    # CSL 1.0.2, delimiter-precedes-last="after-inverted-name"; citeproc-js agrees.
    options = 'and="text" name-as-sort-order="all" delimiter-precedes-last="after-inverted-name"'
    layout = f'<names variable="author"><name {options}/></names>'
    assert texts(layout, {"author": [person("Doe", "J"), {"literal": "ACM"}]}) == ["Doe, J, and ACM"]


def test_a_particle_of_the_family_name_is_found_beside_one_of_the_given_name() -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<names variable="author"><name name-as-sort-order="all"/></names>'
    author = person("van der Berg", "Jan", **{"dropping-particle": "des"})
    assert texts(layout, {"author": [author]}) == ["Berg, Jan des van der"]


@pytest.mark.parametrize(
    ("options", "names", "wanted"),
    [
        ('et-al-min="2" et-al-use-last="true"', [DOE, ROE], "John Quincy Doe et al."),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', [DOE, ROE, POE],
         "John Quincy Doe … Edgar A. Poe"),
        ('et-al-min="3" et-al-use-last="false"', [DOE, ROE, POE], "John Quincy Doe et al."),
    ],
)  # fmt: skip
def test_an_ellipsis_before_the_last_name_stands_for_two_names_at_least(
    options: str, names: list[dict[str, str]], wanted: str
) -> None:
    # CSL 1.0.2, et-al-use-last.
    assert one(options, *names) == wanted


@pytest.mark.parametrize(
    ("options", "again"),
    [
        ("", "Doe, Roe, et al."),
        ('et-al-subsequent-use-first="1"', "Doe et al."),
        ('et-al-subsequent-min="4"', "Doe, Roe, Poe"),
    ],
)
def test_later_cites_have_an_abbreviation_of_their_own(options: str, again: str) -> None:
    # CSL 1.0.2, et-al-subsequent-min and -use-first; what is not said is as in the first cite.
    name = f'<name form="short" et-al-min="3" et-al-use-first="2" {options}/>'
    item = {"id": "a", "type": "book", "author": [DOE, ROE, POE]}
    processor = Processor(style(f'<names variable="author">{name}</names>'), [item])
    cites = processor.cite([Citation((Cite("a"),), 1), Citation((Cite("a"),), 2)])
    assert [plain(cite) for cite in cites] == ["Doe, Roe, et al.", again]


@pytest.mark.parametrize(("particle", "wanted"), [("d’", "Jean d’Ormes"), ("van", "Jean van Ormes")])
def test_a_particle_stands_apart_from_a_family_name_with_markup_unless_it_ends_with_an_apostrophe(
    particle: str, wanted: str
) -> None:
    # CSL 1.0.2, Names: a particle that ends with an apostrophe takes no space.
    author = person("<i>Ormes</i>", "Jean", **{"non-dropping-particle": particle})
    assert one("", author) == wanted


@pytest.mark.parametrize(
    ("attributes", "wanted"),
    [
        ('suffix=" "', "A et al. (T"),
        ('suffix=","', "A, et al., (T"),
        ('prefix="[" suffix="]"', "[[A] et al.] (T"),
    ],
)
def test_et_al_stands_inside_the_affixes_of_names(attributes: str, wanted: str) -> None:
    """Oracle: citeproc-js."""
    layout = (
        f'<names variable="author"><name et-al-min="3" et-al-use-first="1" {attributes}/></names>'
        '<text variable="title" prefix=" ("/>'
    )
    people = [person(family) for family in "ABC"]
    assert texts(layout, {"title": "T", "author": people}) == [wanted]


def test_an_institution_is_told_apart_by_nothing() -> None:
    citation = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"'
    items = [{"author": [{"literal": "Doe"}]}, {"author": [person("Doe", "J")]}]
    assert texts('<names variable="author"/>', *items, citation=citation) == ["Doe", "J Doe"]


@pytest.mark.parametrize(
    ("substitute", "wanted"),
    [
        ("{editor}{translator}", "E"),
        ('<choose><if type="book">{editor}{translator}</if></choose>', "E"),
        ('<choose><if type="book">{guest}{translator}</if></choose>{editor}', "T"),
        ('<choose><if type="book">{guest}</if></choose>{editor}', "E"),
        ('<group><choose><if type="book">{editor}{translator}</if></choose></group>', "ET"),
        ('<choose><if type="book"><choose><else>{editor}{translator}</else></choose></if></choose>', "E"),
    ],
)
def test_the_first_that_shows_something_stands_for_names(substitute: str, wanted: str) -> None:
    """Oracle: citeproc-js.  A choice is no element of its own."""
    roles = {role: f'<names variable="{role}"/>' for role in ("editor", "translator", "guest")}
    layout = f'<names variable="author"><name/><substitute>{substitute.format(**roles)}</substitute></names>'
    assert texts(layout, {"editor": [person("E")], "translator": [person("T")]}) == [wanted]
