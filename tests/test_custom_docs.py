"""The docs know every custom field, name and setting that the program knows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from publist import bibtex, convert, settings
from publist.convert import custom
from publist.convert.annotations import ROLE_FIELDS
from publist.listing.values import NAMES
from publist.people.roles import ROLES
from publist.settings.project import BadgeTable, Links, NewsTable, Owner, PersonTable, RoleTable
from publist.settings.values import key_of
from tests.data import ROOT

REFERENCE = ROOT / "docs" / "reference"


def rows(text: str) -> dict[str, list[str]]:
    """The other cells of each row of a table by its first."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells and cells[0].startswith("`"):
            found[cells[0].strip("`")] = cells[1:]
    return found


def section(heading: str) -> str:
    text = (REFERENCE / "custom-fields.md").read_text(encoding="utf-8")
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_the_table_of_links() -> None:
    table = rows(section("Links"))
    assert {kind: cells[0] for kind, cells in table.items()} == custom.LINKS
    assert list(table) == list(custom.LINKS)
    documented = {name: kind for kind, cells in table.items() for name in re.findall(r"`(\w+)`", cells[1])}
    for other in ("eprint", "archiveprefix", "eprinttype"):
        del documented[other]
    assert documented == custom.ALIASES


def test_the_table_of_badges() -> None:
    labels = {field: cells[0] for field, cells in rows(section("Badges")).items()}
    assert {field: "" if label == "by its text" else label for field, label in labels.items()} == {
        field: "" if field == "presentation" else label for field, label in custom.BADGES.items()
    }


def test_the_private_fields() -> None:
    assert (
        set(re.findall(r"`([\w-]+)`", section("Private fields").split("and those")[0]))
        == custom.PRIVATE_FIELDS
    )


def test_the_role_fields() -> None:
    text = (ROOT / "docs" / "how-to" / "people.md").read_text(encoding="utf-8")
    signs = {role: cells[0].strip("`") for role, cells in rows(text).items()}
    assert signs == {role.name: role.sign for role in ROLES.values()}
    assert set(ROLES) <= set(ROLE_FIELDS)


def test_the_names_of_the_selection_language() -> None:
    table = rows((REFERENCE / "selection.md").read_text(encoding="utf-8"))
    documented = {name: cells[0] for name, cells in table.items() if name in NAMES}
    assert documented == {name: meaning for name, (meaning, _) in NAMES.items()}


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("owner", Owner), ("people", PersonTable), ("roles.NAME", RoleTable), ("links", Links),
        ("badges.FIELD", BadgeTable), ("news", NewsTable),
    ],
)  # fmt: skip
def test_every_setting_of_the_project(table: str, record: Any) -> None:
    text = (REFERENCE / "config.md").read_text(encoding="utf-8")
    for name in map(key_of, record._fields):
        assert f"`{table}.{name}`" in text


def examples(kind: str) -> list[tuple[str, str]]:
    """Every block of this kind in the docs about people, news, versions and fields, with the page's name."""
    pages = [ROOT / "docs" / "how-to" / f"{name}.md" for name in ("people", "news", "versions", "highlight")]
    pages.append(REFERENCE / "custom-fields.md")
    return [
        (page.name, block)
        for page in pages
        for block in re.findall(rf"```{kind}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    ]


@pytest.mark.parametrize(("page", "text"), examples("toml"))
def test_settings_in_the_docs_can_be_read(page: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "publist.toml").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path) != settings.Config(), page


@pytest.mark.parametrize(("page", "text"), examples("bibtex"))
def test_fields_in_the_docs_can_be_read(page: str, text: str) -> None:
    names = "author = {Shao, Wenqi and Luo, Ping and Wang, Xiaogang and Peng, Z.}"
    source = text if text.startswith("@") else f"@misc{{a, title = {{T}}, year = 2020, {names}, {text}}}"
    bibliography = bibtex.loads(source.replace("…\n", "").replace("  …", ""), file=page)
    publications, problems = convert.publications(bibliography)
    found = bibliography.problems + problems
    assert [str(problem) for problem in found if problem.rule.severity != "info"] == []
    assert len(publications) == 1
