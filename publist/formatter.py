"""What was prepared to entries: ordered, formatted by the style, people set off, lists of names cut."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from publist import listing, memo, rules
from publist.convert.venue_line import item_for_line
from publist.csl import Processor, Style
from publist.csl.locale import known_language
from publist.identifiers import Identifier
from publist.item import Item
from publist.listing import ListEntry, Section
from publist.listing.prepare import Prepared
from publist.listing.printed import linked, row
from publist.listing.sections import arrange
from publist.people import Known, LegendEntry, Position, decorate, shortened
from publist.people.legend import legend
from publist.phrases import filled, phrase
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import LinkSpan, Node, Text, nodes, plain
from publist.settings.options import Arrangement, Choice, Options
from publist.titles import Cased, with_language
from publist.url import same_target

HOMEPAGE = "https://publist.example/styles/homepage"
"""The id of publist's own style."""

# So many names of a list does publist's own style print, unless max-authors says otherwise.
_MOST_NAMES = 30

# Works whose number is a name: "TR-2004-12".
_DESIGNATED = frozenset({"report", "patent", "standard", "legislation", "thesis"})

Progress = Callable[[int, int], None]
"""Hears how many entries of how many are formatted."""


def _as_bibtex(publication: Publication, left_out: Collection[str]) -> str:
    """The work's BibTeX, for readers to copy; an abstract that stands beside it is not in it again."""
    from publist.convert.to_bibtex import written_bibtex

    item = publication.item
    if "abstract" in left_out and "abstract" in item.variables:
        variables = {name: value for name, value in item.variables.items() if name != "abstract"}
        item = replace(item, variables=variables)
    work = publication._replace(item=item)

    def given() -> object:
        return item, publication.identifiers

    return memo.kept("bibtex", publication.key, given, lambda: written_bibtex([work])[0].strip())


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
        roles = prepared.roles
        self.shared = memo.same(
            "shared",
            (style, self.language, options._replace(choice=Choice()), roles.known, roles.signs, cased.state),
        )
        """All that every entry of the list depends on."""

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

    def sections(self, publications: Sequence[Publication], arrangement: Arrangement) -> list[Section]:
        """The publications arranged and formatted; citation numbers follow the list's own order."""
        groups = arrange(publications, arrangement._replace(language=self.language))
        ordered = [publication for group in groups for publication in group.publications]
        heads = frozenset(group.publications[0].key for group in groups if group.publications)
        processor = self._processor(ordered, sort=False)
        content = {entry.id: entry.content for entry in processor.bibliography(self.progress, heads=heads)}
        sections = []
        number = 0
        for group in groups:
            section = Section(group.heading, [], group.depth)
            for publication in group.publications:
                number += 1
                label = group.labels.get(publication.key, "")
                section.entries.append(self._entry(publication, number, label, content[publication.key]))
            sections.append(section)
        return sections

    def _entry(
        self, publication: Publication, number: int, label: str, content: tuple[Node, ...]
    ) -> ListEntry:
        known = self.prepared.people.of(publication.key)
        if not plain(content).strip():
            content = self._instead(publication)
        still = publication._replace(line=0)  # an entry that has only moved in its file is the same

        def given() -> object:
            return still, label, content, known, self.shared

        entry = memo.kept("listed", publication.key, given, lambda: self._made(still, label, content, known))
        return entry._replace(publication=publication, number=number)

    def _made(
        self,
        publication: Publication,
        label: str,
        content: tuple[Node, ...],
        known: Mapping[Position, Known],
    ) -> ListEntry:
        persons, prepared = self.options.persons, self.prepared
        content = decorate(linked(content), publication, known, prepared.roles.signs)
        names: tuple[Node, ...] = ()
        if most := self._most_names():
            content, names = shortened(content, most, self._kept(known), self._others)
        explained = legend((content,), prepared.roles, self.language) if persons.legend == "entry" else ()
        show = self.options.show
        bibtex = _as_bibtex(publication, show) if publication.shows_bibtex or "bibtex" in show else ""
        return ListEntry(
            publication, 0, content, known, label, names, self._notes(publication), explained, bibtex,
            abstract=publication.item.variables.get("abstract", "") if "abstract" in show else "",
            row=row(publication.links, content, self.options.links_shown),
        )  # fmt: skip

    def _instead(self, publication: Publication) -> tuple[Node, ...]:
        """What stands for an entry of which the style prints nothing: its title, else its key."""
        key = publication.key
        message = f"the style prints nothing of {key}; it is listed by its title; add what it lacks"
        problem = Problem(publication.file, publication.line, rules.EMPTY_CITATION, message, key)
        self.problems.append(problem)
        return nodes(publication.item.variables.get("title", "")) or (key,)

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
        contents = (entry.content for section in sections for entry in section.entries)
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
        return memo.kept(
            "item",
            publication.key,
            lambda: (publication._replace(line=0), self.shared),
            lambda: self._made_item(publication),
        )

    def _made_item(self, publication: Publication) -> Item:
        item = self.cased.item(publication)
        if self.style.info.id == HOMEPAGE:
            item = item_for_line(publication._replace(item=item))
        elif publication.entry_type:
            item = with_language(item)
        item = _as_designation(item) if publication.entry_type else item
        return _once(item) if publication.entry_type or self.style.info.id == HOMEPAGE else item

    def _keep(self, item: Item, variable: str, position: int) -> bool:
        """Whether a name stays where the style writes "et al."."""
        person = self.prepared.people.of(item.id).get((variable, position))
        return person is not None and bool(person.highlight)
