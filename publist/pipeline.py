"""Joins the stages: read, convert, arrange, format, write; owns what is written to files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from publist import listing
from publist.csl import Processor, Style
from publist.errors import ConfigError, InputError, Problem
from publist.formats import FORMATS, Name, Site
from publist.fragment import Page
from publist.listing import Entry, Group, Order, Section
from publist.people import Owners, decorate
from publist.publication import Publication
from publist.sections import Arrangement, arrange
from publist.summary import summary


@dataclass(frozen=True, slots=True)
class Options:
    """What a list looks like; the defaults are those of ``publist render``.

    ``locale`` is a BCP 47 tag such as ``de-DE``, "" for the style's own.  ``order`` None means by date under
    headings and as the style sorts without.  ``summary`` asks for a line that counts the list.
    """

    style: str = "homepage"
    locale: str = ""
    arrangement: Arrangement = field(default_factory=Arrangement)
    order: Order | None = None
    disambiguate: bool = False
    format: Name = "html"
    page: Page = field(default_factory=Page)
    summary: bool = False
    site: Site = "academicpages"
    highlight: tuple[str, ...] = ()


def options(look: Mapping[str, Any], highlight: Iterable[str] = ()) -> Options:
    """The options that settings of :data:`publist.look.LOOK` ask for, e.g. ``{"style": "ieee"}``."""

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
        highlight=tuple(dict.fromkeys(highlight)),
        **given("style", "locale", "disambiguate", "format", "summary", "site"),
    )


@dataclass(slots=True)
class Source:
    """What was read: publications in file order, problems, and how many entries were refused."""

    publications: list[Publication] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: int = 0

    @property
    def present(self) -> int:
        """How many entries stand in the files."""
        return len(self.publications) + self.refused


@dataclass(slots=True)
class Rendered:
    """A list as a file's bytes, with what there is to say about it.

    ``present`` is listed + hidden + refused.  ``pages`` holds the texts of a folder's files by path, for the
    format that makes one.
    """

    data: bytes
    problems: list[Problem]
    pages: dict[str, str] = field(default_factory=dict)
    listed: int = 0
    hidden: int = 0
    refused: int = 0

    @property
    def present(self) -> int:
        """How many entries stand in the files."""
        return self.listed + self.hidden + self.refused


def read(paths: Iterable[Path]) -> Source:
    """The publications of all files, ``.bib`` or CSL-JSON (``.json``), in the files' order.

    A key that two files share is renamed in the second.  Raises InputError for a file that cannot be read.
    """
    source = Source()
    for path in paths:
        part = _read_items(path) if path.suffix.lower() == ".json" else _read_bibtex(path)
        source.publications += part.publications
        source.problems += part.problems
        source.refused += part.refused
    _rename_duplicates(source)
    return source


def _read_bibtex(path: Path) -> Source:
    from publist import bibtex, convert

    bibliography = bibtex.load(path)
    publications, problems = convert.publications(bibliography)
    refused = bibliography.present - len(publications)
    return Source(publications, [*bibliography.problems, *problems], refused)


def _read_items(path: Path) -> Source:
    from publist import csl_json

    loaded = csl_json.load(path)
    publications = [
        Publication(item, item.id, str(path), line)
        for item, line in zip(loaded.items, loaded.lines, strict=True)
    ]
    return Source(publications, loaded.problems, loaded.refused)


def as_items(publications: Iterable[Publication]) -> str:
    """The publications as CSL-JSON, an array of items."""
    import json

    from publist.csl_json import item_to_json

    items = [item_to_json(publication.item) for publication in publications]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _rename_duplicates(source: Source) -> None:
    taken = Counter(publication.key for publication in source.publications)
    if all(count == 1 for count in taken.values()):
        return
    seen: set[str] = set()
    for index, publication in enumerate(source.publications):
        key = publication.key
        number = 2
        while key in seen or (number > 2 and key in taken):
            key = f"{publication.key}-{number}"
            number += 1
        seen.add(key)
        if key != publication.key:
            message = f"the key {publication.key} stands in an earlier file too; here it is listed as {key}"
            problem = Problem(publication.file, publication.line, "duplicate-key", "warning", message, key)
            source.problems.append(problem)
            item = replace(publication.item, id=key)
            source.publications[index] = replace(publication, key=key, item=item)


def render(source: Source, options: Options) -> Rendered:
    """The list of the source's publications in one format.

    Raises StyleError for an unknown or broken style, InputError for a broken template.
    """
    if options.page.standalone and not FORMATS[options.format].standalone:
        raise ConfigError(f"{options.format} has no standalone document: leave standalone out")
    if options.page.template and FORMATS[options.format].kind == "data":
        raise ConfigError(f"{options.format} is data: it has no template")
    style = Style.load(options.style)
    shown = listing.select(source.publications)
    owned, problems = _find_owners(shown, options.highlight)
    rendered = Rendered(
        data=b"",
        problems=source.problems + problems,
        listed=len(shown),
        hidden=len(source.publications) - len(shown),
        refused=source.refused,
    )
    sections = _sections(style, shown, owned, options)
    if options.format == "pages":
        from publist.pages import pages

        entries = [entry for section in sections for entry in section.entries]
        rendered.pages = pages(entries, options.site)
    elif FORMATS[options.format].kind == "data":
        rendered.data = _as_data(sections, rendered.problems, options.format).encode("utf-8")
    else:
        from publist.document import document

        page = options.page
        if options.summary:
            page = replace(page, summary=summary(shown, owned))
        rendered.data = document(sections, options.format, page)
    return rendered


def _as_data(sections: Sequence[Section], problems: Sequence[Problem], format_: Name) -> str:
    from publist import data

    if format_ == "json":
        return data.as_json(sections, problems)
    if format_ == "yaml":
        return data.as_yaml(sections, problems)
    publications = [entry.publication for section in sections for entry in section.entries]
    return as_items(publications)


_Positions = tuple[tuple[str, int], ...]


def _find_owners(
    publications: Sequence[Publication], highlight: Sequence[str]
) -> tuple[dict[str, _Positions], list[Problem]]:
    """The owners' positions by key, and a warning for each entry without one or with two."""
    if not highlight:
        return {}, []
    from publist.convert.people import people

    wanted = " or ".join(highlight)
    owners = Owners(name for text in highlight for name in people(text, "author").names)
    found: dict[str, _Positions] = {}
    problems = []
    for publication in publications:
        positions = owners.positions(publication.item)
        found[publication.key] = tuple(positions)
        in_one = Counter(variable for variable, _ in positions)
        if not positions:
            message = f"no name in {publication.key} matches {wanted}; is somebody missing or misspelt?"
            problems.append(_warning(publication, "owner-missing", message))
        elif len(highlight) == 1 and max(in_one.values()) > 1:
            names = " and ".join(publication.item.names[v][p].text for v, p in positions)
            message = (
                f"{len(positions)} names in {publication.key} match {wanted}: {names}; give the full name"
            )
            problems.append(_warning(publication, "owner-twice", message))
    return found, problems


