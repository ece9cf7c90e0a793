"""First steps: what `publist init` sees in a folder, and what it leaves there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from publist.cli import main
from publist.settings.starter import KINDS, kind_of


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("my.bib").write_text("@misc{a, title = {T}, author = {Doe, J.}, year = 2020}")


def init(*arguments: str, answers: str = "") -> Result:
    result = CliRunner().invoke(main, ["init", *arguments], input=answers)
    assert result.exit_code == 0, result.output
    return result


def target() -> dict[str, Any]:
    (made,) = tomllib.loads(Path("publist.toml").read_text())["targets"].values()
    return dict(made)


@pytest.mark.parametrize("arguments", [[], ["--kind", "html"]])
def test_without_a_site_the_list_is_a_page_of_its_own(arguments: list[str]) -> None:
    said = init(*arguments).stderr
    assert "next: publist build" in said
    assert "publist serve" in said
    assert target() == {"format": "page", "output": "publications.html"}
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert Path("publications.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("arguments", [[], ["--kind", "html"]])
@pytest.mark.parametrize("name", ["papers", "my.list"])
def test_markers_of_a_page_are_used(arguments: list[str], name: str) -> None:
    page = f"<h2>Papers</h2>\n<!-- publist:begin {name} -->\n<!-- publist:end {name} -->\n"
    Path("about.html").write_text("<p>none</p>")
    Path("index.html").write_text(page)
    assert "That makes index.html" in init(*arguments).stderr
    assert target() == {"into": "index.html"}
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert '<h3 class="publist-heading">2020</h3>' in Path("index.html").read_text()


def test_a_page_without_markers_is_left_alone() -> None:
    Path("index.html").write_text("<h1>Mine</h1>")
    init()
    assert target()["output"] == "publications.html"
    assert Path("index.html").read_text() == "<h1>Mine</h1>"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("_config.yml", "jekyll"), ("_publications/2020.md", "academicpages"), ("hugo.toml", "hugo"),
        ("content/publication/a/index.md", "hugoblox"), ("astro.config.mjs", "astro"), ("a.txt", "html"),
        ("eleventy.config.js", "eleventy"), ("pelicanconf.py", "pelican"), ("conf.py", "sphinx"),
        ("mkdocs.yml", "mkdocs"),
    ],
)  # fmt: skip
def test_the_kind_of_site_is_guessed(file: str, kind: str) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text("")
    assert kind_of(Path()) == kind
    init()
    place = KINDS[kind].target
    assert target() == dict(place)


def test_answers_win_over_what_is_guessed() -> None:
    Path("_config.yml").write_text("")
    init(answers="\n\nmkdocs\n")
    assert target()["output"] == "docs/publications.md"
