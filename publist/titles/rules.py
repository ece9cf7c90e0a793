"""Which word of a title in Title Case keeps its capital."""

from __future__ import annotations

from collections.abc import Iterator

from publist.patterns import pattern
from publist.titles import company
from publist.titles.english import PREFIXES, looks_strange
from publist.titles.evidence import Evidence
from publist.titles.names import is_rare, is_usual, known
from publist.titles.title import QUOTES, Title, TypedPart, gap
from publist.titles.words import NO_PHRASES, Word, is_epithet, parsed, word

_SUBSTANCE = pattern(r"(?:yl|ium|ol|one|ane|ene|yne|ide|ate|ic|ine|in|al|oxy|amino|azo)s?$")
_YEAR = pattern(r"(?:19|20)\d\d")
_JOINING = ("-", "–")
_NO_PART = frozenset({"oxo", "sub", "web"})  # no part of an acronym, as no usual word is one


def lowered(title: Title, part: TypedPart, evidence: Evidence) -> list[str]:
    """The words of the part with small letters for the capitals that are no names.

    Most words are as they would be alone.  Those that are not known so, or that have company that tells, are
    looked at one by one.
    """
    words = title.words
    start, end, _ = part
    texts = [each.lowered for each in words[:end]]
    beyond = start  # where the phrase that was found last ends
    asking = [index for index in title.asking if start <= index < end]
    beside = _beside(title, part, evidence, asking)
    for index in sorted(beside.union(asking)) if beside else asking:
        each = words[index]
        if words[index + 1].key in each.phrases or each.key in evidence.phrases:
            capitals = _phrase_at(title, index, end, evidence)
            for place in range(max(beyond, index), index + len(capitals)):
                texts[place] = words[place].text if capitals[place - index] else _small(words[place])
            beyond = max(beyond, index + len(capitals))
        if index < beyond or each.settled or (each.usual and index not in beside):
            continue
        if index not in title.starts and each.text[0].isupper():
            texts[index] = each.text if _keeps(title, index, evidence) else _small(each)
    for index in (*title.starts, *title.fixed):
        if index < end:
            texts[index] = words[index].text
    if "(" in title.text or "[" in title.text or words[0].key in company.ON_OTHERS:
        for index in _begun_or_spelled_out(title, part):
            if index < end:
                texts[index] = words[index].text
    if "v" in texts:
        for index in _parties(title, part):
            texts[index] = words[index].text
    return texts[start:]


def _small(each: Word) -> str:
    """The word with a small letter, if it is a capital that has one."""
    small = each.text[0].lower()
    return small + each.text[1:] if len(small) == 1 and (each.capital or len(each.text) == 1) else each.text


def _beside(title: Title, part: TypedPart, evidence: Evidence, asking: list[int]) -> set[int]:
    """The places of words of which what stands beside them, or the bibliography, may make names."""
    words = title.words
    start, end, _ = part
    found: set[int] = {*title.apart, *title.slanted}
    for index in asking:
        if words[index].telling:
            found.update((index - 1, index + 1))
    if evidence.shown and not evidence.shown.isdisjoint([each.key for each in words]):
        for index in range(start, end):
            if words[index].key in evidence.shown:
                found.update((index - 1, index, index + 1))
    if title.gaps:
        found.update([index - 1 for index in title.gaps if title.before[index] == ", " and words[index].name])
        found.update([index for index in title.joined if not words[index - 1].usual])
    return {index for index in found if start <= index < end} if found else found


def _begun_or_spelled_out(title: Title, part: TypedPart) -> Iterator[int]:
    """Where the title begins behind a note ("(In Progress) A Study"), or in a comment's quotation marks.

    And what an acronym spells out, if it is an undertaking's: ``the Lake Mapping Project (LMP)``.
    """
    words, before, start = title.words, title.before, part[0]
    comments = words[0].key in company.ON_OTHERS
    for index in title.gaps:
        if comments and before[index][-1:] in QUOTES:
            yield index
        if before[index].startswith((") ", "] ")) and before[start].endswith(("(", "[")):
            yield index
            return
        if before[index] != " (" or words[index - 1].key not in company.UNDERTAKINGS:
            continue
        letters = "".join(filter(str.isupper, words[index].text))
        capitals = [n for n in range(start, index) if words[n].text[0].isupper()][-len(letters) :]
        if [words[n].text[0] for n in capitals] == list(letters):
            yield from capitals


def _parties(title: Title, part: TypedPart) -> Iterator[int]:
    """The capitals beside the "v" of a case at law: ``Brown v. Board of Education``."""
    words, before, (start, end, _) = title.words, title.before, part
    for index in range(start + 1, end - 1):
        if words[index].text != "v" or before[index + 1] not in (" ", ". "):
            continue
        first = index
        while first > start and words[first - 1].text[0].isupper() and before[first - 1] != "-":
            first -= 1
        last = index + 2
        while last + 1 < end and words[last].text == "of":
            last += 2
        yield from range(first, last)


