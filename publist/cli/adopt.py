"""The command ``publist adopt``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import OUTPUT, QUIET, STRICT, counted, finish, write


@click.command()
@click.argument("page", type=click.Path(path_type=Path))
@OUTPUT
@STRICT
@QUIET
def adopt(page: Path, output: Path | None, *, strict: bool, quiet: bool) -> None:
    """Read the publication list that is typed on PAGE (HTML, Markdown or jemdoc) into BibTeX."""
    from publist.adopt import adopt as read

    found = read(page)
    write(found.text.encode("utf-8"), None if output == Path("-") else output, page)
    doubts = sum(problem.rule.severity != "info" for problem in found.problems)
    finish(
        found.problems,
        f"{counted(found.works, 'work')} adopted, {counted(doubts, 'place')} to look at",
        strict=strict,
        quiet=quiet,
    )
