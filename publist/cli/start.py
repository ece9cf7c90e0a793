"""The command ``publist start``."""

from __future__ import annotations

from pathlib import Path

import click

from publist.cli.build import build
from publist.cli.init import init
from publist.cli.network import CONTACT, client_of, source_of, with_versions
from publist.cli.shared import ProgressBar, counted, finish, write
from publist.errors import ConfigError, InputError
from publist.problems import Problem
from publist.records import NamedTuple

_BIB = Path("publications.bib")
_PAGES = frozenset({".html", ".htm", ".md", ".markdown", ".jemdoc"})


class _Begin(NamedTuple):
    """What a list begins with: the .bib file, whose it is, how many works, and what there is to say."""

    bibliography: Path
    owner: str
    works: int
    problems: list[Problem]
    orcid: str = ""


@click.command()
@click.argument("source")
@click.option("--name", metavar="NAME", help="Whose list it is; asked for where the source does not say it.")
@click.option(
    "--kind", metavar="KIND", default="html", show_default=True, help="The kind of site, as for init."
)
@CONTACT
@click.pass_context
def start(context: click.Context, source: str, name: str | None, kind: str, contact: str) -> None:
    """Begin from nothing: works, settings and the page, in a folder that has none yet.

    SOURCE is an ORCID iD, a DBLP page, anything that `publist import` takes, a page typed by hand, or a .bib
    file.  Works go to publications.bib; then `publist init` and `publist build` do the rest.
    """
    from publist.settings import FILE_NAME

    if Path(FILE_NAME).exists():
        message = "exists already; publist import adds works, and publist build makes the page"
        raise ConfigError(message, file=FILE_NAME)
    begun = _begun(source, contact)
    finish(begun.problems, f"{counted(begun.works, 'work')} in {begun.bibliography}", strict=False)
    owner = name if name is not None else begun.owner or None
    context.invoke(init, bibliography=(str(begun.bibliography),), name=owner, kind=kind, orcid=begun.orcid)
    context.invoke(build)
    click.echo(
        "next: publist serve shows it; publist update looks for what is new; publist check reads the list",
        err=True,
    )


def _begun(source: str, contact: str) -> _Begin:
    """The works of the source in a .bib file.  Raises InputError where that would be written over."""
    path = Path(source)
    if path.suffix.lower() == ".bib" and path.exists():
        return _of_bib(path)
    if _BIB.exists():
        raise InputError("exists already; publist import adds to it, or start with it", file=str(_BIB))
    if path.suffix.lower() in _PAGES and path.is_file():
        from publist.adopt import adopt

        page = adopt(path)
        write(page.text.encode("utf-8"), _BIB)
        return _of_bib(_BIB)._replace(problems=page.problems)
    from publist import settings
    from publist.sources import Request, imported

    bar = ProgressBar()
    wanted = source_of(source)
    client = client_of(settings.load(Path()), contact, offline=False)
    found = with_versions(imported([wanted], client, bar))
    bar.clear()
    write(found.text.encode("utf-8"), _BIB)
    known = _of_bib(_BIB)
    orcid = wanted.what if isinstance(wanted, Request) and wanted.source == "orcid" else ""
    return known._replace(owner=found.owner or known.owner, problems=found.problems, orcid=orcid)


def _of_bib(path: Path) -> _Begin:
    from publist import pipeline
    from publist.sources.owner import likely

    works = pipeline.read([path]).publications
    return _Begin(path, likely(work.item for work in works), len(works), [])
