"""Talks: works that were given and are in no volume, and where and by whom."""

from __future__ import annotations

import re

from publist.bibtex.organisations import has_organisation
from publist.convert.event_dates import names_event
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import plain

_PAPER_AT = pattern(
    r"(?:(?:paper|poster|talk|work|abstract)s? )?(?:to be )?(?:presented|given|delivered)"
    r" (?:at|to|in)(?: the| an?)? ",
    re.IGNORECASE,
)
_VERBS = ("presented", "given", "delivered")
_TALK = pattern(
    r"(?:(?:invited|plenary|keynote|oral|poster|contributed|conference) )?"
    r"(?:conference|talk|lecture|seminar|presentation|workshop|poster|colloquium|keynote|symposium)",
    re.IGNORECASE,
)
_EVENT_BY_NAME = pattern(
    r"(?:\S+ ){0,9}\S*(?:conference|workshop|symposium|congress|meeting|colloquium|seminar|summit)\b",
    re.IGNORECASE,
)
_STILL = pattern(
    r"\b(?:submi\w+|review|prepar\w+|accepted|appear\w*|draft|working|paper|version|extended|see|in)\b",
    re.IGNORECASE,
)
_SEMINAR = pattern(r"\b(?:seminar|colloquium)(?: series)?(?: [’\d/-]+)?$", re.IGNORECASE)
_GIVEN = pattern(
    r"(?!best )(?:[^\W\d][\w-]* ){0,2}(?:talk|lecture|presentation|poster|keynote)", re.IGNORECASE
)
_MAY_BE = frozenset({"paper-conference", "chapter", "manuscript", "speech", "document", "report"})
_VENUES_OF_PAPERS = frozenset(
    "container-title event-title publisher collection-title container-title-short".split()
)
_KNOWN_BY = frozenset("genre publisher container-title".split())
_OF_VOLUMES = frozenset("page volume issue number publisher collection-title genre DOI".split())


def settle(item: Item) -> None:
    """Make a talk of a work whose note, type or venue says that it is one."""
    if item.type not in _MAY_BE:
        return
    _event_of_note(item)
    _kind_of_venue(item)
    _kind_of_note(item)
    _place_of_talk(item)


def paper_at(words: str) -> int:
    """How many characters say that a paper was given: 23 of ``Paper presented at the Lake Day``."""
    low = words.lower()
    said = _PAPER_AT.match(words) if any(map(low.__contains__, _VERBS)) else None
    return said.end() if said else 0


def _event_of_note(item: Item) -> None:
    """A talk whose ``type`` says that it is one and whose ``note`` names the event was given there.

    So was a paper of which only a note names the event.
    """
    variables = item.variables
    if item.type == "paper-conference" and not variables.keys() & _VENUES_OF_PAPERS:
        if names_event(plain(variables.get("note", ""))):
            variables["container-title"] = variables.pop("note")
        return
    if item.type in ("manuscript", "document") and not variables.keys() & _KNOWN_BY:
        _given_at(item)
        return
    kind, note = plain(variables.get("genre", "")), variables.get("note", "")
    if item.type != "manuscript" or not note or not _TALK.fullmatch(kind):
        return
    _make_talk(item)
    variables["event-title"] = variables.pop("note")
    if plain(variables.get("publisher", "")).lower() == kind.lower():
        del variables["publisher"]
    if kind in plain(note) or kind.lower() == "conference":  # of a talk it says nothing
        del variables["genre"]


def _make_talk(item: Item) -> None:
    """The place of a talk is where it was given."""
    item.type = "speech"
    if "publisher-place" in item.variables:
        item.variables.setdefault("event-place", item.variables.pop("publisher-place"))


def _given_at(item: Item) -> None:
    """A work of which only a note names an event was given there; what follows the event stays a note."""
    variables = item.variables
    first, stop, others = plain(variables.get("note", "")).partition(". ")
    said = paper_at(first)
    event = first[said:].rstrip(".")
    if _EVENT_BY_NAME.match(event) and (said or not _STILL.search(event)):
        _make_talk(item)
        variables["event-title"] = event[0].upper() + event[1:]
        del variables["note"]
        if stop:
            variables["note"] = others


def _kind_of_venue(item: Item) -> None:
    """A paper in ``Poster presented at the Lake Day`` is a poster there."""
    if item.type not in ("paper-conference", "chapter"):
        return
    words = plain(item.variables.get("container-title", ""))
    if said := paper_at(words):
        item.variables["container-title"] = words[said:]
        if words.lower().startswith(("poster ", "talk ")):
            item.variables.setdefault("genre", words.partition(" ")[0].capitalize())


def _kind_of_note(item: Item) -> None:
    """A work in no volume whose note, type or ``howpublished`` is ``Poster presentation`` was given so."""
    variables = item.variables
    said = (name for name in ("note", "medium", "publisher", "genre") if name in variables)
    found = next((name for name in said if _GIVEN.fullmatch(plain(variables[name]))), "")
    if not found or (item.type not in ("document", "speech") and not _only_given(item, found)):
        return
    _make_talk(item)
    if "container-title" in variables:
        variables["event-title"] = variables.pop("container-title")
    variables["genre"] = variables.pop(found)


def _only_given(item: Item, found: str) -> bool:
    """Whether a paper at an event has nothing of a volume, but for the variable that names its kind."""
    variables = item.variables
    if item.type != "paper-conference" or "editor" in item.names or "container-title" not in variables:
        return False
    others = variables.keys() - {found}
    if plain(variables.get("publisher", "")) in plain(variables["container-title"]):
        others -= {"publisher"}  # "EGU" of the EGU General Assembly
    return not others & _OF_VOLUMES


def _place_of_talk(item: Item) -> None:
    """Of a manuscript of which nothing but an ``address`` is said, that is where it was given.

    So it is of a work whose ``type`` says that it is a talk.  A seminar's university is its place.
    """
    variables = item.variables
    if _is_seminar(item):
        _make_talk(item)
        variables["event-title"] = variables.pop("container-title", variables.get("event-title", ""))
    if item.type == "speech" and {"publisher", "event-title"} <= variables.keys():
        host, where = plain(variables.pop("publisher")), plain(variables.get("event-place", ""))
        if host not in where and host not in plain(variables["event-title"]):
            variables["event-place"] = f"{host}, {where}" if where else host
    if item.type == "report" and _GIVEN.fullmatch(plain(variables.get("genre", ""))):
        if "publisher" in variables:
            variables["event-title"] = variables.pop("publisher")
        _make_talk(item)
    others = {"note", "publisher", "container-title"} | ({"genre"} if item.type == "manuscript" else set())
    if item.type not in ("manuscript", "document") or variables.keys() & others:
        return
    if place := variables.pop("publisher-place", ""):
        variables["publisher" if has_organisation(plain(place)) else "event-place"] = place


def _is_seminar(item: Item) -> bool:
    """Whether a paper in no volume was given at a seminar of an organisation, or at an event alone."""
    variables = item.variables
    of_volume = "editor" in item.names or (variables.keys() - {"publisher"}) & _OF_VOLUMES
    if item.type != "paper-conference" or of_volume:
        return False
    host = plain(variables.get("publisher", ""))
    if "container-title" in variables:
        return has_organisation(host) and bool(_SEMINAR.search(plain(variables["container-title"])))
    given_there = has_organisation(host) if host else "event-place" in variables
    return "event-title" in variables and given_there
