"""Rules about entries beside one another: duplicates, versions, preprints, keys."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from publist import rules
from publist.check.work import NEAR, Checked, word_pairs, words
from publist.identifiers import Identifier
from publist.problems import Problem

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


_TOLD_APART = frozenset(
    "i ii iii iv v vi vii part one two three first second third reply erratum correction".split()
)
_WINDOW = 20  # titles with two words and one author in common that are compared


def similar_title(works: Sequence[Checked]) -> Iterator[Problem]:
    """Two entries of one first author have nearly one title; a number or "reply" tells works apart."""
    blocks: defaultdict[tuple[str, ...], list[Checked]] = defaultdict(list)
    for work in works:
        if not work.title or not work.first_author or work.publication.item.type in _SAME_TALK:
            continue
        several = [blocks[work.first_author, *pair] for pair in word_pairs(work.title)]
        near = (one for block in several for one in block[-_WINDOW:] if _is_near(work, one))
        if (other := next(near, None)) and not _are_linked(work, other):
            place = f"{other.publication.key} (line {other.publication.line})"
            message = f"nearly the title of {place}; write one title, or say that they are versions"
            yield work.problem(rules.SIMILAR_TITLE, message, "title")
        for block in several:
            block.append(work)


def _is_near(work: Checked, other: Checked) -> bool:
    from rapidfuzz import fuzz

    if work.title == other.title or fuzz.ratio(work.title, other.title, score_cutoff=NEAR) == 0:
        return False
    apart = set(work.title.split()) ^ set(other.title.split())
    return not any(word in _TOLD_APART or any(sign.isdigit() for sign in word) for word in apart)


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
    """The pattern of a key: ``shao2024ssn`` is ``a9a``, and ``shao2024b`` is ``a9`` as ``shao2024`` is.

    A number at the end of the word makes no difference: ``chen2023co3``.
    """
    shape = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+[a-z]?(?![^\W_])|\d+", "9", key))
    return re.sub(r"(a9a)9$", r"\1", shape)


CHECKS = (duplicate_work, perhaps_version, similar_title, old_preprint, key_pattern)
