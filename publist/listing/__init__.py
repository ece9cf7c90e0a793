"""Which publications a list has, in which order and under which headings."""

from publist.listing.entries import (
    Group,
    ListEntry,
    Section,
    by_date,
    text_of,
    year_heading,
    year_label,
    year_rank,
)

__all__ = [
    "Group",
    "ListEntry",
    "Section",
    "by_date",
    "text_of",
    "year_heading",
    "year_label",
    "year_rank",
]
