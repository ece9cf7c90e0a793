"""In which case a title is typed."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import count, takewhile

from publist.records import NamedTuple
from publist.richtext import Text
from publist.titles import company
from publist.titles.english import PREFIXES, is_english_word
from publist.titles.language import SMALL_ENGLISH
from publist.titles.names import is_usual
from publist.titles.title import QUOTES, Form, Title, TypedPart, taken_apart
from publist.titles.words import is_epithet

_ROW = 5  # so many words in braces are no name


@lru_cache(maxsize=4096)  # a title is read for what it shows, and again to be lowered
def read(title: Text) -> Title:
    """The title, without braces around all of it, taken apart, with no more braces than say something."""
    found = taken_apart(title)
    if found.fixed:
        found = without_idle_braces(found)
    found.parts = _parts(found)
    return found


def is_small(title: str) -> bool:
    """Whether a title is clearly in sentence case: one capital, at its start, and no subtitle."""
    return title[1:].islower() and title[0].isupper() and ":" not in title


def _parts(title: Title) -> Sequence[TypedPart]:
    """A title and its subtitles, each with its form: they may differ, where they show it clearly."""
    weights = _weights(title)
    whole = _whole_form(title, weights)
    starts, end = title.starts, len(weights) - 1
    if len(starts) == 1 or whole == "capitals":
        return [(0, end, whole)]
    return [
        (start, stop, _part_form(title, start, stop, weights[start:stop], whole))
        for start, stop in zip(starts, [*starts[1:], end], strict=True)
    ]


def _whole_form(title: Title, weights: Sequence[int]) -> Form:
    """The case in which most words are typed; what braces protect does not count."""
    capitals, small = weights.count(1), weights.count(-1)
    count = len(weights) - 1
    if 10 * (capitals + small) <= count and _is_shouted(title, 0, count, 2):
        return "capitals"
    first = title.words[0]
    if count == 2 and len(first.text) < 4 and (first.key in SMALL_ENGLISH or not is_usual(first.key)):
        return "sentence"  # "On Liberty", "De Anima": one word tells nothing
    if capitals > small or capitals == small > 2 or (not small and _has_usual_capital(title)):
        return "title"
    return "sentence"


def _part_form(title: Title, start: int, end: int, weights: list[int], whole: Form) -> Form:
    capitals, small = weights.count(1), weights.count(-1)
    if 10 * (capitals + small) <= end - start and _is_shouted(title, start, end, 4):
        return "capitals"
    if whole == "sentence":
        if small or not capitals:
            return whole
        apart = [title.words[index].text for index in range(start, end) if index not in title.joined]
        # "Linked in the Dark: a study", "Brief Communication: can fish see"
        if title.words[end - 1].key in company.KINDS:
            return "title"
        return "title" if capitals > 1 or any(map(str.islower, apart)) else whole
    return "sentence" if small > capitals and small > 1 else whole


def _weights(title: Title) -> list[int]:
    """What each word says of the title's case: 1 is an ordinary word that is a capital, -1 a small one.

    Nothing say those that braces protect or that begin what is a sentence of its own, and small words behind
    a capital in "Scikit-learn" and "Agaricus bisporus".
    """
    words, before = title.words, title.before
    weights = [each.weight for each in words]
    for index in (*title.starts, *title.apart, *title.fixed):
        weights[index] = 0
    if -1 in weights:
        for index in (*title.joined, *title.asking):
            behind_capital = words[index - 1].capital or index - 1 in title.starts
            if behind_capital and (before[index] == "-" or is_epithet(words[index].text)):
                weights[index] = max(weights[index], 0)
    return weights


def _has_usual_capital(title: Title) -> bool:
    """Whether a short word, or one that many write small, is a capital inside: "Mapping the Sky by HST"."""
    inner = [index for index, before in enumerate(title.before) if before == " " and index not in title.fixed]
    return any(title.words[index].usual for index in inner if index)


def _is_shouted(title: Title, start: int, end: int, least: int) -> bool:
    """Whether at least so many words, and nine in ten, are long ones in capitals throughout."""
    bare = [title.words[index].text for index in range(start, end) if index not in title.fixed]
    long = [text for text in bare if len(text) > 3 and text.isalpha()]
    shouted = sum(map(str.isupper, long))
    return shouted >= least and shouted >= 0.9 * len(long)


def without_idle_braces(title: Title) -> Title:
    """The words, unprotected where braces say nothing of names.

    Exporters brace a whole title, a title within a longer one (five words in a row), or each capital
    (``{I}mplementation and {O}ptimisation``) so that no ordinary word stays a capital without braces, or what
    has a capital behind another sign (``{Cross-Cultural}``, ``{"Variable"}``).
    """
    fixed = title.fixed
    if len(fixed) == len(title):
        return title.having(fixed=title.styled)
    if len(fixed) < _ROW and True not in [title.words[index].capital for index in fixed]:
        return title  # acronyms alone
    if _braced_throughout(title):
        return title.having(fixed=title.styled)
    idle = _behind_signs(title)
    if len(fixed) >= _ROW:
        rows = [range(start, start + _ROW) for start in fixed]
        idle.update(*filter(fixed.issuperset, rows))
    return title.having(fixed=title.styled.union(fixed.difference(idle))) if idle else title


def _behind_signs(title: Title) -> set[int]:
    """Usual words in braces with a quotation mark before them, or with a hyphen or slash between them.

    What follows the latter within braces goes with them.
    """
    words, before, fixed = title.words, title.before, title.fixed
    usual = {n for n in fixed if words[n].capital and (is_usual(words[n].key) or words[n].key in PREFIXES)}
    found = {n for n in usual if before[n][-1:] in QUOTES and fixed.isdisjoint((n - 1, n + 1))}
    for n in fixed:
        pair = words[n], words[n + 1]
        if not (n + 1 in fixed and before[n + 1] in ("-", "/") and before[n] != "-" != before[n + 2]):
            continue
        if not usual.isdisjoint((n, n + 1)) and all(each.usual or each.key in PREFIXES for each in pair):
            # "{Agent-Based Model}"
            found.update((n, n + 1), takewhile(lambda m: m in fixed and words[m].usual, count(n + 2)))
    return found


def without_ordinary_braces(title: Title) -> Title:
    """The words, protected no more where braces hold an English word, unless they hold few of the words."""
    if not title.fixed:
        return title
    bracing = _bracing(title)
    if bracing.of_one_name or bracing.bare - bracing.hyphened >= bracing.braced:
        return title
    words = title.words
    english = [n for n in title.fixed if words[n].capital and is_english_word(words[n].key)]
    found = title.having(fixed=title.styled.union(title.fixed.difference(english)))
    found.parts = _parts(found)
    return found


class _Bracing(NamedTuple):
    """Words that sentence case makes small, in braces and without, and whether braces hold one name alone.

    ``Influence of the tropics on the {S}outhern {A}nnular {M}ode`` has one.
    """

    braced: int
    bare: int
    hyphened: int
    of_one_name: bool


def _bracing(title: Title) -> _Bracing:
    fixed = title.fixed
    weights = [each.weight for each in title.words]
    for index in title.starts:
        weights[index] = 0
    bare = len(weights) - weights.count(0)
    braced = hyphened = places = 0
    for index in fixed:
        if weights[index]:
            bare -= 1
            braced += weights[index] > 0
        places += index - 1 not in fixed and index not in title.starts
    for index in title.joined:
        if weights[index] and index not in fixed and title.before[index] == "-":
            hyphened += 1
    return _Bracing(braced, bare, hyphened, places == 1 and bare > hyphened)


def _braced_throughout(title: Title) -> bool:
    """Whether braces hold nearly all words that sentence case makes small, and not just one name."""
    bracing = _bracing(title)
    return bracing.braced >= 2 * bracing.bare and bracing.braced > 0 and not bracing.of_one_name
