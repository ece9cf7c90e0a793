"""What stands beside a page and is linked from it: the list as BibTeX and as JSON, and a feed of its news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from urllib.parse import quote, urljoin

from publist.listing import Section, by_date
from publist.output import tool
from publist.output.facts import iso_date
from publist.output.feed import FeedEntry, feed
from publist.output.html import identifier
from publist.phrases import phrase
from publist.settings.options import Page

MARK = "% made by publist\n"
_LONGEST_FEED = 30  # works


def names(file: str, languages: Sequence[str]) -> list[str]:
    """The names beside a page, e.g. ``publications.bib``, ``publications.de.html``."""
    stem = PurePath(file).stem
    return [f"{stem}{suffix}" for suffix in (*_FILES, *(f".{language}.html" for language in languages[1:]))]


def alternates(file: str, languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each language with the name of its page; the first is the page itself."""
    stem = PurePath(file).stem
    made = tuple((one, f"{stem}.{one}.html" if place else file) for place, one in enumerate(languages))
    return made if len(made) > 1 else ()


def files(page: Page, sections: Sequence[Section], owner: str) -> dict[str, bytes]:
    """Those of the names that are data and a feed, with their contents."""
    made = {PurePath(page.file).stem + suffix: make for suffix, make in _FILES.items()}
    wanted = {name: make for name, make in made.items() if name in page.beside}
    return {name: make(page, sections, owner).encode("utf-8") for name, make in wanted.items()}


def _bibtex(_page: Page, sections: Sequence[Section], _owner: str) -> str:
    text, _ = tool("bibtex")(sections, [])
    return MARK + str(text)


def _json(_page: Page, sections: Sequence[Section], _owner: str) -> str:
    text, _ = tool("json")(sections, [])
    return str(text)


def _feed(page: Page, sections: Sequence[Section], owner: str) -> str:
    """The newest works whose year is known."""
    contents = {entry.publication.key: entry.content for section in sections for entry in section.entries}
    works = by_date(entry.publication for section in sections for entry in section.entries)
    entries = [
        FeedEntry(quote(identifier(work.key)), date, contents[work.key])
        for work in works
        if (date := iso_date(work))
    ]
    title = page.title or phrase("publications", page.language)
    url = urljoin(page.url, page.file) if page.url else ""
    return feed(entries[:_LONGEST_FEED], title=title, author=owner, url=url)


# What is made, by the end of its name.
_FILES: dict[str, Callable[[Page, Sequence[Section], str], str]] = {
    ".bib": _bibtex,
    ".json": _json,
    ".xml": _feed,
}
