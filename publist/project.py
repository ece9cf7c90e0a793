"""The tables of ``publist.toml`` about people and fields, as types.

The reader (:mod:`publist.config.tables`) goes by the types here; ``docs/reference/config.md`` shows every
key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose list it is: ``[owner]``, e.g. ``Owner(name="W. Shao", aliases=("邵文琪",))``.

    ``highlight`` is how the name is set off: ``strong``, ``em``, ``underline`` or a class of the page's.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    orcid: str = ""
    url: str = ""
    highlight: tuple[str, ...] = ("strong",)


@dataclass(frozen=True, slots=True)
class Person:
    """A co-author, student or member of the group: ``[[people]]``.

    ``group`` names tables of ``[groups]``, of which a person may be in several.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    orcid: str = ""
    url: str = ""
    group: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the owner's, or other words for a known one: ``[roles.intern]``."""

    sign: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """The row of links: ``[links]``.

    ``order`` are kinds, those left out follow; ``icons`` are classes such as ``fa-brands fa-github``;
    ``folders`` stand before a bare file name (``pdf = {x.pdf}``).
    """

    order: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """A field that is a badge: ``[badges.accept_rate]``; ``label`` may hold ``{}`` for the field's text."""

    label: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """How ``publist news`` writes: ``[news]``; ``patterns`` replaces single sentences."""

    form: Literal["dated", "counted"] = "dated"
    title: str = ""
    url: str = ""
    patterns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """The tables of ``publist.toml`` about people and fields; ``groups`` gives each group's highlight."""

    owner: Owner = field(default_factory=Owner)
    people: tuple[Person, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    links: Links = field(default_factory=Links)
    badges: Mapping[str, Badge] = field(default_factory=dict)
    private: tuple[str, ...] = ()
    news: News = field(default_factory=News)
