"""The sections of a list as CVs have them: by kind of work, year, keyword or venue, with numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from publist.listing.entries import Group, first_text, year_heading, year_rank
from publist.listing.kinds import KINDS, kind_of
from publist.phrases import phrase
from publist.publication import Publication
from publist.settings.options import Arrangement


def arrange(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    """The publications under headings, numbered; inside a group their order stays.

    With ``selected_first`` the selected ones move up after the numbers are given, so that a number is the
    same in every list.
    """
    groups = _GROUPINGS[arrangement.grouping](publications, arrangement)
    if arrangement.numbering != "none":
        _number(groups, arrangement)
    if arrangement.counts:
        _count(groups)
    if arrangement.selected_first:
        for group in groups:
            _move_selected(group)
    return groups


def _by(
    publications: Iterable[Publication],
    heading: Callable[[Publication], str],
    rank: Callable[[Group], object],
) -> list[Group]:
    groups: dict[str, Group] = {}
    for publication in publications:
        name = heading(publication)
        groups.setdefault(name, Group(name, [])).publications.append(publication)
    return sorted(groups.values(), key=rank)  # type: ignore[arg-type]  # ranks of one grouping are of one type


def _whole(publications: Sequence[Publication], _arrangement: Arrangement) -> list[Group]:
    return [Group("", list(publications))] if publications else []


def _by_year(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    def heading(publication: Publication) -> str:
        return year_heading(publication, arrangement.language)

    return _by(publications, heading, lambda group: year_rank(group.publications[0]))


def _by_kind(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    names = list(dict.fromkeys((*arrangement.order, *KINDS)))
    groups = _by(publications, kind_of, lambda group: names.index(group.heading))
    for group in groups:
        name = group.heading
        group.code = arrangement.codes.get(name, KINDS[name].code)
        group.heading = arrangement.headings.get(name) or phrase(f"kind-{name}", arrangement.language)
    return groups


def _by_kind_and_year(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    groups: list[Group] = []
    for group in _by_kind(publications, arrangement):
        years = _by_year(group.publications, arrangement)
        groups.append(Group(group.heading, [], code=group.code))
        groups += [Group(year.heading, year.publications, 1, group.code) for year in years]
    return groups


def _by_keyword(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    """Each publication once: under the first of its keywords that ``order`` names, else its first."""

    def heading(publication: Publication) -> str:
        ordered = (name for name in arrangement.order if name in publication.keywords)
        return next(ordered, next(iter(publication.keywords), ""))

    return _named(publications, heading, arrangement)


def _by_venue(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    def heading(publication: Publication) -> str:
        return first_text(publication, "container-title-short", "container-title", "event-title", "publisher")

    return _named(publications, heading, arrangement)


def _as_given(publications: Sequence[Publication], arrangement: Arrangement) -> list[Group]:
    """Under headings that a command gives, as keys of phrases."""
    words = {name: phrase(name, arrangement.language) for name in arrangement.order}
    spoken = arrangement._replace(headings={**words, **arrangement.headings})
    return _named(publications, lambda publication: arrangement.given.get(publication.key, ""), spoken)


def _named(
    publications: Sequence[Publication], heading: Callable[[Publication], str], arrangement: Arrangement
) -> list[Group]:
    """By names of the owner's: those in ``order`` first, the others by alphabet, "" last as "Other"."""

    def rank(group: Group) -> tuple[int, str]:
        if not group.heading:
            return (len(arrangement.order) + 1, "")
        if group.heading in arrangement.order:
            return (arrangement.order.index(group.heading), "")
        return (len(arrangement.order), group.heading.casefold())

    groups = _by(publications, heading, rank)
    for group in groups:
        other = arrangement.headings.get("other") or phrase("kind-other", arrangement.language)
        group.heading = arrangement.headings.get(group.heading, group.heading) or other
    return groups


_GROUPINGS: dict[str, Callable[[Sequence[Publication], Arrangement], list[Group]]] = {
    "year": _by_year,
    "type": _by_kind,
    "type-year": _by_kind_and_year,
    "keyword": _by_keyword,
    "venue": _by_venue,
    "none": _whole,
    "given": _as_given,
}


def _parts(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups of each section of the first depth."""
    parts: list[list[Group]] = []
    for group in groups:
        if group.depth == 0:
            parts.append([])
        parts[-1].append(group)
    return parts


def _number(groups: Sequence[Group], arrangement: Arrangement) -> None:
    parts = [list(groups)] if arrangement.numbering == "continuous" else _parts(groups)
    for part in parts:
        total = sum(len(group.publications) for group in part)
        number = 1 if arrangement.ascending else total
        for group in part:
            code = "" if arrangement.numbering == "continuous" else group.code
            for publication in group.publications:
                group.labels[publication.key] = f"[{code}{number}]"
                number += 1 if arrangement.ascending else -1


def _count(groups: Sequence[Group]) -> None:
    for part in _parts(groups):
        if part[0].heading:
            part[0].heading += f" ({sum(len(group.publications) for group in part)})"


def _move_selected(group: Group) -> None:
    group.publications.sort(key=lambda publication: not publication.selected)
