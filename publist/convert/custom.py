"""Custom fields: links, badges and flags, by tables.

A field is looked up by its exact name, then by alias, then by pattern (``url_X``, ``X_url``, ``Xurl``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from publist import rules
from publist.bibtex.entry import Entry
from publist.bibtex.latex import decode, verbatim
from publist.convert import mapping
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Rule
from publist.publication import Badge, Link
from publist.richtext import Text, plain
from publist.truth import is_set, is_yes
from publist.url import safe_url, same_target, without_tracking

Report = Callable[[Rule, int, str], None]
"""Called with (rule, line, message) for what is wrong with a field."""

# Link kinds in the order in which an entry shows them, with their labels.
LINKS: dict[str, str] = {
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "supp": "Supp",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "project": "Project",
    "website": "Website",
    "html": "HTML",
    "dataset": "Dataset",
    "demo": "Demo",
    "blog": "Blog",
    "arxiv": "arXiv",
    "hal": "HAL",
    "pmid": "PubMed",
    "pmcid": "PMC",
    "inspire": "INSPIRE",
    "doi": "DOI",
    "url": "URL",
}
_ORDER = {kind: place for place, kind in enumerate(LINKS)}

# Other names of the same links: al-folio, Hugo Blox, bamos/cv, academicpages, bibtexbrowser, BibBase, bibble.
ALIASES: dict[str, str] = {
    "arxivid": "arxiv",
    "arxiv_id": "arxiv",
    "codeurl": "code",
    "github": "code",
    "repository": "code",
    "repo": "code",
    "data": "dataset",
    "datasets": "dataset",
    "ee": "paper",
    "homepage": "website",
    "webpage": "website",
    "web": "website",
    "hal_id": "hal",
    "inspirehep_id": "inspire",
    "appendix": "supp",
    "supplement": "supp",
    "supplementary": "supp",
    "paperurl": "paper",
    "pdfurl": "pdf",
    "ppt": "slides",
    "presentation_url": "slides",
    "projectpage": "project",
    "project_page": "project",
    "slide": "slides",
    "slidesurl": "slides",
    "_slidesurl": "slides",
    "talk": "video",
    "talkurl": "video",
    "_talkurl": "video",
    "recording": "video",
    "youtube": "video",
    "source": "code",
    "source_code": "code",
    "software": "code",
    "postersurl": "poster",
    "preprinturl": "paper",
}
_PATTERNS = tuple(
    pattern(expression)
    for expression in (
        r"_?url[_-](?P<kind>\w+)",
        r"(?P<kind>\w+?)[_-]url",
        r"_?(?P<kind>\w{2,}?)url",
        r"www(?P<kind>[a-z]+)",
    )
)
# Fields that a pattern would take, but that are no links to be shown.
_NOT_LINKS = frozenset(
    {"biburl", "bdsk", "reprinturl", "adsurl", "crossmark_url", "wwwtype", "wwwhidden", "wwwshortvenue"}
)

# Links whose fields may hold an identifier.
_IDENTIFIERS = frozenset({"arxiv", "doi", "hal", "inspire", "pmcid", "pmid"})

# Fields that are badges, in the order in which they are shown, with the label for a bare "true".
BADGES: dict[str, str] = {
    "oral": "Oral",
    "spotlight": "Spotlight",
    "highlight": "Highlight",
    "presentation": "Presentation",
    "bestpaper": "Best Paper",
    "award_name": "Award",
    "award": "Award",
    "honorable": "Honorable Mention",
    "note": "",
}
# Texts of "presentation" and "note" that are a badge of this kind; any other note is a note.
_DISTINCTIONS: dict[str, re.Pattern[str]] = {
    kind: pattern(rf"(?:{expression})[.!]?", re.IGNORECASE)
    for kind, expression in {
        "oral": r"(?:long |short )?oral(?: presentation| paper| talk)?(?: \(.*\))?",
        "spotlight": r"spotlight(?: presentation| paper| talk)?(?: \(.*\))?",
        "highlight": r"highlight(?: paper)?",
        "bestpaper": r"(?:\w+ )?best (?:\w+ ){0,3}(?:paper|thesis|demo|poster)(?: award)?(?: \(.*\))?",
        "award": r"(?:\S+ ){0,6}(?:award|prize)(?: \(.*\))?|distinguished paper|outstanding paper",
        "honorable": r"honou?rable mention|(?:best paper|award) (?:finalist|candidate|nomination|runner-up)",
    }.items()
}

# Never shown and never selected by; publist.toml names more.
PRIVATE_FIELDS = frozenset(
    {"_note", "file", "owner", "timestamp", "_old_note", "localfile", "groups", "__markedentry"}
)


class _Target(NamedTuple):
    kind: str
    label: str
    url: str


def eprint_of(entry: Entry) -> Identifier | None:
    """What ``eprint`` is by its ``eprinttype``; without one it is arXiv's or unknown.

    An old number of arXiv's may have its archive in ``primaryclass``, as Mendeley writes it.
    """
    value = verbatim(entry.get("eprint"))
    kind = mapping.EPRINT_KINDS.get(_eprint_type(entry) or "arxiv")
    if not value or kind is None:
        return None
    identifier = Identifier.parse(kind, value)
    if identifier is None and kind == "arxiv":
        identifier = Identifier.parse(kind, f"{verbatim(entry.get('primaryclass'))}/{value}")
    return identifier


def is_arxiv(entry: Entry) -> bool:
    """Whether the entry is a preprint on arXiv: by its eprint, or where it is said to be published."""
    if _eprint_type(entry) == "arxiv" and entry.get("eprint"):
        return True
    return "arxiv" in (entry.get("howpublished") + entry.get("publisher") + entry.get("journal")).lower()


def _eprint_type(entry: Entry) -> str:
    return (entry.get("eprinttype") or entry.get("archiveprefix")).strip().lower()


def links(entry: Entry, report: Report) -> tuple[Link, ...]:
    """The entry's links in their fixed order, each target once; unsafe ones are dropped with a problem."""
    found: list[_Target] = []
    for field in entry.fields.values():
        kind = link_kind(field.name)
        if not kind or not field.value.strip():
            continue
        target = _target(kind, verbatim(field.value))
        if target is None:
            continue
        url = safe_url(target.url)
        if url is None:
            message = f"the link in {field.name} is no web address and is left out; use http or https"
            report(rules.UNSAFE_LINK, field.line, message)
            continue
        found.append(_Target(target.kind, target.label, without_tracking(url)))
    eprint = eprint_of(entry)
    if eprint and eprint.kind == "arxiv":
        found.append(_Target("arxiv", LINKS["arxiv"], eprint.url))
    found.sort(key=lambda target: _ORDER.get(target.kind, len(_ORDER)))
    by_url: dict[str, Link] = {}
    for target in found:
        by_url.setdefault(same_target(target.url), Link(target.kind, target.label, target.url))
    return tuple(by_url.values())


