"""Imports into .bib files that exist: new works, and what a source says otherwise of those that are known.

All of it is proposed; an import writes new works at the end of a file, and the rest if it is asked to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from publist import inputs, rules
from publist.bibtex import Bibliography, Entry, load_bytes, loads
from publist.bibtex.writer import NewEntry, written
from publist.convert import publications
from publist.errors import InputError
from publist.item import Item
from publist.keys import unique_keys
from publist.problems import Problem
from publist.publication import Publication
from publist.records import NamedTuple
from publist.richtext import plain
from publist.update.proposals import Proposal, applied
from publist.update.same import KnownWork, Works, folded, identifiers, of_kind, title_of, year_of
from publist.update.subject import Library, in_dialect, library_of

# What is compared of a work that is known, and what its field is called; other names that it may have.
_COMPARED = {"volume": "volume", "issue": "number", "page": "pages"}
_NAMES = {"number": ("number", "issue"), "pages": ("pages", "page"), "year": ("year", "date")}
_SHOWN = 60  # characters of a title in a message


class MergedFile(NamedTuple):
    """A file with the new works, and what is proposed.

    ``old`` are its bytes as they are, ``data`` those with the new works, ``patched`` those in which works
    that are known have what the source says of them, too.  ``keys`` are the keys of the works that were
    added, by those that they had; ``known`` is how many the file had already, ``differing`` of how many the
    source says something else.
    """

    old: bytes
    data: bytes
    patched: bytes
    keys: dict[str, str]
    known: int
    differing: int
    problems: list[Problem]


def into(path: Path, new: Sequence[NewEntry], source: str) -> MergedFile:
    """:func:`merged` with a file.  Raises InputError for one that cannot be read, or is no BibTeX."""
    given = inputs.read(path)
    if given.is_json:
        raise InputError("is JSON; works are merged into BibTeX alone", file=given.name)
    return merged(load_bytes(given.data, given.name), new, source)._replace(old=given.data)


def merged(bibliography: Bibliography, new: Sequence[NewEntry], source: str) -> MergedFile:
    """Put works into a file.  Raises InputError where its encoding lacks a character.

    A work that the file has is not added; where the source says something else of it, that is a problem of
    the rule ``differs``, and a change in ``patched``.  A version of a work, such as the paper of a preprint,
    is added and ``related`` to it.
    """
    found = list(proposed(library_of([bibliography]), new, source))
    added = {old.key: one for old, one in found if one is not None and one.new is not None}
    differing = [one for _, one in found if one is not None and one.rule is rules.DIFFERS]
    return MergedFile(
        b"",
        applied(bibliography, added.values()),
        applied(bibliography, [*added.values(), *differing]),
        {key: one.key for key, one in added.items()},
        len(new) - len(added),
        len(differing),
        [
            one.problem()._replace(message=f"{one.key}: {one.message}")
            for _, one in found
            if one is not None and one.rule is not rules.NEW_WORK
        ],
    )


def linked(new: Sequence[NewEntry]) -> list[NewEntry]:
    """The entries, each version of an earlier one ``related`` to it, e.g. a paper to its preprint."""
    known, found = Works(), []
    for entry, work in zip(new, _works(new), strict=True):
        fit = known.find(work)
        if fit is not None and fit.version and "related" not in entry.fields:
            entry = entry._replace(fields={**entry.fields, **related(fit.work)})
        found.append(entry)
        known.add(work)
    return found


def related(work: Publication) -> dict[str, str]:
    """The fields that say of a new entry that it is a version of a known work."""
    return {"related": work.key, "relatedtype": "version"}


def proposed(
    library: Library, new: Sequence[NewEntry], source: str
) -> Iterator[tuple[NewEntry, Proposal | None]]:
    """Each entry of a source with what is proposed for it: to add it, or to change a known one."""
    files = [one for one in library.bibliographies if one.entries] or library.bibliographies
    target = files[0].file
    taken = [entry.key for one in library.bibliographies for entry in one.entries]
    for entry, work in zip(new, _works(new), strict=True):
        fit = library.known.find(work)
        if fit is None or fit.version:
            key = unique_keys([*taken, entry.key])[-1]
            taken.append(key)
            one = _addition(library, entry._replace(key=key), work, fit, source)
            yield entry, one._replace(target=target)
            library.known.add(work._replace(key=key, file=target, line=0))
        else:
            yield entry, _difference(library, entry, work, fit, source)


def _works(new: Sequence[NewEntry]) -> list[Publication]:
    return publications(loads(written(new)))[0]


def _addition(
    library: Library, entry: NewEntry, work: Publication, fit: KnownWork | None, source: str
) -> Proposal:
    shown = f"“{title_of(work.item)[:_SHOWN]}”"
    if fit is None:
        return Proposal(rules.NEW_WORK, f"{shown} is new", source, new=entry)
    entry = entry._replace(fields={**entry.fields, **related(fit.work)})
    message = f"is a version of {fit.work.key} ({shown}) and is related to it"
    return Proposal(rules.VERSION_ADDED, message, source, library.entry_at(fit.work), new=entry)


class _Said(NamedTuple):
    """What a source says of a field; ``missing`` if the work has nothing there."""

    field: str
    words: str
    missing: bool = False


def _difference(
    library: Library, entry: NewEntry, work: Publication, fit: KnownWork, source: str
) -> Proposal | None:
    """All that a source says otherwise of a known work, in one; None where it says nothing else."""
    known = fit.work
    said = [*_of_identifiers(known, work), *_of_texts(known.item, work.item)]
    if not said:
        return None
    own = library.entry_at(known)
    message = f"{source} has {', '.join(one.words for one in said)}"
    place = own or Entry(known.entry_type, known.key, {}, known.file)  # one that is new has no place yet
    return Proposal(rules.DIFFERS, message, source, place, fields=_fields(own, entry, said) if own else {})


def _fields(own: Entry, entry: NewEntry, said: Iterable[_Said]) -> dict[str, str]:
    """The fields that bring what is said into an entry, in its dialect.

    What the entry has from elsewhere, by a cross reference or in the text of another field, stays.
    """
    found: dict[str, str] = {}
    for one in said:
        names = _NAMES.get(one.field, (one.field,))
        value = next((entry.fields[name] for name in names if name in entry.fields), "")
        typed = next((name for name in names if name in own.fields), "")
        if value and (typed or one.missing) and (typed, "subtitle" in own.fields) != ("title", True):
            found[names[0] if typed in ("", "date") else typed] = value
    if "eprint" in found and "archiveprefix" in entry.fields:
        found["archiveprefix"] = entry.fields["archiveprefix"]
    return in_dialect(own, found)


def _of_identifiers(known: Publication, work: Publication) -> Iterator[_Said]:
    kinds = {one.kind for one in identifiers(known)}
    for kind, field in (("doi", "doi"), ("arxiv", "eprint"), ("pmid", "pmid")):
        value, have = of_kind(work, kind), of_kind(known, kind)
        if value and kind not in kinds:
            yield _Said(field, f"{kind} {value}, which is missing here", missing=True)
        elif value and value != have:
            yield _Said(field, f"{kind} {value}, not {have}")


def _of_texts(known: Item, work: Item) -> Iterator[_Said]:
    here, there = folded(title_of(known)), folded(title_of(work))
    if here and there and here != there:
        yield _Said("title", f"the title “{title_of(work)[:_SHOWN]}”")
    years = year_of(known), year_of(work)
    if None not in years and years[0] != years[1]:
        yield _Said("year", f"year {years[1]}, not {years[0]}")
    for variable, field in _COMPARED.items():
        value, have = _bare(work, variable), _bare(known, variable)
        if value and have and value != have:
            yield _Said(field, f"{field} {value}, not {have}")


def _bare(item: Item, variable: str) -> str:
    """A value as it is compared: of pages the first, as the last has many spellings (``1021-9``)."""
    text = plain(item.variables.get(variable, "")).replace("–", "-").strip()
    return text.split("-")[0].strip() if variable == "page" else text
