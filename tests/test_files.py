"""Whole writes: through links, with the mode, while others write, until the disk is full."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from publist import files
from publist.errors import OutputError

posix = pytest.mark.skipif(os.name != "posix", reason="links, modes and signals of POSIX")
not_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def test_writes_only_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert files.write(path, b"1")
    before = path.stat()
    assert not files.write(path, b"1")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert files.write(path, b"2")
    assert path.read_bytes() == b"2"
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


@posix
def test_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    real = tmp_path / "real.html"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to("real.html")
    files.write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o7777 == 0o640


@posix
def test_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    files.write(tmp_path / "ours", b"x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_error_in_the_change_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def change(old: bytes | None) -> bytes:
        assert old == b"old"
        raise OutputError("no")

    with pytest.raises(OutputError, match="no"):
        files.update(path, change)
    assert path.read_bytes() == b"old"


def test_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: Is a directory"):
        files.write(tmp_path, b"x")


AS_NOBODY = """
import os, sys
from pathlib import Path
from publist import files
from publist.errors import OutputError
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write everywhere
try:
    files.write(Path(sys.argv[1]), b"new")
except OutputError as error:
    print(error.message)
"""


@posix
def test_read_only_folder() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a"
        path.write_bytes(b"old")
        folder.chmod(0o555)
        try:
            done = subprocess.run([sys.executable, "-c", AS_NOBODY, path], capture_output=True, text=True)
        finally:
            folder.chmod(0o755)
        assert done.stdout == "cannot be written: Permission denied\n"
        assert path.read_bytes() == b"old"


@posix
def test_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


COUNTER = """
import sys
from pathlib import Path
from publist import files
path = Path(sys.argv[1])
for _ in range(int(sys.argv[2])):
    files.update(path, lambda old: b"%d" % (int(old or b"0") + 1))
"""


@posix
def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "count"
    runs = [subprocess.Popen([sys.executable, "-c", COUNTER, path, "100"]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert path.read_bytes() == b"200"


WRITER = """
import sys
from pathlib import Path
from publist import files, into
path = Path(sys.argv[1])
print(flush=True)
while True:
    for letter in "ab":
        files.update(path, lambda old: into.replace(old, letter * 100_000))
"""


def kill_while_writing(tmp_path: Path, times: int) -> None:
    page = b"<p>\n<!-- publist:begin x -->\n<!-- publist:end x -->\n</p>\n"
    path = tmp_path / "page.html"
    path.write_bytes(page)
    from publist import into

    whole = {page, into.replace(page, "a" * 100_000), into.replace(page, "b" * 100_000)}
    chance = random.Random(6)
    for _ in range(times):
        run = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        assert path.read_bytes() in whole
    files.update(path, lambda old: into.replace(old or b"", "last"))
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]  # what killed runs left is gone


@posix
def test_killed_runs_leave_the_old_or_the_new_file(tmp_path: Path) -> None:
    kill_while_writing(tmp_path, 15)


@posix
@pytest.mark.long
def test_thousand_killed_runs(tmp_path: Path) -> None:
    kill_while_writing(tmp_path, 1000)


@posix
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    files.write(pipe, b"text")
    assert reader.communicate(timeout=10)[0] == b"text"
    assert pipe.is_fifo()
