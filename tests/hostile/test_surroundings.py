"""A terminal, a pipe, a disk or a folder that is not as it should be: one line, and nothing half done.

Oracle: POSIX, and what a script that calls the command may rely on: exit code 0 only with all of the output.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from publist.settings.formats import FORMATS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams and pipes of POSIX")

COMMAND = [sys.executable, "-m", "publist"]


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "x.bib"
    entries = [f"@book{{k{i}, title = {{T{i}}}, author = {{Doe, J}}, year = 2020}}\n" for i in range(300)]
    path.write_text("".join(entries), encoding="utf-8")
    return path


@pytest.mark.parametrize("stream", [1, 2])
def test_a_stream_closed_by_the_caller_is_no_fault(bib: Path, stream: int) -> None:
    done = subprocess.run(
        [*COMMAND, "render", str(bib)], capture_output=True, preexec_fn=lambda: os.close(stream), check=False
    )
    assert done.returncode == 0
    assert b"300 listed" in done.stderr or b"T299" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_said(bib: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "render", str(bib)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_is_no_success(bib: Path, unbuffered: str) -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        [*COMMAND, "render", str(bib)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(10)
        run.stdout.close()
        errors = run.stderr.read()
        run.wait(60)
    assert run.returncode == 1
    assert b"Traceback" not in errors


def test_a_pipe_among_pages_is_not_waited_for(bib: Path) -> None:
    pipe = bib.with_name("pipe.html")
    os.mkfifo(pipe)
    done = subprocess.run(
        [*COMMAND, "render", str(bib), "--into", str(pipe)], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert b"is no file that can be changed" in done.stderr


def test_a_page_that_is_a_link_is_refused(bib: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "k0.md").symlink_to(outside)
    done = subprocess.run(
        [*COMMAND, "render", str(bib), "--format", "pages", "--output-dir", str(folder)],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"k0.md: error: is a link" in done.stderr
    assert not outside.exists()


def test_a_name_that_is_no_utf_8_is_shown(bib: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(bib.parent) + b"/b\xffd.bib"))
    odd.write_bytes(b"@book{k, title = {T}, year = 2020, volume = {}}")
    done = subprocess.run(
        [*COMMAND, "render", str(odd), "--format", "json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "b?d.bib" in done.stdout
    done = subprocess.run([*COMMAND, "render", f"{odd}x"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert r"b\udcffd.bibx: error" in done.stderr


INTERRUPTED = """
import sys

MODULE = sys.argv[1]

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == MODULE:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
from publist.__main__ import run
sys.argv[1:] = ["render", sys.argv[2]]
run()
"""


@pytest.mark.parametrize("module", ["publist.cli", "click", "publist.cli.render", "publist.pipeline"])
def test_an_interrupt_while_modules_load_has_no_traceback(bib: Path, module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, module, str(bib)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (1, 130)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_messages_cannot_steer_a_terminal_or_a_log(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(
        r'[{"id": "a", "type": "foo\n::error file=x::no\u001b[31m\u202e", "title": "T"}]', encoding="utf-8"
    )
    done = subprocess.run([*COMMAND, "render", str(path)], capture_output=True, text=True, check=False)
    assert r"foo\n::error file=x::no\x1b[31m\u202e is no CSL type" in done.stderr
    assert not any(line.startswith("::") for line in done.stderr.splitlines())


def test_a_user_without_a_home_builds_without_a_memory(
    bib: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = 'bibliography = ["x.bib"]\n[targets.x]\noutput = "x.html"\n'
    (tmp_path / "publist.toml").write_text(project, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME", "USER", "LOGNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: (_ for _ in ()).throw(KeyError("no such user")))
    for _ in range(2):
        done = CliRunner().invoke(main, ["build"])
        assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize("output", ["x.bib", "./x.bib", "link.bib", "publist.toml"])
def test_a_list_is_not_written_over_what_it_is_made_from(
    output: str, bib: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.bib").symlink_to(bib)
    project = f'bibliography = ["x.bib"]\n[targets.x]\noutput = "{output}"\n'
    (tmp_path / "publist.toml").write_text(project, encoding="utf-8")
    before = bib.read_bytes()
    for command in (["build"], ["render", "x.bib", "-o", output]):
        if output == "publist.toml" and command[0] == "render":
            continue
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 2, done.stderr
        assert "is what the list is made from" in done.stderr
    assert bib.read_bytes() == before
    assert (tmp_path / "publist.toml").read_text(encoding="utf-8") == project


def test_no_command_asks_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", refuse, raising=False)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.chdir(tmp_path)
    files = {
        "x.bib": "@article{k, title = {T}, author = {Doe, J}, year = 2020, doi = {10.1000/x},"
        " url = {http://127.0.0.1/a}, pdf = {http://127.0.0.1/b.pdf}}",
        "x.html": "<ul><li>J. Doe. <a href='http://127.0.0.1/x'>Of mice</a>. Journal of Mice, 2020."
        "<img src='http://127.0.0.1/y'><li>J. Doe. Of men. Journal of Men, 2021.",
        "x.ris": "TY  - JOUR\nTI  - T\nUR  - http://127.0.0.1/\nDO  - 10.1000/x\nER  - \n",
    }
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    formats = [name for name in FORMATS if name not in ("pages", "pdf", "docx")]
    commands = [["render", "x.bib", "--format", name] for name in formats]
    commands += [["render", "x.bib", "--format", "pages", "--output-dir", "p"], ["check", "x.bib"]]
    commands += [["convert", "x.bib"], ["news", "x.bib"], ["adopt", "x.html"], ["import", "x.ris"], ["css"]]
    commands += [["styles"], ["schema"], ["init"], ["import", "doi:10.1000/x", "--offline"]]
    for command in commands:
        done = CliRunner().invoke(main, command)
        assert done.exception is None or isinstance(done.exception, SystemExit), command
