"""What stands in a ``booktitle`` behind the title of the volume: place, dates, and what follows these.

DBLP, Springer and many people write them all into one field: ``… Language Processing, {EMNLP} 2022,
Abu Dhabi, United Arab Emirates, December 7-11, 2022``.
"""

from __future__ import annotations

import re

from publist.convert.countries import COUNTRIES, REGIONS
from publist.convert.event_dates import YEAR, dated, names_event, place_before_part, spaced, with_city
from publist.item import Date
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Text, cut, nodes, plain, simplified

_YEAR_SOMEWHERE = pattern(YEAR)
ACRONYM = r"[A-Z][\w&/+@-]*[A-Z+][\w&/+@-]*?(?:[ /-](?:[A-Z][\w-]*[A-Z]))?s?"
OF_YEAR = r"(?:\s?[’'‘`]\s?(?:19|20)?\d\d|[\s-]?(?:19|20)\d\d)"
# "EMNLP 2022", "CHI'20", "ARK2012"
NUMBERED = pattern(rf"(?P<name>{ACRONYM}){OF_YEAR}(?=\W*$)")
AT_END = pattern(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_MERE = pattern(
    r"(?:(?:in )?(?:conference |workshop |online |main )?proceedings"
    r"|(?:virtual|online|hybrid)(?: (?:event|conference|meeting|workshop))?"
    r"|\d volumes)?[.,]?",
    re.IGNORECASE,
)
_BEFORE_PART = pattern(r"^(?:conference |workshop )?proceedings[,.:]? (?=part|volume|vol\b)", re.IGNORECASE)
# "Berlin, Germany (Virtual Conference)"
_ASIDE_ONLINE = pattern(
    r"\s*\((?:and |or |held )?(?:virtual(?:ly)?|online|hybrid)(?: (?:event|conference|meeting))?\)$",
    re.IGNORECASE,
)
_INCLUDING = pattern(r"\s+[-–]\s+Including .*$")  # DBLP's "… - Including … Systems (PAIS 2014)"
_BEHIND_COLON = pattern(r": (virtual event|virtual|online)$", re.IGNORECASE)
_YEAR_OF_PLACE = pattern(rf"[,.]? {YEAR}$")
_ONLINE = frozenset({"virtual", "virtual event", "online", "virtual conference", "online event"})


class Venue(NamedTuple):
    """A ``booktitle`` in its parts; ``rest`` is what stood behind the dates, e.g. ``Part II``."""

    title: Text
    place: str = ""
    date: Date | None = None
    rest: str = ""


def taken_apart(booktitle: Text) -> Venue:
    """The title without the place and the dates behind it.

    >>> taken_apart("Conference on X, CX 2022, Paris, France, May 3-5, 2022").place
    'Paris, France'
    """
    booktitle = spaced(booktitle)
    words = plain(booktitle)
    if "," not in words and not _YEAR_SOMEWHERE.search(words):
        return Venue(booktitle)  # nearly all
    if " Including " in words and (including := _INCLUDING.search(words)):
        booktitle, words = cut(booktitle, including.start()), words[: including.start()]
    found = dated(words)
    if found is None:
        title, place = _without_place(_without_last_year(words))
        return Venue(cut(booktitle, len(title)), place) if place else Venue(booktitle)
    start, end, date = found
    before = words[:start].rstrip(" ,(;:.–—-").removesuffix(", Proceedings")
    rest = _ASIDE_ONLINE.sub("", words[end:]).strip(" ,.;:()–-")
    rest += ")" * (rest.count("(") - rest.count(")"))
    rest = _BEFORE_PART.sub("", rest)
    opened = before.rfind("(")
    if opened > 0 and ")" not in before[opened:]:
        return Venue(*_in_parentheses(booktitle, opened, before), date, "" if _MERE.fullmatch(rest) else rest)
    where, rest = place_before_part(_without_last_year(rest))
    behind = rest.rpartition(", ")[2] in COUNTRIES | REGIONS and not _names_the_event(rest)
    title, place = (before, where) if where else _without_place(before, dated=not behind)
    kept = cut(booktitle, len(title))
    if not place and behind:
        place, rest = rest, ""  # "June 2017, Tübingen, Germany"
    return Venue(kept, place, date, "" if _MERE.fullmatch(rest) else rest)


def _without_last_year(words: str) -> str:
    """``Oslo, Norway`` for ``Oslo, Norway, 2022``; the year of anything but a place stays."""
    match = _YEAR_OF_PLACE.search(words) if words[-1:].isdecimal() else None
    before = words[: match.start()] if match else ""
    return before if before.rpartition(", ")[2] in COUNTRIES | REGIONS else words


def _in_parentheses(booktitle: Text, opened: int, before: str) -> tuple[Text, str]:
    """The title and the place of ``Water Days (WD 2020, Oslo, Norway, May 3-5, 2020)``."""
    first, _, others = before[opened + 1 :].partition(", ")
    title = cut(booktitle, len(before[:opened].rstrip()))
    if NUMBERED.fullmatch(first.strip()):
        return with_ending(title, f" ({first.strip()})"), others
    return title, before[opened + 1 :]


def _without_place(words: str, *, dated: bool = False) -> tuple[str, str]:
    """What stands before a place at the end, and the place; ``dated`` if a date stood behind it."""
    if online := _BEHIND_COLON.search(words):
        return words[: online.start()], online[1]
    chunks = words.split(", ")
    first = _first_of_place(chunks, dated=dated)
    if first == len(chunks):
        return words, ""
    return with_city(", ".join(chunks[:first]), ", ".join(chunks[first:]).strip(" ()"))


def _first_of_place(chunks: list[str], *, dated: bool) -> int:
    """The chunk, from 0, with which the place begins: the last ones, never the first of all."""
    last = chunks[-1].strip(" ()")
    first = len(chunks)
    after = next((n + 1 for n in range(len(chunks) - 1, -1, -1) if _names_the_event(chunks[n])), 0)
    if dated and after and 0 < len(chunks) - after <= 4:
        return after
    if last.lower() in _ONLINE and len(chunks) > 1:
        return first - 1
    if after and 0 < len(chunks) - after <= 3 and NUMBERED.search(chunks[after - 1]):
        return after  # "(CVPR 2016), Las Vegas"
    if last not in COUNTRIES and last not in REGIONS:
        return first
    first -= 1
    while first > 1 and chunks[first - 1].strip() in REGIONS | COUNTRIES:
        first -= 1
    if first > 1 and len(chunks[first - 1].split()) <= 4 and not _names_the_event(chunks[first - 1]):
        first -= 1  # a city: a few words, none of them an event's
    return max(first, 1)


def _names_the_event(chunk: str) -> bool:
    chunk = chunk.strip()
    numbered = chunk[-1:].isdecimal() and NUMBERED.fullmatch(chunk)
    aside = AT_END.search(chunk) if chunk.endswith((")", "]")) else None
    return bool(numbered or names_event(chunk) or (aside and aside[1] not in COUNTRIES))


def with_ending(text: Text, ending: str) -> Text:
    """The text with a string behind it, e.g. ``Water Days (WD)`` for ``Water Days`` and `` (WD)``."""
    return simplified((*nodes(text), ending))
