"""Imports into a .bib file that exists: new works at its end, and what is known otherwise as a proposal.

No byte of what stands there changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from publist import inputs, rules
from publist.bibtex import Bibliography, load_bytes, loads
from publist.bibtex.editor import Editor
from publist.bibtex.writer import NewEntry, written
from publist.convert import publications
from publist.errors import InputError
from publist.item import Item
from publist.keys import unique_keys
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import plain
from publist.update.same import KnownWork, Works, folded, identifiers, of_kind, title_of, year_of

# What is compared of a work that is known, and what it is called.
_COMPARED = {"volume": "volume", "issue": "number", "page": "pages"}
_SHOWN = 60  # characters of a title in a message


class MergedFile(NamedTuple):
    """The file's bytes with the new works, and what is proposed.

    ``keys`` are the keys of the works that were added, by those that they had; ``known`` is how many the file
    had already.
    """

    data: bytes
    keys: dict[str, str]
    known: int
    problems: list[Problem]


def into(path: Path, new: Sequence[NewEntry], source: str) -> MergedFile:
    """:func:`merged` with a file.  Raises InputError for one that cannot be read, or is no BibTeX."""
    given = inputs.read(path)
    if given.is_json:
        raise InputError("is JSON; works are merged into BibTeX alone", file=given.name)
    return merged(load_bytes(given.data, given.name), new, source)


def merged(bibliography: Bibliography, new: Sequence[NewEntry], source: str) -> MergedFile:
    """Put works into a file.  Raises InputError where its encoding lacks a character.

    A work that the file has is not added; where the source says something else of it, that is a problem of
    the rule ``differs``.  A version of a work, such as the paper of a preprint, is added and ``related`` to
    it.
    """
    works, _ = publications(bibliography)
    coming, _ = publications(loads(written(new)))
    known, editor = Works(works), Editor(bibliography)
    taken = [entry.key for entry in bibliography.entries]
    keys: dict[str, str] = {}
    problems: list[Problem] = []
    for entry, work in zip(new, coming, strict=True):
        fit = known.find(work)
        if fit is not None and not fit.version:
            problems += _differences(fit, work, source)
            continue
        key = unique_keys([*taken, entry.key])[-1]
        taken.append(key)
        fields = dict(entry.fields)
        if fit is not None:
            fields |= related(fit.work)
            problems.append(_linked(fit, key, work, bibliography))
        editor.add_entry(entry.type, key, fields)
        known.add(work._replace(key=key, file=bibliography.source.file, line=0))
        keys[entry.key] = key
    return MergedFile(editor.data(), keys, len(new) - len(keys), problems)


def linked(new: Sequence[NewEntry]) -> list[NewEntry]:
    """The entries, each version of an earlier one ``related`` to it, e.g. a paper to its preprint."""
    works, _ = publications(loads(written(new)))
    known, found = Works(), []
    for entry, work in zip(new, works, strict=True):
        fit = known.find(work)
        if fit is not None and fit.version and "related" not in entry.fields:
            entry = entry._replace(fields={**entry.fields, **related(fit.work)})
        found.append(entry)
        known.add(work)
    return found


def related(work: Publication) -> dict[str, str]:
    """The fields that say of a new entry that it is a version of a known work."""
    return {"related": work.key, "relatedtype": "version"}


def _linked(fit: KnownWork, key: str, work: Publication, bibliography: Bibliography) -> Problem:
    message = f"{key} is a version of {fit.work.key} (“{title_of(work.item)[:_SHOWN]}”) and is related to it"
    return Problem(bibliography.source.file, fit.work.line, rules.VERSION_ADDED, message, fit.work.key)


def _differences(fit: KnownWork, work: Publication, source: str) -> Iterator[Problem]:
    """One problem for all that a source says otherwise of a known work."""
    known = fit.work
    said = [*_of_identifiers(known, work), *_of_texts(known.item, work.item)]
    if said:
        message = f"{known.key}: {source} has {', '.join(said)}"
        yield Problem(known.file, known.line, rules.DIFFERS, message, known.key)


def _of_identifiers(known: Publication, work: Publication) -> Iterator[str]:
    kinds = {one.kind for one in identifiers(known)}
    for kind in ("doi", "arxiv", "pmid"):
        value, have = of_kind(work, kind), of_kind(known, kind)
        if value and kind not in kinds:
            yield f"{kind} {value}, which is missing here"
        elif value and value != have:
            yield f"{kind} {value}, not {have}"


def _of_texts(known: Item, work: Item) -> Iterator[str]:
    here, there = folded(title_of(known)), folded(title_of(work))
    if here and there and here != there:
        yield f"the title “{title_of(work)[:_SHOWN]}”"
    years = year_of(known), year_of(work)
    if None not in years and years[0] != years[1]:
        yield f"year {years[1]}, not {years[0]}"
    for variable, field in _COMPARED.items():
        value, have = _bare(work, variable), _bare(known, variable)
        if value and have and value != have:
            yield f"{field} {value}, not {have}"


def _bare(item: Item, variable: str) -> str:
    """A value as it is compared: of pages the first, as the last has many spellings (``1021-9``)."""
    text = plain(item.variables.get(variable, "")).replace("–", "-").strip()
    return text.split("-")[0].strip() if variable == "page" else text
