"""CSL-JSON's inline markup.  Oracle: CSL-JSON's list of tags; flipflop_ItalicsSimple.txt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.csl_json import text_from_markup, text_to_markup
from publist.richtext import Span, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("a <i>b</i> c", ("a ", Span("italic", ("b",)), " c")),
        ("<b>x</b>", (Span("bold", ("x",)),)),
        ("H<sub>2</sub>O", ("H", Span("subscript", ("2",)), "O")),
        ("1<sup>st</sup>", ("1", Span("superscript", ("st",)))),
        ("<sc>Smith</sc>", (Span("small-caps", ("Smith",)),)),
        ('<span style="font-variant:small-caps;">A</span>', (Span("small-caps", ("A",)),)),
        ('<span style="font-variant: small-caps;">A</span>', (Span("small-caps", ("A",)),)),
        ('<span class="nocase">pH</span>', (Span("nocase", ("pH",)),)),
        ('<span class="nodecor">v.</span>', (Span("nodecor", ("v.",)),)),
        ("<i>a <b>b</b></i>", (Span("italic", ("a ", Span("bold", ("b",)))),)),
    ],
)
def test_tags_become_spans(markup: str, text: object) -> None:
    assert text_from_markup(markup) == text


@pytest.mark.parametrize(
    "markup",
    ["2 < 3 > 1", "one</i> two", "<i>one", "<em>x</em>", "<span>x</span>", '<a href="x">y</a>', "<", "<<i"],
)
def test_what_is_no_pair_of_tags_is_text(markup: str) -> None:
    assert plain(text_from_markup(markup)) == markup


def test_a_tag_that_never_closes_inside_another_is_text() -> None:
    assert text_from_markup("<i>a <b>c</i>") == (Span("italic", ("a <b>c",)),)


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "a", " b ", "<", ">"])))
def test_no_letter_is_lost(pieces: list[str]) -> None:
    letters = "".join(pieces).replace("<", "").replace(">", "").replace("/", "")
    kept = text_to_markup(text_from_markup("".join(pieces)))
    assert kept.replace("<", "").replace(">", "").replace("/", "") == letters


@pytest.mark.parametrize("markup", ["a <i>b <sup>c</sup></i>", '<span class="nocase">x</span> & y', "x"])
def test_writing_gives_back_what_was_read(markup: str) -> None:
    assert text_to_markup(text_from_markup(markup)) == markup
