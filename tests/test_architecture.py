"""The way the data goes: which module may import which, and who may use which library."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

from tests.data import ROOT

PACKAGE = ROOT / "publist"

# room -> the rooms it may import; a room is a module or a folder of publist/.  Each stands below all that it
# imports.
ALLOWED: dict[str, set[str]] = {
    # what everything stands on
    "": set(),  # the version
    "errors": set(),
    "caches": set(),
    "problems": {"errors"},
    "plugins": {"errors"},
    "rules": {"plugins", "problems"},
    "identifiers": set(),
    "keys": set(),
    "truth": set(),
    "url": {"identifiers"},
    "richtext": set(),
    "item": {"richtext"},
    "publication": {"identifiers", "item", "richtext"},
    "packed": {"item", "publication", "richtext"},
    "jobs": {"errors"},
    "collector": set(),
    "memo": set(),
    "patterns": set(),
    "records": set(),
    "inputs": {"errors"},
    "web": {"", "caches", "errors"},
    "phrases": {"richtext"},
    # reading
    "locales": {"errors"},
    "bibtex": {"errors", "item", "locales", "richtext"},
    "csl_json": {"errors", "identifiers", "item", "richtext"},
    "matching": {"item", "richtext"},
    "convert": {
        "bibtex", "errors", "identifiers", "item", "jobs", "matching", "packed", "publication", "richtext",
        "url",
    },
    # formatting
    "csl": {"csl_json", "errors", "item", "locales", "richtext"},
    "people": {"errors", "item", "matching", "phrases", "publication", "richtext"},
    # settings: what the rooms below are asked for
    "settings": {
        "convert", "errors", "identifiers", "item", "matching", "people", "plugins", "publication",
        "richtext", "url",
    },
    # arranging
    "titles": {"item", "publication", "richtext", "settings"},
    # pages typed by hand
    "adopt": {"bibtex", "errors", "identifiers", "richtext", "url"},
    # what is wrong
    "check": {
        "", "adopt", "bibtex", "convert", "errors", "identifiers", "item", "matching", "plugins",
        "publication", "richtext", "titles", "url", "web",
    },
    "listing": {
        "bibtex", "errors", "identifiers", "item", "packed", "people", "phrases", "publication", "richtext",
        "settings", "url",
    },
    # writing
    "output": {
        "convert", "csl_json", "errors", "item", "listing", "matching", "packed", "people", "phrases",
        "problems", "publication", "richtext", "settings", "url",
    },
    # joining
    "formatter": {
        "convert", "csl", "errors", "identifiers", "item", "jobs", "listing", "packed", "people", "phrases",
        "publication", "richtext", "settings", "titles", "url",
    },
    "page": {
        "errors", "identifiers", "item", "listing", "output", "phrases", "publication", "settings", "url",
    },
    "pipeline": {
        "bibtex", "check", "convert", "csl", "csl_json", "errors", "formatter", "inputs", "listing", "output",
        "packed", "page", "people", "publication", "settings", "titles",
    },
    "mending": {"bibtex", "check", "errors", "inputs", "pipeline"},
    "writing": {"", "caches", "errors", "formatter", "output", "page", "pipeline", "settings"},
    "news": {
        "bibtex", "csl", "errors", "identifiers", "inputs", "item", "listing", "output", "phrases",
        "pipeline", "publication", "richtext", "settings", "url",
    },
    "sources": {
        "adopt", "bibtex", "convert", "csl_json", "errors", "identifiers", "inputs", "item", "publication",
        "richtext", "url", "web",
    },
    "update": {
        "adopt", "bibtex", "convert", "errors", "identifiers", "inputs", "item", "listing", "publication",
        "richtext", "sources", "web",
    },
    "preview": {"errors", "page", "pipeline", "settings", "writing"},
    "api": {"csl_json", "errors", "listing", "output", "pipeline", "problems", "richtext", "settings"},
    "__init__": {"api", "errors"},
    "distributed": {"csl", "csl_json", "errors", "item", "output"},
    "embed": {"api", "errors", "settings"},
    "sphinx": {"embed", "errors", "settings"},
    "cli": {
        "", "adopt", "caches", "check", "csl", "embed", "errors", "inputs", "jobs", "mending", "news", "page",
        "pipeline", "preview", "settings", "sources", "update", "web", "writing",
    },
    "__main__": {"cli"},
}  # fmt: skip

# What any room may import beside its own list.
FOR_EVERYBODY = {"collector", "keys", "memo", "patterns", "problems", "records", "rules", "truth"}

# library -> the only modules that may import it
USERS = {
    "bibtexparser": {"bibtex/writer.py"},
    "pylatexenc": {"bibtex/latex/render.py", "bibtex/latex/symbols.py"},
    "lxml": {"adopt/html.py", "csl/validate.py", "sources/xml.py"},
    "markdown_it": {"adopt/markdown.py", "page/introduction.py", "writing/heading.py"},
    "citeproc": set(),  # its locales and schema are read as files; importing it is slow
    "jinja2": {"output/templates.py"},
    "filelock": {"writing/whole.py"},
    "click": {f"cli/{path.name}" for path in (PACKAGE / "cli").glob("*.py")},
    "docutils": {"embed/docutils.py", "sphinx.py"},
    "docx": {"output/docx.py"},
    "ftfy": {"check/typed.py"},
    "rapidfuzz": {"check/across.py", "check/page.py", "check/spellings.py", "update/same.py"},
    "platformdirs": {"caches.py"},
    "urllib3": {"web/connection.py"},
    "wcwidth": {"output/text.py"},
    "dask": {"distributed.py"},
    "pandas": {"distributed.py"},
    "sphinx": {"sphinx.py"},
    "stdnum": {"identifiers.py"},
    "typst": {"output/pdf.py"},
    "watchfiles": {"preview/watch.py"},
    "yaml": {"sources/tree.py"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


@cache  # each file is asked for again by every library
def imports(path: Path) -> set[str]:
    """Every module that a file imports, also inside functions, by its full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(module: str) -> str:
    """``publist.csl.names`` stands in the room ``csl``."""
    parts = module.split(".")
    top = parts[1] if len(parts) > 1 else ""
    return top if (PACKAGE / top).is_dir() or (PACKAGE / f"{top}.py").is_file() else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    rooms = {room(name) for name in imports(path) if name.split(".")[0] == "publist"} - {own}
    assert rooms <= ALLOWED[own] | FOR_EVERYBODY, f"{own} imports {sorted(rooms - ALLOWED[own])}"


