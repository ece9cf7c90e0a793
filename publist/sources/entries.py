"""Records to BibTeX entries: fields by convert's tables, keys, and what is to be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from publist import rules
from publist.bibtex.latex.encode import encode
from publist.bibtex.writer import NewEntry, holdable
from publist.convert.to_bibtex import entry_of
from publist.item import Name
from publist.keys import citation_key, unique_keys
from publist.patterns import pattern
from publist.problems import Problem
from publist.richtext import plain
from publist.sources.record import Record
from publist.url import in_braces

# A citation key of the source's, which the user's papers may cite: letters first, no address, no number.
_KEY = pattern(r"[A-Za-z][\w:.+/-]{1,79}")
LINK_FIELDS = frozenset("pdf code data video slides poster project demo website supp paper".split())
_LONGEST = 60  # letters of a surname in a key
_SHOWN = 60  # characters of a text in a message


def entries(records: Sequence[Record]) -> list[NewEntry]:
    """The records' entries, each with a key of its own."""
    keys = unique_keys([_key(record) for record in records])
    found = [_entry(record) for record in records]
    return [NewEntry(kind, key, fields) for (kind, fields), key in zip(found, keys, strict=True)]


def _entry(record: Record) -> tuple[str, Mapping[str, str]]:
    if record.entry is not None:
        return record.entry.type, record.entry.fields
    item = record.item
    item.names = {role: tuple(map(_with_particle, names)) for role, names in item.names.items()}
    kind, fields, lost = entry_of(item, "bibtex", record.arxiv)
    for variable in lost:
        if variable in record.variables:
            record.keep(variable, plain(record.variables[variable]))
        elif variable in record.names:
            record.keep(variable, " and ".join(name.text for name in record.names[variable]))
    for name, value in record.fields.items():
        if name not in fields:
            link = name in LINK_FIELDS or name.startswith("url_")
            fields[name] = holdable(in_braces(value) if link else encode(value)) or ""
    # A DOI may have braces, and one alone would end its value.
    held = {
        name: value if holdable(value) is not None else in_braces(value) for name, value in fields.items()
    }
    return kind, {name: value for name, value in held.items() if value}


def _with_particle(name: Name) -> Name:
    """The name with one kind of particle, as BibTeX has it: ``van Gogh, V.``."""
    if not name.dropping_particle:
        return name
    particles = f"{name.dropping_particle} {name.non_dropping_particle}".strip()
    return name._replace(dropping_particle="", non_dropping_particle=particles)


def _key(record: Record) -> str:
    if _KEY.fullmatch(record.key) and "//" not in record.key:
        return record.key
    names = record.names.get("author") or record.names.get("editor") or ()
    surname = plain(names[0].family or names[0].literal) if names and not names[0].others else ""
    date = record.dates.get("issued")
    return citation_key(surname[:_LONGEST], str(date.year or "") if date else "", title_of(record))


def title_of(record: Record) -> str:
    """The title as plain text, e.g. for a message."""
    return plain(record.variables.get("title", ""))


def problems(file: str, records: Sequence[Record], keys: Sequence[str]) -> Iterator[Problem]:
    """What is to be said of each record."""
    titles: dict[str, str] = {}
    for record, key in zip(records, keys, strict=True):
        where = record.file or file
        shown = title_of(record)
        if not shown:
            yield Problem(where, record.line, rules.NO_TITLE, "has no title; it is written without one", key)
        folded = "".join(one for one in shown.casefold() if one.isalnum())
        if folded in titles and folded:
            message = f"“{shown[:_SHOWN]}” stands at {titles[folded]} too"
            yield Problem(where, record.line, rules.SAME_TITLE, message, key)
        titles.setdefault(folded, key)
        if not record.names:
            yield Problem(
                where, record.line, rules.NO_AUTHORS, f"found no authors of “{shown[:_SHOWN]}”", key
            )
        if "issued" not in record.dates:
            yield Problem(where, record.line, rules.UNDATED, f"found no year of “{shown[:_SHOWN]}”", key)
        if record.kept:
            names = ", ".join(sorted(set(record.kept)))
            message = f"BibTeX has no field for these; kept as they are: {names}"
            yield Problem(where, record.line, rules.KEPT_FIELD, message, key)
        for text in record.unplaced:
            yield Problem(where, record.line, rules.UNPLACED, f"could not place “{text[:200]}”", key)
