"""A title as words: what each is by itself, what parts it from the last, whether its case is protected."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import TypeAlias

from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Mark, Span, Text, nodes
from publist.titles.english import is_unknown, owns_as_word
from publist.titles.names import common, is_rare, is_usual, known

# A word ends at a hyphen, not at an apostrophe: "Self-Supervised" is two, "Bell's" and "Grid'5000" are one.
_WORD = pattern(r"(\w+(?:['’]\w+)*)")
# A letter that is no small one.  Ranges beyond Latin-1 would take ten times as long to compile.
CAPITAL = r"[^\W\d_a-zµß-öø-ÿ]"
_COLON = pattern(r":\s")
_APART = pattern(r"[?!.]['\"”’)\]]*\s|\s[–—-]+\s|—")

Leaf: TypeAlias = "tuple[str, str]"  # the characters, and "nocase", "italic" or "" for what they stand in

# In these a letter's case is no matter of language: "H\textsubscript{B}", \texttt{Main}.
_FIXED = frozenset({"nocase", "small-caps", "superscript", "subscript", "code"})
_SLANTED = frozenset({"italic", "oblique"})
_KINDS = {"n": "nocase", "i": "italic", " ": ""}  # by the letter that stands for each of its characters

# Words of four letters and more that many write small in Title Case: they tell nothing.
SMALL = frozenset(
    "with from into over under upon onto than that this these those when where what which while whose"
    " their its using through between among within without toward towards during about after before"
    " against across along around beyond based versus your have does been they them there here such some"
    " each both more most only also very much many then thus unto until since per via towards amid"
    " amidst amongst despite except inside outside like near next throughout above below behind beneath"
    " beside besides".split()
)
QUARTERS = frozenset("north south east west northeast northwest southeast southwest".split())
# Given names that are common words or ends of them: names before a surname.
GIVEN = frozenset("jane jean martin max carl frank jack karl".split())
# What is a part of a place's name behind a name ("Tibetan Plateau"), and of saints' and heights' before one.
PLACES = frozenset(
    "sea ocean river rivers lake lakes islands island mountains mountain peninsula strait desert university"
    " park basin plateau valley bay gulf glacier archipelago coast county province observatory museum"
    " institute hospital canyon hills harbor harbour telescope academy consortium revolution empire dynasty"
    " nebula biobank creek reef shale".split()
)
BEFORE_PLACES = frozenset("santa san saint st são sankt mount mt fort lake cape port los las".split())
# What begins a name before "of" and a name: "Battle of Hastings".
BEFORE_OF = frozenset(
    "university kingdom republic gulf bay sea strait straits battle siege treaty duchy isle archdiocese"
    " diocese bishop emperor emirate sultanate".split()
)
# What kind of place one is, though no most usual word: no name before these.
LANDS = frozenset("lowland upland highland woodland wetland mainland freshwater saltwater floodplain".split())
MONTHS = frozenset({"may", "march"})
DOMAINS = frozenset("js jl py com org net io ai".split())  # "Node.js", "Booking.com"
_WORDS = frozenset({"aids", "atlas", "ode", "owl"})  # acronyms that are words as well
SPECIES = frozenset({"sp", "spp"})
_TELLING = PLACES | BEFORE_PLACES | DOMAINS | SPECIES | {"et"}
_DEPENDENT = PLACES | QUARTERS | GIVEN | MONTHS | BEFORE_PLACES | BEFORE_OF
_EPITHETS = tuple(
    "us is um ii ae ens ans ana ica ata ida osa oides ensis ella ina gaster bi ci di fi gi li mi ni pi ri si"
    " ti".split()
)
# Common words that end as epithets do.
_NO_EPITHET = frozenset(
    "analysis basis thesis hypothesis synthesis diagnosis status focus versus corpus virus viruses"
    " campus data emphasis crisis axis plus thus this spectrum quantum minimum maximum optimum medium"
    " forum momentum equilibrium continuum vacuum consensus stimulus apparatus genus radius nucleus"
    " foci loci nuclei stimuli fungi bacilli alumni multi semi anti mini mufti ferrari denari taxi illuminati"
    " radii termini emboli thrombi calculi tumuli moduli magi cognoscenti graffiti spaghetti salami tsunami"
    " locus bus bonus various previous autonomous continuous simultaneous heterogeneous homogeneous is"
    " us lens".split()
)


class Word(NamedTuple):
    """What a word is in any company, e.g. ``word("Bell's")``.

    ``key`` is what names are found by: small letters, without ``'s``.  ``capital`` says that a capital is
    followed by small letters alone: not in ``DNA``, ``A`` or ``H2``.  ``name`` says that the data has it, its
    singular or its owner, ``settled`` that nothing beside it can change its case: a small word, a name, an
    acronym.  ``weight`` is what it says of its title: 1 for Title Case, -1 for sentence case, else 0.
    ``unknown`` says that no English word looks like it, ``usual`` that it is a capital of which the words
    beside it make no name of those that the data has, ``telling`` that it may make a name of the word before
    it, or of the one behind.
    """

    text: str
    key: str
    capital: bool
    name: bool
    settled: bool
    weight: int
    unknown: bool
    usual: bool
    telling: bool


@lru_cache(maxsize=16384)  # titles share their words
def word(text: str) -> Word:
    """The word as the data knows it."""
    lowered = text.lower()
    key = lowered[:-2] if lowered.endswith(("'s", "’s")) else lowered
    names = known()
    weighs = len(text) > 3 and key not in SMALL
    begins = key in names.phrases
    if lowered == text:
        telling = key in _TELLING or not text.isalpha() or is_epithet(text)
        weight = -int(weighs and text.islower())
        return Word(
            text, key, capital=False, name=False, settled=not begins, weight=weight, unknown=False,
            usual=False, telling=telling,
        )  # fmt: skip
    capital = text[1:].islower() and text[0].isupper() and _is_letters(text)
    listed = key in names.words
    name = listed or _is_name(key, lowered)
    special = name or begins
    unknown = capital and not special and is_unknown(key)
    return Word(
        text,
        key,
        capital,
        name,
        settled=not begins and (not text[0].isupper() or (len(text) > 1 and not capital) or listed),
        weight=int(weighs and capital and not listed),
        unknown=unknown,
        usual=capital and not special and not unknown and not _depends(key),
        telling=name or unknown or key in _TELLING,
    )


def _is_letters(text: str) -> bool:
    return text.isalpha() or text.replace("'", "").replace("’", "").isalpha()


def _is_name(key: str, lowered: str) -> bool:
    names = known()
    if key in names.acronyms and not is_usual(key) and key not in _WORDS:  # "Pvm"
        return True
    plural = key[-1] == "s" and key[:-1] in names.words and not (key in common() or is_rare(key))  # "loss"
    return plural or (key != lowered and not owns_as_word(key))


def _depends(key: str) -> bool:
    """Whether the company may make a name of the word."""
    names = known()
    return key in _DEPENDENT or key in names.surnames or key in names.stars


@lru_cache(maxsize=4096)
def is_epithet(text: str) -> bool:
    """Whether the word may be the second of a species: ``bisporus``."""
    if text in _NO_EPITHET or not (text.isascii() and text.isalpha() and text.islower()):
        return False
    return text[2:].endswith(_EPITHETS) or text == "coli"


class TitleWords(NamedTuple):
    """The words of a title or of a part of it, which begins with its word number ``first``.

    ``before`` has what stands before each; ``kinds`` the leaf that each begins in, or ``nocase`` where any
    letter is protected.
    """

    words: list[Word]
    before: Sequence[str]
    kinds: list[str]
    first: int = 0

    def begins(self, index: int) -> bool:
        """Whether the word begins the title or what stands after a colon."""
        return ":" in self.before[index] and _COLON.search(self.before[index]) is not None

    def apart(self, index: int) -> bool:
        """Whether a sentence, or a dash between blanks, ends before: the case is the author's choice."""
        return is_apart(self.before[index])

    def part(self, start: int, end: int) -> "TitleWords":
        """The words from one place up to another."""
        cut = slice(start, end)
        return TitleWords(self.words[cut], self.before[cut], self.kinds[cut], self.first + start)


