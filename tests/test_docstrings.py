"""The examples in docstrings: run by Python's own doctest."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import publist

ROOT = Path(publist.__file__).parent
MODULES = [
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
    for path in sorted(ROOT.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_docstring_hold(name: str) -> None:
    module = importlib.import_module(name.removesuffix(".__init__"))
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for test in doctest.DocTestFinder().find(module):
        runner.run(test, out=report.append)
    assert runner.tries > 0
    assert runner.failures == 0, "".join(report)
