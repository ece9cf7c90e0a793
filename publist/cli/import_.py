"""The command ``publist import``; the module's name has a line, as ``import`` is a word of Python's."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.shared import OUTPUT, QUIET, STRICT, counted, finish, write
from publist.errors import OutputError


@click.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@OUTPUT
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@STRICT
@QUIET
def import_(
    sources: tuple[Path, ...], output: Path | None, *, force: bool, strict: bool, quiet: bool
) -> None:
    """Read what other programs export, or a site's files, into BibTeX.

    RIS, PubMed, EndNote, CSL-JSON and -YAML, Crossref, OpenAlex, ORCID, INSPIRE, DBLP, arXiv; folders of
    academicpages, Hugo and Jekyll; rendercv, JSON Resume.
    """
    from publist.sources import imported

    target = None if output in (None, Path("-")) else output
    if target is not None and target.exists() and not force:
        message = (
            "exists, and works are not merged into it yet; name another file, or write over it with --force"
        )
        raise OutputError(message, file=str(target))
    found = imported(sources)
    write(found.text.encode("utf-8"), target)
    doubts = sum(problem.rule.severity != "info" for problem in found.problems)
    finish(
        found.problems,
        f"{counted(found.works, 'work')} imported, {counted(doubts, 'place')} to look at",
        strict=strict,
        quiet=quiet,
    )
