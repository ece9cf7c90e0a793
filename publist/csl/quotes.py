"""Quotation marks and apostrophes inside the value of a variable.

Marks that pair become nodes, so that the locale's marks stand there in the end and inner quotes
alternate with outer ones; marks that do not pair become apostrophes.
"""

from __future__ import annotations

import re

from publist.csl.tree import QUOTED, Out

_MARK = re.compile("[\"'“”‘’]")
_CLOSES = {"”": "“", "’": "‘"}
_BEFORE_OPENING = frozenset(" \t\n\xa0\u202f([{-–—/“‘\"'«")
# What an opening or closing mark without its partner becomes.
_LONE = {"'": "’"}


def with_quotes(children: list[Out | str], before: str = "") -> list[Out | str]:
    """The children with inner quotes as nodes; ``before`` is the character in front of them.

    ``["The 'One'"]`` → ``["The ", Out(QUOTED, ["One"])]``.
    """
    if len(children) == 1:
        only = children[0]
        if isinstance(only, str) and not _MARK.search(only):
            return children
    return _Parser().parse(children, before)


class _Parser:
    """Pairs the marks of one list of siblings; ``frames`` are the open quotes."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, list[Out | str]]] = [("", [])]

    def parse(self, children: list[Out | str], before: str) -> list[Out | str]:
        for index, child in enumerate(children):
            if isinstance(child, Out):
                child.children = with_quotes(child.children, before)
                self.frames[-1][1].append(child)
                before = _last_character(child) or before
                continue
            following = _first_character(children[index + 1]) if index + 1 < len(children) else ""
            self._string(child, before, following)
            before = child[-1:] or before
        while len(self.frames) > 1:
            self._give_up()
        return self.frames[0][1]

    def _string(self, text: str, before: str, following: str) -> None:
        start = 0
        for match in _MARK.finditer(text):
            at = match.start()
            if at > start:
                self._add(text[start:at])
            start = at + 1
            previous = text[at - 1] if at else before
            after = text[at + 1] if at + 1 < len(text) else following
            self._mark(match.group(), previous, after)
        if start < len(text):
            self._add(text[start:])

    def _add(self, text: str) -> None:
        siblings = self.frames[-1][1]
        if siblings and isinstance(siblings[-1], str):
            siblings[-1] += text
        else:
            siblings.append(text)

    def _mark(self, mark: str, previous: str, after: str) -> None:
        can_open = (not previous or previous in _BEFORE_OPENING) and bool(after) and not after.isspace()
        inside_word = previous.isalnum() and after.isalnum()
        opener = _CLOSES.get(mark, mark)
        if mark in "“‘":
            self.frames.append((mark, []))
        elif self._is_open(opener) and not inside_word and not (can_open and mark in "\"'" and previous):
            self._close(opener)
        elif mark in "\"'" and can_open:
            self.frames.append((mark, []))
        else:
            self._add(_LONE.get(mark, mark))

    def _is_open(self, opener: str) -> bool:
        return any(frame[0] == opener for frame in self.frames)

    def _close(self, opener: str) -> None:
        while self.frames[-1][0] != opener:
            self._give_up()
        _, children = self.frames.pop()
        self.frames[-1][1].append(Out(QUOTED, children))

    def _give_up(self) -> None:
        mark, children = self.frames.pop()
        self._add(_LONE.get(mark, mark))
        for child in children:
            if isinstance(child, str):
                self._add(child)
            else:
                self.frames[-1][1].append(child)


def _first_character(node: Out | str) -> str:
    if isinstance(node, str):
        return node[:1]
    return _first_character(node.children[0]) if node.children else ""


def _last_character(node: Out | str) -> str:
    if isinstance(node, str):
        return node[-1:]
    return _last_character(node.children[-1]) if node.children else ""
