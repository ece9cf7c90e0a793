"""The owner's words above the list, from Markdown to HTML that is safe to print."""

from __future__ import annotations

from pathlib import Path

from publist.errors import InputError
from publist.output.characters import without_control
from publist.url import safe_url

_SUFFIX = ".md"
_BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}  # a site may run its template language over the page


def introduction(text: str) -> str:
    """Markdown, or the name of a file of it, as HTML; tags in it are text, and pictures must lie beside.

    Raises InputError where the file cannot be read.
    """
    if not text:
        return ""
    from markdown_it import MarkdownIt

    source = _read(Path(text)) if text.endswith(_SUFFIX) and "\n" not in text else text
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: safe_url(url) is not None  # type: ignore[method-assign]  # markdown-it-py's way to say which addresses are links
    made: str = parser.render(without_control(source))
    return made.translate(_BRACES)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the introduction cannot be read: {error}", file=str(path)) from error
