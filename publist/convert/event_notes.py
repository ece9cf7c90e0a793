"""Notes that programs write with the event of a paper: Pure beside copyright and funding, Web of Science.

``Publisher Copyright: © 2020 IEEE.; 9th Lake Day ; Conference date: 16-12-2020 Through 18-12-2020``,
``9th Day of the Lake-and-River-Society, Oslo, NORWAY, MAR 12-14, 2020``
"""

from __future__ import annotations

import re

from publist.convert.booktitle import taken_apart
from publist.item import Date, Item
from publist.patterns import pattern
from publist.richtext import plain

_MARK = pattern(r"(?:publisher copyright|funding information|conference date):", re.IGNORECASE)
_CONFERENCE = pattern(
    r"(?P<before>.*?);?\s*conference date:\s*(?P<dates>[\d-]+(?:\s+through\s+[\d-]+)?)\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_OF_WEB_OF_SCIENCE = pattern(r", (?P<country>[A-Z][A-Z .]+), (?:[A-Z]{3}\b[ \dA-Z-]*, )?(?:19|20)\d\d$")
_PLACES = {"PEOPLES R CHINA": "China", "ELECTR NETWORK": "online", "U ARAB EMIRATES": "United Arab Emirates"}
_DAY = pattern(r"(\d\d?)-(\d\d?)-(\d{4})")


def settle(item: Item) -> None:
    """Put the event and its dates where CSL has them; the note keeps what is left for readers."""
    note = plain(item.variables.get("note", ""))
    if note[-4:].isdecimal() and (country := _OF_WEB_OF_SCIENCE.search(note)):
        _of_web_of_science(item, note, country)
    if ":" not in note or not _MARK.search(note):
        return
    found = _CONFERENCE.search(note)
    parts = (part.strip() for part in (found["before"] if found else note).split(";"))
    kept = [part for part in parts if part and not _MARK.match(part)]
    if found:
        _event(item, kept.pop() if kept else "")
        _held(item, found["dates"])
    del item.variables["note"]
    if kept:
        item.variables["note"] = "; ".join(kept)


def _of_web_of_science(item: Item, note: str, country: re.Match[str]) -> None:
    """The event, its place and dates of a note that says nothing else, as others type them."""
    typed = country["country"]
    where = _PLACES.get(typed, typed.title() if len(typed) > 3 else typed)
    venue = taken_apart(note[: country.start("country")] + where + note[country.end("country") :])
    if not venue.place or item.type not in ("article-journal", "paper-conference"):
        return
    del item.variables["note"]
    words = plain(venue.title).split()
    _event(item, " ".join(word.replace("-", " ") if word.count("-") > 1 else word for word in words))
    item.variables.setdefault("event-place", venue.place)
    if venue.date:
        item.dates.setdefault("event-date", venue.date)


def _event(item: Item, event: str) -> None:
    """Beside a volume whose name is only the work's, the event is its name."""
    variables = item.variables
    container = plain(variables.get("container-title", "")).lower()
    if event and container in ("", plain(variables.get("title", "")).lower()):
        variables["container-title"] = event
    elif event and re.split(r",| \(", event)[0].lower() not in container:
        variables.setdefault("event-title", event)


def _held(item: Item, dates: str) -> None:
    days = [(int(year), int(month), int(day)) for day, month, year in _DAY.findall(dates)]
    if days and all(1 <= month <= 12 and 1 <= day <= 31 for _, month, day in days):
        item.dates.setdefault("event-date", Date(tuple(dict.fromkeys(days))))