def _phrase_at(title: Title, index: int, end: int, evidence: Evidence) -> tuple[bool, ...]:
    """Which of the words from ``index`` on are capitals as parts of the longest phrase there."""
    each, following = title.words[index], title.words[index + 1].key
    best: tuple[bool, ...] = ()
    shown = evidence.phrases.get(each.key, NO_PHRASES)
    for keys, capitals in map(parsed, (*each.phrases.get(following, ()), *shown.get(following, ()))):
        there = title.words[index : min(index + len(keys), end)]
        if len(best) < len(keys) == len(there) and all(map(_fits, there, keys)):
            best = capitals
    return best


def _fits(each: Word, written: str) -> bool:
    """Whether the word is the phrase's, or its plural; ``Young's`` is no ``Young``."""
    if "'" in written:
        return each.text.lower().replace("’", "'") == written
    return each.key in (written, written + "s")


def _keeps(title: Title, index: int, evidence: Evidence) -> bool:
    """Whether the word is no ordinary one: a name, an acronym, a letter, or set apart by its author."""
    each = title.words[index]
    if len(each.text) == 1:
        return _is_apart(title, index) or _letter_keeps(title, index)
    last = title.words[index - 1].key
    if each.unknown and title.before[index] == " " and last in known().genera and is_epithet(each.key):
        return False  # "Pseudomonas Putida"
    if not each.capital or (_is_name(each, evidence) and not (each.unknown and _is_combined(title, index))):
        return True
    return _is_apart(title, index) or _is_name_here(title, index, evidence)


def _is_combined(title: Title, index: int) -> bool:
    """``Spatio-Temporal``, ``3-Methylbutyl``: a part of a word or of a substance is no name."""
    key = title.words[index].key
    if title.before[index] == "-" and title.words[index - 1].text.isdecimal():
        return _SUBSTANCE.search(key) is not None
    return title.before[index + 1] in ("-", "–") and (key[-1] == "o" or key in PREFIXES)


def _is_apart(title: Title, index: int) -> bool:
    if gap(title.before[index]) != "apart":
        return False
    if _is_initial(title, index - 1):
        return True
    before = title.words[index - 1].key
    if len(before) == 1 and not before.isdecimal():
        return gap(title.before[index - 1]) == "starts"  # "Relativity: I. Ether"
    return before != "" and before not in company.ABBREVIATIONS


def _is_initial(title: Title, index: int) -> bool:
    """``A. Forte``: a letter alone with a full stop is a given name; not in ``U.S.``, nor in ``Part A.``."""
    if index < 1 or len(title.words[index].text) > 1 or title.before[index + 1] != ". ":
        return False
    if title.words[index - 1].key == "u" and title.words[index].key == "s":  # "U. S. Mortality"
        return False
    return title.before[index] in (" ", ". ") and title.words[index - 1].key not in company.BEFORE_LETTER


def _is_name(each: Word, evidence: Evidence) -> bool:
    return each.name or _is_shown(each, evidence) or (each.unknown and not _is_small(each.key, evidence))


def _is_small(key: str, evidence: Evidence) -> bool:
    """Whether the word, its plural or its singular is small in the bibliography."""
    return not evidence.small.isdisjoint((key, f"{key}s", key.removesuffix("s")))


def _is_shown(each: Word, evidence: Evidence) -> bool:
    return each.key in evidence.words or each.key.removesuffix("s") in evidence.words


def _is_capital_name(each: Word, evidence: Evidence) -> bool:
    return each.capital and _is_name(each, evidence)


def _is_part_of_acronym(each: Word, before: Word) -> bool:
    """``RNA-Seq``, ``ROOT-Sim``, ``U-Net``; but ``GPU-based`` and ``DNA-like``."""
    short = len(each.text) == 3 and before.inside
    return each.text == "Net" or (short and each.key not in _NO_PART and not is_usual(each.key))


def _is_head(title: Title, index: int) -> bool:
    """``RM-Tools: A Library``, ``Rotor2-Cert: A Suite``: all that stands before the colon."""
    first = title.words[0]
    made = first.inside or first.text[-1].isdecimal()
    return index == 1 and (len(title) == 2 or 2 in title.starts) and made


def _is_mixed(each: Word) -> bool:
    """``CHERIoT``, ``MEDIQA``, no ``GPU``: a name of its own, and no short acronym."""
    capitals = sum(map(str.isupper, each.text))
    return capitals > 3 or 1 < capitals < len(each.text.removesuffix("s"))


