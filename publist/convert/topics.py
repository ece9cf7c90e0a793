"""Marks of al-folio that are a topic, no venue's short form: ``abbr = {Batteries}`` at several journals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publist.packed import alike
from publist.patterns import pattern
from publist.publication import Publication
from publist.richtext import plain

_SHORT = "container-title-short"
_WORDS = pattern(r"[A-Z][a-z]+(?: (?:[A-Z][a-z]+|and|of))*")
_BETWEEN = pattern(r"\s*[,;/]\s*")
_ENOUGH = 3


def without_topics(publications: list[Publication]) -> list[Publication]:
    """The publications without the short forms of several venues, none of which they are made of."""
    at: dict[str, set[str]] = {}
    marked = [one for one in publications if _SHORT in one.item.variables]
    for publication in marked:
        venue = plain(publication.item.variables.get("container-title", ""))
        for mark in _marks(publication):
            at.setdefault(mark, set()).add(venue)
    topics = {mark for mark, venues in at.items() if len(venues) >= _ENOUGH and not _is_of(mark, venues)}
    if not topics:
        return publications
    return [_without(one) if topics.intersection(_marks(one)) else one for one in publications]


def _marks(publication: Publication) -> Sequence[str]:
    parts: list[str] = _BETWEEN.split(plain(publication.item.variables.get(_SHORT, "")))
    return [part for part in parts if part and _WORDS.fullmatch(part)]


def _is_of(mark: str, venues: set[str]) -> bool:
    """Whether the name of one of the venues has a word that begins as one of the mark does."""
    starts = tuple(word[:4].lower() for word in mark.split())
    return any(word.startswith(starts) for venue in venues for word in venue.lower().split())


def _without(publication: Publication) -> Publication:
    variables = {name: text for name, text in publication.item.variables.items() if name != _SHORT}
    return alike(publication, replace(publication.item, variables=variables))
