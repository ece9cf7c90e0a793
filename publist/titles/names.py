"""The names that keep their capital, read from the data beside this module.

In the folder ``data``, ``names.txt`` holds words that are names wherever they stand, and ``genera.txt``
those of species; ``phrases.txt`` what is a name in company alone (``Monte Carlo``, ``Bell state``);
``surnames.txt`` common words that are names beside another one (``Black-Scholes``), ``given.txt`` given
names, behind which a surname stands; ``acronyms.txt`` what stays in a title of capitals;
``constellations.txt`` what follows the name of a star (``SS Cyg``); ``common.txt`` the most usual words,
``rare.txt`` others that do not end as English words do. Each tells its sources.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from publist.records import NamedTuple
from publist.titles import company

_BLOCK = 256
DATA = Path(__file__).parent / "data"

# Phrases by the key of their first word, each as it is written: ``{"bell": ["Bell state"]}``.
Phrases: TypeAlias = "Mapping[str, Sequence[str]]"


class WordList:
    r"""The lines of a sorted text, and ``others``.

    So few words are asked for that many thousand need no set: the text is cut into blocks.

    >>> "abel" in WordList("abel\nbayes\n")
    True
    """

    def __init__(self, text: str, others: frozenset[str] = frozenset()) -> None:
        lines = f"\n{text}"
        cuts = [lines.find("\n", place) for place in range(0, len(lines) - _BLOCK, _BLOCK)] or [0]
        self.others = others
        self.blocks = [lines[start : end + 1] for start, end in pairwise([*cuts, len(lines)])]
        self.firsts = [block[1 : block.find("\n", 1)] for block in self.blocks]

    def __contains__(self, word: str) -> bool:
        return word in self.others or f"\n{word}\n" in self.blocks[bisect_right(self.firsts, word) - 1]


class KnownNames(NamedTuple):
    r"""Words and phrases by their keys: ``KnownNames(WordList("bayes\n"), frozenset(), {}, …)``."""

    words: WordList
    genera: frozenset[str]
    phrases: Phrases
    surnames: frozenset[str]
    given: frozenset[str]
    acronyms: frozenset[str]
    stars: frozenset[str]
    common: frozenset[str]
    dependent: frozenset[str]


@cache
def known() -> KnownNames:
    """The names of the data files; they are read at the first call."""
    genera = _lines(_small("genera"))
    surnames, stars = _lines(_small("surnames")), _lines(_small("constellations"))
    return KnownNames(
        WordList(_small("names"), genera),
        genera,
        phrases(line for line in _text("phrases").split("\n") if line and line[0] != "#"),
        surnames,
        _lines(_small("given")),
        _lines(_small("acronyms")),
        stars,
        common(),
        surnames.union(stars, company.DEPENDENT),
    )


def _small(name: str) -> str:
    """A file in small letters; those beyond ASCII are small in it: bytes are quick to lower."""
    return (DATA / f"{name}.txt").read_bytes().lower().decode()


def _lines(text: str) -> frozenset[str]:
    return frozenset(text.split("\n"))


@cache
def common() -> frozenset[str]:
    """The most usual English words, e.g. ``brain``."""
    return _lines(_text("common"))


def is_usual(key: str) -> bool:
    """Whether the word, or what it is the plural of, is a most usual one."""
    return key in common() or key.removesuffix("s") in common()


@cache
def is_rare(word: str) -> bool:
    """Whether this is an English word whose ending does not show that it is, e.g. ``bismuth``."""
    return word in _rare()


@cache
def _rare() -> WordList:
    return WordList(_text("rare"))


def _text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def phrases(lines: Iterable[str]) -> Phrases:
    """Phrases by their first words: ``phrases(["Monte Carlo", "Bell state"])``."""
    table: dict[str, list[str]] = {}
    for line in lines:
        first = line.partition(" ")[0].partition("-")[0].lower()
        table.setdefault(first.removesuffix("'s"), []).append(line)
    return table
