"""A publication: an item, with what BibTeX's custom fields say beside it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from publist.item import Item
from publist.richtext import Text


class Link(NamedTuple):
    """A link in brackets below an entry, e.g. ``Link("code", "Code", "https://github.com/x/y")``.

    ``kind`` is the normalised field (``code``), ``label`` what readers see, ``icon`` the classes of an icon
    before it, e.g. ``fa-brands fa-github``.
    """

    kind: str
    label: str
    url: str
    icon: str = ""


class Badge(NamedTuple):
    """A distinction, e.g. ``Badge("oral", "Oral")``; ``color`` is one of a page's, e.g. ``gold``."""

    kind: str
    label: Text
    color: str = ""


class Person(NamedTuple):
    """Who stands at one position (from 0) of a name variable, and in which roles.

    ``roles`` holds role names such as ``equal``; ``highlight`` among them is BibLaTeX's annotation of
    the owner.  ``marks`` holds typed signs without a known meaning.  ``orcid`` is the bare identifier that
    ``author+an:orcid`` gives, e.g. ``0000-0002-1825-0097``.
    """

    variable: str
    position: int
    roles: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    orcid: str = ""


class Version(NamedTuple):
    """Another version of the same work that the list does not show by itself.

    ``relation`` is ``extended``, ``also`` or ``preprint``: ``Version("shao2019ssn", "extended", "IJCV")``.
    """

    key: str
    relation: str
    venue: Text
    url: str = ""


class Publication(NamedTuple):
    """One publication of a list.

    ``key`` is the BibTeX key or CSL-JSON id, unique in a list (a duplicate is renamed and has a
    problem); ``line`` counts from 1; ``entry_type`` is BibTeX's, e.g. ``inproceedings``; ``fields`` keeps the
    entry's plain fields for selection.
    """

    item: Item
    key: str
    file: str = ""
    line: int = 0
    entry_type: str = ""
    links: tuple[Link, ...] = ()
    badges: tuple[Badge, ...] = ()
    people: tuple[Person, ...] = ()
    selected: bool = False
    hidden: bool = False
    nickname: Text = ""
    keywords: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})
