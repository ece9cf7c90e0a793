"""A page for each publication, an index of them and a map of the site: a small site without a generator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from publist.listing import ListEntry, Section, text_of
from publist.output import templates
from publist.output.html import escape
from publist.output.layout import laid_out
from publist.output.page import PageWriter
from publist.output.pages import MARK, slugs
from publist.output.rows import Entries, Sheet
from publist.output.writer import written
from publist.page.complete import around, complete, in_script, policy, styles
from publist.page.metadata import article
from publist.page.scholar import citation_tags
from publist.settings.options import Page

INDEX, MAP = "index.html", "sitemap.xml"


def single_pages(sections: Sequence[Section], page: Page, owner: str = "") -> dict[str, str]:
    """Each page's text by its name, e.g. ``shao2022sfda.html``, with ``index.html`` and ``sitemap.xml``."""
    entries = [entry for section in sections for entry in section.entries]
    names = [f"{slug}.html" for slug in slugs(entry.publication.key for entry in entries)]
    addresses = {entry.publication.key: name for entry, name in zip(entries, names, strict=True)}
    sheet = laid_out(sections, page)
    listed = str(written(sheet, PageWriter(sheet, addresses)))
    rows = [row for part in sheet.parts if isinstance(part, Entries) for row in part.entries]
    made = {INDEX: complete(listed, sections, page, owner, addresses)}
    shared = around(page)
    for entry, row, name in zip(entries, rows, names, strict=True):
        own = sheet._replace(parts=(Entries((row,)),))
        made[name] = _single(entry, own, name, page, shared)
    made[MAP] = _map([INDEX, *names], page.url)
    return made


def _single(entry: ListEntry, sheet: Sheet, name: str, page: Page, shared: Mapping[str, Any]) -> str:
    """The page of one work: its entry with everything open; ``shared`` is what every page has."""
    publication = entry.publication
    body = str(written(sheet, PageWriter(sheet, {publication.key: name})))
    address = urljoin(page.url, name)
    title = text_of(publication.item.variables.get("title")) or publication.key
    style = shared["style"]
    values = {
        **shared,
        "title": title,
        "policy": policy("", [style, *styles(body)]),
        "canonical": address,
        "tags": citation_tags(publication, address),
        "metadata": in_script({"@context": "https://schema.org", **article(publication), "@id": address}),
        "description": text_of(publication.item.variables.get("abstract"))[:300],
        "body": body.replace("<details ", "<details open "),
        "index": INDEX,
    }
    return templates.by_name("publication", "html", values)


def _map(names: Sequence[str], url: str) -> str:
    """The map of the site (sitemaps.org); addresses in it are whole where the site's is known."""
    places = "\n".join(f"<url><loc>{escape(urljoin(url, name))}</loc></url>" for name in names)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MARK} -->\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}\n</urlset>\n'
    )
