"""One item of a list: its text, what of it has been placed, and where the rest stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from publist.adopt import names
from publist.adopt.lines import PageLine, Run, Styled
from publist.adopt.shapes import PageNames
from publist.patterns import pattern
from publist.records import NamedTuple

YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
GONE = "\ue000"  # stands where text has been placed: a private-use character, in no page's text
# What the marks at names mean; it stands among the names, or behind the title.
_NOTE = pattern(
    r"[(\[]?[*∗†‡§#^\d, ]*[*∗†‡§#^(\[:]\s*(?:(?:denotes?|indicates?|means?|with)\s+)?(?:these authors )?"
    r"(?:(?:co-?|joint |shared |equal )?first[- ]authors?(?:hip)?|equal(?:ly)?[- ]contribut\w+"
    r"|contributed equally|equal advising|co-?corresponding authors?|corresponding authors?"
    r"|alphabetical order)[^()\[\]\n]{0,25}[)\]]?",
    re.IGNORECASE,
)
# What the lines of an item are, where it says so of its title.
_SAID = pattern(
    r"(?<![^\n])[ •*-]*(title|authors?|journal|conference|venue|published in|(?:publication )?year|publisher)"
    r"\s*:(?= )",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W_]+(?:[.'’\-][^\W_]+)*")


class HeadingPath(NamedTuple):
    """The headings above an item, e.g. ``HeadingPath(("Publications", "2022"), "2022", True)``."""

    headings: tuple[str, ...] = ()
    year: str = ""
    works: bool | None = None
    line: int = 1

    @property
    def name(self) -> str:
        """The nearest heading that is no year."""
        return next((text for text in reversed(self.headings) if not is_year(text)), "")


class LinkStretch(NamedTuple):
    """A link of an item: its text from ``start`` to ``end``."""

    start: int
    end: int
    label: str
    url: str
    line: int


class ListItem:
    """The lines that are one work; ``left`` is its text with what is placed struck out."""

    def __init__(self, lines: list[PageLine], section: HeadingPath) -> None:
        self.lines = lines
        self.section = section
        self.styled = Styled(lines)
        self.text = self.styled.text.replace(GONE, " ")
        said = list(_SAID.finditer(self.text))
        self.said = said if len(said) > 1 and any(one[1].lower() == "title" for one in said) else []
        self.left = _NOTE.sub(_blank, _SAID.sub(_blank, self.text) if self.said else self.text)
        self._marked: dict[str, list[tuple[int, int]]] = {}

    @property
    def line(self) -> int:
        """Where the item begins in the file, from 1."""
        return self.lines[0].number if self.lines else self.section.line

    def line_at(self, place: int) -> int:
        """The line of a character."""
        return self.styled.at(place).line if self.styled.runs else self.line

    def take(self, start: int, end: int) -> None:
        """Strike out what has been placed."""
        self.left = self.left[:start] + GONE * (end - start) + self.left[end:]

    def links(self) -> list[LinkStretch]:
        """The links of the item in order."""
        return self._links

    @cached_property
    def _links(self) -> list[LinkStretch]:
        found: dict[int, LinkStretch] = {}
        for start, end, run in self.styled.spans():
            if run.href is None:
                continue
            known = found.get(run.link)
            begin = known.start if known else start
            found[run.link] = LinkStretch(begin, end, self.text[begin:end], run.href, run.line)
        return list(found.values())

    def marked(self, *, of: str) -> list[tuple[int, int]]:
        """The stretches in a style (``bold``, ``italic``, ``underline``), blanks between two bridged."""
        if of not in self._marked:
            self._marked[of] = list(self._stretches(of))
        return self._marked[of]

    def _stretches(self, of: str) -> Iterator[tuple[int, int]]:
        start = -1
        last = 0
        for begin, end, run in self.styled.spans():
            if of in run.styles:
                if start < 0:
                    start = begin
                elif self.text[last:begin].strip(" "):
                    yield start, last
                    start = begin
                last = end
            elif start >= 0 and run.text.strip():
                yield start, last
                start = -1
        if start >= 0:
            yield start, last

    @cached_property
    def whole(self) -> list[tuple[int, int]]:
        """Long stretches in one style that no list of names runs into: they are none themselves."""
        links = [(link.start, link.end) for link in self.links()]
        found: list[tuple[int, int]] = []
        for start, end in [*self.marked(of="bold"), *self.marked(of="italic"), *links]:
            if len(words_of(self.text[start:end])) < 3:
                continue
            listed = names.name_list(self.text[:end], start, (), PageNames())
            if listed is None or listed.end < end - 2:
                found.append((start, end))
        return found

    @cached_property
    def looks(self) -> list[tuple[int, int, str]]:
        """The stretches of one class with its name: of the innermost element, or of the line's block."""
        found: list[tuple[int, int, str]] = []
        for begin, end, run in self.styled.spans():
            look = look_of(run, self._path_at(begin))
            if found and found[-1][1:] == (begin, look):
                begin = found.pop()[0]  # text that the source has on several lines
            found.append((begin, end, look))
        return found

    def look_at(self, place: int) -> str:
        """The class at a place, "" if there is none."""
        return next((look for begin, end, look in self.looks if begin <= place < end), "")

    def _path_at(self, place: int) -> str:
        number = self.text.count("\n", 0, place)
        path = self.lines[number].path
        return path[-1].look if path else ""

    def unplaced(self) -> Iterator[tuple[int, str]]:
        """What is left, piece by piece, with its line."""
        for note in [*self.said, *_NOTE.finditer(self.text)]:
            yield self.line_at(note.start()), note[0].strip(" ,.;:()[]")
        for found in re.finditer(rf"[^{GONE}\n]+", self.left):
            if word := _WORD.search(found[0]):
                yield self.line_at(found.start() + word.start()), found[0].strip(" ,.;:()[]|–—-•·/")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def look_of(run: Run, block: str) -> str:
    """The class of a run, or of the block around it."""
    return run.look if "." in run.look else block


def words_of(text: str) -> list[str]:
    """The words of a text, e.g. ``["Deep", "2nd-order", "nets"]``."""
    return _WORD.findall(text)


def is_year(text: str) -> bool:
    """Whether a line is a year and nothing else, e.g. ``— 2021 —`` or ``2021年``."""
    return bool(re.fullmatch(r"\W*(?:19|20)\d\d\W*年?\W*", text))
