"""Keys of entries: unique in a list, by one rule for BibTeX and CSL-JSON; and new ones that stay the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SMALL = frozenset(
    "a an the on of in for to and or with from by der die das ein eine zur zum über le la les l un"
    " une des du el los las il lo gli".split()
)


def unique_keys(keys: Sequence[str]) -> list[str]:
    """Each key once: a repeated ``a`` gets the first number that is free, ``a-2``, then ``a-3``.

    As in BibTeX, keys that differ in case alone are the same.

    >>> unique_keys(["Smith2020", "SMITH2020", "smith2020-2"])
    ['Smith2020', 'SMITH2020-2', 'smith2020-2-2']
    """
    return list(map(UniqueKeys().unique, keys))


class UniqueKeys:
    """The same for keys that come one by one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def unique(self, key: str) -> str:
        """The key, or one that none before it was."""
        folded, found = key.lower(), key
        number = first = self._numbers.get(folded, 2)
        while found.lower() in self._taken:
            found = f"{key}-{number}"
            number += 1
        if number > first:
            self._numbers[folded] = number
        self._taken.add(found.lower())
        return found


def citation_key(surname: str, year: str, title: str, *, nickname: str = "") -> str:
    """Surname, year and the first word of the title that says something; a nickname instead of the word.

    >>> citation_key("Núñez", "2019", "On the Quiet of Whales")
    'nunez2019quiet'
    """
    surname, nickname = _ascii(surname), _ascii(nickname)
    word = nickname or next((word for word in _words(title) if word not in _SMALL), "work")
    if not surname:
        return nickname or f"{word}{year}"
    return f"{surname}{year}{word}"


def _words(title: str) -> list[str]:
    found = [_ascii(word) for word in re.split(r"[\s:,.;!?()\[\]/–—-]+", title)]
    return [word for word in found if word]


def _ascii(text: str) -> str:
    plain = unicodedata.normalize(
        "NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("Ø", "o")
    )
    return re.sub(r"[^a-z0-9]", "", plain.encode("ascii", "ignore").decode().lower())
