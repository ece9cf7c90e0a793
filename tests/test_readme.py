"""The README's example is what the program writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.data import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_is_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = re.search(r"```bibtex\n(.*?)```", README, re.DOTALL)
    assert source is not None
    command = re.search(r"becomes, with `publist (render .*?)`", README)
    assert command is not None
    shown = re.search(r"\n\n(> ## .*?)\n\n(?!>)", README, re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.bib").write_text(source[1], encoding="utf-8")
    arguments = [part.strip('"') for part in re.findall(r'"[^"]*"|\S+', command[1])]
    result = CliRunner().invoke(main, [*arguments[:1], "my.bib", *arguments[1:]])
    expected = "".join(line.removeprefix(">").removeprefix(" ") + "\n" for line in shown[1].splitlines())
    assert result.stdout == expected


def test_there_are_exactly_two_set_up_commands() -> None:
    blocks = re.findall(r"```console\n(.*?)\n```", README, re.DOTALL)
    assert blocks == [
        'pip install . && publist render --highlight "W. Shao"',
        'pip install -e ".[dev]" && pytest',
    ]


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
