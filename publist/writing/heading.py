"""The heading below which a block stands, so that the list's own headings are one level deeper."""

from __future__ import annotations

import re
from pathlib import Path

from publist.patterns import pattern
from publist.settings.formats import of_file
from publist.settings.target import Target
from publist.writing import into, whole

_DEEPEST = 6
# What a browser shows no heading of: comments, those of template languages among them, and raw text.
_UNSEEN = pattern(
    r"<!--.*?-->|\{#.*?#\}|\{\{-?\s?/\*.*?\*/\s?-?\}\}|\{/\*.*?\*/\}"
    r"|<(script|style|template|pre|textarea)\b.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_HTML_HEADING = pattern(r"<h([1-6])[\s>]", re.IGNORECASE)
_FRONT_MATTER = pattern(r"\A\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def deepened(target: Target) -> Target:
    """The target with its headings one level below that before its markers, unless their level is told.

    Raises OutputError for markers that are missing or wrong.
    """
    if target.into is None or target.format not in ("html", "markdown") or "heading-level" in target.look:
        return target
    data = whole.read(target.into)
    if data is None:
        return target
    before = level_before(data, target.block, str(target.into))
    if not before:
        return target
    return target._replace(look={**target.look, "heading-level": min(before + 1, _DEEPEST)})


def level_before(data: bytes, name: str, file: str) -> int:
    r"""The level of the last heading before a block, 1 to 6, 0 if there is none.

    What publist has written into other blocks does not count, nor do comments and code.

    >>> level_before(b"Papers\n======\n<!-- publist:begin a --><!-- publist:end a -->", "a", "a.md")
    1
    """
    start = into.find(data, name, file).begin.start
    text = _without_blocks(data, start).decode("utf-8", "replace")
    is_markdown = of_file(Path(file)) == "markdown"
    levels = _in_markdown(text) if is_markdown else _in_html(text)
    return levels[-1] if levels else 0


def _without_blocks(data: bytes, end: int) -> bytes:
    """What stands before the offset, without the insides of blocks."""
    kept: list[bytes] = []
    at, inside = 0, ""
    for marker in into.markers(data):
        if marker.start >= end:
            break
        if marker.edge == "begin" and not inside:
            kept.append(data[at : marker.start])
            inside = marker.name
        elif marker.edge == "end" and marker.name == inside:
            at, inside = marker.end, ""
    return b"".join([*kept, b"" if inside else data[at:end]])


def _in_html(text: str) -> list[int]:
    return [int(level) for level in _HTML_HEADING.findall(_UNSEEN.sub(" ", text))]


def _in_markdown(text: str) -> list[int]:
    """Headings of Markdown, and of the HTML in it."""
    from markdown_it import MarkdownIt

    levels: list[int] = []
    for token in MarkdownIt("commonmark").parse(_FRONT_MATTER.sub("", text)):
        if token.type == "heading_open":
            levels.append(int(token.tag[1:]))
        elif token.type == "html_block":
            levels += _in_html(token.content)
    return levels
