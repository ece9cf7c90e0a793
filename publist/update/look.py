"""Asks what there is to propose for files."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from publist import inputs, rules
from publist.bibtex import Bibliography, load_bytes
from publist.errors import InputError, NetworkError
from publist.problems import Problem
from publist.records import NamedTuple
from publist.sources import crossref, imported
from publist.sources.crossref import Progress, quiet
from publist.update import notices, published
from publist.update.merge import proposed
from publist.update.proposals import Proposal
from publist.update.subject import Subject, library_of

if TYPE_CHECKING:
    from publist.inputs import Input
    from publist.sources import Request
    from publist.web import Client


class Findings(NamedTuple):
    """Files, the proposals for them, and which servers could not be asked."""

    bibliographies: Sequence[Bibliography]
    proposals: list[Proposal]
    problems: list[Problem]


def of_inputs(
    given: Sequence[Input], client: Client, owner: Sequence[Request], progress: Progress
) -> Findings:
    """:func:`look` with files as they were read.  Raises InputError for one that is no BibTeX."""
    for one in given:
        if one.is_json:
            raise InputError("is JSON; publist updates BibTeX alone", file=one.name)
        if inputs.is_binary(one.data):
            raise InputError(inputs.refusal(one.data), file=one.name)
    return look([load_bytes(one.data, one.name) for one in given], client, owner, progress)


def look(
    bibliographies: Sequence[Bibliography],
    client: Client,
    owner: Sequence[Request] = (),
    progress: Progress = quiet,
) -> Findings:
    """What there is to propose; ``owner`` says where the owner's works are listed.

    A server that does not answer costs its own proposals alone.  Raises NetworkError offline.
    """
    subject = Subject(library_of(bibliographies), client, progress)
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
        by_doi.update(crossref.works(client, [doi for doi, _, _ in subject.library.with_doi()], progress))
        return iter(())

    ask(known_dois)
    ask(lambda: published.proposals(subject, by_doi))
    ask(lambda: notices.others(subject, by_doi))
    ask(lambda: notices.notices(subject, by_doi))
    ask(lambda: notices.missing(subject))
    for request in owner:
        ask(lambda request=request: _of_owner(subject, request))  # type: ignore[misc]  # mypy infers no lambda's default
    client.refuse()
    order = {one.file: place for place, one in enumerate(bibliographies)}
    found.sort(key=lambda one: (order[one.file], one.line or math.inf))  # what is new stands last
    return Findings(bibliographies, found, problems)


def _of_owner(subject: Subject, request: Request) -> Iterator[Proposal]:
    """The owner's works that the file lacks, and what the owner's list says of those that it has."""
    new = imported([request], subject.client, subject.progress).entries
    for _, one in proposed(subject.library, new, str(request)):
        if one is None or one.new is not None:
            yield from () if one is None else (one,)
        elif one.entry is not None and "doi" in one.fields and "doi" not in one.entry.fields:
            doi = str(one.fields["doi"])
            yield one._replace(rule=rules.MISSING_DOI, message=f"has doi {doi}", fields={"doi": doi})
