"""What a build remembers of the last one.  Oracle: the docstrings of the module."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from publist import rules
from publist.problems import Edit, Problem
from publist.writing import memory
from publist.writing.memory import Memory, digest

PROBLEMS = [
    Problem("a.bib", 3, rules.PAGE_HYPHEN, "a hyphen", "doe", "pages", 4, 2, (Edit(40, 41, "--"),)),
    Problem("b.bib", 0, rules.OWNER_MISSING, "no name \udc80"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "publist.toml"


def kept(project: Path, *outputs: Path) -> Memory:
    """The memory of a build that made these files from ``"inputs"``."""
    last = Memory(project)
    last.keep("a", "inputs", outputs, PROBLEMS)
    last.save()
    return Memory(project)


def test_what_was_made_is_recalled_with_all_that_was_said_of_it(project: Path) -> None:
    Path("a.html").write_text("1", encoding="utf-8")
    made = kept(project, Path("a.html")).recall("a", "inputs")
    assert made is not None
    assert made.outputs == (str(project.parent / "a.html"),)
    assert list(made.problems) == PROBLEMS


def test_nothing_is_recalled_of_other_inputs_targets_projects_or_files(project: Path) -> None:
    Path("a.html").write_text("1", encoding="utf-8")
    last = kept(project, Path("a.html"))
    assert last.recall("a", "others") is None
    assert last.recall("b", "inputs") is None
    assert Memory(project.with_name("other.toml")).recall("a", "inputs") is None
    Path("a.html").write_text("2", encoding="utf-8")
    assert last.recall("a", "inputs") is None
    Path("a.html").unlink()
    assert last.recall("a", "inputs") is None


@pytest.mark.parametrize("made", [3, {}, {"outputs": {}}, {"problems": []}, {"outputs": [], "problems": []}])
def test_what_is_no_memory_of_a_target_is_none(project: Path, made: object) -> None:
    last = kept(project)
    assert last.path is not None
    stored = {"inputs": "inputs", **made} if isinstance(made, dict) else made
    last.path.write_text(json.dumps({"a": stored}), encoding="utf-8")
    assert Memory(project).recall("a", "inputs") is None


def test_a_project_is_the_same_by_whatever_path(project: Path) -> None:
    project.touch()
    assert kept(Path("publist.toml")).recall("a", "inputs")
    assert Memory(project).recall("a", "inputs")


def test_targets_that_are_not_built_are_remembered_on(project: Path) -> None:
    last = kept(project)
    last.keep("b", "inputs", [], [])
    last.save()
    assert Memory(project).recall("a", "inputs")


def test_a_build_that_makes_nothing_writes_no_memory(project: Path) -> None:
    last = Memory(project)
    last.save()
    assert not (project.parent / "cache").exists()


def test_without_a_project_nothing_is_kept(project: Path) -> None:
    last = Memory(None)
    last.keep("a", "inputs", [], [])
    last.save()
    assert Memory(None).recall("a", "inputs") is None
    assert not (project.parent / "cache").exists()


def test_a_digest_depends_on_each_files_name_and_contents_and_on_each_value(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b\udc80"
    one.write_bytes(b"1")
    two.write_bytes(b"1")
    digests = [digest([one]), digest([two]), digest([one, two]), digest([two, one]), digest([one], "\udc80")]
    assert digests == [
        digest([one]), digest([two]), digest([one, two]), digest([two, one]), digest([one], "\udc80")
    ]  # fmt: skip
    one.write_bytes(b"2")
    digests.append(digest([one]))
    one.unlink()
    digests.append(digest([one]))
    assert len(set(digests)) == 7


def test_another_version_of_the_program_or_of_what_it_uses_has_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, installed = tmp_path / "publist", tmp_path / "installed"
    for folder in (package / "csl" / "__pycache__", installed / "jinja2-3.1.dist-info", installed / "jinja2"):
        folder.mkdir(parents=True)
    (package / "csl" / "a.py").write_bytes(b"")
    monkeypatch.setattr(memory, "_PACKAGE", str(package))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "none"), str(installed)])
    monkeypatch.chdir(tmp_path)
    seen = [memory.program.__wrapped__()]
    assert seen[0][1] == 1
    assert seen[0][-1] == ["jinja2-3.1.dist-info"]

    def differs() -> bool:
        seen.append(memory.program.__wrapped__())
        return seen[-1] != seen[-2]

    os.utime(package / "csl" / "a.py", (1, 1))
    assert differs()
    (package / "csl" / "__pycache__" / "a.pyc").write_bytes(b"")
    assert not differs()
    (package / "b.py").write_bytes(b"")
    os.utime(package / "b.py", (0, 0))
    assert differs()
    (tmp_path / "z.egg-info").mkdir()
    (tmp_path / "a.egg-info").mkdir()
    assert not differs()
    monkeypatch.setattr(sys, "path", ["", *sys.path])  # the working folder
    assert differs()
    assert seen[-1][-1] == ["a.egg-info", "jinja2-3.1.dist-info", "z.egg-info"]
