"""Entries to publications: an item for CSL, with links, badges, people and flags beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from publist.bibtex.entry import Bibliography, Entry
from publist.bibtex.inherit import resolve
from publist.bibtex.latex import decode, verbatim
from publist.convert import custom
from publist.convert.annotations import annotated
from publist.convert.braced import unbraced
from publist.convert.items import item_of
from publist.convert.links import links as links_of
from publist.convert.mapping import ENTRY_TYPES, NOT_LISTED
from publist.identifiers import Identifier
from publist.keys import unique_keys
from publist.problems import Problem, Rule
from publist.publication import Publication
from publist.richtext import plain
from publist.truth import is_set


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


def _without(entry: Entry, private: Collection[str]) -> Entry:
    if not any(name in private for name in entry.fields):
        return entry
    return entry._replace(fields={name: field for name, field in entry.fields.items() if name not in private})


def _publication(entry: Entry, key: str, problems: list[Problem]) -> Publication:
    def report(rule: Rule, line: int, message: str) -> None:
        problems.append(Problem(entry.file, line or entry.line, rule, message, key))

    item, persons = item_of(entry, key, report)
    links = links_of(entry, report)
    fields = PlainFields(entry)
    people, meanings = annotated(entry, item.names, persons, report)
    return Publication(
        item=item,
        key=key,
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
        fields=fields,
    )


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
        self._fields = entry.fields

    def __getitem__(self, name: str) -> str:
        value = self._fields[name].value
        return verbatim(value) if custom.link_kind(name) else plain(decode(value).text)

    def text(self, name: str) -> str:
        """The field without blanks at its ends, "" if it is missing."""
        return self[name].strip() if name in self._fields else ""

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"PlainFields({dict(self)!r})"
