"""Whole writes: through links, with the mode, while others write, until the disk is full."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from publist.errors import OutputError
from publist.writing import whole

posix = pytest.mark.skipif(os.name != "posix", reason="links, modes and signals of POSIX")
not_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def test_writes_only_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert whole.write(path, b"1")
    before = path.stat()
    assert not whole.write(path, b"1")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert whole.write(path, b"2")
    assert path.read_bytes() == b"2"
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


@posix
def test_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    real = tmp_path / "real.html"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to("real.html")
    whole.write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o7777 == 0o640


@posix
def test_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    whole.write(tmp_path / "ours", b"x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_error_in_the_change_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def change(old: bytes | None) -> bytes:
        assert old == b"old"
        raise OutputError("no")

    with pytest.raises(OutputError, match="no"):
        whole.update(path, change)
    assert path.read_bytes() == b"old"


def test_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: Is a directory"):
        whole.write(tmp_path, b"x")


AS_NOBODY = """
import os, sys
from pathlib import Path
from publist.writing import whole
from publist.errors import OutputError
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write everywhere
try:
    whole.write(Path(sys.argv[1]), b"new")
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

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        whole.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@posix
def test_a_folder_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def none(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    assert whole.write(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


COUNTER = """
import sys
from pathlib import Path
from publist.writing import whole
path = Path(sys.argv[1])
for _ in range(int(sys.argv[2])):
    whole.update(path, lambda old: b"%d" % (int(old or b"0") + 1))
"""


@posix
def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "count"
    runs = [subprocess.Popen([sys.executable, "-c", COUNTER, path, "100"]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert path.read_bytes() == b"200"


# Forks a child that writes without end, kills it at a random moment and looks at the file; so many times.
KILLER = """
import os, random, signal, sys, time
from pathlib import Path
from publist.writing import whole
from publist.writing import into

path, times = Path(sys.argv[1]), int(sys.argv[2])
page = b"<p>\\n<!-- publist:begin x -->\\n<!-- publist:end x -->\\n</p>\\n"
path.write_bytes(page)
texts = [letter * 100_000 for letter in "ab"]
possible = {page, *(into.replace(page, text) for text in texts)}
chance = random.Random(6)
seen = set()
for _ in range(times):
    child = os.fork()
    if child == 0:
        while True:
            for text in texts:
                whole.update(path, lambda old: into.replace(old, text))
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.read_bytes() in possible
    seen |= {len(list(path.parent.iterdir()))}
whole.update(path, lambda old: into.replace(old, "last"))
print([entry.name for entry in path.parent.iterdir()], max(seen))
"""


def kill_while_writing(tmp_path: Path, times: int) -> None:
    path = tmp_path / "page.html"
    done = subprocess.run([sys.executable, "-c", KILLER, path, str(times)], capture_output=True, text=True)
    # What killed runs left is gone, and was one file at most.
    assert done.stdout in ("['page.html'] 1\n", "['page.html'] 2\n"), done.stderr


@posix
def test_killed_runs_leave_the_old_or_the_new_file(tmp_path: Path) -> None:
    kill_while_writing(tmp_path, 30)


@posix
@pytest.mark.long
def test_thousand_killed_runs(tmp_path: Path) -> None:
    kill_while_writing(tmp_path, 1000)


@posix
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    whole.write(pipe, b"text")
    assert reader.communicate(timeout=10)[0] == b"text"
    assert pipe.is_fifo()


def test_what_a_killed_run_left_is_removed_also_beside_a_name_with_brackets(tmp_path: Path) -> None:
    left = [tmp_path / f".{name}.1-1.publist-tmp" for name in ("list[1].html", "list1.html")]
    for path in left:
        path.write_bytes(b"cut")
    whole.write(tmp_path / "list[1].html", b"x")
    assert [path.exists() for path in left] == [False, True]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be read") as caught:
        whole.read(tmp_path)
    assert caught.value.file == str(tmp_path)
