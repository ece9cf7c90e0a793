"""The command ``publist init``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import write
from publist.errors import ConfigError


@click.command()
@click.option("--bibliography", multiple=True, metavar="FILE", help="A .bib file; may be repeated.")
@click.option("--name", metavar="NAME", help="Whose list it is.")
@click.option("--kind", metavar="KIND", help="The kind of site: html, jekyll, hugo … (asked for without).")
def init(bibliography: tuple[str, ...], name: str | None, kind: str | None) -> None:
    """Write a first publist.toml, with comments, into this folder.

    What no option says is asked for.  For sites that take HTML a style sheet is written as well.
    A file that exists is never overwritten.
    """
    from publist.page.sheets import sheet
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
    style = KINDS[kind].sheet and Path(KINDS[kind].sheet)
    if style and not style.exists():
        write(sheet().encode("utf-8"), style)
        click.echo(f"{style} is written: link to it in the head of a page that a list goes into", err=True)
    click.echo(f"{FILE_NAME} is written; next: publist build", err=True)
    for file in bibliography:
        if not Path(file).exists():
            click.echo(f"{file}: warning: there is no such file yet", err=True)
