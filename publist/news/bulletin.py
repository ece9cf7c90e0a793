"""The news of a bibliography as a text: HTML, Markdown or an Atom feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from publist import rules
from publist.csl import Style
from publist.csl.locale import Locale
from publist.listing.prepare import prepare
from publist.news.lines import NewsItem, NewsStyle, news
from publist.output.feed import FeedEntry, feed
from publist.phrases import phrase
from publist.problems import Problem
from publist.publication import Publication
from publist.settings.options import Choice, Extras, Options, Persons
from publist.settings.persons import known_people
from publist.settings.project import Project

NewsFormat = Literal["html", "markdown", "atom"]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """How news is written; ``locale`` is a BCP 47 tag, ``limit`` how many lines at most, 0 for all."""

    format: NewsFormat = "html"
    form: Literal["dated", "counted"] | None = None
    locale: str = ""
    limit: int = 0
    template: Path | None = None
    choice: Choice = field(default_factory=Choice)


@dataclass(slots=True)
class Written:
    """The news as text, how many lines it has, and what is wrong with entries."""

    text: str
    lines: int
    problems: list[Problem]


def bulletin(publications: list[Publication], project: Project, wanted: Bulletin) -> Written:
    """The news of the publications.  Raises InputError for a broken template."""
    language = Options().locale if wanted.locale in ("", "style") else wanted.locale
    persons, extras = Persons(known_people(project, ())), Extras(project.links, project.badges)
    prepared = prepare(publications, wanted.choice, persons, extras, language)
    found = news(prepared.publications, _style(project, wanted, language))
    items = found.items[: wanted.limit or None]
    if wanted.format == "atom":
        text = _feed(items, project, language)
    else:
        from publist.output import templates

        text = templates.by_name("news", wanted.format, {"items": items}, wanted.template)
    # News shows no authors, so that only problems of the selection matter here.
    doubts = [problem for problem in prepared.problems if problem.rule is rules.SELECT_UNKNOWN_NAME]
    return Written(text, len(items), doubts + found.problems)


def _style(project: Project, wanted: Bulletin, language: str) -> NewsStyle:
    locale = Locale(Style.load("homepage"), language)

    def month(number: int) -> str:
        return locale.term(f"month-{number:02}", "short") or str(number)

    return NewsStyle(wanted.form or project.news.form, language, project.news.patterns, month)


def _feed(items: Sequence[NewsItem], project: Project, language: str) -> str:
    entries = [FeedEntry(item.id, item.date, item.text) for item in items]
    owner = project.owner.name
    words = phrase("news", language)
    title = project.news.title or (f"{words}: {owner}" if owner else words)
    return feed(entries, title=title, author=owner, url=project.news.url)
