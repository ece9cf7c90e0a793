"""The command ``publist import``; the module's name has a line, as ``import`` is a word of Python's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.network import CONTACT, OFFLINE, client_of, source_of, with_versions
from publist.cli.shared import OUTPUT, QUIET, STRICT, ProgressBar, counted, finish, write
from publist.errors import ConfigError

if TYPE_CHECKING:
    from publist.problems import Problem
    from publist.sources import Import


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@OUTPUT
@click.option("--force", is_flag=True, help="Write over a file that exists, instead of adding to it.")
@click.option("--diff", is_flag=True, help="Show as a patch what would come into FILE, and write nothing.")
@click.option(
    "--write", "writes", is_flag=True, help="Change works of FILE, too, to what the source says of them."
)
@CONTACT
@OFFLINE
@STRICT
@QUIET
def import_(
    sources: tuple[str, ...], output: Path | None, contact: str, *, force: bool, diff: bool, writes: bool,
    offline: bool, strict: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read works from servers, from what other programs export, or from a site's files, into BibTeX.

    A SOURCE is a file, a folder, the address of a profile or a work, or one of orcid:ID, dblp:PID, doi:DOI,
    arxiv:NUMBER, inspire:ID, openalex:ID, zotero:USER[/COLLECTION], ads:ID, pubmed:ID.

    Into a .bib file that exists (-o) new works are added at its end; nothing else in it changes.  What a
    source says otherwise of a work that it has is proposed: --diff shows the patch, --write applies it.

    Files: BibTeX, RIS, PubMed, EndNote, Web of Science, Zotero, CSL-JSON and -YAML, Crossref, OpenAlex,
    ORCID, INSPIRE, DBLP, ADS, arXiv; folders of academicpages, Hugo and Jekyll; rendercv, JSON Resume.
    """
    from publist import settings
    from publist.sources import imported

    target = None if output in (None, Path("-")) else output
    merges = target is not None and target.exists() and not force
    if diff and (writes or not merges):
        raise ConfigError("--diff needs -o with a .bib file that exists, and neither --write nor --force")
    wanted = [source_of(text) for text in sources]
    asking = not all(isinstance(one, Path) for one in wanted)
    client = client_of(settings.load(Path()), contact, offline=offline) if asking else None
    bar = ProgressBar()
    found = imported(wanted, client, bar)
    bar.clear()
    if target is not None and merges:
        named = ", ".join(str(one) for one in wanted)
        problems, counts = _merged(target, found, named, diff=diff, writes=writes)
    else:
        found = with_versions(found)
        write(found.text.encode("utf-8"), target)
        problems, counts = found.problems, f"{counted(found.works, 'work')} imported"
    doubts = sum(problem.rule.severity != "info" for problem in problems)
    finish(problems, f"{counts}, {counted(doubts, 'place')} to look at", strict=strict, quiet=quiet)


def _merged(
    target: Path, found: Import, source: str, *, diff: bool, writes: bool
) -> tuple[list[Problem], str]:
    """Put the works into the file, or show how; what there is to say, and the counts."""
    from publist.update.merge import into
    from publist.writing.destination import mend

    result = into(target, found.entries, source)
    outcome = mend(target, result.old, result.patched if diff or writes else result.data, check=diff)
    click.echo(outcome.diff, nl=False)
    added = "to add" if diff else "added"
    counts = f"{counted(len(result.keys), 'work')} {added} to {target}, {result.known} known"
    if result.differing:
        changed = "changed" if writes else "to change with --write"
        counts += f", {result.differing} {changed}"
    new = [one._replace(key=result.keys[one.key]) for one in found.problems if one.key in result.keys]
    general = [one for one in found.problems if not one.key]
    return [*general, *new, *result.problems], counts
