"""What ``import publist`` promises: reading a bibliography and writing its list.

``docs/library.md`` shows it at work.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, overload

from publist import pipeline
from publist.errors import ConfigError
from publist.listing import ListEntry, text_of
from publist.problems import Problem, by_cause
from publist.settings.formats import FORMATS
from publist.settings.look import LOOK, is_table, options_for
from publist.settings.options import Options
from publist.settings.project import Project
from publist.settings.target import target
from publist.settings.values import Place, dotted, known, record

Paths: TypeAlias = "str | os.PathLike[str] | Iterable[str | os.PathLike[str]]"
"""A file, or several: ``.bib``, or CSL-JSON as ``.json``."""

_DEFAULT = Options()


class Reference:
    """One publication, formatted: ``print(reference.html)``."""

    def __init__(self, entry: ListEntry) -> None:
        self._entry = entry

    @property
    def key(self) -> str:
        """The entry's key, e.g. ``luo2019towards``."""
        return self._entry.publication.key

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self._entry.publication.file

    @property
    def line(self) -> int:
        """The line of the file, from 1."""
        return self._entry.publication.line

    @property
    def item(self) -> dict[str, Any]:
        """What CSL knows of it, as CSL-JSON, e.g. ``item["title"]``."""
        from publist.csl_json import item_to_json

        return item_to_json(self._entry.publication.item)

    @property
    def links(self) -> dict[str, str]:
        """Addresses by label, e.g. ``{"Paper": "https://arxiv.org/abs/1809.00846"}``."""
        return {link.label: link.url for link in self._entry.publication.links}

    @property
    def badges(self) -> list[str]:
        """Distinctions, e.g. ``["Oral"]``."""
        return [text_of(badge.label) for badge in self._entry.badges]

    @property
    def text(self) -> str:
        """The citation as plain text, not escaped."""
        from publist.output.facts import as_text

        return as_text(self._entry.content)

    @property
    def html(self) -> str:
        """The citation as HTML."""
        from publist.output import html

        return html.render(self._entry.content)

    @property
    def markdown(self) -> str:
        """The citation as Markdown."""
        from publist.output import markdown

        return markdown.render(self._entry.content)

    def __repr__(self) -> str:
        return f"<Reference {self.key}: {self.text}>"


class References(list[Reference]):
    """The publications of a bibliography; ``problems`` says what is wrong with entries."""

    problems: list[Problem]


def load(
    paths: Paths,
    *,
    style: str | os.PathLike[str] = _DEFAULT.style,
    highlight: str | Iterable[str] = (),
    **options: Any,
) -> References:
    """The publications of the files, formatted, in the files' order.

    ``style`` is a CSL style by name or path, ``highlight`` names people to set off.  The other options are
    those of ``publist.toml``, with underscores: ``select="year >= 2022"``, ``sort="date"``,
    ``owner={"name": "W. Shao"}``.  A ``publist.toml`` is not read.  Problems are logged, too, as ``publist``.

    Raises PublistError for a file that cannot be read, an unknown style, an unknown or wrong option.
    """
    given = {"sort": "file", "group_by": "none", **options, "style": style}
    project, wanted = _options(given, highlight)
    listed = pipeline.listed(_read(paths, project), wanted)
    references = References(Reference(entry) for section in listed.sections for entry in section.entries)
    references.problems = _said(listed.problems, project)
    _log(references.problems)
    return references


@overload
def render(
    paths: Paths,
    *,
    style: str | os.PathLike[str] = ...,
    format: Literal["docx", "pdf"],
    highlight: str | Iterable[str] = ...,
    **options: Any,
) -> bytes: ...


@overload
def render(
    paths: Paths,
    *,
    style: str | os.PathLike[str] = ...,
    format: str = ...,
    highlight: str | Iterable[str] = ...,
    **options: Any,
) -> str: ...


def render(
    paths: Paths,
    *,
    style: str | os.PathLike[str] = _DEFAULT.style,
    format: str = _DEFAULT.format,  # noqa: A002 - the option's name
    highlight: str | Iterable[str] = (),
    **options: Any,
) -> str | bytes:
    """The list of the files' publications as ``publist render`` writes it; Word and PDF are bytes.

    ``format`` is one of those of ``publist render``, but for ``pages``, which are many files.  The other
    options and errors are as for ``load``; a wrong format is a PublistError as well.
    """
    project, wanted = _options({**options, "style": style, "format": format}, highlight)
    rendered = pipeline.render(_read(paths, project), wanted)
    _log(_said(rendered.problems, project))
    return rendered.data if FORMATS[wanted.format].extra else rendered.data.decode("utf-8")


def _options(options: Mapping[str, Any], highlight: str | Iterable[str]) -> tuple[Project, Options]:
    """The tables of the project, and what the list is to look like."""
    names = {setting.name.replace("-", "_"): setting.name for setting in LOOK}
    known(options, [*names, *Project._fields, "highlight"], (), _refuse)
    tables = {name: value for name, value in options.items() if is_table(name, value)}
    look = {
        names[name]: os.fspath(value) if isinstance(value, os.PathLike) else value
        for name, value in options.items()
        if name in names and name not in tables
    }
    project = record(Project, tables, (), _refuse)
    wanted = options_for(look, project, [highlight] if isinstance(highlight, str) else highlight)
    if FORMATS[wanted.format].kind == "pages":
        raise ConfigError("pages are many files: write them with publist render --output-dir")
    target("", look)
    return project, wanted


def _refuse(place: Place, message: str) -> ConfigError:
    return ConfigError(f"{dotted(place)} {message}")


def _read(paths: Paths, project: Project) -> pipeline.Loaded:
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    files = [Path(path) for path in several]
    if not files:
        raise ConfigError("no bibliography: name a .bib or .json file")
    pipeline.check_readable(files)
    return pipeline.read(files, project.private, whole=False)


def _said(problems: Iterable[Problem], project: Project) -> list[Problem]:
    """The problems but for those of rules that are ignored."""
    return [problem for problem in problems if problem.rule.id not in project.problems.ignore]


def _log(problems: Iterable[Problem]) -> None:
    import logging

    levels = {"error": logging.ERROR, "warning": logging.WARNING, "info": logging.INFO}
    for rule, line in by_cause(problems):
        logging.getLogger("publist").log(levels[rule.severity], "%s", line)
