"""Rules about the people of one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from publist import rules
from publist.check.work import Checked
from publist.problems import Problem

_TIMES = {2: "twice"}
_A_CROWD = 30  # in longer lists two people may well have one surname and initial


def author_twice(works: Sequence[Checked]) -> Iterator[Problem]:
    """One name stands twice among the authors or the editors of a work."""
    for work in works:
        for variable in ("author", "editor"):
            names = work.publication.item.names.get(variable, ())
            counts = Counter(name.text for name in names if not name.others)
            for name, count in counts.items() if len(names) <= _A_CROWD else ():
                if count > 1 and name:
                    message = f"{name} stands {_TIMES.get(count, 'several times')}; see who is meant"
                    yield work.problem(rules.AUTHOR_TWICE, message, variable)


CHECKS = (author_twice,)
