"""The command ``publist schema``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import OUTPUT, write


@click.command()
@OUTPUT
def schema(output: Path | None) -> None:
    """Print the JSON schema of publist.toml, for editors that complete and check it."""
    from publist.settings.schema import schema as made

    write(made().encode("utf-8"), output)
