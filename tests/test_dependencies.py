"""What the package imports is what it declares.  Oracle: the distributions' own lists of modules."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
import yaml

from tests.data import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _imported() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "publist").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").partition(".")[0])
    return found - sys.stdlib_module_names - {"publist"}


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


def test_every_library_that_is_imported_is_declared() -> None:
    names = ("dask", "docx", "pdf", "sphinx")
    extras = [one for name in names for one in PROJECT["optional-dependencies"][name]]
    declared = {_name(requirement) for requirement in [*PROJECT["dependencies"], *extras]}
    distributions = packages_distributions()
    for module in _imported():
        owners = {name.lower().replace("_", "-") for name in distributions.get(module, [module])}
        assert owners & declared, f"{module} comes from {owners}, which pyproject.toml does not name"


@pytest.mark.long  # a release needs it
def test_the_recipe_of_conda_has_the_same_dependencies() -> None:
    recipe = yaml.safe_load((ROOT / "conda" / "recipe.yaml").read_text(encoding="utf-8"))
    python, *run = (one.replace(" ", "") for one in recipe["requirements"]["run"])
    assert python.startswith("python>=")
    assert run == [requirement.partition(";")[0] for requirement in PROJECT["dependencies"]]


def test_every_dependency_has_a_lower_bound() -> None:
    for requirement in PROJECT["dependencies"]:
        assert re.search(r">=\d", requirement), requirement
