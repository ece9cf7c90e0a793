"""The client against a server on this machine.  The oracle is what the server saw and what it answered."""

from __future__ import annotations

import gzip
import os
import socket
import threading
import time
from email.utils import formatdate
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from publist.errors import ConfigError, NetworkError
from publist.web import HOSTS, Access, Client
from publist.web.cache import AnswerCache, Kept
from publist.web.connection import Connections
from publist.web.pace import Pace, retry_after


class Clock:
    """Sleeps that take no time and are written down."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def access(server: HTTPServer, **more: object) -> Access:
    addresses = {name: server.url_for(f"/{name}/") for name in HOSTS}
    return Access(addresses=addresses, loopback=True, **more)  # type: ignore[arg-type]  # parts of any kind, by name


def client(server: HTTPServer, clock: Clock | None = None, cache: AnswerCache | None = None) -> Client:
    return Client(access(server), cache, sleep=clock or Clock())


def error_of(asking: Client, path: str = "x") -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        asking.get(asking.url("crossref", path))
    return caught.value


def test_an_answer_is_its_bytes(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/crossref/x", query_string="rows=2").respond_with_data(b"{}")
    asking = client(httpserver)
    assert asking.get(asking.url("crossref", "x", {"rows": 2})).data == b"{}"


def test_publist_says_who_asks(httpserver: HTTPServer) -> None:
    seen: list[Request] = []
    httpserver.expect_request("/crossref/x").respond_with_handler(
        lambda request: seen.append(request) or Response("{}")
    )  # type: ignore[func-returns-value]  # called for its effect
    asking = Client(access(httpserver, contact="jane@example.org"))
    asking.get(asking.url("crossref", "x"))
    assert seen[0].headers["User-Agent"].startswith("publist/")
    assert "(mailto:jane@example.org)" in seen[0].headers["User-Agent"]
    assert seen[0].args["mailto"] == "jane@example.org"


@pytest.mark.parametrize("contact", ["jane", "a b@c.d", "a@b.c\r\nX: y", "a@b.c)"])
def test_a_contact_that_is_no_address_is_refused(contact: str) -> None:
    with pytest.raises(ConfigError, match="no e-mail address"):
        Client(Access(contact=contact))


@pytest.mark.parametrize(
    ("name", "variable", "where"),
    [("ads", "ADS_API_TOKEN", "Authorization"), ("zotero", "ZOTERO_API_KEY", "Zotero-API-Key")],
)
def test_a_key_goes_into_its_header(httpserver: HTTPServer, name: str, variable: str, where: str) -> None:
    seen: list[str] = []

    def answer(request: Request) -> Response:
        seen.append(request.headers.get(where, ""))
        return Response("{}")

    httpserver.expect_request(f"/{name}/x").respond_with_handler(answer)
    asking = Client(access(httpserver, environment={variable: "s3cret"}))
    asking.get(asking.url(name, "x"))
    assert seen[0].endswith("s3cret")


def test_a_key_stands_in_no_message(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/pubmed/x").respond_with_data("", status=500)
    asking = Client(access(httpserver, environment={"NCBI_API_KEY": "s3cret"}))
    with pytest.raises(NetworkError) as caught:
        asking.get(asking.url("pubmed", "x"))
    assert "s3cret" not in str(caught.value)


def test_an_address_of_ones_own_gets_no_key() -> None:
    asking = Client(
        Access(addresses={"ads": "https://example.org/"}, environment={"ADS_API_TOKEN": "s3cret"})
    )
    assert asking._key(asking.hosts["ads"]) == ""
    assert asking._key(HOSTS["ads"]) == "s3cret"


def test_an_answer_that_has_not_changed_comes_from_the_cache(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.headers.get("If-None-Match", ""))
        if request.headers.get("If-None-Match") == '"v1"':
            return Response(status=304)
        return Response("old", headers={"ETag": '"v1"'})

    httpserver.expect_request("/crossref/x").respond_with_handler(answer)
    asking = client(httpserver, cache=AnswerCache(tmp_path))
    url = asking.url("crossref", "x")
    assert asking.get(url).data == asking.get(url).data == b"old"
    assert asked == [""]  # the second is fresh
    monkeypatch.setattr("publist.web.cache.FRESH", -1)
    assert asking.get(url).data == b"old"
    assert asked == ["", '"v1"']


def test_a_broken_cache_is_asked_again(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data("new")
    cache = AnswerCache(tmp_path)
    asking = client(httpserver, cache=cache)
    asking.get(asking.url("crossref", "x"))
    for path in tmp_path.iterdir():
        path.write_bytes(b"{broken")
    assert asking.get(asking.url("crossref", "x")).data == b"new"


def test_what_is_kept_is_read_as_it_was(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    kept = Kept("https://x.org", 1.0, '"e"', "", "https://x.org/2", b"\nbytes\x00")
    cache.put("a", kept)
    assert cache.get("a") == kept
    assert cache.get("b") is None
    assert AnswerCache(None).get("a") is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 500])
def test_an_error_is_one_line_with_its_status(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data("<html>", status=status)
    error = error_of(client(httpserver))
    assert error.status == status
    assert "\n" not in str(error)
    assert str(status) in str(error)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_has_no_time_is_asked_when_it_says(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_ordered_request("/crossref/x").respond_with_data(
        "", status=status, headers={"Retry-After": "7"}
    )
    httpserver.expect_ordered_request("/crossref/x").respond_with_data("{}")
    clock = Clock()
    asking = client(httpserver, clock)
    assert asking.get(asking.url("crossref", "x")).data == b"{}"
    assert clock.slept == [7]


def test_a_server_that_never_has_time_is_left_alone(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data("", status=503)
    clock = Clock()
    assert error_of(client(httpserver, clock)).status == 503
    assert clock.slept == [2, 4, 8]


def test_nobody_waits_an_hour(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data(
        "", status=429, headers={"Retry-After": "3600"}
    )
    clock = Clock()
    assert "3600 seconds" in str(error_of(client(httpserver, clock)))
    assert clock.slept == []


def test_retry_after_may_be_a_date() -> None:
    now = 1_700_000_000.0
    assert retry_after({"retry-after": formatdate(now + 30, usegmt=True)}, now) == 30
    assert retry_after({"retry-after": "soon"}, now) is None


def test_requests_keep_their_pace(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("a", "b"):
        httpserver.expect_request(f"/arxiv/{path}").respond_with_data("")
    clock = Clock()
    asking = client(httpserver, clock)
    monkeypatch.setattr("publist.web.pace.time.monotonic", lambda: 100.0)
    asking.access = asking.access._replace(loopback=False)
    asking._host = lambda url: asking.hosts["arxiv"]  # type: ignore[method-assign,assignment]  # stands in for the network
    asking._connections = Connections(loopback=True)
    asking.get(httpserver.url_for("/arxiv/a"))
    asking.get(httpserver.url_for("/arxiv/b"))
    assert clock.slept == [3]


def test_a_run_keeps_its_pace_after_another_one(tmp_path: Path) -> None:
    clocks = []
    for _ in range(2):  # runs that share nothing but the folder
        clocks.append(Clock())
        Pace(AnswerCache(tmp_path), clocks[-1]).wait("arxiv", 3)
    assert clocks[0].slept == []
    assert 0 < clocks[1].slept[0] <= 3
    os.utime(tmp_path / "asked-arxiv", (0, time.time() - 3))
    Pace(AnswerCache(tmp_path), again := Clock()).wait("arxiv", 3)
    assert again.slept == []


def test_a_clock_that_was_set_back_makes_nobody_wait(tmp_path: Path) -> None:
    AnswerCache(tmp_path).note("arxiv")
    os.utime(tmp_path / "asked-arxiv", (0, time.time() + 9999))
    Pace(AnswerCache(tmp_path), clock := Clock()).wait("arxiv", 3)
    assert clock.slept == []


def test_limits_in_headers_count(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"X-Rate-Limit-Limit": "2", "X-Rate-Limit-Interval": "10s"}
    httpserver.expect_request("/crossref/x").respond_with_data("", headers=limits)
    clock = Clock()
    asking = client(httpserver, clock)
    monkeypatch.setattr("publist.web.pace.time.monotonic", lambda: 100.0)
    for _ in range(3):
        asking.get(asking.url("crossref", "x"))
    assert clock.slept[-1] == 5


def test_backoff_is_minded(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    httpserver.expect_request("/zotero/x").respond_with_data("", headers={"Backoff": "9"})
    clock = Clock()
    asking = client(httpserver, clock)
    monkeypatch.setattr("publist.web.pace.time.monotonic", lambda: 100.0)
    for _ in range(2):
        asking.get(asking.url("zotero", "x"))
    assert clock.slept == [9]


def test_a_redirect_on_the_table_is_followed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/doi/x").respond_with_data("", status=302, headers={"Location": "/crossref/x"})
    httpserver.expect_request("/crossref/x").respond_with_data("there")
    asking = client(httpserver)
    assert asking.get(asking.url("doi", "x")).data == b"there"


@pytest.mark.parametrize(
    "target",
    ["https://example.org/", "http://api.crossref.org/", "file:///etc/passwd", "//169.254.169.254/latest",
     "https://api.crossref.org:8443/x", "https://user@api.crossref.org/x"],
)  # fmt: skip
def test_a_redirect_off_the_table_is_not_followed(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data("", status=302, headers={"Location": target})
    assert "not followed" in str(error_of(client(httpserver)))


def test_redirects_in_a_circle_end(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data(
        "", status=302, headers={"Location": "/crossref/x"}
    )
    assert "redirects" in str(error_of(client(httpserver)))


@pytest.mark.parametrize(
    "url", ["https://example.org/", "http://api.crossref.org/works", "ftp://api.crossref.org/"]
)
def test_no_other_server_is_asked(url: str) -> None:
    with pytest.raises(NetworkError, match="no server of publist's table"):
        Client().get(url)


def test_a_private_address_is_not_asked(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("secret")
    with pytest.raises(NetworkError, match=r"private address 127\.0\.0\.1"):
        Connections().ask("GET", httpserver.url_for("/"), {})


def test_an_address_of_ones_own_is_https() -> None:
    with pytest.raises(ConfigError, match=r"sources\.orcid\.url"):
        Client(Access(addresses={"orcid": "http://example.org/"}))
    asking = Client(Access(addresses={"orcid": "https://pub.sandbox.orcid.org/v3.0"}))
    assert asking.url("orcid", "x") == "https://pub.sandbox.orcid.org/v3.0/x"


def test_offline_says_what_it_would_ask(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/crossref/x").respond_with_data("known")
    cache = AnswerCache(tmp_path)
    online = client(httpserver, cache=cache)
    online.get(online.url("crossref", "x"))
    offline = Client(access(httpserver, offline=True), cache)
    assert offline.get(offline.url("crossref", "x")).data == b"known"
    with pytest.raises(NetworkError, match="--offline"):
        offline.get(offline.url("crossref", "y"))
    assert offline.asked == [offline.url("crossref", "y")]
    assert len(httpserver.log) == 1


def test_the_next_page_of_a_link_header(httpserver: HTTPServer) -> None:
    link = '<https://x.org/?start=0>; rel="first", </zotero/x?start=100>; rel="next"'
    httpserver.expect_request("/zotero/x").respond_with_data("[]", headers={"Link": link})
    asking = client(httpserver)
    assert asking.get(asking.url("zotero", "x")).next == httpserver.url_for("/zotero/x?start=100")


def test_a_packed_answer_is_unpacked_up_to_the_limit(httpserver: HTTPServer) -> None:
    packed = gzip.compress(b"0" * 3_000_000)
    httpserver.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    url = httpserver.url_for("/")
    assert len(Connections(loopback=True).ask("GET", url, {})[2]) == 3_000_000
    with pytest.raises(NetworkError, match="more than 1 MB"):
        Connections(loopback=True, largest=1_000_000).ask("GET", url, {})


def test_a_slow_answer_ends(httpserver: HTTPServer) -> None:
    def slowly(_: Request) -> Response:
        def pieces() -> object:
            for _ in range(20):
                yield b"x"
                time.sleep(0.1)

        return Response(pieces())  # type: ignore[arg-type]  # a stream that fails midway

    httpserver.expect_request("/").respond_with_handler(slowly)
    with pytest.raises(NetworkError, match="seconds"):
        Connections(loopback=True, longest=0.4).ask("GET", httpserver.url_for("/"), {})


def test_silence_ends(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_handler(lambda _: time.sleep(1) or Response(""))  # type: ignore[func-returns-value]  # called for its effect
    with pytest.raises(NetworkError, match="has not answered"):
        Connections(loopback=True, longest=0.2).ask("GET", httpserver.url_for("/"), {})


def test_an_answer_that_breaks_off_is_an_error() -> None:
    def answer_half() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer_half, daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(NetworkError, match="breaks off"):
            Connections(loopback=True, longest=2).ask("GET", url, {})


def test_no_server_is_one_clear_line() -> None:
    with pytest.raises(NetworkError, match="cannot be reached"):
        Connections(loopback=True).ask("GET", "http://127.0.0.1:9/", {})
