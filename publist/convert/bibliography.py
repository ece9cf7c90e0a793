"""Entries to publications: an item for CSL, with links, badges, people and flags beside it."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from publist import memo
from publist.bibtex.entry import Bibliography, Entry, Field
from publist.bibtex.inherit import names_of, references, resolve
from publist.bibtex.latex import decode, verbatim
from publist.collector import resting
from publist.convert import custom
from publist.convert.annotations import annotated
from publist.convert.braced import unbraced
from publist.convert.items import item_of
from publist.convert.links import PLACES
from publist.convert.links import links as links_of
from publist.convert.mapping import ENTRY_TYPES, NOT_LISTED
from publist.convert.misplaced import settled
from publist.convert.misspelt import misspelt
from publist.convert.preprints import Deposit
from publist.convert.topics import without_topics
from publist.identifiers import Identifier
from publist.item import Item
from publist.keys import UniqueKeys
from publist.packed import BATCH, FEW, packed
from publist.patterns import pattern
from publist.problems import Problem, Rule
from publist.publication import Link, Person, Publication
from publist.richtext import Text, plain
from publist.truth import is_set
from publist.url import same_target

if TYPE_CHECKING:
    from publist.jobs import Share

# What BibLaTeX keeps out of every bibliography (manual, 3.1.3).
_DATA_ONLY = pattern(r"\b(?:dataonly|skipbib)\s*(?:=\s*true\s*)?(?:,|$)")
_TYPED = attrgetter("name", "value")
# Variables that lead somewhere, or are asked for beside the citation.
_LINKED = ("DOI", "URL", "PMID", "PMCID", "keyword", "note")


def publications(
    bibliography: Bibliography, private: Collection[str] = ()
) -> tuple[list[Publication], list[Problem]]:
    """A publication for every entry that is a work, in the file's order, and what is odd about them.

    ``private`` names fields, beside those of ``custom.PRIVATE_FIELDS``, that are taken off every entry
    before anything is read from it, so that no output can show them.
    """
    made = FileConversion([bibliography], private)
    return made.publications, made.odd


# The publications in the file's order, None for one of another's share; what is odd about them, by place.
_Made = tuple[list[Publication | None], dict[int, list[Problem]]]


class FileConversion:
    """A file's publications, in its order, from its parts; those from which entries inherit are read twice.

    ``likely`` is about how many entries there are, if several processes may convert them; each of these reads
    all of them.  ``problems`` are the reader's, ``odd`` is what is odd about the entries; ``read`` and
    ``refused`` count them.  ``known`` is whether one of them is of a known type; where none is, the file may
    be something else with an ``@``.
    """

    @resting()
    def __init__(self, parts: Iterable[Bibliography], private: Collection[str] = (), likely: int = 0) -> None:
        self.problems: list[Problem] = []
        self.odd: list[Problem] = []
        self.read = self.refused = 0
        self.known = False
        self._private = custom.PRIVATE_FIELDS | {name.lower() for name in private}
        self._keys = UniqueKeys()
        self._made: list[Publication | None] = []  # None for an heir, at first, and for what others make
        self._odd: dict[int, list[Problem]] = {}  # by place
        self._heirs: list[tuple[int, str]] = []  # place and key, in the file's order; "" for what is no work
        self._lenders: set[str] = set()
        self._own: Share | None = None
        if likely <= FEW:
            self._share(parts, None)
        else:
            from publist.jobs import shared

            for made, odd in shared(partial(self._share, parts), likely):
                self._made = [mine or other for mine, other in zip(self._made, made, strict=True)]
                self._odd |= odd
        self.odd += [problem for place in sorted(self._odd) for problem in self._odd[place]]
        self.publications = without_topics(unbraced([one for one in self._made if one is not None]))

    def _share(self, parts: Iterable[Bibliography], own: Share | None) -> _Made:
        """Read all entries, and convert those that are this process's own; all of them without a share."""
        self._own = own
        for part in parts:
            self._read(part)
        if self._heirs:
            self._inherit(entry for part in parts for entry in part.entries)
        return self._made, self._odd

    def _read(self, part: Bibliography) -> None:
        """Convert what stands by itself."""
        self.problems += part.problems
        self.refused += part.refused
        self.read += part.read
        for entry in part.entries:
            self.known = self.known or entry.type in ENTRY_TYPES
            place, key = len(self._made), ""
            options = entry.get("options")
            if entry.type not in NOT_LISTED and not (options and _DATA_ONLY.search(options)):
                key = self._keys.unique(entry.key or f"{entry.type}-line-{entry.line}")
                self._made.append(None)
            if lenders := references(entry):
                self._heirs.append((place, key))
                self._lenders.update(name.lower() for _, name in lenders)
            elif key:
                self._convert(entry, place, key)

    def _inherit(self, entries: Iterable[Entry]) -> None:
        """Convert the others, with what the entries that they name lend them."""
        concerned = [one for one in entries if references(one) or not self._lenders.isdisjoint(names_of(one))]
        heirs = [
            whole
            for entry, whole in zip(concerned, resolve(concerned, self.odd), strict=True)
            if references(entry)
        ]
        for entry, (place, key) in zip(heirs, self._heirs, strict=True):
            if key:
                self._convert(entry, place, key)

    def _convert(self, entry: Entry, place: int, key: str) -> None:
        if self._own and not self._own.has(place // BATCH):
            return
        problems: list[Problem] = []
        made = _publication(_without(entry, self._private), key, problems)
        self._made[place] = packed(made) if place >= FEW and not memo.name_of(made) else made
        if problems:
            self._odd[place] = problems


def _without(entry: Entry, private: frozenset[str]) -> Entry:
    if private.isdisjoint(entry.fields):
        return entry
    return replace(entry, fields={name: field for name, field in entry.fields.items() if name not in private})


def _publication(entry: Entry, key: str, problems: list[Problem]) -> Publication:
    """The publication of an entry; one that has only moved in its file is the same."""

    def given() -> tuple[object, ...]:
        fields, line = entry.fields.values(), entry.line
        lines = [field.line - line for field in fields]
        return entry.file, key, entry.type, entry.key, [*map(_TYPED, fields)], lines

    digest = memo.digest("publication", given)
    made, found = memo.kept(digest, lambda: _converted(entry, key))
    if moved := entry.line - made.line:
        found = [problem._replace(line=problem.line + moved) for problem in found]
    problems += found
    return memo.named(made._replace(line=entry.line, fields=PlainFields(entry)), digest)


def _converted(entry: Entry, key: str) -> tuple[Publication, list[Problem]]:
    problems: list[Problem] = []

    def report(rule: Rule, line: int, message: str) -> None:
        problems.append(Problem(entry.file, line or entry.line, rule, message, key))

    entry = settled(entry)
    deposit = Deposit.of(entry)
    item, persons = item_of(entry, key, deposit, report)
    misspelt(entry, report)
    return _described(entry, item, persons, deposit, report), problems  # the fields stay the entry's


def of_item(
    item: Item, custom_fields: Mapping[str, str], file: str, line: int, private: Collection[str] = ()
) -> tuple[Publication, list[Problem]]:
    """The publication of a CSL-JSON item; links, badges and roles are named as BibTeX's custom fields are.

    ``custom_fields`` are what the item has beside CSL's variables, e.g. ``{"code": "https://github.com/x/y"}``;
    ``private`` names those that no output may show.
    """
    from publist.bibtex.latex.encode import encode

    problems: list[Problem] = []

    def report(rule: Rule, line: int, message: str) -> None:
        problems.append(Problem(file, line, rule, message, item.id))

    texts = {name.lower(): plain(item.variables[name]) for name in _LINKED if name in item.variables}
    hidden = custom.PRIVATE_FIELDS | {name.lower() for name in private}
    texts |= {name: value for name, value in custom_fields.items() if name not in hidden}
    fields = {
        name: Field(name, value if custom.link_kind(name) or "://" in value else encode(value), line)
        for name, value in texts.items()
    }
    entry = Entry("", item.id, fields, file, line)
    described = _described(entry, item, [], Deposit.of(entry), report)
    return described._replace(fields=PlainFields(entry)), problems


def _described(
    entry: Entry, item: Item, persons: list[Person], deposit: Deposit, report: custom.Report
) -> Publication:
    """The publication of an item, with what the fields of the entry say beside it, but not the fields."""
    links = _with_doi(links_of(entry, deposit, report), item)
    people, meanings = annotated(entry, item.names, persons, report)
    said: dict[str, Any] = {}
    for name in _SAID.keys() & entry.fields.keys():
        attribute, read = _SAID[name]
        said[attribute] = read(entry, name)
    return Publication(
        item=item,
        key=item.id,
        file=entry.file,
        line=entry.line,
        entry_type=entry.type,
        links=links,
        badges=custom.badges(entry),
        people=people,
        identifiers=tuple(dict.fromkeys(found for link in links if (found := Identifier.at(link.url)))),
        meanings=meanings,
        fields={},
        **said,
    )


def _with_doi(links: tuple[Link, ...], item: Item) -> tuple[Link, ...]:
    """The links with the item's DOI among them, in whichever field it stood, e.g. ``number``."""
    doi = Identifier.parse("doi", plain(item.variables["DOI"])) if "DOI" in item.variables else None
    if doi is None:
        return links
    target = same_target(doi.url)
    same = [link for link in links if same_target(link.url) == target]
    if same and all(link.kind != "url" for link in same):
        return links
    found = Link("doi", custom.LINKS["doi"], doi.url)
    others = (link for link in links if link not in same)
    return tuple(sorted((*others, found), key=lambda link: PLACES.get(link.kind, len(PLACES))))


def _flag(entry: Entry, name: str) -> bool:
    return is_set(entry.get(name))


def _rich(entry: Entry, name: str) -> Text:
    return decode(entry.get(name)).text


def _keys(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,]+", _text(entry, name)))


def _keywords(entry: Entry, _: str) -> tuple[str, ...]:
    text = plain(decode(entry.get("keywords") or entry.get("keyword")).text)
    separator = ";" if ";" in text else ","
    return tuple(word.strip() for word in text.split(separator) if word.strip())


def _plain(name: str, value: str) -> str:
    return verbatim(value) if custom.link_kind(name) else plain(decode(value).text)


def _text(entry: Entry, name: str) -> str:
    """The field as plain text without blanks at its ends, "" if it is missing."""
    value = entry.get(name)
    return _plain(name, value).strip() if value else ""


# What fields say of a publication, by their names: the attribute, and how it is read.
_SAID: dict[str, tuple[str, Callable[[Entry, str], object]]] = {
    "selected": ("selected", _flag),
    "hidden": ("hidden", _flag),
    "bibtex_show": ("shows_bibtex", _flag),
    "nickname": ("nickname", _rich),
    "keyword": ("keywords", _keywords),
    "keywords": ("keywords", _keywords),
    "entrysubtype": ("subtype", _text),
    "accepted": ("accepted", _text),
    "related": ("related", _keys),
    "relatedtype": ("relation", _text),
    "preview": ("preview", _text),
    "additional_info": ("information", _text),
}


class PlainFields(Mapping[str, str]):
    """An entry's fields as plain text, each decoded when it is asked for."""

    __slots__ = ("_packed",)

    def __init__(self, entry: Entry) -> None:
        # Not the fields: where they stand in the file takes more memory than what they say.
        self._packed = marshal.dumps(dict(map(_TYPED, entry.fields.values())))

    @property
    def _values(self) -> dict[str, str]:
        values: dict[str, str] = marshal.loads(self._packed)  # noqa: S302 - this process has written it
        return values

    def __getitem__(self, name: str) -> str:
        return _plain(name, self._values[name])

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"PlainFields({dict(self)!r})"
