"""A preview: attempts on the one side, the server on the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publist.errors import PublistError
from publist.preview.attempts import Attempt
from publist.preview.bar import version, with_bar
from publist.preview.server import PreviewServer
from publist.preview.shown import Given, Piece, shown


def followed(attempts: Iterable[Attempt], server: PreviewServer) -> Iterator[Attempt]:
    """Give each attempt to the server, then to the caller, with what else went wrong."""
    last = Given()
    for attempt in attempts:
        error = attempt.error
        try:
            last = last if error else shown(attempt)
        except PublistError as problem:
            attempt = attempt._replace(error=problem)
        name = version(last.page, attempt)
        page = Piece("text/html; charset=utf-8", with_bar(last.page, attempt, name))
        server.show(Given({**last.pieces, "/": page}), name)
        yield attempt
