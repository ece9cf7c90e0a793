"""What a bibliography's own titles show of its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Node, Span, Text, plain
from publist.titles.english import may_name
from publist.titles.form import Form, parts, read
from publist.titles.language import is_english
from publist.titles.names import Phrases, is_usual, phrases
from publist.titles.words import CAPITAL, TitleWords, Word, tokens
from publist.titles.words import word as to_word

# Of words that are braced as names one in six is a usual one; of what exporters brace, two in five or more.
_MANY, _SHARE = 12, 0.35
_BRACED = pattern(rf"{CAPITAL}[a-zß-ÿ]|^{CAPITAL}$")
_INNER = pattern(rf"[ -]{CAPITAL}[a-zß-ÿ]")


class Evidence(NamedTuple):
    """Words and phrases that are capitals in the same bibliography where nothing but a name would be.

    ``Evidence.of(["Rewriting with Ninetails in one pass"])`` has the word ``ninetails``.  ``small`` has the
    words that are small somewhere.  ``idle`` says that braces tell nothing of names: exporters such as
    Zotero's put them around words of Title Case.
    """

    words: frozenset[str] = frozenset()
    phrases: Phrases = MappingProxyType({})
    small: frozenset[str] = frozenset()
    idle: bool = False

    @classmethod
    def of(cls, titles: Iterable[Text]) -> Evidence:
        """What the titles show: capitals inside a sentence-case title, what is braced, titles of one word."""
        listed = list(titles)
        texts = [title if isinstance(title, str) else plain(title) for title in listed]
        found = tokens("\n".join(texts))
        seen = frozenset(found)
        names: set[str] = set()
        braced: list[str] = []
        runs: list[list[Word]] = []
        for title, text in zip(listed, texts, strict=True):
            head = text.partition(": ")[0]
            if head.isalpha() and head[0].isupper() and may_name(head.lower()):
                names.add(head.lower())  # "Ninetails: A Tool"
            if _may_tell(title, text) and is_english(text):
                _gather(read(title).words, names, runs, braced)
        usual = sum(is_usual(text.lower()) for text in braced)
        idle = len(braced) >= _MANY and usual > _SHARE * len(braced)
        names.update(() if idle else _mostly_braced(braced, found))
        # one title's capital makes no name of a usual word
        single = frozenset(key for key in names if key not in seen and not is_usual(key))
        several = {
            " ".join([word.text for word in run]) for run in runs if any(word.key not in seen for word in run)
        }
        return cls(single, phrases(several), seen, idle)


def _may_tell(title: Text, text: str) -> bool:
    """Whether to look closer: most titles have no capital in a sentence, and no braces."""
    if not isinstance(title, str) and len(title) > 1 and any(map(_may_be_name, title)):
        return True  # a whole title in braces, or braced acronyms alone, tell nothing
    capitals = len(_INNER.findall(text.replace("–", "-")))
    return 0 < capitals < 7 and 2 * capitals < text.count(" ")


def _may_be_name(node: Node) -> bool:
    """Whether what stands in braces is a capital word, or its capital: ``{G}aussian``, not ``{DNA}``."""
    return isinstance(node, Span) and _BRACED.search(plain(node.children)) is not None


def _mostly_braced(braced: list[str], found: list[str]) -> Iterator[str]:
    """The keys of words that stand in braces as often as not: no ``{Polymorphism}`` here and there."""
    counts = Counter(found if braced else ())
    for text, times in Counter(braced).items():
        if 2 * times >= counts[text]:
            yield to_word(text).key


def _gather(title: TitleWords, names: set[str], runs: list[list[Word]], braced: list[str]) -> None:
    for part, kind in parts(title) if title.words else ():
        if kind is Form.TITLE:
            _gather_braced(part, braced)
        elif kind is Form.SENTENCE:
            _gather_capitals(part, names, runs)


def _gather_braced(part: TitleWords, braced: list[str]) -> None:
    """What braces protect in Title Case: ``{Kascade}``; of ``{RNA-Sequencing}`` no part is a name."""
    words, before, kinds, _ = part
    hyphened = [kinds[i - 1] == kinds[i] == "nocase" and before[i] == "-" for i in range(1, len(words))]
    for index in range(1, len(words)):  # a start is braced for its capital
        alone = True not in hyphened[index - 1 : index + 1]
        if kinds[index] == "nocase" and words[index].weight > 0 and alone:
            braced.append(words[index].text)


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
        if title.before[index].endswith(("(", "[")):  # "(Extended Abstract)"
            continue
        if index == last + 1 and runs and title.before[index] in (" ", "-"):
            runs[-1][1].append(word)
        else:
            runs.append((index, [word]))
        last = index
    return runs
