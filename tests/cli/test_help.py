"""What `--help` prints on a terminal of 80 columns."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from publist.cli import main

COMMANDS = main.list_commands(click.Context(main))


def helped(*arguments: str) -> str:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*arguments, "--help"])
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=lambda names: "-".join(names))
def test_no_line_is_cut_or_too_long(command: list[str]) -> None:
    for line in helped(*command).splitlines():
        assert len(line) <= 80, line
        assert not line.endswith("...") or line.startswith("Usage:"), line


def test_commands_stand_once_in_the_order_of_work() -> None:
    lines = helped().partition("Example:")[0].splitlines()
    found = [
        line.split()[0]
        for line in lines
        if line[:2] == "  " and line[2:3].strip() and line.split()[0] in COMMANDS
    ]
    assert sorted(found) == sorted(COMMANDS)
    order = ["init", "serve", "check", "render", "build", "news", "convert"]
    assert [name for name in found if name in order] == order


def test_the_example_runs() -> None:
    example = helped().partition("Example:")[2]
    for line in example.strip().splitlines():
        assert line.split()[1] in COMMANDS


@pytest.mark.parametrize(
    ("group", "options"),
    [
        ("List", ["--select", "--group-by", "--limit"]),
        ("Look", ["--style", "--locale", "--links"]),
        ("People", ["--highlight", "--max-authors", "--legend"]),
        ("Output", ["--format", "--into", "--output", "--check"]),
    ],
)
def test_options_of_a_list_are_grouped(group: str, options: list[str]) -> None:
    part = helped("render").partition(f"\n{group}:\n")[2].partition("\n\n")[0]
    for option in options:
        assert option in part


def test_many_choices_stand_in_the_help() -> None:
    words = " ".join(helped("render").split())
    assert "--format FORMAT" in words
    assert "One of: html, page, markdown, latex," in words


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["rendr", "my.bib"], "Did you mean: publist render"),
        (["my.bib"], "Did you mean: publist render my.bib"),
        (["works.json", "--style", "apa"], "Did you mean: publist render works.json"),
    ],
)
def test_a_wrong_command_is_told_what_was_meant(words: list[str], meant: str) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert meant in result.output
