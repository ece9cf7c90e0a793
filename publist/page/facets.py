"""What readers of the page filter by: the choices with their counts, and what the script searches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from publist.listing import ListEntry, text_of, year_label
from publist.listing.kinds import kind_of
from publist.phrases import phrase
from publist.publication import Publication
from publist.records import NamedTuple

_MOST_CHOICES = 200  # a longer menu helps nobody; the address takes any value
_LEAST_WORKS = {"person": 2}  # most co-authors of a list are met once
_VENUES = ("container-title", "event-title", "publisher")


class FacetChoice(NamedTuple):
    """A choice of a filter, e.g. ``FacetChoice("conference", "Conference papers", 12)``."""

    value: str
    words: str
    works: int


class Facet(NamedTuple):
    """A filter: its ``name`` in the address, e.g. ``year``, and its label.

    ``values`` holds the words of every value by value; ``of_entries`` each entry's values, in the order
    of the page.
    """

    name: str
    label: str
    values: Mapping[str, str]
    of_entries: Sequence[Sequence[str]]

    @property
    def choices(self) -> list[FacetChoice]:
        """What the menu offers: years newest first, else the most frequent first."""
        counts = Counter(value for values in self.of_entries for value in values)
        frequent = [item for item in counts.most_common(_MOST_CHOICES) if item[1] >= _least(self.name)]
        if self.name == "year":
            frequent.sort(key=lambda item: int(item[0]), reverse=True)
        return [FacetChoice(value, self.values[value], count) for value, count in frequent]


def facets(entries: Sequence[ListEntry], language: str) -> list[Facet]:
    """The filters for the entries in the order of the page, labelled in the language."""
    found = []
    for name, values_of in _FACETS.items():
        values = [values_of(entry, language) for entry in entries]
        words = {value: word for each in values for value, word in each.items()}
        found.append(Facet(name, phrase(f"by-{name}", language), words, list(map(tuple, values))))
    return found


def index(entries: Sequence[Publication], found: Sequence[Facet]) -> dict[str, object]:
    """What the script knows: ``{"names": {"year": ["2022"]}, "entries": [[[[0]], 1]]}``.

    An entry has for each facet the places of its values among the names, and 1 if it is selected.  It is
    searched by these names and by its citation.
    """
    places = [{value: place for place, value in enumerate(facet.values)} for facet in found]
    rows = [
        [
            [[places[i][value] for value in facet.of_entries[row]] for i, facet in enumerate(found)],
            int(publication.selected),
        ]
        for row, publication in enumerate(entries)
    ]
    return {"names": {facet.name: list(facet.values) for facet in found}, "entries": rows}


def _least(name: str) -> int:
    return _LEAST_WORKS.get(name, 1)


def _years(entry: ListEntry, _language: str) -> dict[str, str]:
    year = year_label(entry.publication)
    return {year: year} if year else {}


def _types(entry: ListEntry, language: str) -> dict[str, str]:
    kind = kind_of(entry.publication)
    return {kind: phrase(f"kind-{kind}", language)}


def _people(entry: ListEntry, _language: str) -> dict[str, str]:
    """Authors and editors: who is known by the first of their names, others as written in full."""
    found: dict[str, str] = {}
    for variable in ("author", "editor"):
        for position, name in enumerate(entry.publication.item.names.get(variable, ())):
            known = entry.known.get((variable, position))
            text = (known.label if known else "") or name.text
            if text and not name.others:
                found[text] = text
    return found


def _keywords(entry: ListEntry, _language: str) -> dict[str, str]:
    return {word: word for word in entry.publication.keywords if word}


def _badges(entry: ListEntry, _language: str) -> dict[str, str]:
    labels = (text_of(badge.label) for badge in entry.badges)
    return {label: label for label in labels if label}


def _venues(entry: ListEntry, _language: str) -> dict[str, str]:
    """The venue in full, which some styles abbreviate."""
    texts = (text_of(entry.publication.item.variables.get(name)) for name in _VENUES)
    return {text: text for text in texts if text}


# In the order of the page; the names are those of the address.
_FACETS: dict[str, Callable[[ListEntry, str], dict[str, str]]] = {
    "year": _years,
    "type": _types,
    "person": _people,
    "keyword": _keywords,
    "badge": _badges,
    "venue": _venues,
}
