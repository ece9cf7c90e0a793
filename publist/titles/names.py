"""The names that keep their capital, read from the data beside this module.

In the folder ``data``, ``names.txt`` holds words that are names wherever they stand, and ``genera.txt``
those of species; ``phrases.txt`` what is a name in company alone (``Monte Carlo``, ``Bell state``);
``surnames.txt`` common words that are names beside another one (``Black-Scholes``), ``given.txt`` given
names, behind which a surname stands; ``acronyms.txt`` what stays in a title of capitals;
``constellations.txt`` what follows the name of a star (``SS Cyg``); ``common.txt`` the most usual words,
``rare.txt`` others that do not end as English words do. Each tells its sources.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from publist.records import NamedTuple

_BLOCK = 2048
DATA = Path(__file__).parent / "data"

# Phrases by the key of their first word, each as it is written: ``{"bell": ["Bell state"]}``.
Phrases: TypeAlias = "Mapping[str, Sequence[str]]"


class KnownNames(NamedTuple):
    """Words and phrases by their keys: ``KnownNames(frozenset({"bayes"}), frozenset(), {}, …)``."""

    words: frozenset[str]
    genera: frozenset[str]
    phrases: Phrases
    surnames: frozenset[str]
    given: frozenset[str]
    acronyms: frozenset[str]
    stars: frozenset[str]
    common: frozenset[str]


@cache
def known() -> KnownNames:
    """The names of the data files; they are read at the first call."""
    genera = frozenset(_small("genera"))
    return KnownNames(
        genera.union(_small("names")),
        genera,
        phrases(line for line in _text("phrases").split("\n") if line and line[0] != "#"),
        frozenset(_small("surnames")),
        frozenset(_small("given")),
        frozenset(_small("acronyms")),
        frozenset(_small("constellations")),
        common(),
    )


def _small(name: str) -> list[str]:
    """The lines of a file in small letters; those beyond ASCII are small in it: bytes are quick to lower."""
    return (DATA / f"{name}.txt").read_bytes().lower().decode().split("\n")


@cache
def common() -> frozenset[str]:
    """The most usual English words, e.g. ``brain``."""
    return frozenset(_text("common").split("\n"))


def is_usual(key: str) -> bool:
    """Whether the word, or what it is the plural of, is a most usual one."""
    return key in common() or key.removesuffix("s") in common()


@cache
def is_rare(word: str) -> bool:
    """Whether this is an English word whose ending does not show that it is, e.g. ``bismuth``.

    So few words are asked for that forty thousand need no set: the lines are sorted, and cut into blocks.
    """
    chosen, firsts, blocks = _rare()
    return word in chosen or f"\n{word}\n" in blocks[bisect_right(firsts, word) - 1]


@cache
def _rare() -> tuple[frozenset[str], list[str], list[str]]:
    """The words that are chosen by hand; the first words of blocks of all others, and the blocks."""
    chosen, _, rest = _text("rare").partition("\n\n")
    lines = f"\n{rest}"
    cuts = [lines.find("\n", place) for place in range(0, len(lines) - _BLOCK, _BLOCK)]
    blocks = [lines[start : end + 1] for start, end in pairwise([*cuts, len(lines)])]
    return frozenset(chosen.split("\n")), [block[1 : block.find("\n", 1)] for block in blocks], blocks


def _text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def phrases(lines: Iterable[str]) -> Phrases:
    """Phrases by their first words: ``phrases(["Monte Carlo", "Bell state"])``."""
    table: dict[str, list[str]] = {}
    for line in lines:
        first = line.partition(" ")[0].partition("-")[0].lower()
        table.setdefault(first.removesuffix("'s"), []).append(line)
    return table
