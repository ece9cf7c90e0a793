"""The command ``publist convert``."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from publist.cli.shared import OUTPUT, QUIET, STRICT, counted, finish, read, write
from publist.settings.options import Titles


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["csl-json", "bibtex", "biblatex"]),
    default="csl-json",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--titles",
    type=click.Choice(get_args(Titles)),
    default="auto",
    show_default=True,
    help="English titles as typed, or in sentence case; auto: sentence for csl-json, typed for bibtex.",
)
@OUTPUT
@STRICT
@QUIET
def convert(file: Path, form: str, titles: Titles, output: Path | None, *, strict: bool, quiet: bool) -> None:
    """Print the publications of FILE (BibTeX or CSL-JSON; - is standard input) in another form."""
    from publist import pipeline, settings

    config = settings.load(Path())
    source = read([file], config.project.private)
    text, lost = pipeline.converted(source.publications, form, titles)
    write(text.encode("utf-8"), output, file)
    shared = f", {source.shared} shared data" if source.shared else ""
    counts = f"{len(source.publications)} converted{shared}, {source.refused} refused"
    finish(
        [*source.problems, *lost],
        f"{counted(source.present, 'entry')} read, {counts}",
        config,
        strict=strict,
        quiet=quiet,
    )
