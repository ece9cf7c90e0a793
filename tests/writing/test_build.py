"""Targets and where they go: build, check, init, diff, and what stops them.  All through the command line."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from publist import pipeline, settings
from publist.cli import main
from publist.csl.catalogue import find
from publist.errors import OutputError
from publist.settings.look import LOOK, Setting
from publist.settings.schema import schema
from publist.settings.starter import KINDS
from publist.settings.target import PLACE
from publist.writing.build import build, chosen
from publist.writing.destination import Outcome
from tests.data import ROOT

BIB = """@article{a, title = {Alpha}, author = {Shao, Wenqi}, journal = {J. X}, year = 2020}
@inproceedings{b, title = {Beta}, author = {Shao, Wenqi}, booktitle = {Conf. Y}, year = 2021}
"""
PAGE = "<main>\n  <!-- publist:begin page -->\n  <!-- publist:end page -->\n</main>\n"
TOML = """bibliography = "my.bib"
[owner]
name = "W. Shao"
[targets.page]
into = "index.html"
[targets.cv]
output = "out/cv.tex"
group-by = "type"
numbering = "section"
[targets.pages]
output-dir = "pubs"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "publist.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


def run(*arguments: str, input: str | None = None) -> Result:  # noqa: A002 - click's own word
    result = CliRunner().invoke(main, list(arguments), input=input)
    assert "Traceback" not in result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "cache" not in path.parts
    }


def test_all_targets_are_made_and_named(folder: Path) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["index.html", "out/cv.tex", "pubs/b.md", "pubs/a.md"]
    assert result.stderr.splitlines()[-1] == "3 targets, 4 files written"
    assert "<strong" in (folder / "index.html").read_text(encoding="utf-8")
    assert r"\item[{[}C1{]}] Beta" in (folder / "out" / "cv.tex").read_text(encoding="utf-8")


def test_building_again_writes_nothing(folder: Path) -> None:
    run("build")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if "cache" not in path.parts}
    result = run("build")
    assert (result.exit_code, result.stdout) == (0, "")
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("memory", ["", "[]", "{", '{"page": 3}', '{"page": {"inputs": 1}}'])
def test_a_broken_memory_is_no_memory(folder: Path, memory: str) -> None:
    run("build")
    (path,) = (folder / "cache" / "publist").glob("*.json")
    path.write_text(memory, encoding="utf-8")
    result = run("build")
    assert (result.exit_code, result.stdout) == (0, "")


def test_two_targets_in_one_file_are_both_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "index.html").write_text(PAGE + PAGE.replace("page", "cv"), encoding="utf-8")
    (folder / "publist.toml").write_text(
        'bibliography = "my.bib"\n[targets.page]\ninto = "index.html"\n[targets.cv]\ninto = "index.html"\n',
        encoding="utf-8",
    )
    assert run("build").stdout == "index.html\nindex.html\n"
    monkeypatch.setattr("publist.pipeline.read", None)  # the bibliography is not read again
    assert run("build").exit_code == 0


@pytest.mark.parametrize(
    "change", ["bibliography", "settings", "owner", "output", "template", "style", "introduction"]
)
def test_whatever_changes_is_seen_by_the_next_build(folder: Path, change: str) -> None:
    toml = folder / "publist.toml"
    (folder / "t.j2").write_text("one", encoding="utf-8")
    (folder / "words.md").write_text("Words", encoding="utf-8")
    style = find("ieee").read_bytes()
    (folder / "own.csl").write_bytes(style)
    toml.write_text(
        TOML + '[targets.own]\noutput = "own.html"\ntemplate = "t.j2"\n'
        '[targets.web]\nformat = "page"\noutput = "web.html"\nstyle = "own.csl"\nintroduction = "words.md"\n',
        encoding="utf-8",
    )
    run("build")
    if change == "bibliography":
        (folder / "my.bib").write_text(BIB.replace("Alpha", "Omega"), encoding="utf-8")
    elif change == "settings":
        toml.write_text(
            toml.read_text(encoding="utf-8").replace('"section"', '"continuous"'), encoding="utf-8"
        )
    elif change == "output":
        (folder / "out" / "cv.tex").write_text("", encoding="utf-8")
    elif change == "owner":
        toml.write_text(toml.read_text(encoding="utf-8").replace("W. Shao", "P. Luo"), encoding="utf-8")
    elif change == "style":
        (folder / "own.csl").write_bytes(style.replace(b'prefix="["', b'prefix="("'))
    elif change == "introduction":
        (folder / "words.md").write_text("Other words", encoding="utf-8")
    else:
        (folder / "t.j2").write_text("two", encoding="utf-8")
    assert run("build", "--check").exit_code == 1
    assert run("build").stdout != ""
    assert run("build", "--check").exit_code == 0


