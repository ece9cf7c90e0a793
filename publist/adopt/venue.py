"""A venue typed in one line, as in a list: ``Phys. Rev. D 98, 030001 (2018)``."""

from __future__ import annotations

from publist.adopt import details, entries
from publist.adopt.item import HeadingPath, ListItem, words_of
from publist.adopt.lines import PageLine, Run
from publist.adopt.works import Work
from publist.records import NamedTuple

_LONGEST = 500  # characters; a venue with all of its numbers has a hundred


class TypedVenue(NamedTuple):
    """What a line says: the venue's name, the entry's type, its fields in LaTeX; ``placed`` of 100 words."""

    name: str
    type: str
    fields: dict[str, str]
    placed: float


def read(text: str) -> TypedVenue | None:
    """The venue, volume, pages and year in a text; None without a venue, and for what is to appear.

    >>> read("Phys. Rev. D 98, 030001 (2018)").fields
    {'journal': 'Phys. Rev. D', 'year': '2018', 'volume': '98', 'pages': '030001'}
    """
    if len(text) > _LONGEST:
        return None
    item = ListItem([PageLine((Run(" ".join(text.split()), 1),), ())], HeadingPath())
    found = details.take(item, 0, 0)
    venue = found.fields.get("venue", "")
    if not venue or "pubstate" in found.fields:
        return None
    if "." in venue and f"{venue}." in item.text:  # an abbreviated name, whose last word is, too
        venue = found.fields["venue"] = f"{venue}."
    kind, fields = entries.fields_of(Work(item, fields=found.fields, years=found.years), None)
    left = sum(len(words_of(piece)) for _, piece in item.unplaced())
    placed = 100 - 100 * left / max(len(words_of(item.text)), 1)
    return TypedVenue(venue, kind, {name: one for name, one in fields.items() if name != "title"}, placed)
