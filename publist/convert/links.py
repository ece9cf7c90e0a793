"""The links of an entry: every address that its fields hold, each target once, with a label that says where.

A field with a name of its own says the label (``code``, ``urlslides``); for ``url`` and its like, and for
addresses in texts, the target does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from publist import rules
from publist.bibtex.entry import Entry
from publist.bibtex.latex import exact, verbatim
from publist.convert import custom, mapping
from publist.convert.addresses import addresses, is_address, mentioned
from publist.convert.cleaning import is_placeholder
from publist.convert.preprints import PREFIXES, Deposit
from publist.convert.publishers import has_page
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.publication import Link
from publist.url import of_landing_page, safe_url, same_target, without_tracking

# Where a kind of link stands in the row.
PLACES = {kind: place for place, kind in enumerate(custom.LINKS)}

# Fields that hold addresses of any kind: what they lead to is their label.
_GENERIC = frozenset("url ee eprint link links uri href www key month web_url fulltext".split())
# Texts that may name addresses.
_TEXTS = frozenset({"howpublished", "note", "addendum", "journal", "journaltitle", "booktitle"})
# Fields in which an address stands by mistake.
_VENUES = frozenset({"title", "pages"})
# Fields in which a DOI stands by mistake.
_MISPLACED = frozenset({"month", "volume", "number"})
# Fields that are no links even where they hold an address.
_NO_LINKS = custom.PRIVATE_FIELDS | frozenset(
    "abstract annote annotation archive bibsource biburl copyright crossref img image keywords license"
    " licence preview rights source_file thumbnail timestamp".split()
)
_KNOWN = {name for _, name in mapping.MAPPED} | frozenset(
    "address author booktitle chapter date day edition editor eid eprint institution issue journal"
    " journaltitle location number organization pages part publisher school series title type volume year"
    " urldate primaryclass archiveprefix eprinttype eprintclass".split()
)  # fmt: skip

# Identifiers whose links have a name of their own; that of the others is their kind.
_NAMES = {
    "jstor": "JSTOR",
    "iacr": "IACR",
    "ssrn": "SSRN",
    "biorxiv": "bioRxiv",
    "medrxiv": "medRxiv",
    "googlebooks": "Google Books",
}

# Addresses in programs and on one's own disk, which exporters leave.
_OF_PROGRAM = pattern(r"(?:papers3?|zotero|mendeley|bookends|file):|<Go ?to ?ISI>", re.IGNORECASE)

# What an address leads to: kind, label, words of which it has one, and its host and path.
_TARGETS = tuple(
    (kind, label, words.split(), pattern(expression, re.IGNORECASE))
    for kind, label, words, expression in (
        ("pdf", "PDF", "pdf", r"[^?#]*\.pdf(?:\.gz)?(?:[?#].*)?$|https?://[^/]+/(?:[^?#]*/)?e?pdf(?:direct|plus)?[/?].+"),
        ("code", "Code", "git bitbucket codeberg", r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitlab\.[\w.]+)/."),
        ("video", "Video", "you vimeo slideslive bilibili", r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|slideslive\.com|bilibili\.com)/."),
        ("slides", "Slides", "slideshare speakerdeck .ppt .key", r"https?://(?:[\w-]+\.)*(?:slideshare\.net|speakerdeck\.com)/.|[^?#]*\.(?:pptx?|key)$"),
        ("biorxiv", "bioRxiv", "biorxiv", r"https?://(?:www\.)?biorxiv\.org/."),
        ("medrxiv", "medRxiv", "medrxiv", r"https?://(?:www\.)?medrxiv\.org/."),
        ("ssrn", "SSRN", "ssrn", r"https?://(?:\w+\.)?ssrn\.com/."),
        ("inspire", "INSPIRE", "inspirehep", r"https?://(?:www\.)?inspirehep\.net/."),
        ("ads", "ADS", "adsabs", r"https?://(?:ui\.|www\.)?adsabs\.harvard\.edu/."),
        ("semanticscholar", "Semantic Scholar", "semanticscholar", r"https?://(?:\w+\.)?semanticscholar\.org/."),
        ("anthology", "ACL Anthology", "aclanthology aclweb", r"https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/."),
        ("openreview", "OpenReview", "openreview", r"https?://openreview\.net/forum"),
        ("pmcid", "PMC", "pubmedcentral", r"https?://(?:www\.)?pubmedcentral\.nih\.gov/."),
        ("hal", "HAL", "hal archives-ouvertes", r"https?://(?:[\w-]+\.)*(?:hal\.(?:science|inria\.fr|archives-ouvertes\.fr)|archives-ouvertes\.fr)/."),
    )
)  # fmt: skip

_HINTS = tuple(word for _, _, words, _ in _TARGETS for word in words)  # most addresses have none of them

# The DOIs of servers of preprints, by their beginning.
_PREPRINTS = PREFIXES | {"10.1101/": "bioRxiv", "10.22541/": "Authorea"}
# A DOI cut to the ISSN leads to no work.
_OF_JOURNAL = pattern(r"/\d{4}-\d{3}[\dx]$")
# Identifiers that say where an address leads.
_LEADING = custom.LINKS.keys() | {"jstor", "handle"}


def links(entry: Entry, deposit: Deposit, report: custom.Report) -> tuple[Link, ...]:
    """The entry's links in their fixed order, each target once; unsafe ones are dropped with a problem."""
    found: list[Link] = []
    for name in filter(_targets_in, entry.fields):
        targets, field = _targets_in(name), entry.fields[name]
        for target in targets(field.value) if targets else ():
            if is_placeholder(field.name, field.value):
                break
            url = safe_url(target.url)
            if url is None and _OF_PROGRAM.match(target.url):
                continue
            if url is None:
                message = f"the link in {field.name} is no web address and is left out; use http or https"
                report(rules.UNSAFE_LINK, field.line, message)
            else:
                found.append(Link(target.kind, target.label, without_tracking(url)))
    found += [
        _of_identifier(identifier)
        for identifier in (deposit.eprint, deposit.arxiv)
        if identifier is not None and identifier.url
    ]
    if len(found) < 2:
        return tuple(found)
    found = _told_apart(found, entry)
    found.sort(key=lambda target: PLACES.get(target.kind, len(PLACES)))
    by_url: dict[str, Link] = {}
    own = {same_target(target.url) for target in found if target.kind == "doi"}
    own = {doi for doi in own if not _OF_JOURNAL.search(doi)}
    if entry.type in ("article", "inproceedings", "incollection"):  # no data set is the article itself
        found = [target for target in found if target.kind != "dataset" or same_target(target.url) not in own]
    if own:
        found = [target for target in found if target.kind != "url" or not has_page(target.url, own)]
    for target in sorted(found, key=lambda target: target.kind == "url"):  # a name before none
        by_url.setdefault(same_target(target.url), target)
    return tuple(by_url.values())


