"""Rules about entries beside one another: duplicates, versions, venues, preprints, keys."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from publist import rules
from publist.check.work import Checked, words
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Edit, Problem

_SAME_TALK = frozenset({"speech", "event", "interview", "broadcast"})
_MOST = 0.8  # of the keys have the file's pattern
_SHOWN = 5  # keys in a message
_SOME_KEYS = 8


def duplicate_work(works: Sequence[Checked]) -> Iterator[Problem]:
    """Two entries for one work: one title with one DOI, or with one first author, year and venue."""
    first: dict[tuple[object, ...], Checked] = {}
    for work in works:
        for mark in _marks(work):
            other = first.setdefault(mark, work)
            if other is not work:
                place = f"{other.publication.file}:{other.publication.line}"
                message = f"{other.publication.key} is the same work ({place}); remove one of the two"
                yield work.problem(rules.DUPLICATE_WORK, message, "title")
                break


def _marks(work: Checked) -> Iterator[tuple[object, ...]]:
    """What two entries of one work have in common."""
    if not work.title or work.publication.item.type in _SAME_TALK:
        return
    if doi := Identifier.parse("doi", work.text("DOI")):
        yield work.title, doi.work.value
    if work.first_author and work.year:
        venue = words(work.text("container-title") or work.text("publisher"))
        volume = words(work.text("volume") + work.text("page"))
        yield work.title, work.first_author, work.year, work.publication.item.type, venue, volume


def perhaps_version(works: Sequence[Checked]) -> Iterator[Problem]:
    """Two entries have one title and first author, and neither says that they are versions of one work."""
    duplicates = {(one.file, one.line) for one in duplicate_work(works)}
    first: dict[tuple[str, str], Checked] = {}
    for work in works:
        item = work.publication.item
        if not work.title or not work.first_author or item.type in _SAME_TALK:
            continue
        other = first.setdefault((work.title, work.first_author), work)
        if other is work or _are_linked(work, other):
            continue
        problem = work.problem(
            rules.PERHAPS_VERSION,
            f"{other.publication.key} (line {other.publication.line}) has the same title and first author; if"
            f" they are versions, add related = {{{other.publication.key}}}, relatedtype = {{version}}",
            "title",
        )
        if (problem.file, problem.line) not in duplicates:
            yield problem


def _are_linked(work: Checked, other: Checked) -> bool:
    keys = (work.publication.key, other.publication.key)
    related = {key.casefold() for one in (work, other) for key in one.publication.related}
    return any(key.casefold() in related for key in keys)


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
        if name and len(bare.split()) >= _A_NAME:
            groups["".join(word[0] for word in bare.split())].append((work, name, written))
    for group in groups.values():
        for one, (name, usual) in _minority(group):
            typed = Counter(work.entry.get(field) for work, field, form in group if form == usual)
            edits = _renamed(one, name, typed.most_common(1)[0][0], {form for _, _, form in group})
            message = f"elsewhere {usual}; write one form everywhere"
            yield one.problem(rules.VENUE_NAMES, message, name, edits=edits)


def _renamed(work: Checked, name: str, typed: str, forms: set[str]) -> tuple[Edit, ...]:
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


def old_preprint(works: Sequence[Checked]) -> Iterator[Problem]:
    """A preprint of the year before last or earlier, without an entry of the same title that is published."""
    published = {work.title for work in works if work.publication.item.type != "article"}
    for work in works:
        is_old = 0 < work.year < date.today().year - 1
        if is_old and work.publication.item.type == "article" and work.title not in published:
            message = f"a preprint of {work.year}; if it has been published, name the venue"
            yield work.problem(rules.OLD_PREPRINT, message, "title")


def key_pattern(works: Sequence[Checked]) -> Iterator[Problem]:
    """Most keys of a file have one pattern, such as ``name2024word``, and some have another."""
    files: defaultdict[str, list[Checked]] = defaultdict(list)
    for work in works:
        files[work.publication.file].append(work)
    for several in files.values():
        shapes = Counter(_shape(work.publication.key) for work in several)
        shape, count = shapes.most_common(1)[0]
        others = [work for work in several if _shape(work.publication.key) != shape]
        if len(several) >= _SOME_KEYS and others and count >= _MOST * len(several):
            usual = next(work.publication.key for work in several if _shape(work.publication.key) == shape)
            keys = ", ".join(work.publication.key for work in others[:_SHOWN])
            more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
            yield others[0].problem(
                rules.KEY_PATTERN, f"keys unlike most others, such as {usual}: {keys}{more}"
            )


def _shape(key: str) -> str:
    """The pattern of a key: ``shao2024ssn`` is ``a9a``, and ``shao2024b`` is ``a9`` as ``shao2024`` is."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+[a-z]?(?![^\W_])|\d+", "9", key))


CHECKS = (duplicate_work, perhaps_version, venue_names, meeting_names, old_preprint, key_pattern)
