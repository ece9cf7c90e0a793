"""Dates as BibTeX and BibLaTeX write them.

BibTeX: ``year`` and ``month`` (and, in the wild, ``day``) in many forms.  BibLaTeX: ``date`` in EDTF,
level 1 (Library of Congress, Extended Date/Time Format; biblatex manual, 2.3.8).
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist.bibtex.latex.bibstrings import BIBSTRINGS
from publist.bibtex.macros import MONTHS
from publist.item import SEASONS, Date
from publist.locales import months
from publist.patterns import pattern
from publist.records import NamedTuple

_EDTF = pattern(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]+)?([?~%]?)")
_UNSPECIFIED = pattern(r"(\d{2})XX|(\d{3})X|(\d{4})-XX(?:-XX)?|(\d{4}-\d\d)-XX", re.IGNORECASE)
_YEAR = pattern(r"(?<!\d)(\d{4})(?!\d)")
_DAY = pattern(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)")
_WORD = pattern(r"[^\W\d_]+")
_CIRCA = pattern(r"^(?:c\.|ca\.?|circa|about)|[?~]$")
_RANGE = pattern(r"\s*(?:--?-?|–|—|/|\bto\b|\band\b|&)\s*")
_DAYS = pattern(r"(\d{1,2})(?:\s*(?:--?|–)\s*(\d{1,2}))?")
_NUMERIC = pattern(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_BASIC = pattern(r"(\d{4})(\d\d)(\d\d)")
_MONTH_FIRST = pattern(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})")
_NUMBERS = pattern(r"\d{1,2}\.?(?:\s*(?:--?-?|–|/|,|\s)\s*\d{1,2}\.?)?")
_DAY_FIRST = pattern(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})")
_NO_NUMBER = pattern(r"[^\d\s.]")
# BibLaTeX: 21 to 24 in the place of the month.
_FIRST_SEASON = 21
_MONTH_PREFIXES = {name.lower()[:3]: number for number, name in enumerate(MONTHS.values(), 1)}
_UNDATED = pattern(
    r"\W*(?:n\.?\s?d|s\.?\s?[ad]|o\.?\s?J|undated|no date|sine (?:anno|dato))\W*", re.IGNORECASE
)
_STATUS = pattern(
    r"\b(in press|to appear|accepted|submitted|forthcoming|in preparation|in prep|under review|in revision"
    r"|in review|under revision|online first|early access|advance online publication|prepublished|inpress"
    r"|inpreparation|pre-?print|unpublished|in submission|appearing|ongoing|to be published)\b"
)
_STATUS_NAMES = BIBSTRINGS | {"in prep": BIBSTRINGS["inpreparation"]}


class Issued(NamedTuple):
    """When a work came out: a date, a status such as ``in press``, or both; ``doubt`` says what is odd."""

    date: Date | None = None
    status: str = ""
    doubt: str = ""


def status_in(text: str) -> str:
    """The publication status that a text names, e.g. ``"to appear"``; "" for none."""
    text = text.lower()
    if not text or text.isdecimal() or (text.isalpha() and text[:3] in _MONTH_PREFIXES):  # nearly all
        return ""
    match = _STATUS.search(text)
    return _STATUS_NAMES.get(match[1], match[1]) if match else ""


def edtf(text: str) -> Date | None:
    """A date in EDTF, or None: ``2024-01-31``, ``2020/2021``, ``2020-06/``, ``1999~``, ``2020-21``, ``199X``.

    >>> edtf("2020-06/2020-07").parts
    ((2020, 6), (2020, 7))
    """
    first, slash, second = text.strip().partition("/")
    start = _edtf_part(first)
    end = _edtf_part(second) if slash else None
    if start is None or not slash:
        return start
    if end is None or not (start.parts or end.parts):
        return None
    parts = (start.parts or ((),))[0], (end.parts or ((),))[0]
    return Date(parts=parts, season=start.season, circa=start.circa or end.circa)


def _edtf_part(text: str) -> Date | None:
    text = text.strip()
    if text in ("", "..", "*", "open", "unknown"):
        return Date()
    if match := _UNSPECIFIED.fullmatch(text):
        return _unspecified(match)
    match = _EDTF.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    # EDTF counts a year 0; CSL-JSON's years before Christ are those of history: 0000 is 1 BC.
    year = year - 1 if year <= 0 else year
    circa = bool(match[4])
    if _FIRST_SEASON <= month < _FIRST_SEASON + 20:
        return Date(((year,),), season=(month - _FIRST_SEASON) % 4 + 1, circa=circa)
    if month > 12 or day > 31:
        return None
    return Date((tuple(part for part in (year, month, day if month else 0) if part),), circa=circa)


def _unspecified(match: re.Match[str]) -> Date:
    century, decade, year, month = match.groups()
    if century or decade:
        first, last = (f"{century}00", f"{century}99") if century else (f"{decade}0", f"{decade}9")
        return Date(((int(first),), (int(last),)))
    return Date((tuple(map(int, (year or month).split("-"))),))


@lru_cache(maxsize=1024)  # most works have a year and a month
def issued(date: str, year: str, month: str, day: str) -> Issued:
    """When a work was issued, from the plain text of its ``date``, ``year``, ``month`` and ``day``."""
    if not date:
        return _real(_from_year(year, month, day))
    found = edtf(date) or _loose(date)
    if found is not None:
        return _real(Issued(found, status_in(date)))
    rest = _real(_from_year(year or date, month, day))
    if rest.status or rest.doubt:
        return rest
    return rest._replace(doubt=f"the date {date!r} is not known; write it as 2024-01-31")


def _real(found: Issued) -> Issued:
    """The same without a day that its month does not have, such as 30 February; that is said."""
    if found.date is None or not any(len(part) > 2 for part in found.date.parts):
        return found
    parts = tuple(
        part[:2] if len(part) > 2 and part[2] > _days(*part[:2]) else part for part in found.date.parts
    )
    if parts == found.date.parts:
        return found
    wrong = next(part for part, kept in zip(found.date.parts, parts, strict=True) if part != kept)
    shorter = tuple(part[:2] for part in parts)
    doubt = found.doubt or f"the day {wrong[2]} is none of that month; it is left out"
    return found._replace(date=found.date._replace(parts=shorter), doubt=doubt)


def _days(year: int, month: int) -> int:
    """How many days a month has; 31 for a year that Python does not count."""
    from calendar import monthrange

    return monthrange(year, month)[1] if year > 0 else 31


def _from_year(year: str, month: str, day: str) -> Issued:
    if not year and not month:
        return Issued()
    status = status_in(year) or status_in(month)
    years = [int(found) for found in _YEAR.findall(year)]
    if not years:
        if edtf_year := edtf(year) if year.lstrip("-").isdecimal() else None:
            return Issued(edtf_year, status)
        if status or not year:
            return Issued(None, status)
        if _UNDATED.fullmatch(year):
            return Issued(Date(literal="n.d."))
        return Issued(Date(literal=year), "", f"the year {year!r} is no year; give four digits")
    circa = not year.isdecimal() and bool(_CIRCA.search(year.strip().lower()))
    if len(years) > 1 and years[1] > years[0] and not status:
        return Issued(Date(((years[0],), (years[1],)), circa=circa))
    in_year = None if year.isdecimal() or month or status else _loose(year)
    if in_year is not None:
        return Issued(in_year, status)
    if month[:4] == str(years[0]) and (whole := _loose(month)) is not None:  # the date once more
        return Issued(whole, status)
    parts, season, doubt = _month(years[0], month, day)
    if not year.isdecimal() and _DAY_FIRST.fullmatch(year):
        doubt = f"the year {year!r} is not known; write date = {{2024-01-31}}"
    return Issued(Date(parts, season=season, circa=circa), status, doubt)


def _month(year: int, month: str, day: str) -> tuple[tuple[tuple[int, ...], ...], int, str]:
    """Date parts, season and doubt from a month as typed: ``jan``, ``7``, ``June/July``, ``January~10``."""
    month = month.strip().strip(".,")
    if not month or status_in(month):
        return ((year,),), 0, ""
    if not _is_month(month):
        return ((year,),), 0, f"the month {month!r} is not known; write jan to dec or 1 to 12"
    pieces = [piece for piece in _RANGE.split(month) if piece]
    found = [_month_and_day(piece) for piece in pieces]
    if any(_WORD.search(piece) for piece in pieces):  # in "May 30--31" the 31 is a day
        found = [
            (0, int(piece)) if piece.strip().isdecimal() else both
            for piece, both in zip(pieces, found, strict=True)
        ]
    numbers = [(number, in_day) for number, in_day in found if number]
    if not numbers:
        season = SEASONS.get(month.split()[0].lower(), 0) if month.split() else 0
        doubt = "" if season else f"the month {month!r} is not known; write jan to dec or 1 to 12"
        return ((year,),), season, doubt
    first, first_day = numbers[0]
    if len(pieces) > 1:
        return _month_range(year, found), 0, ""
    doubt = ""
    if not first_day and day.strip():
        match = _DAYS.match(day.strip())
        first_day = int(match[1]) if match and 1 <= int(match[1]) <= 31 else 0
        if match and match[2] and first_day and 1 <= int(match[2]) <= 31:
            return ((year, first, first_day), (year, first, int(match[2]))), 0, ""
        doubt = "" if first_day else f"the day {day!r} is not known; write 1 to 31"
    return ((year, first, first_day) if first_day else (year, first),), 0, doubt


def _is_month(text: str) -> bool:
    """Whether a ``month`` can be one: it names a month or season, or is one or two numbers."""
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(_NUMBERS.fullmatch(text)) or any(month_number(word) or word in SEASONS for word in words)


def _month_range(year: int, found: list[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """``June/July``, ``30 May--2 June``, ``May 30--31``."""
    (month, day), (last_month, last_day) = found[0], found[-1]
    if month and not last_month:  # May 30--31
        last_month = month
    elif last_month and not month:  # 30--31 May
        month = last_month
    start = (year, month, day) if day else (year, month)
    last_year = year + 1 if last_month < month else year
    end = (last_year, last_month, last_day) if last_day else (last_year, last_month)
    if len(start) != len(end):
        start, end = start[:2], end[:2]
    return (start,) if start == end else (start, end)


def _month_and_day(text: str) -> tuple[int, int]:
    """``June 7`` is (6, 7); a number alone is a month from 1 to 12, and otherwise a day."""
    month = next((number for word in _WORD.findall(text) if (number := month_number(word))), 0)
    match = _DAY.search(text)
    number = int(match[1]) if match else 0
    if not month and 1 <= number <= 12 and not _NO_NUMBER.search(text):
        return number, 0
    return month, number if 1 <= number <= 31 else 0


def month_number(word: str) -> int:
    """The month (1 to 12) that a word names; 0 for none.

    In English in full or cut to three letters or more, in the languages of CSL's locales in full.
    """
    word = word.lower()
    number = _MONTH_PREFIXES.get(word[:3], 0)
    if number and (list(MONTHS.values())[number - 1].lower().startswith(word) or word == "sept"):
        return number
    return months().get(word, 0)


def _loose(text: str) -> Date | None:
    """A date in words: ``15 June 2020``, ``June 2020``, ``2020-6-5``, ``2020/06/05``."""
    text = _MONTH_FIRST.sub(r"\2-\1", text) if _MONTH_FIRST.fullmatch(text.strip()) else text
    if match := _NUMERIC.fullmatch(text.strip()) or _BASIC.fullmatch(text.strip()):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
        if 1 <= month <= 12 and day <= 31:
            return Date(((year, month, day) if day else (year, month),))
    if match := _DAY_FIRST.fullmatch(text.strip()):
        return _day_first(match)
    years = _YEAR.findall(text)
    if len(set(years)) != 1:
        return None
    rest = _YEAR.sub(" ", text, count=1).replace(",", " ")
    words = _WORD.findall(rest)
    if not words and not rest.strip(" ./-"):
        return Date(((int(years[0]),),))
    if not any(month_number(word) or word.lower() in SEASONS for word in words):
        return None
    parts, season, _ = _month(int(years[0]), rest.strip(), "")
    return Date(parts, season=season)


def _day_first(match: re.Match[str]) -> Date | None:
    """``31.12.2020``, and ``31/12/2020`` or ``12/31/2020``; ``12/03/2001`` could be either and is neither."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." and 1 <= second <= 12 and 1 <= first <= 31:
        return Date(((year, second, first),))
    if first > 12 >= second > 0 and first <= 31:
        return Date(((year, second, first),))
    return Date(((year, first, second),)) if second > 12 >= first > 0 and second <= 31 else None
