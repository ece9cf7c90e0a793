"""Works as site generators have them: front matter, data files of themes, rendercv, JSON Resume.

Sources: academicpages (``_publications``), Hugo Blox and Wowchemy (``content/publication``), al-folio,
lab-website-template (``_data/citations.yaml``), Allan Lab's theme (``_data/publist.yml``), rendercv's
PublicationEntry, jsonresume.org/schema.  One table has the names that they give to one thing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from publist.adopt.venue import TypedVenue
from publist.adopt.venue import read as typed_venue
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.names import leading, listed, name_of
from publist.sources.record import Record

_TITLES = ("title", "name", "Title")
_AUTHORS = ("authors", "author", "creators", "creator", "Authors")
_DATES = (
    "date", "year", "pubdate", "pub_date", "pub_year", "pubyear", "Year", "releaseDate", "publication_date",
    "publishDate", "published", "month",
)  # fmt: skip
_VENUES = (
    "venue", "journal", "booktitle", "publication", "publisher", "conference", "container-title",
    "proceedings",
    "series",
)  # fmt: skip
_PDFS = ("pdf", "paperurl", "url_pdf", "paper", "pdf_url", "pdflink")
_URLS = ("url", "link", "href", "website", "html", "external_link", "publisher_url", "permalink_external")
_ABSTRACTS = ("abstract", "summary", "excerpt", "description", "abstract_short")
_LINKS = {
    "url_code": "code", "code": "code", "github": "code", "repository": "code",
    "url_dataset": "data", "dataset": "data", "data": "data", "url_slides": "slides", "slides": "slides",
    "slidesurl": "slides", "url_video": "video", "video": "video", "url_poster": "poster", "poster": "poster",
    "url_project": "project", "project": "project", "url_source": "url_source",
    "url_preprint": "url_preprint",
    "preprint": "url_preprint", "bibtexurl": "url_bibtex", "demo": "demo", "website": "website",
    "supplementary": "supp", "supp": "supp", "arxiv": "url_arxiv",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "issue": "issue", "number": "issue", "pages": "page", "page": "page",
    "publication_short": "container-title-short", "venue_short": "container-title-short",
    "abbr": "container-title-short", "editor": "", "edition": "edition", "isbn": "ISBN", "issn": "ISSN",
    "language": "language", "keywords": "keyword", "tags": "keyword", "note": "note", "status": "status",
    "pmid": "PMID", "pmcid": "PMCID", "location": "event-place", "address": "event-place",
}  # fmt: skip
# Types whose venue is who publishes them.
_PUBLISHED = frozenset("article book document thesis report software dataset patent".split())
_KEPT = {
    "award": "award",
    "awards": "award",
    "badge": "award",
    "selected": "selected",
    "featured": "selected",
}
# Of the page or of the tool that wrote the file.
_OWN = frozenset(
    "title name authors author collection permalink redirect_from layout math highlight header image"
    " image_preview projects draft weight aliases plugin file term type publication_types publication_type"
    " category citation links hugoblox doi id show_date profile reading_time share show_breadcrumbs key"
    " cascade view url_custom lastmod markup toc comments hide gallery sitemap subtitle build_badge".split()
)
# Hugo's older numbers (Wowchemy 5 and before), and words of categories.
_TYPES = {
    "1": "paper-conference", "2": "article-journal", "3": "article", "4": "report", "5": "book",
    "6": "chapter", "7": "thesis", "8": "patent", "article-journal": "article-journal",
    "paper-conference": "paper-conference", "manuscript": "article-journal", "manuscripts": "article-journal",
    "conferences": "paper-conference", "conference": "paper-conference", "books": "book", "book": "book",
    "chapter": "chapter", "preprint": "article", "preprints": "article", "article": "article",
    "thesis": "thesis", "theses": "thesis", "report": "report", "journal": "article-journal",
    "inproceedings": "paper-conference", "incollection": "chapter", "phdthesis": "thesis", "patent": "patent",
    "techreport": "report", "software": "software", "dataset": "dataset", "workshop": "paper-conference",
}  # fmt: skip
_MEETING = pattern(
    r"\b(?:[Cc]onference|[Pp]roc(?:eedings|\.)|[Ww]orkshop|[Ss]ymposium|[Mm]eeting|[Cc]ongress"
    r"|[A-Z]{3}[A-Za-z]*+ ?['’]?(?:20)?\d\d)\b|^[Ii]n\b"
)
_DOI_IN_TEXT = pattern(r"10\.\d{4,9}/[^\s\"'<>)\],]+")
_STATE = pattern(
    r"(submitted|published|accepted|in press|to appear|under review|forthcoming)"
    r"(?:(?:\s+(?:to|in|at|by))?\s*[:-]\s*(.+))?",
    re.IGNORECASE,
)
_YEARS = pattern(r"(?<![\d./-])(?:19|20)\d\d(?![\d-])")
_EMPHASIS = pattern(r"(?:[Ii]n:? +)?\*(?P<name>[^*]+)\*(?P<rest>,? [^*]+)")
_PREPRINT = pattern(r"\b(?:arxiv|biorxiv|medrxiv|preprint|chemrxiv|psyarxiv|ssrn)\b", re.IGNORECASE)
_MARKS = pattern(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)")


def read(data: object) -> Batch:
    """The works of a data file: lists of mappings with a title, wherever they stand."""
    return Batch([record_of(work, year) for work, year in _works(data, "", set())])


def read_rendercv(data: object) -> Batch:
    """The publications of a rendercv file, in whichever sections they stand."""
    found = Batch()
    sections = tree.at(data, "cv", "sections")
    for name, entries in tree.items(sections) if isinstance(sections, Mapping) else ():
        for entry in tree.mappings({"entries": entries}, "entries"):
            if "title" in entry and any(key in entry for key in _AUTHORS):
                found.records.append(record_of(entry))
            elif "publication" in name.lower():
                found.outside.append((tree.line(entry), str(dict(tree.items(entry)))[:200]))
    return found


def read_resume(data: object) -> Batch:
    """The publications of a JSON Resume: ``name``, ``publisher``, ``releaseDate``, ``url``, ``summary``."""
    works = tree.mappings(data, "publications")
    return Batch([record_of(work) for work in works if any(tree.text(work, key) for key in _TITLES)])


def is_work(value: object) -> bool:
    """Whether a mapping is a work: it has a title, and authors, a venue, a date or a DOI."""
    if not isinstance(value, Mapping) or not any(tree.text(value, key) for key in _TITLES):
        return False
    if any(value.get(key) for key in _AUTHORS) or value.get("doi") or "publication_types" in value:
        return True
    if value.get("collection") == "publications":
        return True
    return any(value.get(key) for key in _VENUES) and any(value.get(key) for key in _DATES)


def _works(data: object, year: str, seen: set[int]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The works of a tree, each with the year of what it stands in."""
    if id(data) in seen or len(seen) > 1_000_000 or not isinstance(data, (Mapping, list)):
        return
    seen.add(id(data))
    if isinstance(data, list):
        for one in data:
            yield from _works(one, year, seen)
    elif isinstance(data, Mapping):
        if is_work(data):
            yield data, year
            return
        year = tree.text(data, "year") or year
        for key, one in tree.items(data):
            yield from _works(one, key if re.fullmatch(r"(?:19|20)\d\d", key) else year, seen)


