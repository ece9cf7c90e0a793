"""The list as JSON, against its published schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from publist.api import render
from publist.cli import main
from tests.data import ROOT, shared

SCHEMA = json.loads((ROOT / "publist" / "output.schema.json").read_text(encoding="utf-8"))


def strict(schema: object) -> object:
    """The schema with no other keys than it names: what is written is documented."""
    if isinstance(schema, dict):
        closed = {"additionalProperties": False} if "properties" in schema else {}
        return {key: strict(value) for key, value in schema.items()} | closed
    return [strict(one) for one in schema] if isinstance(schema, list) else schema


def assert_valid(path: Path) -> None:
    data = json.loads(render([path], format="json", group_by="type-year", numbering="section"))
    validator = Draft202012Validator(strict(SCHEMA))
    assert [error.message for error in validator.iter_errors(data)] == []


def test_the_schema_ships_and_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(CliRunner().invoke(main, ["schema", "--output"]).stdout) == SCHEMA


@pytest.mark.parametrize("name", ["shao.bib", "zhang.bib"])
def test_what_is_written_follows_it(name: str) -> None:
    assert_valid(ROOT / "bib" / name)


def test_the_text_has_its_lines_and_a_blank_behind_a_number_in_the_margin(tmp_path: Path) -> None:
    path = tmp_path / "p.bib"
    path.write_text("@article{a, author={J Doe}, title={On Lakes}, journal={J}, year=2020}", encoding="utf-8")

    def text(style: str) -> str:
        section, *_ = json.loads(render([path], format="json", style=style))["sections"]
        return str(section["entries"][0]["text"])

    assert text("ieee") == "[1] J. Doe, “On Lakes,” J, 2020."
    assert text("homepage") == "On Lakes\nJ. Doe\nJ, 2020."


@pytest.mark.long
def test_what_is_written_of_the_corpus_follows_it() -> None:
    for path in sorted(shared("bibtex", "corpus").glob("*.bib")):
        assert_valid(path)
