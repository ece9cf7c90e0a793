"""The people and roles that ``publist.toml`` and ``--highlight`` name."""

from __future__ import annotations

from collections.abc import Iterable

from publist.errors import ConfigError
from publist.identifiers import Identifier
from publist.people import Known, Role
from publist.settings.project import Owner, PersonTable, Project
from publist.settings.texts import parsed, web_address


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


def _known(person: Owner | PersonTable, highlight: tuple[str, ...], *, owner: bool) -> Known:
    texts = [text for text in (person.name, *person.aliases) if text]
    return Known(
        label=texts[0] if texts else person.orcid,
        names=tuple(name for text in texts for name in parsed(text)),
        orcid=orcid.value if (orcid := Identifier.find("orcid", person.orcid)) else "",
        url=web_address(person.url, "the url of a person"),
        groups=person.group if isinstance(person, PersonTable) else (),
        highlight=highlight,
        owner=owner,
        since=person.from_ if isinstance(person, PersonTable) else 0,
        until=person.to if isinstance(person, PersonTable) else 0,
    )


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


def own_roles(project: Project) -> tuple[Role, ...]:
    """The roles of ``[roles]``."""
    return tuple(Role(name, role.sign, role.label) for name, role in project.roles.items())
