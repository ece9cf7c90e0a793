"""From what was read to what is listed: versions merged, publications selected, people identified."""

from collections.abc import Sequence

from publist import rules
from publist.listing.customise import customised
from publist.people import Identified, Settled, settle, weighed
from publist.problems import Problem
from publist.publication import Publication
from publist.records import NamedTuple
from publist.settings.options import Choice, Extras, Persons


class Prepared(NamedTuple):
    """What is listed.

    ``hidden``, ``left_out`` (by the selection) and ``merged`` (shown with another version) count the others.
    """

    publications: list[Publication]
    people: Identified
    roles: Settled
    problems: list[Problem]
    hidden: int = 0
    left_out: int = 0
    merged: int = 0


def prepare(
    read: Sequence[Publication], choice: Choice, persons: Persons, extras: Extras, language: str = "en"
) -> Prepared:
    """The publications to list, with everybody in them."""
    shown = [publication for publication in read if not publication.hidden]
    hidden = len(read) - len(shown)
    shown = [customised(publication, extras.links, extras.badges, language) for publication in shown]
    problems: list[Problem] = []
    merged = 0
    if choice.merge_versions:
        from publist.listing.versions import merge

        works = merge(shown)
        problems += works.problems
        merged = len(shown) - len(works.publications)
        shown = works.publications
    people = Identified()
    if persons.known or any(publication.people for publication in shown):
        from publist.people.identify import identify

        people = identify(shown, persons.known)
    selected = _selected(shown, choice, people, problems)
    left_out = len(shown) - len(selected)
    roles = settle(selected, persons.roles)
    kept = {publication.key for publication in selected}
    found = [problem for problem in people.problems if problem.key in kept]
    names = (name for one in selected for listed in one.item.names.values() for name in listed)
    problems += weighed(found, len(selected), persons.known, names) + roles.problems
    return Prepared(roles.publications, people, roles, problems, hidden, left_out, merged)


def _selected(
    publications: Sequence[Publication], choice: Choice, people: Identified, problems: list[Problem]
) -> list[Publication]:
    selections = {"--select": choice.select, "--exclude": choice.exclude}
    if not any(selections.values()):
        return list(publications)
    from publist.listing.values import known_names

    names = known_names(publications)
    for option, selection in selections.items():
        if selection is not None:
            problems += [_unknown_name(option, *unknown) for unknown in selection.unknown(names)]
    return [publication for publication in publications if _accepted(publication, choice, people)]


def _accepted(publication: Publication, choice: Choice, people: Identified) -> bool:
    from publist.listing.values import values

    value = values(publication, people.of(publication.key))
    if choice.select is not None and not choice.select.accepts(value):
        return False
    return choice.exclude is None or not choice.exclude.accepts(value)


def _unknown_name(option: str, name: str, position: int, near: str) -> Problem:
    hint = f"; did you mean {near}?" if near else ""
    message = f"no entry has {name} (at character {position}){hint}"
    return Problem(option, 0, rules.SELECT_UNKNOWN_NAME, message)
