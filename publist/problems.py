"""What is wrong with one place of the input, while the run goes on."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from publist.errors import shown
from publist.records import NamedTuple

Severity = Literal["error", "warning", "info"]


class Rule(NamedTuple):
    """A kind of problem, e.g. ``missing-comma``; :mod:`publist.rules` has all of them.

    ``severity`` is ``error`` where an entry was refused, ``warning`` where the reader had to guess
    or something is likely to look wrong, ``info`` for what is only worth knowing.  ``group`` is a
    heading of the documentation, ``meaning`` says what is wrong and what publist makes of it, and
    ``advice`` what to do.  An id never changes: people write it into their files.
    """

    id: str
    severity: Severity
    group: str
    meaning: str
    advice: str


Note = tuple[Rule, str]
"""What is odd about a value, before its place is known: a rule and the message."""


class Edit(NamedTuple):
    """A change of a file's text: what stands from one offset to another becomes ``new``.

    ``Edit(40, 41, "--")`` for the hyphen of ``pages = {12-34}``.
    """

    start: int
    end: int
    new: str


class Problem(NamedTuple):
    """A place at which a rule has something to say, e.g. ``rules.MISSING_COMMA`` at line 12.

    ``line`` counts from 1; 0 means the file as a whole.  ``key`` is the entry's key, "" if there is none.
    ``field`` is the field's name where one is meant, e.g. ``pages``; ``column`` (from 1) and ``width``
    say which characters of the line, both 0 if that is not known.  ``edits`` mend it where there is one safe
    way to.
    """

    file: str
    line: int
    rule: Rule
    message: str
    key: str = ""
    field: str = ""
    column: int = 0
    width: int = 0
    edits: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        return self.line_of(self.message)

    def line_of(self, message: str) -> str:
        """The line with a message about this place: ``a.bib:3: warning: no comma [missing-comma]``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return shown(f"{place}: {self.rule.severity}: {message} [{self.rule.id}]")


_APART = 3  # so many different messages of one rule about one file have a line each
_SHOWN = 5  # so many places are named beside the first


def lines(problems: Iterable[Problem]) -> list[str]:
    """What a person reads: a line for each problem, but one for all that have one cause."""
    return [text for _, text in by_cause(problems)]


def by_cause(problems: Iterable[Problem]) -> list[tuple[Rule, str]]:
    """The rule and the line of each cause.

    The same message about one file, but for the entry's key, is one line with the other places; so are
    all messages of a rule about one file that says more than three different things.  An error has its
    own line always: something was not read.
    """
    by_rule: dict[tuple[str, Rule], dict[str, list[Problem]]] = {}
    for problem in dict.fromkeys(problems):
        same = by_rule.setdefault((problem.file, problem.rule), {})
        same.setdefault(_cause(problem), []).append(problem)
    groups: list[list[Problem]] = []
    for (_, rule), same in by_rule.items():
        if rule.severity == "error":
            groups += [[problem] for several in same.values() for problem in several]
        elif len(same) > _APART:
            groups.append([problem for several in same.values() for problem in several])
        else:
            groups += same.values()
    return [(group[0].rule, _line(group)) for group in groups]


def _cause(problem: Problem) -> str:
    """What the messages of one cause have in common: the text without the entry's key."""
    if not problem.key or problem.key not in problem.message:
        return problem.message
    return re.sub(rf"(?<!\w){re.escape(problem.key)}(?!\w)", "", problem.message)


def _line(group: Sequence[Problem]) -> str:
    """The line of problems with one cause: ``a.bib:3: info: …; also in line 7, line 12 [math]``."""
    first, others = group[0], list(dict.fromkeys(_place(problem) for problem in group[1:]))
    others = [place for place in others if place != _place(first)]
    if not others:
        return str(first)
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return first.line_of(f"{first.message}; also in {', '.join(others[:_SHOWN])}{more}")


def _place(problem: Problem) -> str:
    """Where a problem is, short: ``line 12``, or ``shao2022 (line 12)``."""
    if not problem.line:
        return problem.key or problem.file
    return f"{problem.key} (line {problem.line})" if problem.key else f"line {problem.line}"
