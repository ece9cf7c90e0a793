"""The rules by name: which are asked for, and what one means."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from publist import plugins, rules
from publist.check.run import CHECKS
from publist.check.work import Check
from publist.errors import ConfigError
from publist.problems import Problem, Rule, Severity

_FUNCTIONS = {check.__name__.replace("_", "-"): check for check in CHECKS}


def names(text: str) -> tuple[str, ...]:
    """The rules in a text such as ``isbn,et-al-author``.  Raises ConfigError for one that nobody knows."""
    found = tuple(name for part in text.split(",") if (name := part.strip()))
    for name in found:
        if not rules.is_rule(name):
            near = get_close_matches(name, rules.BY_ID, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigError(f"{name} is no rule{hint}")
    return found


def plugged(wanted: Collection[str], select: Collection[str]) -> dict[Rule, Check]:
    """The rules of the plug-ins that are wanted by name, and those of any that are selected.

    Raises ConfigError for a plug-in that is not installed.
    """
    own = {rule.id for rule in rules.RULES}
    if not wanted and own.issuperset(select):
        return {}
    found: dict[str, dict[Rule, Check]] = plugins.load("rules")
    for name in wanted:
        if name not in found:
            others = ", ".join(found) or "none"
            raise ConfigError(f"no installed package has rules called {name}; there are: {others}")
    return {
        rule: check
        for name, one in found.items()
        for rule, check in one.items()
        if name in wanted or rule.id in select
    }


def chosen(
    problems: Iterable[Problem],
    select: Collection[str],
    ignore: Collection[str],
    severity: Mapping[str, Severity] = MappingProxyType({}),
) -> list[Problem]:
    """The problems of the rules that are selected (all, if none is) and not ignored.

    ``severity`` gives rules another one, e.g. ``{"capitals": "error"}``.
    """
    return [
        _weighed(problem, severity.get(problem.rule.id))
        for problem in problems
        if (not select or problem.rule.id in select) and problem.rule.id not in ignore
    ]


def _weighed(problem: Problem, severity: Severity | None) -> Problem:
    return problem._replace(rule=problem.rule._replace(severity=severity)) if severity else problem


def explained(name: str) -> str:
    """The page of a rule.  Raises ConfigError for one that nobody knows."""
    names(name)
    rule = rules.BY_ID.get(name.strip())
    if rule is None:
        raise ConfigError("--explain needs the name of one rule")
    lines = [f"{rule.id} ({rule.severity})", "", rule.meaning, "", f"What to do: {rule.advice}"]
    if function := _FUNCTIONS.get(rule.id):
        lines += ["", "How it is found: " + " ".join(inspect.getdoc(function).split())]  # type: ignore[union-attr]  # each check has a docstring, a test holds it
    return "\n".join(
        [*lines, "", f"To ignore it in one entry, write in the line above it: % publist: ignore {rule.id}"]
    )
