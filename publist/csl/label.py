"""Citation labels that the item does not bring along: letters of the names and the year, as in ``Knu84``.

CSL 1.0.2 leaves the form of citation-label to the processor; this one is that of
disambiguate_Trigraph.txt: four letters of one family name, two of each of two, two, one and one of
three, one of each of four, then two digits of the year.
"""

from __future__ import annotations

from publist.item import Item, Name
from publist.richtext import plain

_VARIABLES = ("author", "editor", "translator", "container-author", "composer", "director", "recipient")
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_FOUR = (1, 1, 1, 1)


def citation_label(item: Item) -> str:
    """The label, e.g. ``Aalt02`` for a work of 2002 by Aalto; without names, of the title's letters."""
    names = next((item.names[variable] for variable in _VARIABLES if item.names.get(variable)), ())
    if names:
        counts = _LETTERS.get(len(names), _FOUR)
        letters = "".join(_start(_family(name), count) for name, count in zip(names, counts, strict=False))
    else:
        letters = _start(plain(item.variables.get("title", "")), 4)
    issued = item.dates.get("issued")
    year = issued.year if issued is not None else None
    return letters if year is None else f"{letters}{abs(year) % 100:02}"


def _family(name: Name) -> str:
    return plain(name.family or name.literal or name.given)


def _start(text: str, count: int) -> str:
    letters = "".join(letter for letter in text if letter.isalnum())[:count]
    return letters[:1].upper() + letters[1:].lower()
