"""Which word of a title in Title Case keeps its capital."""

from __future__ import annotations

from collections.abc import Iterator

from publist.patterns import pattern
from publist.titles.english import PREFIXES, looks_strange
from publist.titles.evidence import Evidence
from publist.titles.names import Phrases, is_rare, is_usual, known
from publist.titles.words import (
    BEFORE_OF,
    BEFORE_PLACES,
    DOMAINS,
    GIVEN,
    LANDS,
    MONTHS,
    PLACES,
    QUARTERS,
    SPECIES,
    TitleWords,
    Word,
    is_epithet,
    parsed,
    word,
)

_BEFORE_LETTER = frozenset(
    "part type vitamin hepatitis influenza group class section appendix plan grade level phase"
    " category protein factor model version volume paper series case scenario release chapter table figure"
    " edition".split()
)
_ABBREVIATIONS = frozenset("vs v cf eg ie etc al st dr mr no vol approx sp spp ssp subsp var".split())
# What ends the name of an undertaking or a body.
_UNDERTAKINGS = frozenset(
    "project survey initiative consortium association society collaboration mission telescope observatory"
    " programme institute agency commission committee".split()
)
_BEFORE_NAMES = QUARTERS | GIVEN
_BODIES = frozenset({"consortium", "collaboration", "academy", "biobank"})  # "ENIGMA Consortium"
_SUBSTANCE = pattern(r"(?:yl|ium|ol|one|ane|ene|yne|ide|ate|ic|ine|in|al|oxy|amino|azo)s?$")
_NO_PART = frozenset({"oxo", "sub", "web"})  # no part of an acronym, as no usual word is one


def loose(title: TitleWords, evidence: Evidence) -> Iterator[int]:
    """The places of the capitals that are no names: what sentence case writes small."""
    table, shown, names = known().phrases, evidence.phrases, evidence.words
    words, before, _, _ = title
    beyond = 0  # where the phrase that was found last ends
    spelled_out = _spelled_out(title) if " (" in before else ()
    for index, each in enumerate(words):
        key = each.key
        if (each.settled and key not in shown) or index in spelled_out:
            continue
        if each.usual and before[index] == " " and key not in shown:
            if index >= beyond and not (
                key in names or key.removesuffix("s") in names or _is_told(title, index)
            ):
                yield index
            continue
        if each.key in table or each.key in shown:
            capitals = _phrase_at(title, index, table) or _phrase_at(title, index, shown)
            for place, capital in enumerate(capitals, index):
                if place >= beyond and words[place].capital and not capital:
                    yield place
            beyond = max(beyond, index + len(capitals))
        if (
            each.text[0].isupper()
            and index >= beyond
            and not each.settled
            and not _keeps(title, index, evidence)
        ):
            yield index


def _phrase_at(title: TitleWords, index: int, table: Phrases) -> tuple[bool, ...]:
    """Which of the words from ``index`` on are capitals as parts of the longest phrase there."""
    best: tuple[bool, ...] = ()
    for phrase in table.get(title.words[index].key, ()):
        keys, capitals = parsed(phrase)
        there = title.words[index : index + len(keys)]
        if len(best) < len(keys) == len(there) and all(map(_fits, there, keys)):
            best = capitals
    return best


def _fits(each: Word, written: str) -> bool:
    """Whether the word is the phrase's, or its plural; ``Young's`` is no ``Young``."""
    if "'" in written:
        return each.text.lower().replace("’", "'") == written
    return each.key in (written, written + "s")


def _spelled_out(title: TitleWords) -> frozenset[int]:
    """The words of names of undertakings whose acronym follows: ``the Lake Mapping Project (LMP)``."""
    words, before, _, _ = title
    for end, each in enumerate(words[:-1]):
        letters = words[end + 1].text
        if each.key not in _UNDERTAKINGS or before[end + 1] != " (" or not letters.isupper():
            continue
        capitals = [n for n in range(end + 1) if words[n].text[0].isupper()][-len(letters) :]
        if [words[n].text[0] for n in capitals] == list(letters):
            return frozenset(capitals)
    return frozenset()


def _keeps(title: TitleWords, index: int, evidence: Evidence) -> bool:
    """Whether the word is no ordinary one: a name, an acronym, a letter, or set apart by its author."""
    each = title.words[index]
    if len(each.text) == 1:
        return _is_apart(title, index) or _letter_keeps(title, index)
    if each.unknown and _is_second_of_species(title, index):
        return False
    if not each.capital or (_is_name(each, evidence) and not (each.unknown and _is_combined(title, index))):
        return True
    return _is_apart(title, index) or _is_name_here(title, index, evidence)