@pytest.mark.parametrize("library", USERS)
def test_a_library_has_its_only_users(library: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == USERS[library]


def test_every_record_is_cheap_to_define() -> None:
    users = [path for path in MODULES if "typing.NamedTuple" in imports(path)]
    assert [path.name for path in users] == ["records.py"]


def test_no_room_stands_above_what_it_imports() -> None:
    order = list(ALLOWED)
    for own, rooms in ALLOWED.items():
        assert all(order.index(room) < order.index(own) for room in rooms), own


def test_no_module_of_the_processor_stands_above_itself() -> None:
    """Whatever a module of csl/ needs of the others is below it, even if imported late or as a type."""
    paths = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in (PACKAGE / "csl").rglob("*.py")
        if path.name != "__init__.py"
    }
    below: dict[str, set[str]] = {}
    for own, path in paths.items():
        found = imports(path)
        below[own] = paths.keys() & (found | {name.rpartition(".")[0] for name in found})
    TopologicalSorter(below).prepare()  # raises CycleError, which names the modules


@pytest.mark.parametrize(
    "package", [path.parent for path in MODULES if path.name == "__init__.py"], ids=lambda path: path.name
)
def test_no_package_hides_a_module_behind_a_function(package: Path) -> None:
    """``publist.people.legend`` is a module whatever has been imported before."""
    modules = {path.stem for path in package.glob("*.py")} | {path.name for path in package.glob("*/")}
    own = ".".join(package.relative_to(ROOT).parts)
    handed_on: set[str] = set()
    for node in ast.parse((package / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module != own:
            handed_on |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            handed_on.add(node.name)
    assert handed_on & modules == set()


def test_no_two_public_classes_share_a_name() -> None:
    """A name means one thing in the whole house, that of a type as well."""
    meant: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.name if isinstance(node, ast.ClassDef) else ""
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                name = ast.unparse(node.target)
            if name and not name.startswith("_"):
                meant.setdefault(name, set()).add(str(path.relative_to(PACKAGE)))
    assert {name: places for name, places in meant.items() if len(places) > 1} == {}


DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def test_the_design_shows_the_table_of_imports() -> None:
    shown = DESIGN.split("| room | imports |")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", shown, re.M)
    assert {room: set(re.findall(r"`(\w+)`", rooms)) for room, rooms in rows} == {
        room: rooms - {""} for room, rooms in ALLOWED.items() if room
    }


@pytest.mark.parametrize(("module", "name"), re.findall(r"`([\w/]+\.py)` `([\w.]+)`", DESIGN))
def test_the_design_names_functions_that_exist(module: str, name: str) -> None:
    found: object = import_module(f"publist.{module.removesuffix('.py').replace('/', '.')}")
    for part in name.split("."):
        found = getattr(found, part)


def test_modules_stay_small() -> None:
    """Past 400 lines a module needs a reason, which stands here."""
    reasons = {"rules.py": "a table: a row for each rule, in its group"}
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 400 and name not in reasons} == {}


@pytest.mark.parametrize("folder", ["publist", "tests", "tools", "benchmarks"])
def test_every_ignore_says_why(folder: str) -> None:
    """``# noqa: X - why``, ``# type: ignore[x]  # why``."""
    silent = re.compile(r"# (?:noqa: [A-Z0-9, ]+|noqa|type: ignore(?:\[[\w, -]+\])?)\s*$")
    assert [
        f"{path.name}:{number}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if silent.search(line)
    ] == []


def test_only_what_the_user_names_is_asked_for_by_a_fields_name() -> None:
    """Behind ``convert/`` a publication is typed; ``fields`` is for selections and badges of any field."""
    readers = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] not in ("bibtex", "convert")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "fields"
        and ast.unparse(node.value) == "publication"
    }
    assert readers == {"listing/customise.py", "listing/values.py"}
