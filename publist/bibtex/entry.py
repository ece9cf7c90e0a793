r"""What stands in a .bib file: entries and their fields, with nothing interpreted.

>>> from publist.bibtex import loads
>>> entry = loads(r"@book{knuth84, title = {The {\TeX}book}}").entries[0]
>>> entry.type, entry.key, entry.get("title")
('book', 'knuth84', 'The {\\TeX}book')
"""

from __future__ import annotations

from publist.bibtex.source import Source
from publist.problems import Problem
from publist.records import Slotted, record


@record
class Field(Slotted):
    """One field, e.g. ``Field("year", "2024", 3)`` for ``year = {2024}`` in line 3.

    ``name`` is in lower case.  ``value`` has its macros expanded, its pieces joined and its outer braces
    or quotes off, and is otherwise as typed: TeX, inner braces and line breaks are still there.
    ``start`` is the offset of the name in the source's text, ``value_start`` and ``end`` enclose the
    value with its delimiters; all are -1 for a field that was inherited.
    """

    name: str
    value: str
    line: int = 0
    start: int = -1
    value_start: int = -1
    end: int = -1


@record
class Entry(Slotted):
    """One entry, e.g. ``@article{shao2024, …}``.

    ``type`` is in lower case, ``key`` as typed ("" if there is none); ``line`` is that of the ``@``,
    from 1; ``start`` and ``end`` enclose the entry in the source's text.
    """

    type: str
    key: str
    fields: dict[str, Field]
    file: str = ""
    line: int = 0
    start: int = -1
    end: int = -1

    def get(self, name: str, default: str = "") -> str:
        """The value of a field by its name in lower case, e.g. ``get("year")`` is ``"2024"``."""
        found = self.fields.get(name)
        return default if found is None else found.value


class Bibliography:
    """A .bib file as read: ``read + refused == present``.

    ``entries`` are in the file's order; ``macros`` are the file's own ``@string`` definitions, by name
    in lower case; ``problems`` are in the order of their lines.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entries: list[Entry] = []
        self.macros: dict[str, str] = {}
        self.preambles: list[str] = []
        self.problems: list[Problem] = []
        self.refused = 0

    @property
    def file(self) -> str:
        """The path as it was given."""
        return self.source.file

    @property
    def read(self) -> int:
        """How many entries were read."""
        return len(self.entries)

    @property
    def present(self) -> int:
        """How many entries stand in the file, read or refused; ``@string`` and the like are none."""
        return len(self.entries) + self.refused
