"""Which publications a list has, in which order and under which headings."""

from publist.listing.entries import (
    Group,
    ListEntry,
    PackedEntries,
    PackedRun,
    Section,
    by_date,
    first_text,
    text_of,
    year_label,
)

__all__ = [
    "Group",
    "ListEntry",
    "PackedEntries",
    "PackedRun",
    "Section",
    "by_date",
    "first_text",
    "text_of",
    "year_label",
]
