"""What a word of a title is by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from publist.patterns import pattern
from publist.titles import company
from publist.titles.english import by_tail, is_unknown, owns_as_word
from publist.titles.names import KnownNames, is_rare, is_usual, known

# A word ends at a hyphen, not at an apostrophe: "Self-Supervised" is two, "Bell's" and "Grid'5000" are one.
_WORD = pattern(r"(\w+(?:['’]\w+)*)")

# Words of four letters and more that many write small in Title Case: they tell nothing.
SMALL = frozenset(
    "with from into over under upon onto than that this these those when where what which while whose"
    " their its using through between among within without toward towards during about after before"
    " against across along around beyond based versus your have does been they them there here such some"
    " each both more most only also very much many then thus unto until since per via towards amid"
    " amidst amongst despite except inside outside like near next throughout above below behind beneath"
    " beside besides".split()
)
_WORDS = frozenset({"aids", "atlas", "ode", "owl"})  # acronyms that are words as well
_MANY = 16384
_OWNER = ("'s", "’s")
_LOWERED = frozenset("ᵢᵣᵤᵥⱼₐₑₒₓₕₖₗₘₙₚₛₜ")
_EPITHETS = by_tail(
    "us is um ii ae ens ans ana ica ata ida osa oides ella ina gaster bi ci di fi gi li mi ni pi ri si ti"
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


PhrasesBySecond: TypeAlias = "Mapping[str, Sequence[str]]"
NO_PHRASES: PhrasesBySecond = {}


class Word:
    """What a word is in any company, e.g. ``word("Bell's")``.

    ``key`` is what names are found by: small letters, without ``'s``. ``capital`` says that a capital is
    followed by small letters alone: not in ``DNA``, ``A`` or ``H2``; ``inside`` that one follows the first
    letter. ``weight`` is what it says of its title: 1 for Title Case, -1 for sentence case, else 0. ``name``
    says that the data has it, its singular or its owner, ``settled`` that nothing beside it can change its
    case: a small word, a name, an acronym. ``unknown`` says that no English word looks like it, ``usual``
    that it is a capital of which the words beside it make no name of those that the data has, ``telling``
    that it may make a name of the word before it, or of the one behind; ``phrases`` are those that it
    begins. In sentence case it is as in ``lowered`` if it stands ``alone``: what is beside it is no matter.
    """

    __slots__ = (
        "alone capital inside key lowered name phrases settled telling text unknown usual weight".split()
    )

    def __init__(self, text: str, key: str, phrases: PhrasesBySecond) -> None:
        self.text = self.lowered = text
        self.key = key
        self.capital = self.inside = self.name = self.unknown = self.usual = False
        self.telling = key in company.TELLING
        self.settled = True
        self.weight = 0
        self.phrases = phrases
        self.alone = not (phrases or self.telling)


class _Words(dict[str, Word]):
    """Words by how they are typed, for titles share them."""

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MANY:
            self.clear()
        names = known()
        key = small = text.lower()
        if key[-1] == "s" and key.endswith(_OWNER):
            key = key[:-2]
        made = self[text] = Word(text, key, beginning(key) if key in names.phrases else NO_PHRASES)
        if small == text:
            _add_small_traits(made)
        elif _is_capital(text):
            _add_traits(made, small, names)
        else:  # an acronym, a letter, "I'll"
            made.inside = text[1:] != small[1:]
            made.name = key in names.words or _is_name(key, small, names)
            if len(text) == 1 and text.isupper() and key not in names.words:
                made.settled = made.alone = False
        return made


word: Callable[[str], Word] = _Words().__getitem__
"""The word as the data knows it."""


def _add_small_traits(made: Word) -> None:
    text = made.text
    if not text.isalpha() or (text[-2:] in _EPITHETS and is_epithet(text)):
        made.telling, made.alone = True, False
    if len(text) > 3 and made.key not in SMALL and text.islower():
        made.weight = -1


def _add_traits(made: Word, small: str, names: KnownNames) -> None:
    """What a capital that small letters follow is."""
    key = made.key
    made.capital = True
    listed = made.settled = _is_listed(key, names)
    if not listed and len(small) > 3 and key not in SMALL:
        made.weight = 1
    made.name = listed or (key != small and "" in made.phrases)
    if not made.name and key not in names.common:
        made.name = _is_name(key, small, names)
        made.unknown = not (made.name or made.phrases) and is_unknown(key)
    if made.name or made.unknown or key in names.dependent or len(small) != len(made.text):
        made.alone = made.alone and listed
    else:
        made.usual = True
        made.lowered = small
    if key in names.given:
        made.telling, made.alone = True, False


def _is_capital(text: str) -> bool:
    """Whether a capital is followed by small letters alone, none of them lowered: not ``Tₑ``, nor ``I'm``."""
    if text.isascii() and text.isalpha():
        return text.istitle() and len(text) > 1
    if text[:2] in ("I'", "I’") or not (text[0].isupper() and text[1:].islower()):
        return False
    letters = text.isalpha() or text.replace("'", "").replace("’", "").isalpha()
    return letters and (text.isascii() or max(text) not in _LOWERED)


def _is_listed(key: str, names: KnownNames) -> bool:
    return key in company.USUAL_NAMES if key in names.common else key in names.words


def _is_name(key: str, lowered: str, names: KnownNames) -> bool:
    if key in names.acronyms and not is_usual(key) and key not in _WORDS:  # "Pvm"
        return True
    if key[-1] == "s" and key not in names.common and _is_listed(key[:-1], names) and not is_rare(key):
        return True  # no "loss"
    return key != lowered and not owns_as_word(key)


def is_epithet(text: str) -> bool:
    """Whether the word may be the second of a species: ``bisporus``."""
    return (
        text.endswith(_EPITHETS.get(text[-2:], ()), 2) and text not in _NO_EPITHET
        and text.isascii() and text.isalpha() and text.islower()
    )  # fmt: skip


def by_second(lines: Iterable[str]) -> PhrasesBySecond:
    """Phrases that begin with one word, by the next and its plural: ``{"state": ["Bell state"], …}``.

    Under ``""`` is a word that is a name with its ``'s`` alone: ``Bell's``.
    """
    table: dict[str, list[str]] = {}
    for line in lines:
        _, _, rest = line.replace("-", " ").replace("’", "'").partition(" ")
        second = rest.partition(" ")[0].lower().removesuffix("'s")
        if second and not second.isalpha():  # "Industry 4.0", "Laudato Si'"
            second = "".join(split(second)[1:2])
        for key in (second, f"{second}s") if second else ("",):
            table.setdefault(key, []).append(line)
    return table


@cache
def beginning(key: str) -> PhrasesBySecond:
    """The phrases of the data that begin with the word."""
    return by_second(known().phrases.get(key, ()))


@cache
def parsed(phrase: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The words of a phrase in small letters, and which of them are capitals."""
    texts = split(phrase)[1::2]
    return tuple([text.lower() for text in texts]), tuple([text[0].isupper() for text in texts])


END = Word("", "", NO_PHRASES)
"""What stands before the first word of a title and behind the last."""


def split(text: str) -> list[str]:
    """Words at the odd places, what stands between them at the even ones; joined they are the text."""
    return _WORD.split(text)