def record_of(work: Mapping[str, Any], year: str = "") -> Record:
    """A record of a work by the table of names."""
    record = Record(line=tree.line(work))
    title = next((found for key in _TITLES if (found := tree.text(work, key))), "")
    subtitle = tree.text(work, "subtitle")
    record.put("title", _unmarked(title if not subtitle else f"{title}: {subtitle}").removesuffix("."))
    citation = tree.text(work, "citation")
    _authors(record, work, citation)
    for key in _DATES:
        record.put_date(tree.text(work, key))
    if year and "issued" not in record.dates:
        record.put_date(year)
    venue = _venue(record, work)
    years = set(_YEARS.findall(venue))
    if "issued" not in record.dates and len(years) == 1:
        record.put_date(years.pop())
    _identifiers(record, work, venue, citation)
    _addresses(record, work)
    for key in _ABSTRACTS:
        record.put("abstract", tree.text(work, key))
    for key, value in tree.items(work):
        _rest(record, key, value)
    if citation:
        record.fields["citation"] = " ".join(html.unescape(_without_tags(citation)).split())
    record.type = _type(record, work, venue)
    _container(record, venue)
    return record


def _authors(record: Record, work: Mapping[str, Any], citation: str) -> None:
    for key in _AUTHORS:
        value = work.get(key)
        if isinstance(value, str):
            record.put_names("author", listed(_without_tags(value)))
        elif isinstance(value, list):
            for one in value:
                text = one if isinstance(one, str) else tree.text(one, "name") or _joined(one)
                name = name_of(str(text), family_first=True)
                record.put_names("author", [name] if name else [])
        if record.names:
            return
    if citation:
        head = re.split(r"[\"“”(]|<[iu]>|&quot;", _without_tags(citation), maxsplit=1)[0]
        record.put_names("author", leading(head.strip().removesuffix(".") if head.count(".") == 1 else head))


