"""RIS files.

Sources: the RIS format specification (Research Information Systems), rispy's table of tags,
and what Zotero, EndNote, Mendeley, Web of Science, Springer and HighWire make of it.
"""

from __future__ import annotations

import re

from publist.sources import tagged
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record
from publist.sources.tagged import TaggedLine

_TYPES = {
    tag: csl
    for csl, tags in {
        "article": "PREPRINT INPR EJOUR_PREPRINT",
        "article-journal": "JOUR EJOUR ABST JFULL",
        "article-magazine": "MGZN",
        "article-newspaper": "NEWS",
        "bill": "BILL",
        "book": "BOOK EBOOK EDBOOK WHOLE",
        "chapter": "CHAP ECHAP",
        "dataset": "DATA AGGR DBASE",
        "document": "GEN MISC STD_MISC UNPD_MISC PCOMM_MISC ANCIENT",
        "entry-dictionary": "DICT",
        "entry-encyclopedia": "ENCYC",
        "figure": "FIGURE",
        "graphic": "ART",
        "hearing": "HEAR",
        "legal_case": "CASE",
        "legislation": "STAT LEGAL GOVDOC_LAW",
        "manuscript": "UNPB UNPD MANSCPT",
        "map": "MAP",
        "motion_picture": "VIDEO MPCT ADVS",
        "musical_score": "MUSIC",
        "pamphlet": "PAMP",
        "paper-conference": "CONF CPAPER",
        "patent": "PAT",
        "personal_communication": "PCOMM ICOMM",
        "post-weblog": "BLOG",
        "periodical": "SER JFULL",
        "report": "RPRT GOVDOC",
        "software": "COMP",
        "song": "SOUND",
        "speech": "SLIDE",
        "standard": "STD",
        "thesis": "THES",
        "webpage": "ELEC WEB",
    }.items()
    for tag in tags.split()
}
_IN_BOOK = frozenset({"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"})
_SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "article", "document", ""})
_NAMES = {"AU": "author", "A1": "author", "ED": "editor", "TA": "translator"}
_PEOPLE = (*_NAMES, "A2", "A3", "A4")
_TEXTS = {
    "TI": "title", "T1": "title", "CT": "title",
    "AB": "abstract", "N2": "abstract",
    "CN": "call-number", "CY": "publisher-place", "PP": "publisher-place",
    "ET": "edition", "IS": "issue", "CP": "issue", "LA": "language", "NV": "number-of-volumes",
    "PB": "publisher", "PU": "publisher", "PI": "publisher-place",
    "ST": "title-short", "VL": "volume", "OP": "original-title", "C7": "number",
    "NO": "issue", "PG": "page", "KY": "keyword",  # Cochrane's
}  # fmt: skip
_JOURNALS = ("JF", "JO", "T2", "BT", "C3", "JA", "J2", "J9", "JI", "J1")
_SERIES = re.compile(r"lecture notes|advances in|\bseries\b|communications in computer", re.IGNORECASE)
_SHORT = frozenset({"JA", "J2", "J9", "JI", "J1"})
_LINKS = {"L1": "pdf", "L2": "url_fulltext", "L3": "url_related", "LK": "url_more"}
_DATES = frozenset({"PY", "Y1", "YR", "DA"})
# What databases write above the records, of themselves.
_HEAD = re.compile(r"(?:Provider|Database|Content): |\d{1,5}\.$")
_PUBMED = re.compile(r"\bPMID:?\s*(\d+)|\bPMCID:?\s*(PMC\d+)")


def read(text: str) -> Batch:
    """The works of a RIS file."""
    found = Batch()
    records, outside = tagged.records(text, tagged.RIS)
    found.outside += [(line.line, line.value) for line in outside if not _HEAD.match(line.value)]
    for lines in records:
        if lines[0].tag != "TY":
            found.outside += [(line.line, f"{line.tag}: {line.value}") for line in lines]
        else:
            found.records.append(_record(lines))
    return found


def _record(lines: list[TaggedLine]) -> Record:
    kind = lines[0].value.strip().upper()
    record = Record(_TYPES.get(kind, "document"), lines[0].line)
    if kind not in _TYPES:
        record.keep("ris_type", kind)
    _people(record, lines, edited=kind == "EDBOOK")
    for line in lines[1:]:
        if line.value and line.tag not in _PEOPLE:
            _place(record, line)
    _pages(record, lines)
    _containers(record, lines)
    _year(record, lines)
    return record


def _place(record: Record, line: TaggedLine) -> None:
    tag, value = line.tag, line.value
    if tag in _TEXTS:
        record.put(_TEXTS[tag], value, f"ris_{tag}")
    elif tag in _LINKS:
        record.link(_LINKS[tag], value)
    elif tag in ("DO", "DOI"):
        record.put_doi(value)
    elif tag in ("UR", "US"):
        for url in re.split(r"\s*[;\n]\s*(?=\w+:)|\s+(?=https?:)", value):
            record.put_url(url)
    elif tag == "ID":
        record.key = value
    elif tag == "SN":
        _number(record, value)
    elif tag == "KW":
        _keyword(record, value)
    elif tag == "Y2":
        record.put_date(value, "accessed")
    elif tag == "M3":
        _kind_of_work(record, value)
    elif tag in ("N1", "RN"):
        _note(record, value)
    elif tag == "M1" and record.put_arxiv(value):
        pass
    elif tag == "M1":
        record.put("number" if record.type not in _SERIALS else "issue", value, "ris_m1")
    elif tag == "PM" and _PUBMED.search(value):
        _note(record, value)
    elif tag == "VO" and value == record.variables.get("volume", value):
        record.put("volume", value)
    elif tag not in _DATES and tag not in _JOURNALS and tag not in ("SP", "EP", "T3", "ER"):
        record.keep(f"ris_{tag}", value)


