"""The server of a preview, for one browser on this machine.

It gives what stands in a table and nothing else: no path of a request ever becomes a path of the disk.  It
answers to its own name alone, so that a page of another server cannot reach it under a name that leads here
(DNS rebinding), and it takes nothing.
"""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from publist.errors import OutputError
from publist.preview.bar import EVENTS
from publist.preview.shown import Given, Piece

ADDRESS = "127.0.0.1"
_BEATS = 10.0  # seconds between signs of life to a browser, which tell whether it is still there
_TRIES = 20  # ports from the usual one on
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
# A picture is none of the page's scripts, even if it is opened by itself.
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class PreviewServer(ThreadingHTTPServer):
    """Serves on 127.0.0.1; :meth:`show` gives it another page, of which the open browsers hear."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.pieces = Given().pieces
        self.version = ""
        self.changed = threading.Condition()
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}

    @property
    def address(self) -> str:
        """Where the page is, e.g. ``http://127.0.0.1:8000/``."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def start(self) -> None:
        """Answer from now on, in a thread that ends with the program."""
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def show(self, shown: Given, version: str) -> None:
        """Serve this, and tell the browsers, which reload if they show another version."""
        with self.changed:
            self.pieces, self.version = shown.pieces, version
            self.changed.notify_all()

    def other_than(self, version: str) -> str:
        """The version as soon as it is another, or after a while the same."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, _BEATS)
            return self.version

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has gone away is no error."""


def listening(port: int | None) -> PreviewServer:
    """A server at the port, or at the first free one from 8000 on; 0 is any.  Raises OutputError."""
    wanted = [port] if port is not None else [*range(8000, 8000 + _TRIES), 0]
    for one in wanted:
        try:
            return PreviewServer(one)
        except OSError as error:
            reason = error.strerror or error
    raise OutputError(f"port {wanted[-1]} cannot be used: {reason}; choose another with --port, or 0 for any")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    server_version = "publist"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Give what stands at the address."""
        if not self._allowed():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif self.path == EVENTS:
            self._events()
        elif (piece := self.server.pieces.get(unquote(self.path.partition("?")[0]))) is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._give(piece)

    do_HEAD = do_GET  # noqa: N815 - the library's names

    def _nothing_is_taken(self) -> None:
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED if self._allowed() else HTTPStatus.FORBIDDEN)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _nothing_is_taken  # noqa: N815 - http.server's names

    def _allowed(self) -> bool:
        """Whether the request names this server: another name may be anybody's that leads here."""
        return [host.lower() for host in self.headers.get_all("Host", [])] in (
            [one] for one in self.server.hosts
        )

    def _give(self, piece: Piece) -> None:
        try:
            data = piece.file.read_bytes() if piece.file else piece.data
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        self._head(piece.type, HTTPStatus.OK, len(data), _PICTURE if piece.type.startswith("image/") else "")
        if self.command != "HEAD":
            self.wfile.write(data)

    def _refuse(self, status: HTTPStatus) -> None:
        data = f"{status.value} {status.phrase}\n".encode()
        self._head("text/plain; charset=utf-8", status, len(data))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, kind: str, status: HTTPStatus, length: int | None, policy: str = "") -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()

    def _events(self) -> None:
        """The versions as they come (WHATWG HTML, Server-sent events), until the browser has gone."""
        self._head("text/event-stream", HTTPStatus.OK, None)
        said = ""
        while self.command != "HEAD":
            version = self.server.other_than(said)
            beat = f"event: version\ndata: {version}\n\n" if version != said else ": here\n\n"
            self.wfile.write(beat.encode("ascii"))
            said = version

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's signature
        """The terminal is for problems."""
