"""What a browser is given of an attempt: the page, what was made beside it, and the files that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from publist.page.sheets import sheet
from publist.patterns import pattern
from publist.preview.attempts import Attempt, page_of
from publist.records import NamedTuple
from publist.settings import Config
from publist.writing.build import Built

PAGE = "text/html; charset=utf-8"
# What a browser may be given of the files that a page names, and as what; nothing else is looked for.
_TYPES = {
    ".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon", ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp",
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
}  # fmt: skip
# What is made beside a page, e.g. its publications.bib.
_MADE = {
    ".html": PAGE, ".bib": "text/plain; charset=utf-8", ".json": "application/json",
    ".xml": "application/xml", ".pdf": "application/pdf",
}  # fmt: skip
_TAG = pattern(r"<(?:img|link|script)\s[^>]*>", re.IGNORECASE)
_NAMING = {"img": "src", "link": "href", "script": "src"}
_PAGES = frozenset({".html", ".htm", ".xhtml"})


class Piece(NamedTuple):
    """What stands at an address: bytes of a type, or a file's."""

    type: str
    data: bytes = b""
    file: Path | None = None


class Given(NamedTuple):
    """All that the server gives, by address: ``{"/": Piece("text/html", b"…")}``."""

    pieces: Mapping[str, Piece] = {}

    @property
    def page(self) -> bytes:
        """The page itself, empty before there is one."""
        return self.pieces["/"].data if "/" in self.pieces else b""


def shown(attempt: Attempt) -> Given:
    """What there is to see of an attempt: of the first target that a browser shows, else its list as a page.

    Raises PublistError where that page cannot be made.
    """
    if not attempt.built:
        return _with_files(attempt.page, {}, attempt.config.path.parent, attempt.config)
    one = next((built for built in attempt.built if _page_among(built)), attempt.built[0])
    path, config = _page_among(one), attempt.config
    if path is None and one.target.format == "pdf" and one.target.output:
        pieces = {"/list.pdf": Piece(_MADE[".pdf"], one.target.output.read_bytes())}
        return Given({"/": Piece(PAGE, _FRAME), **pieces})
    if path is None:
        page = page_of(config, config.bibliography, one.target.look).data
        return _with_files(page, {}, config.path.parent, config)
    return _with_files(_whole(path.read_bytes()), dict(_beside(one, path)), path.parent, config)


def _page_among(built: Built) -> Path | None:
    """The file of a target that a browser shows, ``index.html`` before others."""
    if built.target.format not in ("html", "page", "pages"):
        return None
    pages = [one.path for one in built.outcomes if built.target.format == "html" or one.path.suffix in _PAGES]
    return min(pages, key=lambda path: path.name != "index.html", default=None)


def _beside(built: Built, page: Path) -> Iterator[tuple[str, Piece]]:
    """What was made in the page's folder and below."""
    for path in (one.path for one in built.outcomes):
        if path.suffix in _MADE and path.is_relative_to(page.parent):
            address = "/" + path.relative_to(page.parent).as_posix()
            yield address, Piece(_MADE[path.suffix], path.read_bytes())


def _whole(page: bytes) -> bytes:
    """The page, or one around a fragment, in publist's own style."""
    if b"<body" in page.lower() or b"<html" in page[:2000].lower():
        return page
    return _AROUND.replace(b"/**/", sheet().encode("utf-8")).replace(b"<!---->", page)


def _with_files(page: bytes, made: Mapping[str, Piece], folder: Path, config: Config) -> Given:
    """The page with the pictures, sheets and scripts that it names, inside of its folder or the project's."""
    if not page:
        return Given()
    roots = (folder.resolve(), config.path.parent.resolve())
    files: dict[str, Piece] = {}
    for address in dict.fromkeys(_named(page)):
        path = PurePosixPath(unquote(urlsplit(urljoin("/", address)).path))
        for root in roots if address.startswith("/") else roots[:1]:
            file = root.joinpath(*path.parts[1:]).resolve()
            kind = _TYPES.get(file.suffix.lower())
            if kind and file.is_file() and any(file.is_relative_to(one) for one in roots):
                files.setdefault(str(path), Piece(kind, file=file))
    return Given({**files, **made, "/": Piece(PAGE, page)})


def _named(page: bytes) -> list[str]:
    """The addresses that the page names and that lead to no other server."""
    names = _Names()
    for tag in _TAG.findall(page.decode("utf-8", "replace")):  # to parse all of a long page takes seconds
        names.reset()  # behind a script's tag, all is its text
        names.feed(tag)
    return [name for name in names.found if not urlsplit(name).scheme and not name.startswith("//")]


class _Names(HTMLParser):
    """Gathers the addresses of pictures, sheets and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the address of an element that has one."""
        value = dict(attrs).get(_NAMING.get(tag, ""))
        if value:
            self.found.append(value)


_FRAME = b"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>publist</title>
<style>html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0; }</style></head>
<body><iframe src="/list.pdf" title="PDF"></iframe></body></html>
"""
_AROUND = b"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>publist</title><style>
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
/**/</style></head><body>
<!---->
</body></html>
"""
