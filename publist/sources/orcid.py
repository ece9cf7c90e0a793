"""ORCID's works: a record or its works, as JSON (3.0, 2.0) and as XML (3.0, 2.0, 1.2).

Sources: ORCID's API tutorial "Read works", and the schemas work-3.0.xsd and orcid-message-1.2.xsd.  XML
is made the tree that the JSON has, so both are read by one function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from publist.bibtex import loads
from publist.csl_json.dialects import TYPES as CROSSREF_TYPES
from publist.sources import tree, xml
from publist.sources.batch import Batch
from publist.sources.names import listed, name_of
from publist.sources.record import Record, date_of_parts

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement

_TYPES = {
    "journal-article": "article-journal", "conference-paper": "paper-conference",
    "conference-abstract": "paper-conference", "conference-poster": "speech", "conference-output": "speech",
    "conference-presentation": "speech", "conference-proceedings": "book", "book": "book",
    "book-chapter": "chapter", "book-review": "review-book", "edited-book": "book",
    "dictionary-entry": "entry-dictionary",
    "encyclopedia-entry": "entry-encyclopedia", "dissertation": "thesis", "dissertation-thesis": "thesis",
    "supervised-student-publication": "thesis", "report": "report", "working-paper": "report",
    "technical-standard": "standard", "standards-and-policy": "standard", "preprint": "article",
    "data-set": "dataset", "software": "software", "magazine-article": "article-magazine",
    "newspaper-article": "article-newspaper", "newsletter-article": "article-magazine",
    "online-resource": "webpage",
    "website": "webpage", "blog-post": "post-weblog", "patent": "patent", "lecture-speech": "speech",
    "translation": "book", "manual": "book", "journal-issue": "periodical", "review": "review",
    "research-tool": "software", "video": "motion_picture", "test": "document",
}  # fmt: skip
# What ORCID's form asks for there: a series, or the institution.
_CONTAINERS = {"book": "collection-title", "thesis": "publisher", "report": "publisher"}
_SINGLES: tuple[tuple[str, ...], ...] = (
    ("bulk",),
    ("works", "work"),
    ("orcid-profile", "orcid-activities", "orcid-works", "orcid-work"),
)
_ROLES = {"editor": "editor", "chair-or-translator": "translator"}


def read_json(data: object) -> Batch:
    """The works of a record's JSON: one for each group, by its preferred summary."""
    found = Batch(owner=_owner(data))
    for work, others in _works(data):
        found.records.append(_record(work, others))
    return found


def _owner(data: object) -> str:
    """The name under which the owner publishes, else given name and family name."""
    name = tree.at(data, "person", "name")
    parts = (_value(name, part) for part in ("given-names", "family-name"))
    return _value(name, "credit-name") or " ".join(part for part in parts if part)


def preferred(data: object) -> list[str]:
    """The numbers (put-codes) of the works that the owner prefers, one of each group."""
    return [code for work, _ in _works(data) if (code := tree.text(work, "put-code"))]


def with_details(data: object, details: Iterable[Mapping[str, Any]]) -> None:
    """Put whole works in the place of their summaries, which have no authors."""
    whole = {tree.text(work, "put-code"): work for work in details}
    for group in tree.mappings(data, "activities-summary", "works", "group"):
        for place, summary in enumerate(tree.mappings(group, "work-summary")):
            code = tree.text(summary, "put-code")
            if code in whole:
                index = {"display-index": tree.text(summary, "display-index")}
                group["work-summary"][place] = {**summary, **whole[code], **index}


def read_xml(root: SourceElement) -> Batch:
    """The works of a record's XML."""
    found = Batch()
    groups = [one for one in root.iter() if xml.name(one) == "group"]
    singles = [one for one in root.iter() if xml.name(one) in ("work", "work-summary", "orcid-work")]
    if groups:
        for group in groups:
            works = [one for one in group if xml.name(one) == "work-summary"]
            if works:
                best = max(works, key=lambda one: _rank(str(one.get("display-index"))))
                found.records.append(_from_xml(best, [one for one in works if one is not best]))
    else:
        found.records += [_from_xml(work, []) for work in singles]
    return found


def _from_xml(work: SourceElement, others: list[SourceElement]) -> Record:
    record = _record(_tree(work), [_tree(one) for one in others])
    record.line = xml.line(work)
    return record


def _works(data: object) -> Iterator[tuple[Mapping[str, Any], list[Mapping[str, Any]]]]:
    """Each work, with other summaries of the same group."""
    groups: tuple[tuple[str, ...], ...] = (("activities-summary", "works"), ("works",), ())
    for path in groups:
        for group in tree.mappings(data, *path, "group"):
            works = tree.mappings(group, "work-summary") or tree.mappings(group, "work")
            if works:
                best = max(works, key=lambda work: _rank(tree.text(work, "display-index")))
                yield best, [work for work in works if work is not best]
    for singles in _SINGLES:
        for work in tree.mappings(data, *singles):
            yield tree.mappings(work, "work")[0] if "work" in work else work, []
    for work in tree.mappings(data):
        if "work-title" in work or ("title" in work and "external-ids" in work):
            yield work, []


def _rank(number: str) -> int:
    """The display index: the highest is the one that the owner prefers (ORCID's tutorial on works)."""
    return int(number) if number.isdecimal() else 0


