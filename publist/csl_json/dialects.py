"""What Crossref, DataCite and Zotero answer, as CSL-JSON: envelopes, types, arrays, dates, names of keys.

Sources: Crossref's REST API (api.crossref.org, "works"), content negotiation of DOIs (citation.doi.org),
DataCite's schema 4.5 (publisher as an object), Zotero's types of items.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from publist.csl_json.note import is_variable
from publist.identifiers import Identifier
from publist.item import DATE_VARIABLES, ITEM_TYPES, TEXT_VARIABLES
from publist.patterns import pattern

# Types of Crossref and of Zotero, and what CSL calls them.
TYPES = {
    name: csl
    for csl, names in {
        "article": "posted-content preprint",
        "article-journal": "journal-article journalArticle",
        "article-magazine": "magazineArticle",
        "article-newspaper": "newspaperArticle",
        "paper-conference": "proceedings-article conferencePaper",
        "chapter": "book-chapter book-section book-part book-track bookSection",
        "book": "monograph edited-book reference-book book-set proceedings book-series",
        "periodical": "journal journal-issue journal-volume proceedings-series",
        "thesis": "dissertation",
        "report": "report-component report-series technical-report",
        "entry": "reference-entry",
        "entry-dictionary": "dictionaryEntry",
        "entry-encyclopedia": "encyclopediaArticle",
        "review": "peer-review",
        "dataset": "database",
        "software": "computerProgram",
        "speech": "presentation",
        "post-weblog": "blogPost",
        "document": "component other grant",
    }.items()
    for name in names.split()
}
_IN_BOOKS = frozenset({"book-chapter", "book-section", "book-part", "proceedings-article"})
# Keys with dates, the better first: what of them is there is the date of issue where that is empty.
_ISSUED = ("published", "published-print", "published-online", "posted", "approved", "content-created")
# Other names of variables; the last four are BibTeX's.
_KEYS = {
    "publisher-location": "publisher-place",
    "article-number": "number",
    "edition-number": "edition",
    "degree": "genre",
    "journal": "container-title",
    "booktitle": "container-title",
    "pages": "page",
    "year": "issued",
}
# Keys of which items have one at least.
_OF_ITEMS = {"type", "title", "DOI", "id", "author", "issued", "URL"}
# Variables of one text, of which these tools give lists.
_FIRST = TEXT_VARIABLES - {"ISBN", "ISSN", "event", "keyword"} | {"subtitle"}
_TAG = pattern(r"<(/?)(?:jats:)?(italic|bold|sup|sub|sc|scp|i|b)\s*>")
_TAGS = {"italic": "i", "bold": "b", "scp": "sc"}
_OTHER_TAG = pattern(r"</?(?:jats|mml):[^<>]*>")
_ENTITY = pattern(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-fA-F]+);")
# Zotero's Extra: "arXiv:2401.01234 [cs]", which older versions have as the journal too; its own keys.
_NUMBERED = (
    r"(?:arXiv preprint )?arXiv:\s*(?P<number>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
    r"(?:\s*\[[^\[\]]*\])?"
)
_ARXIV = pattern(_NUMBERED)
_ARXIV_JOURNAL = pattern(rf"{_NUMBERED}|arXiv(?: e-prints| \(Cornell University\))?|CoRR")
_OWN_KEY = pattern(r"(?:tex\.[\w-]+|citation key|bibtex\*?)\s*[:=\[].*", re.IGNORECASE)
# "tex.code: https://…" as Better BibTeX has fields of BibTeX there; without "tex." an address or a yes.
_FIELD = pattern(
    r"(?:tex\.(?P<tex>[A-Za-z]\w*)|(?P<name>[A-Za-z]\w*))\s*[:=]\s*(?P<value>(?(tex)\S.*|(?:https?://\S+|true|yes)))",
    re.IGNORECASE,
)
_ADDRESS_OF_DOI = pattern(r"https?://(?:dx\.)?doi\.org/10\.[^\s%]+")


def items_of(data: object) -> list[object] | None:
    """The items of a file's JSON: an array, one item, or what an envelope holds; None if there are none."""
    if isinstance(data, list):
        found = [one for each in data for one in _opened(each)]
        strange = found and all(isinstance(each, Mapping) and _OF_ITEMS.isdisjoint(each) for each in found)
        return None if strange else found
    if not isinstance(data, Mapping):
        return None
    if isinstance(attributes := data.get("attributes"), Mapping):
        return [_of_datacite(attributes)]
    for key in ("items", "message", "data", "references"):
        inner = data.get(key)
        if isinstance(inner, list):
            return items_of(inner)
        if isinstance(inner, Mapping):
            return items_of(inner)
    if data and all(isinstance(each, Mapping) and "type" in each for each in data.values()):
        return [{"id": key, **each} for key, each in data.items()]
    return [data] if {"type", "title", "DOI"} & data.keys() else None


