"""Sorting by several keys (CSL 1.0.2, Sorting)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def arrange(things: Sequence[T], keys: Callable[[T], Sequence[Any]], ascending: Sequence[bool]) -> list[T]:
    """The things in order, e.g. by ``keys(item) == (author, year)`` with ``ascending == (True, False)``.

    A key is None or "" where the thing has no value; such things come last in either direction.
    Values of one key are of one comparable type.  What is the same in all keys keeps its order.
    """
    if not ascending:
        return list(things)
    rows = [(tuple(keys(thing)), thing) for thing in things]
    if all(ascending):
        rows.sort(key=lambda row: [(value is None or value == "", value or 0) for value in row[0]])
        return [thing for _, thing in rows]
    # One stable pass for each key, the last key first.
    for index in range(len(ascending) - 1, -1, -1):
        filled = [row for row in rows if row[0][index] not in (None, "")]
        empty = [row for row in rows if row[0][index] in (None, "")]
        filled.sort(key=lambda row: row[0][index], reverse=not ascending[index])
        rows = filled + empty
    return [thing for _, thing in rows]
