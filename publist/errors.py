"""Errors; every message names the file, the line and what to do.

    PublistError            something the user can mend; the command line prints it in one line
    ├── InputError          a file that cannot be read or is not what it should be
    ├── StyleError          a CSL style that is unknown, not CSL, or broken
    ├── ConfigError         publist.toml
    ├── OutputError         a file that cannot be written
    └── NetworkError        a server that cannot be asked, or does not answer as it should

What is wrong with one entry, while the run goes on, is a :class:`publist.problems.Problem`.  Anything
else that is raised is a bug.
"""

from __future__ import annotations

from collections.abc import Iterable

from publist.patterns import pattern

_STEERING = pattern("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class PublistError(Exception):
    """Something the user can mend.

    ``file`` is a path as the user gave it, ``line`` counts from 1; both may be unknown.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    @property
    def report(self) -> str:
        """The line that a person reads, e.g. ``a.bib:3: error: no comma``."""
        place = "".join(f"{part}:" for part in (self.file, self.line) if part is not None)
        return shown(f"{place}{' ' if self.file else ''}error: {self.message}")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return shown(f"{place}: {self.message}" if place else self.message)


class InputError(PublistError):
    """A file that cannot be read, or is not what its name says."""


class StyleError(PublistError):
    """A CSL style that is unknown, is not CSL, or cannot be evaluated."""


class ConfigError(PublistError):
    """A mistake in ``publist.toml`` or in an option."""


class OutputError(PublistError):
    """A file that cannot be written."""


class NetworkError(PublistError):
    """A server that cannot be asked, or does not answer as it should; ``file`` is the address.

    ``status`` is HTTP's, e.g. 404; 0 where there was no answer.
    """

    def __init__(self, message: str, *, file: str | None = None, status: int = 0) -> None:
        super().__init__(message, file=file)
        self.status = status


def shown(text: str) -> str:
    r"""A message in one line, with what would steer a terminal or a log as letters.

    Control characters, line ends, marks of the direction of writing and half characters come from files.

    >>> shown("no type \x1b[31m")
    'no type \\x1b[31m'
    """
    return text if text.isprintable() else _STEERING.sub(lambda match: ascii(match[0])[1:-1], text)


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> list[str]:
    """What a wrong name was meant to be, for a message: ``nearest("gruop", ["group"])`` is ``["group"]``.

    Empty if nothing is near: ``cutoff`` is how like a name must be, from 0 to 1.
    """
    import difflib  # only a run with a mistake in it needs this

    return difflib.get_close_matches(name, list(known), n=1, cutoff=cutoff)
