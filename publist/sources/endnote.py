"""EndNote's tagged export (.enw), as EndNote and Google Scholar write it.

Source: EndNote's "Refer/BibIX" filter.
"""

from __future__ import annotations

import re

from publist.sources import tagged
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.record import Record
from publist.sources.tagged import TaggedLine

# Names of EndNote's reference types, in lower case without blanks, and what CSL calls them.
TYPES = {
    name: csl
    for csl, names in {
        "article-journal": "journalarticle electronicarticle",
        "article-magazine": "magazinearticle",
        "article-newspaper": "newspaperarticle",
        "article": "preprint",
        "book": "book editedbook electronicbook conferenceproceedings serial",
        "bill": "bill",
        "chapter": "booksection electronicbooksection",
        "dataset": "dataset onlinedatabase",
        "document": "generic classicalwork multimedia ancienttext",
        "entry-dictionary": "dictionary",
        "entry-encyclopedia": "encyclopedia",
        "figure": "figure chartortable equation",
        "graphic": "artwork",
        "hearing": "hearing",
        "interview": "interview",
        "legal_case": "case",
        "legislation": "statute legalruleorregulation",
        "manuscript": "unpublishedwork manuscript",
        "map": "map",
        "motion_picture": "filmorbroadcast audiovisualmaterial",
        "paper-conference": "conferencepaper",
        "pamphlet": "pamphlet",
        "patent": "patent",
        "personal_communication": "personalcommunication",
        "post-weblog": "blog",
        "report": "report governmentdocument grant",
        "software": "computerprogram",
        "song": "music",
        "standard": "standard",
        "thesis": "thesis",
        "webpage": "webpage",
    }.items()
    for name in names.split()
}
_TEXTS = {
    "T": "title", "J": "container-title", "V": "volume", "N": "issue", "P": "page", "X": "abstract",
    "I": "publisher", "C": "publisher-place", "7": "edition", "G": "language", "!": "title-short",
    "L": "call-number", "6": "number-of-volumes", "9": "genre", "Q": "original-title",
    "K": "keyword", "Z": "annote", "W": "archive",
}  # fmt: skip
_NAMES = {"A": "author", "E": "editor", "Y": "collection-editor", "?": "translator"}
_IN_BOOK = ("chapter", "paper-conference")


def type_of(name: str) -> str:
    """CSL's type for a reference type such as ``Journal Article``; "" for one that is not known."""
    return TYPES.get(re.sub(r"[^a-z]", "", name.lower()), "")


def read(text: str) -> Batch:
    """The works of a file."""
    records, outside = tagged.records(text, tagged.ENW)
    return Batch([_record(lines) for lines in records], [(line.line, line.value) for line in outside])


def _record(lines: list[TaggedLine]) -> Record:
    tags = {line.tag: line.value for line in lines}
    record = Record(type_of(tags.get("0", "")) or "document", lines[0].line)
    if record.type == "book" and "B" in tags and tags.get("0", "").startswith("Conference"):
        record.type = "paper-conference"  # "Conference Proceedings" is EndNote's older word for a paper
    for line in lines:
        if line.value:
            _place(record, line)
    return record


def _place(record: Record, line: TaggedLine) -> None:
    tag, value = line.tag, line.value
    if tag == "0":
        if not type_of(value):
            record.keep("enw_type", value)
    elif tag in _NAMES:
        name = name_of(value)
        record.put_names(_NAMES[tag], [name] if name else [])
    elif tag == "B":
        record.put("container-title" if record.type in _IN_BOOK else "collection-title", value, "enw_b")
    elif tag == "S":
        record.put("collection-title", value, "enw_s")
    elif tag in ("D", "8"):
        have = record.dates.get("issued")
        record.put_date(value if re.search(r"\d{4}", value) or not have else f"{value} {have.year}")
    elif tag == "R":
        record.put_doi(value)
    elif tag == "U":
        for url in value.split():
            record.put_url(url)
    elif tag == "@":
        book = record.type in ("book", *_IN_BOOK) or len(re.sub(r"[^0-9X]", "", value)) in (10, 13)
        record.put("ISBN" if book else "ISSN", value, "enw_issn")
    elif tag in ("F", "M"):
        record.key = record.key or value
    elif tag == ">":
        record.link("pdf", value)
    elif tag == "[":
        record.put_date(value, "accessed")
    elif tag == "K":
        record.put("keyword", ", ".join(value.splitlines()), "enw_k")
    elif tag in _TEXTS:
        record.put(_TEXTS[tag], value, f"enw_{tag}")
    else:
        record.keep(f"enw_{'plus' if tag == '+' else tag}", value)
