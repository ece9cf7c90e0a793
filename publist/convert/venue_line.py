"""An item as publist's own style prints it: nothing stands twice in its line of the venue."""

from __future__ import annotations

from dataclasses import replace

from publist.convert.booktitle import taken_apart
from publist.convert.cleaning import is_restated
from publist.convert.slips import kind_once
from publist.convert.venue import split_short
from publist.item import Item
from publist.patterns import pattern
from publist.publication import Publication
from publist.richtext import Text, plain

_WORDS = pattern(r"[^\W_]+")
_NAMES = pattern(r"[\w&/+@-]+")
_OF_YEAR = pattern(r"(?<![\s’'‘-])[\s’'‘-]*+\d{2,4}$")
_ARTICLE_NUMBER = pattern(r"[A-Za-z]{1,6}\d{3,}|\d{5,}")
_SMALL = pattern(r"\d+(?:st|nd|rd|th)?\b|\bproceedings of(?: the)?\b|\b(?:the|on|of|and|in)\b")
_WORDS_BETWEEN = frozenset({"the", "of", "on", "and", "in", "proceedings"})
_MARK = pattern(r"[^\s.]*[A-Z][^\s.]*[A-Z\d][^\s.]*")
_ABBREVIATED = pattern(r"[^\W\d_]\.(?=\s|$)")


def item_for_line(publication: Publication) -> Item:
    """The item with the venue's short form apart, without a note that is a badge, and without repetitions."""
    item = replace(publication.item, variables=dict(publication.item.variables))
    if item.type == "article-journal":
        _abbreviated(item.variables)
    _short_form(item)
    note = plain(item.variables.get("note", ""))
    if note and any(_same(note, plain(badge.label)) for badge in publication.badges):
        del item.variables["note"]
    if _same(note, plain(item.variables.get("status", ""))):
        item.variables.pop("status", None)
    journal = _NAMES.findall(plain(item.variables.get("container-title", "")).lower())
    repeated = _same(note, plain(item.variables.get("publisher", ""))) or _is_cut_off(note, journal)
    if repeated or _is_the_event(note, journal) or (note and is_restated(note.lower())):
        item.variables.pop("note", None)
    if _same(note.replace(".", ""), plain(item.variables.get("genre", "")).replace(".", "")):
        item.variables.pop("note", None)  # a thesis with the note "Ph.D. Thesis"
    if (kind := plain(item.variables.get("genre", ""))) and note.endswith(f" {kind}"):
        item.variables["genre"] = item.variables.pop("note", "")  # "Institute Seminar" beside "Seminar"
    _repetitions(item.variables)
    if item.type == "article-journal" and "volume" not in item.variables:
        _article_number(item.variables)
    if item.type == "report" and "number" not in item.variables and "genre" in item.variables:
        _own_kind(item.variables)
    return item


def _article_number(variables: dict[str, Text]) -> None:
    """``e13668`` or ``117485`` without a volume: "p. 117485" would take an article's number for a page."""
    if _ARTICLE_NUMBER.fullmatch(plain(variables.get("page", ""))):
        variables["number"] = variables.pop("page")


def without_mark(item: Item) -> Item:
    """An article without a short form that is a page's mark, e.g. ``abbr = {JoP}``, no abbreviated title."""
    variables = item.variables
    journal = plain(variables.get("container-title", ""))
    if item.type != "article-journal" or not journal:
        return item
    short = plain(variables.get("container-title-short", ""))
    if not short or not _MARK.fullmatch(short):
        return item
    kept = {name: text for name, text in variables.items() if name != "container-title-short"}
    return replace(item, variables=kept)


def _is_the_event(note: str, venue: list[str]) -> bool:
    """Whether a note is a paper's event with place and dates once more, as Web of Science has it."""
    event = taken_apart(note) if "," in note and venue else None
    if event is None or not event.date:
        return False
    named = set(_NAMES.findall(_SMALL.sub("", plain(split_short(event.title)[0]).lower())))
    return named <= set(venue) or (len(venue) > 3 and named >= set(venue) - _WORDS_BETWEEN)


