"""The command ``publist init``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publist.cli.shared import write
from publist.errors import ConfigError


@click.command()
@click.option("--bibliography", multiple=True, metavar="FILE", help="A .bib file; may be repeated.")
@click.option("--name", metavar="NAME", help="Whose list it is.")
@click.option("--orcid", default="", metavar="ID", help="Your ORCID iD, which publist update looks at.")
@click.option("--kind", metavar="KIND", help="The kind of site: html, jekyll, hugo … (asked for without).")
def init(bibliography: tuple[str, ...], name: str | None, orcid: str, kind: str | None) -> None:
    """Write a first publist.toml, with comments, into this folder.

    What no option says is asked for.  The kind of site is guessed from the files here; a page of HTML that
    has markers is used, and without a site the list becomes a page of its own.  For sites that take HTML a
    style sheet is written as well.  A file that exists is never overwritten.
    """
    from publist.page.sheets import sheet
    from publist.settings import FILE_NAME
    from publist.settings.starter import KINDS, kind_of, starter

    path = Path(FILE_NAME)
    if path.exists():
        raise ConfigError("exists already and is left as it is", file=FILE_NAME)
    if not bibliography:
        found = sorted(str(one) for one in Path().glob("*.bib"))
        bibliography = (_asked("Bibliography", found[0] if found else "publications.bib"),)
    if name is None:
        name = _asked("Your name, as in the bibliography", "")
    if kind is None:
        kind = _asked("Kind of site", kind_of(Path()), list(KINDS))
    if kind not in KINDS:
        raise ConfigError(f"--kind {kind} is not known; known are: {', '.join(KINDS)}")
    marked = _marked() if kind == "html" else None
    write(starter(bibliography, name, kind, marked, orcid).encode("utf-8"), path)
    style = KINDS[kind].sheet and Path(KINDS[kind].sheet)
    if style and not style.exists():
        write(sheet().encode("utf-8"), style)
        click.echo(f"{style} is written: link to it in the head of a page that a list goes into", err=True)
    for file in bibliography:
        if not Path(file).exists():
            click.echo(f"{file}: warning: there is no such file yet", err=True)
    place = KINDS[kind].target
    made = marked[0] if marked else place.get("output") or place["output-dir"]
    click.echo(f"{FILE_NAME} is written; next: publist build", err=True)
    click.echo(f"That makes {made}; publist serve shows it and follows what you save.", err=True)


def _asked(question: str, default: str, choices: list[str] | None = None) -> str:
    """The answer; the default where nobody is there to ask."""
    kind = click.Choice(choices) if choices else None
    try:
        return str(click.prompt(question, default=default, show_default=bool(default), type=kind))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo(default, err=True)
        return default


def _marked() -> tuple[str, str] | None:
    """A page of the folder that has markers, and the name in the first of them."""
    from publist.writing.into import markers

    pages = (path for path in (Path("index.html"), *sorted(Path().glob("*.html"))) if path.is_file())
    names = (
        (str(path), marker.name) for path in pages for marker in markers(path.read_bytes()) if marker.name
    )
    return next(names, None)