def _people(record: Record, lines: list[TaggedLine], *, edited: bool) -> None:
    """Authors and the others; whoever stands alone at a book without authors has edited it."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        if line.tag in _PEOPLE and line.value:
            texts.setdefault(line.tag, []).append(line.value)
    alone = record.type == "book" and not {"AU", "A1", "ED"} & texts.keys()
    for tag, listed in texts.items():
        role = _role(tag, record.type)
        if (edited and role == "author") or (alone and role == "collection-editor"):
            role = "editor"
        if tag != "A1" or texts.get("AU") != listed:
            record.put_names(role, names_of(listed, family_first=True))


def _role(tag: str, kind: str) -> str:
    """A2 to A4 have their meaning by the type (EndNote's table of RIS tags)."""
    if tag == "A2" and kind == "book":
        return "collection-editor"
    return {"A2": "editor", "A3": "collection-editor", "A4": "translator"}.get(tag, _NAMES.get(tag, "author"))


def _number(record: Record, value: str) -> None:
    digits = re.sub(r"[^0-9Xx]", "", value.split()[0]) if value.split() else ""
    variable = "ISBN" if len(digits) in (10, 13) else "ISSN"
    record.add(variable, re.sub(r"\s*\((?:ISBN|ISSN)\)", "", value))


def _keyword(record: Record, value: str) -> None:
    words = ", ".join(part.strip() for part in value.splitlines())
    record.add("keyword", words)


def _kind_of_work(record: Record, value: str) -> None:
    if re.match(r"(?:doi:?\s*)?10\.\d{4,9}/", value, re.IGNORECASE):
        record.put_doi(value)
    elif record.type in _SERIALS | _IN_BOOK:
        record.keep("ris_m3", value)
    else:
        record.put("genre", value, "ris_m3")


def _note(record: Record, value: str) -> None:
    for pmid, pmcid in _PUBMED.findall(value):
        record.put("PMID" if pmid else "PMCID", pmid or pmcid)
    record.add("annote", value, "; ")


def _pages(record: Record, lines: list[TaggedLine]) -> None:
    first = next((line.value for line in lines if line.tag == "SP" and line.value), "")
    last = next((line.value for line in lines if line.tag == "EP" and line.value), "")
    first, last = (re.sub(r"^pp?\.?\s*", "", page) for page in (first, last))
    if first and last and "-" not in first and first != last:
        first = f"{first}-{last}"
    if first or last:
        whole = record.type in ("book", "thesis") and (first or last).isdecimal()
        record.put("number-of-pages" if whole else "page", first or last)


def _containers(record: Record, lines: list[TaggedLine]) -> None:
    """The journal or the book, and the series; the longer names first, others are kept."""
    by_tag = {tag: line.value for line in reversed(lines) for tag in [line.tag] if line.value}
    if record.type == "book" and "title" not in record.variables and "BT" in by_tag:
        record.put("title", by_tag.pop("BT"))
    series = "collection-title"
    if record.type == "paper-conference" and "C3" in by_tag and _SERIES.search(by_tag.get("T2", "")):
        record.put(series, by_tag.pop("T2"))
    elif record.type != "paper-conference" and "C3" in by_tag:
        record.keep("ris_c3", by_tag.pop("C3"))
    order = ("C3", "BT", "T2", "JF", "JO") if record.type in _IN_BOOK else ("JF", "JO", "T2", "BT")
    serial = record.type in _SERIALS | _IN_BOOK or record.type in ("bill", "legal_case", "legislation")
    for tag in (*order, "JA", "J2", "J9", "JI", "J1"):
        value = by_tag.get(tag, "")
        if not value:
            continue
        if not serial and tag == "T2":
            record.put(series, value, "ris_t2")
        elif "container-title" not in record.variables:
            record.put("container-title", value)
        elif value == record.variables["container-title"]:
            continue
        elif tag in (*_SHORT, "JO") and "container-title-short" not in record.variables:
            record.put("container-title-short", value)
        else:
            record.keep(f"ris_{tag}", value)
    record.put(series, by_tag.get("T3", ""), "ris_t3")


def _year(record: Record, lines: list[TaggedLine]) -> None:
    """PY or Y1 has the year, DA the day, with the year or without it."""
    texts = {line.tag: line.value for line in reversed(lines) if line.tag in _DATES and line.value}
    year = texts.get("PY") or texts.get("Y1") or texts.get("YR") or ""
    day = texts.get("DA", "")
    if year:
        record.put_date(re.sub(r"/+$", "", year))
    if day:
        record.put_date(day if re.search(r"\d{4}", day) or not year else f"{day} {year[:4]}")