def is_apart(before: str) -> bool:
    """Whether a sentence, or a dash between blanks, ends before a word."""
    return len(before) > 1 and _APART.search(before) is not None


def leaves(text: Text, kind: str = "") -> Iterator[Leaf]:
    """The strings of the tree in reading order, each with what it stands in."""
    for node in nodes(text):
        if isinstance(node, str):
            yield node, kind
        elif not isinstance(node, Mark):
            inner = kind
            if isinstance(node, Span) and kind != "nocase":
                inner = "nocase" if node.style in _FIXED else "italic" if node.style in _SLANTED else kind
            yield from leaves(node.children, inner)


def tokens(text: str) -> list[str]:
    """The words of a text as they are typed."""
    return _WORD.findall(text)


def split(whole: str) -> list[str]:
    """Words at the odd places, what stands between them at the even ones; joined they are the title."""
    return _WORD.split(whole)


def words(tokens: Sequence[str], found: Sequence[Leaf]) -> TitleWords:
    """The words of what :func:`split` made of the leaves; a word may reach over several, as in ``{B}ell``."""
    texts = tokens[1::2]
    return TitleWords([word(text) for text in texts], tokens[:-1:2], _kinds(tokens, found))


def _kinds(tokens: Sequence[str], found: Sequence[Leaf]) -> list[str]:
    if len(found) < 2:
        return [found[0][1] if found else ""] * (len(tokens) // 2)
    codes = "".join([(kind or " ")[0] * len(text) for text, kind in found])
    ends = list(accumulate(map(len, tokens)))
    return [
        _KINDS["n" if "n" in codes[start:end] else codes[start]]
        for start, end in zip(ends[::2], ends[1::2], strict=False)
    ]


@cache
def parsed(phrase: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The words of a phrase in small letters, and which of them are capitals."""
    texts = split(phrase)[1::2]
    return tuple(text.lower() for text in texts), tuple(text[0].isupper() for text in texts)
