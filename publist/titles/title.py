"""A title taken apart: its words, what stands between them, whether their case is protected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from itertools import accumulate, repeat
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

GapKind: TypeAlias = Literal["", "starts", "apart", "joined"]


class Title:
    """The words of a title with what stands around them.

    ``texts`` has the words as they are typed. ``words`` ends with :data:`END`, the neighbour of the last
    word and, as number -1, of the first. ``before`` has what stands before each; ``gaps`` are the words
    before which that is more than a blank. At ``starts`` the title and its subtitles begin; ``apart`` is what
    follows the end of a sentence or a dash between blanks, ``joined`` what follows a hyphen. ``fixed`` are
    the words of which braces or a style protect a letter, ``styled`` those that a style does; ``slanted`` are
    those in italics. ``asking`` are those of which more than themselves is to be asked. ``braced`` says that
    braces stand in the title. ``parts`` is filled when it is first asked how these are typed.
    """

    starts: Sequence[int] = (0,)
    apart: Sequence[int] = ()
    joined: Sequence[int] = ()
    gaps: Sequence[int] = ()
    fixed = styled = slanted = _NO_WORDS
    braced = False
    parts: Sequence[TypedPart] = ()

    def __init__(self, text: str) -> None:
        self.text = text
        if text.replace(" ", "").isalnum() and "" not in (texts := text.split(" ")):
            self.texts, self.before = texts, ["", *repeat(" ", len(texts) - 1), ""]
        else:
            tokens = split(text)
            self.texts, self.before = tokens[1::2], tokens[::2]
            self._find_gaps()
        if text.startswith("Chapter ") and self._is_numbered():
            self.starts = [0, 2, *self.starts[1:]]
        self.words: Sequence[Word] = [*map(word, self.texts), END]
        self.asking = _asking(self.words)

    def _find_gaps(self) -> None:
        places: dict[GapKind, list[int]] = {"starts": [0], "apart": [], "joined": []}
        self.starts, self.apart, self.joined = places.values()
        self.gaps = [place for place, signs in enumerate(self.before) if signs not in _BLANKS]
        for place in self.gaps:
            if 0 < place < len(self.texts) and (kind := gap(self.before[place])):
                places[kind].append(place)

    def _is_numbered(self) -> bool:
        """``Chapter 5 Energy Flow``: what begins behind the number is a title."""
        texts = self.texts
        return len(texts) > 2 and texts[1].isdecimal() and self.before[2] == " " and texts[2][0].isupper()

    def __len__(self) -> int:
        return len(self.texts)

    def tokens(self, texts: Sequence[str]) -> list[str]:
        """The words so spelled, at the odd places, with what stands around them."""
        tokens = [""] * (2 * len(texts) + 1)
        tokens[::2], tokens[1::2] = self.before, texts
        return tokens

    def having(self, *, words: Sequence[Word] | None = None, fixed: frozenset[int] | None = None) -> Title:
        """The same title with other words or other words that are protected."""
        other = copy(self)
        if words:
            other.words, other.asking = words, _asking(words)
        other.parts = ()
        other.fixed = self.fixed if fixed is None else fixed
        return other


def _asking(words: Sequence[Word]) -> Sequence[int]:
    return [place for place, each in enumerate(words) if not each.alone]


@lru_cache(maxsize=1024)
def gap(before: str) -> GapKind:
    """What stands between two words: the end of a sentence, a dash or ``@`` sets them apart."""
    if before in ("-", "–"):
        return "joined"
    if ":" in before and _COLON.search(before):
        return "starts"
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
    _mark_leaves(found, leaves)
    return found


def _add_leaves(children: Iterable[Node], kind: str, leaves: list[Leaf]) -> None:
    """The strings of the tree in reading order, each with what it stands in."""
    for node in children:
        if isinstance(node, str):
            leaves.append((node, kind))
        elif isinstance(node, Span) and kind != "styled":
            if node.style == "nocase":
                leaves.append(("", "nocase"))
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


def _mark_leaves(title: Title, leaves: Iterable[Leaf]) -> None:
    """Note the words of which any letter is protected, and those others that begin in italics."""
    places = [*accumulate(map(len, title.tokens(title.texts)))]
    starts, ends = places[:-1:2], places[1::2]
    fixed: list[int] = []
    styled: list[int] = []
    slanted: list[int] = []
    end = 0
    for text, kind in leaves:
        start, end = end, end + len(text)
        title.braced = title.braced or kind == "nocase"
        if not kind or not text:
            continue
        last = bisect_left(starts, end)
        if kind == "italic":
            slanted += range(bisect_left(starts, start), last)
        else:
            fixed += range(bisect_right(ends, start), last)
            if kind == "styled":
                styled += range(bisect_right(ends, start), last)
    title.fixed = frozenset(fixed)
    if styled:
        title.styled = frozenset(styled)
    if slanted:
        title.slanted = frozenset(slanted) - title.fixed
