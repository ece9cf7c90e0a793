"""Versions of one work: preprint, conference paper and journal article listed once.

What says that two entries are one work: ``related`` with a ``relatedtype`` that is about versions, the
same arXiv number, or the same DOI.  The same title by the same first author is only a guess: it is
reported with the line to add, and never merged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publist import rules
from publist.identifiers import Identifier
from publist.item import Item
from publist.patterns import pattern
from publist.problems import Problem
from publist.publication import Link, Publication, Version
from publist.richtext import Text, plain
from publist.url import same_target

# BibLaTeX's ``relatedtype`` values that are about versions, and what people write beside them
# (biblatex manual, 3.4; the field takes any word).
VERSION_TYPES = frozenset(
    "version versions preprint preprintof publishedas published extended extendedversion extendedfrom extends"
    " conference conferenceversion journal journalversion arxiv eprint reprintof reprintfrom reprintas"
    " origpubin origpubas updates updated translationas shortversion fullversion".split()
)
# Types that are published when they are out, in the order in which one of the same year leads.
_PUBLISHED = {"paper-conference": 0, "article-journal": 1, "chapter": 2, "book": 3, "article-magazine": 4}
_PREPRINT_VENUE = pattern(
    r"\b(arxiv|biorxiv|medrxiv|chemrxiv|ssrn|corr|preprint|researchgate)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Merged:
    """The publications with each work once, and what is worth knowing."""

    publications: list[Publication]
    problems: list[Problem]


def merge(publications: Sequence[Publication]) -> Merged:
    """Each work once, in the place of the version that leads; the others are its ``versions``.

    The published version leads, the conference paper before the journal article that extends it.
    """
    works = _Works(publications)
    works.by_related()
    works.by_identifier()
    groups = works.groups()
    merged: list[Publication] = []
    for publication in publications:
        group = groups[publication.key]
        if len(group) == 1:
            merged.append(publication)
        elif _leading(group) is publication:
            merged.append(_one(publication, [other for other in group if other is not publication]))
    return Merged(merged, [*works.problems, *_guesses(publications, groups)])


class _Works:
    """Which publications are one work: sets that grow together."""

    def __init__(self, publications: Sequence[Publication]) -> None:
        self.publications = publications
        self.by_key = {publication.key.casefold(): publication for publication in publications}
        self.parent = {publication.key: publication.key for publication in publications}
        self.problems: list[Problem] = []

    def _root(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = key = self.parent[self.parent[key]]
        return key

    def _join(self, one: Publication, other: Publication) -> None:
        self.parent[self._root(other.key)] = self._root(one.key)

    def by_related(self) -> None:
        for publication in self.publications:
            kind = re.sub(r"[\s_-]", "", publication.relation.lower())
            for key in publication.related:
                other = self.by_key.get(key.casefold())
                if other is None or other is publication:
                    continue
                if kind in VERSION_TYPES:
                    self._join(publication, other)
                elif not kind and (
                    _title(publication) == _title(other) or _first(publication) == _first(other)
                ):
                    self.problems.append(_guess(publication, other, "related has no relatedtype"))

    def by_identifier(self) -> None:
        """Join what has the same number; a DOI of a whole book or a slip of the hand is reported."""
        holders: dict[str, Publication] = {}
        for publication in self.publications:
            for identifier in sorted(identifiers(publication)):
                other = holders.setdefault(identifier, publication)
                if other is publication:
                    continue
                if _title(publication) == _title(other) or _first(publication) == _first(other):
                    self._join(other, publication)
                else:
                    self.problems.append(
                        Problem(
                            publication.file, publication.line, rules.SHARED_IDENTIFIER,
                            f"{publication.key} has {identifier} like {other.key}, but not its title nor its"
                            " first author: correct one of them", publication.key,
                        )
                    )  # fmt: skip

    def groups(self) -> dict[str, list[Publication]]:
        """For each key the publications that are the same work, in the file's order."""
        by_root: defaultdict[str, list[Publication]] = defaultdict(list)
        for publication in self.publications:
            by_root[self._root(publication.key)].append(publication)
        return {publication.key: group for group in by_root.values() for publication in group}


