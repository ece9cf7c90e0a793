"""What data formats say of a publication beside its citation."""

from __future__ import annotations

from collections.abc import Iterable

from publist.item import Date, Name
from publist.listing import first_text
from publist.output.characters import printable
from publist.output.lines import cut
from publist.output.scripts import with_scripts
from publist.publication import Link, Publication
from publist.richtext import Node, Text, plain
from publist.url import safe_url


def iso_date(publication: Publication) -> str:
    """The date of publication as ISO 8601 has it, as far as it is known, e.g. ``2024-05``; "" for none."""
    date = publication.item.dates.get("issued", Date())
    if date.year is None or not 0 < date.year <= 9999:
        return ""
    year, *rest = date.parts[0]
    return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


def with_signs(text: Text) -> str:
    """A variable's text with exponents and indices as signs, e.g. ``O(n²)``."""
    return text if isinstance(text, str) else plain(with_scripts(text))


def title_of(publication: Publication) -> str:
    """The title as text; the key of a work that has none."""
    return with_signs(publication.item.variables.get("title", "")) or publication.key


def venue_of(publication: Publication) -> str:
    """Where the work was published, e.g. ``NeurIPS``; the publisher of what has no venue."""
    return first_text(publication, "container-title", "event-title", "publisher", "archive")


def url_of(publication: Publication, *, absolute: bool = False) -> str:
    """The address that readers are sent to first: the DOI's, else the first link's; "" for none.

    ``absolute`` leaves out what is relative to a site.
    """
    doi = next((one.url for one in publication.identifiers if one.kind == "doi"), "")
    urls = (url for _, url in safe_links(publication))
    return doi or next((url for url in urls if not absolute or url.startswith(("http://", "https://"))), "")


def safe_links(publication: Publication) -> list[tuple[Link, str]]:
    """The links with their URLs as they may stand anywhere; no others."""
    return [(link, url) for link in publication.links if (url := safe_url(link.url))]


def names_of(names: Iterable[Name]) -> list[str]:
    """The names in reading order and in full; "et al." where the list goes on."""
    return ["et al." if name.others else name.text for name in names]


def as_text(citation: tuple[Node, ...]) -> str:
    """A citation as plain text, not escaped, in its lines; a blank stands behind a number in the margin."""
    label, lines = cut(citation)
    text = "\n".join(plain(line).strip() for line in lines)
    return f"{plain(label).strip()} {text}".strip()


def in_one_line(citation: tuple[Node, ...]) -> str:
    """A citation as plain text in one line; each of its lines ends as a sentence does."""
    lines = [line.strip() for line in plain(with_scripts(citation)).split("\n")]
    ended = [line if line[-1] in ".?!:;,。" else line + "." for line in lines if line]
    return printable(" ".join(ended))
