"""The command ``publist styles``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import counted, finish


@click.command()
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option(
    "--check",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Check a style file against the CSL schema.",
)
def styles(words: tuple[str, ...], check: Path | None) -> None:
    """List the CSL styles whose name, title or fields hold all WORDs."""
    from publist.csl import catalogue

    if check is not None:
        from publist.csl import validate

        problems = validate.check(check)
        found = counted(len(problems), "problem") if problems else "a valid CSL style"
        finish(problems, f"{check}: {found}", strict=True)
        return
    matching = catalogue.search(" ".join(words))
    for info in matching:
        details = ", ".join([*info.fields, *([str(info.year)] if info.year else [])])
        like = f" (as {info.parent})" if info.parent else ""
        click.echo(f"{info.name}  {info.title}{like}" + (f"  [{details}]" if details else ""))
    click.echo(counted(len(matching), "style"), err=True)
