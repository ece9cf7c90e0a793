"""BibTeX that stands on a page, as people paste their .bib file."""

from __future__ import annotations

from publist.bibtex import loads
from publist.bibtex.writer import NewEntry
from publist.keys import unique_keys


def entries_in(text: str) -> list[NewEntry]:
    """The entries, each as it stands."""
    found = loads(text).entries if "@" in text else []
    keys = unique_keys([entry.key or entry.type for entry in found])
    return [
        NewEntry(entry.type, key, {name: field.value for name, field in entry.fields.items()})
        for entry, key in zip(found, keys, strict=True)
    ]