def _is_name_here(title: Title, index: int, evidence: Evidence) -> bool:
    """Whether the company makes the word a name: ``Baltic Sea``, ``West Africa``, ``Black-Scholes``."""
    each, before = title.words[index], title.before[index]
    last, following = title.words[index - 1], title.words[index + 1]
    if _is_genus(title, index) or _is_place(title, index):
        return True
    if _is_release(title, index) or _is_cited(title, index):
        return True
    if each.key in known().stars and last.text[:1].isupper() and not last.capital:  # "SS Cyg", "V1062 Cyg"
        return True
    may_name_place = _is_name(last, evidence) or (_names_place(last) and not is_rare(last.key))
    if before == " " and each.key in company.PLACES and last.capital and may_name_place:
        return True
    if before == " " and each.key in company.BODIES and last.text.isupper() and len(last.text) > 2:
        return True
    if before in _JOINING and _is_name_joined(title, index, evidence):
        return True
    if each.key in company.MONTHS and (last.text.isdigit() or following.text.isdigit()):
        return True
    if each.key in company.BEFORE_NAMES and _is_capital_name(following, evidence):
        return True
    if before == " " and last.key in known().given and last.text.isalpha() and _may_be_surname(each.key):
        return True
    beside = [
        other for other, gap in ((last, before), (following, title.before[index + 1])) if gap in _JOINING
    ]
    return each.key in known().surnames and any(_is_name(other, evidence) for other in beside)


def _may_be_surname(key: str) -> bool:
    return key in known().surnames or looks_strange(key)


def _is_name_joined(title: Title, index: int, evidence: Evidence) -> bool:
    """Whether a word behind a hyphen is a part of a name: ``Picard-Vessiot``, ``CHERIoT-Ibex``."""
    each, last = title.words[index], title.words[index - 1]
    if _is_capital_name(last, evidence) and looks_strange(each.key):
        return True
    if title.before[index] != "-":
        return False
    if _is_part_of_acronym(each, last) or _is_head(title, index):
        return True
    return _is_mixed(last) and (
        looks_strange(each.key) or _YEAR.fullmatch(title.words[index + 1].text) is not None
    )


def _is_place(title: Title, index: int) -> bool:
    """``Qaidam Basin``, ``St. Gall``, ``Norba, Italy``: no English word, beside what tells of a place."""
    words, before = title.words, title.before
    each, last, following = words[index], words[index - 1], words[index + 1]
    if last.key in company.BEFORE_PLACES and before[index] in (" ", ". ") and last.capital:
        return True
    if following.text == "of":
        return each.key in company.BEFORE_OF and (words[index + 2].name or words[index + 2].unknown)
    if not following.capital:
        return False
    if each.key in company.BEFORE_PLACES and before[index + 1] == " ":
        return following.name or looks_strange(following.key)
    if not each.capital:
        return False
    if before[index + 1] == " ":
        return following.key in company.PLACES and _names_place(each)
    if before[index + 1] != ", " or not following.name or is_rare(each.key):
        return False
    return looks_strange(each.key) or last.text in ("in", "at", "near")


def _names_place(each: Word) -> bool:
    return looks_strange(each.key) and each.key not in company.LANDS


def _is_cited(title: Title, index: int) -> bool:
    """``Hooker et al.``, ``Xylaria spp.``, ``Node.js``, ``Booking.com``."""
    following = title.words[index + 1].key
    if title.before[index + 1] == ".":
        return following in company.DOMAINS
    return following in company.SPECIES or (following == "et" and title.words[index + 2].key == "al")


def _is_release(title: Title, index: int) -> bool:
    """``with Neologism 2.0``: a version follows, and it is no end of a longer name."""
    words, before = title.words, title.before
    if not words[index + 1].text.isdigit() or before[index + 1] != " ":
        return False
    if before[index + 2] != "." or not words[index + 2].text.isdigit():
        return False
    inside = not words[index - 1].capital and index - 1 not in title.starts
    return inside and words[index].key not in company.BEFORE_LETTER


def _is_genus(title: Title, index: int) -> bool:
    """``Agaricus bisporus``: a small word with a Latin ending follows, or both stand in italics."""
    following = title.words[index + 1]
    if title.before[index + 1] != " " or not following.text.islower():
        return False
    if index in title.slanted and index + 1 in title.slanted:
        return True
    return following.text == title.words[index].key or is_epithet(following.text)  # "Chanos chanos"


def _letter_keeps(title: Title, index: int) -> bool:
    """``Vitamin D`` and ``X-ray`` keep their letter; the article and ``e-learning`` do not."""
    text, following = title.words[index].text, title.before[index + 1]
    if text == "E":
        return following != "-"
    if title.before[index].strip() == "&" and len(title.words[index - 1].text) == 1:
        return True  # "Q&A"
    if title.before[index] == following == "-" and text == "A":
        return False  # "System-On-A-Chip"
    return text != "A" or following != " " or title.words[index - 1].key in company.BEFORE_LETTER


def spoken(title: Title, part: TypedPart) -> Title:
    """A title of which a part in capitals is as Title Case has it; acronyms stay: ``DNA``, ``RKRV``."""
    words = [*title.words]
    for index in range(part[0], part[1]):
        if index not in title.fixed:
            words[index] = _spoken(words[index])
    return title.having(words=words)


def _spoken(each: Word) -> Word:
    if each.key in known().acronyms or not each.text.isalpha():
        return each
    capital = word(each.text.capitalize())
    if len(capital.text) != len(each.text) or len(each.text) < 2 or (capital.unknown and len(each.text) < 5):
        return each
    return capital
