"""What was found, as text for a terminal, as JSON, or as annotations of GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from publist.bibtex import Bibliography
from publist.errors import shown
from publist.patterns import pattern
from publist.problems import Problem, Severity

_LINE_END = pattern(r"\r\n?|\n")
_COLORS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}  # ECMA-48: red, yellow, cyan
_FIRST = 3  # of a rule that is only worth knowing, so many places of a file are shown
_WIDTH = 100  # columns of a line that is quoted


def text(
    problems: Sequence[Problem],
    bibliographies: Iterable[Bibliography],
    pages: Mapping[str, str] = MappingProxyType({}),
    *,
    whole: bool = False,
) -> str:
    """The problems by file, each with its line and a mark below the place, and counts by rule.

    ``pages`` has the texts of other files, by name.
    Unless ``whole``, only the first places of a rule that is an info are shown.  Colours are ECMA-48's.
    """
    texts = {**pages, **{one.file: one.source.text for one in bibliographies}}
    sources = {file: _LINE_END.split(text) for file, text in texts.items()}
    lines: list[str] = []
    for file, group in groupby(problems, lambda problem: problem.file):
        several = list(group)
        lines += [_colored(shown(file), "1"), *_of_file(several, sources.get(file, []), whole=whole), ""]
    return "\n".join([*lines, _counts(problems)]) + "\n"


def _of_file(problems: Sequence[Problem], source: Sequence[str], *, whole: bool) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.rule.id] += 1
        if whole or problem.rule.severity != "info" or seen[problem.rule.id] <= _FIRST:
            yield from _block(problem, source)
    if not whole:
        infos = {problem.rule.id for problem in problems if problem.rule.severity == "info"}
        for rule in sorted(infos):
            if seen[rule] > _FIRST:
                yield f"  and {seen[rule] - _FIRST} more: --select {rule} shows all"


def _block(problem: Problem, source: Sequence[str]) -> Iterator[str]:
    severity = _colored(problem.rule.severity, _COLORS[problem.rule.severity])
    key = f" {problem.key}" if problem.key else ""
    yield f"  {problem.line}:{shown(key)} {severity}: {shown(problem.message)} [{problem.rule.id}]"
    if 0 < problem.line <= len(source):
        line = source[problem.line - 1].expandtabs(1)
        indent = len(line) - len(line.lstrip())
        start = max(problem.column - 1, indent)
        begin = indent if start + problem.width - indent <= _WIDTH else start - _WIDTH // 2
        yield f"      {shown(line[begin : begin + _WIDTH].rstrip())}"
        if problem.column:
            width = max(1, min(problem.width, begin + _WIDTH - start))
            yield "      " + " " * (start - begin) + _colored("^" * width, "32")


def _counts(problems: Sequence[Problem]) -> str:
    """The last lines: how many problems there are of each rule, the most frequent first."""
    if not problems:
        return "nothing found"
    rules = Counter((problem.rule.severity, problem.rule.id) for problem in problems)
    order = ("error", "warning", "info")
    rows = sorted(rules.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1]))
    return "\n".join(f"{count:6} {severity:7} {rule}" for (severity, rule), count in rows)


def _colored(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects: file, line, column, width, key, field, rule, severity, message, mendable."""
    return json.dumps([_object(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def _object(problem: Problem) -> Mapping[str, object]:
    place = {name: value for name, value in problem._asdict().items() if name not in ("rule", "edits")}
    return {
        **place,
        "rule": problem.rule.id,
        "severity": problem.rule.severity,
        "mendable": bool(problem.edits),
    }


def github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, one a line: ``::warning file=a.bib,line=3,title=isbn::…``.

    Source: docs.github.com, "Workflow commands for GitHub Actions".
    """
    kinds = {"error": "error", "warning": "warning", "info": "notice"}
    return "".join(
        f"::{kinds[problem.rule.severity]} {_properties(problem)}::{_escaped(problem.message)}\n"
        for problem in problems
    )


def _properties(problem: Problem) -> str:
    values = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.rule.id}
    return ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in values.items()
        if value
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
