"""The command ``publist diff``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from publist.cli.shared import (
    FILES,
    OUTPUT,
    QUIET,
    STRICT,
    ListCommand,
    asked,
    finish,
    look_options,
    put,
    read,
)


@click.command(cls=ListCommand)
@click.option("--since", required=True, metavar="DATE|REV", help="A date (2024-01-01) or a revision of git.")
@FILES
@look_options
@OUTPUT
@STRICT
@QUIET
def diff(
    since: str, files: tuple[Path, ...], output: Path | None, *, strict: bool, quiet: bool, **look: Any
) -> None:
    """List what is new since a date, or new or changed since a revision of git.

    With a date: what was published on that day or later.  With a revision: which entries of FILES the
    revision had not, or had otherwise.
    """
    from publist import settings
    from publist.news import report
    from publist.settings.look import options_for
    from publist.settings.target import target

    config = settings.load(Path())
    sources, private = files or config.bibliography, config.project.private
    found = report.since(read(sources, private), sources, since, private)
    place = target("", {**config.look, **asked(look)}, output=output)
    rendered = report.render(found, options_for({**place.look, "format": place.format}, config.project))
    put(rendered, place, sources, check=False, force=False)
    finish(rendered.problems, report.counts(found), config, strict=strict, quiet=quiet)
