"""The documentation: what is made from the code is as the code makes it; every command that is printed runs.

A page's blocks with a title are its files, and its commands run one after the other in a folder with these,
``my.bib`` and ``bib/``.  What is printed below a command stands in what it writes.  A comment before a block
says that its commands need a program (``<!-- needs: hugo -->``), or why they cannot run
(``<!-- not run: … -->``).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.data import ROOT
from tools import reference

DOCS = ROOT / "docs"
PAGES = [DOCS / "index.md", DOCS / "tutorial.md", DOCS / "check.md", *sorted((DOCS / "how-to").glob("*.md"))]

_BLOCK = re.compile(
    r"""(?:<!--[ ](?:not[ ]run:[ ](?P<reason>[^>]+)|needs:[ ](?P<needs>\S+))[ ]-->\n)?
    ^(?P<fence>```+)(?P<kind>[\w-]*)(?:[ ]title="(?P<title>[^"]+)")?\n
    (?P<text>.*?)^(?P=fence)$""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


class Command(NamedTuple):
    """A command as it is printed, with the lines below it."""

    text: str
    shown: list[str]


def blocks(page: Path) -> list[re.Match[str]]:
    return list(_BLOCK.finditer(page.read_text(encoding="utf-8")))


def commands(text: str) -> list[Command]:
    """The commands of a block: lines that begin with ``$``, each with those below it."""
    found: list[Command] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], []))
        elif line.strip():
            found[-1].shown.append(line)
    return found


SEARCH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def runs(block: re.Match[str]) -> bool:
    missing = block["needs"] and shutil.which(block["needs"], path=SEARCH) is None
    return block["kind"] == "console" and not block["reason"] and not missing


def run(command: Command, folder: Path) -> None:
    words = shlex.split(command.text, comments=True)
    if words[0] == "publist" and not set(words) & {"|", ">", "&&"}:  # without a shell, and quickly
        result = CliRunner().invoke(main, words[1:], catch_exceptions=False)
        code, written = result.exit_code, result.output
    else:
        bash = ["bash", "-c", command.text]
        environment = os.environ | {"PATH": SEARCH, "COLUMNS": "100"}
        done = subprocess.run(bash, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        code, written = done.returncode, done.stdout + done.stderr
    finds = "check" in words  # 1: there is something to mend
    assert code in ((0, 1) if finds else (0,)), f"{command.text}\n{written}"
    for line in command.shown:
        assert line in written, f"{command.text}\n{written}"


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs_as_it_is_printed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    shutil.copytree(ROOT / "bib", tmp_path / "bib")
    shutil.copy(ROOT / "bib" / "shao.bib", tmp_path / "my.bib")
    for block in blocks(page):
        if block["title"]:
            (tmp_path / block["title"]).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block["title"]).write_text(block["text"], encoding="utf-8")
        elif runs(block):
            for command in commands(block["text"]):
                run(command, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_block_of_commands_is_marked_as_one(page: Path) -> None:
    for block in blocks(page):
        if block["kind"] == "console":
            assert block["text"].startswith("$ "), f"begin each command with $: {block['text']}"
        else:
            typed = re.search(r"^(?:\$ )?(?:publist|pip) .*", block["text"], re.MULTILINE)
            assert not typed, f"make this a block ```console, with $ before each command: {typed}"


@pytest.mark.parametrize("page", reference.pages(), ids=lambda page: page.name)
def test_the_tables_are_those_of_the_code(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.page(page, check=True), f"run: python -m tools.reference\n{capsys.readouterr().out}"
