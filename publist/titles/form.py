"""In which case a title is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from publist.titles.names import known
from publist.titles.words import Word

# Words of four letters and more that many write small in Title Case: they tell nothing.
_SMALL = frozenset(
    "with from into over under upon onto than that this these those when where what which while whose"
    " their its using through between among within without toward towards during about after before"
    " against across along around beyond based versus your have does been they them there here such some"
    " each both more most only also very much many then thus unto until since per via towards amid"
    " amidst amongst despite except inside outside like near next throughout above below behind beneath"
    " beside besides".split()
)


class Form(Enum):
    """The case of a whole title."""

    SENTENCE = "A study of words"
    TITLE = "A Study of Words"
    CAPITALS = "A STUDY OF WORDS"


def content(word: Word) -> bool:
    """Whether the word's capital tells how the title is typed: no name, no acronym, no small word."""
    return _weight(word.text, word.key, word.capital) > 0


@lru_cache(maxsize=8192)  # titles of one bibliography share their words
def _weight(text: str, key: str, capital: bool) -> int:  # noqa: FBT001 - the cache wants it by position
    """What a word says of its title: 1 for Title Case, -1 for sentence case, else 0."""
    if len(text) < 4 or key in _SMALL:
        return 0
    if text.islower():
        return -1
    return int(capital and key not in known().words)


def form(listed: Sequence[Word]) -> Form:
    """The case in which the words are typed; what braces protect does not count."""
    if _shouted(listed):
        return Form.CAPITALS
    capitals, small = _counted(listed)
    return Form.TITLE if capitals > small or capitals == small > 2 else Form.SENTENCE


def starts_of(listed: Sequence[Word]) -> list[int]:
    """Where the title and its subtitles begin."""
    return [index for index, word in enumerate(listed) if not index or (":" in word.before and word.begins)]


def parts(listed: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Form]]:
    """A title and its subtitles, each with its form: they may differ, where they show it clearly."""
    whole = form(listed)
    starts = starts_of(listed)
    if len(starts) == 1 or whole is Form.CAPITALS:
        yield listed, whole
        return
    for start, end in zip(starts, [*starts[1:], len(listed)], strict=True):
        capitals, small = _counted(listed[start:end])
        if whole is Form.SENTENCE:
            yield listed[start:end], Form.TITLE if capitals > 1 and not small else whole
        else:
            yield listed[start:end], Form.SENTENCE if small > capitals and small > 1 else whole


def _counted(listed: Sequence[Word]) -> tuple[int, int]:
    """How many ordinary words within are capitals, and how many small."""
    capitals = small = 0
    for word in listed[1:]:
        weight = _weight(word.text, word.key, word.capital)
        if weight and word.kind != "nocase" and (word.before == " " or not (word.begins or word.apart)):
            capitals += weight > 0
            small += weight < 0
    return capitals, small


def _shouted(listed: Sequence[Word]) -> bool:
    """Whether at least two words, and nine in ten, are long ones in capitals throughout."""
    if not listed[-1].text.isupper() and not listed[0].text.isupper():
        return False
    plain = [word.text for word in listed if word.kind != "nocase"]
    long = [text for text in plain if len(text) > 3 and text.isalpha()]
    shouted = sum(text.isupper() for text in long)
    return shouted > 1 and shouted >= 0.9 * len(long)


def without_idle_braces(listed: list[Word]) -> list[Word]:
    """The words, unprotected where braces say nothing of names.

    Exporters brace a whole title, a title within a longer one (five words in a row), or each capital
    (``{I}mplementation and {O}ptimisation``) so that no ordinary word stays a capital without braces.
    """
    braced = [word.kind == "nocase" for word in listed]
    if True not in braced:
        return listed
    if all(braced) or _braced_throughout(listed):
        idle = set(range(len(listed)))
    else:
        idle = {
            index
            for start in range(len(listed) - 4)
            if all(braced[start : start + 5])
            for index in range(start, start + 5)
        }
    return [word._replace(kind="") if braced[i] and i in idle else word for i, word in enumerate(listed)]


def _braced_throughout(listed: Sequence[Word]) -> bool:
    braced = bare = 0
    for index, word in enumerate(listed):
        if not index or word.begins:
            continue
        if word.kind == "nocase":
            braced += content(word)
        elif len(word.text) > 3 and word.key not in _SMALL:
            bare += word.text.islower() or content(word)
    return braced > 2 * bare
