"""Resolves the tree of evaluation into rich text: affixes, delimiters, quotes, colliding punctuation.

One pass writes a flat list of tokens, so that two marks that meet are neighbours however deep they
stand in the tree; a second builds the rich text.  Which marks survive a collision is in
punctuation_FullMontyField.txt of the suite.
"""

from __future__ import annotations

from typing import cast

from publist.csl.elements import PLAIN
from publist.csl.fonts import effective, switched
from publist.csl.locale import Locale
from publist.csl.numbers import is_numeric
from publist.csl.tokens import Token, built
from publist.csl.tree import Out, leaves
from publist.item import DATE_VARIABLES, NUMBER_VARIABLES
from publist.richtext import Display, Node

# What two marks in a row become; pairs that are not listed stay as they are.  All this is what the
# reference processor is seen to do; docs/decisions/021 has the experiment.
_IDENTICAL = {mark * 2: mark for mark in ".:;,!?"}
_COLLISIONS = {
    **_IDENTICAL,
    ":.": ":", ";.": ";", "!.": "!", "?.": "?", ";:": ";", "!:": "!", "?:": "?",
    ":!": "!", ";!": "!", ":?": "?", ";?": "?",
}  # fmt: skip
# After the suffix of a number inside a group: "5:" keeps its colon and gets its full stop.
_AFTER_INNER_SUFFIX = {**_IDENTICAL, "!:": "!", "?:": "?", ":!": "!", ":?": "?"}
# After the suffix of another text the stronger mark stays, behind that of the element around it.
_SWAPPED = frozenset({":.", ";.", ";:", "!.", "?."})
_MARKS = frozenset(".,:;!?")
_AT_HEADS = _MARKS | {" "}
_WEAK = frozenset(",:;")
_AT_ENDS = (".", ",", ";", ":")

# How the next text stands to the text before it.
# The prefix of a node with a font of its own stands apart from a value, and so does one right inside another
# prefix: its marks stay.
_INSIDE, _DELIMITER, _NEXT, _PREFIX, _APART, _SUFFIX, _JOINED, _TAKEN_OUT = range(8)


class Resolver:
    """Resolves trees for one locale.

    ``idle`` tells whether italics inside italics are written, as citeproc-js does; most formats take them
    for the opposite.
    """

    def __init__(self, locale: Locale, *, idle: bool = False) -> None:
        self.idle = idle
        self.in_quote = locale.option("punctuation-in-quote")
        self.quotes = [
            (locale.term("open-quote") or "“", locale.term("close-quote") or "”"),
            (locale.term("open-inner-quote") or "‘", locale.term("close-inner-quote") or "’"),
        ]

    def resolve(self, tree: Out | str | None) -> tuple[Node, ...]:
        """The tree as rich text."""
        if tree is None:
            return ()
        writer = _Writer(self)
        writer.node(tree if isinstance(tree, Out) else Out(PLAIN, [tree]), frozenset(), 0)
        return built(writer.tokens)


