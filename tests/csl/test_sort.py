"""Sorting by several keys.  Oracle: CSL 1.0.2, Sorting."""

from __future__ import annotations

from operator import itemgetter

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
    keys = [itemgetter(at) for at in range(len(ascending))]
    assert arrange(ROWS, keys, ascending) == wanted


@pytest.mark.parametrize("ascending", [True, False])
def test_what_is_the_same_keeps_its_order(ascending: bool) -> None:
    assert arrange([3, 1, 2], [lambda _: "same"], [ascending]) == [3, 1, 2]


def test_a_later_key_is_asked_only_where_the_first_leaves_a_tie() -> None:
    asked: list[str] = []

    def second(word: str) -> str:
        asked.append(word)
        return word

    assert arrange(["b2", "a1", "b1"], [itemgetter(0), second], [True, True]) == ["a1", "b1", "b2"]
    assert asked == ["b2", "b1"]
