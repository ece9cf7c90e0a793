"""INSPIRE's literature.  Source: the schema of its records (inspire-schemas, ``hep``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.bibtex.latex import decode
from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.record import Record

_TYPES = {
    "article": "article-journal", "book": "book", "book chapter": "chapter",
    "conference paper": "paper-conference",
    "proceedings": "book", "report": "report", "thesis": "thesis", "note": "report",
    "activity report": "report",
}  # fmt: skip
_DEGREES = {
    "phd": "PhD thesis", "master": "Master’s thesis", "bachelor": "Bachelor’s thesis",
    "diploma": "Diploma thesis", "habilitation": "Habilitation thesis",
}  # fmt: skip


def read(data: object) -> Batch:
    """The works of an answer: ``hits.hits``, or one record."""
    hits = tree.mappings(data, "hits", "hits") or tree.mappings(data)
    return Batch([_record(hit) for hit in hits])


def _record(hit: Mapping[str, Any]) -> Record:
    work = tree.at(hit, "metadata") or hit
    published = next((one for one in tree.mappings(work, "publication_info")), {})
    journal = tree.text(published, "journal_title")
    kind = (tree.texts(work, "document_type") or [""])[0]
    record = Record(_TYPES.get(kind, "article-journal"))
    record.key = (tree.texts(work, "texkeys") or [""])[0]
    if record.type == "article-journal" and not journal and tree.mappings(work, "arxiv_eprints"):
        record.type = "article"
    _title(record, work)
    for author in tree.mappings(work, "authors"):
        roles = tree.texts(author, "inspire_roles")
        name = name_of(tree.text(author, "full_name"))
        if name and "supervisor" not in roles:
            record.put_names("editor" if "editor" in roles else "author", [name])
    if not record.names:
        groups = [tree.text(one, "value") for one in tree.mappings(work, "collaborations")]
        record.put_names("author", [n for group in groups if (n := name_of(f"{group} Collaboration"))])
    record.put("container-title", journal or tree.text(published, "pubinfo_freetext"))
    _published(record, published)
    for path, put in (("dois", record.put_doi), ("arxiv_eprints", record.put_arxiv)):
        for value in dict.fromkeys(tree.text(one, "value") for one in tree.mappings(work, path)):
            put(value)
    category = tree.texts(work, "arxiv_eprints", 0, "categories")
    if category:
        record.fields["primaryclass"] = category[0]
    record.put("abstract", tree.text(work, "abstracts", 0, "value"))
    if degree := _DEGREES.get(tree.text(work, "thesis_info", "degree_type").lower()):
        record.put("genre", degree)
    school = tree.text(work, "thesis_info", "institutions", 0, "name")
    record.put("publisher", tree.text(work, "imprints", 0, "publisher") or school)
    record.put("ISBN", tree.text(work, "isbns", 0, "value"))
    if record.type in ("book", "thesis"):
        record.put("number-of-pages", tree.text(work, "number_of_pages"))
    words = [tree.text(one, "value") for one in tree.mappings(work, "keywords")]
    record.put("keyword", ", ".join(word for word in words if word))
    for number in tree.mappings(work, "report_numbers"):
        record.put("number", tree.text(number, "value"), "reportnumber")
    _date(record, work, published)
    record.fields["inspire"] = tree.text(work, "control_number")
    return record


def _title(record: Record, work: object) -> None:
    title = tree.text(work, "titles", 0, "title")
    subtitle = tree.text(work, "titles", 0, "subtitle")
    title = f"{title}: {subtitle}" if subtitle else title
    record.put("title", title)
    if "$" in title:
        record.variables["title"] = decode(title).text


def _published(record: Record, published: Mapping[str, Any]) -> None:
    record.put("volume", tree.text(published, "journal_volume"))
    record.put("issue", tree.text(published, "journal_issue"))
    first, last = tree.text(published, "page_start"), tree.text(published, "page_end")
    pages = f"{first}-{last}" if first and last and first != last else first
    record.put("page", pages or tree.text(published, "artid"))


def _date(record: Record, work: object, published: Mapping[str, Any]) -> None:
    """The year of the journal, else the imprint's, the thesis's, the preprint's."""
    for text in (
        tree.text(published, "year"),
        tree.text(work, "imprints", 0, "date"),
        tree.text(work, "thesis_info", "date"),
        tree.text(work, "preprint_date"),
        tree.text(work, "earliest_date"),
    ):
        if text and "issued" not in record.dates:
            record.put_date(text)
