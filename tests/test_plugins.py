"""Formats and rules of an installed package, whose wheel is built of ``tests/plugin``."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.data import ROOT

_BIB = """@misc{a, title = {What?}, author = {Doe, Jane}, year = 2024}
% publist: ignore house-question
@misc{b, title = {Why?}, author = {Doe, Jane}, year = 2023}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example is installed."""
    folder = tmp_path_factory.mktemp("plugin")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT / "tests" / "plugin", check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def run(installed: Path, tmp_path: Path):
    (tmp_path / "a.bib").write_text(_BIB, encoding="utf-8")

    def run(*arguments: str, plugged: bool = True) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(ROOT), *([str(installed)] if plugged else [])])
        command = [sys.executable, "-m", "publist", *arguments]
        environment = {**os.environ, "PYTHONPATH": path}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    return run


def test_a_format_of_data(run) -> None:
    assert run("render", "a.bib", "--format", "keys").stdout == "a\nb\n"


def test_a_format_with_a_writer_in_publist_toml(run, tmp_path: Path) -> None:
    project = 'bibliography = "a.bib"\n[targets.talk]\nformat = "slides"\noutput = "talk.md"\n'
    (tmp_path / "publist.toml").write_text(project, encoding="utf-8")
    assert run("build").returncode == 0
    assert (tmp_path / "talk.md").read_text(encoding="utf-8").startswith("---\n\n## 2024\n\n- What?")


def test_a_rule_runs_where_its_plug_in_is_named(run, tmp_path: Path) -> None:
    assert "house-question" not in run("check", "a.bib").stdout
    found = run("check", "a.bib", "--plugin", "house").stdout
    assert found.count("[house-question]") == 1
    assert "{What?}" in found
    project = '[check]\nplugins = ["house"]\nseverity = {house-question = "error"}\n'
    (tmp_path / "publist.toml").write_text(project, encoding="utf-8")
    failed = run("check", "a.bib")
    assert failed.returncode == 1
    assert "error: the title is a question" in failed.stdout


def test_a_rule_runs_where_it_is_selected(run) -> None:
    assert "[house-question]" in run("check", "a.bib", "--select", "house-question").stdout


def test_what_is_not_installed_is_said(run) -> None:
    assert (
        "no installed package has rules called home; there are: house"
        in run("check", "a.bib", "--plugin", "home").stderr
    )
    assert "keys" in run("render", "a.bib", "--format", "keys", plugged=False).stderr
    assert run("render", "a.bib", "--format", "keys", plugged=False).returncode == 2


def test_one_that_cannot_be_loaded_is_said(run, installed: Path) -> None:
    (broken,) = (installed / "publist_house").glob("formats.py")
    text = broken.read_text(encoding="utf-8")
    broken.write_text("import publist.nowhere\n", encoding="utf-8")
    try:
        result = run("render", "a.bib", "--format", "keys")
    finally:
        broken.write_text(text, encoding="utf-8")
    assert "the plug-in keys (publist_house.formats:KEYS) cannot be loaded" in result.stderr
    assert "Traceback" not in result.stderr


def test_nobody_else_pays_for_it(run, tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "publist", "render", "a.bib"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stderr
    assert "publist.rules" in told
    assert "importlib.metadata" not in told
