"""A title taken apart: its words, what stands between them, whether their case is protected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, TypeAlias

from publist.patterns import pattern
from publist.richtext import Mark, Node, Span, Text
from publist.titles.words import END, Word, split, word

_COLON = pattern(r":['\"”’]?\s")
_APART = pattern(r"[?!.]['\"”’)\]]*\s|\s[–—-]+\s|—")

# The characters, and "styled", "nocase" (braces), "italic" or "" for what they stand in.
Leaf: TypeAlias = "tuple[str, str]"

# In these a letter's case is no matter of language: "H\textsubscript{B}", \texttt{Main}.
_STYLED = frozenset({"small-caps", "superscript", "subscript", "code"})
_SLANTED = frozenset({"italic", "oblique"})
QUOTES = frozenset("\"'“‘`«")
_BLANKS = frozenset({"", " "})
_NO_WORDS: frozenset[int] = frozenset()

# The case of a title or of a part of it: "A study of words", "A Study of Words", "A STUDY OF WORDS".
Form: TypeAlias = Literal["sentence", "title", "capitals"]
# A title or a subtitle, from one word up to another, and how it is typed.
TypedPart: TypeAlias = "tuple[int, int, Form]"


class Title:
    """The words of a title with what stands around them.

    ``tokens`` has the words at its odd places. ``words`` ends with :data:`END`, the neighbour of the last
    word and, as number -1, of the first. ``before`` has what stands before each; ``gaps`` are the words
    before which that is more than a blank. At ``starts`` the title and its subtitles begin; ``apart`` is what
    follows the end of a sentence or a dash between blanks, ``joined`` what follows a hyphen. ``fixed`` are
    the words of which braces or a style protect a letter, ``styled`` those that a style does; ``slanted`` are
    those in italics. ``parts`` is filled when it is first asked how these are typed.
    """

    __slots__ = "apart before fixed gaps joined parts slanted starts styled tokens words".split()

    def __init__(self, text: str) -> None:
        self.tokens = tokens = split(text)
        self.words: Sequence[Word] = [*map(word, tokens[1::2]), END]
        self.before = before = tokens[::2]
        self.fixed: frozenset[int] = _NO_WORDS
        self.styled: frozenset[int] = _NO_WORDS
        self.slanted: frozenset[int] = _NO_WORDS
        self.parts: Sequence[TypedPart] = ()
        self.gaps: Sequence[int] = ()
        self.starts = [0]
        self.apart: list[int] = []
        self.joined: list[int] = []
        if text.startswith("Chapter ") and _is_numbered(tokens):
            self.starts.append(2)
        if not _BLANKS.issuperset(before):
            self.gaps = [index for index, each in enumerate(before) if each not in _BLANKS]
            places = {"": [], "start": self.starts, "apart": self.apart, "joint": self.joined}
            for index in self.gaps:
                if 0 < index < len(before) - 1:
                    places[gap(before[index])].append(index)

    def __len__(self) -> int:
        return len(self.before) - 1

    def having(self, *, words: Sequence[Word] | None = None, fixed: frozenset[int] | None = None) -> Title:
        """The same title with other words or other words that are protected."""
        other = Title.__new__(Title)
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        other.words, other.parts = words or self.words, ()
        other.fixed = self.fixed if fixed is None else fixed
        return other


def _is_numbered(tokens: Sequence[str]) -> bool:
    """``Chapter 5 Energy Flow``: what begins behind the number is a title."""
    return len(tokens) > 6 and tokens[3].isdecimal() and tokens[4] == " " and tokens[5][0].isupper()


@lru_cache(maxsize=1024)
def gap(before: str) -> Literal["", "start", "apart", "joint"]:
    """What stands between two words: the end of a sentence, a dash or ``@`` sets them apart."""
    if before in ("-", "–"):
        return "joint"
    if ":" in before and _COLON.search(before):
        return "start"
    return "apart" if before in ("@", "—") or (len(before) > 1 and _APART.search(before)) else ""


def unwrapped(title: Text) -> Text:
    """What stands in braces around a whole title, where it has no markup: they protect no word of it."""
    if len(title) == 1 and isinstance(title[0], Span) and title[0].style == "nocase":
        children = title[0].children
        if len(children) == 1 and isinstance(children[0], str):
            return children[0]
    return title


def taken_apart(title: Text) -> Title:
    """The title's words; one may reach over several leaves, as in ``{B}ell``."""
    if isinstance(title, str):
        return Title(title)
    leaves: list[Leaf] = []
    _add_leaves(title, "", leaves)
    found = Title("".join([text for text, _ in leaves]))
    if any(kind for _, kind in leaves):
        _mark(found, leaves)
    return found


def _add_leaves(children: Iterable[Node], kind: str, leaves: list[Leaf]) -> None:
    """The strings of the tree in reading order, each with what it stands in."""
    for node in children:
        if isinstance(node, str):
            leaves.append((node, kind))
        elif isinstance(node, Span) and kind != "styled":
            _add_leaves(node.children, _inner(kind, node.style), leaves)
        elif not isinstance(node, Mark):
            _add_leaves(node.children, kind, leaves)


def _inner(kind: str, style: str) -> str:
    """What the characters of a span stand in, which stands in something itself."""
    if style in _STYLED:
        return "styled"
    if "nocase" in (kind, style):
        return "nocase"
    return "italic" if style in _SLANTED else kind


def _mark(title: Title, leaves: Iterable[Leaf]) -> None:
    """Note the words of which any letter is protected, and those others that begin in italics."""
    places = list(accumulate(map(len, title.tokens)))
    starts, ends = places[:-1:2], places[1::2]
    found: dict[str, set[int]] = {"styled": set(), "nocase": set(), "italic": set()}
    end = 0
    for text, kind in leaves:
        start, end = end, end + len(text)
        if kind and text:
            first = bisect_left(starts, start) if kind == "italic" else bisect_right(ends, start)
            found[kind].update(range(first, bisect_left(starts, end)))
    title.styled = frozenset(found["styled"])
    title.fixed = title.styled.union(found["nocase"])
    title.slanted = frozenset(found["italic"]) - title.fixed
