"""Citations with people set off: highlights, links to their pages, marks, shortened lists of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from publist.people.known import Known, Position
from publist.people.roles import UNKNOWN
from publist.publication import Publication
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
    with_children,
)


def decorate(
    content: tuple[Node, ...],
    publication: Publication,
    people: Mapping[Position, Known],
    signs: Mapping[str, str],
) -> tuple[Node, ...]:
    """The citation with known people set off and linked, and the marks of roles behind names.

    ``signs`` gives the sign of each role (:class:`~publist.people.roles.Settled`).  A mark stands outside
    highlight and link: **W. Shao** and then its star.
    """
    marks = {
        (person.variable, person.position): _marks(person.roles, person.marks, signs)
        for person in publication.people
        if person.roles or person.marks
    }
    if not marks and not people:
        return content

    def change(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, NameSpan):
            return (node,)
        place = (node.variable, node.position)
        children = node.children
        known = people.get(place)
        if known is not None:
            for kind in reversed(known.highlight):
                children = (Highlight(kind, children),)
            if known.url:
                children = (LinkSpan(known.url, children),)
        return (with_children(node, children + marks.get(place, ())),)

    return rewrite(content, change)


def _marks(roles: tuple[str, ...], typed: tuple[str, ...], signs: Mapping[str, str]) -> tuple[Mark, ...]:
    known = tuple(Mark(sign, role) for role, sign in signs.items() if role in roles)
    return known + tuple(Mark(sign, UNKNOWN) for sign in typed)


Others = Callable[[int], str]
"""The words for names that are left out, e.g. ``"and 15 others"`` for 15."""


def shortened(
    content: tuple[Node, ...], most: int, keep: Collection[Position], others: Others
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The citation with at most ``most`` (from 1) names in a list, and the whole list if it was cut.

    Names in ``keep`` stay wherever they stand, with an ellipsis where names are left out before them.
    The second is () if no list was longer.
    """
    shortening = _Shortening(most, keep, others)
    return shortening.of(content), shortening.whole


class _Shortening:
    """Cuts the first list of names that is too long; ``whole`` is that list."""

    def __init__(self, most: int, keep: Collection[Position], others: Others) -> None:
        self.most = most
        self.keep = keep
        self.others = others
        self.whole: tuple[Node, ...] = ()

    def of(self, children: tuple[Node, ...]) -> tuple[Node, ...]:
        """The children with that list cut."""
        found = _names(children)
        if len(found) <= self.most or self.whole:
            return tuple([self._inside(child) for child in children])
        kept = [
            index for number, index in enumerate(found) if number < self.most or found[index] in self.keep
        ]
        if len(found) - len(kept) < 2:  # "and 1 others" is no shorter than the name itself
            return children
        places = list(found)
        self.whole = children[places[0] : places[-1] + 1]
        return _cut(children, places, kept, self.others(len(found) - len(kept)))

    def _inside(self, node: Node) -> Node:
        if isinstance(node, (Span, Block, VariableSpan)):
            return with_children(node, self.of(node.children))
        return node


def _names(children: tuple[Node, ...]) -> dict[int, Position]:
    """Which children are the names of the first list, with their positions."""
    found: dict[int, Position] = {}
    last: Position | None = None
    for index, node in enumerate(children):
        if isinstance(node, NameSpan):
            place = node.variable, node.position
            if last is None or (place[0] == last[0] and place > last):
                found[index] = last = place
    return found


def _cut(children: tuple[Node, ...], found: list[int], kept: list[int], words: str) -> tuple[Node, ...]:
    """The children with only the kept names, and the words for the others at the end of the list."""
    delimiter = children[found[0] + 1 : found[1]]
    result = list(children[: found[0] + 1])  # the first name is always kept
    before = 0
    for index in kept[1:]:
        number = found.index(index)
        result.extend(delimiter if number == before + 1 else (*delimiter, "…", *delimiter))
        result.append(children[index])
        before = number
    joint = ", … " if before < len(found) - 1 and before != len(kept) - 1 else " "
    return (*result, joint + words, *_after(children, found[-1]))


def _after(children: tuple[Node, ...], last: int) -> tuple[Node, ...]:
    """What follows the list, with the full stop that belonged to both the last initial and the text.

    "Luo, P. On x" is "Luo, P." and "." in one: without the name, the stop must come back.
    """
    rest = children[last + 1 :]
    follows = plain(rest)
    if plain((children[last],)).endswith(".") and re.match(r"\s+[^\s(\[]", follows):
        return (".", *rest)
    return rest
