"""CSL's text-case.

Oracle: the suite's textcase_ fixtures and CSL 1.0.2 (Text-case, Title Case Conversion, Sentence Case
Conversion); titles without a source are as citeproc-js prints them.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.csl.textcase import recase_leaves
from publist.csl.tree import Out, from_text
from publist.richtext import Node, Span, Text


def apply(case: str, text: Text, language: str) -> Text:
    """The text in the given case."""
    children = from_text(text)
    recase_leaves(children, case, language)
    return "".join(map(str, children)) if isinstance(text, str) else tuple(map(_node, children))


def _node(out: Out | str) -> Node:
    return out if isinstance(out, str) else Span(out.format.spans[0], tuple(map(_node, out.children)))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("This IS a pen that is a cat/mouse pencil", "This IS a Pen That Is a Cat/Mouse Pencil"),
        ("Review of book by A.N. Author", "Review of Book by A.N. Author"),
        ("UK", "UK"),
        ("All for one. For all.", "All for One. For All."),
        ("07-x test", "07-x Test"),
        ("Out-of-fashion initiatives: a second story", "Out-of-Fashion Initiatives: A Second Story"),
        ("The “new career” and organizational commitment", "The “New Career” and Organizational Commitment"),
        ("Saline solution of β-carotine", "Saline Solution of β-Carotine"),
        ("Employee pro-environmental behavior", "Employee Pro-Environmental Behavior"),
        ("the iPhone in mRNA of pH levels", "The iPhone in mRNA of pH Levels"),
        ("what's new? the old! and. a test; the next", "What's New? The Old! And. a Test; the Next"),
        ("don’t d’arc ’tis the season", "Don’t d’arc ’tis the Season"),
        ("a way up", "A Way Up"),
        ("foo v2 of gpt4", "Foo v2 of Gpt4"),
        ("one: (the) two", "One: (The) Two"),
        ("an x-ray or an e-mail", "An X-Ray or an e-Mail"),
        ("élan of ångström", "Élan of Ångström"),
        ("", ""),
    ],
)
def test_title_case(title: str, wanted: str) -> None:
    assert apply("title", title, "en-US") == wanted


@pytest.mark.parametrize("language", ["de", "fr-FR", "e", "x-en"])
def test_title_case_is_for_english_alone(language: str) -> None:
    assert apply("title", "one the two", language) == "one the two"


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", "English"])
def test_what_counts_as_english(language: str) -> None:
    assert apply("title", "one the two", language) == "One the Two"


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        ("lowercase", "this is a pen of nasa"),
        ("uppercase", "THIS IS A PEN OF NASA"),
        ("capitalize-first", "This IS a pen of NASA"),
        ("capitalize-all", "This IS A Pen Of NASA"),
        ("sentence", "This is a pen of nasa"),
        ("title", "This IS a Pen of NASA"),
        ("none", "this IS a pen of NASA"),
    ],
)
def test_each_case(case: str, wanted: str) -> None:
    assert apply(case, "this IS a pen of NASA", "en") == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("THE WHOLE TITLE", "The whole title"),  # CSL 1.0.2, Sentence Case Conversion
        ("THE TITLE: with some", "THE title: with some"),
        ("of Mice and Men", "Of mice and men"),
        ("β-Carotine", "β-carotine"),
    ],
)
def test_sentence_case(title: str, wanted: str) -> None:
    assert apply("sentence", title, "en") == wanted


# textcase_ImplicitNocase.txt
@pytest.mark.parametrize("style", ["nocase", "small-caps", "superscript", "subscript"])
@pytest.mark.parametrize("case", ["lowercase", "uppercase", "capitalize-all", "sentence", "title"])
def test_some_markup_keeps_its_case(style: str, case: str) -> None:
    kept = Span(style, ("aB cD",))  # type: ignore[arg-type]  # parts of any kind, by name
    changed = apply(case, ("x ", kept), "en")
    assert isinstance(changed, tuple)
    assert changed[1] == kept


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (("the ", Span("italic", ("e. coli",)), " story"), ("The ", Span("italic", ("e. Coli",)), " Story")),
        ((Span("nocase", ("nasa",)), " and the"), (Span("nocase", ("nasa",)), " and The")),
        (("one ", Span("nocase", ("a:",)), " the two"), ("One ", Span("nocase", ("a:",)), " The Two")),
    ],
)
def test_words_are_counted_across_markup(text: Text, wanted: Text) -> None:
    assert apply("title", text, "en") == wanted


def test_a_turkish_i_keeps_its_dot() -> None:  # textcase_LocaleUnicode.txt
    assert apply("uppercase", "ic and ıd", "tr") == "İC AND ID"
    assert apply("uppercase", "ia and ıb", "en") == "IA AND IB"
    assert apply("lowercase", "IĞDIR İstanbul", "tr-TR") == "ığdır istanbul"


@given(st.text(alphabet="aB c-:.'’ßéΣ", max_size=40))
def test_a_second_time_changes_nothing(text: str) -> None:
    for case in ("lowercase", "uppercase", "capitalize-first", "capitalize-all"):
        once = apply(case, text, "en")
        assert apply(case, once, "en") == once
