"""OpenAlex's works.  Source: docs.openalex.org, "Work object"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.csl_json.dialects import TYPES as CROSSREF_TYPES
from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record

_TYPES = {
    "article": "article-journal", "book": "book", "book-chapter": "chapter", "dataset": "dataset",
    "dissertation": "thesis", "preprint": "article", "report": "report", "review": "article-journal",
    "letter": "article-journal", "editorial": "article-journal", "erratum": "article-journal",
    "standard": "standard", "reference-entry": "entry", "peer-review": "review", "software": "software",
    "supplementary-materials": "document", "other": "document", "paratext": "document",
}  # fmt: skip
_VENUES = frozenset({"journal", "conference", "book series", "ebook platform", ""})


def read(data: object) -> Batch:
    """The works of an answer: a list in ``results``, an array, or one work."""
    works = tree.mappings(data, "results") or tree.mappings(data)
    return Batch([_record(work) for work in works])


def _record(work: Mapping[str, Any]) -> Record:
    kind = tree.text(work, "type")
    record = Record(_TYPES.get(kind) or CROSSREF_TYPES.get(kind) or "document")
    record.put("title", tree.text(work, "title") or tree.text(work, "display_name"))
    authors = [_author(one) for one in tree.mappings(work, "authorships")]
    record.put_names("author", names_of(authors))
    record.put_doi(tree.text(work, "doi") or tree.text(work, "ids", "doi"))
    record.put_date(tree.text(work, "publication_date"))
    record.put_date(tree.text(work, "publication_year"))
    _year_alone(record, work)
    _place(record, work)
    biblio = "biblio"
    record.put("volume", tree.text(work, biblio, "volume"))
    record.put("issue", tree.text(work, biblio, "issue"))
    first, last = tree.text(work, biblio, "first_page"), tree.text(work, biblio, "last_page")
    record.put("page", f"{first}-{last}" if first and last and first != last else first or last)
    for name in ("pmid", "pmcid"):
        record.put_url(tree.text(work, "ids", name))
    record.put("language", tree.text(work, "language"))
    record.put("abstract", _abstract(tree.at(work, "abstract_inverted_index")))
    words = [tree.text(one, "display_name") for one in tree.mappings(work, "keywords")]
    record.put("keyword", ", ".join(word for word in words if word))
    record.fields["openalex"] = tree.text(work, "id").rpartition("/")[2]
    if tree.at(work, "is_retracted") is True:
        record.fields["pubstate"] = "retracted"
    return record


def _author(one: Mapping[str, Any]) -> str:
    """The person's name, often longer than on the paper, unless the paper has another surname."""
    typed, known = tree.text(one, "raw_author_name"), tree.text(one, "author", "display_name")
    surname = known.rpartition(" ")[2]
    return known if not typed or (surname and surname.lower() in typed.lower()) else typed


def _year_alone(record: Record, work: Mapping[str, Any]) -> None:
    """1 January is how OpenAlex writes a date of which only the year is known."""
    date = record.dates.get("issued")
    if date and tree.text(work, "publication_date").endswith("-01-01"):
        record.dates["issued"] = date._replace(parts=(date.parts[0][:1],))


def _place(record: Record, work: Mapping[str, Any]) -> None:
    """The venue; a repository is where a copy is, and no venue."""
    location = tree.at(work, "primary_location") or tree.at(work, "host_venue")
    source = tree.at(location, "source") or location
    name = tree.text(source, "display_name") or tree.text(location, "raw_source_name")
    kind = tree.text(source, "type")
    if kind in _VENUES and record.type != "book":
        record.put("container-title", name)
        if record.type == "article-journal" and kind == "conference":
            record.type = "paper-conference"
    elif kind in _VENUES:
        record.put("collection-title", name)
    elif kind == "repository" and name:
        record.put("archive", "" if "arxiv" in name.lower() else name)
        if record.type == "article-journal" and "arxiv" in name.lower():
            record.type = "article"
    record.put("ISSN", tree.text(source, "issn_l"))
    if kind in _VENUES:
        record.put("publisher", tree.text(source, "host_organization_name"))
    landing = tree.text(location, "landing_page_url")
    if "DOI" not in record.variables or kind == "repository":
        record.put_url(landing)
    record.link("pdf", tree.text(work, "best_oa_location", "pdf_url") or tree.text(location, "pdf_url"))


def _abstract(index: object) -> str:
    """The abstract from OpenAlex's index of words and their places."""
    if not isinstance(index, Mapping):
        return ""
    places = [
        (place, str(word))
        for word, found in index.items()
        if isinstance(found, list)
        for place in found
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(places))
