"""The command line: options, messages, exit codes; no logic."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publist import __version__
from publist.errors import ConfigError, Problem, PublistError

if TYPE_CHECKING:
    from publist.pipeline import Rendered, Source

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)


class _Commands(click.Group):
    """Turns the program's errors into one line and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PublistError as error:
            click.echo(f"{_place(error)}error: {error.message}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            # The reader of the output has gone, as in `publist render | head`.
            sys.stderr.close()
            sys.exit(1)


def _place(error: PublistError) -> str:
    return "".join(f"{part}:" for part in (error.file, error.line) if part is not None) + (
        " " if error.file else ""
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="publist")
def main() -> None:
    """Publication lists from BibTeX, formatted by CSL styles, for any site."""


@main.command()
@_FILES
@click.option(
    "--highlight", multiple=True, metavar="NAME", help='Set off this name, e.g. "W. Shao". May be repeated.'
)
@click.option("--style", metavar="NAME|PATH", help="A CSL style, by name or file. [default: homepage]")
@click.option("--locale", metavar="TAG", help="The language of the list, e.g. de-DE. [default: the style's]")
@click.option(
    "--group-by",
    "grouping",
    type=click.Choice(["year", "type", "none"]),
    default="year",
    show_default=True,
    help="What the headings are.",
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(["date", "file", "style"]),
    help="Newest first, as in the file, or as the style says. [default: date; style without headings]",
)
@click.option("--disambiguate", is_flag=True, help="Add 2024a, 2024b … where the style does so in citations.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "markdown", "json"]),
    default="html",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--heading-level", type=click.IntRange(1, 6), default=2, show_default=True, help="The level of headings."
)
@click.option(
    "--template", type=click.Path(path_type=Path), metavar="FILE", help="A jinja2 template for the fragment."
)
@_OUTPUT
@click.option("--strict", is_flag=True, help="Exit with 1 if there is any problem.")
def render(
    files: tuple[Path, ...],
    highlight: tuple[str, ...],
    style: str | None,
    locale: str | None,
    grouping: Any,
    order: Any,
    *,
    disambiguate: bool,
    format_: Any,
    heading_level: int,
    template: Path | None,
    output: Path | None,
    strict: bool,
) -> None:
    """Write the list of publications in FILES (.bib, or CSL-JSON as .json).

    Without FILES the bibliography of publist.toml in this folder is taken.

    \b
    Exit codes: 0 a list was written; 1 with --strict, there were problems;
    2 nothing was written: a file cannot be read, the style or an option is wrong.
    """  # noqa: D301 - click takes \b for "keep these lines"
    from publist import config, pipeline

    settings = config.load(Path())
    names = highlight + ((settings.owner.name,) if settings.owner.name else ())
    options = pipeline.Options(
        style=style or settings.style,
        locale=locale or settings.locale,
        grouping=grouping,
        order=order,
        disambiguate=disambiguate,
        format=format_,
        heading_level=heading_level,
        template=template,
        highlight=tuple(dict.fromkeys(names)),
    )
    rendered = pipeline.render(_read(files or settings.bibliography), options)
    _write(rendered.text, output)
    _report(rendered.problems)
    click.echo(_count(rendered), err=True)
    if strict and rendered.problems:
        sys.exit(1)


def _read(files: Iterable[Path]) -> Source:
    from publist import pipeline

    paths = list(files)
    if not paths:
        raise ConfigError(
            'no bibliography: name a .bib file, or write bibliography = ["my.bib"] into publist.toml'
        )
    pipeline.check_readable(paths)
    return pipeline.read(paths)


def _write(text: str, output: Path | None) -> None:
    from publist import pipeline

    if output is None:
        stream = click.get_binary_stream("stdout")
        stream.write(text.encode("utf-8"))
        stream.flush()
    else:
        pipeline.write(output, text)


def _report(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _count(rendered: Rendered) -> str:
    noun = "entry" if rendered.present == 1 else "entries"
    hidden = f", {rendered.hidden} hidden" if rendered.hidden else ""
    return f"{rendered.present} {noun} read, {rendered.listed} listed{hidden}, {rendered.refused} refused"
