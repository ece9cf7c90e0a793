"""Builds that follow what is saved, as a process.  Oracle: what the server and the disk hold afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.preview.test_shown import BIB

TOML = """bibliography = "*.bib"
[targets.homepage]
format = "page"
output = "publications.html"
[targets.cv]
output = "cv.txt"
"""
PATIENCE = 60.0  # seconds for what takes a moment

pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")]


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "publist", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def line_of(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"it ended without {words}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "my.bib").write_text(BIB)
    (tmp_path / "publist.toml").write_text(TOML)
    return tmp_path


def test_a_server_follows_what_is_saved_and_ends_at_once(folder: Path) -> None:
    bib = folder / "my.bib"
    with running(folder, "serve", "--no-open", "--port", "0") as process:
        address = line_of(process, "Ctrl-C").split()[0]

        def page() -> str:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())

        assert "On Quarks" in page()
        assert not (folder / "cv.txt").exists()
        events = urllib.request.urlopen(f"{address}-/events", timeout=PATIENCE)
        assert events.readline() == b"event: version\n"
        first = events.readline()
        bib.write_text(BIB.replace("Quarks", "Gluons"))
        events.readline()
        while (line := events.readline()) and not line.startswith(b"data:"):
            pass
        assert line != first
        assert "On Gluons" in page()
        bib.write_text(BIB + "@article{broken, title = {x\n")
        until(lambda: "my.bib:3: warning: the entry is not closed" in page())
        bib.unlink()
        until(lambda: "error: " in page() and "On Quarks" in page())
        new = folder / ".new"
        new.write_text(BIB.replace("Quarks", "Leptons"))
        new.rename(bib)  # as many editors save
        until(lambda: "On Leptons" in page() and "error: " not in page())
        (folder / "publist.toml").write_text("[targets\n")
        until(lambda: "publist.toml:1: error: is not TOML" in page() and "On Leptons" in page())
        (folder / "publist.toml").write_text(
            TOML.replace('format = "page"', 'format = "page"\ntitle = "All"')
        )
        until(lambda: ">All</h1>" in page())
        (folder / "other.bib").write_text("@misc{new, title = {Brand New}, author = {Roe, R.}, year = 2021}")
        until(lambda: "Brand New" in page())
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - began < PATIENCE / 4


def test_a_build_follows_what_is_saved(folder: Path) -> None:
    with running(folder, "build", "--watch") as process:
        line_of(process, "cv.txt")
        (folder / "my.bib").write_text(BIB.replace("Quarks", "Gluons"))
        until(lambda: "On Gluons" in (folder / "cv.txt").read_text())
        until(lambda: "On Gluons" in (folder / "publications.html").read_text())
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_files_are_shown_and_nothing_is_written(folder: Path) -> None:
    (folder / "publist.toml").unlink()
    before = sorted(folder.iterdir())
    with running(folder, "serve", "my.bib", "--no-open", "--port", "0") as process:
        address = line_of(process, "Ctrl-C").split()[0]
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert b"On Quarks" in answer.read()
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["serve", "--target", "hompage"], "no target hompage; did you mean homepage?"),
        (["serve", "my.bib", "--target", "cv"], "leave out the files"),
        (["build", "--watch", "--check"], "leave out --check"),
    ],
)
def test_what_cannot_begin_is_said(arguments: list[str], message: str, folder: Path) -> None:
    with running(folder, *arguments) as process:
        output, _ = process.communicate(timeout=PATIENCE)
        assert (process.returncode, message in output) == (2, True), output
