"""A server on this machine that answers as ORCID, DBLP, Crossref and the others do.

The answers are written by hand in the documented shapes; real ones were not recorded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pytest_httpserver import HTTPServer

from publist.web import HOSTS, Access, Client

ORCID_ID = "0000-0002-1825-0097"


def client(server: HTTPServer, **more: Any) -> Client:
    """A client that asks this server for everything, without waiting."""
    addresses = {name: server.url_for(f"/{name}/") for name in HOSTS}
    return Client(Access(addresses=addresses, loopback=True, **more), sleep=lambda _: None)


def summary(code: int, title: str, index: int = 1, doi: str = "") -> dict[str, Any]:
    """A work's summary in ORCID's record."""
    ids = (
        [{"external-id-type": "doi", "external-id-value": doi, "external-id-relationship": "self"}]
        if doi
        else []
    )
    return {
        "put-code": code, "display-index": str(index), "type": "journal-article",
        "title": {"title": {"value": title}}, "journal-title": {"value": "Journal of Whales"},
        "publication-date": {"year": {"value": "2024"}, "month": None, "day": None},
        "external-ids": {"external-id": ids},
    }  # fmt: skip


def whole(work: Mapping[str, Any], *authors: str) -> dict[str, Any]:
    """The work itself, which has contributors."""
    return {**work, "contributors": {"contributor": [{"credit-name": {"value": name}} for name in authors]}}


def orcid(
    server: HTTPServer, *groups: list[dict[str, Any]], authors: tuple[str, ...] = ("Jane Doe", "John Roe")
) -> None:
    """ORCID's record of Jane Doe with these groups of summaries, and the works one by one."""
    record = {
        "person": {"name": {"given-names": {"value": "Jane"}, "family-name": {"value": "Doe"}}},
        "activities-summary": {"works": {"group": [{"work-summary": list(group)} for group in groups]}},
    }
    server.expect_request(f"/orcid/{ORCID_ID}/record").respond_with_json(record)
    best = [max(group, key=lambda one: int(one["display-index"])) for group in groups]
    for start in range(0, len(best), 100):
        some = best[start : start + 100]
        codes = ",".join(str(one["put-code"]) for one in some)
        bulk = {"bulk": [{"work": whole(one, *authors)} for one in some]}
        server.expect_request(f"/orcid/{ORCID_ID}/works/{codes}").respond_with_json(bulk)


def crossref_work(doi: str, title: str, **more: Any) -> dict[str, Any]:
    """A work as Crossref has it."""
    return {
        "DOI": doi, "type": "journal-article", "title": [title], "container-title": ["Journal of Whales"],
        "author": [{"given": "Jane", "family": "Doe"}, {"given": "John", "family": "Roe"}],
        "volume": "12", "issue": "3", "page": "21-29", "published": {"date-parts": [[2024, 3, 5]]},
    } | more  # fmt: skip


def openalex_page(start: int, size: int, total: int, cursor: str | None) -> str:
    """A page of OpenAlex's works."""
    works = [
        {"id": f"https://openalex.org/W{number}", "type": "article", "title": f"Whales, part {number}",
         "publication_year": 2000 + number % 24, "doi": f"https://doi.org/10.1000/w{number}",
         "authorships": [{"raw_author_name": "Jane Doe", "author": {"display_name": "Jane Doe"}}],
         "primary_location": {"source": {"display_name": "Journal of Whales", "type": "journal"}}}
        for number in range(start, min(start + size, total))
    ]  # fmt: skip
    return json.dumps({"meta": {"count": total, "next_cursor": cursor}, "results": works})


def openalex(server: HTTPServer, total: int, size: int = 200) -> None:
    """An author's works in pages."""
    for start in range(0, total + 1, size):
        cursor = "*" if start == 0 else f"c{start}"
        following = f"c{start + size}" if start + size < total else None
        query = {"filter": "authorships.author.id:A5000", "per-page": "200", "cursor": cursor}
        server.expect_request("/openalex/works", query_string=query).respond_with_data(
            openalex_page(start, size, total, following)
        )