def test_problems_are_told_again_when_nothing_is_done(folder: Path) -> None:
    (folder / "my.bib").write_text(
        BIB + "@book{c, title = {No owner}, author = {Doe, Jo}}\n", encoding="utf-8"
    )
    first, second = run("build"), run("build")
    assert "[owner-missing]" in first.stderr
    assert second.stderr.splitlines()[:-1] == first.stderr.splitlines()[:-1]
    assert run("build", "--strict").exit_code == 1


def test_check_writes_nothing_and_shows_the_difference(folder: Path) -> None:
    before = contents(folder)
    result = run("build", "--check", "page")
    assert result.exit_code == 1
    assert "+++ index.html (as it would be)" in result.stdout
    assert contents(folder) == before


def test_one_target_by_name(folder: Path) -> None:
    assert run("build", "cv").stdout == "out/cv.tex\n"
    result = run("build", "pag")
    assert result.exit_code == 2
    assert result.stderr == "publist.toml: error: no target pag; did you mean page?\n"
    assert run("build", "x").stderr == "publist.toml: error: no target x; did you mean page, cv, pages?\n"


def test_a_target_that_is_named_twice_is_built_once(folder: Path) -> None:
    assert run("build", "cv", "cv").stderr.splitlines()[-1] == "1 target, 1 file written"


