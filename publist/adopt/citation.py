"""Which part of an item is the title, which the list of names: by scores, and by what the page agrees on."""

from __future__ import annotations

import re
from collections import Counter

from publist.adopt import names as naming
from publist.adopt import titles
from publist.adopt.item import GONE, ListItem
from publist.adopt.names import TypedNames
from publist.adopt.shapes import PageNames
from publist.adopt.titles import LABEL, VENUE, WITH, Candidate
from publist.patterns import pattern
from publist.records import NamedTuple

_EDITED = pattern(
    r"(?:\bin:?|\beds?\.?(?: by)?|edited by|hrsg\.?|herausgegeben|editors?:?|translated by"
    r"|appendix by|review of|comment on|dir\.|coord\.)\s*$",
    re.IGNORECASE,
)
_JOINT = pattern(
    rf"([,.;(\n”\"{GONE}])?\s*(?:(?:joint(?:ly)?|together|joint work) )?\b(?:with|mit|avec|con)\s+$",
    re.IGNORECASE,
)
_BY = pattern(
    r"(?:^|[\s(])(?:with|by|mit|von|avec|par|con|joint(?:ly)? with|joint work with|authors?:"
    r"|co-?authors?:?)\s+$",
    re.IGNORECASE,
)


_ASIDE = pattern(
    r"(?<=[\w.*†‡§¶])\s?\((?!(?i:with|mit|avec|con|in\b|eds?\b|hrsg|hg\b))[^()\d\n]{1,40}\)"
    r"(?=\s*(?:[,;&、，]|(?:and|und|et|y|e)\s)|\s[^\W\d_a-z][\w-]+,)"
)


class ItemReading(NamedTuple):
    """A reading of an item; ``text`` is the title's.

    The page votes on ``feature`` and on ``join``, the sign behind the names.
    """

    authors: TypedNames | None
    title: Candidate | None
    score: float = -99.0
    feature: str = ""
    text: str = ""
    join: str = ""


class Votes(NamedTuple):
    """What the items of a page agree on, and the texts that several of them have: a venue, not a title."""

    features: Counter[str]
    joins: Counter[str]
    repeated: Counter[str]
    items: int

    def of(self, reading: ItemReading) -> float:
        """What the page says for a reading."""
        count = self.repeated[reading.text]
        agreed = 5 * self.features[reading.feature] + 3 * self.joins[reading.join]
        return agreed / self.items - (6 if count > 2 else 1.5 * (count > 1))


def readings(item: ListItem, known: PageNames) -> list[ItemReading]:
    """Each list of names with each title that may go with it."""
    lists = name_lists(item, known)
    found = [
        ItemReading(
            listed, one, one.score + (min(listed.score, 12) - listed.cut if listed else 0),
            _feature(item, listed, one), item.left[one.start : one.end].casefold(),
            item.left[listed.end :].lstrip(" ")[:1] if listed and listed.end <= one.start else "",
        )
        for listed, one in titles.candidates(item, [*lists, None])
    ]  # fmt: skip
    return found or [ItemReading(lists[0] if lists else None, None)]


def best(found: list[ItemReading], votes: Votes | None = None) -> ItemReading:
    """The likeliest reading."""
    return max(found, key=lambda one: one.score + (votes.of(one) if votes else 0))


def _feature(item: ListItem, listed: TypedNames | None, title: Candidate) -> str:
    order = "alone" if listed is None else "after" if title.start >= listed.end else "before"
    look = item.look_at(title.start)
    return f"{order} {titles.setting_of(item, title.start, title.end)} {look}"


