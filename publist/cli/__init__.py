"""The command line: options, messages, exit codes; no logic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from publist import __version__
from publist.cli.news import news
from publist.cli.shared import (
    CHECK,
    FILES,
    FORCE,
    OUTPUT,
    STRICT,
    Bar,
    asked,
    counted,
    finish,
    look_options,
    put,
    read,
    write,
)
from publist.cli.targets import build, diff, init, schema
from publist.errors import PublistError


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
@FILES
@click.option(
    "--highlight", multiple=True, metavar="NAME", help='Set off this name, e.g. "W. Shao". May be repeated.'
)
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="FILE", help="Write between the markers of FILE."
)
@click.option("--block", default="", metavar="NAME", help="The name in the markers. [default: the only one]")
@click.option(
    "--output-dir", type=click.Path(path_type=Path), metavar="DIR", help="Pages: the folder they go to."
)
@CHECK
@FORCE
@look_options
@OUTPUT
@STRICT
def render(
    files: tuple[Path, ...],
    highlight: tuple[str, ...],
    *,
    into: Path | None,
    block: str,
    output: Path | None,
    output_dir: Path | None,
    check: bool,
    force: bool,
    strict: bool,
    **look: Any,
) -> None:
    """Write the list of publications in FILES (.bib, or CSL-JSON as .json).

    Without FILES the bibliography of publist.toml in this folder is taken.

    \b
    Exit codes: 0 a list was written; 1 with --strict, there were problems, or with
    --check, a file would change; 2 nothing was written: a file cannot be read or
    written, the style or an option is wrong.
    """  # noqa: D301 - click takes \b for "keep these lines"
    from publist import config, pipeline
    from publist.config.targets import target
    from publist.options import options_for

    settings = config.load(Path())
    place = target(
        "", {**settings.look, **asked(look)}, into=into, block=block, output=output, output_dir=output_dir
    )
    options = options_for({**place.look, "format": place.format}, settings.project, highlight)
    bar = Bar()
    rendered = pipeline.render(read(files or settings.bibliography, settings.project.private), options, bar)
    bar.clear()
    changed = put(rendered, place, check=check, force=force)
    others = {
        "hidden": rendered.hidden,
        "left out": rendered.left_out,
        "merged": rendered.merged,
        "shared data": rendered.shared,
    }
    details = "".join(f", {count} {what}" for what, count in others.items() if count)
    counts = f"{rendered.listed} listed{details}, {rendered.refused} refused"
    finish(rendered.problems, f"{counted(rendered.present, 'entry')} read, {counts}", strict=strict)
    if check and changed:
        sys.exit(1)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["csl-json", "bibtex"]),
    default="csl-json",
    show_default=True,
    help="What to write.",
)
@OUTPUT
@STRICT
def convert(file: Path, form: str, output: Path | None, *, strict: bool) -> None:
    """Print the publications of FILE (.bib, or CSL-JSON as .json) in another form."""
    from publist import config, pipeline

    source = read([file], config.load(Path()).project.private)
    text, lost = pipeline.converted(source.publications, form)
    write(text.encode("utf-8"), output)
    shared = f", {source.shared} shared data" if source.shared else ""
    counts = f"{len(source.publications)} converted{shared}, {source.refused} refused"
    finish([*source.problems, *lost], f"{counted(source.present, 'entry')} read, {counts}", strict=strict)


@main.command()
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
        problems = catalogue.check(check)
        found = counted(len(problems), "problem") if problems else "a valid CSL style"
        finish(problems, f"{check}: {found}", strict=True)
        return
    matching = catalogue.search(" ".join(words))
    for info in matching:
        details = ", ".join([*info.fields, *([str(info.year)] if info.year else [])])
        like = f" (as {info.parent})" if info.parent else ""
        click.echo(f"{info.name}  {info.title}{like}" + (f"  [{details}]" if details else ""))
    click.echo(counted(len(matching), "style"), err=True)


for _command in (build, diff, init, news, schema):
    main.add_command(_command)
