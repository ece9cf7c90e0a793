"""Rich text: a small tree of styled pieces, which knows no CSL and no output syntax.

A :data:`Text` is either a plain ``str`` (no markup at all: the common and fast case) or a tuple
of nodes, where a node is a ``str`` or one of the classes below.  Nodes are never changed once
made; "bold my name" or "link the title" build a new tree (:func:`rewrite`).

    >>> title = ("The ", Span("italic", ("E. coli",)), " story")
    >>> plain(title)
    'The E. coli story'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from publist.records import Slotted, record

SpanStyle = Literal[
    "italic",
    "oblique",
    "bold",
    "light",
    "small-caps",
    "superscript",
    "subscript",
    "underline",
    "code",
    "nocase",  # keep the case as typed: BibTeX's inner braces, CSL-JSON's class="nocase"
    "nodecor",  # free of every outer style: CSL-JSON's class="nodecor"
    # The same switched off inside an outer span (CSL's flip-flop):
    "upright",
    "medium",
    "normal-caps",
    "no-underline",
    "baseline",
]

Display = Literal["block", "left-margin", "right-inline", "indent"]


@record
class Span(Slotted):
    """Children in one font style, e.g. ``Span("bold", ("ICML",))``."""

    style: SpanStyle
    children: tuple[Node, ...]


@record
class LinkSpan(Slotted):
    """Children that lead to ``url``, e.g. ``LinkSpan("https://doi.org/10.1/x", ("10.1/x",))``."""

    url: str
    children: tuple[Node, ...]


@record
class NameSpan(Slotted):
    """A rendered name: the ``position``-th (from 0) of an item's ``variable``, e.g. ``author``."""

    variable: str
    position: int
    children: tuple[Node, ...]


@record
class VariableSpan(Slotted):
    """The rendered value of a variable, e.g. ``VariableSpan("title", ("On x",))``."""

    variable: str
    children: tuple[Node, ...]


@record
class Block(Slotted):
    """A part that is set apart: a line of its own, or a label in the left margin (CSL display)."""

    display: Display
    children: tuple[Node, ...]


@record
class Highlight(Slotted):
    """A name that is set off; ``kind`` is ``strong`` for the owner of the list."""

    kind: str
    children: tuple[Node, ...]


@record
class Mark(Slotted):
    """The sign of a role beside a name, e.g. ``Mark("*", "equal")``; writers raise it.

    ``words`` say what it means to those who hear a page, e.g. ``Equal contribution``.
    """

    sign: str
    role: str
    words: str = ""


Node: TypeAlias = "str | Span | LinkSpan | NameSpan | VariableSpan | Block | Highlight | Mark"
Parent: TypeAlias = "Span | LinkSpan | NameSpan | VariableSpan | Block | Highlight"
Text: TypeAlias = "str | tuple[Node, ...]"


def nodes(text: Text) -> tuple[Node, ...]:
    """The text as a tuple of nodes; an empty ``str`` is no node."""
    if isinstance(text, str):
        return (text,) if text else ()
    return text


def with_children(node: Parent, children: tuple[Node, ...]) -> Parent:
    """The same node around other children."""
    kind: Callable[..., Parent] = type(node)
    return kind(*[getattr(node, name) for name in node.__match_args__[:-1]], children)


def merged(children: Iterable[Node]) -> tuple[Node, ...]:
    """Neighbouring strings as one, empty ones dropped."""
    result: list[Node] = []
    texts: list[str] = []
    for node in children:
        if isinstance(node, str):
            texts.append(node)
            continue
        if joined := "".join(texts):
            result.append(joined)
        texts.clear()
        result.append(node)
    if joined := "".join(texts):
        result.append(joined)
    return tuple(result)


def simplified(children: tuple[Node, ...]) -> Text:
    """The cheapest form of the same text: a ``str`` where all nodes are ``str``."""
    texts: list[str] = []
    for node in children:
        if not isinstance(node, str):
            return children
        texts.append(node)
    return "".join(texts)


def stripped(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes without blanks at their very ends, e.g. ``("On ", "mice")`` for ``(" On ", "mice ")``."""
    if not children:
        return children
    first = _edge(children[0], left=True)
    children = (first, *children[1:])
    return (*children[:-1], _edge(children[-1], left=False))


def _edge(node: Node, *, left: bool) -> Node:
    if isinstance(node, str):
        return node.lstrip() if left else node.rstrip()
    if isinstance(node, Span):
        inner = nodes(node.children)
        place = 0 if left else len(inner) - 1
        changed = tuple(_edge(child, left=left) if n == place else child for n, child in enumerate(inner))
        return Span(node.style, changed)
    return node


def plain(text: Text) -> str:
    """The characters alone, as CSL processors print plain text.

    A line of its own (``block``, ``right-inline``, ``indent``) ends with a newline, and a ``block``
    also begins with one; a label in the left margin has nothing between it and its text.
    """
    if isinstance(text, str):
        return text
    return "".join([node if isinstance(node, str) else _plain(node) for node in text])


def _plain(node: Parent | Mark) -> str:
    if isinstance(node, Span):  # nearly all
        return plain(node.children)
    if isinstance(node, Mark):
        return node.sign
    inner = plain(node.children)
    if isinstance(node, Block) and node.display != "left-margin":
        return f"\n{inner}\n" if node.display == "block" else f"{inner}\n"
    return inner


def walk(text: Text) -> Iterator[Node]:
    """Every node, outer before inner, in reading order."""
    stack: list[Node] = list(reversed(nodes(text)))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, (str, Mark)):
            stack.extend(reversed(node.children))


def rewrite(text: Text, change: Callable[[Node], tuple[Node, ...]]) -> tuple[Node, ...]:
    """A new tree in which ``change`` has replaced each node, inner before outer.

    ``change`` gets a node whose children are rewritten already and gives what stands in its place:
    ``(node,)`` keeps it, ``()`` drops it, ``node.children`` unwraps it.
    """
    result: list[Node] = []
    for node in nodes(text):
        if isinstance(node, (str, Mark)):
            result.extend(change(node))
        else:
            inner = rewrite(node.children, change)
            result.extend(change(node if inner == node.children else with_children(node, inner)))
    return tuple(result)


def cut(text: Text, length: int) -> Text:
    """The first ``length`` characters of the text, e.g. ``"On"`` of ``"On mice"`` for 2."""
    if isinstance(text, str):
        return text[:length]
    kept: list[Node] = []
    for node in text:
        if length <= 0:
            break
        size = len(plain((node,)))
        if isinstance(node, str):
            kept.append(node[:length])
        elif size <= length or isinstance(node, Mark):
            kept.append(node)
        else:
            kept.append(with_children(node, nodes(cut(node.children, length))))
        length -= size
    return simplified(tuple(kept))
