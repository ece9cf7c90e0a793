"""Markdown to HTML on the same lines: each block begins on the line where it stands in the source."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from publist.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = pattern(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_VALUE = pattern(r"^(title|author)\s*[:=]\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
# Templates of site generators: Liquid and Hugo's shortcodes.
_TEMPLATE = pattern(r"\{\{[%<].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_VALUE = pattern(r"([\w-]+)\s*=\s*\"([^\"]*)\"")
_MOST = 0.6  # of the line ends of a page
# Attributes behind a link or a block (kramdown, Pandoc): {:target="_blank"}, {: .class}, {.class #id}.
_ATTRIBUTES = pattern(r"\{:[^{}\n]*\}|(?<=[)\]])\{[^{}\n]*[=.#][^{}\n]*\}")


def front_matter(text: str) -> dict[str, str]:
    """The title and author that stand before the page, as Jekyll and Hugo have them."""
    found = _FRONT.match(text)
    return {name: value.strip() for name, value in _FRONT_VALUE.findall(found[2])} if found else {}


def to_html(text: str) -> str:
    """The page as HTML, every block on its own line of the source."""
    from markdown_it import MarkdownIt

    text = _FRONT.sub(_blank, text, count=1)
    text = _TEMPLATE.sub(_shortcode, text)
    text = _ATTRIBUTES.sub("", text)
    # Pages indent raw HTML as they like; nobody lists papers in code.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    out: list[str] = []
    line = 0
    tokens = parser.parse(text)
    _break_lines(tokens)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.map[0] > line:
            out.append("\n" * (token.map[0] - line))
            line = token.map[0]
        piece = _rendered(parser, token)
        line += piece.count("\n")
        out.append(piece)
    return "".join(out)


def _break_lines(tokens: list[Token]) -> None:
    """Make line ends breaks where people type one part of a work on each line, as names below a title.

    They do if most line ends stand where a style or a link begins or ends; in wrapped text few do.
    """
    ends = [
        (child, _is_edge(token.children or [], at))
        for token in tokens
        for at, child in enumerate(token.children or [])
        if child.type == "softbreak"
    ]
    if len(ends) > 2 and sum(edge for _, edge in ends) >= _MOST * len(ends):
        for child, _ in ends:
            child.type = "hardbreak"


def _is_edge(children: list[Token], at: int) -> bool:
    """Whether markup ends before a line end, or begins behind it."""
    before = children[at - 1] if at else None
    after = children[at + 1] if at + 1 < len(children) else None
    if before is not None and (before.type.endswith("_close") or before.type == "html_inline"):
        return True
    return after is not None and (
        after.type.endswith("_open") or after.type == "html_inline" or after.content.startswith(("[", "("))
    )


def _rendered(parser: object, token: Token) -> str:
    piece: str = parser.renderer.render([token], parser.options, {})  # type: ignore[attr-defined]  # the protocol of renderers lacks render
    return piece if token.type in ("inline", "html_block") else piece.strip("\n")


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _shortcode(match: re.Match[str]) -> str:
    """A link for a shortcode that has an address, labelled by its other value; else nothing."""
    values = dict(_VALUE.findall(match[0]))
    address = next((value for value in values.values() if re.match(r"https?://", value)), "")
    if not address:
        return _blank(match)
    label = next((value for value in values.values() if value != address), "link")
    return f'<a href="{html.escape(address)}">{html.escape(label)}</a>{_blank(match)}'
