"""What was prepared to entries: ordered, formatted by the style, people set off, lists of names cut."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Any

from publist import listing, memo, rules
from publist.collector import resting
from publist.convert.venue_line import item_for_line, without_mark
from publist.csl import Processor, Style
from publist.csl.locale import known_language
from publist.identifiers import Identifier
from publist.item import Item
from publist.listing import Group, ListEntry, PackedEntries, PackedRun, Section
from publist.listing.prepare import Prepared
from publist.listing.printed import linked, row
from publist.listing.sections import arrange
from publist.packed import BATCH, FEW, opened
from publist.people import Known, LegendEntry, Position, decorate, shortened
from publist.people.legend import legend
from publist.phrases import filled, phrase
from publist.problems import Problem
from publist.publication import Publication
from publist.records import NamedTuple
from publist.richtext import LinkSpan, Node, Text, nodes, plain
from publist.settings.options import Arrangement, Choice, Options, Page
from publist.titles import Cased, with_language
from publist.url import same_target

if TYPE_CHECKING:
    from publist.jobs import Share

HOMEPAGE = "https://publist.example/styles/homepage"
"""The id of publist's own style."""

# So many names of a list does publist's own style print, unless max-authors says otherwise.
_MOST_NAMES = 30

# Works whose number is a name: "TR-2004-12".
_DESIGNATED = frozenset({"report", "patent", "standard", "legislation", "thesis"})

Progress = Callable[[int, int], None]
"""Hears how many entries of how many are formatted."""


class _Content(NamedTuple):
    """A citation, to be made when it is wanted, and what it depends on beside its work."""

    depends: object
    cite: Callable[[Publication], tuple[Node, ...]]


_Runs = dict[int, tuple[PackedRun, list[Problem]]]
"""What was made of runs of entries, by their places in the list, with what there is to say of them."""


def _made_before(content: tuple[Node, ...], _publication: Publication) -> tuple[Node, ...]:
    return content


def _as_bibtex(publication: Publication, left_out: Collection[str]) -> str:
    """The work's BibTeX, for readers to copy; an abstract that stands beside it is not in it again."""
    from publist.convert.to_bibtex import written_bibtex

    item = publication.item
    if "abstract" in left_out and "abstract" in item.variables:
        variables = {name: value for name, value in item.variables.items() if name != "abstract"}
        item = replace(item, variables=variables)
    return written_bibtex([publication._replace(item=item)])[0].strip()


def _once(item: Item) -> Item:
    """The item without what some styles would print a second time: the date of an event, a DOI's address."""
    issued, event = item.dates.get("issued"), item.dates.get("event-date")
    if event is not None and issued is not None and event.parts and _says_no_more(event.parts, issued.parts):
        item = replace(item, dates={name: date for name, date in item.dates.items() if name != "event-date"})
    variables = item.variables
    if "DOI" not in variables or "URL" not in variables:
        return item
    doi = Identifier.parse("doi", plain(variables["DOI"]))
    if doi is None or same_target(doi.url) != same_target(plain(variables["URL"])):
        return item
    return replace(item, variables={name: value for name, value in variables.items() if name != "URL"})


def _as_designation(item: Item) -> Item:
    """The number of a report or patent with its hyphens escaped: ``21-16`` is no range (CSL's numbers)."""
    number = item.variables.get("number", "")
    if item.type not in _DESIGNATED or not isinstance(number, str) or "-" not in number or "\\" in number:
        return item
    return replace(item, variables={**item.variables, "number": number.replace("-", "\\-")})


def _says_no_more(first: tuple[tuple[int, ...], ...], second: tuple[tuple[int, ...], ...]) -> bool:
    """Whether the first date is the second, or a part of it: ``2025`` beside ``2025-05-28``."""
    if len(first) != len(second):
        return False
    return all(one == other[: len(one)] for one, other in zip(first, second, strict=True))


def language_of(style: Style, options: Options) -> str:
    """The language of the list, e.g. ``de-DE``.  Raises ConfigError for one that CSL does not know."""
    own = style.default_locale or "en-US"
    return known_language(own if options.locale == "style" else options.locale)


