"""Resolves the tree of evaluation into rich text: affixes, delimiters, quotes, colliding punctuation.

One pass writes a flat list of tokens, so that two marks that meet are neighbours however deep they
stand in the tree; a second builds the rich text.  Which marks survive a collision is in
punctuation_FullMontyField.txt of the suite.
"""

from __future__ import annotations

from typing import TypeAlias

from publist.csl.locale import Locale
from publist.csl.style import Format
from publist.csl.tree import QUOTED, Out, Tag
from publist.richtext import Block, Display, NameSpan, Node, Span, SpanStyle, VariableSpan

# What two marks in a row become; pairs that are not listed stay as they are.
COLLISIONS = {
    "..": ".", "::": ":", ";;": ";", ",,": ",", "!!": "!", "??": "?",
    ":.": ":", ";.": ";", "!.": "!", "?.": "?",
    ";:": ";", "!:": "!", "?:": "?",
    ":!": "!", ";!": "!", ":?": "?", ";?": "?",
    "  ": " ",
}  # fmt: skip
_MARKS = frozenset(".,:;!? ")
_MOVED_INSIDE = frozenset(",.")

# A token is text, the opening of a node, or None for the end of the last opened one.
Opening: TypeAlias = "tuple[str, Tag]"
Token: TypeAlias = "str | Opening | None"

# Each style with the one that switches it off.
_OPPOSITES: dict[str, SpanStyle] = {
    "italic": "upright",
    "oblique": "upright",
    "bold": "medium",
    "small-caps": "normal-caps",
    "underline": "no-underline",
}
_ORIGINALS = {"upright": "italic", "medium": "bold", "normal-caps": "small-caps", "no-underline": "underline"}


class Resolver:
    """Resolves trees for one locale."""

    def __init__(self, locale: Locale) -> None:
        self.in_quote = locale.punctuation_in_quote
        self.quotes = [
            (locale.term("open-quote") or "“", locale.term("close-quote") or "”"),
            (locale.term("open-inner-quote") or "‘", locale.term("close-inner-quote") or "’"),
        ]

    def resolve(self, tree: Out | str | None) -> tuple[Node, ...]:
        """The tree as rich text."""
        if tree is None:
            return ()
        writer = _Writer(self)
        writer.node(tree, frozenset(), 0)
        return _build(writer.tokens)


