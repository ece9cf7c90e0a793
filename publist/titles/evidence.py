"""What a bibliography's own titles show of its names."""

from __future__ import annotations

from collections.abc import Iterable, Set
from types import MappingProxyType
from typing import NamedTuple

from publist.richtext import Text
from publist.titles.english import may_name
from publist.titles.form import Form, Title, parts, read
from publist.titles.language import is_english
from publist.titles.names import Phrases, common, phrases
from publist.titles.words import TitleWords, Word


class Evidence(NamedTuple):
    """Words and phrases that are capitals in the same bibliography where nothing but a name would be.

    ``Evidence.of(["Rewriting with Ninetails in one pass"])`` has the word ``ninetails``.  ``small`` has the
    words that are small somewhere.
    """

    words: frozenset[str] = frozenset()
    phrases: Phrases = MappingProxyType({})
    small: Set[str] = frozenset()

    @classmethod
    def of(cls, titles: Iterable[Text]) -> Evidence:
        """What the titles show: capitals inside a sentence-case title, what is braced, titles of one word."""
        seen: set[str] = set()
        names: set[str] = set()
        runs: list[list[Word]] = []
        for title in titles:
            one = read(title)
            seen.update(one.tokens[1::2])
            if one.tokens[2:3] == (": ",) and may_name(one.words.words[0].key):
                names.add(one.words.words[0].key)  # "Ninetails: A Tool"
            if _may_tell(one) and is_english(one.text):
                _gather(one.words, names, runs)
        single = frozenset(key for key in names if key not in seen and not _is_common(key))
        several = {
            " ".join([word.text for word in run]) for run in runs if any(word.key not in seen for word in run)
        }
        return cls(single, phrases(several), seen)


def _is_common(key: str) -> bool:
    """Whether the word is among the most usual: one title's capital does not make it a name."""
    return key in common() or key.removesuffix("s") in common()


def _may_tell(title: Title) -> bool:
    """Whether to look closer: most titles have no capital in a sentence, and no braces."""
    if len(title.leaves) > 1:
        return True
    capitals = [word.capital for word in title.words.words].count(True)
    return 0 < capitals < 8 and 2 * capitals < len(title.tokens) // 2


def _gather(title: TitleWords, names: set[str], runs: list[list[Word]]) -> None:
    for part, kind in parts(title) if title.words else ():
        if kind is Form.TITLE:
            names.update(
                word.key
                for word, kind in zip(part.words, part.kinds, strict=True)
                if kind == "nocase" and word.weight > 0
            )
        elif kind is Form.SENTENCE:
            _gather_capitals(part, names, runs)


def _gather_capitals(part: TitleWords, names: set[str], runs: list[list[Word]]) -> None:
    """What stands out of a sentence; more than two capitals, or few small words, are no clear sentence."""
    found = _runs(part)
    if len(found) > 2 or sum([word.text.islower() for word in part.words]) < 4:
        return
    for start, run in found:
        if len(run) > 1:
            runs.append(run)
        elif part.before[start][-1:] not in ("-", "–"):
            names.add(run[0].key)


def _runs(title: TitleWords) -> list[tuple[int, list[Word]]]:
    """Capital words inside the sentence with their place, those that follow one another together."""
    runs: list[tuple[int, list[Word]]] = []
    last = -1
    for index, word in enumerate(title.words):
        if not index or not word.capital or title.begins(index) or title.apart(index):
            continue
        if index == last + 1 and runs and title.before[index] in (" ", "-"):
            runs[-1][1].append(word)
        else:
            runs.append((index, [word]))
        last = index
    return runs
