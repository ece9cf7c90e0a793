"""Keys that are unique in a list."""

from __future__ import annotations


class UniqueKeys:
    """Gives each key once: a repeated ``a``, compared without case, becomes ``a-2``, then ``a-3``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, key: str) -> str:
        """The key, or the key with the first free number."""
        folded, found = key.lower(), key
        number = self._next.get(folded, 2)
        while found.lower() in self._taken:
            found = f"{key}-{number}"
            number += 1
        self._taken.add(found.lower())
        self._next[folded] = number
        return found
