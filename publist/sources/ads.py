"""ADS's answers to a search.  Source: ui.adsabs.harvard.edu/help/api, the fields of its Solr schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record

_TYPES = {
    "article": "article-journal", "eprint": "article", "inproceedings": "paper-conference",
    "proceedings": "book", "book": "book", "inbook": "chapter", "phdthesis": "thesis",
    "mastersthesis": "thesis", "techreport": "report", "abstract": "speech", "talk": "speech",
    "software": "software", "proposal": "report", "catalog": "dataset", "circular": "report",
    "bookreview": "review-book", "editorial": "article-journal", "erratum": "article-journal",
}  # fmt: skip
FIELDS = "bibcode,title,author,pub,year,pubdate,volume,issue,page,doi,identifier,doctype,abstract,arxiv_class"
"""The fields that are asked for."""


def read(data: object) -> Batch:
    """The works of an answer: ``response.docs``."""
    return Batch([_record(one) for one in tree.mappings(data, "response", "docs")])


def _record(work: Mapping[str, Any]) -> Record:
    kind = tree.text(work, "doctype")
    record = Record(_TYPES.get(kind, "article-journal"))
    record.put("title", (tree.texts(work, "title") or [""])[0])
    record.put_names("author", names_of(tree.texts(work, "author")))
    if kind == "phdthesis":
        record.put("genre", "PhD thesis")
    venue = tree.text(work, "pub")
    if "arxiv" not in venue.lower():
        record.put("publisher" if record.type in ("thesis", "book") else "container-title", venue)
    record.put_date(tree.text(work, "pubdate").replace("-00", "") or tree.text(work, "year"))
    for name in ("volume", "issue"):
        record.put(name, tree.text(work, name))
    record.put("page", (tree.texts(work, "page") or [""])[0] if "arXiv" not in str(work.get("page")) else "")
    for doi in tree.texts(work, "doi"):
        record.put_doi(doi)
    for number in tree.texts(work, "identifier"):
        record.put_arxiv(number)
    if classes := tree.texts(work, "arxiv_class"):
        record.fields["primaryclass"] = classes[0]
    record.put("abstract", tree.text(work, "abstract"))
    record.fields["bibcode"] = tree.text(work, "bibcode")
    return record
