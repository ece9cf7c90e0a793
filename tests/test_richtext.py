"""Rich text: its kinds of node are different, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest

from publist.richtext import (
    Block,
    Highlight,
    LinkSpan,
    Mark,
    NameSpan,
    Node,
    Span,
    VariableSpan,
    plain,
    rewrite,
    walk,
    with_children,
)

PARENTS: list[Any] = [
    Span("bold", ("x",)),
    LinkSpan("bold", ("x",)),
    NameSpan("bold", 0, ("x",)),
    VariableSpan("bold", ("x",)),
    Block("block", ("x",)),
    Highlight("bold", ("x",)),
]


def test_kinds_with_the_same_parts_differ() -> None:
    different: set[Node] = {Span("bold", ("x",)), Highlight("bold", ("x",)), VariableSpan("bold", ("x",))}
    assert len(different) == 3
    assert Span("bold", ("x",)) == Span("bold", ("x",))


def test_a_node_is_no_text() -> None:
    with pytest.raises(TypeError):
        plain(Mark("*", "equal"))  # type: ignore[arg-type]  # mypy says so as well: the ignore is needed


@pytest.mark.parametrize("node", PARENTS, ids=lambda node: type(node).__name__)
def test_other_children_leave_the_rest_of_a_node(node: Any) -> None:
    changed = with_children(node, ("y",))
    assert type(changed) is type(node)
    assert changed.children == ("y",)
    assert with_children(changed, ("x",)) == node


def test_rewriting_goes_from_the_inside_out() -> None:
    text = ("a", Span("italic", (Mark("*", "equal"), LinkSpan("https://x.org", ("b",)))))
    unwrapped = rewrite(text, lambda node: node.children if isinstance(node, LinkSpan) else (node,))
    assert unwrapped == ("a", Span("italic", (Mark("*", "equal"), "b")))
    assert [type(node) for node in walk(text)] == [str, Span, Mark, LinkSpan, str]
