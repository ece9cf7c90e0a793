"""The command line: what is written where, exit codes, and that the docs know every option."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from publist.cli import main
from tests.data import ROOT

BIB = """@article{a, title = {On {DNA}}, author = {Shao*, Wenqi and M{\\"u}ller, Karl}, journal = {J. X},
  year = 2020, code = {https://x.org/code}, oral = {true}}
@book{b, title = {Both}, author = {Wei Shao and W. Shao}, year = 2021}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_list_goes_out_and_the_count_to_stderr(folder: Path) -> None:
    result = run("render", "my.bib")
    assert result.exit_code == 0
    assert result.stdout.startswith('<div class="publist">')
    assert result.stderr.splitlines()[-1] == "2 entries read, 2 listed, 0 refused"


def test_bold_owner_star_badge_link_and_legend(folder: Path) -> None:
    text = run("render", "my.bib", "--highlight", "Wenqi Shao", "--format", "markdown").stdout
    assert "**W. Shao**\\*, K. Müller" in text
    assert "**Oral** \\[[Code](https://x.org/code)\\]" in text
    assert text.rstrip().endswith("\\* Equal contribution")


def test_two_people_of_one_entry_are_a_warning(folder: Path) -> None:
    result = run("render", "my.bib", "--highlight", "W. Shao")
    assert "my.bib:3: warning:" in result.stderr
    assert "[owner-twice]" in result.stderr


def test_nobody_is_a_warning_that_names_the_entry(folder: Path) -> None:
    result = run("render", "my.bib", "--highlight", "K. Müller")
    assert "my.bib:3: warning: no name in b matches K. Müller" in result.stderr
    assert "[owner-missing]" in result.stderr


def test_strict_exits_with_1_and_still_writes(folder: Path) -> None:
    result = run("render", "my.bib", "--highlight", "K. Müller", "--strict")
    assert result.exit_code == 1
    assert result.stdout.startswith("<div")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["render", "nowhere.bib"], "nowhere.bib: error: there is no such file"),
        (["render", "."], ".: error: is a folder"),
        (["render"], "error: no bibliography"),
        (["render", "my.bib", "--style", "ieeee"], "ieee"),
        (
            ["render", "my.bib", "--locale", "xx-YY"],
            "there is no locale xx-YY; the languages are",
        ),
        (["render", "my.bib", "--style", "agora"], "the style agora makes citations, no bibliography"),
        (["render", "my.bib", "--template", "none.j2"], "none.j2: error: the template cannot be read"),
        (["render", "my.bib", "-o", "my.bib/x.html"], "my.bib: error: cannot be made"),
        (["render", "my.bib", "--format", "word"], "word"),
    ],
)
def test_what_stops_a_run_is_one_line_and_exit_code_2(
    folder: Path, arguments: list[str], message: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert sorted(path.name for path in folder.iterdir()) == ["my.bib"]


def test_a_failed_run_leaves_the_old_file(folder: Path) -> None:
    (folder / "out.html").write_text("old", encoding="utf-8")
    assert run("render", "my.bib", "--style", "none-such", "-o", "out.html").exit_code == 2
    assert (folder / "out.html").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_output_goes_to_a_file_and_keeps_its_mode(folder: Path) -> None:
    (folder / "out.html").write_text("old", encoding="utf-8")
    (folder / "out.html").chmod(0o640)
    result = run("render", "my.bib", "-o", "out.html")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (folder / "out.html").read_text(encoding="utf-8").startswith("<div")
    assert (folder / "out.html").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["my.bib", "out.html"]


def test_a_template_of_ones_own(folder: Path) -> None:
    (folder / "t.j2").write_text(
        "{% for s in sections %}{% for e in s.entries %}{{ e.publication.key }};{% endfor %}{% endfor %}",
        encoding="utf-8",
    )
    assert run("render", "my.bib", "--template", "t.j2").stdout == "b;a;\n"


def test_a_broken_template_names_its_line(folder: Path) -> None:
    (folder / "t.j2").write_text("x\n{% for %}", encoding="utf-8")
    result = run("render", "my.bib", "--template", "t.j2")
    assert result.exit_code == 2
    assert "t.j2:2: error: is no template" in result.stderr


def test_csl_json_is_read_as_well(folder: Path) -> None:
    item = {"id": "x", "type": "book", "title": "T", "author": [{"family": "Shao", "given": "W."}]}
    (folder / "items.json").write_text(json.dumps([item, 3]), encoding="utf-8")
    result = run("render", "items.json", "--format", "json")
    entries = json.loads(result.stdout)["sections"][0]["entries"]
    assert [entry["id"] for entry in entries] == ["x"]
    assert result.stderr.splitlines()[-1] == "2 entries read, 1 listed, 1 refused"


def test_json_has_everyone_with_their_part(folder: Path) -> None:
    data = json.loads(run("render", "my.bib", "--highlight", "Wenqi Shao", "--format", "json").stdout)
    entry = data["sections"][1]["entries"][0]
    assert entry["people"] == [
        {"name": "Wenqi Shao", "role": "author", "owner": True, "equal": True},
        {"name": "Karl Müller", "role": "author", "owner": False, "equal": False},
    ]
    assert (entry["year"], entry["number"], entry["file"], entry["line"]) == ("2020", 2, "my.bib", 1)
    assert entry["badges"] == ["Oral"]


def test_convert_prints_items(folder: Path) -> None:
    items = json.loads(run("convert", "my.bib", "--to", "csl-json").stdout)
    assert [item["id"] for item in items] == ["a", "b"]
    assert items[0]["author"][0] == {"family": "Shao", "given": "Wenqi"}


def test_keys_shared_by_two_files_stay_apart(folder: Path) -> None:
    (folder / "two.bib").write_text("@book{b, title = {Other}, year = 2022}\n", encoding="utf-8")
    result = run("render", "my.bib", "two.bib", "--format", "json")
    ids = [entry["id"] for section in json.loads(result.stdout)["sections"] for entry in section["entries"]]
    assert ids == ["b-2", "b", "a"]
    assert "two.bib:1: warning: the key b stands in an earlier file too" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs head")
def test_as_a_module_and_into_a_closed_pipe() -> None:
    command = f"{sys.executable} -m publist render bib/shao.bib | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == '<div class="publist">\n'
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["render", "bib/shao.bib"], ["--help"]])
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_full_disk_behind_the_output(arguments: list[str], stream: str) -> None:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "publist", *arguments]
        done = subprocess.run(command, text=True, cwd=ROOT, check=False, **(streams | {stream: full}))
    if stream == "stdout":
        assert done.returncode == 2
        assert done.stderr.startswith("error: the output cannot be written: No space left on device\n")
    else:
        assert done.returncode == (2 if arguments[0] == "render" else 0)


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return [(name, command) for name, command in found.items() if command is not None]


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_and_option_stands_in_the_reference(name: str, command: click.Command) -> None:
    reference = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert f"## `publist {name}" in reference
    section = reference.split(f"## `publist {name}")[1].split("\n## ")[0]
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("-"):
                assert f"`{option}" in section, f"{name} {option}"


