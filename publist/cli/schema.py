"""The command ``publist schema``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import write


@click.command()
@click.option(
    "-o",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE, in folders that are made for it, instead of the terminal.",
)
@click.option("--output", is_flag=True, help="The schema of what `render --format json` writes.")
def schema(file: Path | None, *, output: bool) -> None:
    """Print the JSON schema of publist.toml, for editors that complete and check it."""
    from publist.settings.schema import output_schema
    from publist.settings.schema import schema as made

    write((output_schema() if output else made()).encode("utf-8"), file)
