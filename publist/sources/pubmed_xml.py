"""PubMed's XML: what efetch answers and what PubMed saves.

Source: the elements of NLM's PubMed DTD (www.nlm.nih.gov/bsd/licensee/elements_descriptions.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from publist.item import Name
from publist.sources import xml
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.nbib import without_brackets
from publist.sources.record import Record

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement

_TYPES = {"preprint": "article", "dataset": "dataset"}


def read(root: SourceElement) -> Batch:
    """The works of a set of articles and chapters."""
    found = Batch()
    for element in [root] if xml.name(root) != "pubmedarticleset" else list(root):
        if xml.name(element) == "pubmedarticle":
            found.records.append(_article(element))
        elif xml.name(element) == "pubmedbookarticle":
            found.records.append(_chapter(element))
    return found


def _article(source: SourceElement) -> Record:
    citation = next(xml.children(source, "medlinecitation"), None)
    article = next(xml.children(citation, "article"), None)
    kinds = [xml.text(one).lower() for one in xml.children(article, "publicationtypelist", "publicationtype")]
    kind = next((_TYPES[one] for one in kinds if one in _TYPES), "article-journal")
    record = Record(kind, xml.line(source))
    record.put("title", without_brackets(xml.text(article, "articletitle")))
    record.put("original-title", xml.text(article, "vernaculartitle"))
    _people(record, article)
    journal = next(xml.children(article, "journal"), None)
    record.put("container-title", xml.text(journal, "title"))
    record.put("container-title-short", xml.text(journal, "isoabbreviation"))
    record.put("ISSN", xml.text(journal, "issn"))
    record.put("volume", xml.text(journal, "journalissue", "volume"))
    record.put("issue", xml.text(journal, "journalissue", "issue"))
    record.put("page", _pages(article))
    record.put_date(_date(next(xml.children(journal, "journalissue", "pubdate"), None)))
    record.put_date(_date(next(xml.children(article, "articledate"), None)))
    record.put("abstract", _abstract(article))
    record.put("language", xml.text(article, "language"))
    record.put("PMID", xml.text(citation, "pmid"))
    _identifiers(record, xml.children(source, "pubmeddata", "articleidlist", "articleid"), "idtype")
    _identifiers(record, xml.children(article, "elocationid"), "eidtype")
    _notices(record, citation, kinds)
    words = [xml.text(one) for one in xml.children(citation, "keywordlist", "keyword")]
    record.put("keyword", ", ".join(word for word in words if word))
    return record


def _chapter(source: SourceElement) -> Record:
    document = next(xml.children(source, "bookdocument"), None)
    title, book = xml.text(document, "articletitle"), xml.text(document, "book", "booktitle")
    record = Record("chapter" if title else "book", xml.line(source))
    record.put("title", without_brackets(title or book))
    if title:
        record.put("container-title", xml.without_stop(book))
    _people(record, document)
    record.put("publisher", xml.text(document, "book", "publisher", "publishername"))
    record.put("publisher-place", xml.text(document, "book", "publisher", "publisherlocation"))
    record.put("ISBN", xml.text(document, "book", "isbn"))
    record.put_date(_date(next(xml.children(document, "book", "pubdate"), None)))
    record.put("abstract", _abstract(document))
    record.put("PMID", xml.text(document, "pmid"))
    _identifiers(record, xml.children(document, "articleidlist", "articleid"), "idtype")
    return record


def _people(record: Record, source: SourceElement | None) -> None:
    for listed in xml.children(source, "authorlist"):
        role = "editor" if listed.get("Type") == "editors" else "author"
        names = [name for one in xml.children(listed, "author") if (name := _person(one))]
        record.put_names(role, names)
        if listed.get("CompleteYN") == "N":
            record.put_names(role, [Name(literal="others", others=True)])


def _person(author: SourceElement) -> Name | None:
    group = xml.text(author, "collectivename")
    if group:
        return Name(literal=group)
    family, suffix = xml.text(author, "lastname"), xml.text(author, "suffix")
    given = xml.text(author, "forename") or xml.text(author, "initials")
    return name_of(", ".join(part for part in (family, suffix, given) if part)) if family else None


def _pages(article: SourceElement | None) -> str:
    first, last = xml.text(article, "pagination", "startpage"), xml.text(article, "pagination", "endpage")
    return xml.text(article, "pagination", "medlinepgn") or "-".join(part for part in (first, last) if part)


def _date(date: SourceElement | None) -> str:
    parts = (xml.text(date, part) for part in ("year", "month", "day"))
    return xml.text(date, "medlinedate") or " ".join(part for part in parts if part)


def _abstract(article: SourceElement | None) -> str:
    """The abstract; the labels of its parts stand before them, as PubMed shows them."""
    parts = [
        ": ".join(text for text in (str(part.get("Label") or ""), xml.text(part)) if text)
        for part in xml.children(article, "abstract", "abstracttext")
    ]
    return " ".join(parts)


def _identifiers(record: Record, elements: Iterator[SourceElement], kind: str) -> None:
    for element in elements:
        name = {key.lower(): str(value).lower() for key, value in element.attrib.items()}.get(kind, "")
        if name == "doi" and "DOI" not in record.variables:
            record.put_doi(xml.text(element))
        elif name in ("pmc", "pmcid"):
            record.put("PMCID", xml.text(element).split(";")[0].removeprefix("pmc-id:").strip())
        elif name == "pii":
            record.fields.setdefault("pii", xml.text(element))


def _notices(record: Record, citation: SourceElement | None, kinds: list[str]) -> None:
    """That a work is retracted, which PubMed says in its types and by the notice."""
    path = ("commentscorrectionslist", "commentscorrections")
    notices = [str(one.get("RefType", "")) for one in xml.children(citation, *path)]
    if "retracted publication" in kinds or "RetractionIn" in notices:
        record.fields["pubstate"] = "retracted"
