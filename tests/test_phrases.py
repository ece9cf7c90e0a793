"""The program's own words: every language has every phrase, with the same places to fill."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from publist.bibtex import dates
from publist.convert import custom
from publist.listing.customise import SAME_WORD
from publist.people.roles import ROLES
from publist.phrases import LANGUAGES, counted, filled, phrase
from publist.richtext import Span, plain
from tests.data import ROOT

WORDS = {language: import_module(f"publist.phrases.{language}").WORDS for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_phrases(language: str) -> None:
    assert list(WORDS[language]) == list(WORDS["en"])
    assert {path.stem for path in (ROOT / "publist/phrases").glob("??.py")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", WORDS["en"])
def test_a_phrase_has_the_places_of_the_english_one(language: str, key: str) -> None:
    """A month may be a number; the badge of several papers has a plural where the language has one."""
    month = {"mm", "m", "month"}
    places = {place.lower() for place in re.findall(r"\{(\w+)\}", phrase(key, "en"))} - month
    found = WORDS[language][key]
    for text in (found,) if isinstance(found, str) else found:
        assert text
        own = {place.lower() for place in re.findall(r"\{(\w+)\}", text)} - month
        assert own == places or key == "counted-many-badge"
    if key == "numbers":
        assert len(phrase(key, language).split()) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_has_words_that_are_english_by_oversight(language: str) -> None:
    """Sentences and headings of more than one word are never the same in two languages."""
    same = {
        key
        for key, value in WORDS[language].items()
        if value == WORDS["en"][key] and len([word for word in str(value).split() if word.isalpha()]) > 1
    }
    assert language == "en" or same == set()


def test_words_stand_for_all_roles_badges_and_states() -> None:
    assert [name for name in ROLES if name not in WORDS["en"]] == []
    labels = {SAME_WORD.get(kind, kind): label for kind, label in custom.BADGES.items() if label}
    assert {kind: phrase(f"badge-{kind}", "en") for kind in labels} == labels
    assert [kind for kind in labels if f"count-badge-{kind}" not in WORDS["en"]] == []


@pytest.mark.parametrize(
    "typed",
    "in press,to appear,accepted,submitted,forthcoming,in preparation,in prep,under review,in revision,"
    "in review,under revision,online first,early access,advance online publication,prepublished,inpress,"
    "inpreparation,pre-print,preprint,unpublished,in submission,appearing,ongoing,to be published".split(","),
)
def test_a_state_that_is_read_from_a_year_has_words(typed: str) -> None:
    assert f"state-{dates.status_in(typed).replace(' ', '-')}" in WORDS["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_the_form_that_the_language_wants(language: str) -> None:
    assert "1" in counted("works", 1, language)
    plural = counted("works", 2, language)
    assert (plural.replace("2", "1") != counted("works", 1, language)) == (language != "zh")
    assert counted("works", 0, "fr") == "0 publication"
    assert counted("works", 0, "en") == "0 publications"


def test_a_region_takes_its_language_and_a_strange_one_english() -> None:
    assert phrase("others", "de-AT") == "und {n} weitere"
    assert phrase("others", "nn-NO") == "and {n} others"
    assert phrase("no such phrase", "de") == counted("no such phrase", 2, "de") == ""


def test_a_pattern_is_filled_with_rich_text_and_braces_in_values_stay() -> None:
    text = filled("{a} at {b}, {c}", {"a": (Span("bold", ("x",)),), "b": "{a}"})
    assert plain(text) == "x at {a}, {c}"
    assert text[0] == Span("bold", ("x",))
