"""Works on one line, taken apart: at the next number or bullet with names, or at names with a quoted one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publist.adopt import names
from publist.adopt.item import ListItem
from publist.adopt.lines import PageLine, Styled
from publist.adopt.shapes import PageNames
from publist.patterns import pattern

_NUMBER = pattern(r"\s*[\[(]?(\d{1,3})[.)\]]+\s")
_NEXT = pattern(r"(?<=[.,\d\])])\s+[\[(]?(\d{1,3})[.)\]]+\s+(?=\S)")
_BULLET = pattern(r"\s*([*•·▪●◦‣–—-])\s")
_QUOTED = pattern(r"[“\"„«]([^“”\"„«»\n]{8,300})[”\"»]")
_AFTER = pattern(r"(?<=[.;)\]])\s+(?=\S)")
_YEAR = pattern(r"(?:19|20)\d\d")
_SURE = 4  # the score of a list of names


def apart(item: ListItem, known: PageNames) -> list[ListItem]:
    """The works of an item: itself, if it is one."""
    text = item.text
    places = [*_numbered(text, known)] or [*_bulleted(text, known)] or [*_quoted(text, known)]
    return [ListItem(lines, item.section) for lines in _cut(item.lines, places)] if places else [item]


def _numbered(text: str, known: PageNames) -> Iterator[int]:
    """Where the next number stands, with names behind it."""
    first = _NUMBER.match(text)
    number = int(first[1]) if first else -1
    for match in _NEXT.finditer(text) if first else ():
        if int(match[1]) == number + 1 and _names_end(text, match.end(), known, len(text)):
            number += 1
            yield match.start() + 1


def _bulleted(text: str, known: PageNames) -> Iterator[int]:
    """Where the sign that the text begins with stands again, with names behind it."""
    if first := _BULLET.match(text):
        for match in re.finditer(rf"(?<=[^\s,])\s+(?={re.escape(first[1])}\s)", text):
            if _names_end(text, match.end() + 2, known, len(text)):
                yield match.end()


def _quoted(text: str, known: PageNames) -> Iterator[int]:
    """Where names stand between a work with its year and another title in quotation marks."""
    for before, title in pairwise(_QUOTED.finditer(text)):
        for match in _AFTER.finditer(text, before.end(), title.start()):
            end = _names_end(text, match.end(), known, title.start())
            if (
                end
                and not text[end : title.start()].strip(" ,.:")
                and _YEAR.search(text, before.end(), match.start())
            ):
                yield match.end()
                break


def _names_end(text: str, start: int, known: PageNames, limit: int) -> int:
    """Where a list of names that begins here ends; 0 if there is none that is sure."""
    found = names.name_list(text, start, (), known, limit)
    return found.end if found and found.score >= _SURE else 0


def _cut(lines: list[PageLine], places: list[int]) -> list[list[PageLine]]:
    """The lines in runs, cut at places of their joined text."""
    found: list[list[PageLine]] = [[]]
    base = 0
    for line in lines:
        styled = Styled([line])
        within = [place - base for place in places if base < place < base + len(styled.text)]
        first, *others = (
            _piece(line, styled, start, end) for start, end in pairwise([0, *within, len(styled.text)])
        )
        found[-1].append(first)
        found += [[other] for other in others]
        base += len(styled.text) + 1
    return found


def _piece(line: PageLine, styled: Styled, start: int, end: int) -> PageLine:
    runs = [
        run._replace(text=re.sub(r"\s+", " ", styled.text[max(begin, start) : min(finish, end)]))
        for begin, finish, run in styled.spans()
        if begin < end and start < finish
    ]
    return line._replace(runs=tuple(run for run in runs if run.text))
