"""One page for each publication, as site generators want them: front matter and a body in Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from publist.listing import ListEntry, first_text, text_of
from publist.listing.kinds import kind_of
from publist.output import html, markdown, yaml
from publist.output.facts import safe_links, venue_of
from publist.patterns import pattern
from publist.publication import Publication
from publist.settings.formats import Site

MARK = "made by publist"
"""Stands in each page's front matter; a page without it is not ours to write over."""

# academicpages' categories (its _config.yml); what has no kind here is a manuscript.
_CATEGORIES = {"book": "books", "chapter": "books", "conference": "conferences", "workshop": "conferences"}
# Hugo Blox's front matter for links, by ours; all others stand in its list "links".
_HUGO_LINKS = {
    "pdf": "url_pdf", "code": "url_code", "dataset": "url_dataset", "poster": "url_poster",
    "project": "url_project", "slides": "url_slides", "video": "url_video",
}  # fmt: skip
# What Markdown reads in a line, as references that HTML reads alike.
_MARKDOWN = str.maketrans({character: f"&#{ord(character)};" for character in "\\`*_[]|$~"})

# File systems take names of 255 bytes; an ending, a number and the name of a file half written need some.
_LONGEST = 150
# Devices of Windows, and what Hugo, Jekyll and web servers take for the page of the folder.  A "_" at the
# beginning would hide a page from Jekyll.
_RESERVED = pattern(r"con|prn|aux|nul|com\d|lpt\d|index|readme|default", re.IGNORECASE)


def pages(entries: Iterable[ListEntry], site: Site) -> dict[str, str]:
    """Each page's text by its path below the output folder, e.g. ``shao2022sfda.md``."""
    front_matter, name = _SITES[site]
    written: dict[str, str] = {}
    given = list(entries)
    for entry, slug in zip(given, slugs(entry.publication.key for entry in given), strict=True):
        data = {key: value for key, value in front_matter(entry, slug).items() if value not in ("", [], None)}
        body = markdown.render(text_of(entry.publication.item.variables.get("abstract")))
        text = f"---\n# {MARK}\n{yaml.dump(data)}---\n" + (f"\n{body}\n" if body else "")
        written[name.format(slug=slug, date=_date(entry.publication))] = text
    return written


def slugs(keys: Iterable[str]) -> list[str]:
    """A name of its own for each key, as file names and parts of addresses have them."""
    taken: set[str] = set()
    return [_slug(key, taken) for key in keys]


def _slug(key: str, taken: set[str]) -> str:
    """The key as a file name and a part of an address; file systems may not tell case."""
    ascii_key = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode("ascii")
    base = re.sub(r"[^A-Za-z0-9_-]+", "-", ascii_key)[:_LONGEST].strip("-_") or "publication"
    if _RESERVED.fullmatch(base):
        base += "-publication"
    slug, number = base, 1
    while slug.lower() in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug.lower())
    return slug


def _date(publication: Publication) -> str:
    """The day, or the first of what is known, e.g. ``2024-01-01`` for 2024; "" without a year."""
    date = publication.item.dates.get("issued")
    if date is None or date.year is None or date.year < 1:
        return ""
    year, month, day = (*date.parts[0], 1, 1)[:3]
    return f"{year:04}-{month:02}-{day:02}"


def _printed(text: str) -> str:
    """The text for a theme that prints a value as it is, or as Markdown: it reads the same in both."""
    return html.escape(text).translate(_MARKDOWN)


def _authors(publication: Publication) -> list[str]:
    return [name.text for name in publication.item.names.get("author", ())]


def _link(publication: Publication, *kinds: str) -> str:
    by_kind = {link.kind: url for link, url in safe_links(publication)}
    return next((by_kind[kind] for kind in kinds if kind in by_kind), "")


def _academicpages(entry: ListEntry, slug: str) -> dict[str, object]:
    publication = entry.publication
    return {
        "title": _printed(first_text(publication, "title")),
        "collection": "publications",
        "category": _CATEGORIES.get(kind_of(publication), "manuscripts"),
        "permalink": f"/publication/{slug}",
        "date": _date(publication),
        "venue": _printed(venue_of(publication)),
        "paperurl": _link(publication, "paper", "pdf", "arxiv", "doi", "url"),
        "slidesurl": _link(publication, "slides"),
        "citation": html.render(entry.content).strip(),
    }


def _hugo(entry: ListEntry, _slug_of_page: str) -> dict[str, object]:
    publication = entry.publication
    links = safe_links(publication)
    named = {_HUGO_LINKS[link.kind]: url for link, url in links if link.kind in _HUGO_LINKS}
    others = [
        {"name": link.label, "url": url}
        for link, url in links
        if link.kind not in _HUGO_LINKS and link.kind != "doi"
    ]
    date = _date(publication)
    return {
        "title": first_text(publication, "title"),
        "authors": _authors(publication),
        "date": f"{date}T00:00:00Z" if date else "",
        "publication_types": [publication.item.type or "document"],  # Hugo Blox takes CSL's types
        "publication": markdown.render(venue_of(publication)),
        "publication_short": markdown.render(first_text(publication, "container-title-short")),
        "abstract": markdown.render(first_text(publication, "abstract")),
        "tags": list(publication.keywords),
        "featured": publication.selected,
        "doi": publication.doi,
        **named,
        "links": others,
    }


def _astro(entry: ListEntry, slug: str) -> dict[str, object]:
    publication = entry.publication
    date = publication.item.dates.get("issued")
    return {
        "id": slug,
        "title": first_text(publication, "title"),
        "authors": _authors(publication),
        "date": _date(publication),
        "year": date.year if date else None,
        "type": publication.item.type,
        "venue": venue_of(publication),
        "venueShort": first_text(publication, "container-title-short"),
        "doi": publication.doi,
        "keywords": list(publication.keywords),
        "selected": publication.selected,
        "badges": [text_of(badge.label) for badge in publication.badges],
        "links": [{"label": link.label, "url": url} for link, url in safe_links(publication)],
        "citation": html.render(entry.content).strip(),
    }


_FrontMatter = Callable[[ListEntry, str], dict[str, object]]
# Each site's front matter and the name of a page.
_SITES: dict[str, tuple[_FrontMatter, str]] = {
    "academicpages": (_academicpages, "{slug}.md"),
    "hugo": (_hugo, "{slug}/index.md"),
    "astro": (_astro, "{slug}.md"),
}
