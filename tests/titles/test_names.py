"""The names of titles, as they are read from their data.

Oracle: what Python's own small letters are.
"""

from __future__ import annotations

import pytest

from publist.titles import company, names


@pytest.mark.parametrize("name", ["names", "genera", "surnames", "given", "acronyms", "constellations"])
def test_letters_beyond_ascii_are_small_in_the_data(name: str) -> None:
    lines = (names.DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.encode().lower().decode() != line.lower()] == []


@pytest.mark.parametrize("name", ["names", "rare"])
def test_long_lists_are_sorted_so_that_every_line_is_found(name: str) -> None:
    text = (names.DATA / f"{name}.txt").read_bytes().lower().decode()
    words = [line for line in text.splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    found = names.WordList(text)
    assert [word for word in words if word not in found] == []
    assert [word for word in words if f"{word}x" in found and f"{word}x" not in words] == []


def test_names_that_are_usual_words_are_known_as_such() -> None:
    assert {word for word in names.common() if word and word in names.known().words} == company.USUAL_NAMES
