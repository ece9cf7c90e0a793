"""Entries to publications: an item for CSL, with links, badges, people and flags beside it."""

from __future__ import annotations

from collections.abc import Collection

from publist.bibtex.entry import Bibliography, Entry
from publist.bibtex.inherit import resolve
from publist.bibtex.latex import decode, verbatim
from publist.convert import custom
from publist.convert.annotations import annotated
from publist.convert.items import item_of
from publist.convert.mapping import NOT_LISTED
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
    return [_publication(entry, key, problems) for entry, key in zip(works, keys, strict=True)], problems


def _without(entry: Entry, private: Collection[str]) -> Entry:
    if not any(name in private for name in entry.fields):
        return entry
    return entry._replace(fields={name: field for name, field in entry.fields.items() if name not in private})


def _publication(entry: Entry, key: str, problems: list[Problem]) -> Publication:
    def report(rule: Rule, line: int, message: str) -> None:
        problems.append(Problem(entry.file, line or entry.line, rule, message, key))

    conversion = item_of(entry, key, report)
    return Publication(
        item=conversion.item,
        key=key,
        file=entry.file,
        line=entry.line,
        entry_type=entry.type,
        links=custom.links(entry, report),
        badges=custom.badges(entry),
        people=annotated(entry, conversion.item.names, conversion.people, report),
        selected=is_set(entry.get("selected")),
        hidden=is_set(entry.get("hidden")),
        nickname=decode(entry.get("nickname")).text,
        keywords=_keywords(entry),
        fields=_plain_fields(entry),
    )


def _keywords(entry: Entry) -> tuple[str, ...]:
    value = entry.get("keywords") or entry.get("keyword")
    if not value:
        return ()
    text = plain(decode(value).text)
    separator = ";" if ";" in text else ","
    return tuple(word.strip() for word in text.split(separator) if word.strip())


def _plain_fields(entry: Entry) -> dict[str, str]:
    """Every field as plain text, for selection."""
    return {
        name: verbatim(field.value) if custom.link_kind(name) else plain(decode(field.value).text)
        for name, field in entry.fields.items()
    }
