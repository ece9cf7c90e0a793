"""Entries to publications: an item for CSL, with links, badges, people and flags beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from operator import itemgetter

from publist import memo
from publist.bibtex.entry import Bibliography, Entry, Field
from publist.bibtex.inherit import resolve
from publist.bibtex.latex import decode, verbatim
from publist.bibtex.latex.encode import encode
from publist.convert import custom
from publist.convert.annotations import annotated
from publist.convert.braced import unbraced
from publist.convert.items import item_of
from publist.convert.links import PLACES
from publist.convert.links import links as links_of
from publist.convert.mapping import ENTRY_TYPES, NOT_LISTED
from publist.convert.misspelt import misspelt
from publist.convert.preprints import Deposit
from publist.identifiers import Identifier
from publist.item import Item
from publist.keys import unique_keys
from publist.problems import Problem, Rule
from publist.publication import Link, Person, Publication
from publist.richtext import plain
from publist.truth import is_set
from publist.url import same_target

_TYPED = itemgetter(0, 1)  # a field's name and value
# Variables that lead somewhere, or are asked for beside the citation.
_LINKED = ("DOI", "URL", "PMID", "PMCID", "keyword", "note")


def publications(
    bibliography: Bibliography, private: Collection[str] = ()
) -> tuple[list[Publication], list[Problem]]:
    """A publication for every entry that is a work, in the file's order, and what is odd about them.

    ``private`` names fields, beside those of ``custom.PRIVATE_FIELDS``, that are taken off every entry
    before anything is read from it, so that no output can show them.
    """
    problems: list[Problem] = []
    hidden = custom.PRIVATE_FIELDS | {name.lower() for name in private}
    entries = [_without(entry, hidden) for entry in resolve(bibliography, problems)]
    works = [entry for entry in entries if entry.type not in NOT_LISTED]
    keys = unique_keys([entry.key or f"{entry.type}-line-{entry.line}" for entry in works])
    found = [_publication(entry, key, problems) for entry, key in zip(works, keys, strict=True)]
    return unbraced(found), problems


def has_known_types(bibliography: Bibliography) -> bool:
    """Whether an entry is of a known type; where none is, the file may be something else with an ``@``."""
    return any(entry.type in ENTRY_TYPES for entry in bibliography.entries)


def _without(entry: Entry, private: frozenset[str]) -> Entry:
    if private.isdisjoint(entry.fields):
        return entry
    return entry._replace(fields={name: field for name, field in entry.fields.items() if name not in private})


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
    fields = PlainFields(entry)
    people, meanings = annotated(entry, item.names, persons, report)
    return Publication(
        item=item,
        key=item.id,
        file=entry.file,
        line=entry.line,
        entry_type=entry.type,
        links=links,
        badges=custom.badges(entry),
        people=people,
        selected=is_set(entry.get("selected")),
        hidden=is_set(entry.get("hidden")),
        nickname=decode(entry.get("nickname")).text,
        keywords=_keywords(entry),
        identifiers=tuple(dict.fromkeys(found for link in links if (found := Identifier.at(link.url)))),
        meanings=meanings,
        subtype=fields.text("entrysubtype"),
        accepted=fields.text("accepted"),
        related=tuple(re.split(r"[\s,]+", fields.text("related"))) if "related" in fields else (),
        relation=fields.text("relatedtype"),
        preview=fields.text("preview"),
        information=fields.text("additional_info"),
        shows_bibtex=is_set(entry.get("bibtex_show")),
        fields={},
    )


def _with_doi(links: tuple[Link, ...], item: Item) -> tuple[Link, ...]:
    """The links with the item's DOI among them, in whichever field it stood, e.g. ``number``."""
    doi = Identifier.parse("doi", plain(item.variables.get("DOI", "")))
    if doi is None:
        return links
    target = same_target(doi.url)
    same = [link for link in links if same_target(link.url) == target]
    if same and all(link.kind != "url" for link in same):
        return links
    found = Link("doi", custom.LINKS["doi"], doi.url)
    others = (link for link in links if link not in same)
    return tuple(sorted((*others, found), key=lambda link: PLACES.get(link.kind, len(PLACES))))


def _keywords(entry: Entry) -> tuple[str, ...]:
    value = entry.get("keywords") or entry.get("keyword")
    if not value:
        return ()
    text = plain(decode(value).text)
    separator = ";" if ";" in text else ","
    return tuple(word.strip() for word in text.split(separator) if word.strip())


class PlainFields(Mapping[str, str]):
    """An entry's fields as plain text, each decoded when it is asked for."""

    def __init__(self, entry: Entry) -> None:
        # Not the fields: where they stand in the file takes more memory than what they say.
        self._values = {name: field.value for name, field in entry.fields.items()}

    def __getitem__(self, name: str) -> str:
        value = self._values[name]
        return verbatim(value) if custom.link_kind(name) else plain(decode(value).text)

    def text(self, name: str) -> str:
        """The field without blanks at its ends, "" if it is missing."""
        return self[name].strip() if name in self._values else ""

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"PlainFields({dict(self)!r})"
