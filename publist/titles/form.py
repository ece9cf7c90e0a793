"""In which case a title is typed."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from publist.records import NamedTuple
from publist.richtext import Text
from publist.titles.english import is_english_word
from publist.titles.words import SMALL, Leaf, TitleWords, is_epithet, leaves, split, words


class Form(Enum):
    """The case of a whole title."""

    SENTENCE = "A study of words"
    TITLE = "A Study of TitleWords"
    CAPITALS = "A STUDY OF WORDS"


class Title(NamedTuple):
    """A title taken apart: its leaves, its text, what :func:`split` makes of it, its words."""

    leaves: tuple[Leaf, ...]
    text: str
    tokens: Sequence[str]
    words: TitleWords


@lru_cache(maxsize=4096)  # a title with capitals or braces is read for what it shows, and again to be lowered
def read(title: Text) -> Title:
    """The title taken apart, with no more braces than say something."""
    if isinstance(title, str):
        tokens = split(title)
        return Title(((title, ""),), title, tokens, words(tokens, ()))
    found = tuple(leaves(title))
    text = "".join([text for text, _ in found])
    tokens = split(text)
    return Title(found, text, tokens, without_idle_braces(words(tokens, found)))


def form(title: TitleWords) -> Form:
    """The case in which the words are typed; what braces protect does not count."""
    capitals, small = _counted(title)
    if 10 * (capitals + small) <= len(title.words) and _shouted(title):
        return Form.CAPITALS
    if len(title.words) == 2 and len(title.words[0].text) < 4:
        return Form.SENTENCE  # "On Liberty": one word tells nothing
    if capitals > small or capitals == small > 2 or (not small and _has_usual_capital(title)):
        return Form.TITLE
    return Form.SENTENCE


def _has_usual_capital(title: TitleWords) -> bool:
    """Whether a short word, or one that many write small, is a capital inside: "Mapping the Sky by HST"."""
    return any(
        word.usual and title.before[index] == " " and title.kinds[index] != "nocase"
        for index, word in enumerate(title.words)
        if index
    )


def starts_of(title: TitleWords) -> list[int]:
    """Where the title and its subtitles begin."""
    if ":" not in "".join(title.before):
        return [0] if title.words else []
    return [
        index
        for index, before in enumerate(title.before)
        if not index or (":" in before and title.begins(index))
    ]


def parts(title: TitleWords) -> Iterator[tuple[TitleWords, Form]]:
    """A title and its subtitles, each with its form: they may differ, where they show it clearly."""
    whole = form(title)
    starts = starts_of(title)
    if len(starts) == 1 or whole is Form.CAPITALS:
        yield title, whole
        return
    for start, end in zip(starts, [*starts[1:], len(title.words)], strict=True):
        part = title.part(start, end)
        capitals, small = _counted(part)
        if _shouted(part, 4):
            yield part, Form.CAPITALS
        elif whole is Form.SENTENCE:
            yield part, Form.TITLE if capitals > 1 and not small else whole
        else:
            yield part, Form.SENTENCE if small > capitals and small > 1 else whole


def _counted(title: TitleWords) -> tuple[int, int]:
    """How many ordinary words within are capitals, and how many small."""
    capitals = small = 0
    words, before, kinds, _ = title
    for index, word in enumerate(words):
        if not word.weight or not index or kinds[index] == "nocase":
            continue
        if before[index] != " " and (title.begins(index) or title.apart(index)):
            continue
        if word.weight > 0:
            capitals += 1
        elif not (_is_capital(title, index - 1) and (before[index] == "-" or is_epithet(word.text))):
            small += 1  # not of "Scikit-learn", "Agaricus bisporus"
    return capitals, small


def _is_capital(title: TitleWords, index: int) -> bool:
    """Whether the word is a capital, or becomes one as a start."""
    return not index or title.words[index].capital or title.begins(index)


def _shouted(title: TitleWords, least: int = 2) -> bool:
    """Whether at least so many words, and nine in ten, are long ones in capitals throughout."""
    bare = [word.text for word, kind in zip(title.words, title.kinds, strict=True) if kind != "nocase"]
    long = [text for text in bare if len(text) > 3 and text.isalpha()]
    shouted = sum(text.isupper() for text in long)
    return shouted >= least and shouted >= 0.9 * len(long)


def without_idle_braces(title: TitleWords) -> TitleWords:
    """The words, unprotected where braces say nothing of names.

    Exporters brace a whole title, a title within a longer one (five words in a row), or each capital
    (``{I}mplementation and {O}ptimisation``) so that no ordinary word stays a capital without braces.
    """
    braced = [kind == "nocase" for kind in title.kinds]
    if True not in braced:
        return title
    if all(braced) or _braced_throughout(title):
        idle = set(range(len(braced)))
    else:
        idle = {
            index
            for start in range(len(braced) - 4)
            if all(braced[start : start + 5])
            for index in range(start, start + 5)
        }
    kinds = ["" if braced[i] and i in idle else kind for i, kind in enumerate(title.kinds)]
    return title._replace(kinds=kinds)


def without_ordinary_braces(title: TitleWords) -> TitleWords:
    """The words, protected no more where braces hold an English word, unless they hold few of the words."""
    bracing = _bracing(title)
    if bracing.of_one_name or bracing.bare - bracing.hyphened >= bracing.braced:
        return title
    kinds = [
        "" if kind == "nocase" and word.capital and is_english_word(word.key) else kind
        for word, kind in zip(title.words, title.kinds, strict=True)
    ]
    return title._replace(kinds=kinds)


class _Bracing(NamedTuple):
    """Words that sentence case makes small, in braces and without, and in how many places braces are."""

    braced: int
    bare: int
    hyphened: int
    places: int

    @property
    def of_one_name(self) -> bool:
        """``Influence of the tropics on the {S}outhern {A}nnular {M}ode``."""
        return self.places == 1 and self.bare > self.hyphened


def _bracing(title: TitleWords) -> _Bracing:
    braced = bare = hyphened = places = 0
    for index, word in enumerate(title.words):
        if not index or title.begins(index):
            continue
        if title.kinds[index] == "nocase":
            braced += word.weight > 0
            places += title.kinds[index - 1] != "nocase"
        elif len(word.text) > 3 and word.key not in SMALL and (word.text.islower() or word.weight > 0):
            bare += 1
            hyphened += title.before[index] == "-"
    return _Bracing(braced, bare, hyphened, places)


def _braced_throughout(title: TitleWords) -> bool:
    """Whether braces hold nearly all words that sentence case makes small, and not just one name."""
    bracing = _bracing(title)
    return not bracing.of_one_name and bracing.braced > 2 * bracing.bare
