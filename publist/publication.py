"""A publication: an item, with what BibTeX's custom fields say beside it."""

from collections.abc import Mapping
from types import MappingProxyType

from publist.identifiers import Identifier
from publist.item import Item
from publist.records import NamedTuple
from publist.richtext import Text, plain


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


class Meaning(NamedTuple):
    """What a sign beside a name means, e.g. ``Meaning("†", "Work done at X")``."""

    sign: str
    words: str


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
    problem); ``line`` counts from 1; ``entry_type`` is BibTeX's, e.g. ``inproceedings``, and ``subtype`` what
    the entry says beside it, e.g. ``workshop``.  ``meanings`` says what signs typed beside its names mean.
    ``accepted`` is the month of acceptance as typed, e.g. ``2024-01``.  ``related`` holds keys, and
    ``relation`` in which way they are related, e.g. ``version``.  ``preview`` is the address of a picture,
    ``information`` a line below the citation, ``shows_bibtex`` whether readers may copy the work's BibTeX.
    ``fields`` has every field as plain text, for what the user names: selections and badges.
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
    identifiers: tuple[Identifier, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    subtype: str = ""
    accepted: str = ""
    related: tuple[str, ...] = ()
    relation: str = ""
    preview: str = ""
    information: str = ""
    shows_bibtex: bool = False
    fields: Mapping[str, str] = MappingProxyType({})

    @property
    def doi(self) -> str:
        """The bare DOI, e.g. ``10.1000/x``, however the item has it; what is none as it is typed."""
        typed = plain(self.item.variables.get("DOI", "")).strip()
        identifier = Identifier.parse("doi", typed)
        return identifier.value if identifier else typed
