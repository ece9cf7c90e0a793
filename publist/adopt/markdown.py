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
    for token in parser.parse(text):
        if token.map and token.nesting >= 0 and token.map[0] > line:
            out.append("\n" * (token.map[0] - line))
            line = token.map[0]
        piece = _rendered(parser, token)
        line += piece.count("\n")
        out.append(piece)
    return "".join(out)


def _rendered(parser: object, token: Token) -> str:
    piece: str = parser.renderer.render([token], parser.options, {})  # type: ignore[attr-defined]
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
