"""Quotation marks and apostrophes inside the value of a variable.

Straight marks, and the locale's own, become nodes where they pair, so that the locale's marks stand
there in the end and inner quotes alternate with outer ones.  A straight single mark without a partner
is an apostrophe.  Other languages' marks stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from publist.csl.locale import Locale
from publist.csl.tree import INNER_QUOTED, QUOTED, Out
from publist.patterns import pattern
from publist.records import NamedTuple

_SPACE_BEFORE = pattern(" (?=[:;?!»])|(?<=«) ")
_BEFORE_OPENING = frozenset(' \t\n\xa0\u202f(“‘"«„')


class QuoteMarks(NamedTuple):
    """The marks that count: ``pairs`` from closing to opening mark, ``inner`` the opening inner mark.

    ``marks`` are all of them, ``plain`` those of ASCII, ``pattern`` finds one.
    """

    pairs: dict[str, str]
    inner: str
    marks: str
    plain: str
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, locale: Locale) -> QuoteMarks:
        """The straight marks and those of the locale, e.g. “ ” ‘ ’ in English."""
        pairs = {'"': '"', "'": "'"}
        inner = ""
        for kind in ("quote", "inner-quote"):
            opening, closing = locale.term(f"open-{kind}") or "", locale.term(f"close-{kind}") or ""
            if len(opening) == 1 and len(closing) == 1:
                pairs[closing] = opening
                if kind == "inner-quote":
                    inner = opening
        marks = "".join(sorted({*pairs, *pairs.values()}))
        plain = "".join(mark for mark in marks if mark.isascii())
        return cls(pairs, inner, marks, plain, pattern(f"[{re.escape(marks)}]"))

    def are_in(self, text: str) -> bool:
        """Whether there is any mark in the text."""
        return any(mark in text for mark in (self.plain if text.isascii() else self.marks))


def with_quotes(
    children: list[Out | str], marks: QuoteMarks, before: str = "", outer: dict[str, int] | None = None
) -> list[Out | str]:
    """The children with inner quotes as nodes; ``before`` is the character in front of them.

    ``["The 'One'"]`` → ``["The ", Out(QUOTED, ["One"])]``.
    """
    for index, child in enumerate(children):
        if isinstance(child, str) and " " in child and _SPACE_BEFORE.search(child):
            # Before and inside high French marks the space is narrow (punctuation_FrenchOrthography.txt).
            children[index] = _SPACE_BEFORE.sub("\u202f", child)
    if len(children) == 1:
        only = children[0]
        if isinstance(only, str) and not marks.are_in(only):
            return children
    return _Parser(marks, {} if outer is None else outer).parse(children, before)


class _Parser:
    """Pairs the marks of one list of siblings; ``opened`` are the open marks and their places in ``done``.

    An open mark stands there as the text that it is if no other closes it.
    ``outer`` counts the straight marks that open a quotation, the value's first one first, in a record that
    its parts share: the other one is for quotations inside, wherever it stands.
    """

    def __init__(self, marks: QuoteMarks, outer: dict[str, int]) -> None:
        self.marks = marks
        self.outer = outer
        self.done: list[Out | str] = []
        self.opened: list[tuple[str, int]] = []
        self.is_open: Counter[str] = Counter()

    def parse(self, children: list[Out | str], before: str) -> list[Out | str]:
        for index, child in enumerate(children):
            if isinstance(child, Out):
                child.children = with_quotes(child.children, self.marks, before, self.outer)
                self.done.append(child)
                before = _last_character(child) or before
                continue
            following = _first_character(children[index + 1]) if index + 1 < len(children) else ""
            self._string(child, before, following)
            before = child[-1:] or before
        while self.opened:
            self._give_up()
        return _joined(self.done)

    def _string(self, text: str, before: str, following: str) -> None:
        start = 0
        for match in self.marks.pattern.finditer(text) if self.marks.are_in(text) else ():
            at = match.start()
            if at > start:
                self.done.append(text[start:at])
            start = at + 1
            previous = text[at - 1] if at else before
            after = text[at + 1] if at + 1 < len(text) else following
            self._mark(match.group(), previous, after)
        if start < len(text):
            self.done.append(text[start:])

    def _mark(self, mark: str, previous: str, after: str) -> None:
        opening = self.marks.pairs.get(mark)
        if opening is None or (opening == mark and mark not in "\"'" and not self.is_open[mark]):
            self._open(mark)
            return
        can_open = self._may_follow(previous) and bool(after) and not after.isspace()
        inside_word = previous.isalnum() and after.isalnum()
        straight = opening == mark
        if self.is_open[opening] and not inside_word and not (straight and can_open and previous):
            self._close(opening)
        elif straight and can_open:
            self._open(mark)
            self.outer[mark] = self.outer.get(mark, 0) + 1
        else:
            self.done.append(_alone(mark))

    def _may_follow(self, previous: str) -> bool:
        """Whether a quotation may begin behind this character."""
        if not previous or previous in _BEFORE_OPENING:
            return True
        return bool(self.opened) and self.opened[-1] == (previous, len(self.done) - 1)

    def _open(self, mark: str) -> None:
        self.opened.append((mark, len(self.done)))
        self.is_open[mark] += 1
        self.done.append(_alone(mark))

    def _close(self, opening: str) -> None:
        while self.opened[-1][0] != opening:
            self._give_up()
        _, at = self.opened.pop()
        self.is_open[opening] -= 1
        children = _joined(self.done[at + 1 :])
        self.done[at:] = [Out(INNER_QUOTED if self._is_inner(opening) else QUOTED, children)]

    def _is_inner(self, opening: str) -> bool:
        if opening in "\"'":
            return opening != next(iter(self.outer))
        return opening == self.marks.inner

    def _give_up(self) -> None:
        mark, _ = self.opened.pop()
        self.is_open[mark] -= 1
        if mark in "\"'":
            self.outer[mark] -= 1
            if not self.outer[mark]:
                del self.outer[mark]


def _joined(children: list[Out | str]) -> list[Out | str]:
    """Neighbouring strings as one."""
    result: list[Out | str] = []
    for are_texts, group in groupby(children, lambda child: isinstance(child, str)):
        if are_texts:
            result.append("".join(map(str, group)))
        else:
            result += group
    return result


def _alone(mark: str) -> str:
    """What a mark without its partner becomes."""
    return "’" if mark == "'" else mark


def _first_character(node: Out | str) -> str:
    if isinstance(node, str):
        return node[:1]
    return _first_character(node.children[0]) if node.children else ""


def _last_character(node: Out | str) -> str:
    if isinstance(node, str):
        return node[-1:]
    return _last_character(node.children[-1]) if node.children else ""