def _is_second_of_species(title: TitleWords, index: int) -> bool:
    """``Pseudomonas Putida``: a Latin word behind a genus."""
    each, last = title.words[index], title.words[index - 1]
    return bool(index) and title.before[index] == " " and last.key in known().genera and is_epithet(each.key)


def _is_combined(title: TitleWords, index: int) -> bool:
    """``Spatio-Temporal``, ``3-Methylbutyl``: a part of a word or of a substance is no name."""
    key = title.words[index].key
    if index and title.before[index] == "-" and title.words[index - 1].text.isdecimal():
        return _SUBSTANCE.search(key) is not None
    hyphened = index + 1 < len(title.words) and title.before[index + 1] in ("-", "–")
    return hyphened and (key[-1] == "o" or key in PREFIXES)


def _is_apart(title: TitleWords, index: int) -> bool:
    if not title.apart(index):
        return False
    if _is_initial(title, index - 1):
        return True
    before = title.words[index - 1].key if index else ""
    if len(before) == 1:
        return title.begins(index - 1)  # "Relativity: I. Ether"
    return before != "" and before not in _ABBREVIATIONS


def _is_initial(title: TitleWords, index: int) -> bool:
    """``A. Forte``: a letter alone with a full stop is a given name; not in ``U.S.``, nor in ``Part A.``."""
    if index < 1 or len(title.words[index].text) > 1 or title.before[index + 1] != ". ":
        return False
    if title.words[index - 1].key == "u" and title.words[index].key == "s":  # "U. S. Mortality"
        return False
    return title.before[index] in (" ", ". ") and title.words[index - 1].key not in _BEFORE_LETTER


def _is_name(each: Word, evidence: Evidence) -> bool:
    return each.name or _is_shown(each, evidence) or (each.unknown and not _is_small(each.key, evidence))


def _is_small(key: str, evidence: Evidence) -> bool:
    """Whether the word, its plural or its singular is small in the bibliography."""
    return not evidence.small.isdisjoint((key, f"{key}s", key.removesuffix("s")))


def _is_shown(each: Word, evidence: Evidence) -> bool:
    return each.key in evidence.words or each.key.removesuffix("s") in evidence.words


def _is_capital_name(each: Word, evidence: Evidence) -> bool:
    return each.capital and _is_name(each, evidence)


def _is_capital_name_or_strange(each: Word, evidence: Evidence) -> bool:
    return each.capital and (_is_name(each, evidence) or (_names_place(each) and not is_rare(each.key)))


def _is_part_of_acronym(each: Word, before: Word) -> bool:
    """``RNA-Seq``, ``ROOT-Sim``, ``U-Net``; but ``GPU-based`` and ``DNA-like``."""
    short = len(each.text) == 3 and any(map(str.isupper, before.text[1:]))
    return each.text == "Net" or (short and each.key not in _NO_PART and not is_usual(each.key))


def _is_head(title: TitleWords, index: int) -> bool:
    """``RM-Tools: A Library``, ``ParEval-Repo: A Suite``: all that stands before the colon."""
    ends = index + 1 == len(title.words)
    return ends and title.first + index == 1 and any(map(str.isupper, title.words[0].text[1:]))


def _is_mixed(each: Word) -> bool:
    """``CHERIoT``, ``MEDIQA``, no ``GPU``: a name of its own, and no short acronym."""
    capitals = sum(map(str.isupper, each.text))
    return capitals > 3 or 1 < capitals < len(each.text.removesuffix("s"))


def _is_year(each: Word | None) -> bool:
    return each is not None and len(each.text) == 4 and each.text.isdigit() and each.text[:2] in ("19", "20")


def _is_designation(each: Word) -> bool:
    """A star's name before its constellation: ``SS``, ``V1062``."""
    return each.text[0].isupper() and not each.capital


def _is_name_here(title: TitleWords, index: int, evidence: Evidence) -> bool:
    """Whether the company makes the word a name: ``Baltic Sea``, ``West Africa``, ``Black-Scholes``."""
    each, before = title.words[index], title.before[index]
    last = title.words[index - 1] if index else None
    following = title.words[index + 1] if index + 1 < len(title.words) else None
    if before == "@" or _is_alone_name(title, index):
        return True
    if last is not None:
        if each.key in known().stars and _is_designation(last):
            return True
        if before == " " and each.key in PLACES and _is_capital_name_or_strange(last, evidence):
            return True
        if before in ("-", "–") and _is_capital_name(last, evidence) and looks_strange(each.key):
            return True
        if before == " " and each.key in _BODIES and last.text.isupper() and len(last.text) > 2:
            return True
        if before == "-" and (_is_part_of_acronym(each, last) or _is_head(title, index)):
            return True
        if before == "-" and _is_mixed(last) and (looks_strange(each.key) or _is_year(following)):
            return True
    if each.key in MONTHS and any(word.text.isdigit() for word in (last, following) if word is not None):
        return True
    if following is not None and each.key in _BEFORE_NAMES and _is_capital_name(following, evidence):
        return True
    return each.key in known().surnames and _beside_a_name(title, index, evidence)


