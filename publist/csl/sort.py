"""Sorting by several keys (CSL 1.0.2, Sorting)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

T = TypeVar("T")
_KEY = itemgetter(0)


def arrange(things: Sequence[T], keys: Sequence[Callable[[T], Any]], ascending: Sequence[bool]) -> list[T]:
    """The things in order, e.g. by ``keys == (author_of, year_of)`` with ``ascending == (True, False)``.

    A key gives None or "" where the thing has no value; such things come last in either direction.
    Values of one key are of one comparable type.  What is the same in all keys keeps its order.  A key
    is asked only of things that all keys before it have left equal, since most are told apart early.
    """
    if len(things) < 2 or not keys:
        return list(things)
    key, up = keys[0], ascending[0]
    filled: list[tuple[Any, T]] = []
    empty: list[T] = []
    for thing in things:
        value = key(thing)
        if value is None or value == "":
            empty.append(thing)
        else:
            filled.append((value, thing))
    filled.sort(key=_KEY, reverse=not up)
    result: list[T] = []
    for _, run in groupby(filled, _KEY):
        result += arrange([thing for _, thing in run], keys[1:], ascending[1:])
    return result + arrange(empty, keys[1:], ascending[1:])
