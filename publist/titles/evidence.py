"""What a bibliography's own titles show of its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import NamedTuple

from publist.patterns import pattern
from publist.richtext import Text, plain
from publist.titles.form import Form, content, parts, without_idle_braces
from publist.titles.language import is_english
from publist.titles.names import Phrases, common, phrases
from publist.titles.words import Word, leaves, words

_SMALL = pattern(r"(?<![\w'’])[a-z][^\W_]*")
_CAPITAL = pattern(r"(?<!^)[^\w'’][A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]")


class Evidence(NamedTuple):
    """Words and phrases that are capitals in the same bibliography where nothing but a name would be.

    ``Evidence.of(["Rewriting with Ninetails in one pass"])`` has the word ``ninetails``.
    """

    words: frozenset[str] = frozenset()
    phrases: Phrases = MappingProxyType({})

    @classmethod
    def of(cls, titles: Iterable[Text]) -> Evidence:
        """What the titles show: capitals inside a sentence-case title, words that are braced every time."""
        small: set[str] = set()
        names: Counter[str] = Counter()
        runs: list[list[Word]] = []
        for title in titles:
            text = plain(title)
            small.update(_SMALL.findall(text))
            if _may_tell(title, text) and is_english(text):
                _gather(without_idle_braces(words(list(leaves(title)))), names, runs)
        single = frozenset(word for word in names if word not in small and not _is_common(word))
        several = {
            " ".join(word.text for word in run) for run in runs if any(word.key not in small for word in run)
        }
        return cls(single, phrases(several))


def _is_common(word: str) -> bool:
    """Whether the word is among the most usual: one title's capital does not make it a name."""
    return word in common() or word.removesuffix("s") in common()


def _may_tell(title: Text, text: str) -> bool:
    """Whether to look closer: most titles have no capital in a sentence, and no braces."""
    if not isinstance(title, str) and len(title) > 1:  # braces around the whole are none
        return True
    capitals = len(_CAPITAL.findall(text))
    return 0 < capitals < 8 and 2 * capitals < text.count(" ")


def _gather(listed: Sequence[Word], names: Counter[str], runs: list[list[Word]]) -> None:
    for part, kind in parts(listed) if listed else ():
        if kind is Form.TITLE:
            names.update(word.key for word in part if word.kind == "nocase" and content(word))
        elif kind is Form.SENTENCE:
            _gather_capitals(part, names, runs)


def _gather_capitals(part: Sequence[Word], names: Counter[str], runs: list[list[Word]]) -> None:
    """What stands out of a sentence; more than two capitals, or few small words, are no clear sentence."""
    found = _runs(part)
    if len(found) > 2 or sum(word.text.islower() for word in part) < 4:
        return
    for run in found:
        if len(run) > 1:
            runs.append(run)
        elif run[0].before[-1:] not in ("-", "–"):
            names[run[0].key] += 1


def _runs(listed: Sequence[Word]) -> list[list[Word]]:
    """Capital words inside the sentence, those that follow one another together."""
    runs: list[list[Word]] = []
    open_ = False
    for index, word in enumerate(listed):
        if not index or word.begins or word.apart or not word.capital:
            open_ = False
            continue
        if open_ and word.before in (" ", "-"):
            runs[-1].append(word)
        else:
            runs.append([word])
        open_ = True
    return runs
