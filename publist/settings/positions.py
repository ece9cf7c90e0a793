"""Where the keys of a TOML file stand, which ``tomllib`` does not tell: asked of it line by line."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence


def line_of(source: str, place: Sequence[str | int]) -> int | None:
    r"""The line, from 1, of the statement that makes a key or table, else the nearest one around it.

    The text is known to be TOML.  A statement of several lines is TOML when its last line is there, so that
    nothing within a text or a list is taken for a key.

    >>> line_of('[owner]\nname = "W. Shao"', ("owner", "name"))
    2
    """
    lines = source.split("\n")
    counts = range(1, len(lines) + 1)
    for length in range(len(place), 0, -1):
        around = place[:length]
        last = bisect_left(counts, 1, key=lambda count: _has(_whole(lines, count)[1], around))
        if last < len(lines):
            return _whole(lines, last)[0] + 1
    return None


def _whole(lines: list[str], count: int) -> tuple[int, object]:
    """How many of the first lines are TOML, and what they say."""
    while True:
        try:
            return count, tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            count -= 1


def _has(data: object, place: Sequence[str | int]) -> bool:
    for key in place:
        try:
            data = data[key]  # type: ignore[index]  # what tomllib read is a table or a list here
        except (KeyError, IndexError, TypeError):
            return False
    return True
