"""Writes to files: whole or not at all, one run at a time, through symbolic links.

A reader sees the old bytes or the new ones, never a part, at whatever moment the program is ended.  Two
runs that write into one folder wait for each other.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from publist.errors import OutputError

_SUFFIX = ".publist-tmp"
_SHORT = 50  # letters of a file's name in that of its temporary file; systems take 255 bytes
# The errors of file systems without locks.
_NO_LOCKS = frozenset(
    {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
)
_FOLDERS_LOCK = os.name == "posix"
_PATIENCE = 30.0  # seconds to wait for another run
_HELD = "another program has held this folder locked for half a minute; try again"


def write(path: Path, data: bytes) -> bool:
    """Make the file hold these bytes; False if it does already and nothing was written.

    Folders that are missing are made.  A symbolic link is followed and stays a link; the file's mode stays.
    A device or a pipe, such as ``/dev/null``, is written to and never replaced.  Raises OutputError with
    what the system said.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with _told(path, "written"), path.open("wb") as stream:
            stream.write(data)
        return True
    with _told(path.parent, "made"):
        path.parent.mkdir(parents=True, exist_ok=True)
    return _put(path, lambda target: None if _holds(target, data) else data)


@contextlib.contextmanager
def _told(path: Path, done: str) -> Iterator[None]:
    """What the system refuses, as an OutputError: the path cannot be ``read``."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot be {done}: {error.strerror or error}", file=str(path)) from error


def update(path: Path, change: Callable[[bytes | None], bytes]) -> bool:
    """Make the file hold ``change(old bytes, None if there is no file)``, while other runs wait.

    False if nothing changed.  Raises OutputError; then the file is as it was.
    """

    def changed(target: Path) -> bytes | None:
        old = _old(target)
        new = change(old)
        return None if new == old else new

    return _put(path, changed)


def _put(path: Path, change: Callable[[Path], bytes | None]) -> bool:
    """Give the file the bytes that ``change`` makes, None for those that it has."""
    target = Path(os.path.realpath(path))
    with _told(path, "written"), _locked(target.parent, path) as alone:
        new = change(target)
        if new is None:
            return False
        if alone:
            _remove_stale(target)
        _replace(target, new)
    return True


def read(path: Path) -> bytes | None:
    """The file's bytes, None if there is no such file.  Raises OutputError."""
    with _told(path, "read"):
        return _old(path)


def _old(target: Path) -> bytes | None:
    return target.read_bytes() if _is_there(target) else None


def _is_there(target: Path) -> bool:
    if not target.exists():
        return False
    if not target.is_file() and not target.is_dir():  # to read a pipe is to wait for somebody to write
        raise OutputError("is no file that can be changed; name another", file=str(target))
    return True


def _holds(target: Path, data: bytes) -> bool:
    """Whether these are the file's bytes; of a large file no second copy is made."""
    if not _is_there(target):
        return False
    at = 0
    with target.open("rb") as file:
        while piece := file.read(1 << 20):
            if not data.startswith(piece, at):
                return False
            at += len(piece)
    return at == len(data)


def _replace(target: Path, data: bytes) -> None:
    # tempfile would do, but importing it takes longer than the writing.
    temporary = target.parent / f".{target.name[:_SHORT]}.{os.getpid()}-{time.monotonic_ns()}{_SUFFIX}"
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(target, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _remove_stale(target: Path) -> None:
    """Remove what a killed run left behind; no other run writes here while the folder is locked."""
    for stale in target.parent.glob(f".{_glob_safe(target.name)}.*{_SUFFIX}"):
        stale.unlink(missing_ok=True)


def _glob_safe(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name[:_SHORT])


def _keep_mode(target: Path, temporary: Path) -> None:
    try:
        status = target.stat()
    except FileNotFoundError:
        temporary.chmod(0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):  # only root may give a file away
            os.chown(temporary, status.st_uid, status.st_gid)
    temporary.chmod(status.st_mode & 0o7777)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _locked(folder: Path, path: Path) -> Iterator[bool]:
    """Hold the folder's lock; False where locks do not exist, as on some network drives.

    The system frees the lock when a process ends, however it ends.  A replacement is whole without it too.
    """
    if not _FOLDERS_LOCK:
        with _locked_by_file(folder, path):
            yield True
        return
    try:
        import fcntl
    except ModuleNotFoundError:
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + _PATIENCE
        locked = False
        while not locked:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                locked = True
            except BlockingIOError:
                if time.monotonic() > until:
                    raise OutputError(_HELD, file=str(path)) from None
                time.sleep(0.02)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise
                break
        yield locked
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _locked_by_file(folder: Path, path: Path) -> Iterator[None]:
    """Hold a lock that stands for the folder, among the user's temporary files."""
    import hashlib
    import tempfile

    from filelock import FileLock, Timeout

    name = hashlib.sha256(os.fsencode(os.path.normcase(folder.resolve()))).hexdigest()[:32]
    try:
        with FileLock(Path(tempfile.gettempdir()) / f"publist-{name}.lock", timeout=_PATIENCE):
            yield
    except Timeout:
        raise OutputError(_HELD, file=str(path)) from None
