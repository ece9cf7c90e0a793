"""EndNote's XML: that of today (``xml/records/record``) and that of version 7 (``XML/RECORDS/RECORD``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.sources import xml
from publist.sources.batch import Batch
from publist.sources.endnote import type_of
from publist.sources.names import name_of, names_of
from publist.sources.record import Record

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement

# Numbers of reference types (EndNote's RSXML.DTD), those of version 7 by its table of types.
_NUMBERS = {
    "17": "article-journal", "6": "book", "5": "chapter", "10": "paper-conference", "47": "paper-conference",
    "32": "thesis", "27": "report", "25": "patent", "12": "webpage", "16": "webpage",
    "19": "article-magazine",
    "23": "article-newspaper", "28": "book", "34": "manuscript", "36": "manuscript", "9": "software",
    "13": "document", "46": "report", "43": "article-journal", "44": "book", "59": "dataset",
    "26": "personal_communication", "7": "legal_case", "31": "legislation", "58": "standard", "4": "bill",
}  # fmt: skip
_OLD_NUMBERS = {
    "0": "article-journal", "1": "book", "2": "thesis", "3": "paper-conference",
    "4": "personal_communication", "5": "article-newspaper", "6": "software", "7": "chapter",
    "8": "article-magazine", "9": "book", "10": "report", "11": "map", "12": "motion_picture",
    "13": "graphic", "15": "patent", "16": "webpage", "17": "bill", "18": "legal_case", "19": "hearing",
    "20": "manuscript", "21": "legislation", "31": "document", "47": "paper-conference",
}  # fmt: skip
_ROLES = {
    "authors": "author", "secondary-authors": "editor", "tertiary-authors": "collection-editor",
    "subsidiary-authors": "translator", "translated-authors": "translator",
}  # fmt: skip
_TEXTS = {
    "pages": "page", "volume": "volume", "number": "issue", "issue": "issue", "edition": "edition",
    "publisher": "publisher", "pub-location": "publisher-place", "abstract": "abstract",
    "language": "language", "call-num": "call-number", "work-type": "genre", "notes": "annote",
    "num-vols": "number-of-volumes", "remote-database-name": "archive",
}  # fmt: skip
# EndNote's own: its database, its windows, its copy of what stands elsewhere.
_OWN = frozenset(
    "database source-app rec-number foreign-keys ref-type contributors titles periodical alt-periodical"
    " full-title dates urls keywords electronic-resource-num isbn label research-notes record".split()
)
_OLD = {
    "year": "year", "title": "title", "secondary_title": "container", "tertiary_title": "series",
    "volume": "volume", "number": "issue", "pages": "page", "publisher": "publisher",
    "place_published": "publisher-place", "abstract": "abstract", "edition": "edition",
    "short_title": "title-short", "call_number": "call-number", "notes": "annote",
    "type_of_work": "genre", "alternate_title": "container-title-short",
}  # fmt: skip
_STUB = re.compile(r"^<(.+\.\w{2,4})>$")


def read(root: SourceElement) -> Batch:
    """The works of a library."""
    found = Batch()
    for record in filter(_says_something, root.iter()):  # in a broken file one stands in another
        old = next(xml.children(record, "reference_type"), None) is not None
        found.records.append(_old(record) if old else _record(record))
    return found


def _says_something(element: SourceElement) -> bool:
    """Whether an element is a record, and not only of other records."""
    return xml.name(element) == "record" and any(xml.name(part) != "record" for part in element)


def _record(source: SourceElement) -> Record:
    kind = next(xml.children(source, "ref-type"), None)
    named = type_of(kind.get("name", "")) if kind is not None else ""
    number = _NUMBERS.get(xml.text(kind), "") if kind is not None else ""
    record = Record(named or number or "document", xml.line(source))
    if record.type == "book" and kind is not None and kind.get("name", "").startswith("Conference Proc"):
        record.type = "paper-conference"
    for group, role in _ROLES.items():
        authors = xml.children(source, "contributors", group, "author")
        record.put_names(role, names_of(xml.text(author) for author in authors))
    _titles(record, source)
    for year in xml.children(source, "dates", "year"):
        record.put_date(xml.text(year))
    have = record.dates.get("issued")
    for date in xml.children(source, "dates", "pub-dates", "date"):
        typed = xml.text(date)
        record.put_date(typed if re.search(r"\d{4}", typed) or not have else f"{typed} {have.year}")
    words = [xml.text(word) for word in xml.children(source, "keywords", "keyword")]
    record.put("keyword", ", ".join(words))
    record.put_doi(xml.text(source, "electronic-resource-num"))
    _number(record, xml.text(source, "isbn"))
    _urls(record, source)
    record.key = xml.text(source, "label")
    for child in source:
        tag = xml.name(child)
        if tag in _TEXTS:
            record.put(_TEXTS[tag], xml.text(child), f"endnote_{tag}")
        elif tag and tag not in _OWN:
            record.keep(f"endnote_{tag}", xml.text(child))
    record.keep("endnote_research_notes", xml.text(source, "research-notes"))
    return record


def _titles(record: Record, source: SourceElement) -> None:
    title = xml.text(source, "titles", "title")
    stub = _STUB.match(title)
    record.put("title", stub[1] if stub else title)
    in_book = record.type in ("chapter", "paper-conference")
    serial = in_book or record.type not in ("book", "thesis", "report", "software")
    second = xml.text(source, "titles", "secondary-title")
    journal = xml.text(source, "periodical", "full-title") or xml.text(source, "full-title")
    record.put("container-title" if serial else "collection-title", second or journal)
    if journal != second:
        record.put("container-title", journal, "endnote_full_title")
    record.put("collection-title", xml.text(source, "titles", "tertiary-title"), "endnote_tertiary_title")
    record.put("title-short", xml.text(source, "titles", "short-title"))
    short = xml.text(source, "titles", "alt-title") or xml.text(source, "periodical", "abbr-1")
    if short != (second or journal):
        record.put("container-title-short", short)
    record.put("original-title", xml.text(source, "titles", "translated-title"))


def _number(record: Record, value: str) -> None:
    if value:
        book = len(re.sub(r"[^0-9X]", "", value.split()[0].upper())) in (10, 13)
        record.put("ISBN" if book else "ISSN", value)


def _urls(record: Record, source: SourceElement) -> None:
    for group, kind in (("related-urls", ""), ("web-urls", ""), ("text-urls", ""), ("pdf-urls", "pdf")):
        for url in xml.children(source, "urls", group, "url"):
            text = xml.text(url)
            if text.startswith("internal-pdf:"):
                record.keep("file", text)
            elif kind:
                record.link(kind, text)
            else:
                for one in re.split(r"\s+(?=\w+:/)", text):
                    record.put_url(one)


def _old(source: SourceElement) -> Record:
    kind = xml.text(source, "reference_type")
    record = Record(_OLD_NUMBERS.get(kind, "document"), xml.line(source))
    if kind not in _OLD_NUMBERS:
        record.keep("endnote_type", kind)
    record.put_names("author", names_of(xml.text(one) for one in xml.children(source, "authors", "author")))
    editors = xml.children(source, "secondary_authors", "secondary_author")
    record.put_names("editor", [name for one in editors if (name := name_of(xml.text(one)))])
    record.put("keyword", ", ".join(xml.text(one) for one in xml.children(source, "keywords", "keyword")))
    for child in source:
        _old_field(record, xml.name(child), xml.text(child))
    return record


def _old_field(record: Record, tag: str, value: str) -> None:
    variable = _OLD.get(tag, "")
    if tag in ("authors", "secondary_authors", "keywords", "reference_type", "refnum", ""):
        return
    if variable == "year" or tag == "date":
        have = record.dates.get("issued")
        record.put_date(value if re.search(r"\d{4}", value) or not have else f"{value} {have.year}")
    elif variable in ("container", "series"):
        serial = record.type not in ("book", "thesis", "report") and variable == "container"
        record.put("container-title" if serial else "collection-title", value, f"endnote_{tag}")
    elif variable:
        record.put(variable, value, f"endnote_{tag}")
    elif tag == "label":
        record.key = value
    elif tag == "url":
        record.put_url(value)
    elif tag == "isbn":
        _number(record, value)
    else:
        record.keep(f"endnote_{tag}", value)
