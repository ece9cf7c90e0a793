"""What a rule looks at: a publication with the entry and the text that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TypeAlias

from publist.bibtex import Bibliography, Entry, Field
from publist.bibtex.editor import extent
from publist.bibtex.source import Source
from publist.matching.spelling import folded
from publist.patterns import pattern
from publist.problems import Edit, Problem, Rule
from publist.publication import Publication
from publist.richtext import plain

_APART = pattern(r"[\W_]+")
_LINE_END = pattern(r"[\r\n]")


@dataclass(eq=False)
class Checked:
    """A publication and where it stands; an item of CSL-JSON has an entry without fields."""

    publication: Publication
    entry: Entry
    source: Source | None = None

    @cached_property
    def title(self) -> str:
        """The title to compare by, e.g. ``ssn learning sparse switchable normalization``."""
        return words(self.text("title"))

    @cached_property
    def first_author(self) -> str:
        """The first author's family name to compare by, "" without one."""
        names = self.publication.item.names.get("author", ())
        return words(plain(names[0].family or names[0].literal)) if names else ""

    @property
    def year(self) -> int:
        """The year, e.g. 2024; 0 without one."""
        issued = self.publication.item.dates.get("issued")
        return (issued.year or 0) if issued else 0

    def text(self, variable: str) -> str:
        """A variable of the item as plain text, "" if it has none."""
        return plain(self.publication.item.variables.get(variable, ""))

    def at(self, field: str) -> int:
        """Where the text of a field's value begins in the file; -1 unless it is typed as one piece.

        What comes from a macro, a cross reference or several pieces has no place of its own.
        """
        here = self.entry.fields.get(field)
        if here is None or self.source is None or here.start < 0:
            return -1
        start = here.value_start + 1
        is_whole = here.end - start - 1 == len(here.value) and self.source.text.startswith(here.value, start)
        return start if is_whole else -1

    def edits(self, field: str, *changes: tuple[int, int, str]) -> tuple[Edit, ...]:
        """Changes of a field's value, from one of its characters to another, as changes of the file.

        None where the value has no place of its own (:meth:`at`).
        """
        place = self.at(field)
        return tuple(Edit(place + start, place + end, new) for start, end, new in changes if place >= 0)

    def removal(self, field: str) -> tuple[Edit, ...]:
        """The removal of a field with its comma and its line, as a change of the file."""
        here = self.entry.fields.get(field)
        if here is None or self.source is None or here.start < 0:
            return ()
        return (Edit(*extent(self.source.text, here), ""),)

    def problem(
        self, rule: Rule, message: str, field: str = "", found: str = "", edits: tuple[Edit, ...] = ()
    ) -> Problem:
        """A problem of this work; ``found`` is what to mark in the field's value, e.g. ``et al.``."""
        publication = self.publication
        here = self.entry.fields.get(field)
        if here is None or self.source is None or here.start < 0:
            return Problem(publication.file, publication.line, rule, message, publication.key, field)
        text = self.source.text
        place = text.find(found, here.value_start, here.end) if found else -1
        place, width = (place, len(found)) if place >= 0 else _value(text, here)
        line, column = self.source.line(place), place - _line_start(text, place)
        return Problem(publication.file, line, rule, message, publication.key, field, column, width, edits)


def _line_start(text: str, place: int) -> int:
    """Where the line of a place begins, less one; in steps, as a file may be one line."""
    at, step = place, 1000
    while at > 0:
        begin = max(at - step, 0)
        if (found := max(text.rfind("\n", begin, at), text.rfind("\r", begin, at))) >= 0:
            return found
        at, step = begin, 10 * step
    return -1


def _value(text: str, field: Field) -> tuple[int, int]:
    """The place and width of a field's value: of its first line, without delimiters."""
    value = text[field.value_start : field.end]
    bare = value.strip("{}\"' \t\r\n")
    first = _LINE_END.split(bare, maxsplit=1)[0]
    return field.value_start + value.find(bare), max(len(first), 1)


Check: TypeAlias = Callable[[Sequence[Checked]], Iterator[Problem]]
"""A rule's function: it looks at all works, in the order of the files."""


def works(publications: Iterable[Publication], bibliographies: Iterable[Bibliography]) -> list[Checked]:
    """The publications, each with its entry as it stands in its file."""
    places = {
        (entry.file, entry.line): (entry, bibliography.source)
        for bibliography in bibliographies
        for entry in bibliography.entries
    }
    found: list[Checked] = []
    for publication in publications:
        bare = Entry(publication.entry_type, publication.key, {}, publication.file, publication.line)
        found.append(Checked(publication, *places.get((publication.file, publication.line), (bare, None))))
    return found


@lru_cache(maxsize=4096)  # names of venues come again and again
def words(text: str) -> str:
    """A text to compare by: its words in lower case, without accents and signs."""
    return _APART.sub(" ", folded(text).lower()).strip()


NEAR = 90
"""Of 100: how alike the titles of one work are."""
_WORDS_OF_BLOCK = 3  # of the longest of a title


def word_pairs(title: str) -> Iterator[tuple[str, ...]]:
    """By what titles are put side by side: pairs of the longest words; nearly equal titles share one."""
    longest = sorted(set(title.split()), key=lambda word: (-len(word), word))[:_WORDS_OF_BLOCK]
    return combinations(longest, 2)
