"""What a list looks like: settings of :mod:`publist.settings.look` and tables of the project as one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from publist.documents.fragment import Page
from publist.listing import Order
from publist.listing.prepare import Choice, Extras, Persons, known_people, own_roles, web_address
from publist.listing.sections import Arrangement
from publist.settings.formats import Name, Site
from publist.settings.project import Project

if TYPE_CHECKING:
    from publist.settings.selection import Selection


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
