"""All targets of ``publist.toml`` from one reading of the bibliography."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publist import memo, rules
from publist.errors import ConfigError, nearest
from publist.problems import Problem
from publist.settings import FILE_NAME, Config
from publist.settings.look import options_for
from publist.settings.target import Target
from publist.writing import destination
from publist.writing.destination import Outcome
from publist.writing.heading import deepened
from publist.writing.memory import Memory, digest, program

if TYPE_CHECKING:
    from publist import pipeline
    from publist.formatter import Progress

# The stages are imported where something is to be made: a build without changes needs none of them.


@dataclass(slots=True)
class Built:
    """The result of one target: its files, and what is wrong with its entries."""

    target: Target
    outcomes: Sequence[Outcome]
    problems: Sequence[Problem]


def chosen(config: Config, names: Sequence[str]) -> list[Target]:
    """The targets of these names, all of them without names.  Raises ConfigError for an unknown one."""
    if not config.targets:
        message = "no targets: write [targets.NAME] with into or output below it, or begin with publist init"
        raise ConfigError(message, file=FILE_NAME)
    for name in names:
        if name not in config.targets:
            near = nearest(name, config.targets) or list(config.targets)
            raise ConfigError(f"no target {name}; did you mean {', '.join(near)}?", file=FILE_NAME)
    return [config.targets[name] for name in dict.fromkeys(names)] or list(config.targets.values())


def build(
    config: Config,
    targets: Sequence[Target],
    *,
    check: bool = False,
    force: bool = False,
    anew: bool = False,
    cached: bool = True,
    progress: Progress | None = None,
) -> Iterator[Built]:
    """Make each target, or with ``check`` see which are out of date.

    A target whose inputs and files have not changed since the last build is skipped, unless all are to be
    made ``anew``; ``force`` does that too, and writes over what was edited by hand.  What of a target has not
    changed is taken from the cache; without it (``cached``) nothing is taken from it and nothing kept.
    Raises PublistError at the first target that cannot be made.
    """
    memory = Memory(config.path if cached else None)
    source: pipeline.Loaded | None = None
    try:
        for target in targets:
            inputs = digest(files_of(config, target), repr(config._replace(targets={})), repr(target))
            made = None if force or anew else memory.recall(target.name, inputs)
            if made is not None:
                outcomes = [Outcome(Path(path), changed=False) for path in made.outputs]
                yield Built(target, outcomes, made.problems)
                continue
            if source is None:
                from publist import pipeline

                pipeline.check_readable(config.bibliography)
                with _shelf(config, memo.SOURCE, cached=cached):
                    source = pipeline.read(config.bibliography, config.project.private, whole=False)
            with _shelf(config, target.name, cached=cached):
                result = _make(config, target, source, progress, check=check, force=force)
            yield result
            if not check or not any(outcome.changed for outcome in result.outcomes):
                memory.keep(target.name, inputs, [one.path for one in result.outcomes], result.problems)
    finally:
        memory.save()


def _shelf(config: Config, name: str, *, cached: bool) -> AbstractContextManager[None]:
    """What is kept of earlier builds, for one step of this one."""
    if not cached:
        return nullcontext()
    from publist.writing.shelves import shelf_of

    return memo.shelf(name, lambda: shelf_of(config.path, name, repr(program())))


def _make(
    config: Config,
    target: Target,
    source: pipeline.Loaded,
    progress: Progress | None,
    *,
    check: bool,
    force: bool,
) -> Built:
    from publist import pipeline

    target = deepened(target)
    options = options_for({**target.look, "format": target.format}, config.project)
    others = [one.output for one in config.targets.values() if one.output]
    page = destination.placed(options.page, target, [*config.bibliography, *others])
    options = options._replace(page=page)
    rendered = pipeline.render(source, options, progress)
    sources = [*files_of(config, target), config.path] if config.path else files_of(config, target)
    outcomes = destination.put(rendered, target, check=check, force=force, sources=sources)
    problems = list(rendered.problems)
    if target.output_dir is not None:
        stale = destination.stale_pages(rendered, target.output_dir)
        text = "no listed publication has this page; delete it"
        problems += [Problem(str(path), 0, rules.STALE_PAGE, text) for path in stale]
    return Built(target, outcomes, problems)


def files_of(config: Config, target: Target) -> list[Path]:
    """The files that the target is made from, without the file that it goes into."""
    words = str(target.look.get("introduction"))
    named = [target.look.get("template"), target.look.get("style"), words if words.endswith(".md") else None]
    return [*config.bibliography, *(Path(str(name)) for name in named if name)]
