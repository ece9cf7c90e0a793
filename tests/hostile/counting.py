"""A second count of the entries of a .bib file, which shares no code with the reader.

By lines: what a person counts who looks for lines that begin with ``@type{key,``.  Comments are not counted:
lines that begin with ``%``, and ``@comment{…}`` up to the brace that closes it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_NO_ENTRIES = {"comment", "string", "preamble"}
_LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def entries_at_line_starts(text: str) -> int:
    """How many lines begin an entry, e.g. ``@book{knuth84,``."""
    return sum(kind not in _NO_ENTRIES for kind in _heads(text))


def _heads(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        kind, brace = _head(text[at:end])
        if kind:
            yield kind
        if kind == "comment":
            close = _close(text, at + brace)
            end = end if close < 0 else (text.find("\n", close) + 1 or len(text) + 1) - 1
        at = end + 1


def _head(line: str) -> tuple[str, int]:
    """The type that a line begins, and where its brace stands; ("", 0) for any other line."""
    bare = line.lstrip(" \t")
    if not bare.startswith("@"):
        return "", 0
    rest = bare.lstrip("@ \t")
    kind = rest[: next((n for n, letter in enumerate(rest) if letter not in _LETTERS), len(rest))]
    behind = rest[len(kind) :].lstrip(" \t")
    if not kind[:1].isalpha() or behind[:1] not in ("{", "("):
        return "", 0
    return kind.lower(), len(line) - len(behind)


def _close(text: str, at: int) -> int:
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return place
    return -1


def mutant(text: str, seed: int) -> str:
    """The text with one to three places damaged: what is typed, lost or doubled by hand."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(text) + 1)
        size = dice.choice((0, 0, 1, 1, 2, 30))
        typed = dice.choice(("", "", *'{}",=@%#\n\\()', "@book{", "}\n\n", "@comment{"))
        text = text[:at] + typed + text[at + size :]
    return text
