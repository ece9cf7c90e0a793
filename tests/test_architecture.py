"""The way the data goes: which module may import which, and who may use which library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.data import ROOT

PACKAGE = ROOT / "publist"

# room -> the rooms it may import; a room is a module or a folder of publist/
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "url": set(),
    "richtext": set(),
    "item": {"richtext"},
    "publication": {"item", "richtext"},
    "bibtex": {"errors", "richtext", "item"},
    "csl_json": {"errors", "richtext", "item"},
    "convert": {"errors", "richtext", "item", "publication", "bibtex", "csl_json", "url", "matching"},
    "people": {"errors", "richtext", "item", "publication", "matching", "phrases"},
    "csl": {"errors", "richtext", "item", "csl_json"},
    "files": {"errors"},
    "into": {"errors"},
    "output": {"errors", "richtext", "url"},
    "kinds": {"listing", "publication"},
    "sections": {"kinds", "listing", "publication"},
    "summary": {"kinds", "publication"},
    "pages": {"formats", "kinds", "listing", "output", "publication"},
    "diff": {"errors", "item", "listing", "publication"},
    "matching": {"item", "richtext"},
    "phrases": {"richtext"},
    "bulletin": {
        "csl", "errors", "fragment", "news", "output", "phrases", "prepare", "project", "publication",
    },
    "project": set(),
    "tables": {"errors"},
    "customise": {"project", "publication"},
    "values": {"item", "people", "publication", "richtext", "select"},
    "prepare": {
        "customise", "errors", "item", "matching", "people", "project", "publication", "select", "values",
        "versions", "convert", "url",
    },
    "formatter": {
        "convert", "csl", "errors", "item", "listing", "options", "people", "phrases", "prepare",
        "publication", "richtext", "sections", "select",
    },
    "options": {"formats", "fragment", "listing", "prepare", "project", "sections", "select"},
    "select": {"errors"},
    "news": {"errors", "publication", "richtext", "bibtex", "phrases"},
    "versions": {"errors", "item", "publication", "richtext", "url"},
    "listing": {"people", "publication", "richtext", "url"},
    "formats": set(),
    "fragment": {
        "errors", "formats", "richtext", "listing", "news", "people", "phrases", "publication", "output",
    },
    "document": {"formats", "fragment", "listing", "output", "people", "richtext"},
    "data": {"errors", "item", "listing", "output", "people", "richtext"},
    "look": {"formats", "listing", "sections"},
    "targets": {"errors", "formats", "kinds", "look"},
    "config": {"errors", "look", "project", "tables", "targets"},
    "schema": {"look", "project"},
    "starter": set(),
    "pipeline": {
        "errors", "publication", "bibtex", "csl_json", "convert", "people", "csl", "listing", "fragment",
        "formats", "sections", "summary", "pages", "document", "data", "formatter", "options", "prepare",
    },
    "destination": {"errors", "files", "into", "pages", "pipeline", "targets"},
    "memory": {"", "errors", "files"},
    "build": {"config", "destination", "errors", "formatter", "memory", "options", "pipeline", "targets"},
    "report": {"diff", "errors", "options", "pipeline", "publication"},
    "cli_shared": {"csl", "destination", "errors", "files", "formats", "look", "pipeline", "targets"},
    "cli_targets": {
        "build", "cli_shared", "config", "errors", "options", "report", "schema", "starter", "targets",
    },
    "cli_news": {"bulletin", "cli_shared", "config", "errors", "prepare", "select"},
    "cli": {
        "", "cli_news", "cli_shared", "cli_targets", "errors", "config", "csl", "options", "pipeline",
        "targets",
    },
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip

# library -> the only modules that may import it
USERS = {
    "bibtexparser": {"bibtex/load.py"},
    "pylatexenc": {"bibtex/latex/render.py", "bibtex/latex/symbols.py"},
    "lxml": {"csl/parse.py", "csl/parse_elements.py", "csl/xml.py"},
    "citeproc": set(),  # its locales and schema are read as files; importing it is slow
    "jinja2": {"fragment.py"},
    "click": {"cli.py", "cli_news.py", "cli_shared.py", "cli_targets.py"},
    "docx": {"output/docx.py"},
    "typst": {"output/pdf.py"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


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
    assert rooms <= ALLOWED[own], f"{own} imports {sorted(rooms - ALLOWED[own])}"


@pytest.mark.parametrize("library", USERS)
def test_a_library_has_its_only_users(library: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == USERS[library]


def test_modules_stay_small() -> None:
    """Past 400 lines a module needs a reason, which stands here."""
    reasons: dict[str, str] = {}
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 400 and name not in reasons} == {}
