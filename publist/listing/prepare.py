"""From what was read to what is listed: versions merged, publications selected, people identified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from publist.errors import ConfigError, Problem
from publist.item import Name
from publist.listing.customise import customised
from publist.people import Identified, Known, Role, Settled, identify, settle
from publist.publication import Publication
from publist.settings.project import Badge, Links, Owner, Person, Project
from publist.url import safe_url

if TYPE_CHECKING:
    from publist.settings.selection import Selection


class Choice(NamedTuple):
    """Which publications are listed: all but the hidden ones, as far as these say nothing else.

    ``limit`` is how many at most, 0 for all; ``more_url`` is where the others stand.
    """

    select: Selection | None = None
    exclude: Selection | None = None
    limit: int = 0
    more_url: str = ""
    merge_versions: bool = False


class Persons(NamedTuple):
    """Who is known, in which roles people stand, and how names are shown.

    ``max_authors`` is how many names of a list stand at most, 0 for all; ``keep_highlighted`` keeps people
    who are set off where a style writes "et al."; ``legend`` is where the marks' meaning stands.
    """

    known: tuple[Known, ...] = ()
    roles: tuple[Role, ...] = ()
    max_authors: int = 0
    keep_highlighted: bool = True
    legend: Literal["list", "entry", "none"] = "list"


class Extras(NamedTuple):
    """How links and badges are shown, as ``[links]`` and ``[badges]`` say."""

    links: Links = Links()
    badges: Mapping[str, Badge] = MappingProxyType({})


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


def prepare(read: Sequence[Publication], choice: Choice, persons: Persons, extras: Extras) -> Prepared:
    """The publications to list, with everybody in them."""
    shown = [publication for publication in read if not publication.hidden]
    hidden = len(read) - len(shown)
    shown = [customised(publication, extras.links, extras.badges) for publication in shown]
    problems: list[Problem] = []
    merged = 0
    if choice.merge_versions:
        from publist.listing.versions import merge

        works = merge(shown)
        problems += works.problems
        merged = len(shown) - len(works.publications)
        shown = works.publications
    people = identify(shown, persons.known)
    selected = _selected(shown, choice, people, problems)
    left_out = len(shown) - len(selected)
    roles = settle(selected, persons.roles)
    kept = {publication.key for publication in selected}
    problems += [problem for problem in people.problems if problem.key in kept] + roles.problems
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
    return Problem(option, 0, "select-unknown-name", "warning", message)


def known_people(project: Project, highlight: Iterable[str]) -> tuple[Known, ...]:
    """Everybody whom ``publist.toml`` names, and those of ``--highlight``.

    A name on the command line that is the owner's is one of their aliases; anybody else's makes them an
    owner of the list too.  Raises ConfigError for a text that is no name.
    """
    known: list[Known] = []
    if project.owner.name or project.owner.aliases:
        known.append(_known(project.owner, project.owner.highlight, owner=True))
    for person in project.people:
        kinds = dict.fromkeys(kind for group in person.group for kind in project.groups.get(group, ()))
        known.append(_known(person, tuple(kinds), owner=False))
    for text in highlight:
        _highlight(known, text, project.owner.highlight)
    return tuple(known)


def _known(person: Owner | Person, highlight: tuple[str, ...], *, owner: bool) -> Known:
    texts = [text for text in (person.name, *person.aliases) if text]
    return Known(
        label=texts[0] if texts else person.orcid,
        names=tuple(name for text in texts for name in parsed(text)),
        orcid=person.orcid.rpartition("/")[2].upper(),
        url=web_address(person.url, "the url of a person"),
        groups=person.group if isinstance(person, Person) else (),
        highlight=highlight,
        owner=owner,
    )


def parsed(text: str) -> tuple[Name, ...]:
    """A name as people type it, e.g. ``Shao, Wenqi`` or ``Wenqi Shao``."""
    from publist.convert.people import people

    return people(text, "author").names


def _highlight(known: list[Known], text: str, kinds: tuple[str, ...]) -> None:
    from publist.matching import Fit, same_person

    names = parsed(text)
    if not names:
        raise ConfigError('--highlight needs a name such as "W. Shao"')
    fits = [
        max((same_person(name, one) for name in names for one in person.names), default=Fit.NONE)
        for person in known
    ]
    best = max(fits, default=Fit.NONE)
    if best == Fit.NONE or fits.count(best) > 1:
        known.append(Known(label=text, names=names, highlight=kinds, owner=True))
        return
    place = fits.index(best)
    person = known[place]
    highlight = tuple(dict.fromkeys((*kinds, *person.highlight)))
    merged = (*person.names, *(name for name in names if name not in person.names))
    known[place] = person._replace(names=merged, highlight=highlight, owner=True)


def web_address(url: str, setting: str) -> str:
    """The address, if it may become a link; raises ConfigError for ``javascript:`` and the like."""
    if url and safe_url(url) is None:
        raise ConfigError(f"{setting} is no web address: {url}; use http or https")
    return url


def own_roles(project: Project) -> tuple[Role, ...]:
    """The roles of ``[roles]``."""
    return tuple(Role(name, role.sign, role.label) for name, role in project.roles.items())
