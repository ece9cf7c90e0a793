"""What a list looks like, as records: each default is written here, once."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal

from publist.records import NamedTuple
from publist.settings.formats import DEFAULT, FORMATS, FormatName, Site
from publist.settings.project import BadgeTable, Links, Owner
from publist.settings.texts import Address, Expression
from publist.settings.values import Range

if TYPE_CHECKING:
    from publist.people import Known, LegendEntry, Role
    from publist.richtext import Text

# The annotations are read when options and publist.toml are; what is quoted is no setting.

Order = Literal["date", "file", "style"]
Titles = Literal["auto", "typed", "sentence"]
Grouping = Literal["year", "type", "type-year", "keyword", "venue", "none"]
Numbering = Literal["none", "continuous", "section"]
KindName = Literal[
    "journal", "conference", "workshop", "preprint", "book", "chapter", "thesis", "report", "patent",
    "dataset", "software", "talk", "magazine", "newspaper", "webpage", "other",
]  # fmt: skip
"""The kinds of work that are sections of a CV."""


FormName = Literal["dfg", "erc"]
"""The forms of funders that ``template`` names, in place of a file."""


class Arrangement(NamedTuple):
    """How a list is divided and numbered; the defaults are those of ``publist render``.

    ``order`` names the kinds that come first; ``headings`` and ``codes`` replace those of kinds, by name.
    ``given`` are headings by key, for the grouping of that name.
    """

    grouping: Grouping | Literal["given"] = "year"
    language: str = "en"
    order: tuple[str, ...] = ()
    headings: Mapping[str, str] = MappingProxyType({})
    codes: Mapping[str, str] = MappingProxyType({})
    numbering: Numbering = "none"
    ascending: bool = False
    counts: bool = False
    selected_first: bool = False
    given: Mapping[str, str] = MappingProxyType({})


class Choice(NamedTuple):
    """Which publications are listed: all but the hidden ones, as far as these say nothing else.

    ``limit`` is how many at most, 0 for all; ``more_url`` is where the others stand.  ``form`` is the
    funder's form that the list is for.
    """

    select: Expression = None
    exclude: Expression = None
    limit: Annotated[int, Range()] = 0
    more_url: Address = ""
    merge_versions: bool = False
    form: FormName | None = None


class Persons(NamedTuple):
    """Who is known, in which roles people stand, and how names are shown.

    ``max_authors`` is how many names of a list stand at most, 0 for all, None for what the style does (30 in
    publist's own); ``keep_highlighted`` keeps people
    who are set off where a style writes "et al."; ``legend`` is where the marks' meaning stands.
    """

    known: "tuple[Known, ...]" = ()
    roles: "tuple[Role, ...]" = ()
    max_authors: Annotated[int, Range()] | None = None
    keep_highlighted: bool = True
    legend: Literal["list", "entry", "none"] = "list"


LinksShown = Literal["all", "own", "none"]
"""Which links stand below a citation: all, those to what its authors put beside the work, or none."""
Shown = Literal["abstract", "bibtex"]
"""What opens below a citation."""


class Extras(NamedTuple):
    """How links and badges are shown, as ``[links]`` and ``[badges]`` say."""

    links: Links = Links()
    badges: Mapping[str, BadgeTable] = MappingProxyType({})


Theme = Literal["plain", "cards", "compact"]
"""The looks of the format ``page``: the files of ``page/themes``."""
Paper = Literal["auto", "a4", "letter"]


class Page(NamedTuple):
    """What stands around the citations.

    ``level`` is that of the headings, 1 to 6; ``width`` the columns of plain text (0: no wrapping);
    ``language`` a BCP 47 tag.  ``standalone`` asks for a whole document.  ``template`` is one
    of one's own.  ``paper`` is the size of a document's sheets; ``auto``: as is usual where its language is
    spoken.  ``fonts`` are families, the first that has a letter.  ``theme`` is the look of a page of its
    own, ``introduction`` Markdown above its list or the name of a file of it (``.md``), ``url`` the address
    of its folder, and ``owner`` whose it is.  ``languages`` are those that it is written in beside its own.
    ``file`` is the name that it gets, and ``beside`` are the files that stand beside it; ``alternates`` the
    languages of the pages among them, with their names.  ``legend`` says what the marks mean; ``more``
    stands below the list, e.g. "and 12 more".
    """

    level: Annotated[int, Range(1, 6)] = 2
    title: str = ""
    language: str = "en"
    summary: str = ""
    width: Annotated[int, Range()] = 79
    standalone: bool = False
    template: Path | None = None
    theme: Theme = "plain"
    introduction: str = ""
    url: Address = ""
    languages: tuple[str, ...] = ()
    owner: Owner = Owner()
    file: str = ""
    beside: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    paper: Paper = "auto"
    fonts: tuple[str, ...] = ()
    legend: "tuple[LegendEntry, ...]" = ()
    more: "Text" = ""


class Options(NamedTuple):
    """What a list looks like; the defaults are those of ``publist render``.

    ``locale`` is a BCP 47 tag such as ``de-DE``, or ``style`` for the style's own.  ``order`` None means by
    date under headings and as the style sorts without.  ``titles`` is the case of English titles.
    ``summary`` asks for a line that counts the list.  ``links`` are those below a citation, which never has
    an address twice; ``show`` is what opens there.
    """

    style: str = "homepage"
    locale: str = "en-US"
    arrangement: Arrangement = Arrangement()
    order: Order | None = None
    titles: Titles = "auto"
    disambiguate: bool = False
    format: FormatName = DEFAULT
    page: Page = Page()
    summary: bool = False
    site: Site = "academicpages"
    choice: Choice = Choice()
    persons: Persons = Persons()
    extras: Extras = Extras()
    links: LinksShown | None = None
    show: tuple[Shown, ...] = ()

    @property
    def links_shown(self) -> LinksShown:
        """Those asked for; without that all, on paper those to what the authors have beside the work."""
        return self.links or ("own" if FORMATS[self.format].paper else "all")
