"""What a list looks like, as records: each default is written here, once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from publist.people import Known, LegendEntry, Role
from publist.richtext import Text
from publist.settings.formats import Name, Site
from publist.settings.persons import known_people, own_roles, web_address
from publist.settings.project import Badge, Links, Project

if TYPE_CHECKING:
    from publist.settings.selection import Selection

Order = Literal["date", "file", "style"]
Grouping = Literal["year", "type", "type-year", "keyword", "venue", "none"]
Numbering = Literal["none", "continuous", "section"]
KindName = Literal[
    "journal", "conference", "workshop", "preprint", "book", "chapter", "thesis", "report", "patent",
    "dataset", "software", "talk", "magazine", "newspaper", "webpage", "other",
]  # fmt: skip
"""The kinds of work that are sections of a CV."""


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


class Page(NamedTuple):
    """What stands around the citations.

    ``level`` is that of the headings, 1 to 6; ``width`` the columns of plain text (0: no wrapping);
    ``language`` a BCP 47 tag.  ``standalone`` asks for a whole document.  ``template`` replaces the packaged
    one.  ``legend`` says what the marks mean; ``more`` stands below the list, e.g. "and 12 more".
    """

    level: int = 2
    title: str = ""
    language: str = "en"
    summary: str = ""
    width: int = 79
    standalone: bool = False
    template: Path | None = None
    legend: tuple[LegendEntry, ...] = ()
    more: Text = ""


class Options(NamedTuple):
    """What a list looks like; the defaults are those of ``publist render``.

    ``locale`` is a BCP 47 tag such as ``de-DE``, or ``style`` for the style's own.  ``order`` None means by
    date under headings and as the style sorts without.  ``summary`` asks for a line that counts the list.
    """

    style: str = "homepage"
    locale: str = "en-US"
    arrangement: Arrangement = Arrangement()
    order: Order | None = None
    disambiguate: bool = False
    format: Name = "html"
    page: Page = Page()
    summary: bool = False
    site: Site = "academicpages"
    choice: Choice = Choice()
    persons: Persons = Persons()
    extras: Extras = Extras()


def options_for(
    look: Mapping[str, Any], project: Project | None = None, highlight: Iterable[str] = ()
) -> Options:
    """The options that settings of :data:`publist.settings.look.LOOK` ask for, e.g. ``{"style": "ieee"}``.

    ``highlight`` names people beside those of the project.  Raises ConfigError for a broken selection and for
    an address that may not become a link.
    """
    project = project or Project()

    def given(*names: str) -> dict[str, Any]:
        return {name.replace("-", "_"): look[name] for name in names if name in look}

    sections = {
        name.removeprefix("section-"): look[name]
        for name in ("section-order", "section-headings", "section-codes")
        if name in look
    }
    if "group-by" in look:
        sections["grouping"] = look["group-by"]
    page = given("title", "width", "standalone")
    if "heading-level" in look:
        page["level"] = look["heading-level"]
    if look.get("template"):
        page["template"] = Path(look["template"])
    if look.get("locale"):
        page["language"] = look["locale"]
    return Options(
        arrangement=Arrangement(**sections, **given("numbering", "ascending", "counts", "selected-first")),
        page=Page(**page),
        order=look.get("sort"),
        choice=Choice(
            select=_selection(look.get("select")),
            exclude=_selection(look.get("exclude")),
            more_url=web_address(look.get("more-url", ""), "more-url"),
            **given("limit", "merge-versions"),
        ),
        persons=Persons(
            known=known_people(project, highlight),
            roles=own_roles(project),
            **given("max-authors", "keep-highlighted", "legend"),
        ),
        extras=Extras(project.links, project.badges),
        **given("style", "locale", "disambiguate", "format", "summary", "site"),
    )


def _selection(source: str | None) -> Selection | None:
    if not source:
        return None
    from publist.settings.selection import Selection

    return Selection.parse(source)