def _opened(value: object) -> list[object]:
    """What an element of an array is: an item, or an envelope with items in it."""
    wrapped = isinstance(value, Mapping) and (_is_datacite(value) or _OF_ITEMS.isdisjoint(value))
    return (items_of(value) or [value]) if wrapped else [value]


def as_csl(value: Mapping[str, object]) -> dict[str, object]:
    """The item with CSL's types and keys; an item that has them already is the same.

    >>> as_csl({"type": "journal-article", "title": ["On x"], "issued": {"date-parts": [[None]]}})
    {'type': 'article-journal', 'title': 'On x', 'issued': {'date-parts': [[None]]}}
    """
    found = {key: _plainer(key, content) for key, content in _with_series(value).items()}
    type_ = found.get("type")
    if isinstance(type_, str) and type_ not in ITEM_TYPES:
        found["type"] = TYPES.get(type_, type_)
    for key, variable in _KEYS.items():
        if key in found:
            found.setdefault(variable, found.pop(key))
    _titles(value, found)
    _dates(found)
    _event(found)
    _preprint(found)
    _extra(found)
    version = found.get("version")
    if isinstance(version, str) and re.match(r"[vV]\d", version):
        found["version"] = version[1:]  # styles say "Version" before it
    doi = found.get("DOI")
    if isinstance(doi, str) and not doi.startswith("10.") and (identifier := Identifier.parse("doi", doi)):
        found.setdefault("id", identifier.value)
        if not _ADDRESS_OF_DOI.fullmatch(doi):
            found["DOI"] = identifier.value  # an address stays as it is typed; a label goes
    if "id" not in found and isinstance(found.get("DOI"), str):
        found["id"] = found["DOI"]
    return found


def _with_series(value: Mapping[str, object]) -> Mapping[str, object]:
    """Of two titles that Crossref has around a chapter the first is the series, the last the book."""
    around = value.get("container-title")
    if not (isinstance(around, list) and len(around) > 1 and value.get("type") in _IN_BOOKS):
        return value
    return {**value, "collection-title": around[0], "container-title": around[-1]}


def _plainer(key: str, content: object) -> object:
    """A variable's text out of a list or an object; markup of journals as CSL-JSON's own."""
    if key in _FIRST or key in _KEYS:
        if isinstance(content, list) and all(isinstance(each, str) for each in content):
            return _marked(content[0]) if content else None
        if isinstance(content, Mapping) and isinstance(content.get("name"), str):
            return content["name"]
    return _marked(content) if isinstance(content, str) and ("<" in content or "&" in content) else content


def _marked(text: str) -> str:
    text = _TAG.sub(lambda match: f"<{match[1]}{_TAGS.get(match[2], match[2])}>", text)
    text = _OTHER_TAG.sub("", text)
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


def _titles(value: Mapping[str, object], found: dict[str, object]) -> None:
    """Crossref has the subtitle and the short title of the journal beside the titles."""
    title, subtitle = found.get("title"), found.pop("subtitle", None)
    if isinstance(title, str) and isinstance(subtitle, str) and subtitle.lower() not in title.lower():
        found["title"] = f"{title}: {subtitle}"
    short = value.get("short-container-title")
    if isinstance(short, list):
        found.pop("short-container-title")
        if short and isinstance(short[0], str):
            found.setdefault("container-title-short", short[0])


def _dates(found: dict[str, object]) -> None:
    if not _is_date(found.get("issued")):
        better = next((found[key] for key in _ISSUED if _is_date(found.get(key))), None)
        if better is not None:
            found["issued"] = better
    for key in [key for key, content in found.items() if key not in DATE_VARIABLES and _is_date(content)]:
        del found[key]


