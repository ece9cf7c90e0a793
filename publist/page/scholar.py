"""What Google Scholar reads of a page for one work: ``citation_*``.

Source: scholar.google.com/intl/en/scholar/inclusion.html
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from publist.item import Item
from publist.listing import text_of
from publist.publication import Publication
from publist.url import safe_url

# Where a work's container or institution goes, by CSL type; others are in no container.
_CONTAINERS = {
    "article-journal": "citation_journal_title",
    "article-magazine": "citation_journal_title",
    "article-newspaper": "citation_journal_title",
    "paper-conference": "citation_conference_title",
    "chapter": "citation_inbook_title",
}
_INSTITUTIONS = {
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}
_VARIABLES = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "DOI": "citation_doi",
    "language": "citation_language",
}


def citation_tags(publication: Publication, address: str = "") -> list[tuple[str, str]]:
    """The names and contents of the tags, e.g. ``("citation_title", "On x")``.

    ``address`` is the page's own, for the file beside it.
    """
    return [(name, text) for name, text in _tags(publication, address) if text]


def _tags(publication: Publication, address: str) -> Iterator[tuple[str, str]]:
    item = publication.item
    yield "citation_title", _text(item, "title")
    for name in item.names.get("author", ()):
        if not name.others:
            yield "citation_author", name.text
    yield "citation_publication_date", _date(item)
    if kind := _CONTAINERS.get(item.type):
        yield kind, _text(item, "container-title")
    yield _INSTITUTIONS.get(item.type, "citation_publisher"), _text(item, "publisher")
    for variable, name_of_tag in _VARIABLES.items():
        yield name_of_tag, _text(item, variable)
    first, _, last = _text(item, "page").replace("—", "–").replace("-", "–").partition("–")
    yield "citation_firstpage", first.strip()
    yield "citation_lastpage", last.strip("– ")
    for word in publication.keywords:
        yield "citation_keywords", word
    for one in publication.identifiers:
        if one.kind == "arxiv":
            yield "citation_arxiv_id", one.value
    pdf = next((link.url for link in publication.links if link.kind == "pdf"), "")
    yield "citation_pdf_url", urljoin(address, safe_url(pdf) or "") if pdf else ""


def _text(item: Item, variable: str) -> str:
    return text_of(item.variables.get(variable))


def _date(item: Item) -> str:
    """As Scholar wants it: ``2024/05/31``, or as much as is known."""
    date = item.dates.get("issued")
    if date is None or date.year is None or date.year < 1:
        return ""
    year, *rest = date.parts[0]
    return "/".join((f"{year:04}", *(f"{part:02}" for part in rest)))
