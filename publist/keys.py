"""Keys that are unique in a list: one rule for BibTeX and CSL-JSON, within a file and across files."""

from __future__ import annotations

from collections.abc import Sequence


def unique_keys(keys: Sequence[str]) -> list[str]:
    """Each key once: a repeated ``a`` gets the first number that is free, ``a-2``, then ``a-3``.

    As in BibTeX, keys that differ in case alone are the same.

    >>> unique_keys(["Smith2020", "SMITH2020", "smith2020-2"])
    ['Smith2020', 'SMITH2020-2', 'smith2020-2-2']
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    unique: list[str] = []
    for key in keys:
        folded, found = key.lower(), key
        number = numbers.get(folded, 2)
        while found.lower() in taken:
            found = f"{key}-{number}"
            number += 1
        numbers[folded] = number
        taken.add(found.lower())
        unique.append(found)
    return unique
