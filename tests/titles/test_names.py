"""The names of titles, as they are read from their data.

Oracle: what Python's own small letters are.
"""

from __future__ import annotations

import pytest

from publist.titles import names


@pytest.mark.parametrize("name", ["names", "genera", "surnames", "given", "acronyms", "constellations"])
def test_letters_beyond_ascii_are_small_in_the_data(name: str) -> None:
    lines = (names.DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.encode().lower().decode() != line.lower()] == []
