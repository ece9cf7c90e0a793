"""The command ``publist import``; the module's name has a line, as ``import`` is a word of Python's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.network import CONTACT, OFFLINE, client_of, source_of, with_versions
from publist.cli.shared import OUTPUT, QUIET, STRICT, ProgressBar, counted, finish, write

if TYPE_CHECKING:
    from publist.problems import Problem
    from publist.sources import Import


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@OUTPUT
@click.option("--force", is_flag=True, help="Write over a file that exists, instead of adding to it.")
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

    Into a .bib file that exists (-o) new works are added at its end; nothing else in it changes.

    Files: RIS, PubMed, EndNote, Web of Science, Zotero, CSL-JSON and -YAML, Crossref, OpenAlex, ORCID,
    INSPIRE, DBLP, ADS, arXiv; folders of academicpages, Hugo and Jekyll; rendercv, JSON Resume.
    """
    from publist import settings
    from publist.sources import imported

    target = None if output in (None, Path("-")) else output
    wanted = [source_of(text) for text in sources]
    asking = not all(isinstance(one, Path) for one in wanted)
    client = client_of(settings.load(Path()), contact, offline=offline) if asking else None
    bar = ProgressBar()
    found = imported(wanted, client, bar)
    bar.clear()
    if target is not None and target.exists() and not force:
        data, problems, counts = _merged(target, found, ", ".join(str(one) for one in wanted))
    else:
        found = with_versions(found)
        data, problems = found.text.encode("utf-8"), found.problems
        counts = f"{counted(found.works, 'work')} imported"
    if data:
        write(data, target)
    doubts = sum(problem.rule.severity != "info" for problem in problems)
    finish(problems, f"{counts}, {counted(doubts, 'place')} to look at", strict=strict, quiet=quiet)


def _merged(target: Path, found: Import, source: str) -> tuple[bytes, list[Problem], str]:
    """The file with the new works (nothing if there are none), what there is to say, and the counts."""
    from publist.update.merge import into

    result = into(target, found.entries, source)
    counts = f"{counted(len(result.keys), 'work')} added to {target}, {result.known} known"
    new = [one._replace(key=result.keys[one.key]) for one in found.problems if one.key in result.keys]
    general = [one for one in found.problems if not one.key]
    return result.data if result.keys else b"", [*general, *new, *result.problems], counts
