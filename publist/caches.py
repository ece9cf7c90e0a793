"""Where what is kept between runs has its place, how it gets there, and how much of it there is."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from publist.records import NamedTuple


def cache_folder() -> Path | None:
    """Where the user's caches are; None for a user without a home, as in some containers."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("publist", appauthor=False)
    except RuntimeError:  # platformdirs: "could not determine the home directory"
        return None


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """Make the file hold the pieces, whole or not at all.

    Where the folder cannot be written, nothing is kept.  Nobody else may read it: a library may be private.
    """
    # tempfile would do, but importing it takes longer than the writing.
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            handle = os.open(temporary, flags, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


class Held(NamedTuple):
    """A file of a cache: when it was last written, and its size in bytes."""

    path: Path
    time: float
    size: int


def held(folder: Path) -> list[Held]:
    """The files of a cache's folder and those below, the oldest first."""
    return sorted(_files(folder), key=lambda one: one.time)


def _files(folder: Path) -> Iterator[Held]:
    for path in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError):  # another run has replaced it
            status = path.lstat()
            if not path.is_dir():
                yield Held(path, status.st_mtime, status.st_size)


def remove(files: Iterable[Held]) -> None:
    """Remove files of a cache; what another run has removed is gone already."""
    for one in files:
        one.path.unlink(missing_ok=True)
