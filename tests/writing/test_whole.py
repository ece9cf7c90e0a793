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


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    assert whole.write(tmp_path / "a" / "b" / "c.html", b"x")
    assert (tmp_path / "a" / "b" / "c.html").read_bytes() == b"x"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        whole.write(tmp_path / "a" / "b" / "c.html", b"x")
    assert caught.value.report == f"{tmp_path / 'a' / 'b'}: error: cannot be made: Not a directory"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_that_refuses_is_named() -> None:
    with pytest.raises(OutputError) as caught:
        whole.write(Path("/dev/full"), b"x")
    assert caught.value.report == "/dev/full: error: cannot be written: No space left on device"


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for run in (whole.read, lambda path: whole.update(path, lambda _old: b"")):
        with pytest.raises(OutputError) as caught:
            run(pipe)
        assert caught.value.report == f"{pipe}: error: is no file that can be changed; name another"


@posix
def test_what_the_system_says_without_words_is_told_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(*_arguments: object) -> None:
        raise OSError("a drive is gone")

    monkeypatch.setattr(os, "open", odd)
    with pytest.raises(OutputError) as caught:
        whole.write(tmp_path / "a", b"x")
    assert caught.value.report == f"{tmp_path / 'a'}: error: cannot be written: a drive is gone"


@pytest.mark.parametrize("name", ["x" * 250 + ".html", "论" * 80 + ".html"])
def test_a_name_as_long_as_systems_take_is_written_and_cleared_up(tmp_path: Path, name: str) -> None:
    """Oracle: 255 bytes, the longest name on common file systems."""
    left = tmp_path / f".{name[:50]}.1-1.publist-tmp"
    left.write_bytes(b"cut")
    assert whole.write(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@posix
def test_every_bit_of_the_mode_and_the_owner_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o2741)
    given = []
    monkeypatch.setattr(os, "chown", lambda *arguments: given.append(arguments[1:]))
    whole.write(path, b"new")
    assert path.stat().st_mode & 0o7777 == 0o2741
    assert given == [(path.stat().st_uid, path.stat().st_gid)]


@posix
def test_who_may_not_give_a_file_away_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refused)
    (tmp_path / "a").write_bytes(b"old")
    assert whole.write(tmp_path / "a", b"new")


@posix
def test_a_new_file_follows_the_umask_and_leaves_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        whole.write(tmp_path / "a", b"x")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o7777 == 0o640


@posix
def test_a_folder_that_is_locked_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(whole, "_PATIENCE", 0.1)
    waited: list[float] = []
    monkeypatch.setattr(whole.time, "sleep", waited.append)
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(OutputError) as caught:
        whole.write(tmp_path / "a", b"x")
    assert caught.value.report == (
        f"{tmp_path / 'a'}: error: another program has held this folder locked for half a minute; try again"
    )
    assert 0 < waited[0] < 0.1
    monkeypatch.setattr(whole.time, "sleep", lambda _seconds: fcntl.flock(other, fcntl.LOCK_UN))
    assert whole.write(tmp_path / "a", b"x")
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)  # which our own lock would refuse, were it held on
    os.close(other)


@posix
@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES])
def test_a_lock_that_fails_otherwise_is_no_missing_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    import fcntl

    def broken(_descriptor: int, _operation: int) -> None:
        raise OSError(error, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", broken)
    with pytest.raises(OutputError, match="cannot be written: Input/output error"):
        whole.write(tmp_path / "a", b"x")
    assert list(tmp_path.iterdir()) == []


@posix
def test_without_locks_files_that_another_run_may_be_writing_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    (tmp_path / ".a.1-1.publist-tmp").write_bytes(b"of another run")
    assert whole.write(tmp_path / "a", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.1-1.publist-tmp", "a"]
