"""What the commands share: options, reading, writing, messages and exit codes."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_origin

import click

from publist.errors import ConfigError, OutputError
from publist.problems import Problem, lines
from publist.settings.look import LOOK, Setting
from publist.settings.options import Arrangement, Choice, Options, Page, Persons

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from publist.pipeline import Loaded, Rendered
    from publist.preview.attempts import Attempt
    from publist.settings import Config
    from publist.settings.target import Target

_PATIENCE = 1.0  # seconds until a bar shows that something goes on
_BAR_WIDTH = 30  # columns

FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE, in folders that are made for it, instead of the terminal.",
)
CHECK = click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 and a diff if a file would change."
)
FORCE = click.option("--force", is_flag=True, help="Write over what was edited by hand.")
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 if there is an error or a warning.")

QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Say nothing of problems and counts; only what stops a run."
)


# The groups of a list's options in its help: by what they belong to, or by name where that says another.
_GROUP_OF_RECORD = {Arrangement: "List", Choice: "List", Persons: "People", Options: "Look", Page: "Output"}
_GROUP_OF_NAME = {
    "sort": "List", "summary": "List", "highlight": "People", "heading-level": "Look", "title": "Look",
    "theme": "Look", "introduction": "Look", "languages": "Look", "format": "Output", "site": "Output",
}  # fmt: skip
_LONGEST = 50  # characters of choices that a line of help has room for


class ListCommand(click.Command):
    """A command that takes the options of a list, in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options by group."""
        groups: dict[str, list[tuple[str, str]]] = {"List": [], "Look": [], "People": [], "Output": []}
        settings = {setting.name: _GROUP_OF_RECORD.get(setting.record, "Look") for setting in LOOK}
        for option in self.get_params(ctx):
            if isinstance(option, click.Option) and (record := option.get_help_record(ctx)):
                name = option.opts[-1].lstrip("-")
                group = _GROUP_OF_NAME.get(name) or settings.get(name, "Output")
                groups[group].append(record)
        for title, records in groups.items():
            with formatter.section(title):
                formatter.write_dl(records, col_max=26)


class _Listed(click.Option):
    """An option with so many choices that they stand in its help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's name and help."""
        record = super().get_help_record(ctx)
        choices = self.type.choices if isinstance(self.type, click.Choice) else ()
        return record and (record[0], f"{record[1]}  One of: {', '.join(choices)}.")


def look_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each setting of a list that fits on a command line; None where it is not given."""
    for setting in reversed(LOOK):
        kind = setting.kind
        if get_origin(kind.type) in (tuple, Mapping) and not kind.members:
            continue
        default = "" if kind.type is bool or not setting.default else f" [default: {setting.default}]"
        name = f"--{setting.name}" + (f"/--no-{setting.name}" if kind.type is bool else "")
        option = click.option(name, default=None, help=setting.help + default, **_typed(setting))
        command = option(command)
    return command


def _typed(setting: Setting) -> dict[str, Any]:
    """What click asks of a value on the command line."""
    kind = setting.kind
    if kind.choices:
        many = len("|".join(kind.choices)) > _LONGEST
        return {
            "type": _Choice(setting),
            **({"cls": _Listed, "metavar": setting.name.upper()} if many else {}),
        }
    if kind.members:
        return {"type": click.Choice(kind.members), "multiple": True}
    if kind.type is int:
        return {"type": _Number(setting), "metavar": "N"}
    if kind.type is bool:
        return {"is_flag": True}
    if kind.type is Path:
        return {"type": click.Path(), "metavar": "FILE"}
    completed = {"shell_complete": _style_names} if setting.name == "style" else {}
    return {"metavar": "TEXT", **completed}


class _Choice(click.Choice):  # type: ignore[type-arg]  # generic since click 8.2
    """One of several words; an error has the same message as in publist.toml."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting.kind.choices)
        self.setting = setting

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        return str(self.setting.read(value))


class _Number(click.IntRange):
    """A whole number; an error has the same message as in publist.toml."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(*setting.kind.range)
        self.setting = setting

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002 - click's signature
        number = int(value) if str(value).lstrip("-").isdecimal() else value
        return int(self.setting.read(number))


def _style_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The styles whose names begin so, for shell completion."""
    from click.shell_completion import CompletionItem

    from publist.csl import catalogue

    return [CompletionItem(name) for name in catalogue.names() if name.startswith(typed)]