def _is_place(title: TitleWords, index: int) -> bool:
    """``Qaidam Basin``, ``Santa Rosa``, ``Norba, Italy``: no English word, beside what tells of a place."""
    words, before, _, _ = title
    if index and words[index - 1].key in BEFORE_PLACES and before[index] == " " and words[index - 1].capital:
        return True
    if index + 1 == len(words):
        return False
    following = words[index + 1]
    if following.text == "of":
        return (
            words[index].key in BEFORE_OF
            and index + 2 < len(words)
            and (words[index + 2].name or words[index + 2].unknown)
        )
    if not following.capital:
        return False
    if words[index].key in BEFORE_PLACES and before[index + 1] == " ":
        return following.name or looks_strange(following.key)
    if not words[index].capital:
        return False
    if before[index + 1] == " ":
        return following.key in PLACES and _names_place(words[index])
    if before[index + 1] != ", " or not following.name or is_rare(words[index].key):
        return False
    return looks_strange(words[index].key) or (index > 0 and words[index - 1].text in ("in", "at", "near"))


def _names_place(each: Word) -> bool:
    return looks_strange(each.key) and each.key not in LANDS


def _is_told(title: TitleWords, index: int) -> bool:
    """Whether what is beside a usual word makes a name of it."""
    words = title.words
    following = index + 1 < len(words) and words[index + 1].telling
    if following or words[index - 1].telling or title.kinds[index] == "italic":
        return _is_alone_name(title, index)
    return False


def _is_alone_name(title: TitleWords, index: int) -> bool:
    """Whether a word that is no name elsewhere is one here."""
    return (
        _is_genus(title, index)
        or _is_place(title, index)
        or _is_release(title, index)
        or _is_cited(title, index)
    )


def _is_cited(title: TitleWords, index: int) -> bool:
    """``Hooker et al.``, ``Xylaria spp.``, ``Node.js``, ``Booking.com``."""
    words, before, _, _ = title
    if index + 1 == len(words):
        return False
    following = words[index + 1].key
    if before[index + 1] == ".":
        return following in DOMAINS
    if following == "et":
        return index + 2 < len(words) and words[index + 2].key == "al"
    return following in SPECIES


def _is_release(title: TitleWords, index: int) -> bool:
    """``with Neologism 2.0``: a version follows, and it is no end of a longer name."""
    words, before, _, _ = title
    if index + 2 >= len(words) or before[index + 2] != "." or before[index + 1] != " ":
        return False
    if not (words[index + 1].text.isdigit() and words[index + 2].text.isdigit()):
        return False
    return words[index].key not in _BEFORE_LETTER and not (index and words[index - 1].capital)


def _is_genus(title: TitleWords, index: int) -> bool:
    """``Agaricus bisporus``: a small word with a Latin ending follows, or both stand in italics."""
    if index + 1 == len(title.words):
        return False
    following = title.words[index + 1]
    if title.kinds[index] == title.kinds[index + 1] == "italic" and following.text.islower():
        return True
    if following.text == title.words[index].key:  # "Chanos chanos"
        return True
    return title.before[index + 1] == " " and following.text.islower() and is_epithet(following.text)


def _beside_a_name(title: TitleWords, index: int, evidence: Evidence) -> bool:
    return any(
        title.before[place] in ("-", "–") and _is_name(title.words[other], evidence)
        for place, other in ((index, index - 1), (index + 1, index + 1))
        if 0 < place < len(title.words)
    )


def _letter_keeps(title: TitleWords, index: int) -> bool:
    """``Vitamin D`` and ``X-ray`` keep their letter; the article and ``e-learning`` do not."""
    text = title.words[index].text
    following = title.before[index + 1] if index + 1 < len(title.words) else ""
    if text == "E":
        return following != "-"
    if title.before[index] == following == "-" and text == "A":
        return False  # "System-On-A-Chip"
    return text != "A" or following != " " or (index > 0 and title.words[index - 1].key in _BEFORE_LETTER)


def spoken(title: TitleWords) -> TitleWords:
    """A title in capitals as Title Case has it; acronyms that are known stay: ``DNA``."""
    return title._replace(
        words=[
            each if kind == "nocase" else _spoken(each)
            for each, kind in zip(title.words, title.kinds, strict=True)
        ]
    )


def _spoken(each: Word) -> Word:
    if each.key in known().acronyms or not each.text.isalpha():
        return each
    capital = each.text.capitalize()
    return word(capital) if len(capital) == len(each.text) > 1 else each
