"""The command ``publist import``; the module's name has a line, as ``import`` is a word of Python's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.network import CONTACT, OFFLINE, client_of
from publist.cli.shared import OUTPUT, QUIET, STRICT, ProgressBar, counted, finish, write
from publist.errors import OutputError

if TYPE_CHECKING:
    from publist.sources import Request


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@OUTPUT
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@CONTACT
@OFFLINE
@STRICT
@QUIET
def import_(
    sources: tuple[str, ...], output: Path | None, contact: str, *, force: bool, offline: bool, strict: bool,
    quiet: bool,
) -> None:  # fmt: skip
    """Read works from servers, from what other programs export, or from a site's files, into BibTeX.

    A SOURCE is a file, a folder, the address of a profile or a work, or one of orcid:ID, dblp:PID, doi:DOI,
    arxiv:NUMBER, inspire:ID, openalex:ID, zotero:USER[/COLLECTION], ads:ID, pubmed:ID.

    Files: RIS, PubMed, EndNote, Web of Science, Zotero, CSL-JSON and -YAML, Crossref, OpenAlex, ORCID,
    INSPIRE, DBLP, ADS, arXiv; folders of academicpages, Hugo and Jekyll; rendercv, JSON Resume.
    """
    from publist import settings
    from publist.sources import imported

    target = None if output in (None, Path("-")) else output
    if target is not None and target.exists() and not force:
        message = (
            "exists, and works are not merged into it yet; name another file, or write over it with --force"
        )
        raise OutputError(message, file=str(target))
    wanted = [source_of(text) for text in sources]
    bar = ProgressBar()
    asking = not all(isinstance(one, Path) for one in wanted)
    client = client_of(settings.load(Path()), contact, offline=offline) if asking else None
    found = imported(wanted, client, bar)
    bar.clear()
    write(found.text.encode("utf-8"), target)
    doubts = sum(problem.rule.severity != "info" for problem in found.problems)
    finish(
        found.problems,
        f"{counted(found.works, 'work')} imported, {counted(doubts, 'place')} to look at",
        strict=strict,
        quiet=quiet,
    )


def source_of(text: str) -> Path | Request:
    """A file or folder, else what a server is asked for.  Raises InputError for what is neither."""
    from publist.sources.servers import request_of

    if Path(text).exists():
        return Path(text)
    return request_of(text) or Path(text)