@pytest.mark.long
def test_a_built_wheel_works_in_an_empty_venv(tmp_path: Path) -> None:
    """Our own styles and templates travel in the wheel."""
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    binaries = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next(tmp_path.glob("*.whl"))
    subprocess.run([str(binaries / "pip"), "install", "-q", str(wheel)], check=True, capture_output=True)
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    done = subprocess.run(
        [str(binaries / "publist"), "render", "my.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert 'id="publist-a"' in done.stdout


ANON = "@misc{x, title = {Only a title}, year = 2020}\n"


def test_an_entry_of_which_the_style_prints_nothing_is_listed_by_its_title(folder: Path) -> None:
    (folder / "s.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>S</title>'
        "<id>s</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout/>"
        '</citation><bibliography><layout><names variable="author"/></layout></bibliography></style>',
        encoding="utf-8",
    )
    (folder / "x.bib").write_text(ANON, encoding="utf-8")
    result = run("render", "x.bib", "--style", "s.csl", "--format", "markdown")
    assert "- Only a title" in result.stdout
    assert "x.bib:1: warning: the style prints nothing of x" in result.stderr


REPEATED = """@article{a, title = {A}, author = {Ann Doe}, journal = {J}, year = 2021}
@article{b, title = {B}, author = {Ann Doe}, journal = {J}, year = 2021}
@article{c, title = {C}, author = {Ann Doe}, journal = {J}, year = 2020}
"""


def test_repeated_authors_are_written_again_under_a_new_heading(folder: Path) -> None:
    (folder / "r.bib").write_text(REPEATED, encoding="utf-8")
    text = run("render", "r.bib", "--style", "modern-language-association", "--format", "markdown").stdout
    assert [line[2:9] for line in text.splitlines() if line.startswith("- ")] == [
        "Doe, An",
        "———. “B",
        "Doe, An",
    ]


def test_a_highlighted_author_is_never_replaced_by_a_dash(folder: Path) -> None:
    (folder / "r.bib").write_text(REPEATED, encoding="utf-8")
    style = ["--style", "modern-language-association", "--format", "markdown"]
    assert run("render", "r.bib", *style, "--highlight", "A. Doe").stdout.count("**Doe, Ann**") == 3


def test_shared_data_is_neither_listed_nor_refused(folder: Path) -> None:
    (folder / "x.bib").write_text(
        "@xdata{p, publisher = {P}}\n@book{a, title = {A}, xdata = {p}}\n", encoding="utf-8"
    )
    result = run("render", "x.bib")
    assert result.stderr.splitlines()[-1] == "2 entries read, 1 listed, 1 shared data, 0 refused"
    assert '<span class="publist-publisher">P</span>' in result.stdout


def test_the_count_names_a_file_of_settings_above_and_its_owner(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'bibliography = "my.bib"\n[owner]\nname = "Wenqi Shao"\n'
    (folder / "publist.toml").write_text(text, encoding="utf-8")
    assert "publist.toml" not in run("render").stderr
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    result = run("render", "--format", "markdown")
    assert "**W. Shao**" in result.stdout
    above = Path("..") / "publist.toml"
    assert result.stderr.splitlines()[-1].endswith(f"0 refused, owner Wenqi Shao ({above})")


def test_import_adds_to_a_file_that_exists(tmp_path: Path) -> None:
    source, target = tmp_path / "a.ris", tmp_path / "my.bib"
    source.write_text("TY  - JOUR\nTI  - Quiet whales\nER  -\n", encoding="utf-8")
    target.write_text("% mine\n", encoding="utf-8")
    added = CliRunner().invoke(main, ["import", str(source), "-o", str(target)])
    assert added.exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("% mine\n\n@article{")
    done = CliRunner().invoke(main, ["import", str(source), "-o", str(target), "--force"])
    assert done.exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("@article{")


@pytest.mark.parametrize("command", ["convert", "pseudonymize"])
def test_what_is_read_is_not_written_over(command: str, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a, title = {T}, author = {A. Doe}, year = 2020}\n", encoding="utf-8")
    before = path.read_bytes()
    result = run(command, str(path), "-o", str(tmp_path / "x" / ".." / "a.bib"))
    assert result.exit_code == 2
    assert "is what is read; name another file" in result.stderr
    assert path.read_bytes() == before
