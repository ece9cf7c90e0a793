"""The forms of funders that take the most important works: ten of a kind, without what they do not want.

DFG: form 53.200 and https://www.dfg.de/en/research-funding/proposal-funding-process/faq/list-publications.
ERC: the template of curriculum vitae and track record (Part B1), "up to ten research outputs".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from publist import rules
from publist.listing.kinds import KINDS, kind_of
from publist.people.roles import ANNOTATION_ONLY
from publist.problems import Problem
from publist.publication import Publication
from publist.records import NamedTuple
from publist.settings.options import Arrangement, FormName

_MOST = 10


class _Form(NamedTuple):
    """What a form takes: under which heading each kind of work stands, and whether marks beside names stay.

    Headings in other languages are German's alone.
    """

    headings: Mapping[str, str]
    german: Mapping[str, str] = MappingProxyType({})
    marks: bool = True


_REVIEWED = frozenset("journal conference workshop book chapter".split())
_FORMS: dict[str, _Form] = {
    "dfg": _Form(
        {kind: "Category A" if kind in _REVIEWED else "Category B" for kind in KINDS},
        {"Category A": "Kategorie A", "Category B": "Kategorie B"},
    ),
    "erc": _Form(dict.fromkeys(KINDS, "Research outputs"), marks=False),
}


def bare(publication: Publication, name: FormName) -> Publication:
    """The work without badges, notes and, where the form does not want them, marks beside names."""
    if not _FORMS[name].marks:
        people = publication.people
        unmarked = (one._replace(roles=tuple(ANNOTATION_ONLY & {*one.roles}), marks=()) for one in people)
        publication = publication._replace(people=tuple(unmarked))
    return publication._replace(badges=(), information="", shows_bibtex=False)


def filled(
    ordered: Sequence[Publication], name: FormName, language: str, arrangement: Arrangement
) -> tuple[list[Publication], Arrangement, list[Problem]]:
    """The selected works, or all where none is, ten under each heading; how they stand; what is doubtful."""
    form = _FORMS[name]
    words = {heading: heading for heading in form.headings.values()}
    words |= form.german if language.startswith("de") else {}
    groups: dict[str, list[Publication]] = {heading: [] for heading in words}
    chosen = [publication for publication in ordered if publication.selected] or ordered
    for publication in chosen:
        groups[form.headings[kind_of(publication)]].append(publication)
    given = {one.key: heading for heading, group in groups.items() for one in group[:_MOST]}
    arrangement = arrangement._replace(grouping="given", given=given, order=tuple(words), headings=words)
    kept = [publication for publication in ordered if publication.key in given]
    if not any(publication.selected for publication in ordered):
        message = "no work is selected, so the first ten stand here: mark the most important ones with"
        return kept, arrangement, [_problem(name, f"{message} selected = {{true}}")]
    many = [heading for heading, group in groups.items() if len(group) > _MOST]
    message = "{} works are selected for {}, which takes {}: the first ones stand here"
    return kept, arrangement, [_problem(name, message.format(len(groups[one]), one, _MOST)) for one in many]


def _problem(name: str, message: str) -> Problem:
    return Problem(f"template {name}", 0, rules.FUNDER_FORM, message)
