"""The heading before a block.  Oracles: HTML, 4.3.6; CommonMark 0.31, 4.2 and 4.3."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from publist.writing.heading import level_before

BLOCK = "<!-- publist:begin a -->\n<!-- publist:end a -->\n"


@pytest.mark.parametrize(
    ("file", "before", "level"),
    [
        ("a.html", "<h1>Site</h1><h2 class=x>Papers</h2>", 2),
        ("a.html", "<H3\nid='x'>Papers</H3>", 3),
        ("a.html", "<header></header><hr><html><h7>", 0),
        ("a.html", "<h1>Site</h1><!-- <h3>old</h3> -->", 1),
        ("a.html", "<h1>Site</h1><script>'<h4>'</script><pre><h5></pre>", 1),
        ("a.html", "# no heading of HTML\n", 0),
        ("a.html", "<h2>News</h2>\n<!-- publist:begin b -->\n<h5>x</h5>\n<!-- publist:end b -->\n", 2),
        ("a.html", "<!-- publist:begin b --><!-- publist:end b --><h3>x</h3>\n", 3),
        ("a.html", "<!-- publist:begin b --><h5><!-- publist:end b --><h3>x</h3><!-- publist:begin c -->", 3),
        ("a.html", "<h2><!-- publist:begin b --><!-- publist:begin c --><h4><!-- publist:end c --><h5>", 2),
        ("a.html", "<h2><!-- publist:end c --><!-- publist:begin b --><h4><!-- publist:end b -->", 2),
        ("a.jinja", "{# <h4> #}<h2>A</h2>{{/* <h5> */}}", 2),
        ("a.md", "# Site\n\n## Papers\n\n", 2),
        ("a.md", "Papers\n======\n\n", 1),
        ("a.md", "Papers\nand more\n---\n\n", 2),
        ("a.md", "---\ntitle: x\n---\n\n### Papers ###\n", 3),
        ("a.md", "# Site\n\n```sh\n## no heading\n```\n\n    ## code\n\n", 1),
        ("a.md", "## News\n<!-- publist:begin b -->\n#### x\n<!-- publist:end b -->\n", 2),
        ("a.md", "# Site\n\n<h2>Papers</h2>\n\n", 2),
        ("a.md", "#hashtag\n\n- # in a list\n\n", 1),
        ("a.md", "\ufeff---\n# no: heading\n---\n", 0),
        ("a.md", "# Ünïcode\r\n\r\nText\r\n", 1),
        ("a.md", "", 0),
    ],
)
def test_the_level_of_the_heading_before(file: str, before: str, level: int) -> None:
    text = before + BLOCK + "<h6>behind</h6>\n\n###### behind\n"
    assert level_before(text.encode(), "a", file) == level


@pytest.mark.parametrize(
    ("file", "before", "options", "wanted"),
    [
        ("a.html", "<h3>Papers</h3>\n", [], "<h4 class="),
        ("a.html", "<h6>Papers</h6>\n", [], "<h6 class="),
        ("a.html", "<p>Papers</p>\n", [], "<h2 class="),
        ("a.html", "<h3>Papers</h3>\n", ["--heading-level", "2"], "<h2 class="),
        ("a.md", "Papers\n---\n\n", [], "\n### 2020"),
    ],
)
def test_headings_of_a_list_are_one_deeper(
    file: str, before: str, options: list[str], wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.bib").write_text("@misc{a, title = {T}, author = {Doe, J.}, year = 2020}")
    Path(file).write_text(before + BLOCK)
    for _ in range(2):  # what stands in the block is no heading before it
        assert CliRunner().invoke(main, ["render", "a.bib", "--into", file, *options]).exit_code == 0
        assert wanted in Path(file).read_text()


@pytest.mark.parametrize(("told", "wanted"), [("", "<h4 class="), ("heading-level = 2\n", "<h2 class=")])
def test_a_target_is_one_deeper_unless_the_project_tells(
    told: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("a.bib").write_text("@misc{a, title = {T}, author = {Doe, J.}, year = 2020}")
    Path("index.html").write_text("<h3>Papers</h3>\n" + BLOCK)
    Path("publist.toml").write_text(f'bibliography = "a.bib"\n{told}[targets.a]\ninto = "index.html"\n')
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert wanted in Path("index.html").read_text()
