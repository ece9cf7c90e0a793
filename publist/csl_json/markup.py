"""CSL-JSON's inline markup, parsed once into rich text and written back.

The tags are ``<i> <b> <sup> <sub> <sc>`` and ``<span>`` with ``style="font-variant:small-caps;"``,
``class="nocase"`` or ``class="nodecor"`` (CSL-JSON, "HTML-like formatting tags").  Anything else
between angle brackets, and a tag without its partner, is text.

    >>> text_from_markup("On <i>E. coli</i>")
    ('On ', Span(style='italic', children=('E. coli',)))
"""

from __future__ import annotations

import re

from publist.patterns import pattern
from publist.richtext import Mark, Node, Span, SpanStyle, Text, merged, nodes, simplified

_TAG = pattern(r"<(?:/(i|b|sup|sub|sc|span)|(i|b|sup|sub|sc|span(?:\s[^<>]*)?))\s*>")
_SPAN_STYLES: tuple[tuple[re.Pattern[str], SpanStyle], ...] = (
    (pattern(r"""style\s*=\s*["'][^"']*font-variant:\s*small-caps"""), "small-caps"),
    (pattern(r"""class\s*=\s*["']nocase["']"""), "nocase"),
    (pattern(r"""class\s*=\s*["']nodecor["']"""), "nodecor"),
)
_STYLES: dict[str, SpanStyle] = {
    "i": "italic",
    "b": "bold",
    "sup": "superscript",
    "sub": "subscript",
    "sc": "small-caps",
}
_TAGS: dict[SpanStyle, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "oblique": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
    "nodecor": ('<span class="nodecor">', "</span>"),
}


# Deeper than any text means it; what is inside stays text, so that no writer meets a tree without end.
_DEEPEST = 40


class _Open:
    """A tag that waits for its partner."""

    __slots__ = ("children", "name", "style", "tag")

    def __init__(self, tag: str, name: str, style: SpanStyle | None) -> None:
        self.tag = tag
        self.name = name
        self.style = style
        self.children: list[Node] = []


def text_from_markup(value: str) -> Text:
    """The value as rich text, e.g. ``"<b>A</b>"`` gives ``(Span("bold", ("A",)),)``."""
    if "<" not in value:
        return value
    stack = [_Open("", "", None)]
    at = 0
    for match in _TAG.finditer(value):
        closing, opening = match.groups()
        if closing is not None:
            depth = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].name == closing), 0)
            if not depth:
                continue
            stack[-1].children.append(value[at : match.start()])
            _close(stack, depth)
        else:
            name = opening.split(None, 1)[0]
            style = _STYLES.get(name) or _span_style(opening)
            if style is None or len(stack) > _DEEPEST:
                continue
            stack[-1].children.append(value[at : match.start()])
            stack.append(_Open(match[0], name, style))
        at = match.end()
    stack[-1].children.append(value[at:])
    while len(stack) > 1:
        _unwrap(stack)
    return simplified(merged(stack[0].children))


def _span_style(tag: str) -> SpanStyle | None:
    return next((style for pattern, style in _SPAN_STYLES if pattern.search(tag)), None)


def _close(stack: list[_Open], depth: int) -> None:
    """Close the tag at ``depth``; tags inside it that never closed become text."""
    while len(stack) > depth + 1:
        _unwrap(stack)
    done = stack.pop()
    if done.style is not None:
        stack[-1].children.append(Span(done.style, merged(done.children)))


def _unwrap(stack: list[_Open]) -> None:
    lost = stack.pop()
    stack[-1].children.append(lost.tag)
    stack[-1].children.extend(lost.children)


def text_to_markup(text: Text) -> str:
    """The text with CSL-JSON's tags; styles that CSL-JSON has no tag for leave their children."""
    if isinstance(text, str):
        return text
    return "".join(_markup(node) for node in nodes(text))


def _markup(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Mark):
        return node.sign
    inner = "".join(_markup(child) for child in node.children)
    before, after = _TAGS.get(node.style, ("", "")) if isinstance(node, Span) else ("", "")
    return f"{before}{inner}{after}"