def identifiers(publication: Publication) -> set[str]:
    """The arXiv number and the DOI of a work, e.g. ``{"arXiv:2401.00001", "doi:10.1000/x"}``.

    The versions of one preprint (``v1``, ``v2``) have one number, and arXiv's DOIs are its numbers.
    """
    found = [identifier for identifier in publication.identifiers if identifier.kind == "arxiv"]
    doi = plain(publication.item.variables.get("DOI", ""))
    if identifier := Identifier.parse("arxiv", doi) or Identifier.parse("doi", doi):
        found.append(identifier)
    return {str(identifier.work) for identifier in found}


def _folded(text: Text) -> str:
    decomposed = unicodedata.normalize("NFKD", plain(text).casefold())
    return "".join(c for c in decomposed if c.isalnum())


def _title(publication: Publication) -> str:
    return _folded(publication.item.variables.get("title", ""))


def _first(publication: Publication) -> str:
    """The first author's family name and initial."""
    names = publication.item.names.get("author", ())
    if not names:
        return f"?{publication.key}"
    name = names[0]
    return _folded(name.literal) or _folded(name.family) + _folded(name.given)[:1]


def is_preprint(item: Item) -> bool:
    """Whether a work is out only as a preprint or manuscript."""
    if item.type in ("article", "manuscript"):
        return True
    venue = plain(item.variables.get("container-title", "")) or plain(item.variables.get("publisher", ""))
    if item.type in ("article-journal", "document", "report", "webpage", ""):
        return bool(_PREPRINT_VENUE.search(venue)) or item.type == "document"
    return False


def _leading(group: Sequence[Publication]) -> Publication:
    """The published version that came first; of one year the conference paper."""
    published = [publication for publication in group if not is_preprint(publication.item)]
    return min(published or group, key=_rank)


def _rank(publication: Publication) -> tuple[int, int]:
    issued = publication.item.dates.get("issued")
    year = issued.year if issued is not None and issued.year is not None else 9999
    return (year, _PUBLISHED.get(publication.item.type, len(_PUBLISHED)))


def _one(leading: Publication, others: Sequence[Publication]) -> Publication:
    versions = tuple(_version(leading, other) for other in others)
    badges = list(leading.badges)
    for other in others:
        badges += [badge for badge in other.badges if badge not in badges]
    return leading._replace(
        links=_links(leading, others),
        badges=tuple(badges),
        versions=(*leading.versions, *versions),
        selected=leading.selected or any(other.selected for other in others),
        nickname=leading.nickname or next((other.nickname for other in others if other.nickname), ""),
        keywords=tuple(dict.fromkeys(word for one in (leading, *others) for word in one.keywords)),
    )


def _version(leading: Publication, other: Publication) -> Version:
    url = next((link.url for link in other.links), "")
    venue = _venue(other.item)
    if is_preprint(other.item):
        return Version(other.key, "preprint", venue, url)
    extends = leading.item.type == "paper-conference" and other.item.type == "article-journal"
    return Version(other.key, "extended" if extends else "also", venue, url)


def _venue(item: Item) -> Text:
    for name in ("container-title-short", "container-title", "event-title", "publisher", "archive"):
        if value := item.variables.get(name):
            return value
    return ""


def _links(leading: Publication, others: Sequence[Publication]) -> tuple[Link, ...]:
    """All links, each target once; where two versions have one kind, the other's says its venue."""
    found = list(leading.links)
    for other in others:
        venue = plain(_venue(other.item))
        for link in other.links:
            if any(same_target(link.url) == same_target(have.url) for have in found):
                continue
            taken = any(have.label == link.label for have in found)
            found.append(link._replace(label=f"{link.label} ({venue})") if taken and venue else link)
    return tuple(found)


def _guesses(publications: Iterable[Publication], groups: dict[str, list[Publication]]) -> list[Problem]:
    """An info problem for each two works that look like one."""
    seen: dict[tuple[str, str], Publication] = {}
    problems = []
    for publication in publications:
        title = _title(publication)
        if not title or publication.item.type == "speech":  # one talk is given at many places
            continue
        other = seen.setdefault((title, _first(publication)), publication)
        if other is not publication and other not in groups[publication.key]:
            problems.append(_guess(publication, other, "the same title and first author"))
    return problems


def _guess(publication: Publication, other: Publication, reason: str) -> Problem:
    return Problem(
        publication.file, publication.line, rules.PERHAPS_VERSION,
        f"{publication.key} looks like a version of {other.key} ({reason}); if it is, add to it:"
        f" related = {{{other.key}}}, relatedtype = {{version}}", publication.key,
    )  # fmt: skip
