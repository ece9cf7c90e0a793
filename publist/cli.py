"""The command line: options, messages, exit codes; no logic."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publist import __version__
from publist.errors import ConfigError, Problem, PublistError
from publist.look import LOOK, Setting

if TYPE_CHECKING:
    from publist.pipeline import Source

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)
_STRICT = click.option("--strict", is_flag=True, help="Exit with 1 if there is any problem.")


def _look_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each setting of a list that fits on a command line; None where it is not given."""
    for setting in reversed(LOOK):
        default = "" if setting.kind == "bool" or not setting.default else f" [default: {setting.default}]"
        if kind := _OPTION_TYPES.get(setting.kind):
            extra: dict[str, Any] = kind(setting)
            name = f"--{setting.name}"
            name += f"/--no-{setting.name}" if setting.kind == "bool" else ""
            option = click.option(name, default=None, help=setting.help + default, **extra)
            command = option(command)
    return command


_OPTION_TYPES: dict[str, Callable[[Setting], dict[str, Any]]] = {
    "text": lambda _: {"metavar": "TEXT"},
    "path": lambda _: {"type": click.Path(), "metavar": "FILE"},
    "bool": lambda _: {"is_flag": True},
    "int": lambda setting: {"type": click.IntRange(setting.least, setting.most)},
    "choice": lambda setting: {"type": click.Choice(setting.choices)},
}


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
@_look_options
@_OUTPUT
@_STRICT
def render(
    files: tuple[Path, ...],
    highlight: tuple[str, ...],
    *,
    output: Path | None,
    strict: bool,
    **look: Any,
) -> None:
    """Write the list of publications in FILES (.bib, or CSL-JSON as .json).

    Without FILES the bibliography of publist.toml in this folder is taken.

    \b
    Exit codes: 0 a list was written; 1 with --strict, there were problems;
    2 nothing was written: a file cannot be read, the style or an option is wrong.
    """  # noqa: D301 - click takes \b for "keep these lines"
    from publist import config, pipeline
    from publist.formats import of_file
    from publist.options import options_for

    settings = config.load(Path())
    asked = {name.replace("_", "-"): value for name, value in look.items() if value is not None}
    options = options_for({"format": of_file(output), **settings.look, **asked}, settings.project, highlight)
    rendered = pipeline.render(_read(files or settings.bibliography, settings.project.private), options)
    _write(rendered.data, output)
    others = {"hidden": rendered.hidden, "left out": rendered.left_out, "merged": rendered.merged}
    details = "".join(f", {count} {what}" for what, count in others.items() if count)
    counts = f"{rendered.listed} listed{details}, {rendered.refused} refused"
    _finish(rendered.problems, f"{_counted(rendered.present, 'entry')} read, {counts}", strict=strict)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["csl-json"]),
    default="csl-json",
    show_default=True,
    help="What to write.",
)
@_OUTPUT
@_STRICT
def convert(file: Path, form: str, output: Path | None, *, strict: bool) -> None:  # noqa: ARG001 - the one form there is
    """Print the publications of FILE (.bib, or CSL-JSON as .json) in another form."""
    from publist import pipeline

    source = _read([file])
    _write(pipeline.as_items(source.publications).encode("utf-8"), output)
    counts = f"{len(source.publications)} converted, {source.refused} refused"
    _finish(source.problems, f"{_counted(source.present, 'entry')} read, {counts}", strict=strict)


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
        found = _counted(len(problems), "problem") if problems else "a valid CSL style"
        _finish(problems, f"{check}: {found}", strict=True)
        return
    matching = catalogue.search(" ".join(words))
    for info in matching:
        details = ", ".join([*info.fields, *([str(info.year)] if info.year else [])])
        like = f" (as {info.parent})" if info.parent else ""
        click.echo(f"{info.name}  {info.title}{like}" + (f"  [{details}]" if details else ""))
    click.echo(_counted(len(matching), "style"), err=True)


def _read(files: Iterable[Path], private: Sequence[str] = ()) -> Source:
    from publist import pipeline

    paths = list(files)
    if not paths:
        raise ConfigError(
            'no bibliography: name a .bib file, or write bibliography = ["my.bib"] into publist.toml'
        )
    pipeline.check_readable(paths)
    return pipeline.read(paths, private)


def _write(data: bytes, output: Path | None) -> None:
    from publist import files

    if output is None:
        click.echo(data, nl=False)  # UTF-8 whatever the terminal's encoding
    else:
        files.write(output, data)


def _finish(problems: Sequence[Problem], counts: str, *, strict: bool) -> None:
    """Say what there is to say; with ``strict``, exit with 1 if that is anything."""
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(counts, err=True)
    if strict and problems:
        sys.exit(1)


def _counted(number: int, noun: str) -> str:
    """A number with its noun, e.g. ``1 entry`` or ``2 entries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