def name_lists(item: ListItem, known: PageNames, *, before: int = 5000) -> list[TypedNames]:
    """The lists of names that an item may have and that begin before a place, the likeliest first."""
    text = without_asides(item.left)
    places = {place for place, letter in enumerate(item.left) if letter in f"\n{GONE}"}
    barriers = item.whole
    starts = _starts(item)
    found: list[TypedNames] = []
    covered = -1
    for start in sorted(starts):
        if start < covered or start >= before:
            continue
        outer = [begin for begin, end in barriers if not begin <= start < end and begin > start]
        listed = naming.name_list(text, start, places, known, min(outer, default=-1))
        if listed and listed.score >= 1:
            listed = listed._replace(joint=_is_joint(item, listed.start))
            inside = not listed.joint and any(
                begin <= listed.start
                and listed.end < end
                and not re.search(r"(?:19|20)\d\d\W+\w+\W+\w+", item.text[begin:end])
                for begin, end in barriers
            )  # the first words of a title that is a link or in italics
            score = listed.score + _setting(item, listed, known) - (8 if inside else 0)
            found.append(listed._replace(score=score))
            if not listed.joint and score >= 4:
                more = score - listed.score
                found += [one._replace(score=one.score + more) for one in naming.shorter(listed, known)]
            if listed.score >= 6:
                covered = listed.end
    return sorted(found, key=lambda one: -one.score)[:6]


def without_asides(text: str) -> str:
    """The text with blanks for what stands in parentheses behind a name: (equal contribution), (Kate)."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), text) if "(" in text else text


def _starts(item: ListItem) -> set[int]:
    text = item.left
    label = LABEL.match(text)
    found = {label.end() if label else 0}
    found |= {
        match.end()
        for match in re.finditer(
            rf"\n\s*|[.?!:;,”\"»)]\s+|{GONE}+\s*|\(\s*|\s[–—-]\s|--+\s*|—\s*|\b(?i:with|by|mit|von|avec|par"
            rf"|con)\s+|(?<=\d)[.,]?\s",
            text,
        )
    }
    for start, end, run in item.styled.spans():
        if run.styles or run.href is not None:
            found |= {start, end + len(text[end:]) - len(text[end:].lstrip())}
    return {place for place in found if place < len(text) and text[place] not in f" \n{GONE}"}


def _setting(item: ListItem, listed: TypedNames, known: PageNames) -> float:
    """What the place of a list of names says for or against it."""
    before = item.left[: listed.start]
    bonus = 0.0
    if not before.strip(f" \n{GONE}") or before.endswith("\n") or _is_label(before):
        bonus += 3
    after = item.left[listed.end :]
    if _EDITED.search(before):
        bonus -= 30
    elif re.match(r"\s*[,(]*\s*(?:hrsg|eds?\b|\(eds?|\(hrsg)", after, re.IGNORECASE) and before.strip(
        f" {GONE}"
    ):
        bonus -= 8
    bonus += 7 if listed.joint else 2 if _BY.search(before) else 0
    if VENUE.search(item.left[listed.start : listed.end]):
        bonus -= 4
    look = item.look_at(listed.start)
    if re.search(r"author|auteur|autor", look):
        bonus += 5
    if re.search(r"venue|journal|title|periodical|editor", look) and "author" not in look:
        bonus -= 3
    if len(listed.names) == 1 and listed.names[0].strength < 3 and not listed.joint:
        bonus -= 0 if listed.names[0].key in known.names else 5 if known.names else 2 if bonus < 3 else 0
    return bonus


def _is_joint(item: ListItem, start: int) -> bool:
    """Whether "with" stands before a place, behind a stop, a bracket or the end of a style or link."""
    joined = _JOINT.search(item.left, 0, start)
    if joined is None:
        return any(match.end() == start for match in WITH.finditer(item.left, 0, start + 1))
    place = joined.start()
    if joined[1] or not item.left[:place].strip():
        return True
    ends = {end for style in ("bold", "italic") for _, end in item.marked(of=style)}
    ends |= {link.end for link in item.links()}
    return not ends.isdisjoint({place, place + 1})


def _is_label(before: str) -> bool:
    """Whether only an item's number stands before a place."""
    found = LABEL.match(before.rpartition("\n")[2] + "x")
    return found is not None and found.end() >= len(before.rpartition("\n")[2])
