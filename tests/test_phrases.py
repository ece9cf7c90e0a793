"""The program's own words: every language has every phrase, with the same places to fill."""

from __future__ import annotations

import re

import pytest

from publist.phrases import LANGUAGES, filled, phrase
from publist.richtext import Span, plain

KEYS = (
    "others more all-names extended also equal corresponding supervision alphabetical student deceased and"
    " last-and numbers dated-one dated-many counted-one counted-many counted-one-badge counted-many-badge"
    " oral orals spotlight spotlights news"
).split()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_language_has_every_phrase(language: str, key: str) -> None:
    places = set(re.findall(r"\{(\w+)\}", phrase(key, "en")))
    own = set(re.findall(r"\{(\w+)\}", phrase(key, language)))
    assert phrase(key, language)
    assert {place.lower() for place in own} - {"mm", "m", "month"} == {place.lower() for place in places} - {
        "mm",
        "m",
        "month",
    } or key == "counted-many-badge"
    if key == "numbers":
        assert len(phrase(key, language).split()) == 10


def test_a_region_takes_its_language_and_a_strange_one_english() -> None:
    assert phrase("others", "de-AT") == "und {n} weitere"
    assert phrase("others", "nn-NO") == "and {n} others"


def test_a_pattern_is_filled_with_rich_text_and_braces_in_values_stay() -> None:
    text = filled("{a} at {b}, {c}", {"a": (Span("bold", ("x",)),), "b": "{a}"})
    assert plain(text) == "x at {a}, {c}"
    assert text[0] == Span("bold", ("x",))
