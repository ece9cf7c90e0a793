"""The tokens that a tree is written as, and the rich text that they spell out."""

from __future__ import annotations

from typing import TypeAlias, cast

from publist.csl.tree import Tag
from publist.richtext import Block, Display, NameSpan, Node, Span, SpanStyle, VariableSpan

# A token is text, the opening of a node, or None for the end of the last opened one.
Opening: TypeAlias = "tuple[str, Tag]"
Token: TypeAlias = "str | Opening | None"  # noqa: S105 - of text, not of authentication


def built(tokens: list[Token]) -> tuple[Node, ...]:
    """The rich text that the tokens spell out, e.g. ``built([("span:italic", None), "Nature", None])``."""
    stack: list[tuple[Opening, list[Node], list[str]]] = []
    current: list[Node] = []
    texts: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
        elif token is not None:
            stack.append((token, current, texts))
            current, texts = [], []
        else:
            _flush(texts, current)
            inner = tuple(current)
            (kind, tag), current, texts = stack.pop()
            if inner:
                _flush(texts, current)
                current.append(_node(kind, tag, inner))
    _flush(texts, current)
    return tuple(current)


def _flush(texts: list[str], into: list[Node]) -> None:
    """Move neighbouring texts as one: adding them one by one takes the square of their number."""
    if joined := "".join(texts):  # a plain str, whatever the engine knew of the texts
        into.append(joined)
    texts.clear()


def _node(kind: str, tag: Tag, children: tuple[Node, ...]) -> Node:
    if isinstance(tag, str):
        return VariableSpan(tag, children)
    if tag is not None:
        return NameSpan(tag[0], tag[1], children)
    if kind.startswith("span:"):
        return Span(cast(SpanStyle, kind[5:]), children)
    return Block(cast(Display, kind), children)
