"""Mends what has one safe mending: the edits of problems, spliced into the file that they stand in.

An entry with a broken place is left alone: the reader had to guess there, and may have guessed wrong.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from publist import rules
from publist.bibtex import Bibliography
from publist.bibtex.editor import Editor
from publist.problems import Edit, Problem
from publist.records import NamedTuple

_BROKEN = frozenset({
    rules.UNBALANCED_BRACES, rules.MISSING_COMMA, rules.MISSING_EQUALS, rules.BARE_TEXT, rules.INNER_QUOTES,
    rules.ESCAPED_DELIMITER, rules.JUNK_AFTER_VALUE, rules.LOST_TEXT, rules.FIELD_NAME, rules.REFUSED_ENTRY,
    rules.COMMENT_IN_VALUE, rules.MISSING_KEY,
})  # fmt: skip


class Mended(NamedTuple):
    """A file with its mendings: its bytes, the problems that are gone, and the broken places by entry.

    ``left`` has the problem that is not mended, and beside it the broken place in its entry or file.
    """

    data: bytes
    done: tuple[Problem, ...] = ()
    left: tuple[tuple[Problem, Problem], ...] = ()


def mend(bibliography: Bibliography, problems: Iterable[Problem]) -> Mended:
    """The file with the edits of its problems; of edits that meet each other the first are made."""
    editor = Editor(bibliography)
    broken = _Broken(bibliography)
    done: list[Problem] = []
    left: list[tuple[Problem, Problem]] = []
    taken: list[Edit] = []
    for problem in problems:
        if not problem.edits or problem.file != bibliography.file:
            continue
        if place := broken.near(problem):
            left.append((problem, place))
        elif not any(_meets(edit, taken) for edit in problem.edits):
            for edit in problem.edits:
                insort(taken, edit)
                editor.replace(*edit)
            done.append(problem)
    return Mended(editor.data(), tuple(done), tuple(left))


def _meets(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit touches one of those, which are sorted and do not meet each other."""
    place = bisect_left(taken, edit)
    beside = taken[max(place - 1, 0) : place + 1]
    return any(one.start <= edit.end and edit.start <= one.end for one in beside)


class _Broken:
    """The broken places of a file, by the entry that begins before each."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._starts = [entry.line for entry in bibliography.entries]
        self._places: dict[int, Problem] = {}
        for problem in bibliography.problems:
            if problem.rule is rules.ENCODING:
                self._whole: Problem | None = problem
                break
            if problem.rule in _BROKEN:
                self._places.setdefault(self._entry(problem), problem)
        else:
            self._whole = None

    def _entry(self, problem: Problem) -> int:
        return bisect_right(self._starts, problem.line)

    def near(self, problem: Problem) -> Problem | None:
        """The broken place because of which a problem is not mended."""
        return self._whole or self._places.get(self._entry(problem))
