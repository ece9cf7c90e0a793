"""Alphabetical order.  Oracle: ICU's collation of the locale, at the level of base letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.csl.collation import key


def ordered(words: list[str], language: str) -> list[str]:
    return sorted(words, key=lambda word: key(word, language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-US", ["Aalto", "Álvarez", "Ångström", "Babel", "Łukasz", "Lz", "Ødegaard", "Oz", "Zz"]),
        ("sv-SE", ["Aalto", "Zz", "Ångström", "Ärla", "Ödegaard", "Øst"]),
        ("da-DK", ["Albert", "Zz", "Ærø", "Øst", "Aalborg", "Ård"]),
        ("nb-NO", ["Zz", "Ærlig", "Øst", "Ås"]),
        ("fi-FI", ["Vaara", "Waara", "Zz", "Åbo", "Äiti", "Öljy"]),
        ("es-ES", ["Nz", "Ñandú", "Oa"]),
        ("pl-PL", ["Cz", "Ćwik", "La", "Lz", "Łódź", "Ma", "Zz", "Źle", "Żaba"]),
        ("cs-CZ", ["Cz", "Čapek", "Hz", "Chalupa", "Ia"]),
        ("tr-TR", ["Hz", "Ilgaz", "İzmir", "Ja"]),
        ("is-IS", ["Dz", "Ðe", "Ea", "Þór", "Ær", "Öx"]),
        ("et-EE", ["Sz", "Šaa", "Zoo", "Žan", "Ta", "Wa", "Õu", "Är", "Öö", "Ül", "Xa"]),
        ("de-DE", ["Muller", "Müllera", "Mullerb", "Straße", "Strassf"]),
        ("ru-RU", ["Арбат", "Ежик", "Ёлка", "Яна", "Abc"]),
        ("en-US", ["Abc", "Омега", "日本"]),
        ("el-GR", ["άλφα", "βήτα", "abc"]),
    ],
)
def test_letters_stand_where_readers_look_for_them(language: str, words: list[str]) -> None:
    assert ordered(words[::-1], language) == words


@pytest.mark.parametrize(
    "words", [["Müller", "Muller", "MULLER"], ["O’Brien", "OBrien", "“Obrien”"], ["(a) b", "a b", "A, b."]]
)
def test_accents_case_and_punctuation_do_not_count(words: list[str]) -> None:
    assert len({key(word, "en") for word in words}) == 1


def test_spaces_come_before_digits_before_letters() -> None:
    assert ordered(["aa", "a1", "a b", "a"], "en") == ["a", "a b", "a1", "aa"]


def test_numbers_are_compared_as_numbers() -> None:
    assert ordered(["Part 10", "Part 9", "Part 2b"], "en") == ["Part 2b", "Part 9", "Part 10"]
    assert key("007", "en") == key("7", "en")


@given(st.text(max_size=20), st.sampled_from(["en", "sv-SE", "tr", "zh-CN", "ar", "", "xx-YY"]))
def test_any_text_has_a_key(text: str, language: str) -> None:
    assert isinstance(key(text, language), str)
    assert key(text + "“”", language) == key(text, language)
