"""The front door.  Oracles: docs/library.md, and what the command says and writes."""

from __future__ import annotations

import doctest
import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import publist
from publist.cli import main
from publist.problems import lines
from publist.settings.look import LOOK
from tests.data import ROOT

DOCS = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    source = re.search(r"```bibtex\n(.*?)```", DOCS, re.DOTALL)
    assert source is not None
    (tmp_path / "refs.bib").write_text(source[1], encoding="utf-8")
    return tmp_path


def test_the_examples_of_the_page_are_real(folder: Path) -> None:
    blocks = "\n".join(re.findall(r"```pycon\n(.*?)```", DOCS, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(blocks, {}, "docs/library.md", "docs/library.md", 0)
    assert len(test.examples) > 8
    report: list[str] = []
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)


def test_only_three_names_are_promised() -> None:
    assert sorted(publist.__all__) == ["PublistError", "load", "render"]
    assert all(hasattr(publist, name) for name in publist.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        publist.lod  # noqa: B018 - the access is the test


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, publist; print([name for name in sys.modules if name.startswith('publist.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "options",
    [
        {"format": "html"},
        {"format": "latex", "standalone": True, "title": "Works"},
        {"format": "json", "group_by": "type", "numbering": "section"},
        {"format": "rtf", "style": "ieee", "summary": True, "max_authors": 2},
        {"format": "docx", "highlight": "W. Shao"},
    ],
)
def test_it_writes_what_the_command_writes(folder: Path, options: dict[str, Any]) -> None:
    arguments = []
    for name, value in options.items():
        arguments += [f"--{name.replace('_', '-')}", *([] if value is True else [str(value)])]
    result = CliRunner().invoke(main, ["render", "refs.bib", "--output", "out", *arguments])
    assert result.exit_code == 0
    written = publist.render("refs.bib", **options)
    data = written.encode("utf-8") if isinstance(written, str) else written
    assert isinstance(written, bytes) == (options["format"] == "docx")
    assert data == (folder / "out").read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        {"style": "ieeee"},
        {"style": "none.csl"},
        {"format": "word"},
        {"locale": "xx"},
        {"width": -1},
        {"width": "wide"},
        {"heading_level": 7},
        {"legend": "all"},
        {"select": "year >="},
        {"more_url": "javascript:alert(1)"},
        {"standalone": True},
        {"template": "none.j2"},
        {"highlight": " "},
        {"format": "text", "style": "agora"},
    ],
    ids=str,
)
def test_a_mistake_is_said_as_the_command_says_it(folder: Path, options: dict[str, Any]) -> None:
    arguments = []
    for name, value in options.items():
        arguments += [f"--{name.replace('_', '-')}", *([] if value is True else [str(value)])]
    result = CliRunner().invoke(main, ["render", "refs.bib", *arguments])
    with pytest.raises(publist.PublistError) as caught:
        publist.render("refs.bib", **options)
    assert result.exit_code == 2
    assert result.stderr.rstrip().endswith(f"error: {caught.value.message}")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"group_bi": "year"}, "group_bi is no setting: did you mean group_by?"),
        ({"owner": {"nmae": "x"}}, "owner.nmae is no setting: did you mean owner.name?"),
        ({"people": [{"name": "a"}, {"url": "data:x"}]}, "people.url is no web address"),
        ({"counts": "yes"}, "counts is true or false"),
        ({"style": 3}, "style is text"),
        ({"format": "pages"}, "pages are many files"),
        ({"into": "x.html"}, "into is no setting"),
    ],
    ids=str,
)
def test_what_only_python_can_get_wrong(folder: Path, options: dict[str, Any], message: str) -> None:
    with pytest.raises(publist.PublistError, match=re.escape(message)):
        publist.render("refs.bib", **options)


@pytest.mark.parametrize("paths", ["nowhere.bib", ".", []], ids=str)
def test_a_bibliography_that_is_not_there(folder: Path, paths: Any) -> None:
    with pytest.raises(publist.PublistError):
        publist.load(paths)


def test_every_setting_is_an_option(folder: Path) -> None:
    defaults = {setting.name.replace("-", "_"): setting.default for setting in LOOK}
    sample = {name: default for name, default in defaults.items() if default is not None}
    assert publist.render("refs.bib", **sample) == publist.render("refs.bib")


def test_paths_may_be_several_and_of_any_kind(folder: Path) -> None:
    (folder / "two.bib").write_text("@book{b, title = {B}, year = 2022}\n", encoding="utf-8")
    loaded = publist.load([folder / "two.bib", "refs.bib"])
    assert [one.key for one in loaded] == ["b", "luo2019towards", "shao2021"]
    assert (loaded[0].file, loaded[0].line) == (str(folder / "two.bib"), 1)


def test_html_is_escaped_and_text_is_not(folder: Path) -> None:
    (_, reference) = publist.load(Path("refs.bib"))
    assert "Channels &amp; norms" in reference.html
    assert "Channels & norms" in reference.text
    assert "shao2021" in repr(reference)


def test_problems_are_logged_and_kept(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    source = "@article{a, title = {A}, year = 2020\n@book{b, title = {B}}\n"
    (folder / "bad.bib").write_text(source, encoding="utf-8")
    with caplog.at_level(logging.INFO, logger="publist"):
        problems = publist.load("bad.bib").problems
    logged = [record.getMessage() for record in caplog.records]
    assert len(problems) > len(logged)
    assert logged == lines(problems)


def test_ignored_rules_are_not_among_the_problems(tmp_path: Path) -> None:
    bib = tmp_path / "a.bib"
    bib.write_text("@article{a, title = {T}, author = {Doe, Jane}, year = 2020}", encoding="utf-8")
    assert [problem.rule.id for problem in publist.load(bib).problems] == ["missing-venue"]
    assert publist.load(bib, problems={"ignore": ["missing-venue"]}).problems == []
