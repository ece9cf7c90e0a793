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
