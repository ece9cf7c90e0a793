"""DBLP's XML (a person's page, a search, an extract) and the JSON of a search.

Sources: dblp.org/xml/docu/dblpxml.pdf, and the answers of its search API.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from publist.sources import tree, xml
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement

_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "proceedings": "book", "book": "book",
    "incollection": "chapter", "phdthesis": "thesis", "mastersthesis": "thesis", "www": "webpage",
    "data": "dataset",
    # the words of the search
    "journal articles": "article-journal", "conference and workshop papers": "paper-conference",
    "informal publications": "article", "informal and other publications": "article", "editorship": "book",
    "books and theses": "book", "parts in books or collections": "chapter", "data and artifacts": "dataset",
    "informal or other publication": "article", "journal article": "article-journal",
    "conference or workshop paper": "paper-conference", "reference works": "entry-encyclopedia",
}  # fmt: skip
ELEMENTS = ("article", "inproceedings", "proceedings", "book", "incollection", "phdthesis", "mastersthesis")
"""The elements that may be a file's outermost one."""
_TEXTS = {
    "volume": "volume", "number": "issue", "pages": "page", "publisher": "publisher", "school": "publisher",
    "isbn": "ISBN", "series": "collection-title", "note": "note", "address": "publisher-place",
    "venue": "container-title", "chapter": "chapter-number", "doi": "DOI",
}  # fmt: skip
# DBLP's own addresses and what joins its records.
_OWN = frozenset(
    "author editor authors title year month journal booktitle ee url crossref cite type key access stream"
    " cdrom rel publnr".split()
)


def read(root: SourceElement) -> Batch:
    """The works of a file; DBLP's page about a person (``homepages/…``) is none."""
    works = [_record(element) for element in _elements(root) if not _is_person(element)]
    return Batch(works, owner=_without_number(str(root.get("name", ""))))


def _elements(root: SourceElement) -> Iterator[SourceElement]:
    kind = xml.name(root)
    if kind in _TYPES and root.get("key"):
        yield root
    elif kind == "result":
        yield from xml.children(root, "hits", "hit", "info")
    else:
        for child in root:
            if xml.name(child) == "r":
                yield from (one for one in child if xml.name(one))
            elif xml.name(child) in _TYPES:
                yield child


def read_json(data: object) -> Batch:
    """The works of a search's JSON."""
    hits = tree.mappings(data, "result", "hits", "hit")
    return Batch([_from_json(info) for hit in hits for info in tree.mappings(hit, "info")])


def _from_json(info: Mapping[str, Any]) -> Record:
    kind = tree.text(info, "type").lower()
    record = Record(_TYPES.get(kind, "document"))
    key = tree.text(info, "key")
    record.key = f"DBLP:{key}" if key else ""
    listed = tree.mappings(info, "authors", "author")
    record.put_names("author", names_of(_without_number(tree.text(one, "text")) for one in listed))
    record.put("title", xml.without_stop(html.unescape(tree.text(info, "title"))))
    venues = tree.texts(info, "venue")
    if venues[:1] == ["CoRR"]:
        record.type = "article"
        record.put_arxiv(tree.text(info, "volume").replace("abs/", "arXiv:"))
    record.put_date(tree.text(info, "year"))
    for link in tree.texts(info, "ee"):
        record.put_url(link)
    record.put("collection-title", ", ".join(venues[1:]))
    for name, value in info.items():
        if name == "venue":
            value = venues[:1]
        if record.type != "article" or name not in ("venue", "volume"):
            _place(record, name, html.unescape(", ".join(tree.texts({name: value}, name))))
    return record


def _is_person(element: SourceElement) -> bool:
    return str(element.get("key", "")).startswith("homepages/")


def _record(source: SourceElement) -> Record:
    kind = xml.name(source) if xml.name(source) != "info" else xml.text(source, "type").lower()
    record = Record(_TYPES.get(kind, "document"), xml.line(source))
    key = str(source.get("key") or xml.text(source, "key"))
    record.key = f"DBLP:{key}" if key else ""  # as in DBLP's own BibTeX
    listed = [*xml.children(source, "author"), *xml.children(source, "authors", "author")]
    record.put_names("author", names_of(_person(one) for one in listed))
    record.put_names("editor", names_of(_person(one) for one in xml.children(source, "editor")))
    record.put("title", xml.without_stop(xml.text(source, "title")))
    if kind in ("phdthesis", "mastersthesis"):
        record.put("genre", "PhD thesis" if kind == "phdthesis" else "Master’s thesis")
    journal, book = xml.text(source, "journal"), xml.text(source, "booktitle")
    if journal == "CoRR" or xml.text(source, "venue") == "CoRR":
        record.type = "article"
        record.put_arxiv(xml.text(source, "volume").replace("abs/", "arXiv:"))
    else:
        record.put("container-title", journal or ("" if record.type == "book" else book))
    record.put_date(" ".join(filter(None, (xml.text(source, "month"), xml.text(source, "year")))))
    for link in xml.children(source, "ee"):
        record.put_url(xml.text(link))
    for child in source:
        _place(record, xml.name(child), xml.text(child))
    return record


def _place(record: Record, tag: str, value: str) -> None:
    if record.arxiv and tag in ("volume", "venue"):
        return
    if tag == "doi":
        record.put_doi(value)
    elif tag in _TEXTS:
        record.put(_TEXTS[tag], value, f"dblp_{tag}")
    elif tag and tag not in _OWN:
        record.keep(f"dblp_{tag}", value)


def _person(element: SourceElement) -> str:
    """A name without DBLP's number of a namesake: ``Jane Doe 0002``."""
    return _without_number(xml.text(element))


def _without_number(name: str) -> str:
    return re.sub(r"\s+\d{4}$", "", name)
