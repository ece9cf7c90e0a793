"""A build after every save; what cannot be made is said, and the next save is waited for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from publist import memo, pipeline, settings
from publist.errors import PublistError
from publist.preview.watch import saves
from publist.problems import Problem
from publist.records import NamedTuple
from publist.settings import Config
from publist.settings.look import options_for
from publist.writing import build
from publist.writing.build import Built

# What a browser shows, the best first; settings of a target in another format that a page has not.
_BEST = {"page": 0, "html": 1, "pages": 2, "pdf": 3}
_NOT_OF_PAGES = frozenset({"format", "site", "standalone", "template"})


class Attempt(NamedTuple):
    """What one save led to: what was built, and why no more; ``page`` is a list that is in no file."""

    config: Config
    built: Sequence[Built] = ()
    page: bytes = b""
    problems: Sequence[Problem] = ()
    error: PublistError | None = None

    @property
    def said(self) -> list[Problem]:
        """The problems that the project does not ignore."""
        found = [*(problem for one in self.built for problem in one.problems), *self.problems]
        ignored = self.config.project.problems.ignore
        return [problem for problem in dict.fromkeys(found) if problem.rule.id not in ignored]


Pick = Callable[[Config], Sequence[str]]
"""Which targets of the project are built, by name; none for all."""


def first_page(config: Config) -> list[str]:
    """The target that a browser shows best, e.g. ``["homepage"]``."""
    best = sorted(config.targets.values(), key=lambda target: _BEST.get(target.format, len(_BEST)))
    return [target.name for target in best[:1]]


def of_targets(pick: Pick, folder: Path = Path()) -> Iterator[Attempt]:
    """Builds targets of ``publist.toml`` now and after every save.

    Raises ConfigError if there is nothing to build to begin with.
    """
    config = settings.load(folder)
    build.chosen(config, pick(config))
    anew = True  # so that what is kept is there at the first edit

    def make(config: Config) -> Attempt:
        nonlocal anew
        built: list[Built] = []
        try:
            for one in build.build(config, build.chosen(config, pick(config)), anew=anew):
                built.append(one)  # noqa: PERF402 - what was built before an error counts
        except PublistError as error:
            return Attempt(config, built, error=error)
        anew = False
        return Attempt(config, built)

    def files(config: Config) -> list[Path]:
        targets = [config.targets[name] for name in pick(config) or config.targets if name in config.targets]
        pages = [target.into for target in targets if target.into]
        return [*pages, *(path for target in targets for path in build.files_of(config, target))]

    yield from _attempts(folder, config, make, files)


def of_files(paths: Sequence[Path], folder: Path = Path()) -> Iterator[Attempt]:
    """A publications page of these files, in no file of its own, now and after every save."""

    def make(config: Config) -> Attempt:
        try:
            rendered = page_of(config, paths, config.look)
        except PublistError as error:
            return Attempt(config, error=error)
        return Attempt(config, page=rendered.data, problems=rendered.problems)

    yield from _attempts(folder, settings.load(folder), make, lambda _config: list(paths))


def page_of(config: Config, paths: Sequence[Path], look: Mapping[str, Any]) -> pipeline.Rendered:
    """A publications page with as much of a list's look as a page has."""
    own = {name: value for name, value in look.items() if name not in _NOT_OF_PAGES}
    options = options_for({**own, "format": "page"}, config.project)
    pipeline.check_readable(paths)
    with memo.shelf(memo.SOURCE):
        source = pipeline.read(paths, config.project.private, whole=False)
    with memo.shelf("preview"):
        return pipeline.render(source, options)


def _attempts(
    folder: Path, config: Config, make: Callable[[Config], Attempt], files: Callable[[Config], list[Path]]
) -> Iterator[Attempt]:
    def current() -> list[Path]:
        return [config.path, *files(config)]

    with memo.keeping():
        for _ in saves(current):
            try:
                config = settings.load(folder)
            except PublistError as error:
                yield Attempt(config, error=error)
                continue
            yield make(config)
            gc.collect()  # a run has the collector off; nobody waits now
