"""News that the bibliography knows: which papers were accepted where, by month and venue.

An entry with ``accepted = {2024-01}`` is news; ``nickname``, ``abbr``, badges and links say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from publist import rules
from publist.bibtex.dates import issued
from publist.patterns import pattern
from publist.phrases import filled, number_word, phrase
from publist.problems import Problem
from publist.publication import Badge, Link, Publication
from publist.richtext import LinkSpan, Node, Span, Text, nodes, plain

Form = Literal["dated", "counted"]

# The link that a name in the news leads to: the first of these kinds, else the entry's first link.
_LINK_KINDS = ("paper", "pdf", "arxiv", "doi", "project", "website", "html", "url")
# Words after a venue's short form that name a part of it: the year stands before them ("ACL'24 Findings").
_TRACKS = frozenset("findings workshop workshops demo demos industry tutorial tutorials track short".split())
_YEAR_AT_END = pattern(r"(?<![\s'’-])[\s'’-]*+(?:(?:19|20)\d\d|(?<=['’])\d\d)$")
_MONTH_YEAR = pattern(r"(\d{1,2})[/.-](\d{4})")
# Badges that a sentence can name in the plural ("as spotlights").
_SHARED_BADGES = frozenset({"oral", "spotlight"})
_VENUES = ("container-title-short", "container-title", "event-title", "publisher")


@dataclass(frozen=True, slots=True)
class NewsStyle:
    """How a line of news is written.

    ``form`` is ``dated`` ("[01/2024] Three papers including … were accepted to ICLR'24.") or ``counted``
    ("2 papers (…) are accepted by ICLR2024. (Jan. 2024)").  ``patterns`` replaces single patterns of
    :mod:`publist.phrases`, e.g. ``{"dated-one": "{names} at {venue}!"}``.  ``month`` gives the short name of
    a month, from 1.
    """

    form: Form = "dated"
    language: str = "en-US"
    patterns: Mapping[str, str] = field(default_factory=dict)
    month: Callable[[int], str] = str


@dataclass(slots=True)
class NewsItem:
    """One line of news: the papers that one venue took in one month.

    ``id`` is stable as long as month and venue are, e.g. ``2024-01-iclr-24``; ``month`` counts from 1.
    """

    id: str
    year: int
    month: int
    venue: str
    text: tuple[Node, ...]
    publications: list[Publication]

    @property
    def date(self) -> str:
        """The month as ISO 8601 writes it, e.g. ``2024-01``."""
        return f"{self.year:04}-{self.month:02}"


@dataclass(slots=True)
class NewsLines:
    """The lines, newest first, and what is wrong with the dates of entries."""

    items: list[NewsItem]
    problems: list[Problem]


def news(publications: Iterable[Publication], style: NewsStyle) -> NewsLines:
    """The news of all publications with an ``accepted`` month, newest first, else in the file's order."""
    groups: dict[tuple[int, int, str], list[Publication]] = {}
    problems: list[Problem] = []
    for publication in publications:
        typed = publication.accepted
        if not typed:
            continue
        month = accepted(typed)
        if month is None:
            message = f"accepted = {{{typed}}} in {publication.key} is no month; write it like 2024-01"
            problems.append(
                Problem(publication.file, publication.line, rules.ACCEPTED, message, publication.key)
            )
            continue
        groups.setdefault((*month, venue(publication, style.form)), []).append(publication)
    ordered = sorted(groups.items(), key=lambda group: group[0][:2], reverse=True)
    taken: dict[str, int] = {}
    return NewsLines([_item(key, papers, style, taken) for key, papers in ordered], problems)


def accepted(typed: str) -> tuple[int, int] | None:
    """Year and month of ``2024-01``, ``2024-01-16``, ``01/2024`` or ``January 2024``, else None."""
    if match := _MONTH_YEAR.fullmatch(typed):
        typed = f"{match[2]}-{int(match[1]):02}"
    date = issued(typed, "", "", "").date
    part = date.parts[0] if date is not None and date.parts else ()
    return (part[0], part[1]) if len(part) > 1 and 1 <= part[1] <= 12 else None


