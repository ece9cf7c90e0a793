"""CSL-JSON dates: date-parts, seasons, circa, literals and raw text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeGuard

from publist.item import SEASONS, Date
from publist.patterns import pattern
from publist.truth import is_set

_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_RANGE = pattern(r"\s*/\s*|\s+(?:-|–|—|to)\s+|(?<=[^\s-])[–—](?=\S)")
_ISO = pattern(r"(-?\d{1,4}|[+-]\d{4,})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")
_AMERICAN = pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDS = pattern(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[^\W\d_]+)\.?,?\s+"
    r"(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{1,4})"
)
_M, _D, _Y, _DASH = r"([^\W\d_]{3,}\.?)", r"(\d{1,2})", r"(\d{4})", r"\s*(?:-|–|—|to)\s*"
# Ranges that say once what both ends share, and the same range with nothing left out.
_SHORT_RANGES = (
    (pattern(rf"{_Y}{_DASH}{_Y}"), r"\1/\2"),
    (pattern(rf"{_Y}/{_D}"), r"\1-\2"),
    (pattern(rf"{_Y}/{_D}/{_D}"), r"\1-\2-\3"),
    (pattern(rf"{_Y} {_M}"), r"\2 \1"),
    (pattern(rf"{_M}[-–—/]{_M} {_Y}"), r"\1 \3 / \2 \3"),
    (pattern(rf"{_M} {_D}{_DASH}{_D},? {_Y}"), r"\1 \2, \4 / \1 \3, \4"),
    (pattern(rf"{_D}{_DASH}{_D} {_M},? {_Y}"), r"\3 \1, \4 / \3 \2, \4"),
    (pattern(rf"{_M} {_D}{_DASH}{_M} {_D},? {_Y}"), r"\1 \2, \5 / \3 \4, \5"),
    (pattern(rf"{_D} {_M}{_DASH}{_D} {_M},? {_Y}"), r"\2 \1, \5 / \4 \3, \5"),
    (pattern(rf"{_M} {_Y}{_DASH}{_M} {_Y}"), r"\1 \2 / \3 \4"),
)
_CIRCA = pattern(r"^\s*(?:~|c\.|ca\.?|circa)\s*|\s*[?~]\s*$", re.IGNORECASE)
_ERA = pattern(r"\s*\b(?P<era>A\.?D\.?|C\.?E\.?|B\.?C\.?E?\.?)\s*", re.IGNORECASE)


def date_from_json(value: Mapping[str, object]) -> Date | None:
    """The date, e.g. ``{"date-parts": [["2024", 1]], "circa": 1}``; None if it says nothing.

    A month of 13 to 24 is a season: of a single date it becomes :attr:`Date.season`, in a range it
    stays among the parts as 21 (spring) to 24 (winter), as in EDTF.  A month or day that cannot be
    is dropped, with what follows it (date_VariousInvalidDates.txt).
    """
    literal = value.get("literal")
    parts = _parts(value.get("date-parts"))
    raw = value.get("raw")
    if not parts and isinstance(typed := value.get("date-parts"), list):  # [["2024-01-31"]]
        raw = raw or next(
            (one for point in typed for one in point if isinstance(one, str) and _ISO.fullmatch(one)), None
        )
    if not parts and "year" in value:  # pandoc's older form
        parts = _parts([[value.get(name) for name in ("year", "month", "day")]])
    date = Date()
    if parts:
        date = _with_season(Date(parts[:1] if len(parts) == 2 and parts[0] == parts[1] else parts))
    elif isinstance(raw, str) and raw.strip():
        date = date_from_text(raw)
    if isinstance(literal, str) and literal:
        date = date._replace(literal=literal)
    if not date.season and len(date.parts) == 1 and len(date.parts[0]) == 1:
        date = date._replace(season=_season(value.get("season")))
    if is_set(value.get("circa")):
        date = date._replace(circa=True)
    return date if date.parts or date.literal or date.season else None


def date_to_json(date: Date) -> dict[str, object]:
    """The date as CSL-JSON, e.g. ``{"date-parts": [[2024, 1]]}``."""
    result: dict[str, object] = {}
    if date.parts:
        # An open range's end is [0, 0, 0] in CSL-JSON.
        result["date-parts"] = [list(part) if part else [0, 0, 0] for part in date.parts]
    if date.season:
        result["season"] = date.season
    if date.circa:
        result["circa"] = True
    if date.literal:
        result["literal"] = date.literal
    return result


def date_from_text(raw: str) -> Date:
    """A date written as text, e.g. ``2001-05``, ``May 5-7, 2001``, ``1999/2001``, ``c. 1950``, ``44 BC``.

    What is no date becomes the literal (date_String.txt).
    """
    text, circa = _CIRCA.subn("", raw)
    american = _AMERICAN.fullmatch(text.strip())
    if american:
        month, day, year = (int(part) for part in american.groups())
        return _with_season(Date((_valid([year, month, day]),), circa=circa > 0))
    ends = _RANGE.split(_spelled_out(text.strip()), maxsplit=1)
    parts = [() if end in {"", ".."} and index else _point(end) for index, end in enumerate(ends)]
    if any(part is None for part in parts):
        return Date(literal=raw.strip())
    return _with_season(Date(tuple(part for part in parts if part is not None), circa=circa > 0))


def _spelled_out(text: str) -> str:
    """A range with nothing left out: ``May 5-7, 2003`` → ``May 5, 2003 / May 7, 2003``."""
    for short, whole in _SHORT_RANGES:
        match = short.fullmatch(text)
        if match:
            return match.expand(whole)
    return text


def _point(text: str) -> tuple[int, ...] | None:
    text, eras = text.strip(), _ERA.search(text)
    if eras:
        text = _ERA.sub("", text, count=1).strip()
    iso = _ISO.fullmatch(text)
    if iso:
        numbers = [int(part) for part in iso.groups() if part is not None]
        if eras and eras["era"].upper().startswith("B"):
            numbers[0] = -numbers[0]
        return _valid(numbers)
    words = _WORDS.fullmatch(text)
    if words is None:
        return None
    name = words["month"].lower()
    month = _MONTHS.get(name[:3]) if len(name) > 2 else None
    day = words["day"] or words["day2"]
    if name in SEASONS:
        return (int(words["year"]), 20 + SEASONS[name])
    if month is None:
        return None
    return _valid([int(words["year"]), month, *([int(day)] if day else [])])


def _parts(value: object) -> tuple[tuple[int, ...], ...]:
    if not isinstance(value, (list, tuple)):
        return ()
    result: list[tuple[int, ...]] = []
    for point in value[:2]:
        numbers: list[int] = []
        for part in point if isinstance(point, (list, tuple)) else [point]:
            number = _number(part)
            if number is None:
                break
            numbers.append(number)
        result.append(_valid(numbers))
    if result and not result[0]:
        return ()
    return tuple(result)


def _valid(numbers: list[int]) -> tuple[int, ...]:
    """The parts up to the first that cannot be: a year 0 is none, a month is 1 to 12 or a season."""
    if not numbers or not numbers[0]:
        return ()
    if len(numbers) > 1 and 13 <= numbers[1] <= 24:
        return (numbers[0], 21 + (numbers[1] - 13) % 4)
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return (numbers[0],)
    if len(numbers) > 2 and not 1 <= numbers[2] <= 31:
        return tuple(numbers[:2])
    return tuple(numbers[:3])


def _with_season(date: Date) -> Date:
    if len(date.parts) == 1 and len(date.parts[0]) == 2 and date.parts[0][1] > 20:
        year, month = date.parts[0]
        return Date(((year,),), season=month - 20, circa=date.circa, literal=date.literal)
    return date


def _season(value: object) -> int:
    number = _number(value)
    if number is not None:
        return (number - 1) % 4 + 1 if 1 <= number <= 24 else 0
    return SEASONS.get(value.strip().lower(), 0) if isinstance(value, str) else 0


def _number(value: object) -> int | None:
    if _is_int(value):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,6}\s*", value):
        return int(value)
    return None


def _is_int(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
