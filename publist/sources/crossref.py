"""What Crossref is asked: works by their DOIs, by a text, and notices about works.

Source: api.crossref.org/swagger-ui, and www.crossref.org/documentation/retrieve-metadata/rest-api.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from publist.errors import NetworkError
from publist.sources import csl, tree
from publist.sources.answers import json_of
from publist.sources.record import Record

if TYPE_CHECKING:
    from publist.web import Client

_AT_ONCE = 40  # DOIs in one request, so that the address stays short

Work = Mapping[str, Any]
Progress = Callable[[int, int], None]


def quiet(done: int, total: int) -> None:
    """A bar that shows nothing."""


def works(client: Client, dois: Iterable[str], progress: Progress = quiet) -> dict[str, Work]:
    """The works with these DOIs, by the DOI in lower case; one that Crossref does not know is left out."""
    wanted = sorted({doi.lower() for doi in dois})
    batches = [*_batches([doi for doi in wanted if "," not in doi]), *([doi] for doi in wanted if "," in doi)]
    found: dict[str, Work] = {}
    for number, batch in enumerate(batches):
        progress(number * _AT_ONCE, len(wanted))
        for work in _works(client, batch):
            found[tree.text(work, "DOI").lower()] = work
    return found


def _works(client: Client, dois: list[str]) -> list[Work]:
    if len(dois) == 1:
        try:
            return tree.mappings(
                json_of(client.get(client.url("crossref", f"works/{quote(dois[0], safe='')}"))), "message"
            )
        except NetworkError as error:
            if error.status == 404:  # registered elsewhere
                return []
            raise
    query = {"filter": ",".join(f"doi:{doi}" for doi in dois), "rows": _AT_ONCE}
    return tree.mappings(json_of(client.get(client.url("crossref", "works", query))), "message", "items")


def search(client: Client, text: str, rows: int = 3) -> list[Work]:
    """The works that fit a text best, e.g. title and first author."""
    query = {"query.bibliographic": text[:300], "rows": rows}
    return tree.mappings(json_of(client.get(client.url("crossref", "works", query))), "message", "items")


def notices(client: Client, dois: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Retractions and corrections of works: the work's DOI, what it is, and the notice's DOI."""
    for batch in _batches(sorted({doi.lower() for doi in dois if "," not in doi})):
        query = {"filter": ",".join(f"updates:{doi}" for doi in batch), "rows": 100}
        answer = json_of(client.get(client.url("crossref", "works", query)))
        for notice in tree.mappings(answer, "message", "items"):
            for update in tree.mappings(notice, "update-to"):
                yield tree.text(update, "DOI").lower(), tree.text(update, "type"), tree.text(notice, "DOI")


def updates(work: Work) -> Iterator[tuple[str, str]]:
    """What a work's own record says of it: the kind of notice and its DOI (``updated-by``)."""
    for update in tree.mappings(work, "updated-by"):
        yield tree.text(update, "type"), tree.text(update, "DOI")


def related(work: Work, relation: str) -> list[str]:
    """The DOIs to which a work stands in a relation, e.g. ``is-preprint-of``."""
    found = tree.mappings(work, "relation", relation)
    return [tree.text(one, "id").lower() for one in found if tree.text(one, "id-type") == "doi"]


def record_of(work: Work) -> Record:
    """The record of a work.  Raises InputError for what is no work."""
    return csl.read_json(json.dumps(work), "crossref").records[0]


def _batches(dois: list[str]) -> Iterator[list[str]]:
    return (dois[start : start + _AT_ONCE] for start in range(0, len(dois), _AT_ONCE))
