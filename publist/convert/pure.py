"""Notes that Pure writes: copyright, funding, and the event of a paper with its dates.

``Publisher Copyright: © 2020 IEEE.; 9th Lake Day ; Conference date: 16-12-2020 Through 18-12-2020``
"""

from __future__ import annotations

import re

from publist.item import Date, Item
from publist.patterns import pattern
from publist.richtext import plain

_MARK = pattern(r"(?:publisher copyright|funding information|conference date):", re.IGNORECASE)
_CONFERENCE = pattern(
    r"(?P<before>.*?);?\s*conference date:\s*(?P<dates>[\d-]+(?:\s+through\s+[\d-]+)?)\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_DAY = pattern(r"(\d\d?)-(\d\d?)-(\d{4})")


def settle(item: Item) -> None:
    """Put the event and its dates where CSL has them; the note keeps what is left for readers."""
    note = plain(item.variables.get("note", ""))
    if ":" not in note or not _MARK.search(note):
        return
    found = _CONFERENCE.search(note)
    parts = (part.strip() for part in (found["before"] if found else note).split(";"))
    kept = [part for part in parts if part and not _MARK.match(part)]
    if found:
        _event(item, kept.pop() if kept else "", found["dates"])
    del item.variables["note"]
    if kept:
        item.variables["note"] = "; ".join(kept)


def _event(item: Item, event: str, dates: str) -> None:
    """Beside a volume whose name is only the work's, the event is its name."""
    variables = item.variables
    container = plain(variables.get("container-title", "")).lower()
    if event and container in ("", plain(variables.get("title", "")).lower()):
        variables["container-title"] = event
    elif event and event.partition(",")[0].lower() not in container:
        variables.setdefault("event-title", event)
    days = [(int(year), int(month), int(day)) for day, month, year in _DAY.findall(dates)]
    if days and all(1 <= month <= 12 and 1 <= day <= 31 for _, month, day in days):
        item.dates.setdefault("event-date", Date(tuple(dict.fromkeys(days))))
