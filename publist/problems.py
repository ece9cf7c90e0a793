"""What is wrong with one place of the input, while the run goes on."""

from __future__ import annotations

from typing import Literal, NamedTuple

from publist.errors import shown

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


class Problem(NamedTuple):
    """A place at which a rule has something to say, e.g. ``rules.MISSING_COMMA`` at line 12.

    ``line`` counts from 1; 0 means the file as a whole.  ``key`` is the entry's key, "" if there is none.
    """

    file: str
    line: int
    rule: Rule
    message: str
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return shown(f"{place}: {self.rule.severity}: {self.message} [{self.rule.id}]")
