"""Zotero's own JSON: what its web API answers, and what Better BibTeX exports.

Sources: www.zotero.org/support/dev/web_api/v3/basics, api.zotero.org/schema (fields, types and creators with
their CSL names).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.item import Name
from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.record import Record

_TYPES = {
    "journalArticle": "article-journal", "conferencePaper": "paper-conference", "book": "book",
    "bookSection": "chapter", "thesis": "thesis", "report": "report", "preprint": "article",
    "presentation": "speech", "patent": "patent", "dataset": "dataset", "computerProgram": "software",
    "magazineArticle": "article-magazine", "newspaperArticle": "article-newspaper",
    "manuscript": "manuscript",
    "webpage": "webpage", "blogPost": "post-weblog", "forumPost": "post", "document": "document",
    "encyclopediaArticle": "entry-encyclopedia", "dictionaryEntry": "entry-dictionary",
    "standard": "standard",
    "videoRecording": "motion_picture", "film": "motion_picture", "audioRecording": "song",
    "podcast": "song", "radioBroadcast": "broadcast", "tvBroadcast": "broadcast", "artwork": "graphic",
    "map": "map", "interview": "interview", "letter": "personal_communication",
    "email": "personal_communication", "case": "legal_case", "statute": "legislation", "bill": "bill",
    "hearing": "hearing", "instantMessage": "personal_communication",
}  # fmt: skip
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
_TEXTS = {
    "title": "title", "nameOfAct": "title", "caseName": "title", "subject": "title",
    "shortTitle": "title-short",
    "publicationTitle": "container-title", "bookTitle": "container-title",
    "proceedingsTitle": "container-title",
    "encyclopediaTitle": "container-title", "dictionaryTitle": "container-title",
    "blogTitle": "container-title",
    "websiteTitle": "container-title", "forumTitle": "container-title", "programTitle": "container-title",
    "journalAbbreviation": "container-title-short", "series": "collection-title",
    "seriesTitle": "collection-title", "seriesNumber": "collection-number", "volume": "volume",
    "issue": "issue", "pages": "page", "numberOfVolumes": "number-of-volumes", "numPages": "number-of-pages",
    "edition": "edition", "place": "publisher-place", "publisher": "publisher", "university": "publisher",
    "institution": "publisher", "company": "publisher", "label": "publisher", "distributor": "publisher",
    "conferenceName": "event-title", "meetingName": "event-title", "abstractNote": "abstract",
    "language": "language", "ISBN": "ISBN", "ISSN": "ISSN", "section": "section", "versionNumber": "version",
    "reportNumber": "number", "patentNumber": "number", "number": "number", "thesisType": "genre",
    "reportType": "genre", "manuscriptType": "genre", "presentationType": "genre", "genre": "genre",
    "archiveID": "number", "repository": "publisher",
}  # fmt: skip
_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "seriesEditor": "collection-editor",
    "bookAuthor": "container-author", "inventor": "author", "presenter": "author", "programmer": "author",
    "director": "author", "artist": "author", "interviewee": "author", "cartographer": "author",
    "reviewedAuthor": "reviewed-author", "podcaster": "author", "performer": "author",
}  # fmt: skip
# About Zotero's own record, and what a citation does not have.
_OWN = frozenset(
    "key version itemType creators tags collections relations dateAdded dateModified accessDate citationKey"
    " libraryCatalog archive archiveLocation callNumber rights date DOI url extra itemKey itemID uri notes"
    " attachments seeAlso select libraryID parentItem inPublications".split()
)


def read(data: object) -> Batch:
    """The works among the items: a list, one item, or Better BibTeX's ``items``."""
    items = tree.mappings(data, "items") or tree.mappings(data)
    works = [_data(one) for one in items]
    return Batch([_record(one) for one in works if tree.text(one, "itemType") not in _NO_WORKS])


def _data(item: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = item.get("data")
    return inner if isinstance(inner, Mapping) else item


def is_item(item: Mapping[str, object]) -> bool:
    """Whether a mapping is an item of Zotero's."""
    return tree.text(_data(item), "itemType") in _TYPES.keys() | _NO_WORKS


def _record(work: Mapping[str, Any]) -> Record:
    record = Record(_TYPES.get(tree.text(work, "itemType"), "document"))
    record.key = tree.text(work, "citationKey")
    for creator in tree.mappings(work, "creators"):
        name = _name(creator)
        role = _ROLES.get(tree.text(creator, "creatorType"), "contributor")
        record.put_names(role, [name] if name else [])
    for field, value in tree.items(work):
        if field in _TEXTS:
            record.put(_TEXTS[field], tree.text(value), f"zotero_{field}")
        elif field not in _OWN and tree.text(value):
            record.keep(f"zotero_{field}", tree.text(value))
    record.put_date(tree.text(work, "date"))
    record.put_doi(tree.text(work, "DOI"))
    record.put_url(tree.text(work, "url"))
    _extra(record, tree.text(work, "extra"))
    words = [tree.text(one, "tag") or tree.text(one) for one in tree.mappings(work, "tags")]
    record.put("keyword", ", ".join(word for word in words if word))
    if record.arxiv:  # arXiv's number says both
        for variable in ("number", "publisher"):
            if "arxiv" in str(record.variables.get(variable, "")).lower():
                del record.variables[variable]
    return record


def _name(creator: Mapping[str, Any]) -> Name | None:
    family, given = tree.text(creator, "lastName"), tree.text(creator, "firstName")
    if family and given:
        return name_of(f"{family}, {given}")
    return (
        Name(literal=tree.text(creator, "name") or family) if tree.text(creator, "name") or family else None
    )


def _extra(record: Record, extra: str) -> None:
    """What people and connectors write into ``extra``: ``arXiv: 2403.00001``, ``PMID: 1``, ``DOI: …``."""
    for line in extra.splitlines():
        name, colon, value = line.partition(":")
        label = name.strip().lower()
        if not colon or not value.strip():
            record.keep("zotero_extra", line)
        elif label == "arxiv":
            record.put_arxiv(line.strip())
        elif label == "doi":
            record.put_doi(value)
        elif label in ("pmid", "pmcid"):
            record.put(label.upper(), value.strip())
        elif label == "citation key":
            record.key = record.key or value.strip()
        else:
            record.keep("zotero_extra", line)
