"""What a bibliography's own titles show of its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import filterfalse
from types import MappingProxyType

from publist.records import NamedTuple
from publist.richtext import Text
from publist.titles.english import may_name
from publist.titles.form import is_small, read
from publist.titles.language import is_english
from publist.titles.names import is_usual, phrases
from publist.titles.title import Title, TypedPart, unwrapped
from publist.titles.words import PhrasesBySecond, Word, by_second, split, word

# Of words that are braced as names one in six is a usual one; of what exporters brace, two in five or more.
_MANY, _SHARE = 12, 0.35


class Evidence(NamedTuple):
    """Words and phrases that are capitals in the same bibliography where nothing but a name would be.

    ``Evidence.of(["Rewriting with Ninetails in one pass"])`` has the word ``ninetails``. ``phrases`` are
    found by their first words, ``small`` has the words that are small somewhere. ``idle`` says that braces
    tell nothing of names: exporters such as Zotero's put them around words of Title Case. A title with none
    of the keys ``shown`` is as it would be anywhere.
    """

    words: frozenset[str] = frozenset()
    phrases: Mapping[str, PhrasesBySecond] = MappingProxyType({})
    small: frozenset[str] = frozenset()
    idle: bool = False
    shown: frozenset[str] = frozenset()

    @classmethod
    def of(cls, titles: Iterable[Text]) -> Evidence:
        """What the titles show: capitals inside a sentence-case title, what is braced, titles of one word."""
        names: set[str] = set()
        runs: list[list[Word]] = []
        braced: list[str] = []
        found: list[str] = []
        for each in map(unwrapped, titles):
            if isinstance(each, str) and " " in each and is_small(each):
                tokens = each.split(" ")
                found += filter(str.isalnum, tokens)
                for token in filterfalse(str.isalnum, tokens):
                    found += split(token)[1::2]
                continue
            title = read(each)
            found += title.texts
            if _is_head(title):
                names.add(title.words[0].key)  # "Ninetails: A Tool"
            for part in title.parts if len(title) > 2 else ():
                if _may_tell(title, part) and is_english(title.text, "", title.texts):
                    _gather(title, part, names, runs, braced)
        return _told(names, runs, braced, found)


def _told(names: set[str], runs: list[list[Word]], braced: list[str], found: list[str]) -> Evidence:
    small = frozenset(found)
    usual = sum(is_usual(text.lower()) for text in braced)
    idle = len(braced) >= _MANY and usual > _SHARE * len(braced)
    names.update(() if idle else _mostly_braced(braced, found))
    # one title's capital makes no name of a usual word
    single = frozenset(key for key in names if key not in small and not is_usual(key))
    several = {
        " ".join([word.text for word in run]) for run in runs if any(word.key not in small for word in run)
    }
    table = {first: by_second(lines) for first, lines in phrases(several).items()}
    return Evidence(single, table, small, idle, single.union([f"{key}s" for key in single], table))


def _is_head(title: Title) -> bool:
    """Whether the title has one word alone, or before a colon."""
    if not (len(title) == 1 or title.starts[1:2] == [1]) or title.before[0]:
        return False
    text, following = title.texts[0], title.before[1]
    heads = not following or following.startswith(": ")
    return heads and text.isalpha() and text[0].isupper() and may_name(text.lower())


def _may_tell(title: Title, part: TypedPart) -> bool:
    """Whether to look closer: most titles have no capital in a sentence, and no braces."""
    start, end, form = part
    if form == "title":
        return bool(title.fixed)
    return form == "sentence" and True in [each.capital for each in title.words[start + 1 : end]]


def _mostly_braced(braced: list[str], found: list[str]) -> Iterator[str]:
    """The keys of words that stand in braces as often as not: no ``{Polymorphism}`` here and there."""
    counts = Counter(found if braced else ())
    for text, times in Counter(braced).items():
        if 2 * times >= counts[text]:
            yield word(text).key


def _gather(
    title: Title, part: TypedPart, names: set[str], runs: list[list[Word]], braced: list[str]
) -> None:
    if part[2] == "title":
        braced += _braced(title, part)
        return
    # more than two capitals, or few small words, are no clear sentence
    found = _runs(title, part)
    if len(found) > 2 or sum(map(str.islower, title.texts[part[0] : part[1]])) < 4:
        return
    for start, run in found:
        behind = start + len(run)
        if title.before[behind].endswith("(") and title.words[behind].inside:
            continue  # "with Large Language Models (LLMs)"
        if title.before[start][-1:] in ("-", "–"):
            continue  # "State-Of-The-Art methods"
        if len(run) > 1:
            runs.append(run)
        else:
            names.add(run[0].key)


def _braced(title: Title, part: TypedPart) -> Iterator[str]:
    """What braces protect in Title Case: ``{Kascade}``; of ``{RNA-Sequencing}`` no part is a name."""
    for index in sorted(title.fixed):
        if not part[0] < index < part[1] or title.words[index].weight < 1:
            continue  # a start is braced for its capital
        beside = ((index, index - 1), (index + 1, index + 1))
        if not any(title.before[place] == "-" and other in title.fixed for place, other in beside):
            yield title.words[index].text


def _runs(title: Title, part: TypedPart) -> list[tuple[int, list[Word]]]:
    """Capital words inside the sentence with their place, those that follow one another together."""
    runs: list[tuple[int, list[Word]]] = []
    last = -1
    for index in range(part[0] + 1, part[1]):
        word, before = title.words[index], title.before[index]
        if not word.capital or index in title.apart or before.endswith(("(", "[")):  # "(Extended Abstract)"
            continue
        if index == last + 1 and before in (" ", "-"):
            runs[-1][1].append(word)
        else:
            runs.append((index, [word]))
        last = index
    return runs
