"""The names that keep their capital, read from the data beside this module.

In the folder ``data``, ``names.txt`` holds words that are names wherever they stand; ``phrases.txt`` what is
a name in company alone (``Monte Carlo``, ``Bell state``); ``surnames.txt`` common words that are names beside
another one (``Black-Scholes``); ``acronyms.txt`` what stays in a title of capitals; ``constellations.txt``
what follows the name of a star (``SS Cyg``); ``common.txt`` the most usual words.  Each tells its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from publist.titles.words import Word, words

DATA = Path(__file__).parent / "data"

# Phrases by the key of their first word, each as it is written: ``{"bell": ["Bell state"]}``.
Phrases: TypeAlias = "Mapping[str, Sequence[str]]"


class KnownNames(NamedTuple):
    """Words and phrases by their keys: ``KnownNames(frozenset({"bayes"}), {}, frozenset({"bell"}), …)``."""

    words: frozenset[str]
    phrases: Phrases
    surnames: frozenset[str]
    acronyms: frozenset[str]
    stars: frozenset[str]


@lru_cache(maxsize=1)
def known() -> KnownNames:
    """The names of the data files; they are read at the first call."""
    return KnownNames(
        frozenset(_text("names").lower().split("\n")),
        phrases(line for line in _text("phrases").split("\n") if line and line[0] != "#"),
        frozenset(_text("surnames").lower().split("\n")),
        frozenset(_text("acronyms").lower().split("\n")),
        frozenset(_text("constellations").lower().split("\n")),
    )


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The most usual English words, e.g. ``brain``."""
    return frozenset(_text("common").split("\n"))


def _text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def phrases(lines: Iterable[str]) -> Phrases:
    """Phrases by their first words: ``phrases(["Monte Carlo", "Bell state"])``."""
    table: dict[str, list[str]] = {}
    for line in lines:
        first = line.replace("-", " ").split(" ", 1)[0].lower()
        table.setdefault(first.removesuffix("'s"), []).append(line)
    return table


@lru_cache(maxsize=1024)
def _parsed(phrase: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The words of a phrase in small letters, and which of them are capitals."""
    found = words([(phrase, "")])
    return tuple(word.text.lower() for word in found), tuple(word.text[0].isupper() for word in found)


def _fits(word: Word, written: str) -> bool:
    """Whether the word is the phrase's, or its plural; ``Young's`` is no ``Young``."""
    if "'" in written:
        return word.text.lower().replace("’", "'") == written
    return word.key in (written, written + "s")


def phrase_at(listed: Sequence[Word], index: int, table: Phrases) -> tuple[bool, ...]:
    """Which of the words from ``index`` on are capitals as parts of the longest phrase there."""
    best: tuple[bool, ...] = ()
    for phrase in table.get(listed[index].key, ()):
        keys, capitals = _parsed(phrase)
        there = listed[index : index + len(keys)]
        if len(best) < len(keys) == len(there) and all(map(_fits, there, keys)):
            best = capitals
    return best