def _value(work: object, *path: str) -> str:
    """A text that stands there, or in ``value`` or ``content``."""
    found = tree.text(work, *path)
    return found or tree.text(work, *path, "value") or tree.text(work, *path, "content")


def _record(work: Mapping[str, Any], others: list[Mapping[str, Any]]) -> Record:
    kind = (_value(work, "type") or _value(work, "work-type")).lower().replace("_", "-")
    record = Record(_TYPES.get(kind) or CROSSREF_TYPES.get(kind) or "document")
    if record.type == "document" and kind not in ("other", ""):
        record.keep("orcid_type", kind)
    record.key = ""
    for one in (work, *others):
        _fill(record, one)
    return record


def _fill(record: Record, work: Mapping[str, Any]) -> None:
    title = _value(work, "title", "title") or _value(work, "work-title", "title")
    if "title" not in record.variables:
        subtitle = _value(work, "title", "subtitle") or _value(work, "work-title", "subtitle")
        join = f": {subtitle}" if subtitle and subtitle.lower() not in title.lower() else ""
        record.put("title", xml.without_stop(title) + join)
    container = _value(work, "journal-title")
    if "container-title" not in record.variables and "collection-title" not in record.variables:
        record.put(_CONTAINERS.get(record.type, "container-title"), container)
    date = work.get("publication-date")
    record.put_date(date_of_parts([_value(date, part) for part in ("year", "month", "day")]))
    for path in (("external-ids", "external-id"), ("work-external-identifiers", "work-external-identifier")):
        for identifier in tree.mappings(work, *path):
            _identifier(record, identifier)
    record.put_url(_value(work, "url"))
    record.put("abstract", _value(work, "short-description"))
    record.put("language", _value(work, "language-code"))
    _contributors(record, work)
    _citation(record, work)


def _identifier(record: Record, identifier: Mapping[str, Any]) -> None:
    old = "work-external-identifier"
    kind = (_value(identifier, "external-id-type") or _value(identifier, f"{old}-type")).lower()
    value = _value(identifier, "external-id-value") or _value(identifier, f"{old}-id")
    relation = _value(identifier, "external-id-relationship").lower().replace("_", "-")
    if relation in ("part-of", "version-of", "funded-by") and kind not in ("isbn", "issn"):
        record.keep(f"orcid_{relation}_{kind}", value)
    elif kind == "doi":
        if "DOI" not in record.variables:
            record.put_doi(value)
    elif kind == "arxiv":
        record.put_arxiv(value)
    elif kind in ("pmid", "isbn", "issn"):
        record.put(kind.upper(), value)
    elif kind in ("pmc", "pmcid"):
        record.put("PMCID", value if value.upper().startswith("PMC") else f"PMC{value}")
    elif kind == "uri":
        record.put_url(value)
    elif kind and value and value not in record.fields.values():
        record.keep(f"orcid_{kind}", value)


def _contributors(record: Record, work: Mapping[str, Any]) -> None:
    if record.names:
        return
    for path in (("contributors", "contributor"), ("work-contributors", "contributor")):
        for one in tree.mappings(work, *path):
            role = _value(one, "contributor-attributes", "contributor-role").lower()
            name = name_of(_value(one, "credit-name"), family_first=True)
            if name:
                record.put_names(_ROLES.get(role, "author"), [name])


def _citation(record: Record, work: Mapping[str, Any]) -> None:
    """The citation in BibTeX that a work may have: its authors, and what else the work lacks."""
    for path in (("citation",), ("work-citation",)):
        kind = (_value(work, *path, "citation-type") or _value(work, *path, "work-citation-type")).lower()
        value = _value(work, *path, "citation-value") or _value(work, *path, "citation")
        if not value:
            continue
        entries = loads(value).entries if kind.startswith("bibtex") else []
        if not entries:
            record.keep("orcid_citation", value)
            continue
        _from_bibtex(record, {name: field.value for name, field in entries[0].fields.items()})


def _from_bibtex(record: Record, fields: dict[str, str]) -> None:
    from publist.convert import publications

    body = "".join(f" {name} = {{{value}}}," for name, value in fields.items())
    found, _ = publications(loads(f"@misc{{x,{body}}}"))
    if not found:
        return
    item = found[0].item
    for variable in ("author", "editor"):
        if variable in item.names and not record.names.get(variable):
            record.put_names(variable, item.names[variable])
    for variable in ("volume", "issue", "page", "publisher", "ISSN", "ISBN", "DOI"):
        if variable in item.variables and variable not in record.variables:
            record.variables[variable] = item.variables[variable]
    if not record.names and fields.get("author"):
        record.put_names("author", listed(fields["author"]))


def _tree(element: SourceElement) -> dict[str, Any]:
    """An element as the tree that ORCID's JSON has: children by name, repeated ones as a list."""
    found: dict[str, Any] = {}
    for child in element:
        tag = re.sub(r"^orcid-work$", "work", xml.name(child))
        if not tag:
            continue
        value: Any = _tree(child) if any(xml.name(one) for one in child) else (child.text or "").strip()
        if tag in found:
            if not isinstance(found[tag], list):
                found[tag] = [found[tag]]
            found[tag].append(value)
        else:
            found[tag] = value
    return found
