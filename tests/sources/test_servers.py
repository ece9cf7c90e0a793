"""Works from servers.  The oracle is what the local server was given to answer."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from pytest_httpserver import HTTPServer

from publist.bibtex import loads
from publist.bibtex.entry import Entry
from publist.errors import InputError, NetworkError, PublistError
from publist.sources import Import, imported
from publist.sources.servers import SERVERS, Request, request_of
from tests.sources import samples
from tests.sources.servers import ORCID_ID, client, crossref_work, openalex, orcid, summary


def found(server: HTTPServer, text: str) -> Import:
    request = request_of(text)
    assert request is not None
    return imported([request], client(server))


def entries(server: HTTPServer, text: str) -> list[Entry]:
    return loads(found(server, text).text).entries


@pytest.mark.parametrize(
    ("text", "source", "what"),
    [
        ("orcid:0000-0002-1825-0097", "orcid", ORCID_ID),
        ("ORCID:https://orcid.org/0000-0002-1825-0097", "orcid", ORCID_ID),
        ("https://orcid.org/0000-0002-1825-0097", "orcid", ORCID_ID),
        ("0000-0002-1825-0097", "orcid", ORCID_ID),
        ("dblp:65/9612", "dblp", "65/9612"),
        ("https://dblp.org/pid/65/9612.html", "dblp", "65/9612"),
        ("https://dblp.uni-trier.de/pid/d/JaneDoe", "dblp", "d/JaneDoe"),
        ("doi:10.1000/Whales", "doi", "10.1000/Whales"),
        ("https://doi.org/10.1000%2FWhales", "doi", "10.1000/Whales"),
        ("arxiv:arXiv:2403.00001v2", "arxiv", "2403.00001v2"),
        ("https://arxiv.org/abs/2403.00001", "arxiv", "2403.00001"),
        ("https://arxiv.org/a/doe_j_1", "arxiv", "doe_j_1"),
        ("inspire:J.Doe.1", "inspire", "J.Doe.1"),
        ("https://inspirehep.net/authors/1019902", "inspire", "authors/1019902"),
        ("https://inspirehep.net/literature/451647?ui=1", "inspire", "451647"),
        ("openalex:A5000", "openalex", "A5000"),
        ("https://openalex.org/authors/a5000", "openalex", "a5000"),
        ("zotero:475425/9KH9TNSJ", "zotero", "475425/9KH9TNSJ"),
        ("https://www.zotero.org/groups/4711/whales/library", "zotero", "groups/4711"),
        ("https://www.zotero.org/groups/4711/whales/collections/9KH9TNSJ", "zotero", "groups/4711/9KH9TNSJ"),
        ("https://ui.adsabs.harvard.edu/abs/2024JW....12...21D/abstract", "ads", "2024JW....12...21D"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "pubmed", "12345678"),
        ("pubmed:Doe J[Author]", "pubmed", "Doe J[Author]"),
    ],
)
def test_what_is_asked_for_is_recognised(text: str, source: str, what: str) -> None:
    assert request_of(text) == Request(source, what)


@pytest.mark.parametrize("text", ["my.bib", "C:\\my.ris", "a/b.json"])
def test_a_file_is_no_request(text: str) -> None:
    assert request_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["orcid:Jane", "doi:whales", "https://scholar.google.com/citations?user=x", "zotero:jane", "http://127.0.0.1/",
     "https://orcid.org.evil.org/0000-0002-1825-0097", "dblp:../../etc"],
)  # fmt: skip
def test_what_no_server_has_is_one_clear_error(text: str) -> None:
    with pytest.raises(InputError, match="write e.g.|is no address of"):  # noqa: RUF043 - alternatives, and any sign will do
        request_of(text)


def test_scholar_is_never_asked() -> None:
    with pytest.raises(InputError, match="export BibTeX, and import that file"):
        request_of("https://scholar.google.com/citations?user=x")


@pytest.mark.parametrize("name", SERVERS)
def test_the_example_of_a_server_is_a_request(name: str) -> None:
    for example in SERVERS[name].example.split(", or ")[0].split(" or "):
        assert request_of(
            example.split(", ads")[0].rpartition(": ")[2] if name != "ads" else example.split(", ")[0]
        )


def test_orcid_gives_the_preferred_summary_with_its_authors(httpserver: HTTPServer) -> None:
    orcid(httpserver, [summary(1, "Quiet whale", 0), summary(2, "Quiet whales", 9, "10.1000/whales")])
    (entry,) = entries(httpserver, f"orcid:{ORCID_ID}")
    assert entry.get("title") == "Quiet whales"
    assert entry.get("author") == "Doe, Jane and Roe, John"
    assert entry.get("doi") == "10.1000/whales"


def test_orcid_says_whose_works_they_are(httpserver: HTTPServer) -> None:
    orcid(httpserver, [summary(1, "Quiet whales")])
    assert found(httpserver, f"orcid:{ORCID_ID}").owner == "Jane Doe"


def test_a_work_without_authors_has_those_that_crossref_knows(httpserver: HTTPServer) -> None:
    orcid(httpserver, [summary(1, "Quiet whales", 1, "10.1000/whales")], authors=())
    work = crossref_work("10.1000/whales", "QUIET WHALES")
    httpserver.expect_request("/crossref/works/10.1000/whales").respond_with_json({"message": work})
    (entry,) = entries(httpserver, f"orcid:{ORCID_ID}")
    assert entry.get("author") == "Doe, Jane and Roe, John"
    assert entry.get("title") == "Quiet whales"  # what the owner says stays
    assert entry.get("volume") == "12"


@pytest.mark.parametrize(
    ("text", "path", "answer"),
    [
        ("dblp:d/JaneDoe", "/dblp/pid/d/JaneDoe.xml", samples.DBLP),
        ("doi:10.1000/whales", "/crossref/works/10.1000/whales", samples.CROSSREF),
        ("arxiv:2403.00001", "/arxiv/api/query", samples.ARXIV),
        ("arxiv:doe_j_1", "/arxiv/a/doe_j_1.atom2", samples.ARXIV),
        ("inspire:451647", "/inspire/literature/451647", samples.INSPIRE),
        ("inspire:J.Doe.1", "/inspire/literature", samples.INSPIRE),
        ("openalex:W1", "/openalex/works/W1", samples.OPENALEX),
        ("zotero:475425", "/zotero/users/475425/items/top", samples.ZOTERO),
        ("zotero:groups/47/9KH9TNSJ", "/zotero/groups/47/collections/9KH9TNSJ/items/top", samples.ZOTERO),
        ("ads:2024JW....12...21D", "/ads/search/query", samples.ADS),
        ("pubmed:12345678", "/pubmed/efetch.fcgi", samples.PUBMED_XML),
    ],
)
def test_each_server_is_read(httpserver: HTTPServer, text: str, path: str, answer: str) -> None:
    httpserver.expect_request(path).respond_with_data(answer)
    if text == "openalex:W1":
        httpserver.clear()
        httpserver.expect_request(path).respond_with_json(json.loads(answer)["results"][0])
    (entry,) = entries(httpserver, text)
    assert entry.get("title").replace(r"\textit{whales}", "whales") == "Quiet whales"
    assert entry.get("author").startswith("Doe, Jane and Roe, John")


def test_a_doi_of_another_agency_is_found_through_doi_org(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/crossref/works/10.5281/zenodo.1").respond_with_data("", status=404)
    httpserver.expect_request("/doi/10.5281/zenodo.1").respond_with_data(
        json.dumps(json.loads(samples.CSL_JSON)[0] | {"DOI": "10.5281/zenodo.1"})
    )
    (entry,) = entries(httpserver, "doi:10.5281/zenodo.1")
    assert entry.get("doi") == "10.5281/zenodo.1"


def test_a_search_at_pubmed_is_two_requests(httpserver: HTTPServer) -> None:
    answer = {"esearchresult": {"count": "1", "idlist": ["12345678"]}}
    httpserver.expect_request("/pubmed/esearch.fcgi").respond_with_json(answer)
    httpserver.expect_request(
        "/pubmed/efetch.fcgi", query_string="db=pubmed&id=12345678&retmode=xml"
    ).respond_with_data(samples.PUBMED_XML)
    assert len(entries(httpserver, "pubmed:Doe J[Author]")) == 1


def test_an_author_at_inspire_is_found_by_the_number_of_the_record(httpserver: HTTPServer) -> None:
    person = {"metadata": {"ids": [{"schema": "INSPIRE BAI", "value": "J.Doe.1"}]}}
    httpserver.expect_request("/inspire/authors/10").respond_with_json(person)
    query = {"q": "a J.Doe.1", "size": "100", "sort": "mostrecent"}
    httpserver.expect_request("/inspire/literature", query_string=query).respond_with_data(samples.INSPIRE)
    assert len(entries(httpserver, "https://inspirehep.net/authors/10")) == 1


def test_two_thousand_works_come_in_pages(httpserver: HTTPServer) -> None:
    openalex(httpserver, 2000)
    seen: list[tuple[int, int]] = []
    request = request_of("openalex:A5000")
    assert request is not None
    result = imported([request], client(httpserver), lambda done, total: seen.append((done, total)))
    assert result.works == 2000
    assert seen[-1] == (2000, 2000)
    assert len(loads(result.text).entries) == 2000


def test_pages_by_a_link_header(httpserver: HTTPServer) -> None:
    link = f'<{httpserver.url_for("/zotero/users/1/items/top?start=100")}>; rel="next"'
    later = httpserver.expect_request("/zotero/users/1/items/top", query_string="start=100")
    later.respond_with_data(samples.ZOTERO.replace("Quiet", "Loud"))
    httpserver.expect_request("/zotero/users/1/items/top").respond_with_data(
        samples.ZOTERO, headers={"Link": link}
    )
    assert [entry.get("title")[:5] for entry in entries(httpserver, "zotero:1")] == ["Quiet", "Loud "]


def test_pages_in_a_circle_end(httpserver: HTTPServer) -> None:
    link = f'<{httpserver.url_for("/zotero/users/1/items/top?start=100")}>; rel="next"'
    httpserver.expect_request("/zotero/users/1/items/top").respond_with_data(
        samples.ZOTERO, headers={"Link": link}
    )
    assert len(entries(httpserver, "zotero:1")) == 2


@pytest.mark.parametrize(
    "answer", ["{", '{"message": ', "<html>", "", "\x00", '{"message": "x"}', "[]", "null", "1"]
)
def test_a_broken_answer_is_one_clear_error(httpserver: HTTPServer, answer: str) -> None:
    for path in (
        "/crossref/works/10.1000/x",
        "/doi/10.1000/x",
        "/openalex/works/W1",
        f"/orcid/{ORCID_ID}/record",
    ):
        httpserver.expect_request(path).respond_with_data(answer)
    for text in ("doi:10.1000/x", "openalex:W123", f"orcid:{ORCID_ID}"):
        with pytest.raises(PublistError) as caught:
            found(httpserver, text)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("answer", [samples.DBLP[:-40], "<dblpperson", "", "{}", "<a>" * 100_000])
def test_a_cut_answer_in_xml_is_one_clear_error(httpserver: HTTPServer, answer: str) -> None:
    httpserver.expect_request("/dblp/pid/d/JaneDoe.xml").respond_with_data(answer)
    with pytest.raises(InputError) as caught:
        found(httpserver, "dblp:d/JaneDoe")
    assert "\n" not in str(caught.value)


def hostile(server: HTTPServer, **more: object) -> Import:
    answer = {"message": crossref_work("10.1000/x", "Quiet whales") | more}
    server.expect_request("/crossref/works/10.1000/x").respond_with_data(json.dumps(answer))
    return found(server, "doi:10.1000/x")


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", ["<script>alert(1)</script>"], r"\textless{}script>alert(1)"),
        ("title", ["}} @article{x, title={y}"], "article"),
        ("volume", 10**400, "1" + "0" * 400),
        ("volume", 1e308, "1e+308"),
        ("publisher", "{{ 7*7 }} {% raw %}", "7*7"),
    ],
)
def test_a_hostile_answer_is_text(httpserver: HTTPServer, name: str, value: object, text: str) -> None:
    result = hostile(httpserver, **{name: value})
    (entry,) = loads(result.text).entries
    assert text in " ".join(field.value for field in entry.fields.values())
    assert not loads(result.text).problems


def test_a_name_of_100_000_letters_is_a_name(httpserver: HTTPServer) -> None:
    result = hostile(httpserver, author=[{"family": "D" * 100_000, "given": "J"}])
    (entry,) = loads(result.text).entries
    assert "D" * 100_000 in entry.get("author")
    assert len(entry.key) < 200


@pytest.mark.parametrize(
    "scheme", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"]
)
def test_an_address_of_another_scheme_is_no_link(httpserver: HTTPServer, scheme: str) -> None:
    record = json.loads(samples.OPENALEX)["results"][0] | {
        "doi": None, "primary_location": {"landing_page_url": scheme, "pdf_url": scheme}
    }  # fmt: skip
    httpserver.expect_request("/openalex/works/W123").respond_with_json(record)
    result = found(httpserver, "openalex:W123")
    (entry,) = loads(result.text).entries
    assert not {"url", "pdf"} & entry.fields.keys()


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000])
def test_deep_json_is_one_clear_error(httpserver: HTTPServer, deep: str) -> None:
    httpserver.expect_request(f"/orcid/{ORCID_ID}/record").respond_with_data(deep)
    with pytest.raises(InputError, match="nested too deeply|not JSON"):  # noqa: RUF043 - alternatives, and any sign will do
        found(httpserver, f"orcid:{ORCID_ID}")


def test_nobody_is_asked_offline(httpserver: HTTPServer) -> None:
    requests = [Request("orcid", ORCID_ID), Request("doi", "10.1000/x")]
    with pytest.raises(NetworkError) as caught:
        imported(requests, client(httpserver, offline=True))
    assert f"/orcid/{ORCID_ID}/record" in str(caught.value)
    assert f"/crossref/works/{quote('10.1000/x', safe='')}" in str(caught.value)
    assert not httpserver.log
