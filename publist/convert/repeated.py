"""The last check of an item: what one of its parts says already, no later part says again."""

from __future__ import annotations

import re

from publist.item import Item
from publist.patterns import pattern
from publist.richtext import Text, plain

# In the order in which lists print them; a volume's title is followed by the series, the publisher …
_PRINTED = (
    "container-title", "collection-title", "publisher", "event-title", "genre", "status", "edition", "medium",
    "note",
)  # fmt: skip
# Those without which nothing is said twice.
_LATER = frozenset({"note", "medium", "collection-title", "event-title"})
_LETTERS = pattern(r"[^\W_]+")
_SAID = pattern(
    r"(?:(?:paper |article |work )?(?:published|appeared|presented|appears|to appear)"
    r" (?:in|at|by|as|on)|in|appeared:):?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BEGIN = ("paper ", "article ", "work ", "published ", "appear", "presented ", "to appear ", "in")
# Of a note, what it may repeat in other parts than its own.
_LONG = 7


def settle(item: Item) -> None:
    """Drop a part that an earlier one says, a note within one, and an issue that is the article's number."""
    variables = item.variables
    if "collection-title" in variables:
        _series_in_full(item)
        _series_of_volume(item)
    if "issue" in variables and "page" in variables:
        issue = plain(variables["issue"])
        if len(issue) > 2 and issue == plain(variables["page"]):
            del variables["issue"]
    if "container-title" in variables:
        _number_of_venue(variables)
    if item.type == "report" and "number" not in variables:
        kind = _letters(plain(variables.get("genre", "")))
        if kind and _letters(plain(variables.get("title", ""))).endswith(kind):
            del variables["genre"]
    if "genre" in variables and _letters(plain(variables["genre"])) == _letters(
        plain(variables.get("title", ""))
    ):
        del variables["genre"]  # "Foreword"
    _published_by_author(item)
    if _LATER.isdisjoint(variables):
        return
    said: list[str] = [_letters(plain(variables.get("title", "")))]
    said.append(_letters(plain(variables.get("container-title-short", ""))))
    for name in _PRINTED:
        if name not in variables:
            continue
        words = plain(variables[name])
        bare = _letters(words)
        if name in ("note", "medium"):
            first, stop, others = words.partition(". ")
            if stop and _letters(first) in said:  # "Working paper. Accepted at …" of a working paper
                variables[name], words, bare = others, others, _letters(others)
            match = _SAID.match(words) if words.lower().startswith(_BEGIN) else None
            bare = _letters(words[match.end() :]) if match else bare
            kind = _letters(plain(variables.get("genre", ""))) if name == "note" else ""
            repeats = any(bare == one or (len(bare) > _LONG and bare in one) for one in said)
            if len(bare) > 3 and (repeats or bare in kind):
                del variables[name]
                continue
        said.append(bare)


def _published_by_author(item: Item) -> None:
    """No publisher that is the author (APA, 7th ed., 9.29); of a book, and before a note, it stays."""
    authors = item.names.get("author", ())
    alone = len(authors) == 1 and item.type != "book" and "note" not in item.variables
    publisher = _letters(plain(item.variables.get("publisher", ""))) if alone else ""
    if publisher and publisher == _letters(authors[0].text):
        del item.variables["publisher"]


def _series_in_full(item: Item) -> None:
    """The series as a note has it, if that begins as it does: ``Lake Series in Mathematical Sciences``."""
    series, note = plain(item.variables.get("collection-title", "")), item.variables.get("note", "")
    words = plain(note)
    if series and len(words) > len(series) and words.startswith(f"{series} "):
        rest = words[len(series) :]
        if not any(mark in rest for mark in ".,;:(0123456789"):
            item.variables["collection-title"] = item.variables.pop("note")


def _series_of_volume(item: Item) -> None:
    """No series whose words the volume's title has all: ``APS Meeting Abstracts``, as ADS has them."""
    series = _LETTERS.findall(plain(item.variables.get("collection-title", "")).lower())
    if len(series) < 2 or "collection-number" in item.variables or "volume" in item.variables:
        return
    words = iter(_LETTERS.findall(plain(item.variables.get("container-title", "")).lower()))
    if all(word in words for word in series):
        del item.variables["collection-title"]


def _number_of_venue(variables: dict[str, Text]) -> None:
    """No number that its venue begins or ends with: ``17072`` of ``Working Paper Number 17072``."""
    venue = plain(variables["container-title"])
    for name in filter(variables.__contains__, ("issue", "number", "page")):
        number = plain(variables[name])
        if len(number) > 2 and (venue.endswith(f" {number}") or venue.startswith(f"{number}:")):
            del variables[name]


def _letters(text: str) -> str:
    """The letters and digits of a text in small, by which two say the same."""
    return "".join(_LETTERS.findall(text.lower()))
