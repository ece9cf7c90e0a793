"""Yes and no.  Oracle: what people write in flags of al-folio, Hugo Blox and CSL-JSON; by hand."""

from __future__ import annotations

import pytest

from publist.truth import is_set, is_yes


@pytest.mark.parametrize("value", ["", " ", "false", "No", "n", "none", "0", "OFF", 0, False, None])
def test_a_no(value: object) -> None:
    assert not is_set(value)


@pytest.mark.parametrize(
    ("value", "bare"),
    [("true", True), ("Yes ", True), ("x", True), ("1", True), ("2024-01", False), ("Oral", False)],
)
def test_anything_else_is_set_and_some_of_it_says_no_more_than_yes(value: str, bare: bool) -> None:
    assert is_set(value)
    assert is_yes(value) is bare


@pytest.mark.parametrize("value", [1, True, "1"])
def test_yes_in_json(value: object) -> None:
    assert is_set(value)