def _joined(one: object) -> str:
    first = tree.text(one, "given") or tree.text(one, "first") or tree.text(one, "first_name")
    last = tree.text(one, "family") or tree.text(one, "last") or tree.text(one, "last_name")
    return f"{last}, {first}" if first and last else last or first


def _venue(record: Record, work: Mapping[str, Any]) -> str:
    """The first venue; others are kept under their names."""
    venue = ""
    for key in _VENUES:
        value = tree.text(work, key) or tree.text(work, key, "name")
        value = _without_state(record, value)
        if value and not venue:
            venue = value
        elif value and key == "publisher":
            record.put("publisher", value)
        elif value and value != venue:
            record.keep(f"site_{key}", value)
    venue = venue or tree.text(work, "link", "display")  # Allan Lab's theme: "Nature 532, 343 (2016)"
    named = _EMPHASIS.fullmatch(venue)
    if named and not _in_one(_unmarked(venue)):  # "In *Conference on Whales*, IEEE."
        record.keep("site_venue", _unmarked(named["rest"].strip(" ,.")))
        venue = named["name"]
    return re.sub(r"^[Ii]n:?\s+(?=[A-Z0-9])", "", _unmarked(venue))


def _in_one(venue: str) -> TypedVenue | None:
    """Journal, volume and pages in one line; None for a name alone, or where anything has no place."""
    found = typed_venue(venue) if any(map(str.isdigit, venue)) else None
    whole = found and {"volume", "pages"} <= found.fields.keys() and found.placed == 100
    return found if whole else None


def _without_state(record: Record, venue: str) -> str:
    """``Submitted: ACL'25`` and ``Published: IPDPS'25`` say a state and a venue."""
    found = _STATE.fullmatch(venue)
    if found is None:
        return venue
    if found[1].lower() != "published":
        record.put("status", found[1].lower())
    return found[2] or ""


def _identifiers(record: Record, work: Mapping[str, Any], venue: str, citation: str) -> None:
    record.put_doi(
        tree.text(work, "doi") or tree.text(work, "DOI") or tree.text(work, "hugoblox", "ids", "doi")
    )
    record.put_arxiv(tree.text(work, "hugoblox", "ids", "arxiv") or tree.text(work, "arxiv"))
    kind, _, value = tree.text(work, "id").partition(":")
    if kind == "doi":
        record.put_doi(value)
    elif kind == "pubmed":
        record.put("PMID", value)
    elif kind == "arxiv":
        record.put_arxiv(value)
    elif value or kind:
        record.fields["id"] = tree.text(work, "id")
    if "DOI" not in record.variables:
        for text in (venue, citation):
            found = _DOI_IN_TEXT.search(text)
            if found:
                record.put_doi(found[0].rstrip("._"))


def _addresses(record: Record, work: Mapping[str, Any]) -> None:
    for key in _PDFS:
        url = tree.text(work, key)
        found = Identifier.at(url)
        if found and found.kind in ("doi", "arxiv", "pmid"):
            record.put_url(url)
        else:
            record.link("pdf" if "pdf" not in record.fields else key, url)
    for key in _URLS:
        record.put_url(tree.text(work, key) or tree.text(work, key, "url"))
    for name, value in _links(work):
        record.link(_LINKS.get(name, f"url_{name}" if name not in ("pdf", "website") else name), value)