def _warning(publication: Publication, rule: str, message: str) -> Problem:
    return Problem(publication.file, publication.line, rule, "warning", message, publication.key)


def _sections(
    style: Style, shown: Sequence[Publication], owned: dict[str, _Positions], options: Options
) -> list[Section]:
    """The publications arranged and formatted; citation numbers follow the list's own order."""
    order = options.order or ("style" if options.arrangement.grouping == "none" else "date")
    ordered = list(shown)
    if order == "date":
        ordered = listing.by_date(shown)
    elif order == "style":
        by_key = {publication.key: publication for publication in shown}
        ordered = [by_key[key] for key in _processor(style, shown, options, sort=True).order()]
    groups = arrange(
        ordered, replace(options.arrangement, language=options.locale or style.default_locale or "en")
    )
    return _formatted(style, groups, owned, options)


def _formatted(
    style: Style, groups: Sequence[Group], owned: dict[str, _Positions], options: Options
) -> list[Section]:
    publications = [publication for group in groups for publication in group.publications]
    entries = {
        entry.id: entry for entry in _processor(style, publications, options, sort=False).bibliography()
    }
    sections = []
    number = 0
    for group in groups:
        section = Section(group.heading, [], group.depth)
        for publication in group.publications:
            number += 1
            positions = owned.get(publication.key, ())
            content = decorate(entries[publication.key].content, publication, positions)
            label = group.labels.get(publication.key, "")
            section.entries.append(Entry(publication, number, content, positions, label))
        sections.append(section)
    return sections


def _processor(
    style: Style, publications: Sequence[Publication], options: Options, *, sort: bool
) -> Processor:
    items = [publication.item for publication in publications]
    return Processor(
        style, items, locale=options.locale or None, disambiguate=options.disambiguate, sort=sort
    )


def check_readable(paths: Iterable[Path]) -> None:
    """Raise InputError for the first path that is no file that can be read."""
    for path in paths:
        if path.is_dir():
            raise InputError("is a folder; name a .bib or .json file", file=str(path))
        if not path.exists():
            raise InputError("there is no such file", file=str(path))
