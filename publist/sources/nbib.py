"""PubMed's .nbib (MEDLINE display).  Source: NLM, MEDLINE/PubMed Data Element (Field) Descriptions."""

from __future__ import annotations

import re

from publist.item import Name
from publist.sources import tagged
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.record import Record
from publist.sources.tagged import TaggedLine

_TEXTS = {
    "TI": "title", "BTI": "container-title", "CTI": "collection-title", "AB": "abstract",
    "JT": "container-title", "TA": "container-title-short", "VI": "volume", "IP": "issue", "PG": "page",
    "LA": "language", "PMID": "PMID", "PMC": "PMCID", "EN": "edition", "PB": "publisher",
    "ISBN": "ISBN", "TT": "original-title", "GN": "annote",
}  # fmt: skip
# About PubMed's own record, its indexing and its dates: nothing of the work itself.
_OWN = frozenset(
    "OWN STAT STAT- DCOM LR SB JID EDAT MHDA CRDT PHST PST SO OTO DEP PL CTDT AUID PUBM DRDT OID RF".split()
)
_TYPES = (
    ("preprint", "article"),
    ("book chapter", "chapter"),
    ("dataset", "dataset"),
    ("news", "article-journal"),
)


def read(text: str) -> Batch:
    """The works of a file."""
    records, outside = tagged.records(text, tagged.NBIB)
    return Batch([_record(lines) for lines in records], [(line.line, line.value) for line in outside])


def _record(lines: list[TaggedLine]) -> Record:
    record = Record(_type(lines), lines[0].line)
    full = any(line.tag == "FAU" for line in lines)
    words: list[str] = []
    for line in lines:
        if line.tag in ("MH", "OT"):
            words.append(line.value.replace("*", ""))
        elif line.value:
            _place(record, line, full=full)
    if words:
        record.put("keyword", ", ".join(words))
    return record


def _type(lines: list[TaggedLine]) -> str:
    types = " ".join(line.value.lower() for line in lines if line.tag == "PT")
    if any(line.tag == "BTI" for line in lines):
        return "chapter" if any(line.tag == "TI" for line in lines) else "book"
    return next((csl for word, csl in _TYPES if word in types), "article-journal")


def _place(record: Record, line: TaggedLine, *, full: bool) -> None:
    tag, value = line.tag, line.value
    if tag in ("FAU", "AU"):
        if (tag == "FAU") == full:
            name = name_of(value, family_first=not full)
            record.put_names("author", [name] if name else [])
    elif tag in ("FED", "ED"):
        if tag == "FED":
            name = name_of(value)
            record.put_names("editor", [name] if name else [])
    elif tag == "CN":
        record.put_names("author", [Name(literal=value.replace("'", "’"))])
    elif tag in ("TI", "BTI"):
        variable = "title" if tag == "TI" or record.type == "book" else "container-title"
        record.put(variable, without_brackets(value))
    elif tag in ("LID", "AID"):
        _identifier(record, value)
    elif tag == "IS":
        record.add("ISSN", value.split()[0])
    elif tag == "PT" and value == "Retracted Publication":
        record.fields["pubstate"] = "retracted"
    elif tag == "DP":
        record.put_date(value)
    elif tag in _TEXTS:
        record.put(_TEXTS[tag], value, f"nbib_{tag}")
    elif (
        (tag not in _OWN and tag not in ("AD", "PT", "IR", "FIR"))
        or tag in ("AD", "IR", "FIR")
        or (tag == "PT" and value != "Journal Article")
    ):
        record.keep(f"nbib_{tag}", value)


def without_brackets(value: str) -> str:
    """A title without NLM's full stop, and without the brackets around one that is translated."""
    title = re.sub(r"(?<![.])\.$", "", " ".join(value.split()))
    translated = re.fullmatch(r"\[(.+?)\.?\]", title)
    return translated[1] if translated else title


def _identifier(record: Record, value: str) -> None:
    text, _, kind = value.rpartition("[")
    if kind.startswith("doi"):
        record.put_doi(text)
    elif kind.startswith("pii"):
        if text.strip() not in record.fields.values() and text.strip() != record.variables.get("DOI"):
            record.fields["pii"] = text.strip()
    else:
        record.keep("nbib_id", value)
