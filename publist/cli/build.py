"""The command ``publist build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.shared import (
    CHECK,
    FORCE,
    QUIET,
    STRICT,
    ProgressBar,
    counted,
    finish,
    tell,
    until_interrupted,
)
from publist.errors import ConfigError
from publist.problems import Problem

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from publist.writing.build import Built


def _target_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The targets of publist.toml, for shell completion."""
    from click.shell_completion import CompletionItem

    from publist import settings

    try:
        names = settings.load(Path()).targets
    except ConfigError:
        return []  # a shell has no place for a message
    return [CompletionItem(name) for name in names if name.startswith(typed)]


@click.command()
@click.argument("names", nargs=-1, metavar="[TARGET]...", shell_complete=_target_names)
@CHECK
@FORCE
@STRICT
@QUIET
@click.option("--no-cache", "fresh", is_flag=True, help="Make all anew, and keep nothing for the next time.")
@click.option("--watch", is_flag=True, help="Go on, and build again whenever something is saved.")
@until_interrupted
def build(
    names: tuple[str, ...], *, check: bool, force: bool, strict: bool, quiet: bool, fresh: bool, watch: bool
) -> None:
    """Make the TARGETs of publist.toml, all of them without a name.

    The bibliography is read once, only files that change are written, a target that nothing has changed
    for is skipped, and of the others only entries that have changed are made again (publist cache).

    \b
    Exit codes: 0 all is up to date; 1 with --check, a file would change, or
    with --strict, there were problems; 2 a target cannot be made.
    """  # noqa: D301 - click takes \b for "keep these lines"
    if watch:
        if check or force or strict or fresh:
            raise ConfigError("--watch goes on: leave out --check, --force, --no-cache and --strict")
        from publist.preview import attempts

        for attempt in attempts.of_targets(lambda _config: names):
            tell(attempt, quiet=quiet)
        return
    from publist import settings
    from publist.writing import build as making

    config = settings.load(Path())
    targets = making.chosen(config, names)
    problems: list[Problem] = []  # targets of one bibliography have most in common
    changed = 0
    bar = ProgressBar()
    for result in making.build(config, targets, check=check, force=force, cached=not fresh, progress=bar):
        bar.clear()
        problems += result.problems
        changed += sum(outcome.changed for outcome in result.outcomes)
        _report(result, check=check)
    verb = "would change" if check else "written"
    counts = f"{counted(len(targets), 'target')}, {counted(changed, 'file')} {verb}"
    finish(problems, counts, config, strict=strict, quiet=quiet)
    if check and changed:
        sys.exit(1)


def _report(result: Built, *, check: bool) -> None:
    """The diffs with ``check``, else a line for each file that was written."""
    for outcome in result.outcomes:
        if outcome.changed:
            click.echo(outcome.diff if check else f"{outcome.path}\n", nl=False)