def test_a_build_writes_keeps_edits_and_remembers_unless_told_otherwise(folder: Path) -> None:
    config = settings.load(folder)
    (page,) = build(config, chosen(config, ["page"]))
    assert [outcome.changed for outcome in page.outcomes] == [True]
    (again,) = build(config, chosen(config, ["page"]))
    assert again.outcomes == [Outcome(folder / "index.html", changed=False)]
    text = (folder / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(text.replace("Alpha", "Omega"), encoding="utf-8")
    with pytest.raises(OutputError, match="edited by hand"):
        list(build(config, chosen(config, ["page"])))


def test_what_was_built_before_a_target_that_cannot_be_made_is_remembered(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "index.html").write_text("no markers", encoding="utf-8")
    assert run("build", "cv", "page").exit_code == 2
    monkeypatch.setattr("publist.pipeline.read", None)  # the bibliography is not read again
    assert run("build", "cv").exit_code == 0


@pytest.mark.parametrize("name", ["publist.toml", "my.bib", "t.j2"])
def test_what_a_target_is_made_from_is_never_written(folder: Path, name: str) -> None:
    (folder / "t.j2").write_text("one", encoding="utf-8")
    (folder / "publist.toml").write_text(
        f'bibliography = "my.bib"\n[targets.x]\nformat = "html"\noutput = "{name}"\ntemplate = "t.j2"\n',
        encoding="utf-8",
    )
    before = contents(folder)
    result = run("build", "--force")
    assert result.stderr.endswith(f"{name}: error: is what the list is made from; name another file\n")
    assert contents(folder) == before


def test_a_block_edited_by_hand_is_kept_without_force(folder: Path) -> None:
    run("build")
    page = folder / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Alpha", "Alpha!"), encoding="utf-8")
    edited = page.read_bytes()
    result = run("build", "page")
    assert result.exit_code == 2
    assert "index.html:2: error: the block page was edited by hand" in result.stderr
    assert page.read_bytes() == edited
    assert run("build", "page", "--check").exit_code == 1
    assert run("build", "page", "--force").exit_code == 0
    assert b"Alpha!" not in page.read_bytes()


BY_HAND = {
    "plain": "mine",
    "the mark as a heading": "# made by publist\n\nno, by me\n",
    "the mark in the second line": "A\n# made by publist\n",
    "the mark in the text": "---\ntitle: A\n---\n# made by publist\n",
}


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_a_page_made_by_hand_is_kept_without_force(folder: Path, text: str) -> None:
    (folder / "pubs").mkdir()
    (folder / "pubs" / "a.md").write_text(text, encoding="utf-8")
    result = run("build", "pages")
    assert result.exit_code == 2
    assert "a.md: error: is a page that publist did not make" in result.stderr
    assert [path.name for path in (folder / "pubs").iterdir()] == ["a.md"]


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_a_page_made_by_hand_is_never_one_to_delete(folder: Path, text: str) -> None:
    (folder / "pubs").mkdir()
    (folder / "pubs" / "mine.md").write_text(text, encoding="utf-8")
    assert "mine.md" not in run("build", "pages").stderr


def test_a_page_with_the_line_ends_of_windows_is_still_ours(folder: Path) -> None:
    run("build", "pages")
    page = folder / "pubs" / "a.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert run("build", "pages").exit_code == 0


def test_a_page_of_no_listed_publication_is_named(folder: Path) -> None:
    run("build", "pages")
    (folder / "my.bib").write_text(BIB.splitlines()[0], encoding="utf-8")
    message = "pubs/b.md: warning: no listed publication has this page; delete it [stale-page]"
    assert message in run("build", "pages").stderr.splitlines()
    assert (folder / "pubs" / "b.md").exists()


def test_render_writes_between_markers_and_checks(folder: Path) -> None:
    assert run("render", "--into", "index.html", "--check").exit_code == 1
    assert (folder / "index.html").read_text(encoding="utf-8") == PAGE
    assert run("render", "--into", "index.html").exit_code == 0
    assert run("render", "--into", "index.html", "--check").exit_code == 0
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert re.match(r"<main>\n  <!-- publist:begin page hash:[0-9a-f]{12} -->\n  <div class", page)
    assert page.endswith("  </div>\n  <!-- publist:end page -->\n</main>\n")


def test_the_files_name_chooses_the_format(folder: Path) -> None:
    run("render", "-o", "list.md")
    assert (folder / "list.md").read_text(encoding="utf-8").startswith("## 2021")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--into", "none.html"], "none.html: error: there is no such file"),
        (["--into", "my.bib", "--format", "html"], "my.bib: error: has no markers"),
        (["--into", "index.html", "--block", "x"], "has no markers for x; there are: page"),
        (["--into", "index.html", "--format", "json"], "into takes a fragment, and json is a whole file"),
        (["--into", "index.html", "-o", "x"], "exclude each other"),
        (["--check"], "--check needs a file"),
        (["--format", "pages"], "needs output-dir"),
        (["--output-dir", "x", "--format", "html"], "output-dir is for the format pages"),
        (["--standalone"], "standalone is for latex and typst, not for html"),
        (["--block", "x"], "block names markers: it needs into"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    folder: Path, arguments: list[str], message: str
) -> None:
    before = contents(folder)
    result = run("render", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[targets.x]\nstyle = 'ieee'\n", 1, "targets.x needs a place"),
        ("[targets.x]\ninto = 'a'\noutput = 'b'\n", 3, "exclude each other"),
        ("[targets.x]\noutput = 'a.html'\ngruop-by = 'type'\n", 3, "did you mean targets.x.group-by?"),
        ("[targets.x]\noutput = 'a.html'\ngroup-by = 'tpye'\n", 3, 'is one of "year", "type"'),
        ("[targets.x]\noutput = 'a.html'\n[targets.y]\noutput = 3\n", 4, "targets.y.output is text"),
        ("[targets.x]\ninto = 'a.html'\nformat = 'pdf'\n", 2, "targets.x.into takes a fragment"),
        ("[targets.x]\noutput = 'a.html'\nstandalone = true\n", 3, "targets.x.standalone is for latex"),
        ("[targets.x]\noutput = 'a.html'\nheading-level = 7\n", 3, "whole number from 1 to 6"),
        ("[targets.x]\noutput = 'a.html'\ncounts = 'yes'\n", 3, "is true or false"),
        (
            "[targets.x]\noutput = 'a.html'\ngroup-by = 'type'\nsection-order = ['jounral']\n",
            4,
            "targets.x.section-order names no kind of work 'jounral'; did you mean journal?",
        ),
        ("[targets]\nx = 3\n", 2, "targets.x is a table"),
        ("targets = 3\n", 1, "targets is a table"),
        ("format = 'html'\n", 1, "format is no setting"),
    ],
)
def test_mistakes_in_targets_have_their_line(folder: Path, text: str, line: int, message: str) -> None:
    (folder / "publist.toml").write_text(text, encoding="utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"publist.toml:{line}: error: ")
    assert message in result.stderr


def test_without_targets_build_says_what_to_write(folder: Path) -> None:
    (folder / "publist.toml").write_text('bibliography = "my.bib"\n', encoding="utf-8")
    assert run("build").stderr == (
        "publist.toml: error: no targets: write [targets.NAME] with into or output below it,"
        " or begin with publist init\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_init_writes_a_file_that_works(folder: Path, kind: str) -> None:
    (folder / "publist.toml").unlink()
    result = run("init", "--bibliography", "my.bib", "--name", 'W. "Q" \\Shao', "--kind", kind)
    assert result.exit_code == 0
    assert run("build").exit_code == 0
    assert run("build", "--check").exit_code == 0


def test_init_asks_for_what_no_option_says(folder: Path) -> None:
    (folder / "publist.toml").unlink()
    assert run("init", input="\nW. Shao\njekyll\n").exit_code == 0
    data = tomllib.loads((folder / "publist.toml").read_text(encoding="utf-8"))
    assert data["bibliography"] == ["my.bib"]
    assert data["owner"]["name"] == "W. Shao"
    assert data["targets"]["homepage"]["output"] == "_includes/publications.html"


@pytest.mark.parametrize("kind", ["html", "jekyll", "mkdocs"])
def test_init_writes_the_style_sheet_where_the_site_keeps_it(folder: Path, kind: str) -> None:
    arguments = ("init", "--bibliography", "my.bib", "--name", "n", "--kind", kind)
    (folder / "publist.toml").unlink()
    run(*arguments)
    place = KINDS[kind].sheet
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.css")] == [place] * bool(place)
    for path in folder.rglob("*.css"):
        (folder / "publist.toml").unlink()
        path.write_text("mine", encoding="utf-8")
        run(*arguments)
        assert path.read_text(encoding="utf-8") == "mine"


def test_init_never_overwrites(folder: Path) -> None:
    result = run("init", "--bibliography", "b", "--name", "n", "--kind", "html")
    assert result.exit_code == 2
    assert (folder / "publist.toml").read_text(encoding="utf-8") == TOML


def test_diff_since_a_date(folder: Path) -> None:
    result = run("diff", "--since", "2021-01-01", "--format", "json")
    data = json.loads(result.stdout)
    assert [entry["id"] for section in data["sections"] for entry in section["entries"]] == ["b"]
    assert result.stderr.splitlines()[-1] == "1 new"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_diff_since_a_revision(folder: Path) -> None:
    identity = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org")
    for arguments in (["init"], ["add", "my.bib"], ["commit", "-m", "x"]):
        subprocess.run([*identity, *arguments], check=True, capture_output=True)
    (folder / "my.bib").write_text(
        BIB.replace("Beta", "Beta, revised") + "@book{c, title = {C}}", encoding="utf-8"
    )
    result = run("diff", "--since", "HEAD", "--format", "json")
    data = json.loads(result.stdout)
    found = [
        (section["heading"], [entry["id"] for entry in section["entries"]]) for section in data["sections"]
    ]
    assert found == [("New", ["c"]), ("Changed", ["b"])]
    assert "my.bib:2: info: changed: title [changed]" in result.stderr
    assert result.stderr.splitlines()[-1] == "1 new, 1 changed"


@pytest.mark.parametrize(
    ("words", "completed"),
    [("build p", "page pages"), ("render --style homep", "homepage"), ("render --numbering s", "section")],
)
def test_shells_complete_targets_styles_and_choices(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str, completed: str
) -> None:
    monkeypatch.setenv("_PUBLIST_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"publist {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    result = CliRunner().invoke(main, prog_name="publist")
    assert [line.split(",")[1] for line in result.stdout.split()] == completed.split()


def test_the_shipped_schema_is_the_one_of_the_code() -> None:
    shipped = (ROOT / "publist" / "publist.schema.json").read_text(encoding="utf-8")
    assert shipped == schema(), "make it anew: publist schema -o publist/publist.schema.json"


@pytest.mark.parametrize("setting", [*LOOK, *PLACE], ids=lambda setting: setting.name)
def test_every_setting_stands_in_the_reference(setting: Setting) -> None:
    reference = (ROOT / "docs" / "reference" / "config.md").read_text(encoding="utf-8")
    assert f"| `{setting.name}` | {setting.help} |" in reference


def test_the_hooks_run_the_commands_they_name() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"id: (.+)", hooks) == ["publist-build", "publist-check"]
    for entry in re.findall(r"entry: publist (.+)", hooks):
        name, *options = entry.split()
        command = main.get_command(click.Context(main), name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(options) <= known


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(("command", "code"), [("build", 0), ("check", 1), ("other", 2)])
def test_the_actions_step_runs(folder: Path, command: str, code: int) -> None:
    yaml = pytest.importorskip("yaml")
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    script = steps[-1]["run"]
    environment = {**os.environ, "COMMAND": command, "TARGETS": "page cv"}
    done = subprocess.run(["bash", "-e", "-c", script], env=environment, capture_output=True, check=False)
    assert done.returncode == code


def test_a_build_with_nothing_changed_formats_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: the one function that formats a target is not called again."""
    formatted = []
    render = pipeline.render

    def counted(*arguments: Any) -> Any:
        formatted.append(arguments)
        return render(*arguments)

    monkeypatch.setattr(pipeline, "render", counted)
    for _ in range(2):
        assert run("build", "page", "cv").exit_code == 0
        assert len(formatted) == 2
    assert run("build", "page", "cv", "--force").exit_code == 0
    assert len(formatted) == 4
    config = settings.load(folder)
    assert [one.target.name for one in build(config, chosen(config, ["page"]), anew=True)] == ["page"]
    assert len(formatted) == 5


def test_what_targets_make_is_no_source_of_a_pattern(folder: Path) -> None:
    targets = '[targets.page]\nformat = "page"\noutput = "list.html"\n[targets.all]\noutput = "all.bib"\n'
    (folder / "publist.toml").write_text(f'bibliography = "*.bib"\n{targets}', encoding="utf-8")
    assert run("build").exit_code == 0
    assert {path.name for path in folder.glob("*.bib")} >= {"my.bib", "list.bib", "all.bib"}
    first = (folder / "all.bib").read_text(encoding="utf-8")
    again = run("build", "--force")
    assert "the key" not in again.stderr
    assert (folder / "all.bib").read_text(encoding="utf-8") == first
