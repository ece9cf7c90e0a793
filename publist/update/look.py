"""Asks what there is to propose for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from publist import rules
from publist.bibtex import Bibliography, load_bytes, loads
from publist.bibtex.writer import written
from publist.convert import publications
from publist.errors import InputError, NetworkError
from publist.keys import unique_keys
from publist.problems import Problem
from publist.sources import crossref, imported
from publist.sources.crossref import Progress, quiet
from publist.update import notices, published
from publist.update.merge import related
from publist.update.proposals import Proposal
from publist.update.same import of_kind, title_of
from publist.update.subject import Subject, subject_of

if TYPE_CHECKING:
    from publist.inputs import Input
    from publist.sources import Request
    from publist.web import Client

_SHOWN = 80  # characters of a title


class Findings(NamedTuple):
    """A file, the proposals for it, and which servers could not be asked."""

    bibliography: Bibliography
    proposals: list[Proposal]
    problems: list[Problem]


def of_input(given: Input, client: Client, owner: Sequence[Request], progress: Progress) -> Findings:
    """:func:`look` with a file as it was read.  Raises InputError for one that is no BibTeX."""
    if given.is_json:
        raise InputError("is JSON; publist updates BibTeX alone", file=given.name)
    return look(load_bytes(given.data, given.name), client, owner, progress)


def look(
    bibliography: Bibliography, client: Client, owner: Sequence[Request] = (), progress: Progress = quiet
) -> Findings:
    """What there is to propose; ``owner`` says where the owner's works are listed.

    A server that does not answer costs its own proposals alone.  Raises NetworkError offline.
    """
    subject = subject_of(bibliography, client, progress)
    by_doi: dict[str, crossref.Work] = {}
    found: list[Proposal] = []
    problems: list[Problem] = []

    def ask(step: Callable[[], Iterator[Proposal]]) -> None:
        try:
            found.extend(step())
        except (NetworkError, InputError) as error:
            if not client.access.offline:
                problems.append(Problem(error.file or "", error.line or 0, rules.NOT_ASKED, error.message))

    def known_dois() -> Iterator[Proposal]:
        by_doi.update(crossref.works(client, [doi for doi, _, _ in subject.with_doi()], progress))
        return iter(())

    ask(known_dois)
    ask(lambda: published.proposals(subject, by_doi))
    ask(lambda: notices.others(subject, by_doi))
    ask(lambda: notices.notices(subject, by_doi))
    ask(lambda: notices.missing(subject))
    for request in owner:
        ask(lambda request=request: _of_owner(subject, request))  # type: ignore[misc]
    if client.asked:
        raise NetworkError(f"--offline; would be asked: {', '.join(dict.fromkeys(client.asked))}")
    return Findings(bibliography, found, problems)


def _of_owner(subject: Subject, request: Request) -> Iterator[Proposal]:
    """The owner's works that the file lacks, and what the owner's list says of those that it has."""
    new = imported([request], subject.client, subject.progress).entries
    coming, _ = publications(loads(written(new)))
    taken = [entry.key for entry in subject.bibliography.entries]
    by_line = {work.line: entry for work, entry in subject.works}
    for entry, work in zip(new, coming, strict=True):
        fit = subject.known.find(work)
        if fit is None or fit.version:
            key = unique_keys([*taken, entry.key])[-1]
            taken.append(key)
            more = related(fit.work) if fit else {}
            added = entry._replace(key=key, fields={**entry.fields, **more})
            message = f"“{title_of(work.item)[:_SHOWN]}” is new"
            yield Proposal(rules.NEW_WORK, message, str(request), new=added)
            subject.known.add(work._replace(key=key, line=0))
        elif (
            fit.by == "title"
            and of_kind(work, "doi")
            and not of_kind(fit.work, "doi")
            and fit.work.line in by_line
        ):
            doi = of_kind(work, "doi")
            yield Proposal(
                rules.MISSING_DOI, f"has doi {doi}", str(request), by_line[fit.work.line], fields={"doi": doi}
            )
