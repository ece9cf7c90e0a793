"""The tree that evaluation makes: text with affixes, delimiters and formats still as attributes.

A node shares its :class:`~publist.csl.elements.Formatting` with the style's element, so it costs three
pointers.  :mod:`publist.csl.punctuation` resolves the tree into rich text once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from publist.csl.elements import PLAIN, Formatting
from publist.richtext import Node, Span, SpanStyle, Text

# What a node stands for: a variable, or the position of a name in a name variable.
Tag: TypeAlias = "str | tuple[str, int] | None"


class Out:
    """One rendered element: its children, its format, and what it stands for.

    ``Out(Formatting(suffix="."), ["Nature"], "container-title")``.
    """

    __slots__ = ("children", "format", "tag")

    def __init__(self, form: Formatting, children: list[Out | str], tag: Tag = None) -> None:
        self.format = form
        self.children = children
        self.tag = tag

    def __repr__(self) -> str:
        return f"Out({self.children!r}, {self.tag!r})"


Result: TypeAlias = "Out | str | None"


class TermText(str):
    """The text of a term as the locale has it; at the start of a note it gets a capital."""

    __slots__ = ()


QUOTED = Formatting(quotes=True, quotation="outer")
# Between inner marks from the start: ‘this’ stays so where no quotation is around it.
INNER_QUOTED = Formatting(quotes=True, inline=True, quotation="inner")


def from_text(text: Text) -> list[Out | str]:
    """The value of a variable as children of a node."""
    if isinstance(text, str):
        return [text]
    return [_from_node(node) for node in text]


def _from_node(node: Node) -> Out | str:
    if isinstance(node, str):
        return node
    if isinstance(node, Span):
        return Out(_span_format(node.style), [_from_node(child) for child in node.children])
    return Out(PLAIN, [_from_node(child) for child in getattr(node, "children", ())])


@cache
def _span_format(style: SpanStyle) -> Formatting:
    return Formatting(spans=(style,), inline=True)


def leaves(tree: Out | str) -> Iterator[str]:
    """The values in the tree, without affixes and delimiters, in reading order."""
    if isinstance(tree, str):
        yield tree
    else:
        for child in tree.children:
            yield from leaves(child)


def text_of(tree: Result) -> str:
    """The text with affixes and delimiters but without punctuation rules: good for comparing."""
    if tree is None:
        return ""
    if isinstance(tree, str):
        return tree
    form = tree.format
    texts = [child if isinstance(child, str) else text_of(child) for child in tree.children]
    inner = form.delimiter.join(texts)
    return f"{form.prefix}{inner}{form.suffix}"


def tags(tree: Result) -> set[str]:
    """The variables that the tree shows."""
    found: set[str] = set()
    stack: list[Out | str] = [] if tree is None else [tree]
    while stack:
        node = stack.pop()
        if not isinstance(node, str):
            if node.tag is not None:
                found.add(node.tag if isinstance(node.tag, str) else node.tag[0])
            stack.extend(node.children)
    return found
