"""Errors and problems; every message names the file, the line and what to do.

    PublistError            something the user can mend; the command line prints it in one line
    ├── InputError          a file that cannot be read or is not what it should be
    ├── StyleError          a CSL style that is unknown, not CSL, or broken
    ├── ConfigError         publist.toml
    └── OutputError         a file that cannot be written

A :class:`Problem` is no exception: it is what is wrong with one entry, with its place, while the
run goes on.  Anything else that is raised is a bug.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class PublistError(Exception):
    """Something the user can mend.

    ``file`` is a path as the user gave it, ``line`` counts from 1; both may be unknown.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class InputError(PublistError):
    """A file that cannot be read, or is not what its name says."""


class StyleError(PublistError):
    """A CSL style that is unknown, is not CSL, or cannot be evaluated."""


class ConfigError(PublistError):
    """A mistake in ``publist.toml`` or in an option."""


class OutputError(PublistError):
    """A file that cannot be written."""


class Problem(NamedTuple):
    """What is wrong with one place of the input, e.g. rule ``missing-comma`` at line 12.

    ``severity`` is ``error`` where an entry was refused, ``warning`` where the reader had to guess
    or something is likely to look wrong, ``info`` for what is only worth knowing.  ``line`` counts
    from 1; 0 means the file as a whole.  ``key`` is the entry's key, "" if there is none.
    """

    file: str
    line: int
    rule: str
    severity: Severity
    message: str
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.severity}: {self.message} [{self.rule}]"


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """What a wrong name was meant to be, for a message: ``nearest("gruop", ["group"])`` is ``["group"]``.

    Empty if nothing is near.
    """
    import difflib  # only a run with a mistake in it needs this

    return difflib.get_close_matches(name, list(known), n=1)
