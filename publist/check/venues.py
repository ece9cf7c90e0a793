"""Rules about the names of venues: several forms of one, and names that are cut short."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from publist import rules
from publist.check.work import Checked, words
from publist.patterns import pattern
from publist.problems import Edit, Problem

_NO_NAME = pattern(
    r"\([^()]*\)|\b(?:19|20)\d\d\b|['’]\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b(?:proceedings|proc|the|of|on|in|and|for|&)\b"
    r"|\bin$", re.IGNORECASE
)  # fmt: skip
_A_NAME = 2  # words, at least
_STEM = 3  # letters of a word that an abbreviation keeps


_JOURNAL_FIELDS = ("fjournal", "journal-full", "journal", "journaltitle")  # the first names the venue


def venue_names(works: Sequence[Checked]) -> Iterator[Problem]:
    """One journal is written in several ways: in full and abbreviated, with "and" and "&", in other case."""
    groups: defaultdict[str, list[tuple[Checked, str, str]]] = defaultdict(list)
    for work in works:
        name = next((one for one in _JOURNAL_FIELDS if one in work.entry.fields), "")
        written = " ".join(work.text("container-title").split())
        bare = words(_NO_NAME.sub(" ", written))
        named = name and "booktitle" not in work.entry.fields  # beside it a journal is the series
        if named and len(bare.split()) >= _A_NAME:
            groups["".join(word[0] for word in bare.split())].append((work, name, written))
    for group in groups.values():
        typed: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for work, name, form in group:
            typed[form][work.entry.get(name)] += 1
        for one, (name, usual) in _minority(group):
            edits = _renamed(one, name, typed[usual].most_common(1)[0][0], typed.keys())
            message = f"elsewhere {usual}; write one form everywhere"
            yield one.problem(rules.VENUE_NAMES, message, name, edits=edits)


def _renamed(work: Checked, name: str, typed: str, forms: Collection[str]) -> tuple[Edit, ...]:
    """The change of a journal to its usual form, unless it may be short for several of the forms."""
    own = work.text("container-title")
    same = [form for form in forms if _is_same_venue(form, own)]
    is_clear = all(_is_same_venue(one, other) for one in same for other in same)
    bare = [text.casefold() for text in (typed, work.entry.get(name))]
    loses_capitals = bare[0] == bare[1] and _capitals(typed) < _capitals(work.entry.get(name)) < len(own) / 2
    if not is_clear or loses_capitals or not typed.isprintable() or '"' in typed:
        return ()
    return work.edits(name, (0, len(work.entry.get(name)), typed))


def _capitals(text: str) -> int:
    return sum(sign.isupper() for sign in text)


def _minority(group: Sequence[tuple[Checked, str, str]]) -> Iterator[tuple[Checked, tuple[str, str]]]:
    """The works whose venue most others write otherwise, with the field and the usual form."""
    counts = Counter(written for _, _, written in group)
    usual = [form for form, _ in counts.most_common()]
    stand_in: dict[str, str] = {}
    for form in usual[:100]:  # the forms of so few initials; more are no spellings of one name
        same = next((one for one in stand_in if _is_same_venue(one, form)), form)
        stand_in[form] = stand_in.get(same, form)
    for work, name, written in group:
        best = stand_in.get(written, written)
        if _without_numbers(best) != _without_numbers(written) and counts[best] > counts[written]:
            yield work, (name, best)


def _without_numbers(venue: str) -> str:
    """A venue to compare by: the meetings of two years are no two spellings."""
    return re.sub(r"\d+(?:st|nd|rd|th)?", "", venue)


def _is_same_venue(one: str, two: str) -> bool:
    pairs = zip(*(words(_NO_NAME.sub(" ", form)).split() for form in (one, two)), strict=False)
    return all(
        left == right
        or (min(len(left), len(right)) >= _STEM and (left.startswith(right) or right.startswith(left)))
        for left, right in pairs
    )


# The short form that ends the name of a meeting: (ICLR), (JCDL'11).
_SHORT = pattern(r"\(([A-Z][A-Za-z]{0,12}[A-Z][A-Za-z]{0,12})\W{0,3}\d{0,4}\)")
_EVERY_YEARS = pattern(
    r"\b(?:annual|ieee|acm|\w*(?:\d|\dst|\dnd|\drd|\dth)|\w*(?:first|second|third|\wth))\b"
)


def meeting_names(works: Sequence[Checked]) -> Iterator[Problem]:
    """One short form, such as ``(ICLR)``, stands behind different names of meetings.

    Years, numbers, "annual", IEEE and ACM make no other name.
    """
    meetings: defaultdict[tuple[str, str], list[tuple[Checked, str, str]]] = defaultdict(list)
    for work in works:
        written = " ".join(work.entry.get("booktitle").replace("{", "").replace("}", "").split())
        if match := _SHORT.search(written):
            name = " ".join(_EVERY_YEARS.sub(" ", words(_NO_NAME.sub(" ", written[: match.start()]))).split())
            meetings[work.publication.file, match[1]].append((work, name, written))
    for (_, short), several in meetings.items():
        (usual, most), *others = Counter(name for _, name, _ in several).most_common()
        form = next(written for _, name, written in several if name == usual)
        for work, name, _ in several if others and others[0][1] < most else ():
            if name != usual:
                message = f"another name of {short} than elsewhere: {form}"
                yield work.problem(rules.MEETING_NAMES, message, "booktitle")


# Meetings and what they publish, in full, without who holds them: a name that ends before one of these does
# is cut short.  Source: the title pages of their proceedings.
_IN_FULL = tuple(
    tuple(name.split())
    for name in (
        "advances in neural information processing systems",
        "annual meeting of the association for computational linguistics",
        "conference on computer vision and pattern recognition",
        "conference on empirical methods in natural language processing",
        "conference on human factors in computing systems",
        "conference on uncertainty in artificial intelligence",
        "european conference on computer vision",
        "international conference on acoustics speech and signal processing",
        "international conference on artificial intelligence and statistics",
        "international conference on computational linguistics",
        "international conference on computer vision",
        "international conference on intelligent robots and systems",
        "international conference on knowledge discovery and data mining",
        "international conference on learning representations",
        "international conference on machine learning",
        "international conference on robotics and automation",
        "international conference on software engineering",
        "international conference on very large data bases",
        "international joint conference on artificial intelligence",
        "medical image computing and computer assisted intervention",
        "symposium on principles of programming languages",
        "symposium on theory of computing",
        "transactions on pattern analysis and machine intelligence",
    )
)
_ASIDE = pattern(r"\([^()]*\)|[\[\]{}]|,?\s*(?:\bin\s+)?\b(?:19|20)\d\d\s*$|['’]\d\d\b")
_OPEN_END = pattern(r"(?:\b(?:of|on|for|in|and|the|to|with|at|by)|\.\.\.|…|\\l?dots)\s*$", re.IGNORECASE)


def cut_venue(works: Sequence[Checked]) -> Iterator[Problem]:
    """The name of a venue ends before its end: in "of" or "…", or as a known one without its last letters."""
    for work in works:
        for name in ("booktitle", *_JOURNAL_FIELDS):
            bare = _ASIDE.sub("", work.entry.get(name)).strip()
            if not bare:
                continue
            whole = _in_full(bare)
            if whole or _OPEN_END.search(bare):
                message = f"a name that is cut short; write it in full{': … ' + whole if whole else ''}"
                yield work.problem(rules.CUT_VENUE, message, name)
                break


@lru_cache(maxsize=4096)
def _in_full(venue: str) -> str:
    """The end of the known name that this one is a part of, e.g. ``learning representations``; else ""."""
    own = () if venue.endswith(".") else tuple(words(venue).split())
    for known in _IN_FULL:
        *head, last = known
        for end in (own, own[:-1]):
            rest = own[len(end) :]
            is_part = not rest or (len(rest[0]) >= _STEM and last.startswith(rest[0]) and rest[0] != last)
            if is_part and end[-len(head) :] == tuple(head):
                return " ".join(known[-2:])
    return ""


CHECKS = (venue_names, meeting_names, cut_venue)