def venue(publication: Publication, form: Form) -> str:
    """The venue with its year, e.g. ``ICLR'24`` or ``ICLR2024``; a journal without; "" if unknown.

    >>> from publist.item import Date, Item
    >>> item = Item("a", "paper-conference", {"container-title-short": "ACL Findings"})
    >>> item.dates["issued"] = Date(((2024,),))
    >>> venue(Publication(item, "a"), "dated")
    "ACL'24 Findings"
    """
    variables = publication.item.variables
    name = next((value for kind in _VENUES if (value := plain(variables.get(kind, "")).strip())), "")
    date = publication.item.dates.get("issued")
    name = _YEAR_AT_END.sub("", name) or name
    if not name or publication.item.type == "article-journal" or date is None or date.year is None:
        return name
    if "container-title-short" not in variables:
        return f"{name} {date.year}"
    head, track = name, ""
    words = name.split()
    if len(words) > 1 and words[1].lower() in _TRACKS:
        head, track = words[0], " " + " ".join(words[1:])
    year = f"'{date.year % 100:02}" if form == "dated" else str(date.year)
    return f"{head}{year}{track}"


def _item(
    key: tuple[int, int, str], papers: list[Publication], style: NewsStyle, taken: dict[str, int]
) -> NewsItem:
    year, month, place = key
    slug = re.sub(r"[^a-z0-9]+", "-", f"{year:04}-{month:02}-{place.lower()}").strip("-")
    taken[slug] = taken.get(slug, 0) + 1
    identifier = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    return NewsItem(identifier, year, month, place, _sentence(key, papers, style), papers)


def _sentence(key: tuple[int, int, str], papers: Sequence[Publication], style: NewsStyle) -> tuple[Node, ...]:
    year, month, place = key
    shared = _shared_badge(papers) if style.form == "counted" else ""
    number = "one" if len(papers) == 1 else "many"
    pattern = f"{style.form}-{number}" + ("-badge" if shared else "")
    word = number_word(len(papers), style.language)
    values: dict[str, Text] = {
        "n": str(len(papers)),
        "count": word,
        "Count": word[:1].upper() + word[1:],
        "names": _joined([_name(paper, style, badge=not shared) for paper in papers], style.language),
        "venue": place,
        "year": str(year),
        "month": style.month(month),
        "M": str(month),
        "MM": f"{month:02}",
        "badge": (Span("bold", (phrase(shared, style.language),)),) if shared else "",
        "badges": (Span("bold", (phrase(shared + "s", style.language),)),) if shared else "",
    }
    return filled(style.patterns.get(pattern) or phrase(pattern, style.language), values)


def _shared_badge(papers: Sequence[Publication]) -> str:
    """The kind of the one badge that all papers have, if a sentence can name it."""
    kinds = {tuple(badge.kind for badge in paper.badges) for paper in papers}
    (only, *others) = kinds
    return only[0] if not others and len(only) == 1 and only[0] in _SHARED_BADGES else ""


def _joined(names: Sequence[tuple[Node, ...]], language: str) -> tuple[Node, ...]:
    """``A``, ``A and B``, ``A, B, and C``."""
    result: list[Node] = []
    for index, name in enumerate(names):
        if index:
            last = index == len(names) - 1
            word = "last-and" if len(names) > 2 else "and"
            result.append(phrase(word, language) if last else ", ")
        result.extend(name)
    return tuple(result)


def _name(paper: Publication, style: NewsStyle, *, badge: bool) -> tuple[Node, ...]:
    """The paper's nickname, else its title, linked; its badges in brackets behind."""
    title = paper.nickname or paper.item.variables.get("title", "") or paper.key
    labels = ", ".join(_badge_label(one) for one in paper.badges) if badge else ""
    children = (*nodes(title), f" ({labels})") if labels else nodes(title)
    if style.form == "dated":
        children = (Span("bold", children),)
    link = _link(paper.links)
    return children if link is None else (LinkSpan(link.url, children),)


def _badge_label(badge: Badge) -> str:
    return plain(badge.label)


def _link(links: Sequence[Link]) -> Link | None:
    for kind in _LINK_KINDS:
        for link in links:
            if link.kind == kind:
                return link
    return links[0] if links else None
