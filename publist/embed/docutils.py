"""Pandoc's blocks as docutils' nodes, for Sphinx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes

_INLINES = {
    "Emph": nodes.emphasis,
    "Strong": nodes.strong,
    "Superscript": nodes.superscript,
    "Subscript": nodes.subscript,
}


def of_blocks(blocks: Iterable[Any]) -> list[nodes.Node]:
    """The nodes; headers are rubrics, since a directive cannot begin sections."""
    return [_block(block) for block in blocks]


def _block(block: Any) -> nodes.Element:
    content = block["c"]
    if block["t"] == "Header":
        return nodes.rubric("", "", *_inlines(content[2]), classes=["publist-heading"])
    if block["t"] == "Div":
        return nodes.container("", *of_blocks(content[1]), classes=content[0][1])
    if block["t"] == "BulletList":
        return nodes.bullet_list("", *(nodes.list_item("", *of_blocks(item)) for item in content))
    lines = _lines(content)
    if len(lines) == 1:
        return nodes.paragraph("", "", *_inlines(lines[0]))
    return nodes.line_block("", *(nodes.line("", "", *_inlines(line)) for line in lines))


def _lines(inlines: Iterable[Any]) -> list[list[Any]]:
    lines: list[list[Any]] = [[]]
    for one in inlines:
        if one["t"] == "LineBreak":
            lines.append([])
        else:
            lines[-1].append(one)
    return lines


def _inlines(inlines: Iterable[Any]) -> list[nodes.Node]:
    return [_inline(one) for one in inlines]


def _inline(one: Any) -> nodes.Node:
    kind, content = one["t"], one.get("c")
    if kind in ("Str", "Space"):
        return nodes.Text(content or " ")
    if kind == "Link":
        return nodes.reference("", "", *_inlines(content[1]), refuri=content[2][0])
    made = _INLINES.get(kind)
    if made is not None:
        return made("", "", *_inlines(content))
    return nodes.inline("", "", *_inlines(content), classes=[f"publist-{kind.lower()}"])
