"""The command ``publist news``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from publist.cli.shared import FILES, OUTPUT, QUIET, STRICT, counted, finish, read, write
from publist.settings.options import Choice, Options
from publist.settings.project import NewsTable
from publist.settings.values import kind_of


@click.command()
@FILES
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "markdown", "atom"]),
    default="html",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--form",
    type=click.Choice(kind_of(NewsTable.__annotations__["form"]).choices),
    help=f'"[01/2024] Three papers …", or "2 papers … (Jan. 2024)". [default: {NewsTable().form}]',
)
@click.option(
    "--locale", metavar="TAG", help=f"The language of the news, e.g. de-DE. [default: {Options().locale}]"
)
@click.option("--select", metavar="EXPR", help='Tell only of these, e.g. "year >= 2022".')
@click.option("--exclude", metavar="EXPR", help="Leave these out.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Write the newest N lines.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="A jinja2 template.")
@OUTPUT
@STRICT
@QUIET
def news(
    files: tuple[Path, ...],
    format_: Any,
    form: Any,
    locale: str | None,
    select: str | None,
    exclude: str | None,
    limit: int | None,
    template: Path | None,
    output: Path | None,
    *,
    strict: bool,
    quiet: bool,
) -> None:
    """Write the news of accepted papers that FILES (.bib) know.

    An entry with accepted = {2024-01} is news; nickname, abbr, badges and links say the rest.
    """
    from publist import settings
    from publist.errors import ConfigError
    from publist.news.bulletin import Bulletin, bulletin
    from publist.settings.texts import selection

    if template and format_ == "atom":
        raise ConfigError("a feed has no template: leave --template out")
    config = settings.load(Path())
    source = read(files or config.bibliography, config.project.private)
    choice = Choice(selection(select or ""), selection(exclude or ""))
    language = locale or str(config.look.get("locale", ""))
    wanted = Bulletin(format_, form, language, limit or 0, template, choice)
    written = bulletin(source.publications, config.project, wanted)
    write(written.text.encode("utf-8"), output)
    counts = f"{counted(source.present, 'entry')} read, {counted(written.lines, 'line')} of news"
    finish([*source.problems, *written.problems], counts, config, strict=strict, quiet=quiet)
