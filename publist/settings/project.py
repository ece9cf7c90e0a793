"""The tables of ``publist.toml`` about people and fields, as types.

The reader (:mod:`publist.settings.values`) goes by the types here; ``docs/reference/config.md`` shows every
key.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from publist.problems import Severity
from publist.records import NamedTuple
from publist.settings.texts import Address, PersonName, RuleName
from publist.settings.values import Range


class Owner(NamedTuple):
    """Whose list it is: ``[owner]``, e.g. ``Owner(name="W. Shao", aliases=("邵文琪",))``.

    ``highlight`` is how the name is set off: ``strong``, ``em``, ``underline`` or a class of the page's.
    ``email`` is told to servers that are asked, and stands in no output.
    ``links`` are places where the owner is found as well, by their names: ``{"github": "octocat"}``.
    """

    name: PersonName = ""
    aliases: tuple[PersonName, ...] = ()
    orcid: str = ""
    url: Address = ""
    highlight: tuple[str, ...] = ("strong",)
    email: str = ""
    links: Mapping[str, Address] = MappingProxyType({})


class PersonTable(NamedTuple):
    """A co-author, student or member of the group: ``[[people]]``.

    ``group`` names tables of ``[groups]``, of which a person may be in several.  ``from`` and ``to`` are the
    first and the last year in which the person belongs to the group, 0 where that is open.
    """

    name: PersonName = ""
    aliases: tuple[PersonName, ...] = ()
    orcid: str = ""
    url: Address = ""
    group: tuple[str, ...] = ()
    from_: Annotated[int, Range()] = 0
    to: Annotated[int, Range()] = 0


class RoleTable(NamedTuple):
    """A role of the owner's, or other words for a known one: ``[roles.intern]``."""

    sign: str = ""
    label: str = ""


class Links(NamedTuple):
    """The row of links: ``[links]``.

    ``order`` are kinds, those left out follow; ``icons`` are classes such as ``fa-brands fa-github``;
    ``folders`` stand before a bare file name (``pdf = {x.pdf}``).
    """

    order: tuple[str, ...] = ()
    labels: Mapping[str, str] = MappingProxyType({})
    icons: Mapping[str, str] = MappingProxyType({})
    folders: Mapping[str, str] = MappingProxyType({})
    hidden: tuple[str, ...] = ()


class BadgeTable(NamedTuple):
    """A field that is a badge: ``[badges.accept_rate]``; ``label`` may hold ``{}`` for the field's text."""

    label: str = ""
    color: str = ""


class NewsTable(NamedTuple):
    """How ``publist news`` writes: ``[news]``; ``patterns`` replaces single sentences."""

    form: Literal["dated", "counted"] = "dated"
    title: str = ""
    url: Address = ""
    patterns: Mapping[str, str] = MappingProxyType({})


class ProblemTable(NamedTuple):
    """What is not to be said: ``[problems]``, e.g. ``ProblemTable(ignore=("math",))``."""

    ignore: tuple[RuleName, ...] = ()


class SourceTable(NamedTuple):
    """Where a server is that works are imported from: ``[sources.orcid]``, in place of its known address."""

    url: Address = ""


class CheckTable(NamedTuple):
    """What ``publist check`` looks for: ``[check]``; ``severity`` gives rules another one.

    ``plugins`` names packages' rules by their entry points.
    """

    select: tuple[RuleName, ...] = ()
    ignore: tuple[RuleName, ...] = ()
    severity: Mapping[RuleName, Severity] = MappingProxyType({})
    strict: bool = False
    plugins: tuple[str, ...] = ()


class Project(NamedTuple):
    """The tables of ``publist.toml`` about people and fields; ``groups`` gives each group's highlight."""

    owner: Owner = Owner()
    people: tuple[PersonTable, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    roles: Mapping[str, RoleTable] = MappingProxyType({})
    links: Links = Links()
    badges: Mapping[str, BadgeTable] = MappingProxyType({})
    private: tuple[str, ...] = ()
    news: NewsTable = NewsTable()
    problems: ProblemTable = ProblemTable()
    sources: Mapping[str, SourceTable] = MappingProxyType({})
    check: CheckTable = CheckTable()