class Formatter:
    """Formats what was prepared, in one style and locale."""

    def __init__(
        self,
        style: Style,
        prepared: Prepared,
        options: Options,
        cased: Cased,
        progress: Progress | None = None,
    ) -> None:
        self.problems: list[Problem] = []
        self.progress = progress
        self.style = style
        self.prepared = prepared
        self.options = options
        self.cased = cased
        self.language = language_of(style, options)
        # With titles in the case that the style expects, by key, until their entries are made.
        self.items: dict[str, Item] = {}
        roles = prepared.roles
        look = options._replace(choice=Choice(), page=Page())
        self.shared = memo.digest("shared", lambda: (style, self.language, look, roles.known, roles.signs))
        """What tells apart all that every entry of the list depends on."""

    def ordered(self) -> list[Publication]:
        """The publications in the list's order."""
        options = self.options
        publications = self.prepared.publications
        order = options.order or ("style" if options.arrangement.grouping == "none" else "date")
        if order == "date":
            return listing.by_date(publications)
        if order == "style":
            by_key = {publication.key: publication for publication in publications}
            return [by_key[key] for key in self._processor(publications, sort=True).order()]
        return list(publications)

    @resting()
    def sections(self, publications: Sequence[Publication], arrangement: Arrangement) -> list[Section]:
        """The publications arranged and formatted; citation numbers follow the list's own order."""
        groups = arrange(publications, arrangement._replace(language=self.language))
        ordered = [publication for group in groups for publication in group.publications]
        heads = frozenset(group.publications[0].key for group in groups if group.publications)
        processor = self._processor((), sort=False)
        independent = processor.is_independent
        count = len(ordered)
        contents = self._each(processor, count) if independent else self._together(ordered, heads)
        cited = enumerate(contents, 1)
        # What is kept for another run is known by its identity: it has to stay as it is.
        if count > FEW and not self.shared:
            held = self._packed(groups, cited, count if independent else 0)
        else:
            held = [[*self._entries(group, group.publications, cited)] for group in groups]
        return [Section(one.heading, entries, one.depth) for one, entries in zip(groups, held, strict=True)]

    def _packed(
        self, groups: Sequence[Group], cited: Iterator[tuple[int, _Content]], likely: int
    ) -> list[Sequence[ListEntry]]:
        """The entries of each group; ``likely`` is how many there are, if several processes may make them."""
        from publist.jobs import shared

        runs = [(one, at) for one in groups for at in range(0, len(one.publications), BATCH)]
        before, self.problems = self.problems, []
        made: _Runs = {}
        for share in shared(partial(self._share, runs, cited), likely):
            made |= share
        self.problems = before + [problem for place in sorted(made) for problem in made[place][1]]
        self.items.clear()
        found = (made[place][0] for place in range(len(runs)))
        return [
            PackedEntries(one.publications, [*islice(found, ceil(len(one.publications) / BATCH))])
            for one in groups
        ]

    def _share(
        self, runs: Sequence[tuple[Group, int]], cited: Iterator[tuple[int, _Content]], own: Share
    ) -> _Runs:
        """The runs of entries that are a process's own."""
        if own.number:
            self.progress = None
        made: _Runs = {}
        for place, (group, at) in enumerate(runs):
            publications = group.publications[at : at + BATCH]
            contents = [*islice(cited, len(publications))]
            if own.has(place):
                run = PackedRun.of([*self._entries(group, publications, iter(contents))])
                made[place], self.problems = (run, self.problems), []
        return made

    def _entries(
        self, group: Group, publications: Sequence[Publication], cited: Iterator[tuple[int, _Content]]
    ) -> Iterator[ListEntry]:
        """The entries of some of a group; ``cited`` goes on with their numbers and citations."""
        for publication in publications:
            number, content = next(cited)
            yield self._entry(publication, number, group.labels.get(publication.key, ""), content)

    def _together(self, publications: Sequence[Publication], heads: Collection[str]) -> Iterator[_Content]:
        """Every citation, where they depend on one another."""
        processor = self._processor(publications, sort=False)
        for entry in processor.bibliography(self.progress, heads=heads):
            yield _Content(entry.content, partial(_made_before, entry.content))

    def _each(self, processor: Processor, count: int) -> Iterator[_Content]:
        """Every citation, where each can be made by itself."""
        numbered = "citation-number" in self.style.uses
        for number in range(1, count + 1):
            if self.progress is not None and number % 50 == 1:
                self.progress(number - 1, count)
            yield _Content(number if numbered else 0, partial(self._alone, processor, number))

    def _alone(self, processor: Processor, number: int, publication: Publication) -> tuple[Node, ...]:
        return processor.alone(self._item(publication), number)

    def _entry(
        self,
        publication: Publication,
        number: int,
        label: str,
        content: _Content,
    ) -> ListEntry:
        known = self.prepared.people.of(publication.key)
        work = opened(publication)

        def given() -> tuple[object, ...]:
            named = work if memo.name_of(work) else work._replace(line=0, fields={})
            return named, self._lowered(work), label, dict(known), self.shared, content.depends

        digest = memo.digest("listed", given)
        says, parts = memo.kept(digest, lambda: self._made(work, content.cite(work), known))
        self.items.pop(publication.key, None)
        if not says:
            self._report_empty(publication)
        return memo.named(ListEntry(publication, number, parts[0], known, label, *parts[1:]), digest)

    def _made(
        self, publication: Publication, content: tuple[Node, ...], known: Mapping[Position, Known]
    ) -> tuple[bool, tuple[Any, ...]]:
        """Whether the style prints anything of the work; the citation, and the rest of its entry."""
        says = bool(plain(content).strip())
        if not says:  # its title, else its key
            content = nodes(publication.item.variables.get("title", "")) or (publication.key,)
        persons, prepared = self.options.persons, self.prepared
        content = decorate(linked(content), publication, known, prepared.roles.signs)
        names: tuple[Node, ...] = ()
        if most := self._most_names():
            content, names = shortened(content, most, self._kept(known), self._others)
        explained = legend((content,), prepared.roles, self.language) if persons.legend == "entry" else ()
        show = self.options.show
        bibtex = _as_bibtex(publication, show) if publication.shows_bibtex or "bibtex" in show else ""
        abstract = publication.item.variables.get("abstract", "") if "abstract" in show else ""
        links = row(publication.links, content, self.options.links_shown)
        return says, (content, names, self._notes(publication), explained, bibtex, abstract, links)

    def _report_empty(self, publication: Publication) -> None:
        key = publication.key
        message = f"the style prints nothing of {key}; it is listed by its title; add what it lacks"
        self.problems.append(Problem(publication.file, publication.line, rules.EMPTY_CITATION, message, key))

    def _most_names(self) -> int:
        """How many names of a list stand at most, 0 for all."""
        most = self.options.persons.max_authors
        return (_MOST_NAMES if self.style.info.id == HOMEPAGE else 0) if most is None else most

    def _kept(self, known: Mapping[Position, Known]) -> frozenset[Position]:
        """Where names stay even if a list of names is cut."""
        if not self.options.persons.keep_highlighted:
            return frozenset()
        return frozenset(place for place, person in known.items() if person.highlight)

    def _others(self, count: int) -> str:
        return phrase("others", self.language).format(n=count)

    def _notes(self, publication: Publication) -> tuple[Text, ...]:
        """What stands below the citation: other versions, and al-folio's ``additional_info``."""
        notes: list[Text] = []
        for version in publication.versions:
            if version.relation != "preprint" and version.venue:
                children = filled(phrase(version.relation, self.language), {"venue": version.venue})
                notes.append((LinkSpan(version.url, children),) if version.url else children)
        if publication.information:
            notes.append(publication.information)
        return tuple(notes)

    def legend(self, sections: Sequence[Section]) -> tuple[LegendEntry, ...]:
        """What the marks of the whole list mean."""
        contents = (entry.content for section in sections for entry in section.entries if entry.people)
        return legend(contents, self.prepared.roles, self.language)

    def more(self, count: int) -> Text:
        """The words for publications beyond the limit, linked to where they stand; "" for none."""
        if not count:
            return ""
        words = phrase("more", self.language).format(n=count)
        url = self.options.choice.more_url
        return (LinkSpan(url, (words,)),) if url else words

    def _processor(self, publications: Sequence[Publication], *, sort: bool) -> Processor:
        keeps = self.options.persons.keep_highlighted and bool(self.prepared.people)
        return Processor(
            self.style,
            [self._item(publication) for publication in publications],
            locale=self.language,
            disambiguate=self.options.disambiguate,
            sort=sort,
            keep=self._keep if keeps else None,
        )

    def _item(self, publication: Publication) -> Item:
        """What the style is given: titles in the case that it expects, the default style's own lines.

        An item of CSL-JSON is written for styles and stays as it is, so that any processor prints the same.
        """
        item = self._cased(publication)
        if self.style.info.id == HOMEPAGE:
            item = item_for_line(publication._replace(item=item))
        elif publication.entry_type:
            item = with_language(without_mark(item))
        item = _as_designation(item) if publication.entry_type else item
        return _once(item) if publication.entry_type or self.style.info.id == HOMEPAGE else item

    def _cased(self, publication: Publication) -> Item:
        item = self.items.get(publication.key)
        if item is None:
            item = self.items[publication.key] = self.cased.item(opened(publication))
        return item

    def _lowered(self, publication: Publication) -> dict[str, Text]:
        """The titles that are not as they are typed: that depends on the other works as well."""
        typed, item = publication.item, self._cased(publication)
        if item is typed:
            return {}
        variables = typed.variables
        return {name: value for name, value in item.variables.items() if value is not variables.get(name)}

    def _keep(self, item: Item, variable: str, position: int) -> bool:
        """Whether a name stays where the style writes "et al."."""
        person = self.prepared.people.of(item.id).get((variable, position))
        return person is not None and bool(person.highlight)
