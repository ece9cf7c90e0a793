"""Which works are one: by their identifiers, else by title, authors and year.

Identifiers decide.  A title only counts with authors and year, and with the same numbers in it: "Whales,
part 1" is not "Whales, part 2", however near the two are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from publist.identifiers import Identifier
from publist.item import Item
from publist.listing.versions import is_preprint
from publist.publication import Publication
from publist.records import NamedTuple
from publist.richtext import plain

LEAST = 92.0
"""The score, of 100, from which two titles may be one: a letter or a word differs, no more."""
_SHORT = 3  # words of a title that many works have: "Editorial", "Author Correction"
_DECIDING = frozenset({"doi", "arxiv", "pmid", "pmcid", "hal"})
_SUBTITLE = re.compile(r"[:?!.]\s|\s[–—-]+\s|—")
_ROMAN = re.compile(r"(?:i{1,3}|iv|vi{0,3}|ix|x)$")


class KnownWork(NamedTuple):
    """A known work that fits another one.

    ``by`` says what decided, ``score`` is that of the titles (0 to 100).  ``version`` says that the two are
    versions of one work, such as a preprint and its paper, and not the same publication.
    """

    work: Publication
    by: Literal["identifier", "title"]
    score: float
    version: bool


class Works:
    """Known works, to be found again."""

    def __init__(self, works: Iterable[Publication] = ()) -> None:
        self._by_identifier: dict[Identifier, Publication] = {}
        self._by_title: defaultdict[str, list[Publication]] = defaultdict(list)
        self._by_main: defaultdict[str, list[Publication]] = defaultdict(list)
        for work in works:
            self.add(work)

    def add(self, work: Publication) -> None:
        """Know one more."""
        for identifier in identifiers(work):
            self._by_identifier.setdefault(identifier, work)
        if title := folded(title_of(work.item)):
            self._by_title[title].append(work)
            self._by_main[main_title(work.item)].append(work)

    def find(self, work: Publication) -> KnownWork | None:
        """The known work that this one is, else one of which it is a version; None for a new one."""
        for identifier in sorted(identifiers(work)):
            known = self._by_identifier.get(identifier)
            if known is not None and (score := similarity(known.item, work.item)) > 50:
                return KnownWork(known, "identifier", score, version=False)
        fits = [fit for fit in self._by_titles(work) if fit is not None]
        return min(fits, key=lambda fit: (fit.version, -fit.score)) if fits else None

    def _by_titles(self, work: Publication) -> Iterable[KnownWork | None]:
        from rapidfuzz import fuzz, process

        title = folded(title_of(work.item))
        if not title:
            return
        near = [(title, 100.0)] if title in self._by_title else []
        if not near and len(title.split()) >= _SHORT:
            found = process.extract(
                title, list(self._by_title), scorer=fuzz.ratio, score_cutoff=LEAST, limit=5
            )
            near = [(text, score) for text, score, _ in found if _numbers(text) == _numbers(title)]
        for text, score in near:
            yield from (_fit(known, work, score) for known in self._by_title[text])
        if not near:
            yield from (_fit(known, work, LEAST) for known in self._with_subtitle(work, title))

    def _with_subtitle(self, work: Publication, title: str) -> Iterator[Publication]:
        """Works of the same people of which one has a subtitle and the other one does not."""
        main = main_title(work.item)
        if len(main.split()) < _SHORT:
            return
        for known in self._by_main[main]:
            theirs = folded(title_of(known.item))
            people = surnames(work.item)
            fits = (
                main in (title, theirs) and title != theirs
                and _numbers(title) == _numbers(theirs)
                and people and people == surnames(known.item)
                and (work.item.type == known.item.type or is_preprint(work.item) != is_preprint(known.item))
                and not _conflict(known, work)
            )  # fmt: skip
            if fits:
                yield known


def identifiers(work: Publication) -> set[Identifier]:
    """The identifiers that a work has to itself, in the form in which they are compared."""
    found = {one.work for one in work.identifiers if one.kind in _DECIDING}
    for variable, kind in (("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid")):
        text = plain(work.item.variables.get(variable, ""))
        if text and (one := Identifier.parse("arxiv", text) if kind == "doi" else None) is None:
            one = Identifier.parse(kind, text)
        if text and one is not None:
            found.add(one.work)
    return found


def of_kind(work: Publication, kind: str) -> str:
    """The identifier of a kind, e.g. the DOI in lower case; "" without one."""
    return next((one.value for one in sorted(identifiers(work)) if one.kind == kind), "")


def title_of(item: Item) -> str:
    """The title as text."""
    return plain(item.variables.get("title", ""))


def main_title(item: Item) -> str:
    """The title before its subtitle, folded; all of it without one."""
    return folded(_SUBTITLE.split(title_of(item), maxsplit=1)[0])


def folded(text: str) -> str:
    """Words without case, accents and signs: what titles are compared by.

    >>> folded("Schöne Wale – a {Study}!")
    'schone wale a study'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in decomposed)
    return " ".join(letters.split())


def similarity(one: Item, other: Item) -> float:
    """How alike two titles are, 0 to 100; 100 where one of the two is missing."""
    from rapidfuzz import fuzz

    titles = folded(title_of(one)), folded(title_of(other))
    return max(fuzz.ratio(*titles), fuzz.token_set_ratio(*titles)) if all(titles) else 100.0


def surnames(item: Item) -> list[str]:
    """The authors' surnames, else the editors', folded."""
    names = item.names.get("author") or item.names.get("editor") or ()
    return [folded(plain(name.family or name.literal)) for name in names if not name.others]


def year_of(item: Item) -> int | None:
    """The year, None without one."""
    issued = item.dates.get("issued")
    return issued.year if issued else None


def same_people(one: Item, other: Item) -> bool:
    """Whether two lists may be of one work: the first author is one, or half of the shorter list is."""
    here, there = surnames(one), surnames(other)
    if not here or not there:
        return True
    return here[0] == there[0] or 2 * len({*here} & {*there}) >= min(len(here), len(there))


def _fit(known: Publication, work: Publication, score: float) -> KnownWork | None:
    """Known by its title: with authors and year the same work, or a version of it."""
    if not same_people(known.item, work.item):
        return None
    years = year_of(known.item), year_of(work.item)
    apart = abs(years[0] - years[1]) if None not in years else 0  # type: ignore[operator]  # mypy does not narrow by `in`
    preprints = is_preprint(known.item) != is_preprint(work.item)
    others = _conflict(known, work)
    version = preprints or others or known.item.type != work.item.type
    if apart > (3 if version else 1) or (_says_little(known.item, work.item) and (apart or others)):
        return None
    if version and not (others or preprints) and apart == 0:
        version = False  # the sources call one work by two types
    return KnownWork(known, "title", score, version)


def _says_little(one: Item, other: Item) -> bool:
    """Whether a title is so short that several works may have it, and the authors do not tell them apart."""
    people = surnames(one)
    several = len(people) > 1 and people == surnames(other)
    return len(folded(title_of(one)).split()) < _SHORT and not several


def _conflict(one: Publication, other: Publication) -> bool:
    """Whether both have an identifier of one kind, and not the same."""
    here, there = identifiers(one), identifiers(other)
    return any(mine.kind == theirs.kind and mine != theirs for mine in here for theirs in there)


def _numbers(title: str) -> list[str]:
    return [word for word in title.split() if word.isdecimal() or _ROMAN.match(word)]
