"""The table of rules: complete, used, and the same as its page."""

from __future__ import annotations

import re

import pytest

from publist import rules
from publist.problems import Problem, Rule
from tests.data import ROOT

MODULES = [path for path in (ROOT / "publist").rglob("*.py") if path.name != "rules.py"]
NAMES = {name: value for name, value in vars(rules).items() if isinstance(value, Rule)}


def test_the_page_is_made_from_the_table() -> None:
    written = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    assert written == rules.page(), "run: python -m publist.rules > docs/reference/rules.md"


def test_a_constant_is_called_as_its_rule() -> None:
    assert {name: name.lower().replace("_", "-") for name in NAMES} == {
        name: rule.id for name, rule in NAMES.items()
    }


def test_every_rule_says_what_it_means_and_what_to_do() -> None:
    for rule in rules.RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
        assert rule.severity in ("error", "warning", "info")
        assert rule.meaning.endswith("."), rule.id
        assert rule.advice.endswith("."), rule.id


def test_every_rule_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    assert [name for name in NAMES if not re.search(rf"\brules\.{name}\b", text)] == []


def test_rules_are_named_in_no_other_way() -> None:
    """An id as a string would be a second table; a name that is no rule is an AttributeError."""
    ids = "|".join(rule.id for rule in rules.RULES if "-" in rule.id)
    text = {path: path.read_text(encoding="utf-8") for path in MODULES}
    assert [path.name for path, source in text.items() if re.search(rf'[("]({ids})"', source)] == []
    with pytest.raises(AttributeError):
        getattr(rules, "MISSING_COMA")  # noqa: B009 - mypy would refuse the name itself


def test_a_problem_is_one_line() -> None:
    problem = Problem("a.bib", 3, rules.MISSING_COMMA, "no comma", "key")
    assert str(problem) == "a.bib:3: warning: no comma [missing-comma]"
    assert str(Problem("a.bib", 0, rules.STYLE, "no macro")) == "a.bib: error: no macro [style]"
