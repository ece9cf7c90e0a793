"""The command line: options, messages, exit codes; no logic."""

from __future__ import annotations

import importlib
import keyword
import sys
from pathlib import Path
from typing import Any

import click

from publist.errors import PublistError, nearest

# The commands are the modules here, each with a function of its name; a run imports its own alone.
# The name of one that is a word of Python's has a line behind it.
_SHARED = frozenset({"network", "shared"})


# In the order of work; a command without a row here stands in the last group.
_GROUPS = {
    "Begin": ("init", "start", "adopt", "import"),
    "Look and mend": ("serve", "check", "update"),
    "Write lists": ("render", "build", "styles", "css", "filter"),
    "Tell what is new": ("news", "diff"),
    "Other": (),
}
_EXAMPLE = """\
Example:
  publist init                 asks a little and writes publist.toml
  publist serve                shows the page and follows what you save
  publist build                writes every list of publist.toml
  publist render my.bib --style apa --highlight "W. Shao" -o list.html
"""


class _Commands(click.Group):
    """Turns the program's errors into one line and exit code 2."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in groups, each with the whole first sentence of its help."""
        names = self.list_commands(ctx)
        named = {name for group in _GROUPS.values() for name in group}
        others = [name for name in names if name not in named]
        for title, group in _GROUPS.items():
            listed = [name for name in group if name in names] + (others if title == "Other" else [])
            commands = {name: self.get_command(ctx, name) for name in listed}
            rows = [(name, command.get_short_help_str(200)) for name, command in commands.items() if command]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """An example."""
        formatter.write(f"\n{_EXAMPLE}")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        modules = Path(__file__).parent.glob("[!_]*.py")
        return sorted(module.stem.rstrip("_") for module in modules if module.stem not in _SHARED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(importlib.import_module(f"publist.cli.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Tells what a wrong command was meant to be, e.g. ``publist my.bib``."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            a_file = args[0].endswith((".bib", ".json"))
            meant = [f"render {args[0]}"] if a_file else nearest(args[0], self.list_commands(ctx))
            if not meant:
                raise
            raise click.UsageError(f"{error.message} Did you mean: publist {meant[0]}", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PublistError as error:
            click.echo(error.report, err=True)
            sys.exit(2)
        except BrokenPipeError:
            # The reader of the output has gone, as in `publist render | head`.
            sys.stderr.close()
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="publist", prog_name="publist")
def main() -> None:
    """Publication lists from BibTeX, formatted by CSL styles, for any site."""