class _Writer:
    """Writes the tokens of one tree.

    ``relation`` and ``before`` say how the next text stands to the text before it: the delimiter or
    the next node after the node ``before``, or the suffix of the node ``before`` itself.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.tokens: list[Token] = []
        self.last = -1  # where the last text stands
        self.edge = -1  # where, behind it, the first block begins or ends
        self.closing: list[int] = []  # where the closing quotes stand that end the text so far
        self.own_ends = 0  # how many ends of its own spans stand before the first of them
        self.closing_in_value = False  # whether they are the value's own quotes
        self.sealed = False  # whether nothing more goes inside them
        self.own_mark = ""  # the mark of the quotation's own suffix, once it stands inside them
        self.resolver = resolver
        self.relation = _INSIDE
        self.before: Out | str = ""
        self.following: Out | str = ""  # the next node
        self.suffix_of: Out | None = None  # the node whose suffix was written last
        self.doubled: Out | None = None  # a node whose suffix is that of its last child again
        self.after = _INSIDE  # what the last text is, if it is a _SUFFIX, a _PREFIX or a _DELIMITER

    def text(self, text: str) -> None:
        """Append text, and settle how it meets what stands before it."""
        if text[0] in _AT_HEADS and self.last >= 0:
            text = self._fitted(text)
        relation, self.relation = self.relation, _INSIDE
        if not text:
            return
        self.edge = -1
        if self.closing:
            self.closing, self.sealed, self.own_mark = [], False, ""
        self.after = relation
        self.last = len(self.tokens)
        self.tokens.append(text)

    def _fitted(self, text: str) -> str:
        """The text as it fits what stands before it: marks that meet, one space for two."""
        if text[0] in _MARKS and self.relation != _APART and text[:3] != "...":
            text = self._meet(text)
        if text[:1] == " " and self._text_at(self.last)[-1:] == " ":
            return text[1:]
        if self.edge >= 0 and text[:1] in _AT_ENDS:
            # A mark never begins a line: it stands at the end of the block, or before the next one.
            self.tokens.insert(self.edge, text[0])
            return text[1:]
        return text

    def _meet(self, text: str) -> str:
        """Let the mark at the head of the text meet the text before; gives what is left to write."""
        before, relation = self.before, self.relation
        apart = relation != _DELIMITER and (relation != _PREFIX or _has_font(self.following))
        if before is self.doubled and not apart:
            return text[1:]
        pairs, nested = _COLLISIONS, False
        if relation == _JOINED:
            pairs = _IDENTICAL
        elif relation != _INSIDE and isinstance(before, Out):
            leaf, following = _is_leaf(before), relation in (_NEXT, _PREFIX)
            decorated = bool(before.format.spans)
            nested = not leaf and (relation == _SUFFIX or not before.format.suffix)
            if decorated and (leaf or following) and not before.format.affixes_inside:
                if following:
                    return text
                if not self.closing:
                    whole = _is_composed(before) or self.after == _TAKEN_OUT
                    return self._merge(text, _COLLISIONS if whole else _IDENTICAL)
            elif relation == _DELIMITER and before.format.suffix:
                # A suffix that the value has swallowed takes its like along.
                gone = self.after != _SUFFIX and before.format.suffix[0] == text[0]
                pairs = _COLLISIONS if gone else _IDENTICAL
            elif nested and self.after == _SUFFIX and _is_number(self.suffix_of):
                pairs = _AFTER_INNER_SUFFIX
            elif nested and self.after == relation == _SUFFIX and _is_text(self.suffix_of):
                left = self._text_at(self.last)
                if left + text[0] in _SWAPPED and not self.closing:
                    self.tokens[self.last] = text[0] + left
                    return text[1:]
        if self.closing:
            inside = self._inside()
            if self.resolver.in_quote:
                return self._move_inside(text, inside, nested=nested)
            return self._stay_outside(text, inside, nested=nested or _is_composed(before))
        return self._merge(text, pairs)

    def _merge(self, text: str, pairs: dict[str, str]) -> str:
        left = self._text_at(self.last)
        pair = left[-1:] + text[0]
        kept = pairs.get(pair)
        if kept is None:
            return text
        if kept == pair[0]:
            return text[1:]
        self.tokens[self.last] = left[:-1]
        return text

    def _text_at(self, at: int) -> str:
        return cast(str, self.tokens[at])

    def _inside(self) -> int:
        """Where the text stands that the closing quotes close."""
        at = self.closing[0] - 1
        while at > 0 and not isinstance(self.tokens[at], str):
            at -= 1
        return at

    def _move_inside(self, text: str, at: int, *, nested: bool) -> str:
        """punctuation-in-quote: full stops and commas go before the closing quotes."""
        inside, mark = self._text_at(at), text[0]
        own = nested and not self.closing_in_value and self.relation != _DELIMITER
        movable = ".,!?:;" if own else ".,!?"
        if (self.sealed and self.relation != _SUFFIX) or (self.relation == _NEXT and mark == ","):
            movable = ""
        elif self.relation == _SUFFIX and nested:
            self.sealed = True
        pair = inside[-1:] + mark
        if mark not in movable:
            stronger = self.sealed or _is_composed(self.before)
            swallowed = inside[-1:] == mark or (stronger and _COLLISIONS.get(pair) == pair[0])
            return text[1:] if swallowed else text
        if self.relation == _SUFFIX and not nested:
            self.own_mark = mark
        elif self.own_mark and nested and mark != self.own_mark == inside[-1:]:
            # The quotation's own suffix comes last.
            pair = inside[-2:-1] + mark
            self.tokens[at] = inside[:-2] + _COLLISIONS.get(pair, pair) + self.own_mark
            return text[1:]
        kept = _COLLISIONS.get(pair, pair)
        end = self.closing[0] - self.own_ends
        if kept == pair and end > at + 1:
            # Markup inside the quotation, and elements in it, end before the mark.
            self.tokens.insert(end, mark)
            self.closing = [each + 1 for each in self.closing]
            self.last += 1
        else:
            self.tokens[at] = inside[:-1] + kept
        return text[1:]

    def _stay_outside(self, text: str, at: int, *, nested: bool) -> str:
        """No punctuation-in-quote: a mark stays behind the quotation."""
        pair = self._text_at(at)[-1:] + text[0]
        if pair in _IDENTICAL or (nested and _COLLISIONS.get(pair) == pair[0]):
            return text[1:]
        return text

    def node(self, node: Out, active: frozenset[str], depth: int) -> None:
        """Append one node; ``active`` are the font styles around it, ``depth`` counts quotes."""
        form, tokens = node.format, self.tokens
        if form is PLAIN:  # half of them
            if node.tag is None:
                self._children(node, active, depth)
            else:
                tokens.append(("", node.tag))
                self._children(node, active, depth)
                tokens.append(None)
            return
        if form.quotes:
            depth = _quote_depth(node, depth)
        self._open(node, depth)
        spans = effective(form, active, idle=self.resolver.idle) if form.spans else []
        for style in spans:
            active = switched(style, active)
            tokens.append(("span:" + style, None))
        if form.prefix and form.affixes_inside:
            self.text(form.prefix)
        if node.tag is not None:
            tokens.append(("", node.tag))
        self._children(node, active, depth + form.quotes)
        if form.suffix and form.affixes_inside:
            self._suffix(node)
        own_ends = len(spans) + (node.tag is not None)
        tokens.extend([None] * own_ends)
        self._close(node, depth, own_ends)

    def _open(self, node: Out, depth: int) -> None:
        """What stands before a node and its fonts: the block, the prefix, the opening quote."""
        form = node.format
        if form.display is not None:
            self.edge = len(self.tokens) if self.edge < 0 else self.edge
            self.tokens.append((form.display, None))
        if form.prefix and not form.affixes_inside:
            if self.relation == _NEXT:
                apart = form.spans and node is self.following and not _has_suffix(self.before)
                self.relation = _APART if apart else _PREFIX
            elif self.relation == _INSIDE and self.after == _PREFIX:
                self.relation = _APART
            elif self.relation == _INSIDE and self.after == _DELIMITER:
                self.relation = _JOINED
            self.text(form.prefix)
            self.after = _PREFIX
        if form.quotes:
            self.text(self.resolver.quotes[depth % 2][0])

    def _close(self, node: Out, depth: int, own_ends: int) -> None:
        """What stands behind a node and its fonts: the closing quote, the suffix, the end of the block."""
        form = node.format
        if form.quotes:
            self.closing_in_value = _is_quotation(node) or _is_composed(node)
            self._close_quote(self.resolver.quotes[depth % 2][1], own_ends)
            if not self.resolver.in_quote and not self.closing_in_value and len(self.closing) == 1:
                self._take_out()
        if form.suffix and not form.affixes_inside:
            self._suffix(node)
            self.suffix_of = node
        if form.display is not None:
            self._close_block(form.display)

    def _take_out(self) -> None:
        """A weaker mark at the end of a quotation comes out of it."""
        at = self._inside()
        inside = self._text_at(at)
        if inside[-1:] in _WEAK:
            self.tokens[at] = inside[:-1]
            self.text(inside[-1])
            self.after = _TAKEN_OUT

    def _suffix(self, node: Out) -> None:
        suffix = node.format.suffix
        ended = self.after == _SUFFIX and self.suffix_of is node.children[-1] and not self.closing
        if ended and suffix[0] in _MARKS and self._text_at(self.last)[-1:] == suffix[0]:
            self.doubled = node
        self.relation, self.before = _SUFFIX, node
        self.text(suffix)

    def _children(self, node: Out, active: frozenset[str], depth: int) -> None:
        delimiter = node.format.delimiter
        before: Out | str | None = None
        for child in node.children:
            if before is not None:
                self.following = child
                if delimiter:
                    self.relation, self.before = _DELIMITER, before
                    self.text(delimiter)
                else:
                    self.relation, self.before = _NEXT, before
                    if isinstance(before, Out) and _is_quotation(before) and isinstance(child, str):
                        # What follows a quotation inside a value is the value's own affair.
                        self.closing = []
                        self.relation = _INSIDE
            if isinstance(child, str):
                if child:
                    self.text(child)
            else:
                self.node(child, active, depth)
            before = child

    def _close_block(self, display: Display) -> None:
        """End a block; a space at its end stands behind it (variables_ContainerTitleShort.txt)."""
        tokens, last = self.tokens, self.last
        self.edge = len(tokens) if self.edge < 0 else self.edge
        text = tokens[last] if last >= 0 else ""
        if display == "right-inline" and isinstance(text, str) and text.endswith(" "):
            tokens[last] = text[:-1]
            tokens.extend((None, " "))
            self.last = len(tokens) - 1
        else:
            tokens.append(None)

    def _close_quote(self, mark: str, own_ends: int) -> None:
        if not self.closing:
            self.own_ends = own_ends
        self.last = len(self.tokens)
        self.closing.append(self.last)
        self.tokens.append(mark)


def _quote_depth(node: Out, depth: int) -> int:
    """How many quotes count around: the style's own do not alternate with each other, those of a value do."""
    if not _is_quotation(node):
        return 0
    return 1 if node.format.quotation == "inner" and depth == 0 else depth


