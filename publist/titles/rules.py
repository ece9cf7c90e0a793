"""Which word of a title in Title Case keeps its capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from publist.patterns import pattern
from publist.titles.evidence import Evidence
from publist.titles.names import common, known, phrase_at
from publist.titles.words import Word

_QUARTERS = frozenset("north south east west northeast northwest southeast southwest".split())
_PLACES = frozenset(
    "sea ocean river rivers lake lakes islands island mountains peninsula strait desert university"
    " park".split()
)
_BEFORE_LETTER = frozenset(
    "part type vitamin hepatitis influenza group class section appendix plan grade level phase"
    " category protein factor model version volume paper series case scenario".split()
)
_ABBREVIATIONS = frozenset("vs v cf eg ie etc al st dr mr no vol approx".split())
_MONTHS = frozenset({"may", "march"})
_NO_PART = frozenset(
    "and era for low non off one per six ten the two use via web aid add fed led sub".split()
)
_EPITHET = pattern(r"[a-z]{2,}(?:us|is|um|ii|ae|ens|ans|ana|ica|ata|osa|oides|ensis|ella|ina|coli|gaster)$")
# Common words that end as epithets do.
_NO_EPITHET = frozenset(
    "analysis basis thesis hypothesis synthesis diagnosis status focus versus corpus virus viruses"
    " campus data emphasis crisis axis plus thus this spectrum quantum minimum maximum optimum medium"
    " forum momentum equilibrium continuum vacuum consensus stimulus apparatus genus radius nucleus"
    " locus bus bonus various previous autonomous continuous simultaneous heterogeneous homogeneous is"
    " us lens".split()
)


def loose(listed: Sequence[Word], evidence: Evidence) -> Iterator[int]:
    """The places of the capitals that are no names: what sentence case writes small."""
    table, shown = known().phrases, evidence.phrases
    beyond = 0  # where the phrase that was found last ends
    for index, word in enumerate(listed):
        settled = _is_settled(word.text, word.key, word.capital)
        if index < beyond or (settled and word.key not in shown):
            continue
        if word.key in table or word.key in shown:
            capitals = phrase_at(listed, index, table) or phrase_at(listed, index, shown)
            beyond = index + len(capitals)
            for place, capital in enumerate(capitals, index):
                if listed[place].capital and not capital:
                    yield place
        if not settled and index >= beyond and word.text[0].isupper() and not _keeps(listed, index, evidence):
            yield index


@lru_cache(maxsize=8192)  # titles of one bibliography share their words
def _is_settled(text: str, key: str, capital: bool) -> bool:  # noqa: FBT001 - the cache wants it by position
    """Whether the word stays as it is in any company: a small one, a name, an acronym."""
    if key in known().phrases:
        return False
    return not text[0].isupper() or (len(text) > 1 and not capital) or key in known().words


def _keeps(listed: Sequence[Word], index: int, evidence: Evidence) -> bool:
    """Whether the word is no ordinary one: a name, an acronym, a letter, or set apart by its author."""
    word = listed[index]
    if len(word.text) == 1:
        return _is_apart(listed, index) or _letter_keeps(listed, index)
    if not word.capital or _is_name(word, evidence):
        return True
    if word.before == " " and not _is_dubious(word.key):
        return _is_genus(listed, index)
    return _is_apart(listed, index) or _is_name_here(listed, index, evidence)


@lru_cache(maxsize=8192)  # titles of one bibliography share their words
def _is_dubious(key: str) -> bool:
    """Whether the company may make a name of the word."""
    return key in known().surnames or key in known().stars or key in _PLACES | _QUARTERS | _MONTHS


def _is_apart(listed: Sequence[Word], index: int) -> bool:
    before = _key_before(listed, index)
    return listed[index].apart and len(before) > 1 and before not in _ABBREVIATIONS


def _key_before(listed: Sequence[Word], index: int) -> str:
    return listed[index - 1].key if index else ""


def _is_name(word: Word, evidence: Evidence) -> bool:
    key, names = word.key, known().words
    if key in names or key in evidence.words:
        return True
    if key[-1] == "s" and (key[:-1] in names or key[:-1] in evidence.words):
        return True
    return len(key) < len(word.text) and _is_owner(key)


@lru_cache(maxsize=1024)
def _is_owner(key: str) -> bool:
    """Whether the word before an ``'s`` is a name: ``Mochizuki's``, not ``Hitchhiker's``, ``Physician's``."""
    return key not in common() and not key.endswith(("er", "or", "ist", "ian", "man", "ant", "ent", "ee"))


def _is_capital_name(word: Word, evidence: Evidence) -> bool:
    return word.capital and _is_name(word, evidence)


def _is_part_of_acronym(word: Word, before: Word) -> bool:
    """``RNA-Seq``, ``ROOT-Sim``, ``U-Net``; but ``GPU-based`` and ``DNA-like``."""
    short = len(word.text) == 3 and len(before.text) > 1 and not before.text[1:].islower()
    return word.text == "Net" or (short and word.key not in _NO_PART)


def _is_designation(word: Word) -> bool:
    """A star's name before its constellation: ``SS``, ``V1062``."""
    return word.text[0].isupper() and not word.capital


