"""Values in another field than their own: a chapter's title, a distinction of a venue, a patent's number."""

from __future__ import annotations

import re
from dataclasses import replace

from publist.bibtex.entry import Entry
from publist.convert import custom
from publist.convert.slips import letters
from publist.patterns import pattern

_IN_BOOKS = frozenset({"inbook", "incollection"})
_OF_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
# "Chapter 7 The Lake", "3. The Lake", "IV"; but "12 Lakes" and "Civil Law" are titles
_ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_CHAPTER = pattern(
    rf"(?:(?:chapter|chapitre|cap[ií]tulo|kapitel|chap|ch|kap|cap)\b\.?\s*(?P<labelled>\d+\b|{_ROMAN}\b)"
    rf"|(?P<bare>\d{{1,3}}|{_ROMAN})(?=\s*(?:[.:,–—-]|$)))?[\s.:,–—-]*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "The Lake", "Introduction"; but "seven", "3a"
_TITLE = pattern(r".*\w\W+[^\W\d_]{3}|[^\W\d_]{7}", re.DOTALL)
_VENUES = ("booktitle", "journal", "journaltitle")
# "US Patent App. 15/123,456", as Scholar has patents
_PATENT = pattern(
    r"(?P<kind>(?:[A-Z][\w.]+ )?Patent(?: App(?:lication|\.)?)?),? (?:(?:No\.?|Number) )?"
    r"\{?(?P<number>(?:PCT/)?(?:[A-Z]{2} ?)?\d[\d,./ -]{3,}\d(?: ?[A-Z]\d?)?)\}?\.?",
    re.IGNORECASE,
)


def settled(entry: Entry) -> Entry:
    """The entry with every value in its own field."""
    return _without_distinction(_with_chapter(_titled(_patent(entry))))


def _titled(entry: Entry) -> Entry:
    """A whole book that has nothing but a ``booktitle`` for a title."""
    title = entry.fields.get("booktitle")
    if title is None or entry.type not in ("book", "proceedings", "collection") or entry.get("title"):
        return entry
    fields = {name: field for name, field in entry.fields.items() if name != "booktitle"}
    return replace(entry, fields=fields | {"title": replace(title, name="title")})


def _patent(entry: Entry) -> Entry:
    """A ``@misc`` whose note is a patent's number is that patent."""
    if entry.type != "misc":
        return entry
    name = "note" if entry.get("note") else "howpublished"
    value = entry.get(name)
    match = _PATENT.fullmatch(value) if "patent" in value.lower() else None
    if match is None:
        return entry
    fields = {other: field for other, field in entry.fields.items() if other != name}
    if entry.get("publisher").lower() == "google patents":
        del fields["publisher"]
    for other, value in (("type", match["kind"]), ("number", match["number"])):
        fields[other] = replace(entry.fields[name], name=other, value=value)
    return replace(entry, type="patent", fields=fields)


def _with_chapter(entry: Entry) -> Entry:
    """BibTeX's ``@inbook``: ``title`` is the book's, ``chapter`` a number or a title (btxdoc, 3.1)."""
    chapter = entry.fields.get("chapter")
    match = _CHAPTER.fullmatch(chapter.value) if chapter else None
    if chapter is None or match is None or entry.type not in _IN_BOOKS:
        return entry
    fields = {name: field for name, field in entry.fields.items() if name != "chapter"}
    title = match["title"] if _TITLE.match(match["title"]) else ""
    number = match["labelled"] or match["bare"]
    if not title and match["title"]:
        number = chapter.value  # "three", "3 and 4"
    if number:
        fields["chapter"] = replace(chapter, value=number)
    if title and not entry.get("booktitle") and letters(title) != letters(entry.get("title")):
        fields = {_OF_BOOK.get(name, name): field for name, field in fields.items()}
        fields["title"] = replace(chapter, value=title)
    return replace(entry, fields=fields)


def _without_distinction(entry: Entry) -> Entry:
    """``booktitle = {CX 2020 (Oral)}`` with a note in its place, if there is none: notes are badges."""
    if entry.get("note"):
        return entry
    for name in filter(entry.fields.__contains__, _VENUES):
        field = entry.fields[name]
        opened = {")": "(", "]": "["}.get(field.value[-1:], ", ")
        venue, _, said = field.value.rstrip(")] ").rpartition(opened)
        if venue and custom.distinction(said):
            changed = {
                name: replace(field, value=venue.rstrip()),
                "note": replace(field, name="note", value=said),
            }
            return replace(entry, fields=entry.fields | changed)
    return entry
