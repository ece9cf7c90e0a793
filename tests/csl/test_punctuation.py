"""Punctuation, quotation marks and fonts where they meet.

Oracle: what citeproc-js prints for the same style; the pairs are those of the suite's
punctuation_FullMontyField.txt.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.richtext import Node, Span, VariableSpan, plain
from tests.csl.small import contents, texts


@pytest.mark.parametrize(
    ("end", "mark", "wanted"),
    [
        (".", ".", "."), ("?", ".", "?"), ("!", ".", "!"), (":", ".", ":"), (",", ".", ",."),
        (".", ",", ".,"), (",", ",", ","), ("?", ",", "?,"), (".", ":", ".:"), ("!", ":", "!"),
        (";", ":", ";"), (".", ";", ".;"), (":", "!", "!"), ("?", "!", "?!"), (";", "?", "?"),
    ],
)  # fmt: skip
def test_two_marks_meet(end: str, mark: str, wanted: str) -> None:
    layout = f'<text variable="title" suffix="{mark} "/><text value="z"/>'
    assert texts(layout, {"title": f"a{end}"}) == [f"a{wanted} z"]


def test_an_ellipsis_is_no_full_stop() -> None:
    # Not citeproc-js, which prints “Deep.,”: an ellipsis that a style writes stands for words.
    title = '<text variable="title" quotes="true" suffix="..."/>'
    layout = f'<group delimiter=", ">{title}<text value="z"/></group>'
    assert texts(layout, {"title": "Deep"}) == ["“Deep”..., z"]


def test_marks_that_meet_across_fonts_stay_beside_the_font() -> None:
    title = '<text variable="title" font-style="italic"/>'
    layout = f'<group delimiter=". "><group>{title}</group><text value="z"/></group>'
    assert texts(layout, {"title": "Why?"}) == ["Why? z"]
    span = Span("italic", (VariableSpan("title", ("Why?",)),))
    assert contents(layout, {"title": "Why?"}) == [(span, " z")]


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en-US", "“Title,” z"),
        ("en-GB", "‘Title’, z"),
        ("de-DE", "„Title“, z"),
        ("fr-FR", "«\xa0Title\xa0», z"),
    ],
)
def test_quotes_and_commas_are_the_locales(locale: str, wanted: str) -> None:
    layout = '<group delimiter=", "><text variable="title" quotes="true"/><text value="z"/></group>'
    assert texts(layout, {"title": "Title"}, locale=locale) == [wanted]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ('The "best" year', "“The ‘best’ year”"),
        ("The 'best' year", "“The ‘best’ year”"),
        ("“Best” year", "“‘Best’ year”"),
        ("l'homme d'or", "“l’homme d’or”"),
        ("Rock in the '80s", "“Rock in the ’80s”"),
        ("A \"b 'c' d\" e", "“A ‘b “c” d’ e”"),
        ("The students' union", "“The students’ union”"),
        ('5" disks', '“5" disks”'),
    ],
)
def test_quotes_inside_a_title_alternate(title: str, wanted: str) -> None:
    assert texts('<text variable="title" quotes="true"/>', {"title": title}) == [wanted]


def test_quotes_of_the_style_do_not_alternate_with_each_other() -> None:
    layout = '<text macro="title" quotes="true"/>'
    macro = '<macro name="title"><text variable="title" quotes="true"/></macro>'
    assert texts(layout, {"title": "A 'b' c"}, before=macro) == ["““A ‘b’ c””"]


def test_a_comma_inside_the_title_stays_behind_the_titles_own_quotes() -> None:
    assert texts('<text variable="title"/>', {"title": 'On "truth", again'}) == ["On “truth”, again"]


def test_italics_inside_italics_are_upright() -> None:
    layout = '<text variable="title" font-style="italic"/>'
    inner = Span("upright", ("E. coli",))
    title = Span("italic", (VariableSpan("title", ("On ", inner, " again")),))
    assert contents(layout, {"title": "On <i>E. coli</i> again"}) == [(title,)]


@given(st.text(alphabet="ab .,:;!?\"'“”‘’&", max_size=30))
def test_no_title_loses_a_letter(rest: str) -> None:
    title = f"a{rest}"
    layout = '<group delimiter=". "><text variable="title" quotes="true"/><text value="end"/></group>'
    (text,) = texts(layout, {"title": title})
    assert [char for char in text if char in "ab"] == [char for char in title if char in "ab"]
    assert text.endswith("end")


def test_double_spaces_do_not_arise() -> None:
    layout = '<text variable="title" suffix=" "/><text value="z" prefix=" "/>'
    assert texts(layout, {"title": "a"}) == ["a z"]
    assert plain(contents(layout, {"title": "a"})[0]) == "a z"


@pytest.mark.parametrize(("outer", "inner"), [(";", ":"), (",", ","), (".", "."), ("!", "."), ("(", ".")])
def test_a_prefix_right_inside_a_prefix_keeps_its_mark(outer: str, inner: str) -> None:
    layout = (
        f'<text variable="title"/><group prefix="{outer}"><text variable="page" prefix="{inner}"/></group>'
    )
    assert texts(layout, {"title": "a", "page": "5"}) == [f"a{outer}{inner}5"]


@pytest.mark.parametrize(
    ("own", "group", "wanted"),
    [("", ",", "“a,.”"), (",", "", "“a.,”"), (".", ",", "“a,.”"), (",", ".", "“a.,”")],
)
def test_marks_of_outer_suffixes_go_inside_before_that_of_the_quotation(
    own: str, group: str, wanted: str
) -> None:
    quoted = f'<text variable="title" quotes="true" suffix="{own}"/>'
    layout = f'<group suffix="{group}">{quoted}</group>'
    assert texts(layout, {"title": "a"}, around='suffix="."') == [wanted]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ('<text variable="title"/>', '<text variable="page" prefix=". " font-style="italic"/>', "a.. 5"),
        (
            '<text variable="genre" suffix="."/>',
            '<text variable="page" prefix=". " font-style="italic"/>',
            "b. 5",
        ),
        (
            '<text variable="title"/>',
            '<group><text variable="page" prefix=". " font-style="italic"/></group>',
            "a. 5",
        ),
    ],
)
def test_a_prefix_in_a_font_meets_all_but_a_value_beside_it(before: str, after: str, wanted: str) -> None:
    assert texts(before + after, {"title": "a.", "genre": "b", "page": "5"}) == [wanted]


@pytest.mark.parametrize(
    ("inner", "outer", "wanted"), [(":", ".", "a.:"), (";", ":", "a:;"), (" :", ".", "a :")]
)
def test_the_mark_of_an_outer_suffix_stands_before_a_stronger_one(
    inner: str, outer: str, wanted: str
) -> None:
    layout = f'<text variable="title" suffix="{inner}"/>'
    assert texts(layout, {"title": "a"}, around=f'suffix="{outer}"') == [wanted]


@pytest.mark.parametrize(
    "layout",
    [
        "{}",
        '{}<text variable="publisher" prefix=" "/>',
        '<group delimiter=" ">{}<text variable="publisher"/></group>',
    ],
)
@pytest.mark.parametrize(("title", "wanted"), [("Eps,", "‘Eps’,"), ("Eta:", "‘Eta’:"), ("Zeta;", "‘Zeta’;"),
                                               ("Dot.", "‘Dot.’"), ("Why?", "‘Why?’")])  # fmt: skip
def test_weaker_marks_come_out_of_a_quotation_wherever_it_ends(layout: str, title: str, wanted: str) -> None:
    # Oracle: citeproc-js 1.4, where punctuation does not go inside.
    quoted = '<text variable="title" quotes="true" font-style="italic"/>'
    [text] = texts(layout.format(quoted), {"title": title, "publisher": "Pub"}, locale="en-GB")
    assert text.removesuffix(" Pub") == wanted


def test_a_mark_that_came_out_meets_the_suffix() -> None:
    layout = '<text variable="title" quotes="true" font-weight="bold" suffix="."/>'
    assert texts(layout, {"title": "Zeta;"}, locale="en-GB") == ["‘Zeta’;"]


@pytest.mark.parametrize(
    ("locale", "title", "mark", "wanted"),
    [
        ("en-US", "a;", ";", "“a;” z"),
        ("en-US", "a;", ":", "“a;”: z"),
        ("en-US", "a’b;", ":", "“a’b;” z"),
        ("en-US", "a’b?", ":", "“a’b?” z"),
        ("en-US", "a’b?", ";", "“a’b?”; z"),
        ("en-GB", "a?", ".", "‘a?’. z"),
        ("en-GB", "a’b?", ".", "‘a’b?’ z"),
        ("en-GB", "a’b?", ",", "‘a’b?’, z"),
    ],
)
def test_a_mark_behind_a_quotation_gives_way_to_a_stronger_one_in_a_title_with_parts(
    locale: str, title: str, mark: str, wanted: str
) -> None:
    # Oracle: citeproc-js 1.4, which parts a title at its apostrophes.
    layout = f'<text variable="title" quotes="true" suffix="{mark} "/><text value="z"/>'
    assert texts(layout, {"title": title}, locale=locale) == [wanted]


@pytest.mark.parametrize(("number", "wanted"), [("5", "5:."), ("five", "five:")])
def test_a_full_stop_stays_behind_the_colon_of_a_number_alone(number: str, wanted: str) -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<text variable="number" suffix=":"/>'
    assert texts(layout, {"number": number}, around='suffix="."') == [wanted]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ('<group suffix="."><text variable="title" suffix="."/></group>', ", ", "T. N"),
        ('<group suffix=". "><text variable="title" suffix="."/></group>', ", ", "T. N"),
        ('<group suffix=","><text variable="title" suffix=","/></group>', ". ", "T, N"),
        ('<group suffix="."><text variable="title"/></group>', ", ", "T., N"),
        ('<text variable="title" suffix="."/>', ", ", "T., N"),
    ],
)
def test_a_mark_behind_two_suffixes_that_are_one_goes(before: str, after: str, wanted: str) -> None:
    """Oracle: citeproc-js."""
    item = {"title": "T", "note": "N"}
    assert texts(f'{before}<text variable="note" prefix="{after}"/>', item) == [wanted]


@pytest.mark.parametrize("mark", [".", ":"])
def test_a_suffix_that_a_title_swallows_takes_its_like_along(mark: str) -> None:
    """Oracle: citeproc-js."""
    layout = (
        f'<group delimiter="{mark} "><text variable="title" suffix="{mark}"/><text variable="note"/></group>'
    )
    items = [{"title": title, "note": "N"} for title in ("Code?", "What’s x?", "Code")]
    assert texts(layout, *items) == ["Code? N", "What’s x? N", f"Code{mark} N"]


QUOTED = '<text variable="title" quotes="true"/>'


@pytest.mark.parametrize(
    ("layout", "inside"),
    [
        (f'<group suffix="{{}}">{QUOTED}</group><text value=" N"/>', ",.!?:;"),
        (f'{QUOTED}<text value="{{}} N"/>', "."),
        (f'{QUOTED}<text variable="note" prefix="{{}} "/>', ",."),
        (f'<group delimiter="{{}} ">{QUOTED}<text variable="note"/></group>', ",."),
    ],
)
def test_which_marks_go_inside_a_quotation_depends_on_what_writes_them(layout: str, inside: str) -> None:
    """Oracle: citeproc-js 1.4."""
    for mark in ",.:":
        wanted = f"“a{mark}” N" if mark in inside else f"“a”{mark} N"
        assert texts(layout.format(mark), {"title": "a", "note": "N"}) == [wanted]


@pytest.mark.parametrize(
    ("title", "mark", "inside"),
    [
        ("a", ".", ("a.",)),
        ("a <i>b</i>", ".", ("a ", Span("italic", ("b",)), ".")),
        ("a <i>b</i>", ",", ("a ", Span("italic", ("b",)), ",")),
        ("<i>b</i>", ".", (Span("italic", ("b",)), ".")),
        ("a <i>b?</i>", ".", ("a ", Span("italic", ("b?",)))),
        ("a <i>b?</i>", ",", ("a ", Span("italic", ("b?",)), ",")),
        ("the “b”", ".", ("the ‘b.’",)),
        ("the “b”", ",", ("the ‘b,’",)),
    ],
)
@pytest.mark.parametrize(
    "layout",
    [
        f'<group delimiter="{{}} ">{QUOTED}<text variable="note"/></group>',
        '<text variable="title" quotes="true" suffix="{} "/><text variable="note"/>',
        f'{QUOTED}<text variable="note" prefix="{{}} "/>',
    ],
)
def test_a_mark_stands_behind_the_markup_at_the_end_of_a_quotation(
    layout: str, title: str, mark: str, inside: tuple[Node, ...]
) -> None:
    """Oracle: citeproc-js 1.4."""
    (content,) = contents(layout.format(mark), {"title": title, "note": "N"}, around='suffix="."')
    assert content[1] == VariableSpan("title", inside)
    assert plain(content[2:]) == "” N."


def test_a_mark_stands_in_the_font_of_the_quotation_and_behind_markup_in_it() -> None:
    """Oracle: citeproc-js 1.4."""
    layout = '<text variable="title" quotes="true" font-style="italic" suffix="."/>'
    (content,) = contents(layout, {"title": "a <i>b</i>"}, around='suffix="."')
    title = VariableSpan("title", ("a ", Span("upright", ("b",)), "."))
    assert content == ("“", Span("italic", (title,)), "”")
