"""Runs all rules over what was read, and leaves out what the files themselves ignore."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from publist import rules
from publist.bibtex import Bibliography
from publist.check import across, fields, links, numbers, people, spellings, texts, typed, venues
from publist.check.work import Check, works
from publist.patterns import pattern
from publist.problems import Problem
from publist.publication import Publication

CHECKS: tuple[Check, ...] = (
    *texts.CHECKS, *typed.CHECKS, *fields.CHECKS, *numbers.CHECKS, *links.CHECKS, *people.CHECKS,
    *spellings.CHECKS, *venues.CHECKS, *across.CHECKS,
)  # fmt: skip
"""The functions of the rules.  Each goes once through the works: none grows with the square."""

_IGNORE = pattern(r"^[ \t]*%+[ \t]*publist:[ \t]*ignore[ \t]+(.+)$", re.MULTILINE | re.IGNORECASE)


def findings(
    publications: Iterable[Publication], bibliographies: Sequence[Bibliography], plugged: Iterable[Check] = ()
) -> list[Problem]:
    """What the rules, and those that are ``plugged``, find in all publications that are not hidden.

    ``bibliographies`` are the files that they were read from; CSL-JSON has none.
    """
    shown = works([one for one in publications if not one.hidden], bibliographies)
    return [problem for check in (*CHECKS, *plugged) for problem in check(shown)]


def ignoring(problems: Iterable[Problem], bibliographies: Iterable[Bibliography]) -> list[Problem]:
    """The problems without those that a comment ``% publist: ignore RULE`` is about.

    Inside an entry, or in the line above it, the comment is about that entry; elsewhere about the file.
    A name that is no rule is a problem itself.
    """
    whole: set[tuple[str, str]] = set()
    lines: set[tuple[str, str, int]] = set()
    unknown: list[Problem] = []
    for bibliography in bibliographies:
        file = bibliography.file
        for line, names, about in _comments(bibliography):
            for name in names:
                if not rules.is_rule(name):
                    message = f"{name} is no rule, so nothing is ignored; correct the name"
                    unknown.append(Problem(file, line, rules.UNKNOWN_RULE, message))
                elif not about:
                    whole.add((file, name))
                elif (file, name, about[0]) not in lines:
                    lines |= {(file, name, one) for one in about}
    kept = [
        problem
        for problem in problems
        if (problem.file, problem.rule.id) not in whole
        and (problem.file, problem.rule.id, problem.line) not in lines
    ]
    return kept + unknown


def _comments(bibliography: Bibliography) -> Iterator[tuple[int, list[str], range]]:
    """The line of each comment, the rules that it names, and the lines of its entry; none for the file."""
    source, entries = bibliography.source, bibliography.entries
    starts = [entry.line for entry in entries]
    for match in _IGNORE.finditer(source.text):
        line = source.line(match.end(1) - 1)
        place = bisect_right(starts, line + 1) - 1
        about = range(0)
        if place >= 0 and line <= (last := source.line(entries[place].end - 1)):
            about = range(entries[place].line, last + 1)
        yield line, re.split(r"[\s,]+", match[1].strip()), about
