"""What was found as SARIF 2.1.0, the format of code scanning.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from publist import __version__
from publist.problems import Problem, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(problems: Sequence[Problem]) -> str:
    """One run, with the rules that found something and a result for each problem."""
    rules = list({problem.rule.id: problem.rule for problem in problems}.values())
    places = {rule.id: place for place, rule in enumerate(rules)}
    driver = {
        "name": "publist",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places[problem.rule.id]) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.meaning},
        "help": {"text": rule.advice},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, place: int) -> dict[str, Any]:
    return {
        "ruleId": problem.rule.id,
        "ruleIndex": place,
        "level": _LEVELS[problem.rule.severity],
        "message": {"text": f"{problem.key}: {problem.message}" if problem.key else problem.message},
        "locations": [{"physicalLocation": _location(problem)}],
    }


def _location(problem: Problem) -> dict[str, Any]:
    """The file, as a relative address where it is one, and the place in it, of which lines count from 1."""
    path = Path(problem.file)
    address = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    location: dict[str, Any] = {"artifactLocation": {"uri": address}}
    if problem.line:
        location["region"] = {"startLine": problem.line}
        if problem.column:
            end = problem.column + problem.width
            location["region"] |= {"startColumn": problem.column, "endColumn": end}
    return location
