"""Files of results of steps (:mod:`publist.memo`) in the user's cache folder, one for each target.

A file holds blocks of results, each with a checksum: a damaged block is as if it were not there.
A file is replaced whole, so that of two runs that end together the later one's remains.

**Whom it trusts.**  A file counts only if it and its folder belong to the user and nobody else may write to
them.  Results are pickled, and read by an unpickler that knows a few classes of data by name and no function:
whatever stands in a file, nothing of it runs.
"""

from __future__ import annotations

import io
import os
import pickle
import struct
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from publist import memo
from publist.caches import cache_folder, held, put, remove
from publist.records import NamedTuple

MOST = 256 << 20
"""Bytes of all files together; beyond, the oldest go."""

_LARGEST = 32 << 20  # bytes of one file; results beyond are made again in every run
_MANY = 64  # results of a block
_SIZE = 16  # bytes of a digest
_HEAD = struct.Struct("<IQI")  # how many results, how many bytes of them, and their checksum
# What results are made of; each is a class that holds data and does nothing when it is made.
_DATA = {
    "publist.identifiers": {"Identifier"},
    "publist.item": {"Date", "Item", "Name"},
    "publist.people.legend": {"LegendEntry"},
    "publist.problems": {"Edit", "Problem", "Rule"},
    "publist.publication": {"Badge", "Link", "Meaning", "Person", "Publication", "Version"},
    "publist.richtext": {"Block", "Highlight", "LinkSpan", "Mark", "NameSpan", "Span", "VariableSpan"},
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in _DATA.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no data")
        return super().find_class(module, name)


class _Block(NamedTuple):
    """The digests of some results; behind them in ``data`` the results pickled together."""

    digests: tuple[bytes, ...]
    data: bytes
    checksum: int


class Shelf:
    """The results of one target, e.g. ``Shelf(folder / "3f2a", program)``; ``program`` is all of its code."""

    def __init__(self, path: Path, program: str) -> None:
        self.path = path
        self.head = b"publist " + sha256(program.encode()).digest()
        self.blocks = list(_blocks(path, self.head))
        self.places = {digest: block for block in self.blocks for digest in block.digests}
        self.loaded: dict[bytes, Any] = {}

    def get(self, digest: bytes) -> object:
        """The result, or :data:`~publist.memo.UNKNOWN`."""
        if digest not in self.loaded and (block := self.places.get(digest)):
            results = _Unpickler(io.BytesIO(block.data[len(block.digests) * _SIZE :])).load()
            self.loaded.update(zip(block.digests, results, strict=True))
        return self.loaded.get(digest, memo.UNKNOWN)

    def keep(self, results: dict[bytes, Any]) -> None:
        """Write the results, unless all of them stand in the file; blocks of which all is wanted stay."""
        if all(digest in self.loaded for digest in results):
            return
        full = [
            block
            for block in self.blocks
            if len(block.digests) == _MANY and all(digest in results for digest in block.digests)
        ]
        stay = {digest for block in full for digest in block.digests}
        others = iter([(digest, result) for digest, result in results.items() if digest not in stay])
        put(self.path, self._pieces(full, others))
        _bound(self.path.parent, self.path)

    def _pieces(self, full: list[_Block], others: Iterator[tuple[bytes, Any]]) -> Iterator[bytes]:
        yield self.head
        size = 0
        for block in (*full, *_pickled(others)):
            size += len(block.data)
            if size > _LARGEST:
                return
            yield _HEAD.pack(len(block.digests), len(block.data), block.checksum)
            yield block.data


def _pickled(results: Iterator[tuple[bytes, Any]]) -> Iterator[_Block]:
    while some := tuple(islice(results, _MANY)):
        digests, values = zip(*some, strict=True)
        data = b"".join(digests) + pickle.dumps(values, pickle.HIGHEST_PROTOCOL)
        yield _Block(digests, data, crc32(data))


def _blocks(path: Path, head: bytes) -> Iterator[_Block]:
    """The sound blocks of a file that is the user's own and of this program."""
    data = _own_bytes(path)
    if not data.startswith(head):
        return
    at = len(head)
    while at + _HEAD.size <= len(data):
        count, size, checksum = _HEAD.unpack_from(data, at)
        body = data[at + _HEAD.size : at + _HEAD.size + size]
        at += _HEAD.size + size
        if crc32(body) == checksum:
            digests = (body[place : place + _SIZE] for place in range(0, count * _SIZE, _SIZE))
            yield _Block(tuple(digests), body, checksum)


def _own_bytes(path: Path) -> bytes:
    """The bytes of a file that nobody else can have written; none of any other."""
    try:
        with path.open("rb") as file:
            trusted = all(_is_own(status) for status in (os.fstat(file.fileno()), path.parent.stat()))
            return file.read() if trusted else b""
    except OSError:
        return b""


def _is_own(status: os.stat_result) -> bool:
    """Whether it belongs to the user alone; on Windows the folder of one's own data does."""
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _bound(folder: Path, newest: Path) -> None:
    """Remove the oldest files until the others are not too much."""
    files = held(folder)
    over = sum(one.size for one in files) - MOST
    for one in files:
        if over > 0 and one.path != newest:
            remove([one])
            over -= one.size


def shelf_of(project: Path, target: str, program: str) -> Shelf | None:
    """The file of a project's target, or of what it reads; None for a user without a home."""
    folder = cache_folder()
    name = sha256(os.fsencode(project.resolve()) + b"\0" + target.encode()).hexdigest()[:32]
    return Shelf(folder / "steps" / name, program) if folder else None
