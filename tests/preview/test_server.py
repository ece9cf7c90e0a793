"""What the preview's server gives, and what it does not.  Oracle: HTTP, RFC 9110."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from publist.errors import OutputError
from publist.preview.server import PreviewServer, listening
from publist.preview.shown import Given, Piece

PIECES = {
    "/": Piece("text/html; charset=utf-8", b"<p>a page</p>"),
    "/list.bib": Piece("text/plain", b"@book{a}"),
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    picture = tmp_path / "a b.png"
    picture.write_bytes(b"\x89PNG")
    made = listening(0)
    made.show(Given({**PIECES, "/img/a b.png": Piece("image/png", file=picture)}), "one")
    made.start()
    yield made
    made.shutdown()
    made.server_close()


def ask(server: PreviewServer, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


def test_what_was_made_is_given(server: PreviewServer) -> None:
    answer = ask(server, "/?x=1")
    assert (answer.status, answer.read()) == (200, b"<p>a page</p>")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Access-Control-Allow-Origin"] is None
    assert ask(server, "/list.bib").read() == b"@book{a}"
    head = ask(server, "/", "HEAD")
    assert (head.headers["Content-Length"], head.read()) == ("13", b"")


def test_pictures_run_no_script(server: PreviewServer) -> None:
    answer = ask(server, "/img/a%20b.png")
    assert answer.read() == b"\x89PNG"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/img", "/img/", "/../", "/../../etc/passwd", "/img/../../etc/passwd", "//etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd", "/img/a b.png/..", "/img/%00", "http://127.0.0.1/", "/\\..\\a", "*",
        "/publist.toml",
    ],
)  # fmt: skip
def test_no_path_leads_anywhere_else(path: str, server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode())
        status = line.makefile("rb").readline().split()[1]
    assert status in (b"404", b"400")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", ""]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_names_are_refused(host: str, method: str, server: PreviewServer) -> None:
    assert ask(server, "/", method, Host=host.format(port=server.server_port)).status == 403


def test_its_own_names_are_answered(server: PreviewServer) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert ask(server, "/", Host=f"{name}:{server.server_port}").status == 200


def test_two_names_are_refused(server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
        host = f"Host: 127.0.0.1:{server.server_port}\r\n"
        line.sendall(f"GET / HTTP/1.1\r\n{host}Host: evil.example\r\n\r\n".encode())
        assert b" 403 " in line.makefile("rb").readline()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_is_taken(method: str, server: PreviewServer) -> None:
    assert ask(server, "/", method).status == 405


def test_browsers_hear_of_another_version(server: PreviewServer) -> None:
    answer = ask(server, "/-/events")
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert [answer.readline() for _ in range(3)] == [b"event: version\n", b"data: one\n", b"\n"]
    threading.Timer(0.1, server.show, (Given(PIECES), "two")).start()
    assert [answer.readline() for _ in range(3)] == [b"event: version\n", b"data: two\n", b"\n"]


def test_a_port_that_is_taken_is_said_and_another_found(server: PreviewServer) -> None:
    with pytest.raises(OutputError, match=f"port {server.server_port} cannot be used.*--port"):
        listening(server.server_port)
    others = [listening(None) for _ in range(2)]
    assert others[0].server_port != others[1].server_port
    for one in others:
        one.server_close()
