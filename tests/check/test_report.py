"""How findings are written.  Oracle: the documentation, and GitHub's workflow commands."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from publist import bibtex, rules
from publist.check import report, rulebook
from publist.check.sarif import sarif
from publist.cli import main
from publist.errors import ConfigError
from publist.problems import Problem, Rule

BIB = """\
@article{doe2020,
  title = {A title.},
  author = {Doe, Jane},
  journal = {J},
  year = {2020}
}
"""
STOP = Problem("a.bib", 2, rules.TITLE_FULL_STOP, "a full stop", "doe2020", "title", 12, 8)


@pytest.fixture(autouse=True)
def _without_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(tmp_path: Path, *arguments: str, bib: str = BIB) -> tuple[int, str]:
    """The exit code and the output of ``publist check`` on a file."""
    path = tmp_path / "a.bib"
    path.write_text(bib, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(path), *arguments])
    return result.exit_code, result.output


def test_the_text_shows_the_line_marks_the_place_and_counts() -> None:
    written = report.text([STOP], [bibtex.loads(BIB, "a.bib")])
    assert re.sub(r"\x1b\[\d+m", "", written).splitlines() == [
        "a.bib",
        "  2: doe2020 warning: a full stop [title-full-stop]",
        "      title = {A title.},",
        "               ^^^^^^^^",
        "",
        "     1 warning title-full-stop",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    bib = "@article{a, title = {" + "x " * 500 + "here " + "y " * 500 + "}}"
    place = Problem("a.bib", 1, rules.TRACKING, "m", "a", "title", bib.index("here") + 1, 4)
    _, _, line, mark, *_ = report.text([place], [bibtex.loads(bib, "a.bib")]).splitlines()
    column = mark.index("\x1b")
    assert line[column : column + 4] == "here"
    assert len(line) < 120


def test_of_what_is_only_worth_knowing_the_first_places_are_shown() -> None:
    many = [Problem("a.bib", line, rules.PAGE_HYPHEN, "m") for line in range(1, 6)]
    assert "and 2 more: --select page-hyphen" in report.text(many, [])
    assert "more:" not in report.text(many, [], whole=True)


def test_control_characters_do_not_reach_the_terminal() -> None:
    bib = "@article{a, title = {x\x1b[2Jy}}"
    written = report.text([Problem("a.bib", 1, rules.TRACKING, "\x1b[2J", "a")], [bibtex.loads(bib, "a.bib")])
    assert "\x1b[2J" not in written


def test_githubs_annotations_are_escaped() -> None:
    problem = Problem("a,b.bib", 2, rules.ISBN, "50%\nor more", "a", "isbn", 3, 1)
    assert report.github([problem]) == ("::warning file=a%2Cb.bib,line=2,col=3,title=isbn::50%25%0Aor more\n")


def test_json_has_the_place_and_the_field() -> None:
    (found,) = json.loads(report.as_json([STOP]))
    assert found == {
        "file": "a.bib", "line": 2, "message": "a full stop", "key": "doe2020", "field": "title",
        "column": 12, "width": 8, "rule": "title-full-stop", "severity": "warning", "mendable": False,
    }  # fmt: skip


def test_a_warning_fails_only_with_strict(tmp_path: Path) -> None:
    code, output = run(tmp_path)
    assert (code, "[title-full-stop]" in output) == (0, True)
    assert run(tmp_path, "--strict")[0] == 1
    assert run(tmp_path, "--strict", "--ignore", "title-full-stop") == (0, "nothing found\n")
    assert run(tmp_path, "--select", "isbn,issn") == (0, "nothing found\n")


def test_an_entry_that_cannot_be_read_fails(tmp_path: Path) -> None:
    assert run(tmp_path, bib=BIB + "@article{}\n")[0] == 1


def test_a_name_that_is_no_rule_is_said(tmp_path: Path) -> None:
    code, output = run(tmp_path, "--select", "title-ful-stop")
    assert (code, output) == (2, "error: title-ful-stop is no rule; did you mean title-full-stop?\n")
    with pytest.raises(ConfigError):
        rulebook.explained("")


SCHEMA = Path(os.environ.get("SARIF_SCHEMA", "/nonexistent"))


def test_sarif_has_what_its_schema_requires() -> None:
    log = json.loads(sarif([STOP, STOP._replace(line=0, column=0, width=0)]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "publist"
    placed, bare = run["results"]
    assert run["tool"]["driver"]["rules"][placed["ruleIndex"]]["id"] == placed["ruleId"] == "title-full-stop"
    assert (placed["level"], placed["message"]) == ("warning", {"text": "doe2020: a full stop"})
    assert placed["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.bib"},
        "region": {"startLine": 2, "startColumn": 12, "endColumn": 20},
    }
    assert "region" not in bare["locations"][0]["physicalLocation"]


@pytest.mark.skipif(not SCHEMA.is_file(), reason="SARIF_SCHEMA names no schema of SARIF 2.1.0")
@pytest.mark.parametrize("file", ["a.bib", "/home/a b/ü.bib"])
def test_sarif_is_valid(file: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    problems = [Problem(file, line, rule, "m") for line, rule in enumerate(rules.RULES)]
    for several in ([], problems, [STOP._replace(file=file)]):
        jsonschema.validate(json.loads(sarif(several)), schema)


def test_publist_toml_chooses_rules_and_their_severity(tmp_path: Path) -> None:
    settings = tmp_path / "publist.toml"
    settings.write_text(
        '[check]\nselect = ["title-full-stop", "isbn"]\n[check.severity]\ntitle-full-stop="error"\n'
    )
    code, output = run(tmp_path, bib=BIB.replace("{J}", "{J},\n  isbn = {1}"))
    assert (code, "error title" in output.replace("   ", " "), "isbn" in output) == (1, True, True)
    assert run(tmp_path, "--ignore", "title-full-stop") == (0, "nothing found\n")
    settings.write_text('[check]\nstrict = true\nignore = "isbn"\n')
    assert run(tmp_path)[0] == 1
    settings.write_text('[check.severity]\ntitle-ful-stop = "error"\n')
    code, output = run(tmp_path)
    assert (code, "did you mean title-full-stop?" in output, ":2: " in output) == (2, True, True)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_is_explained(rule: Rule) -> None:
    explained = rulebook.explained(rule.id)
    assert rule.meaning in explained
    assert rule.advice in explained


def test_csl_json_is_checked_too(tmp_path: Path) -> None:
    item = {"id": "a", "type": "book", "title": "A TITLE THAT IS ALL IN CAPITALS"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([item]), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(path), "--format", "github"])
    assert "title=capitals" in result.output
