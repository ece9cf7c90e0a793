"""The command ``publist pseudonymize``."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from publist.cli.shared import OUTPUT, write


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seed", metavar="TEXT", help="Make the same words again; without, each run makes others.")
@OUTPUT
def pseudonymize(file: Path, seed: str | None, output: Path | None) -> None:
    """Print a .bib FILE with other names, titles and links of the same shape, to report a fault with."""
    from publist import mending, pipeline

    pipeline.check_readable([file])
    text = mending.pseudonymized(file, seed if seed is not None else secrets.token_hex(16))
    write(text, output, file)