def _is_date(content: object) -> bool:
    """Whether a value is a date with a year; Crossref writes ``[[null]]`` for none."""
    if not isinstance(content, Mapping):
        return False
    parts = content.get("date-parts")
    if not isinstance(parts, list):
        return any(content.get(key) for key in ("raw", "literal"))
    return bool(parts and isinstance(parts[0], list) and parts[0] and parts[0][0])


def _event(found: dict[str, object]) -> None:
    event = found.get("event")
    if isinstance(event, Mapping):
        del found["event"]
        for key, variable in (("name", "event-title"), ("location", "event-place"), ("start", "event-date")):
            if event.get(key):
                found.setdefault(variable, event[key])
    institution = found.pop("institution", None)
    if isinstance(institution, list) and institution and isinstance(institution[0], Mapping):
        name = institution[0].get("name")
        if isinstance(name, str) and (found.get("type") == "article" or "publisher" not in found):
            found["publisher"] = name


def fields_of_extra(note: object) -> dict[str, str]:
    """The custom fields in Zotero's Extra, e.g. ``{"code": "https://github.com/x/y"}`` of ``code: https://…``."""
    lines = note.split("\n") if isinstance(note, str) and (":" in note or "=" in note) else ()
    return {(match["tex"] or match["name"]).lower(): match["value"] for match in map(_field, lines) if match}


def _field(line: str) -> re.Match[str] | None:
    """A line of Extra that is a custom field, and no variable of CSL."""
    return None if is_variable(line) else _FIELD.fullmatch(line.strip())


def _preprint(found: dict[str, object]) -> None:
    """The number of a preprint on arXiv, wherever it stands; arXiv is its publisher, and no journal."""
    journal, note, doi, url = (found.get(key) or "" for key in ("container-title", "note", "DOI", "URL"))
    on_arxiv = _ARXIV_JOURNAL.fullmatch(str(journal)) if journal else found.get("type") == "article"
    if not on_arxiv:
        return
    matches = (_ARXIV.fullmatch(line.strip()) for line in (str(journal), *str(note).split("\n")))
    identifiers = (Identifier.parse("arxiv", str(text)) for text in (doi, url))
    numbers = [match["number"] for match in matches if match] + [one.value for one in identifiers if one]
    if numbers:
        found.pop("container-title", None)
        found |= {"type": "article", "publisher": "arXiv"}
        found.setdefault("number", f"arXiv:{numbers[0]}")


def _extra(found: dict[str, object]) -> None:
    """Zotero's Extra with variables first, as they are read, and without what says nothing to readers."""
    note = found.get("note")
    if not isinstance(note, str) or (":" not in note and "=" not in note):
        return
    lines = [line for line in note.split("\n") if line.strip() and not _OWN_KEY.fullmatch(line.strip())]
    lines = [line for line in lines if not _field(line)]
    if found.get("type") == "article":
        lines = [line for line in lines if not _ARXIV.fullmatch(line.strip())]
    lines.sort(key=lambda line: not is_variable(line))
    found["note"] = "\n".join(lines) or None


def _is_datacite(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("attributes"), Mapping)


def _of_datacite(value: Mapping[str, object]) -> dict[str, object]:
    """One work of DataCite's own JSON (api.datacite.org, "dois") as CSL-JSON."""
    titles, types, creators = value.get("titles"), value.get("types"), value.get("creators")
    item: dict[str, object] = {
        key: value[name]
        for key, name in (("DOI", "doi"), ("URL", "url"), ("publisher", "publisher"), ("version", "version"))
        if value.get(name)
    }
    item["type"] = types.get("citeproc", "document") if isinstance(types, Mapping) else "document"
    if isinstance(titles, list) and titles and isinstance(titles[0], Mapping):
        item["title"] = titles[0].get("title")
    if isinstance(creators, list):
        item["author"] = [_creator(each) for each in creators if isinstance(each, Mapping)]
    return {**item, "issued": {"date-parts": [[value.get("publicationYear")]]}}


def _creator(value: Mapping[str, object]) -> dict[str, object]:
    if value.get("familyName"):
        return {"family": value["familyName"], "given": value.get("givenName")}
    return {"literal": value.get("name")}
