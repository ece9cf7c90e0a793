"""BibTeX that others export, such as Google Scholar: its entries as they stand, with what they inherit."""

from __future__ import annotations

from publist.bibtex import load_bytes
from publist.bibtex.inherit import resolve
from publist.bibtex.writer import NewEntry, holdable
from publist.convert import publications
from publist.convert.mapping import NOT_LISTED
from publist.errors import InputError
from publist.inputs import refusal
from publist.sources.batch import Batch
from publist.sources.record import Record

_PARENTS = frozenset({"crossref", "xdata", "xref"})  # what they give stands in the entry itself


def read(data: bytes, file: str) -> Batch:
    """The works of a file, each with its entry."""
    bibliography = load_bytes(data, file)
    works, problems = publications(bibliography)
    entries = [entry for entry in resolve(bibliography.entries, []) if entry.type not in NOT_LISTED]
    if not entries:
        raise InputError(refusal(data), file=file)
    found = Batch(problems=[*bibliography.problems, *problems])
    for entry, work in zip(entries, works, strict=True):
        values = {name: holdable(field.value) for name, field in entry.fields.items() if name not in _PARENTS}
        fields = {name: value for name, value in values.items() if value}
        item = work.item
        record = Record(item.type, entry.line, entry.key, entry=NewEntry(entry.type, entry.key, fields))
        record.variables, record.names, record.dates = item.variables, dict(item.names), item.dates
        record.unplaced += [f"{name}: {entry.get(name)}" for name, value in values.items() if value is None]
        found.records.append(record)
    return found
