"""A file to a page: which markup it is, and what is no page at all."""

from __future__ import annotations

import re
from pathlib import Path

from publist.adopt import html, jemdoc, markdown
from publist.adopt.page import TypedPage
from publist.errors import InputError

_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdx"})
_JEMDOC = frozenset({".jemdoc"})
_LARGEST = 20_000_000  # bytes; a page of 1,000 works has 1 MB


def read(path: Path) -> TypedPage:
    """The page in a file.  Raises InputError for what is none."""
    text = _text(path)
    kind = _kind(path, text)
    if kind == "jemdoc":
        return html.parsed(jemdoc.to_html(text))
    if kind == "html":
        return html.parsed(text)
    front = markdown.front_matter(text)
    page = html.parsed(markdown.to_html(text))
    title = front.get("title", "").strip() or page.title
    return page._replace(title=title, author=front.get("author", "") or page.author)


def _text(path: Path) -> str:
    name = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=name) from error
    if len(data) > _LARGEST:
        raise InputError("is too large for a page (more than 20 MB)", file=name)
    if b"\x00" in data[:4096] or data.startswith((b"%PDF", b"PK\x03\x04")):
        raise InputError("is no page; save it as HTML, Markdown or jemdoc", file=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode(_declared(data), errors="replace")
    if not text.strip():
        raise InputError("is empty", file=name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str:
    """The encoding that an old page names, else that of most old pages."""
    found = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:2048], re.IGNORECASE)
    name = found[1].decode("ascii") if found else "cp1252"
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return "cp1252" if name.lower() in ("utf-8", "utf8") else name


def _kind(path: Path, text: str) -> str:
    suffix = path.suffix.lower()
    for kind, suffixes in (("html", _HTML), ("markdown", _MARKDOWN), ("jemdoc", _JEMDOC)):
        if suffix in suffixes:
            return kind
    if text.lstrip().startswith("# jemdoc"):
        return "jemdoc"
    return "html" if re.match(r"\s*<(?:!doctype|html|\?xml)", text, re.IGNORECASE) else "markdown"
