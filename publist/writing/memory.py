"""What the last build made, and from which inputs, so that a build without changes reads no bibliography.

It is kept in the user's cache folder.  Without it, a build does all its work again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from publist.caches import cache_folder, put
from publist.problems import Edit, Problem
from publist.rules import BY_ID

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - a text for os.scandir
_RECORDS = (".dist-info", ".egg-info")


@dataclass(frozen=True, slots=True)
class Made:
    """What a target's last build made from inputs of this digest: paths of files, and what it found wrong."""

    inputs: str
    outputs: tuple[str, ...]
    problems: tuple[Problem, ...]


class Memory:
    """The memory of one project, e.g. ``Memory(Path("publist.toml"))``; without a project of nothing."""

    def __init__(self, project: Path | None) -> None:
        folder = cache_folder() if project else None
        self.path = folder / f"{_name(project)}.json" if project and folder else None
        self.targets: dict[str, Any] = {}
        self.now: dict[str, Made] = {}  # of this run
        self.grown = False
        if self.path is None:
            return
        with contextlib.suppress(OSError, ValueError):
            data = json.loads(self.path.read_bytes())
            self.targets = data if isinstance(data, dict) else {}

    def recall(self, target: str, inputs: str) -> Made | None:
        """What was made from the same inputs, if its files have not changed since."""
        known = self.targets.get(target)
        if not isinstance(known, dict) or known.get("inputs") != inputs:
            return None
        outputs, problems = known.get("outputs"), known.get("problems")
        if not isinstance(outputs, dict) or not isinstance(problems, list):
            return None
        if any(_digest_of(Path(path)) != digest for path, digest in outputs.items()):
            return None
        made = Made(inputs, tuple(outputs), tuple(_problem(*problem) for problem in problems))
        self.now[target] = made
        return made

    def keep(self, target: str, inputs: str, outputs: Iterable[Path], problems: Iterable[Problem]) -> None:
        """Remember what was made."""
        self.grown = True
        paths = tuple(str(path.absolute()) for path in outputs)
        self.now[target] = Made(inputs, paths, tuple(problems))

    def save(self) -> None:
        """Write the memory; if the cache folder cannot be written, the next build only takes longer.

        Digests are taken here, since two targets may have blocks in one file.
        """
        if self.path is None or not self.grown:
            return
        for target, made in self.now.items():
            outputs = {path: _digest_of(Path(path)) for path in made.outputs}
            problems = [(*one[:2], one.rule.id, *one[3:]) for one in made.problems]
            self.targets[target] = {"inputs": made.inputs, "outputs": outputs, "problems": problems}
        put(self.path, [json.dumps(self.targets).encode()])


def _name(project: Path) -> str:
    return hashlib.sha256(os.fsencode(project.resolve())).hexdigest()[:32]


def _problem(file: str, line: int, rule: str, *rest: Any) -> Problem:
    """A problem as it was stored, with its rule's name; the digest of the program says that there is one."""
    *said, edits = rest
    return Problem(file, line, BY_ID[rule], *said)._replace(edits=tuple(Edit(*one) for one in edits))


def digest(paths: Iterable[Path], *values: object) -> str:
    """A digest of the files' contents, the values and this version of the program."""
    whole = hashlib.sha256(repr((program(), values)).encode())
    for path in paths:
        whole.update(f"\n{path}\0{_digest_of(path)}".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


@cache
def program() -> tuple[object, ...]:
    """All that a list depends on beside its inputs.

    Python, the package's number of files and the time of their last change, and what else is installed.
    """
    times = [entry.stat().st_mtime_ns for entry in _files(_PACKAGE)]
    return sys.version, len(times), max(times), _versions()


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:  # a fifth of the time that pathlib takes
        for entry in entries:
            if not entry.is_dir():
                yield entry
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def _versions() -> list[str]:
    """What is installed, the program among it, e.g. ``jinja2-3.1.6.dist-info``.

    The folders say it: ``importlib.metadata`` takes longer to import than all else here together.
    """
    found: list[str] = []
    for folder in sys.path:
        with contextlib.suppress(OSError):
            found += (name for name in os.listdir(folder or ".") if name.endswith(_RECORDS))  # noqa: PTH208 - iterdir makes a Path of each of thousands
    return sorted(found)


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