@lru_cache(maxsize=1024)  # names of fields come again and again
def link_kind(name: str) -> str:
    """The link that a field holds: exact name, then alias, then pattern; "" if it is no link."""
    if name in LINKS:
        return name
    if name in ALIASES:
        return ALIASES[name]
    if name in _NOT_LINKS or ("url" not in name and not name.startswith("www")) or name.startswith("bdsk-"):
        return ""
    for expression in _PATTERNS:
        if match := expression.fullmatch(name):
            kind = match["kind"].lower()
            return ALIASES.get(kind, kind)
    return ""


def _target(kind: str, value: str) -> _Target | None:
    label = LINKS.get(kind) or kind.replace("_", " ").strip().capitalize()
    if kind in _IDENTIFIERS and (kind == "doi" or "://" not in value):
        identifier = Identifier.parse(kind, value)
        if identifier is None and kind != "arxiv" and not re.match(r"[a-z]+:|/", value):
            identifier = Identifier(kind, value)
        if identifier:
            return _Target(kind, label, identifier.url)
    if not _looks_like_url(value):
        return None
    return _Target(kind, label, value)


def _looks_like_url(value: str) -> bool:
    """A scheme, or a path: ``x.pdf``, ``/papers/x``; a word such as ``yes`` is none."""
    return (
        bool(re.match(r"[A-Za-z][\w+.-]*:", value)) or "/" in value or "." in value or value.startswith("#")
    )


def badges(entry: Entry) -> tuple[Badge, ...]:
    """The entry's badges: ``oral = {true}`` has the label "Oral", other text is the label itself.

    ``note`` and ``presentation`` are badges where they say a distinction, e.g. ``note = {Oral}``.  Beside
    ``award_name``, as al-folio has it, ``award`` is only its long description.
    """
    found: list[Badge] = []
    for field, label in BADGES.items():
        if field not in entry.fields:
            continue
        value = entry.get(field).strip()
        if not is_set(value) or (field == "award" and entry.get("award_name")):
            continue
        text = label if is_yes(value) else decode(value).text
        kind = distinction(text) if field in ("note", "presentation") else field
        if kind and all(plain(badge.label).lower() != plain(text).lower() for badge in found):
            found.append(Badge(kind, text))
    return tuple(found)


def distinction(text: Text) -> str:
    """The kind of badge that a note is, e.g. ``oral`` for "Oral presentation"; "" for any other note."""
    words = plain(text).strip()
    return next((kind for kind, pattern in _DISTINCTIONS.items() if pattern.fullmatch(words)), "")