class ProgressBar:
    """A bar on the terminal, once a run takes longer than a second; call it with done and total."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        if sys.stderr.isatty() and time.monotonic() - self.begun > _PATIENCE:
            filled = _BAR_WIDTH * done // max(total, 1)
            bar = "#" * filled + "." * (_BAR_WIDTH - filled)
            click.echo(f"\r[{bar}] {done}/{total}", nl=False, err=True)
            self.shown = True

    def clear(self) -> None:
        """Take the bar off the terminal."""
        if self.shown:
            click.echo("\r\033[K", nl=False, err=True)  # ECMA-48: erase to the end of the line
            self.shown = False


def asked(look: dict[str, Any]) -> dict[str, Any]:
    """The settings among the options that were given, by their names in publist.toml."""
    return {name.replace("_", "-"): value for name, value in look.items() if value not in (None, ())}


def read(files: Iterable[Path], private: Sequence[str] = ()) -> Loaded:
    """The publications in the files.  Raises ConfigError without files, InputError for a broken one."""
    from publist import pipeline

    return pipeline.read(paths_of(files), private, whole=False)


def paths_of(files: Iterable[Path]) -> list[Path]:
    """The files, which are there.  Raises ConfigError if none is named, InputError for a wrong one."""
    from publist import pipeline
    from publist.settings import matching

    # a pattern that the shell left alone is read as publist.toml reads it
    found = (path for name in files for path in matching(Path(), str(name)) or [name])
    paths = list(dict.fromkeys(found))
    if not paths:
        raise ConfigError(
            'no bibliography: name a .bib file, or write bibliography = ["my.bib"] into publist.toml'
        )
    pipeline.check_readable(paths)
    return paths


def write(data: bytes, output: Path | None, source: Path | None = None) -> None:
    """Write to the file, or to the terminal without one.  Raises OutputError for the ``source`` itself."""
    if output is not None and source is not None and output.resolve() == source.resolve():
        raise OutputError("is what is read; name another file", file=str(output))
    if output is None:
        _write_out(data)
    else:
        from publist.writing import whole

        whole.write(output, data)


def _write_out(data: bytes) -> None:
    """All of the bytes to standard output, which may take a part at a time (``PYTHONUNBUFFERED``)."""
    rest = memoryview(data)  # UTF-8 whatever the terminal's encoding
    while rest and sys.stdout is not None:
        rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()


def put(rendered: Rendered, target: Target, sources: Sequence[Path], *, check: bool, force: bool) -> bool:
    """Write the list to its target, else to the terminal; True if a file changed, or would."""
    from publist.settings.formats import FORMATS

    if target.into is target.output is target.output_dir is None:
        if check:
            raise ConfigError("--check needs a file: --into, --output or --output-dir")
        if FORMATS[target.format].extra and sys.stdout.isatty():
            raise ConfigError(f"{target.format} is nothing for a terminal: name a file with --output")
        write(rendered.data, None)
        return False
    from publist.writing import destination

    outcomes = destination.put(rendered, target, check=check, force=force, sources=sources)
    click.echo("".join(outcome.diff for outcome in outcomes), nl=False)
    return any(outcome.changed for outcome in outcomes)


def finish(
    problems: Iterable[Problem],
    counts: str,
    config: Config | None = None,
    *,
    strict: bool,
    quiet: bool = False,
) -> None:
    """Print the problems that ``config`` does not ignore, and the counts, unless ``quiet``.

    With ``strict``, exit with 1 if one of the problems is more than an info.
    """
    ignored = config.project.problems.ignore if config else ()
    said = [problem for problem in problems if problem.rule.id not in ignored]
    for line in () if quiet else (*lines(said), counts + (_settings_of(config) if config else "")):
        click.echo(line, err=True)
    if strict and any(problem.rule.severity != "info" for problem in said):
        sys.exit(1)


def until_interrupted(command: Callable[..., None]) -> Callable[..., None]:
    """A command that Ctrl-C ends at once, as it is meant to."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        with contextlib.suppress(KeyboardInterrupt):
            command(*arguments, **options)

    return run


_told: list[str] = []


def tell(attempt: Attempt, *, quiet: bool) -> None:
    """Print which files a save has changed, and its problems unless they are those of the save before."""
    for path in (outcome.path for one in attempt.built for outcome in one.outcomes if outcome.changed):
        click.echo(str(path))
    found = [*(() if quiet else lines(attempt.said)), *([attempt.error.report] if attempt.error else [])]
    if found != _told:
        _told[:] = found
        for line in found or ["No problems any more"]:
            click.echo(line, err=True)


def _settings_of(config: Config) -> str:
    """The end of the counts where publist.toml is above: ``, owner W. Shao (../publist.toml)``."""
    if config.path.parent == Path():
        return ""
    owner = f"owner {config.owner.name}" if config.owner.name else "settings"
    return f", {owner} ({config.path})"


def counted(number: int, noun: str) -> str:
    """A number with its noun, e.g. ``1 entry`` or ``2 entries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
