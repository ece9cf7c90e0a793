"""What the marks of a list mean."""

from __future__ import annotations

from collections.abc import Iterable

from publist.people.roles import Settled
from publist.records import NamedTuple
from publist.richtext import Mark, Node, walk


class LegendEntry(NamedTuple):
    """A sign and what it means, e.g. ``* Equal contribution``."""

    sign: str
    label: str


def legend(contents: Iterable[tuple[Node, ...]], settled: Settled, language: str) -> tuple[LegendEntry, ...]:
    """The meaning of the marks that the citations show, in the order of the roles."""
    if not settled.signs:
        return ()
    used = {node.role for content in contents for node in walk(content) if isinstance(node, Mark)}
    return tuple(
        LegendEntry(sign, settled.known[role].words(language))
        for role, sign in settled.signs.items()
        if role in used
    )
