"""What is kept in the user's cache folder: answers, one file for each address, and who was asked when."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from pathlib import Path

from publist.caches import cache_folder, put
from publist.records import NamedTuple

FRESH = 600.0
"""Seconds for which an answer is used as it is; after that the server is asked whether it has changed."""


class Kept(NamedTuple):
    """An answer as it was kept: when, with which ``etag`` or date of change, and its bytes."""

    url: str
    time: float
    etag: str
    modified: str
    link: str
    data: bytes

    @property
    def is_fresh(self) -> bool:
        """Whether it need not be asked for again."""
        return 0 <= time.time() - self.time < FRESH


class AnswerCache:
    """The folder of answers; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, name: str) -> Kept | None:
        """What was kept under a name, an address with what else the answer depends on."""
        if self.folder is None:
            return None
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            head, _, data = self._path(name).read_bytes().partition(b"\n")
            about = json.loads(head)
            return Kept(
                str(about["url"]), float(about["time"]), str(about["etag"]), str(about["modified"]),
                str(about["link"]), data,
            )  # fmt: skip
        return None

    def put(self, name: str, kept: Kept) -> None:
        """Keep an answer; where the folder cannot be written, the next run asks again."""
        if self.folder is None:
            return
        head = json.dumps(kept._replace(data=b"")._asdict() | {"data": None})
        put(self._path(name), [head.encode(), b"\n", kept.data])

    def asked(self, host: str) -> float:
        """When a host was last asked, by any run, in seconds since 1970; 0 for never."""
        if self.folder is not None:
            with contextlib.suppress(OSError):
                return (self.folder / f"asked-{host}").stat().st_mtime
        return 0.0

    def note(self, host: str) -> None:
        """Note that a host is asked now; where that cannot be written, the next run does not know it."""
        if self.folder is not None:
            with contextlib.suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                (self.folder / f"asked-{host}").touch()

    def _path(self, name: str) -> Path:
        assert self.folder is not None  # noqa: S101 - asked before
        return self.folder / hashlib.sha256(name.encode()).hexdigest()


def answers_folder() -> Path | None:
    """Where answers are kept; None for a user without a home."""
    folder = cache_folder()
    return folder / "answers" if folder else None
