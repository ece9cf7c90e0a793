"""Sorting by several keys.  Oracle: CSL 1.0.2, Sorting."""

from __future__ import annotations

import pytest

from publist.csl.sort import arrange

ROWS = [("b", 2001), ("a", 2000), ("b", None), ("", 1999), ("a", 2002)]


@pytest.mark.parametrize(
    ("ascending", "wanted"),
    [
        ((True, True), [("a", 2000), ("a", 2002), ("b", 2001), ("b", None), ("", 1999)]),
        ((True, False), [("a", 2002), ("a", 2000), ("b", 2001), ("b", None), ("", 1999)]),
        ((False, True), [("b", 2001), ("b", None), ("a", 2000), ("a", 2002), ("", 1999)]),
        ((), ROWS),
    ],
)
def test_empty_values_come_last_in_either_direction(
    ascending: tuple[bool, ...], wanted: list[object]
) -> None:
    assert arrange(ROWS, lambda row: row[: len(ascending)], ascending) == wanted


@pytest.mark.parametrize("ascending", [True, False])
def test_what_is_the_same_keeps_its_order(ascending: bool) -> None:
    assert arrange([3, 1, 2], lambda _: ["same"], [ascending]) == [3, 1, 2]