def _links(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The links of a list ``links``, by type or label, and those with a key of their own."""
    value = work.get("links")
    if isinstance(value, Mapping):
        yield from ((key.lower(), tree.text(one) or tree.text(one, "url")) for key, one in tree.items(value))
    for key in work:
        if not isinstance(value, Mapping) or key != "links":
            yield from _labelled(work, key)
    for key in _LINKS:
        value = tree.text(work, key)
        if re.match(r"(?:https?:/)?/|[\w./-]+\.\w{2,4}$", value):
            yield key, value


def _labelled(work: Mapping[str, Any], key: str) -> Iterator[tuple[str, str]]:
    """The addresses of a list of mappings, each with its label, whatever the list's name is."""
    for one in tree.mappings(work, key) if isinstance(work[key], list) else ():
        found = (tree.text(one, name) for name in ("type", "name", "label", "text", "icon"))
        label = next((text for text in found if text), key)
        url = tree.text(one, "url") or tree.text(one, "link") or tree.text(one, "href")
        if url and key not in _AUTHORS:
            yield re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_") or "link", url


def _rest(record: Record, key: str, value: Any) -> None:
    """What no table above has: CSL's variables, marks, and what is kept as it is."""
    name = key.lower()
    if name in _OWN or key in (*_TITLES, *_AUTHORS, *_DATES, *_VENUES, *_PDFS, *_URLS, *_ABSTRACTS):
        return
    listed_value = ", ".join(tree.texts({"value": value}, "value"))
    if _TEXTS.get(name):
        record.put(_TEXTS[name], re.sub(r"^[Ii]n (?=[A-Z0-9])", "", _unmarked(listed_value)), f"site_{name}")
    elif name in _KEPT:
        if listed_value and listed_value.lower() != "false":
            record.fields[_KEPT[name]] = listed_value
    elif name in _LINKS and listed_value in record.fields.values():
        return
    elif listed_value and listed_value.lower() not in ("true", "false", "#"):
        record.keep(f"site_{name}", listed_value)
    elif _says_something(value) and not dict(_labelled({key: value}, key)):
        record.unplaced.append(f"{key}: {_shown(value)}")


def _says_something(value: object) -> bool:
    """Whether a mapping or a list has a value in it, looked at as deep as themes have one."""
    if isinstance(value, Mapping):
        return any(
            tree.text(one) not in ("", "false") or isinstance(one, list) for _, one in tree.items(value)
        )
    return isinstance(value, list) and bool(value)


def _shown(value: object) -> str:
    """The first texts of a mapping or a list, for a message."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {tree.text(one)}".strip() for key, one in tree.items(value))[:100]
    values = value if isinstance(value, list) else [value]
    return "; ".join(_shown(one) if isinstance(one, Mapping) else tree.text(one) for one in values)[:100]


def _type(record: Record, work: Mapping[str, Any], venue: str) -> str:
    named = tree.texts(work, "publication_types") or tree.texts(work, "category") or tree.texts(work, "type")
    found = _TYPES.get(named[0].lower(), "") if named else ""
    if found and not (found == "article-journal" and _PREPRINT.search(venue)):
        return found
    if _PREPRINT.search(venue) or (record.arxiv and not venue):
        return "article"
    if "booktitle" in work or "conference" in work or _MEETING.search(venue):
        return "paper-conference"
    if re.search(r"\bproquest\b|\bthesis\b|dissertation", venue, re.IGNORECASE):
        return "thesis"
    return "article-journal" if venue else "document"


def _container(record: Record, venue: str) -> None:
    if record.type in _PUBLISHED:
        record.put("publisher", venue, "site_venue")
        return
    if parts := _in_one(venue):
        for name, variable in (("volume", "volume"), ("number", "issue"), ("pages", "page")):
            record.put(variable, parts.fields.get(name, "").replace("--", "-"))
        venue = parts.name
    elif issued := record.dates.get("issued"):
        venue = re.sub(rf"(?:, {issued.year}| \({issued.year}\))$", "", venue)
    record.put("container-title", venue, "site_venue")


def _unmarked(text: str) -> str:
    """Text without Markdown's stars and lines around words, and without the addresses of links."""
    return _MARKS.sub("", text) if any(sign in text for sign in "*_[") else text


def _without_tags(text: str) -> str:
    return re.sub(r"<[^<>]{1,200}>", "", text)
