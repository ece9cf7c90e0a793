"""The command ``publist update``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.network import CONTACT, OFFLINE, client_of, source_of
from publist.cli.shared import FILES, QUIET, ProgressBar, counted, finish, paths_of
from publist.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publist.inputs import Input
    from publist.settings import Config
    from publist.update.look import Findings
    from publist.update.proposals import Proposal


@click.command()
@FILES
@click.option(
    "--from",
    "sources",
    multiple=True,
    metavar="SOURCE",
    help="Where your works are listed, e.g. orcid:ID; may be repeated. [default: owner.orcid]",
)
@click.option("--diff", is_flag=True, help="Show the patch and write nothing; so without an option, too.")
@click.option("--write", "writes", is_flag=True, help="Apply the patch.")
@click.option("--check", is_flag=True, help="Exit with 1 if there is something to do.")
@click.option(
    "--least",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Take into the patch what a search by text found with this score, of 100; else it is only said.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="What to print; github: the text of a pull request.",
)
@CONTACT
@OFFLINE
@QUIET
def update(
    files: tuple[Path, ...], sources: tuple[str, ...], least: float | None, form: str, contact: str, *,
    diff: bool, writes: bool, check: bool, offline: bool, quiet: bool,
) -> None:  # fmt: skip
    """Look for what has become of the works in FILES (.bib; those of publist.toml without), and propose it.

    Published versions of preprints, missing DOIs, DOIs of other works, new works of yours, retractions and
    corrections.  Prints a patch; nothing is written without --write.  New works go to the end of the first
    file that has works.
    """
    from publist import inputs, settings

    if diff and writes:
        raise ConfigError("--diff and --write exclude each other")
    config = settings.load(Path())
    if inputs.STDIN in files:
        raise ConfigError("update needs files; name one instead of -")
    given = [inputs.read(path) for path in dict.fromkeys(paths_of(files or config.bibliography))]
    bar = ProgressBar()
    found = _look(given, config, sources, bar, contact, offline=offline)
    bar.clear()
    taken = _print(given, found, form, least, writes=writes)
    problems = [one.problem() for one in found.proposals] + found.problems
    done = "written" if writes else "to write with --write"
    counts = f"{counted(len(found.proposals), 'proposal')}, {len(taken)} {done}"
    if more := sum(one.changes for one in found.proposals) - len(taken):
        counts += f", {more} with --least"
    finish(problems, counts, config, strict=False, quiet=quiet)
    if check and found.proposals:
        sys.exit(1)


def _look(
    given: Sequence[Input], config: Config, sources: tuple[str, ...], bar: ProgressBar, contact: str, *,
    offline: bool,
) -> Findings:  # fmt: skip
    from publist.errors import InputError
    from publist.sources import Request
    from publist.update.look import of_inputs

    wanted = [source_of(text) for text in sources]
    if not sources and config.owner.orcid:
        wanted = [source_of(f"orcid:{config.owner.orcid}")]
    for one in wanted:
        if isinstance(one, Path):
            raise InputError("is a file; publist import reads it", file=str(one))
    requests = [one for one in wanted if isinstance(one, Request)]
    return of_inputs(given, client_of(config, contact, offline=offline), requests, bar)


def _print(
    given: Sequence[Input], found: Findings, form: str, least: float | None, *, writes: bool
) -> list[Proposal]:
    """Print what was found, and write it if asked for; the proposals that the patch has."""
    from publist.update import proposals
    from publist.writing.destination import mend

    taken = proposals.deciding(found.proposals, least)
    outcomes = [
        mend(Path(one.name), one.data, proposals.applied(bibliography, taken), check=not writes)
        for one, bibliography in zip(given, found.bibliographies, strict=True)
    ]
    if form == "json":
        click.echo(proposals.as_json(found.proposals), nl=False)
    elif form == "github":
        others = [one for one in found.proposals if one not in taken]
        click.echo(proposals.as_markdown(taken, others, found.problems), nl=False)
    else:
        click.echo("".join(outcome.diff for outcome in outcomes), nl=False)
    return taken
