"""A title as words: where each stands, what parts it from the one before, whether its case is protected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from publist.patterns import pattern
from publist.richtext import Mark, Span, Text, nodes

# A word ends at a hyphen, not at an apostrophe: "Self-Supervised" is two, "Bell's" and "Grid'5000" are one.
_WORD = pattern(r"([\W_]*)([^\W_]+(?:['’][^\W_]+)*)")
_COLON = pattern(r":\s")
_APART = pattern(r"[?!.]['\"”’)\]]*\s|\s[–—-]+\s|—")

Leaf: TypeAlias = "tuple[str, str]"  # the characters, and "nocase", "italic" or "" for what they stand in

# In these a letter's case is no matter of language: "H\textsubscript{B}", \texttt{Main}.
_FIXED = frozenset({"nocase", "small-caps", "superscript", "subscript", "code"})
_SLANTED = frozenset({"italic", "oblique"})
_KINDS = {"n": "nocase", "i": "italic", " ": ""}  # by the letter that stands for each of its characters


class Word(NamedTuple):
    """A word of a title, e.g. ``Word("Bell's", 4, "bell", True, " ", "")``.

    ``key`` is what names are found by: small letters, without ``'s``.  ``before`` is what stands between the
    last word and this; ``kind`` is the leaf's that it begins in, or ``nocase`` where any letter is protected.
    ``capital`` says that a capital is followed by small letters alone: not in ``DNA``, ``A`` or ``H2``.
    """

    text: str
    start: int
    key: str
    capital: bool
    before: str
    kind: str

    @property
    def begins(self) -> bool:
        """Whether the word begins the title or what stands after a colon."""
        return ":" in self.before and _COLON.search(self.before) is not None

    @property
    def apart(self) -> bool:
        """Whether a sentence, or a dash between blanks, ends before: the case is the author's choice."""
        return len(self.before) > 1 and _APART.search(self.before) is not None


@lru_cache(maxsize=8192)  # titles of one bibliography share their words
def _traits(text: str) -> tuple[str, bool]:
    """A word's key, and whether it is a capital with small letters: ``("bell", True)`` for ``Bell's``."""
    lowered = text.lower()
    bare = text.replace("'", "").replace("’", "")
    capital = len(text) > 1 and text[0].isupper() and text[1:].islower() and bare.isalpha()
    return lowered[:-2] if lowered.endswith(("'s", "’s")) else lowered, capital


def leaves(text: Text, kind: str = "") -> Iterator[Leaf]:
    """The strings of the tree in reading order, each with what it stands in."""
    for node in nodes(text):
        if isinstance(node, str):
            yield node, kind
        elif not isinstance(node, Mark):
            inner = kind
            if isinstance(node, Span) and kind != "nocase":
                inner = "nocase" if node.style in _FIXED else "italic" if node.style in _SLANTED else kind
            yield from leaves(node.children, inner)


def words(found: list[Leaf]) -> list[Word]:
    """The words of the leaves; a word may reach over several, as in ``{B}ell``."""
    whole = "".join([text for text, _ in found])
    codes = "".join([(kind or " ")[0] * len(text) for text, kind in found]) if len(found) > 1 else ""
    kind = found[0][1] if len(found) == 1 else ""
    end = 0
    result = []
    for before, text in _WORD.findall(whole):
        start = end + len(before)
        end = start + len(text)
        if codes:
            kind = _KINDS["n" if "n" in codes[start:end] else codes[start]]
        key, capital = _traits(text)
        result.append(Word(text, start, key, capital, before, kind))
    return result