@lru_cache(maxsize=1024)  # names of fields come again and again
def _targets_in(name: str) -> Callable[[str], Iterable[Link]] | None:
    """What finds the links in a field of this name; None if there can be none."""
    if name in _NO_LINKS:
        return None
    if name in _TEXTS:
        return _in_text
    if name in _MISPLACED:
        return _misplaced
    if name in _VENUES:
        return _in_venue
    kind = custom.link_kind(name)
    sure = bool(kind) or name in _GENERIC
    if not sure:
        if name in _KNOWN or name.startswith(("opt", "author+", "editor+")) or custom.is_no_link(name):
            return None
        kind = custom.affixed(name)
    sure = sure and name not in ("eprint", "key")
    generic = name in _GENERIC or kind in _GENERIC
    return lambda value: _in_addresses(value, kind, generic=generic) if sure or is_address(value) else ()


def _in_venue(value: str) -> Iterable[Link]:
    found = addresses(value) if is_address(value) else mentioned(value).addresses if "\\href" in value else ()
    return map(by_target, found)


def _in_text(value: str) -> Iterator[Link]:
    if value[:4].upper() == "PMID" and (pmid := Identifier.parse("pmid", value.strip(" ."))):
        yield _of_identifier(pmid)
    yield from map(by_target, mentioned(value).addresses)


def _misplaced(value: str) -> Iterator[Link]:
    if "10." in value and (doi := Identifier.find("doi", exact(value))):
        yield _of_identifier(doi)
    elif is_address(value):
        yield from map(by_target, addresses(value))


def _in_addresses(value: str, kind: str, *, generic: bool) -> Iterator[Link]:
    for address in (value,) if kind == "doi" else addresses(value):
        found = generic and _looks_like_url(address)
        target = by_target(address) if found else _of_kind(kind or "url", address)
        if target is not None:
            yield target


