"""What a parser of a source hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from publist.problems import Problem
from publist.sources.record import Record


@dataclass(slots=True)
class Batch:
    """The works of a file, and what stands outside them: its line and its text.

    ``owner`` is whose works they are, e.g. ``Jane Doe``, where the source says it.
    """

    records: list[Record] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    owner: str = ""
