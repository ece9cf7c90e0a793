"""What a page and the bibliography know that the other does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from publist import rules
from publist.adopt.seen import SeenPage, SeenWork, seen
from publist.check.work import NEAR, word_pairs, words
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import plain
from publist.url import same_target, without_tracking


def compare(path: Path, publications: Sequence[Publication]) -> list[Problem]:
    """Works, announced papers and links of the page that no publication has, and the reverse.

    Works are the same by a link, or by their titles, of which nearly all letters agree.  Raises InputError
    for a file that is no page.
    """
    page = seen(path)
    known = _Known([one for one in publications if not one.hidden])
    return sorted(
        [*_unknown_works(page, known), *_unknown_names(page, known), *known.lacking(page)],
        key=lambda problem: (problem.file != str(path), problem.line),
    )


class _Known:
    """The publications by their links, titles and nicknames."""

    def __init__(self, publications: Sequence[Publication]) -> None:
        self.publications = publications
        self.by_target: defaultdict[str, list[Publication]] = defaultdict(list)
        self.by_title: defaultdict[str, list[Publication]] = defaultdict(list)
        self._near: defaultdict[tuple[str, ...], list[tuple[str, Publication]]] = defaultdict(list)
        for one in publications:
            for target in _targets(one):
                self.by_target[target].append(one)
            title = _title(one)
            self.by_title[title].append(one)
            for pair in word_pairs(title):
                self._near[pair].append((title, one))
        self._seen: set[str] = set()

    def of(self, work: SeenWork) -> Publication | None:
        """The publication that a work of the page is."""
        title, targets = words(work.title), {_target(url) for url in work.urls}
        linked = [one for target in sorted(targets) for one in self.by_target.get(target, ())]
        found = max(self._alike(title) or linked, key=lambda one: len(targets & _targets(one)), default=None)
        if found:
            self._seen.add(found.key)
        return found

    def _alike(self, title: str) -> list[Publication]:
        """The publications of this title or nearly so."""
        from rapidfuzz import fuzz

        candidates = [one for pair in word_pairs(title) for one in self._near.get(pair, ())]
        near = [one for known, one in candidates if fuzz.ratio(known, title) >= NEAR]
        return [*self.by_title.get(title, ()), *near]

    def lacking(self, page: SeenPage) -> Iterator[Problem]:
        """A problem for each publication that the page has neither by title nor by link."""
        text = f" {words(page.text)} "
        targets = {_target(url) for work in page.works for url in work.urls}
        for one in self.publications:
            is_there = one.key in self._seen or f" {_title(one)} " in text or targets & _targets(one)
            if not is_there:
                message = f"{page.file} lacks {one.key}: {plain(one.item.variables.get('title', ''))}"
                yield Problem(one.file, one.line, rules.NOT_ON_PAGE, message, one.key)


def _unknown_works(page: SeenPage, known: _Known) -> Iterator[Problem]:
    for work in page.works:
        found = known.of(work)
        if found is None:
            message = f"no entry for “{work.title}”; add one"
            yield Problem(page.file, work.line, rules.NOT_IN_BIBLIOGRAPHY, message)
            continue
        own = _targets(found)
        for url in work.urls:
            if url.startswith("http") and _target(url) not in own:
                message = f"{found.key} has no link to {url}; add it, or correct the page"
                yield Problem(page.file, work.line, rules.PAGE_LINK, message, found.key)


def _unknown_names(page: SeenPage, known: _Known) -> Iterator[Problem]:
    """A problem for each paper of the news that no publication is."""
    for name in page.announced:
        if not any(name.is_of(_heads(one), _addresses(one)) for one in known.publications):
            message = f"{name.label} is announced for {name.venue or 'a venue'}, and no entry has it; add one"
            yield Problem(page.file, name.line, rules.NOT_IN_BIBLIOGRAPHY, message)


def _title(publication: Publication) -> str:
    return words(plain(publication.item.variables.get("title", "")))


def _heads(publication: Publication) -> tuple[str, ...]:
    """What a publication may be called: its title, its nickname."""
    return plain(publication.item.variables.get("title", "")), plain(publication.nickname)


def _addresses(publication: Publication) -> tuple[str, ...]:
    variables = publication.item.variables
    urls = [link.url for link in publication.links] + [one.url for one in publication.identifiers]
    doi = plain(variables.get("DOI", ""))
    return tuple(
        url for url in (*urls, plain(variables.get("URL", "")), doi and f"https://doi.org/{doi}") if url
    )


def _targets(publication: Publication) -> set[str]:
    return {_target(url) for url in _addresses(publication)}


def _target(url: str) -> str:
    return same_target(without_tracking(url))
