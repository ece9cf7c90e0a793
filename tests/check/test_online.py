"""Links that are tried, against a server on this machine.  The oracle is what the server saw and answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from publist import pipeline
from publist.check.online import dead_links
from publist.cli import main
from publist.problems import Problem
from publist.web.cache import AnswerCache
from publist.web.connection import Connections
from publist.web.probe import Probe


class Clock:
    """Sleeps that take no time and are written down."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def probe(folder: Path | None = None, clock: Clock | None = None) -> Probe:
    pause = 0.0 if clock is None else 1.0
    return Probe(AnswerCache(folder), Connections(loopback=True), pause=pause, sleep=clock or Clock())


def nothing(_done: int, _total: int) -> None:
    """A bar that shows nothing."""


def found(path: Path, *urls: str, tries: Probe | None = None) -> list[Problem]:
    """What is said of a file with these links."""
    path.write_text(
        "".join(f"@misc{{k{number},\n  url = {{{url}}}\n}}\n" for number, url in enumerate(urls)),
        encoding="utf-8",
    )
    source = pipeline.read([path])
    return dead_links(source.publications, source.bibliographies, tries or probe(), nothing)


def test_what_leads_nowhere_is_found_at_its_place(tmp_path: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/there").respond_with_data("x")
    httpserver.expect_request("/moved").respond_with_data(status=301, headers={"Location": "/there"})
    httpserver.expect_request("/gone").respond_with_data(status=410)
    httpserver.expect_request("/tired").respond_with_data(status=500)
    httpserver.expect_request("/round").respond_with_data(status=302, headers={"Location": "/round"})
    httpserver.expect_request("/away").respond_with_data(status=302, headers={"Location": "javascript:x"})
    names = ["there", "moved", "gone", "tired", "round", "away", "missing_x"]
    urls = [httpserver.url_for(f"/{name}").replace("_", r"\_") for name in names]
    said = {problem.key: problem for problem in found(tmp_path / "a.bib", *urls)}
    # An address without an answer in the server's table is one of status 500.
    assert {key: one.rule.id for key, one in said.items()} == {
        "k2": "dead-link", "k3": "unchecked-link", "k4": "unchecked-link", "k5": "unchecked-link",
        "k6": "unchecked-link",
    }  # fmt: skip
    assert (said["k2"].line, said["k2"].column, said["k2"].width) == (8, 10, len(urls[2]))
    assert "answers 410" in said["k2"].message
    assert said["k6"].message.startswith(httpserver.url_for("/missing_x"))


def test_a_server_that_knows_get_alone_is_asked_again(tmp_path: Path, httpserver: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        return Response("x" if request.headers.get("Range") else "", 405 if request.method == "HEAD" else 206)

    httpserver.expect_request("/a").respond_with_handler(answer)
    assert found(tmp_path / "a.bib", httpserver.url_for("/a")) == []
    assert [request.method for request, _ in httpserver.log] == ["HEAD", "GET"]


def test_retry_after_and_the_pause_are_minded(tmp_path: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/a").respond_with_data(status=429, headers={"Retry-After": "7"})
    httpserver.expect_ordered_request("/a").respond_with_data("")
    httpserver.expect_ordered_request("/b").respond_with_data("")
    clock = Clock()
    urls = (httpserver.url_for("/a"), httpserver.url_for("/b"))
    assert found(tmp_path / "a.bib", *urls, tries=probe(clock=clock)) == []
    assert 7.0 in clock.slept
    assert len([one for one in clock.slept if 0 < one <= 2.1]) == 2


def test_what_led_somewhere_is_not_asked_again(tmp_path: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("x")
    httpserver.expect_request("/b").respond_with_data(status=404)
    urls = (httpserver.url_for("/a"), httpserver.url_for("/b"), httpserver.url_for("/a"))
    for _ in range(2):
        (problem,) = found(tmp_path / "a.bib", *urls, tries=probe(tmp_path / "cache"))
        assert problem.rule.id == "dead-link"
    assert [request.path for request, _ in httpserver.log].count("/a") == 1


def test_a_private_address_is_not_asked(tmp_path: Path, httpserver: HTTPServer) -> None:
    tries = Probe(AnswerCache(None), Connections(), pause=0.0)
    (problem,) = found(tmp_path / "a.bib", httpserver.url_for("/a"), tries=tries)
    assert "private address" in problem.message
    assert httpserver.log == []


def test_the_command_asks_only_with_online(
    tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLIST_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    httpserver.expect_request("/a").respond_with_data(status=404)
    (tmp_path / "a.bib").write_text(
        f"@misc{{a,\n  url = {{{httpserver.url_for('/a')}}}\n}}\n", encoding="utf-8"
    )
    assert "dead-link" not in CliRunner().invoke(main, ["check", "a.bib"]).output
    assert httpserver.log == []
    assert "[dead-link]" in CliRunner().invoke(main, ["check", "a.bib", "--online"]).output
