"""What search engines read of the page: schema.org's ScholarlyArticle, in JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence

from publist.item import Name
from publist.listing import text_of
from publist.output.facts import iso_date, safe_links
from publist.output.html import identifier
from publist.publication import Publication


def json_ld(articles: Sequence[object]) -> dict[str, object]:
    """The articles as a graph."""
    return {"@context": "https://schema.org", "@graph": articles}


def article(publication: Publication) -> dict[str, object]:
    """A work as search engines know it; only what a citation shows is in it."""
    variables = publication.item.variables
    title = text_of(variables.get("title"))
    venue = text_of(variables.get("container-title"))
    data: dict[str, object] = {
        "@type": "ScholarlyArticle",
        "@id": f"#{identifier(publication.key)}",
        "headline": title,
        "author": _people(publication, "author"),
        "editor": _people(publication, "editor"),
        "datePublished": iso_date(publication),
        "isPartOf": {"@type": "CreativeWork", "name": venue} if venue else "",
        "publisher": text_of(variables.get("publisher")),
        "keywords": list(publication.keywords),
        "sameAs": next((one.url for one in publication.identifiers if one.kind == "doi"), ""),
        "url": next((url for _, url in safe_links(publication)), ""),
    }
    return {name: value for name, value in data.items() if value}


def _people(publication: Publication, variable: str) -> list[dict[str, str]]:
    return [_person(name) for name in publication.item.names.get(variable, ()) if not name.others]


def _person(name: Name) -> dict[str, str]:
    return {"@type": "Organization" if name.literal else "Person", "name": name.text}
