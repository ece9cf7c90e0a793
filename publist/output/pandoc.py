"""Rich text to pandoc's own document tree, as JSON: blocks that pandoc and Sphinx write in their ways.

The form is that of pandoc-types 1.23 (``Text.Pandoc.Definition``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from publist.output.characters import printable
from publist.output.inline import unlinked
from publist.output.lines import cut
from publist.output.rows import EMPTY, Bar, Entries, EntryRows, Fold, Legend, Line, Row, Sheet
from publist.output.writer import Writer
from publist.richtext import Highlight, LinkSpan, Mark, Node, Span, Text, nodes, rewrite
from publist.url import safe_url

Tree = Any
"""A node of pandoc's, e.g. ``{"t": "Str", "c": "a"}``."""

_SPANS = {
    "italic": "Emph", "oblique": "Emph", "bold": "Strong", "small-caps": "SmallCaps",
    "underline": "Underline", "superscript": "Superscript", "subscript": "Subscript",
}  # fmt: skip
_HIGHLIGHTS = {"em": "Emph", "underline": "Underline"}
_BREAK = {"t": "LineBreak"}
_SPACE = {"t": "Space"}


class PandocWriter(Writer):
    """A bullet list for the entries below each heading; entries with labels are paragraphs."""

    def __init__(self, sheet: Sheet = EMPTY) -> None:
        self.sheet = sheet

    def heading(self, content: Text, level: int) -> str:
        """A header without a number."""
        attributes = ["", ["unnumbered", "publist-heading"], []]
        return _written({"t": "Header", "c": [min(level, 6), attributes, inlines(nodes(content))]})

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself."""
        return _written({"t": "Para", "c": _row(row)})

    def entry(self, entry: EntryRows) -> str:
        """The lines of an entry with breaks between them."""
        return _written(_entry(entry))

    def entries(self, part: Entries) -> str:
        """The list, in a division of its own."""
        entries = map(_entry, part.entries)
        blocks: list[Tree] = (
            [{"t": "Para", "c": one} for one in entries]
            if part.labelled
            else [{"t": "BulletList", "c": [[{"t": "Plain", "c": one}] for one in entries]}]
        )
        return _written({"t": "Div", "c": [["", ["publist-list"], []], blocks]})

    def whole(self, parts: Sequence[str]) -> str | bytes:
        """The blocks as a list."""
        return f"[{','.join(parts)}]\n"


def inlines(children: Iterable[Node]) -> list[Tree]:
    """The nodes as pandoc's inlines."""
    return [written for node in children for written in _inline(node)]


def _inline(node: Node) -> Iterator[Tree]:
    if isinstance(node, str):
        yield from _words(node)
    elif isinstance(node, Mark):
        yield {"t": "Superscript", "c": [{"t": "Str", "c": printable(node.sign)}]}
    elif isinstance(node, LinkSpan) and (url := safe_url(node.url)):
        inner = inlines(rewrite(node.children, unlinked))
        yield {"t": "Link", "c": [["", [], []], inner, [url, ""]]}
    else:
        style = ""
        if isinstance(node, Span):
            style = _SPANS.get(node.style, "")
        elif isinstance(node, Highlight):
            style = _HIGHLIGHTS.get(node.kind, "Strong")
        inner = inlines(node.children)
        yield from [{"t": style, "c": inner}] if style and inner else inner


def _words(text: str) -> Iterator[Tree]:
    for place, word in enumerate(printable(text).split(" ")):
        if place:
            yield _SPACE
        if word:
            yield {"t": "Str", "c": word}


def _entry(entry: EntryRows) -> list[Tree]:
    label, lines = cut(entry.citation)
    first = [*inlines(label), _SPACE] if label else []
    rows = [written for row in entry.rows if (written := _row(row))]
    return first + _joined([*map(inlines, lines), *rows], [_BREAK])


def _row(row: Row) -> list[Tree]:
    if isinstance(row, Line):
        return _joined(list(map(inlines, cut(row.content).lines)), [_BREAK])
    if isinstance(row, Legend):
        marks = [[*inlines(nodes(m.sign)), _SPACE, *inlines(nodes(m.label))] for m in row.marks]
        return _joined(marks, [{"t": "Str", "c": ";"}, _SPACE])
    return [] if isinstance(row, Fold) else _bar(row)


def _bar(bar: Bar) -> list[Tree]:
    badges = [[{"t": "Strong", "c": inlines(nodes(badge.label))}] for badge in bar.badges]
    links = [[*inlines(("[", LinkSpan(link.url, (link.label,)), "]"))] for link in bar.links]
    return _joined([*badges, *links], [_SPACE])


def _joined(pieces: Sequence[list[Tree]], between: list[Tree]) -> list[Tree]:
    return [one for place, piece in enumerate(pieces) for one in (between if place else []) + piece]


def _written(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