def _is_name_here(listed: Sequence[Word], index: int, evidence: Evidence) -> bool:
    """Whether the company makes the word a name: ``Baltic Sea``, ``West Africa``, ``Black-Scholes``."""
    word = listed[index]
    following = listed[index + 1] if index + 1 < len(listed) else None
    if word.key in known().stars and index and _is_designation(listed[index - 1]):
        return True
    if index and word.before == " " and word.key in _PLACES and _is_capital_name(listed[index - 1], evidence):
        return True
    if word.before == "-" and _is_part_of_acronym(word, listed[index - 1]):
        return True
    if word.key in _MONTHS and _beside_a_number(listed, index, following):
        return True
    if following is not None:
        if word.key in _QUARTERS and _is_capital_name(following, evidence):
            return True
        if _is_genus(listed, index):
            return True
    return word.key in known().surnames and _beside_a_name(listed, index, following, evidence)


def _is_genus(listed: Sequence[Word], index: int) -> bool:
    """``Agaricus bisporus``: a small word with a Latin ending follows, or both stand in italics."""
    if index + 1 == len(listed):
        return False
    word, following = listed[index], listed[index + 1]
    if following.kind == word.kind == "italic" and following.text.islower():
        return True
    return following.before == " " and _is_epithet(following.text)


@lru_cache(maxsize=8192)  # titles of one bibliography share their words
def _is_epithet(text: str) -> bool:
    return text.islower() and text not in _NO_EPITHET and bool(_EPITHET.match(text))


def _beside_a_number(listed: Sequence[Word], index: int, following: Word | None) -> bool:
    return listed[index - 1].text.isdigit() or (following is not None and following.text.isdigit())


def _beside_a_name(listed: Sequence[Word], index: int, following: Word | None, evidence: Evidence) -> bool:
    if index and listed[index].before in ("-", "–") and _is_name(listed[index - 1], evidence):
        return True
    return following is not None and following.before in ("-", "–") and _is_name(following, evidence)


def _letter_keeps(listed: Sequence[Word], index: int) -> bool:
    """``Vitamin D`` and ``X-ray`` keep their letter; the article and ``e-learning`` do not."""
    word = listed[index]
    following = listed[index + 1].before if index + 1 < len(listed) else ""
    if word.text == "E":
        return following != "-"
    return word.text != "A" or following != " " or _key_before(listed, index) in _BEFORE_LETTER


def spoken(word: Word) -> Word:
    """A word of a title in capitals as Title Case has it; acronyms that are known stay: ``DNA``."""
    if word.kind == "nocase" or word.key in known().acronyms or not word.text.isalpha():
        return word
    title = word.text.capitalize()
    return word._replace(text=title, capital=True) if len(title) == len(word.text) > 1 else word
