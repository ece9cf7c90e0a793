"""The command ``publist css``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import OUTPUT, write


@click.command()
@click.argument("theme", default="plain", metavar="[THEME]")
@OUTPUT
def css(theme: str, output: Path | None) -> None:
    """Print the style sheet of a list, for a page of your own. THEME is plain, cards or compact."""
    from publist.page.sheets import sheet

    write(sheet(theme).encode("utf-8"), output)