class _Writer:
    """Writes the tokens of one tree."""

    def __init__(self, resolver: Resolver) -> None:
        self.tokens: list[Token] = []
        self.last = -1  # where the last text stands
        self.closing: list[int] = []  # where the closing quotes stand that end the text so far
        self.resolver = resolver

    def text(self, text: str) -> None:
        """Append text, and settle how it meets what stands before it."""
        tokens, last = self.tokens, self.last
        if last >= 0 and text[0] in _MARKS:
            if self.closing and text[0] in _MOVED_INSIDE and self.resolver.in_quote:
                self._move_inside(text[0])
                text = text[1:]
                if not text:
                    return
            before = tokens[last]
            assert isinstance(before, str)
            pair = before[-1:] + text[0]
            if pair in COLLISIONS:
                kept = COLLISIONS[pair]
                if kept == pair[0]:
                    text = text[1:]
                    if not text:
                        return
                    self.text(text)
                    return
                tokens[last] = before[:-1]
        self.closing = []
        self.last = len(tokens)
        tokens.append(text)

    def _move_inside(self, mark: str) -> None:
        """Put a comma or full stop before the closing quotes (punctuation-in-quote)."""
        tokens = self.tokens
        at = self.closing[0] - 1
        while at >= 0 and not isinstance(tokens[at], str):
            at -= 1
        inside = tokens[at]
        if not isinstance(inside, str):
            return
        pair = inside[-1:] + mark
        kept = COLLISIONS.get(pair, pair)
        tokens[at] = inside[:-1] + kept

    def node(self, node: Out | str, active: frozenset[str], depth: int) -> None:
        """Append one node; ``active`` are the font styles around it, ``depth`` counts quotes."""
        if isinstance(node, str):
            if node:
                self.text(node)
            return
        form = node.format
        if form.prefix and not form.affixes_inside:
            self.text(form.prefix)
        tokens = self.tokens
        opened = 0
        if form.display is not None:
            tokens.append((form.display, None))
            opened += 1
        if form.spans:
            for span in form.spans:
                style = _effective(span, active, form)
                if style is None:
                    continue
                active = _switched(style, active)
                tokens.append(("span:" + style, None))
                opened += 1
        if form.prefix and form.affixes_inside:
            self.text(form.prefix)
        if node.tag is not None:
            tokens.append(("", node.tag))
            opened += 1
        if form.quotes:
            self.text(self.resolver.quotes[depth % 2][0])
        inner_depth = depth + 1 if form.quotes else depth
        delimiter = form.delimiter
        if delimiter:
            first = True
            for child in node.children:
                if not first:
                    self.text(delimiter)
                first = False
                if isinstance(child, str):
                    if child:
                        self.text(child)
                else:
                    self.node(child, active, inner_depth)
        else:
            quoted = False
            for child in node.children:
                if isinstance(child, str):
                    if child:
                        if quoted:
                            # What follows a quotation inside a value is the value's own affair.
                            self.closing = []
                        self.text(child)
                else:
                    self.node(child, active, inner_depth)
                    quoted = child.format is QUOTED
        if form.quotes:
            self._close_quote(self.resolver.quotes[depth % 2][1])
        if form.suffix and form.affixes_inside:
            self.text(form.suffix)
        for _ in range(opened):
            tokens.append(None)
        if form.suffix and not form.affixes_inside:
            self.text(form.suffix)

    def _close_quote(self, mark: str) -> None:
        closing = self.closing
        self.last = len(self.tokens)
        closing.append(self.last)
        self.tokens.append(mark)


def _effective(span: SpanStyle, active: frozenset[str], form: Format) -> SpanStyle | None:
    """The style to write: flipped where a field's own markup repeats it, none where it is idle."""
    if span == "nocase":
        return None
    if span in active:
        return _OPPOSITES.get(span, span) if form.inline else None
    original = _ORIGINALS.get(span)
    if original is not None and original not in active:
        return None
    return span


def _switched(style: str, active: frozenset[str]) -> frozenset[str]:
    original = _ORIGINALS.get(style)
    return active - {original} if original is not None else active | {style}


def _build(tokens: list[Token]) -> tuple[Node, ...]:
    """The rich text that the tokens spell out."""
    stack: list[tuple[Opening, list[Node]]] = []
    current: list[Node] = []
    for token in tokens:
        if token is None:
            (kind, tag), outer = stack.pop()
            if current:
                outer.append(_node(kind, tag, tuple(current)))
            current = outer
        elif isinstance(token, str):
            if token:
                if current and isinstance(current[-1], str):
                    current[-1] += token
                else:
                    current.append(token)
        else:
            stack.append((token, current))
            current = []
    return tuple(current)


def _node(kind: str, tag: Tag, children: tuple[Node, ...]) -> Node:
    if isinstance(tag, str):
        return VariableSpan(tag, children)
    if tag is not None:
        return NameSpan(tag[0], tag[1], children)
    if kind.startswith("span:"):
        return Span(_STYLES[kind], children)
    return Block(_DISPLAYS[kind], children)


_STYLES: dict[str, SpanStyle] = {
    "span:" + style: style
    for style in (
        "italic", "oblique", "bold", "light", "small-caps", "superscript", "subscript", "underline",
        "code", "upright", "medium", "normal-caps", "no-underline", "baseline",
    )
}  # fmt: skip
_DISPLAYS: dict[str, Display] = {
    "block": "block",
    "left-margin": "left-margin",
    "right-inline": "right-inline",
    "indent": "indent",
}
