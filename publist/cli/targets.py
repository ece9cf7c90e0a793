"""The commands around ``publist.toml`` and its targets: build, init, diff, schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publist.cli.shared import (
    CHECK,
    FILES,
    FORCE,
    OUTPUT,
    STRICT,
    Bar,
    asked,
    counted,
    finish,
    look_options,
    put,
    read,
    write,
)
from publist.errors import ConfigError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from publist.targets.make import Result


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
def build(names: tuple[str, ...], *, check: bool, force: bool, strict: bool) -> None:
    """Make the TARGETs of publist.toml, all of them without a name.

    The bibliography is read once, only files that change are written, and a target that nothing has changed
    for is skipped.

    \b
    Exit codes: 0 all is up to date; 1 with --check, a file would change, or with --strict, there were
    problems; 2 a target cannot be made.
    """  # noqa: D301 - click takes \b for "keep these lines"
    from publist import settings
    from publist.targets.make import build as make
    from publist.targets.make import chosen

    folder = Path()
    config = settings.load(folder)
    targets = chosen(config, names)
    said: dict[str, None] = {}  # targets of one bibliography have most problems in common
    changed = 0
    bar = Bar()
    for result in make(config, targets, folder, check=check, force=force, progress=bar):
        bar.clear()
        said |= dict.fromkeys(result.messages)
        changed += sum(outcome.changed for outcome in result.outcomes)
        _report(result, check=check)
    for message in said:
        click.echo(message, err=True)
    verb = "would change" if check else "written"
    click.echo(f"{counted(len(targets), 'target')}, {counted(changed, 'file')} {verb}", err=True)
    if (check and changed) or (strict and said):
        sys.exit(1)


def _report(result: Result, *, check: bool) -> None:
    """The diffs with ``check``, else a line for each file that was written."""
    for outcome in result.outcomes:
        if outcome.changed:
            click.echo(outcome.diff if check else f"{outcome.path}\n", nl=False)


@click.command()
@click.option("--bibliography", multiple=True, metavar="FILE", help="A .bib file; may be repeated.")
@click.option("--name", metavar="NAME", help="Whose list it is.")
@click.option("--kind", metavar="KIND", help="The kind of site: html, jekyll, hugo … (asked for without).")
def init(bibliography: tuple[str, ...], name: str | None, kind: str | None) -> None:
    """Write a first publist.toml, with comments, into this folder.

    What no option says is asked for.  A publist.toml that exists is never overwritten.
    """
    from publist.settings import FILE_NAME
    from publist.settings.starter import KINDS, starter

    path = Path(FILE_NAME)
    if path.exists():
        raise ConfigError("exists already and is left as it is", file=FILE_NAME)
    if not bibliography:
        found = sorted(str(one) for one in Path().glob("*.bib"))
        answer = click.prompt("Bibliography", default=found[0] if found else "publications.bib")
        bibliography = (answer,)
    if name is None:
        name = click.prompt("Your name, as in the bibliography", default="", show_default=False)
    if kind is None:
        kind = click.prompt("Kind of site", type=click.Choice(list(KINDS)), default="html")
    if kind not in KINDS:
        raise ConfigError(f"--kind {kind} is not known; known are: {', '.join(KINDS)}")
    write(starter(bibliography, name or "", kind).encode("utf-8"), path)
    click.echo(f"{FILE_NAME} is written; next: publist build", err=True)
    for file in bibliography:
        if not Path(file).exists():
            click.echo(f"{file}: warning: there is no such file yet", err=True)


@click.command()
@click.option("--since", required=True, metavar="DATE|REV", help="A date (2024-01-01) or a revision of git.")
@FILES
@look_options
@OUTPUT
@STRICT
def diff(since: str, files: tuple[Path, ...], output: Path | None, *, strict: bool, **look: Any) -> None:
    """List what is new since a date, or new or changed since a revision of git.

    With a date: what was published on that day or later.  With a revision: which entries of FILES the
    revision had not, or had otherwise.
    """
    from publist import settings
    from publist.reports import report
    from publist.settings.look import options_for
    from publist.settings.target import target

    config = settings.load(Path())
    sources, private = files or config.bibliography, config.project.private
    found = report.since(read(sources, private), sources, since, private)
    place = target("", {**config.look, **asked(look)}, output=output)
    rendered = report.render(found, options_for({**place.look, "format": place.format}, config.project))
    put(rendered, place, check=False, force=False)
    finish(rendered.problems, report.counts(found), strict=strict)


@click.command()
@OUTPUT
def schema(output: Path | None) -> None:
    """Print the JSON schema of publist.toml, for editors that complete and check it."""
    from publist.settings.schema import schema as made

    write(made().encode("utf-8"), output)