def _has_suffix(node: Out | str) -> bool:
    return isinstance(node, Out) and node.format.suffix != ""


def _has_font(node: Out | str) -> bool:
    return isinstance(node, Out) and bool(node.format.spans)


def _is_number(node: Out | None) -> bool:
    return node is not None and node.tag in NUMBER_VARIABLES and is_numeric("".join(leaves(node)))


def _is_text(node: Out | None) -> bool:
    return (
        isinstance(node, Out)
        and isinstance(node.tag, str)
        and node.tag not in DATE_VARIABLES
        and node.tag not in NUMBER_VARIABLES
        and _is_leaf(node)
        and not _has_apostrophe(node)
    )


def _is_quotation(node: Out) -> bool:
    """Whether the node is a quotation inside a value."""
    return node.format.quotation != ""


def _is_composed(node: Out | str) -> bool:
    """Whether the node has parts: elements, markup, or apostrophes, at which citeproc-js parts."""
    return isinstance(node, Out) and any(isinstance(child, Out) or "’" in child for child in node.children)


def _has_apostrophe(node: Out) -> bool:
    """Whether a value in the node has an apostrophe: citeproc-js takes it apart there."""
    return any("’" in leaf for leaf in leaves(node))


def _is_leaf(node: Out) -> bool:
    """Whether the node ends with a value, be it with markup or quotes of its own."""
    if not node.children:
        return True
    last = node.children[-1]
    return isinstance(last, str) or last.format.inline or _is_quotation(last)
