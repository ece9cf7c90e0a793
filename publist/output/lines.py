"""The lines of a citation, for writers that set lines and not nested boxes."""

from __future__ import annotations

from publist.records import NamedTuple
from publist.richtext import Block, Mark, Node, Text, nodes, plain, with_children


class Lines(NamedTuple):
    """A citation in lines without blocks.  ``label`` is what stands in the left margin, e.g. ``("[1]",)``."""

    label: tuple[Node, ...]
    lines: list[tuple[Node, ...]]


def cut(text: Text) -> Lines:
    """The text cut at its blocks; a style that spans several lines is opened again in each.

    >>> cut((Block("left-margin", ("[1]",)), "A. Doe", Block("block", ("Title",))))
    Lines(label=('[1]',), lines=[('A. Doe',), ('Title',)])
    """
    label: list[Node] = []
    lines = [tuple(line) for line in _split(nodes(text), label)]
    return Lines(tuple(label), [line for line in lines if plain(line).strip()])


def _split(children: tuple[Node, ...], label: list[Node]) -> list[list[Node]]:
    lines: list[list[Node]] = [[]]
    for node in children:
        if isinstance(node, (str, Mark)):
            lines[-1].append(node)
            continue
        if isinstance(node, Block) and node.display == "left-margin":
            label.extend(node.children)
            continue
        inner = _split(node.children, label)
        if isinstance(node, Block):
            if node.display != "right-inline":
                lines.append([])
            lines[-1] += inner[0]
            lines += [*inner[1:], []]
        elif len(inner) == 1:
            lines[-1].append(with_children(node, tuple(inner[0])))
        else:
            wrapped = [with_children(node, tuple(line)) for line in inner]
            lines[-1].append(wrapped[0])
            lines += [[each] for each in wrapped[1:]]
    return lines