def _told_apart(targets: list[Link], entry: Entry) -> list[Link]:
    """A DOI beside the entry's own that is a preprint's has its server for a label."""
    own = doi_of(entry.get("doi")) if len([None for target in targets if target.kind == "doi"]) > 1 else None
    if own is None:
        return targets
    return [
        target._replace(kind="preprint", label=server)
        if target.kind == "doi" and (server := _server(target.url, own)) else target
        for target in targets
    ]  # fmt: skip


def _server(url: str, own: Identifier) -> str:
    found = Identifier.at(url)
    if found is None or found.value.lower() == own.value.lower():
        return ""
    return next((name for prefix, name in _PREPRINTS.items() if found.value.lower().startswith(prefix)), "")


def by_target(url: str) -> Link:
    """The link with the label that says where it leads, e.g. ``DOI`` for ``https://doi.org/10.1000/x``."""
    identifier = Identifier.at(url)
    if identifier is not None and identifier.kind in _LEADING:
        target = _of_identifier(identifier)
        # A DOI has one address, whatever the resolver's older name; other pages of a server are told apart.
        return target if identifier.kind == "doi" else target._replace(url=url)
    low = url.lower()
    for kind, label, words, leading in _TARGETS if any(map(low.__contains__, _HINTS)) else ():
        if any(word in low for word in words) and leading.match(url):
            return Link(kind, label, url)
    return Link("url", custom.LINKS["url"], url)


def _of_identifier(identifier: Identifier) -> Link:
    kind = identifier.kind
    label = _NAMES.get(kind) or custom.LINKS.get(kind) or kind.capitalize()
    return Link(kind, label, identifier.url)


_WITH_WORDS = pattern(r"10\.\d+/\S+\s")


@lru_cache(maxsize=1024)  # the item asks, and the links
def doi_of(value: str) -> Identifier | None:
    """The DOI in a field, in any shape: bare, with a name before it, as an address or within one."""
    if "\\href" in value:
        value = next(iter(mentioned(value).addresses), value)
    text = exact(value)
    if "\n" in text or text.split() == [text] or not _WITH_WORDS.search(text):  # else words stand behind it
        text = verbatim(value)
    text = text.replace(":%20", ":")
    at = Identifier.at(text)
    if at is not None and at.kind == "doi":
        return at
    if at is None and "%2f" in text.lower():
        text = re.sub("%2f", "/", text, flags=re.IGNORECASE)
    return Identifier.parse("doi", text) or Identifier.find("doi", text)


def own_doi(entry: Entry, url: str) -> Identifier | None:
    """The DOI of a work without ``doi``: of its ``url``, another own address, a note or month that is one."""
    values = [url, *(verbatim(entry.get(name)) for name in mapping.OWN_ADDRESSES if name in entry.fields)]
    found = (Identifier.at(value) or of_landing_page(value) for value in values if "://" in value)
    own = next((identifier for identifier in found if identifier and identifier.kind == "doi"), None)
    own = own or (_doi_of_note(note) if "10." in (note := entry.get("note")) else None)
    month, url = entry.get("month"), entry.get("url")
    typed = month if "10." in month else url if "10." in url and "://" not in url else ""
    return own or (doi_of(typed) if typed else None)


def _doi_of_note(note: str) -> Identifier | None:
    """The DOI of a note that says nothing else but, perhaps, the publisher's page."""
    found = mentioned(note)
    if found.rest:
        return None
    leading = (Identifier.at(address) for address in found.addresses)
    at = next((identifier for identifier in leading if identifier and identifier.kind == "doi"), None)
    return at or (None if "](" in note else doi_of(note))


def _of_kind(kind: str, value: str) -> Link | None:
    label = custom.LINKS.get(kind) or re.sub("[_-]", " ", kind).strip().capitalize()
    if kind == "doi" and (doi := doi_of(value)):
        return Link(kind, label, doi.url)
    if kind in custom.IDENTIFIERS and (kind == "doi" or "://" not in value):
        identifier = Identifier.parse(kind, value)
        if identifier is None and kind not in ("arxiv", "doi") and not re.match(r"[a-z]+:|/", value):
            identifier = Identifier(kind, f"PMC{value}" if kind == "pmcid" and value.isdecimal() else value)
        if identifier:
            return Link(kind, label, identifier.url)
    if kind == "doi":
        return by_target(value) if "://" in value else None
    return Link(kind, label, value) if _looks_like_url(value) else None


def _looks_like_url(value: str) -> bool:
    """A scheme, or a path: ``x.pdf``, ``/papers/x``; a word such as ``yes`` is none."""
    return (
        "/" in value or "." in value or value.startswith("#") or bool(re.match(r"[A-Za-z][\w+.-]*:", value))
    )
