"""What is proposed for a file.  The oracle is what the local server was given to answer, and the bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from publist.bibtex import load_bytes, loads
from publist.bibtex.editor import Editor
from publist.cli import main
from publist.convert import publications
from publist.listing.versions import is_preprint
from publist.update import proposals
from publist.update.look import Findings, look
from publist.update.same import of_kind, title_of
from tests.data import shared
from tests.sources.servers import ORCID_ID, client, crossref_work, orcid, summary

_PREPRINT = """\
% keep me
@article{doe2023quiet, % mine
  author  = {Doe, Jane and Roe, John},
  title   = {The Quiet of Whales},
  journal = {arXiv preprint arXiv:2303.00001},
  year    = {2023},
  code    = {https://example.org/code},
}
@string{x = "y"}
"""
_PAPER = (
    "@article{p, author={Doe, Jane and Roe, John}, title={The Quiet of Whales}, journal={J}, year=2024%s}\n"
)


class Servers:
    """What the servers know: Crossref's works and notices, arXiv's DOIs, OpenAlex's and DBLP's answers."""

    def __init__(self, server: HTTPServer) -> None:
        self.works: dict[str, dict[str, Any]] = {}
        self.found: list[dict[str, Any]] = []
        self.notices: list[dict[str, Any]] = []
        self.arxiv: dict[str, str] = {}
        self.references: dict[str, str] = {}
        self.openalex: list[dict[str, Any]] = []
        self.dblp: list[dict[str, Any]] = []
        server.expect_request("/crossref/works").respond_with_handler(self._list)
        server.expect_request("/arxiv/api/query").respond_with_handler(self._arxiv)
        server.expect_request("/openalex/works").respond_with_handler(
            lambda _: _json({"results": self.openalex})
        )
        server.expect_request("/dblp/search/publ/api").respond_with_handler(
            lambda _: _json({"result": {"hits": {"hit": [{"info": one} for one in self.dblp]}}})
        )
        server.expect_request(re.compile("^/crossref/works/.+")).respond_with_handler(self._one)

    def _one(self, request: Request) -> Response:
        work = self.works.get(request.path.removeprefix("/crossref/works/").lower())
        return _json({"message": work}) if work else Response("", status=404)

    def _list(self, request: Request) -> Response:
        wanted = [part.partition(":") for part in request.args.get("filter", "").split(",")]
        if "query.bibliographic" in request.args:
            items = self.found
        elif wanted[0][0] == "updates":
            items = self.notices
        else:
            items = [self.works[doi] for _, _, doi in wanted if doi in self.works]
        return _json({"message": {"items": items}})

    def _arxiv(self, request: Request) -> Response:
        entries = "".join(
            f"<entry><id>http://arxiv.org/abs/{number}v1</id><title>t</title><published>2023-03-01T00:00:00Z</published>"
            f"<doi>{self.arxiv.get(number, '')}</doi>"
            f"<journal_ref>{self.references.get(number, '')}</journal_ref></entry>"
            for number in request.args["id_list"].split(",")
            if number in self.arxiv or number in self.references
        )
        return Response(f'<feed xmlns="http://arxiv.org/schemas/atom">{entries}</feed>')


def _json(value: object) -> Response:
    return Response(json.dumps(value), mimetype="application/json")


@pytest.fixture
def servers(httpserver: HTTPServer) -> Servers:
    return Servers(httpserver)


def found(server: HTTPServer, text: str, *sources: Any) -> Findings:
    return look([loads(text)], client(server), sources)


def said(result: Findings) -> list[tuple[str, str]]:
    return [(one.rule.id, one.key) for one in result.proposals]


def patched(result: Findings, least: float | None = None) -> str:
    return proposals.applied(result.bibliographies[0], proposals.deciding(result.proposals, least)).decode()


def paper(title: str = "The quiet of whales", doi: str = "10.1000/quiet", **more: Any) -> dict[str, Any]:
    return crossref_work(doi, title) | more


def test_a_preprint_becomes_the_paper_that_arxiv_names(httpserver: HTTPServer, servers: Servers) -> None:
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper()
    result = found(httpserver, _PREPRINT)
    assert said(result) == [("published-version", "doe2023quiet")]
    text = patched(result)
    (entry,) = loads(text).entries
    assert (entry.type, entry.get("journal"), entry.get("year")) == ("article", "Journal of Whales", "2024")
    assert (entry.get("doi"), entry.get("volume"), entry.get("pages")) == ("10.1000/quiet", "12", "21--29")
    assert (entry.get("eprint"), entry.get("archiveprefix")) == ("2303.00001", "arXiv")
    assert (entry.get("title"), entry.get("code")) == ("The Quiet of Whales", "https://example.org/code")
    assert text.startswith(
        "% keep me\n@article{doe2023quiet, % mine\n  author  = {Doe, Jane and Roe, John},\n"
    )
    assert text.endswith('@string{x = "y"}\n')


def test_a_patch_that_was_applied_leaves_nothing_to_do(httpserver: HTTPServer, servers: Servers) -> None:
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper()
    assert said(found(httpserver, patched(found(httpserver, _PREPRINT)))) == []


def test_the_type_and_what_only_names_the_server_go(httpserver: HTTPServer, servers: Servers) -> None:
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper(
        type="proceedings-article", **{"container-title": ["Proc. Whales"]}
    )
    text = _PREPRINT.replace(
        "journal = {arXiv preprint arXiv:2303.00001}", "journal = {CoRR},\n  volume = {abs/2303.00001}"
    )
    (entry,) = loads(patched(found(httpserver, text))).entries
    assert (entry.type, entry.get("booktitle")) == ("inproceedings", "Proc. Whales")
    assert "journal" not in entry.fields
    assert entry.get("volume") == "12"


@pytest.mark.parametrize(
    ("reference", "type_", "fields"),
    [
        ("J. Whale Stud. 12 (2024) 21-29", "article",
         {"journal": "J. Whale Stud.", "volume": "12", "pages": "21--29", "year": "2024"}),
        ("Proceedings of the 3rd Conference on Whales, pp. 1-9, 2024", "inproceedings",
         {"booktitle": "Proceedings of the 3rd Conference on Whales", "pages": "1--9", "year": "2024"}),
        ("Phys. Rev. D 98, 030001 (2018)", "article",
         {"journal": "Phys. Rev. D", "volume": "98", "pages": "030001", "year": "2018"}),
    ],
)  # fmt: skip
def test_where_authors_tell_arxiv_that_a_paper_is_proposed_and_never_sure(
    httpserver: HTTPServer, servers: Servers, reference: str, type_: str, fields: dict[str, str]
) -> None:
    servers.references["2303.00001"] = reference
    result = found(httpserver, _PREPRINT)
    assert [(one.rule.id, one.source, one.score) for one in result.proposals] == [
        ("published-version", "arxiv", 99.0)
    ]
    assert result.proposals[0].message.endswith(f": “{reference}”")
    assert patched(result) == _PREPRINT
    (entry,) = loads(patched(result, least=95)).entries
    assert (entry.type, {name: entry.get(name) for name in fields}) == (type_, fields)
    assert entry.get("title") == "The Quiet of Whales"


@pytest.mark.parametrize("reference", ["Submitted to Nature", "to appear in J. Whale Stud.", "12 pages", "?"])
def test_a_reference_to_no_publication_proposes_nothing(
    httpserver: HTTPServer, servers: Servers, reference: str
) -> None:
    servers.references["2303.00001"] = reference
    assert said(found(httpserver, _PREPRINT)) == []


def test_a_biblatex_entry_keeps_its_dialect(httpserver: HTTPServer, servers: Servers) -> None:
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper()
    text = (
        "@online{a, author={Doe, Jane and Roe, John}, title={The Quiet of Whales}, date={2023-03-01},"
        " eprint={2303.00001}, eprinttype={arxiv}}"
    )
    (entry,) = loads(patched(found(httpserver, text))).entries
    assert (entry.get("journaltitle"), entry.get("date")) == ("Journal of Whales", "2024")
    assert not {"journal", "year", "archiveprefix"} & entry.fields.keys()


def test_crossref_says_of_which_paper_a_preprint_is_one(httpserver: HTTPServer, servers: Servers) -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/quiet", "asserted-by": "subject"}]}
    servers.works["10.1101/2023.1"] = paper(doi="10.1101/2023.1", type="posted-content", relation=relation)
    servers.works["10.1000/quiet"] = paper()
    text = _PREPRINT.replace("arXiv preprint arXiv:2303.00001", "bioRxiv").replace(
        "code ", "doi = {10.1101/2023.1},\n  code "
    )
    result = found(httpserver, text)
    assert [(one.rule.id, one.score) for one in result.proposals] == [("published-version", None)]
    assert loads(patched(result)).entries[0].get("doi") == "10.1000/quiet"


def test_openalex_decides_by_the_number_of_a_location(httpserver: HTTPServer, servers: Servers) -> None:
    servers.openalex = [
        {
            "doi": "https://doi.org/10.1000/quiet",
            "locations": [{"landing_page_url": "http://arxiv.org/abs/2303.00001v2"}],
        }
    ]
    servers.works["10.1000/quiet"] = paper()
    result = found(httpserver, _PREPRINT)
    assert [(one.rule.id, one.source, one.score) for one in result.proposals] == [
        ("published-version", "openalex", None)
    ]


def test_what_a_search_finds_is_said_with_its_score_and_not_written(
    httpserver: HTTPServer, servers: Servers
) -> None:
    servers.dblp = [
        {"title": "The Quiet of Whales.", "type": "Conference and Workshop Papers", "venue": "WHALES",
         "year": "2024", "authors": {"author": [{"text": "Jane Doe"}, {"text": "John Roe"}]},
         "doi": "10.1000/quiet"}
    ]  # fmt: skip
    result = found(httpserver, _PREPRINT)
    assert [(one.source, one.score) for one in result.proposals] == [("dblp", 100.0)]
    assert patched(result) == _PREPRINT
    assert "WHALES" in patched(result, least=95)


@pytest.mark.parametrize(
    "other",
    [
        {"title": ["The quiet of seals and other beasts"]},
        {"author": [{"family": "Poe", "given": "Ann"}]},
        {"published": {"date-parts": [[2009]]}},
        {"type": "posted-content"},
        {"title": []},
    ],
)
def test_another_work_is_not_proposed(
    httpserver: HTTPServer, servers: Servers, other: dict[str, Any]
) -> None:
    servers.found = [paper() | other]
    assert said(found(httpserver, _PREPRINT)) == []


def test_a_paper_that_the_file_has_is_related(httpserver: HTTPServer, servers: Servers) -> None:
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper()
    own = _PAPER % ", doi={10.1000/quiet}"
    text = patched(found(httpserver, _PREPRINT + own))
    assert text.endswith(own)
    assert loads(text).entries[0].get("related") == "p"
    assert loads(text).entries[0].get("journal") == "arXiv preprint arXiv:2303.00001"


def test_a_missing_doi_is_found(httpserver: HTTPServer, servers: Servers) -> None:
    servers.found = [paper()]
    result = found(httpserver, _PAPER % "")
    assert said(result) == [("missing-doi", "p")]
    assert patched(result) == _PAPER % ""
    assert patched(result, 90) == _PAPER % ", doi={10.1000/quiet}"


def test_a_doi_of_another_work_is_said(httpserver: HTTPServer, servers: Servers) -> None:
    servers.works["10.1000/seals"] = paper("Seals are loud, and why that is so", "10.1000/seals")
    result = found(httpserver, _PAPER % ", doi={10.1000/seals}")
    assert said(result) == [("doi-of-another", "p")]
    assert "Seals are loud" in result.proposals[0].message
    assert patched(result) == _PAPER % ", doi={10.1000/seals}"


def test_a_subtitle_is_no_other_work(httpserver: HTTPServer, servers: Servers) -> None:
    servers.works["10.1000/quiet"] = paper("The Quiet of Whales: A Study of the Sea at Night", subtitle=["x"])
    assert said(found(httpserver, _PAPER % ", doi={10.1000/quiet}")) == []


@pytest.mark.parametrize("where", ["work", "notice"])
@pytest.mark.parametrize(("kind", "rule"), [("retraction", "retracted"), ("correction", "corrected")])
def test_a_notice_about_a_work_is_said_once(
    httpserver: HTTPServer, servers: Servers, kind: str, rule: str, where: str
) -> None:
    work = paper()
    if where == "work":
        work["updated-by"] = [{"DOI": "10.1000/notice", "type": kind}]
    else:
        servers.notices = [{"DOI": "10.1000/notice", "update-to": [{"DOI": "10.1000/quiet", "type": kind}]}]
    servers.works["10.1000/quiet"] = work
    text = patched(result := found(httpserver, _PAPER % ", doi={10.1000/quiet}"))
    assert said(result) == [(rule, "p")]
    assert "https://doi.org/10.1000/notice" in text
    assert ("pubstate={retracted}" in text) == (rule == "retracted")
    assert said(found(httpserver, text)) == []


def test_a_notice_is_said_of_each_entry_of_the_work(httpserver: HTTPServer, servers: Servers) -> None:
    """The same work stands in two files, as a list of one's own and that of a lab."""
    servers.works["10.1000/quiet"] = paper() | {"updated-by": [{"DOI": "10.1000/n", "type": "retraction"}]}
    mine, labs = (loads(_PAPER % ", doi={10.1000/quiet}", name) for name in ("mine.bib", "lab.bib"))
    result = look([mine, labs], client(httpserver))
    assert [(one.rule.id, one.file) for one in result.proposals] == [
        ("retracted", "mine.bib"), ("retracted", "lab.bib")
    ]  # fmt: skip
    assert b"pubstate={retracted}" in proposals.applied(labs, result.proposals)


def test_new_works_of_the_owner_are_added(httpserver: HTTPServer, servers: Servers) -> None:
    from publist.sources import Request as SourceRequest

    orcid(
        httpserver,
        [summary(1, "The Quiet of Whales", 1, "10.1000/quiet")],
        [summary(2, "Loud Seals of the North")],
    )
    result = found(httpserver, _PAPER % "", SourceRequest("orcid", ORCID_ID))
    assert said(result) == [("missing-doi", "p"), ("new-work", "doe2024loud")]
    text = patched(result)
    assert [entry.get("doi") for entry in loads(text).entries] == ["10.1000/quiet", ""]
    assert text.startswith(_PAPER % ", doi={10.1000/quiet}")


def test_a_server_that_is_down_costs_its_own_proposals(httpserver: HTTPServer, servers: Servers) -> None:
    httpserver.clear()
    servers = Servers(httpserver)
    servers.found = [paper("The Quiet of Whales")]
    httpserver.expect_request("/arxiv/api/query").respond_with_data("", status=500)
    result = found(httpserver, _PAPER % "")
    assert said(result) == [("missing-doi", "p")]


def test_only_the_entries_of_preprints_change_in_a_real_file(
    httpserver: HTTPServer, servers: Servers
) -> None:
    """Twenty preprints of a file of the corpus are published; all other bytes are those of the file."""
    path = shared("bibtex", "corpus", "tdupu__dupuy-cv__cv.bib")
    data = path.read_bytes()
    bibliography = load_bytes(data, str(path))
    works, _ = publications(bibliography)
    chosen = [work for work in works if is_preprint(work.item) and of_kind(work, "arxiv")][:20]
    assert len(chosen) == 20
    for place, work in enumerate(chosen):
        doi = f"10.1000/p{place}"
        servers.arxiv[of_kind(work, "arxiv")] = doi
        authors = [{"family": name.text.split()[-1], "given": "X"} for name in work.item.names["author"]]
        servers.works[doi] = paper(title_of(work.item), doi, author=authors)
    result = look([bibliography], client(httpserver))
    changed = {one.key for one in result.proposals if one.changes and one.score is None}
    assert {work.key for work in chosen} >= changed
    assert len(changed) >= 18  # some have their paper in the file
    after = proposals.applied(bibliography, proposals.deciding(result.proposals))
    assert _without(bibliography.source.text, data, changed) == _without(after.decode(), after, changed)
    again = load_bytes(after, "")
    assert len(again.entries) == len(bibliography.entries)
    assert len(again.problems) == len(bibliography.problems)


def _without(text: str, data: bytes, keys: set[str]) -> str:
    """The file without the entries of these keys."""
    entries = [entry for entry in load_bytes(data, "").entries if entry.key in keys]
    for entry in reversed(entries):
        text = text[: entry.start] + text[entry.end :]
    return text


def test_an_entry_gets_another_type_and_keeps_all_else() -> None:
    bibliography = loads("@ Misc {a,\n  title = {A}, % fine\n}\n")
    editor = Editor(bibliography)
    editor.retype(bibliography.entries[0], "article")
    assert editor.text() == "@ article {a,\n  title = {A}, % fine\n}\n"


# the command


@pytest.fixture
def folder(httpserver: HTTPServer, servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLIST_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tables = "".join(
        f'[sources.{name}]\nurl = "{httpserver.url_for(f"/{name}/")}"\n'
        for name in ("crossref", "arxiv", "openalex", "dblp", "orcid")
    )
    Path("publist.toml").write_text(f'bibliography = "my.bib"\n{tables}')
    Path("my.bib").write_text(_PREPRINT)
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = paper(
        "The <b>Quiet</b> of Whales @you", **{"container-title": ["J. *of* @you"]}
    )
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["update", *arguments])


def test_update_shows_a_patch_and_writes_nothing(folder: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert "-  journal = {arXiv preprint arXiv:2303.00001}," in result.stdout
    assert "doe2023quiet: is published in J. *of* @you (2024) (arxiv) [published-version]" in result.stderr
    assert "1 proposal, 1 to write with --write" in result.stderr
    assert Path("my.bib").read_text() == _PREPRINT


def test_update_writes_if_asked(folder: Path) -> None:
    assert run("--write").exit_code == 0
    assert "10.1000/quiet" in Path("my.bib").read_text()


def test_update_check_says_by_its_exit_code_that_there_is_something_to_do(folder: Path) -> None:
    assert run("--check").exit_code == 1
    run("--write")
    assert run("--check").exit_code == 0


def test_update_as_json(folder: Path) -> None:
    (one,) = json.loads(run("--format", "json").stdout)
    assert (one["key"], one["rule"], one["fields"]["doi"]) == (
        "doe2023quiet",
        "published-version",
        "10.1000/quiet",
    )


def test_the_text_of_a_pull_request_calls_nobody(folder: Path) -> None:
    text = run("--format", "github").stdout
    assert text.startswith("This changes:\n\n- **doe2023quiet**: is published in J. \\*of\\* ")
    assert "@you" not in text


def test_the_text_of_a_pull_request_says_who_gave_no_answer(folder: Path, httpserver: HTTPServer) -> None:
    httpserver.clear()
    text = run("--format", "github").stdout
    assert text.startswith("Without an answer, so that what they know is missing here:\n\n- http://")


def test_proposals_are_said_in_the_order_of_the_file(folder: Path, servers: Servers) -> None:
    """The DOI of another work is looked for after preprints, and stands before them in the file."""
    Path("my.bib").write_text(_PAPER % ", doi={10.1000/seals}" + _PREPRINT)
    servers.works["10.1000/seals"] = paper("Seals are loud, and why that is so", "10.1000/seals")
    lines = [line.split(":")[1] for line in run().stderr.splitlines() if line.startswith("my.bib:")]
    assert lines == ["1", "3"]


def test_update_offline_says_what_it_would_ask(folder: Path, httpserver: HTTPServer) -> None:
    result = run("--offline")
    assert result.exit_code == 2
    assert "/arxiv/api/query?id_list=2303.00001" in result.stderr
    assert not httpserver.log


def test_several_files_are_updated_together(folder: Path, servers: Servers) -> None:
    """A preprint whose paper is in another file is related to it, and each file changes by itself."""
    Path("papers.bib").write_text(_PAPER % ", doi={10.1000/quiet}")
    other = _PREPRINT.replace("Quiet", "Loudness").replace("2303.00001", "2303.00002")
    Path("more.bib").write_text(other.replace("doe2023quiet", "doe2023loud"))
    servers.arxiv["2303.00002"] = "10.1000/loud"
    servers.works["10.1000/loud"] = paper("The Loudness of Whales", "10.1000/loud")
    result = run("my.bib", "papers.bib", "more.bib", "more.bib", "--write")
    assert result.exit_code == 0, result.stderr
    assert "more.bib:2: info: doe2023loud: is published" in result.stderr
    assert "2 proposals, 2 written" in result.stderr
    assert "related = {p}" in " ".join(Path("my.bib").read_text().split()).replace("  ", " ")
    assert Path("papers.bib").read_text() == _PAPER % ", doi={10.1000/quiet}"
    assert "10.1000/loud" in Path("more.bib").read_text()


def test_a_pattern_of_the_settings_names_the_files(folder: Path) -> None:
    Path("publist.toml").write_text(Path("publist.toml").read_text().replace('"my.bib"', '"*.bib"'))
    Path("a.bib").write_text('@string{x = "y"}\n')
    assert "my.bib:2: info: doe2023quiet: is published" in run().stderr


def test_new_works_go_to_the_first_file_that_has_works(
    folder: Path, httpserver: HTTPServer, servers: Servers
) -> None:
    orcid(httpserver, [summary(2, "Loud Seals of the North")], [summary(1, "The Quiet of Whales")])
    Path("a.bib").write_text('@string{x = "y"}\n')
    run("a.bib", "my.bib", "--from", f"orcid:{ORCID_ID}", "--write")
    assert Path("a.bib").read_text() == '@string{x = "y"}\n'
    assert "Loud Seals" in Path("my.bib").read_text()


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.4 x"), ("-", b"")])
def test_what_is_no_file_of_bibtex_is_one_clear_error(folder: Path, name: str, data: bytes) -> None:
    if data:
        Path(name).write_bytes(data)
    result = run(name)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_update_of_json_is_one_clear_error(folder: Path) -> None:
    Path("my.json").write_text("[]")
    result = run("my.json")
    assert (result.exit_code, "is JSON" in result.stderr) == (2, True)
