"""Letters and parts of names.  Oracles: ICAO Doc 9303, part 3, section 6; the blocks of Unicode."""

from __future__ import annotations

import pytest

from publist.matching.spelling import (
    folded,
    given_parts,
    is_cjk,
    is_suffix,
    may_hide_suffix,
    spellings,
    split_suffix,
    suffix_form,
    without_digraphs,
)


@pytest.mark.parametrize(
    ("text", "base", "others"),
    [
        ("Müller", "muller", "mueller"),
        ("Jönsson", "jonsson", "joensson"),
        ("Händel", "handel", "haendel"),
        ("Ødegård", "odegard", "oedegaard"),
        ("Đoković", "dokovic", "djokovic"),
        ("Núñez", "nunez", ""),
        ("Straße", "strasse", ""),
        ("Æsir", "aesir", ""),
        ("Œuvre", "oeuvre", ""),
        ("Eðvarð", "edvard", ""),
        ("Þór", "thor", ""),
        ("Łódź", "lodz", ""),
        ("Işık", "isik", ""),
        ("Ħamrun", "hamrun", ""),
        ("Ŋaŧə", "nate", ""),
        ("SHAO", "shao", ""),
    ],
)
def test_spellings_without_accents_and_for_keyboards_without_them(text: str, base: str, others: str) -> None:
    assert folded(text) == base
    assert spellings(text) == {base, others or base}


@pytest.mark.parametrize(
    "text", ["O’Brien", "O'Brien", "o brien", "O-Brien", "O.Brien", "O‐Bri·en", "ÓBRIEN"]
)
def test_blanks_hyphens_and_apostrophes_do_not_count(text: str) -> None:
    assert spellings(text) == {"obrien"}


@pytest.mark.parametrize(
    ("spelling", "wanted"),
    [
        ("mueller", "muller"), ("goethe", "gothe"), ("raeder", "rader"), ("haendel", "handel"),
        ("xue", "xue"), ("bauer", "bauer"), ("oerst", "oerst"), ("bueer", "bueer"),
    ],
)  # fmt: skip
def test_two_letters_stand_for_one_between_consonants_alone(spelling: str, wanted: str) -> None:
    assert without_digraphs(spelling) == wanted


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("W.-Q.", ["w.", "q."]),
        ("WQ", ["w.", "q."]),
        ("WQA", ["w.", "q.", "a."]),
        ("WQAB", ["wqab"]),
        ("Chr.", ["chr."]),
        ("Jean-Pierre", ["jean", "pierre"]),
        ("A, B", ["a.", "b."]),
        ("É", ["e."]),
        ("E\u0301.", ["e."]),
        ("", []),
    ],
)
def test_the_parts_of_a_given_name_are_initials_or_whole(given: str, parts: list[str]) -> None:
    assert given_parts(given) == tuple((frozenset({part.rstrip(".")}), part.endswith(".")) for part in parts)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("\u1100", "\u11ff"),
        ("\u3005", "\u312f"),
        ("\u3400", "\u9fff"),
        ("\uac00", "\ud7af"),
        ("\uf900", "\ufaff"),
    ],
)
def test_chinese_japanese_and_korean_letters_are_found_in_a_name(first: str, last: str) -> None:
    assert is_cjk(first)
    assert is_cjk(f"a{last}b")
    assert not is_cjk(chr(ord(first) - 1))
    assert not is_cjk(chr(ord(last) + 1))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jr.", "jr"), ("JUNIOR", "jr"), ("Sr", "sr"), ("senior", "sr"), ("II", "ii"), ("2nd", "ii"),
        ("III", "iii"), ("3rd", "iii"), ("iv", "iv"), ("Filho", "filho"), ("Neto.", "neto"),
    ],
)  # fmt: skip
def test_suffixes_have_one_form(text: str, form: str) -> None:
    assert is_suffix(text)
    assert suffix_form(text) == form


@pytest.mark.parametrize(
    ("text", "family", "suffix"),
    [
        ("de la Cruz Jr.", "de la Cruz", "Jr."),
        ("Smith, III", "Smith", "III"),
        ("de la Cruz", "de la Cruz", ""),
        ("Jr.", "Jr.", ""),
    ],
)
def test_a_suffix_without_its_comma_stands_behind_a_surname(text: str, family: str, suffix: str) -> None:
    assert split_suffix(text) == (family, suffix)
    assert may_hide_suffix(text) == (suffix != "" or text == "Jr.")