def _own_kind(variables: dict[str, Text]) -> None:
    """A report's kind has a comma before the year, as its medium has: "Report 2012" would be its number.

    Of a preprint, that is said to be a report, the year is behind its kind.
    """
    if not plain(variables.get("publisher", "")).endswith("preprint"):
        variables.setdefault("medium", variables.pop("genre"))


def _abbreviated(variables: dict[str, Text]) -> None:
    """Drop a short form that is the journal's name once more, or its words cut off: ``J Sci Educ``."""
    short = plain(variables.get("container-title-short", "")).lower()
    words = _NAMES.findall(plain(variables.get("container-title", "")).lower())
    if short and words and (_is_cut_off(short, words) or short.split() == words):
        del variables["container-title-short"]


def _is_cut_off(short: str, words: list[str]) -> bool:
    """Whether a text is these words cut off: ``J. Sci. Educ.`` of journal, science, education."""
    parts = short.lower().replace(".", "").split()
    return len(parts) > 1 and all(any(word.startswith(part) for word in words) for part in parts)


def _short_form(item: Item) -> None:
    """``Conference on X (CX)`` and a short form ``CX``: the title without it, since it follows in bold."""
    variables, issued = item.variables, item.dates.get("issued")
    short = plain(variables.get("container-title-short", ""))
    if issued and short.endswith(f" {issued.year}"):  # al-folio's ``abbr = {CX 2020}``
        variables["container-title-short"] = short = short[:-5]
    if _ABBREVIATED.search(short):  # "J. Chem. Phys." is a shorter title, not a name
        del variables["container-title-short"]
        short = ""
    if inner := split_short(short)[1]:  # "Conference on X (CX)" as a short form
        variables["container-title-short"] = short = inner
    container = variables.get("container-title", "")
    title, own = split_short(container)
    if own and (not short or _letters(own) == _letters(short)):
        variables["container-title"] = title
        variables["container-title-short"] = own
    elif short and _letters(short) == _letters(plain(container)):
        variables["container-title-short"] = min(short, plain(container), key=len)  # "RECSI", not "RECSI2022"
        # Alone it stands in bold; a style shows a publisher where there is no title.
        alone = " " not in short and not variables.keys() & {"event-title", "publisher", "archive"}
        del variables["container-title" if alone else "container-title-short"]
    elif short and (
        _OF_YEAR.sub("", short) in _NAMES.findall(plain(container))
        or (len(short) > 2 and short.lower() in map(str.lower, _NAMES.findall(plain(container))))
        or _same(short, plain(variables.get("publisher", "")))
    ):
        del variables["container-title-short"]


def _repetitions(variables: dict[str, Text]) -> None:
    """Drop an event, a publisher and a series that the title of the volume names."""
    container = _letters(plain(variables.get("container-title", "")))
    for name in ("event-title", "collection-title", "archive", "publisher"):
        value = _letters(plain(variables.get(name, "")))
        if container and value and (value == container or (name == "event-title" and value in container)):
            del variables[name]
    _same_event(variables)
    kind_once(variables)


def _same_event(variables: dict[str, Text]) -> None:
    """Drop an event that only adds its number or short form to the words of the volume's title."""
    event = plain(variables.get("event-title", ""))
    title = set(_WORDS.findall(_SMALL.sub("", plain(variables.get("container-title", "")).lower())))
    if event and title and title <= set(_WORDS.findall(event.lower())):
        del variables["event-title"]
        if short := split_short(event)[1]:
            variables.setdefault("container-title-short", short)


def _letters(text: str) -> str:
    """The letters and digits of a text in small, without a year at its end."""
    return "".join(_WORDS.findall(_OF_YEAR.sub("", text.rstrip(" .,:;")).lower()))


def _same(first: str, second: str) -> bool:
    return bool(first) and _letters(first) == _letters(second)
