"""What search engines read of the page: schema.org's ScholarlyArticle, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable

from publist.item import Name
from publist.listing import ListEntry, text_of
from publist.output.facts import iso_date
from publist.output.html import identifier
from publist.publication import Publication
from publist.url import safe_url


def json_ld(entries: Iterable[ListEntry]) -> dict[str, object]:
    """The list as a graph of articles; only what a citation shows is in it."""
    return {"@context": "https://schema.org", "@graph": [_article(entry.publication) for entry in entries]}


def _article(publication: Publication) -> dict[str, object]:
    variables = publication.item.variables
    title = text_of(variables.get("title"))
    venue = text_of(variables.get("container-title"))
    data: dict[str, object] = {
        "@type": "ScholarlyArticle",
        "@id": f"#{identifier(publication.key)}",
        "headline": title,
        "author": [_person(name) for name in publication.item.names.get("author", ()) if not name.others],
        "datePublished": iso_date(publication),
        "isPartOf": {"@type": "CreativeWork", "name": venue} if venue else "",
        "publisher": text_of(variables.get("publisher")),
        "keywords": list(publication.keywords),
        "sameAs": next((one.url for one in publication.identifiers if one.kind == "doi"), ""),
        "url": next((url for link in publication.links if (url := safe_url(link.url))), ""),
    }
    return {name: value for name, value in data.items() if value}


def _person(name: Name) -> dict[str, str]:
    return {"@type": "Organization" if name.literal else "Person", "name": name.text}
