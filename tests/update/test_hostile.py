"""Answers that want more than to be text, wherever ``update`` takes something from one.

The oracle is the patched file: it has the entries that it had and the new ones, and nothing in it is broken.
"""

from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer

from publist.bibtex import loads
from publist.sources import Request
from publist.update import proposals
from tests.sources.servers import ORCID_ID, orcid, summary
from tests.update.test_update import _PAPER, _PREPRINT, Servers, found, paper, patched, servers  # noqa: F401 - fixtures

_LOUD = "@article{q, author={Doe, Jane}, title={Loud Seals of the North}, journal={J}, year=2024}\n"
_HOSTILE = ("10.1000/x} @article{y, title={z}}", "10.1000/a\\", "10.1000/" + "x" * 100_000)


def _answer(known: Servers, server: HTTPServer, place: str, bad: str) -> tuple[Request, ...]:
    """Put what is hostile into the answers at one place; whose works are asked for besides."""
    notice = [{"DOI": bad, "type": "retraction"}]
    at = {"landing_page_url": "http://arxiv.org/abs/2303.00001v2"}
    authors = {"author": [{"text": "Jane Doe"}, {"text": "John Roe"}]}
    answers = {
        "arxiv": lambda: known.arxiv.update({"2303.00001": bad}),
        "reference": lambda: known.references.update({"2303.00001": f"Nature {bad} 12 (2019) 1-2"}),
        "title": lambda: known.works.update({"10.1000/quiet": paper(bad)}),
        "relation": lambda: known.works.update({"10.1000/quiet": paper() | {
            "relation": {"is-preprint-of": [{"id-type": "doi", "id": bad}]}}}),
        "updated-by": lambda: known.works.update({"10.1000/quiet": paper() | {"updated-by": notice}}),
        "update-to": lambda: known.notices.append(
            {"DOI": bad, "update-to": [{"DOI": "10.1000/quiet", "type": "retraction"}]}),
        "search": lambda: known.found.append(paper("Loud Seals of the North", bad)),
        "openalex": lambda: known.openalex.append({"doi": bad, "locations": [at]}),
        "dblp": lambda: known.dblp.append(
            {"title": "The Quiet of Whales", "type": "Journal Articles", "venue": bad, "year": "2024",
             "authors": authors, "doi": bad}),
        "orcid": lambda: orcid(server, [summary(1, bad, 1, bad)]),
    }  # fmt: skip
    answers[place]()
    return (Request("orcid", ORCID_ID),) if place == "orcid" else ()


@pytest.mark.parametrize(
    "place",
    "arxiv reference title relation updated-by update-to search openalex dblp orcid".split(),
)
@pytest.mark.parametrize("bad", _HOSTILE, ids=["brace", "backslash", "long"])
def test_a_patch_holds_what_is_hostile_as_text(
    httpserver: HTTPServer, servers: Servers, place: str, bad: str  # noqa: F811 - the fixture's name
) -> None:  # fmt: skip
    text = _PREPRINT + (_PAPER % ", doi={10.1000/quiet}") + _LOUD
    if place == "relation":
        text = text.replace("code ", "doi = {10.1000/quiet},\n  code ")
    result = found(httpserver, text, *_answer(servers, httpserver, place, bad))
    after = loads(patched(result, least=0))
    assert len(after.entries) == 3 + sum(one.new is not None for one in result.proposals)
    assert not after.problems
    assert "\n@" not in proposals.as_markdown(result.proposals, [])
