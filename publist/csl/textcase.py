"""CSL text-case and strip-periods, over the tree that evaluation makes.

CSL 1.0.2, Text-case, with what the test suite adds: text in ``nocase``, small caps, superscript or
subscript keeps its case (textcase_ImplicitNocase.txt); a word with a capital in it is left alone
(textcase_CapitalsUntouched.txt); title case is for English only (textcase_TitleCaseNonEnglish.txt).
Where the specification is silent (which words stay small, what parts words) the rules are those
that citeproc-js is seen to follow; ``tests/csl/test_textcase.py`` shows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from publist.csl.tree import Out, TermText
from publist.patterns import pattern

Pieces: TypeAlias = "list[tuple[str, bool]]"

# CSL 1.0.2, Title Case Conversion, names the first thirty; the others are prepositions of four
# letters and more that the reference processor keeps small as well.
STOP_WORDS = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet"
    " about above across after against al along amid amidst among amongst around before behind below"
    " beneath beside besides between beyond ca circa d de despite during et except inside like near next"
    " off out outside per plus pro qua sans since than through throughout toward towards under underneath"
    " until unto upon v van versus von vs within without".split()
)

# What stands between these is a word: "cat/mouse", "out-of-fashion" and "a.b." have several.  An
# apostrophe or any other quotation mark («) belongs to its word ("’tis", "d’arc").
_WORD = pattern(r'[^\s/.,;:?!()\[\]"“”‘–—-]+')
_MARK = r'[/.,;:?!()\[\]"“”‘–—-]'
_PUNCTUATION = pattern(_MARK)
_PARTS = pattern(rf"['’]|{_MARK}")
_TAG = pattern(r"(</?(?:i|b|sc|sup|sub|span)>)")
_NEW_START = pattern(r"[:?!]")
# Markup that keeps its case (textcase_ImplicitNocase.txt).
_PROTECTED = frozenset(["nocase", "small-caps", "superscript", "subscript", "code", "nodecor"])
_TURKIC = pattern(r"(?:tr|az)(?:[-_]|$)", re.IGNORECASE)


def is_english(language: str) -> bool:
    """Whether title case is for this language, e.g. ``en-GB`` or ``English``."""
    return language[:2].lower() == "en"


def recase_leaves(children: list[Out | str], case: str, language: str, *, strip: bool = False) -> None:
    """Change the text inside the nodes in place: text-case ``case`` ("" for none), periods stripped."""
    places: list[tuple[list[Out | str], int, bool]] = []
    _collect(children, False, places)  # noqa: FBT003 - a recursion's own flag
    texts = [str(siblings[index]) for siblings, index, _ in places]
    if strip:
        texts = [text.replace(".", "") for text in texts]
    if case:
        pieces = [(text, place[2]) for text, place in zip(texts, places, strict=True)]
        texts = recase(case, pieces, language)
    for (siblings, index, _), text in zip(places, texts, strict=True):
        term = not case and isinstance(siblings[index], TermText)  # one without its case may get a capital
        siblings[index] = TermText(text) if term else text


def _collect(
    children: list[Out | str],
    protected: bool,  # noqa: FBT001 - private, and always given
    places: list[tuple[list[Out | str], int, bool]],
) -> None:
    for index, child in enumerate(children):
        if isinstance(child, str):
            places.append((children, index, protected))
        else:
            _collect(child.children, protected or _guards(child), places)


def _guards(node: Out) -> bool:
    return node.format.inline and bool(node.format.spans) and node.format.spans[0] in _PROTECTED


def recase(case: str, pieces: Pieces, language: str) -> list[str]:
    """The same pieces in the given case; a piece is a string and whether its case is protected.

    ``recase("sentence", [("The ", False), ("NASA", True), (" Story", False)], "en")`` gives
    ``["The ", "NASA", " story"]``.
    """
    change = _CASES.get(case)
    if change is None:
        return [text for text, _ in pieces]
    if not any("<" in text for text, _ in pieces):
        return change(pieces, language)
    # A tag that no other one closes is text, but no word.
    split = [
        (part, index, protected or at % 2 > 0)
        for index, (text, protected) in enumerate(pieces)
        for at, part in enumerate(_TAG.split(text))
    ]
    changed = change([(part, protected) for part, _, protected in split], language)
    joined = [""] * len(pieces)
    for (_, index, _), part in zip(split, changed, strict=True):
        joined[index] += part
    return joined


def _upper(text: str, language: str) -> str:
    if "i" in text and _TURKIC.match(language):
        text = text.replace("i", "İ")
    return text.upper()


def _lower(text: str, language: str) -> str:
    if _TURKIC.match(language):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _uppercase(pieces: Pieces, language: str) -> list[str]:
    return [text if protected else _upper(text, language) for text, protected in pieces]


def _lowercase(pieces: Pieces, language: str) -> list[str]:
    return [text if protected else _lower(text, language) for text, protected in pieces]


def _is_small(word: str) -> bool:
    """Whether the word begins with a small letter, and has no capital but behind an apostrophe ("d’Arc")."""
    own = word[:1] if _is_elided(word) else word
    return word[0].isalpha() and own == own.lower() and not _is_symbol(word)


def _is_elided(word: str) -> bool:
    """Whether the word is ``d’arc``, or ``v2``, as in versions."""
    first, second = word[:1], word[1:2]
    return (second in ("'", "’") and first.isalpha()) or (first == "v" and second.isdecimal())


def _is_symbol(word: str) -> bool:
    """Whether the word is a Greek letter alone, as in "β-carotine" (textcase_NonEnglishChars.txt)."""
    return len(word) == 1 and "α" <= word <= "ω"


def _capital(word: str, language: str) -> str:
    return _upper(word[0], language) + word[1:]


def _first_word(pieces: Pieces) -> tuple[int, re.Match[str]] | None:
    """The first word with its piece; None if there is none or its case is protected."""
    for index, (text, protected) in enumerate(pieces):
        match = _WORD.search(text)
        if match:
            return None if protected else (index, match)
    return None


def _capitalize_first(pieces: Pieces, language: str) -> list[str]:
    result = [text for text, _ in pieces]
    first = _first_word(pieces)
    if first is not None and _is_small(first[1][0]):
        index, match = first
        text = result[index]
        result[index] = text[: match.start()] + _capital(match[0], language) + text[match.end() :]
    return result


def _sentence(pieces: Pieces, language: str) -> list[str]:
    """Small letters but for the first word, which keeps capitals that it has.

    A text in capitals throughout keeps the first letter alone (CSL 1.0.2, Sentence Case Conversion).
    """
    plain = "".join(text for text, protected in pieces if not protected)
    shouted = plain == plain.upper() and plain != plain.lower() and len(_WORD.findall(plain)) > 1
    result = _lowercase(pieces, language)
    first = _first_word(pieces)
    if first is not None:
        index, match = first
        word = _lower(match[0], language) if shouted else match[0]
        word = _capital(word, language) if word[0].isalpha() and not _is_symbol(word) else word
        text = result[index]
        result[index] = text[: match.start()] + word + text[match.start() + len(match[0]) :]
    return result


def _capitalize_all(pieces: Pieces, language: str) -> list[str]:
    def change(match: re.Match[str]) -> str:
        return _capital(match[0], language) if _is_small(match[0]) else match[0]

    return [text if protected else _WORD.sub(change, text) for text, protected in pieces]


def _title(pieces: Pieces, language: str) -> list[str]:
    """English title case; any other language stays as it is."""
    if not is_english(language):
        return [text for text, _ in pieces]
    last = sum(len(_WORD.findall(text)) for text, _ in pieces) - 1
    starts = _starts(pieces)
    position = -1
    within = False  # the word goes on from the piece before: "{B}lackbox"

    def change(match: re.Match[str]) -> str:
        nonlocal position
        position += 1
        word = match[0]
        if not _is_small(word):
            return word
        if next(starts) and not (within and not match.start()):
            return _capital(word, language)
        if within and not match.start():
            return word
        small = len(word) == 1 or _is_elided(word)
        small = small or (position != last and word.rstrip("'’") in STOP_WORDS)
        return _capital(word, language) if not small or _is_prefix(match, pieces) else word

    result: list[str] = []
    for text, protected in pieces:
        if protected:
            position += len(_WORD.findall(text))
            result.append(text)
        else:
            result.append(_WORD.sub(change, text))
        within = protected and text[-1:].isalpha()
    return result


def _is_prefix(match: re.Match[str], pieces: Pieces) -> bool:
    """Whether a word begins the first hyphenated one: "pro-environmental", "e-mail".

    Like the reference processor, only as long as there has been neither punctuation nor markup
    (textcase_StopWordBeforeHyphen.txt; "an x-ray or an e-mail": "an X-Ray or an e-Mail").
    """
    text, start, end = match.string, match.start(), match.end()
    return text[end : end + 1] == "-" and text is pieces[0][0] and _PARTS.search(text, 0, start) is None


def _starts(pieces: Pieces) -> Iterator[bool]:
    """For each small, unprotected word: whether it begins the text or follows ``:``, ``?`` or ``!``."""
    start = True
    for text, protected in pieces:
        end = 0
        for match in _WORD.finditer(text):
            start = start or _NEW_START.search(text, end, match.start()) is not None
            if not protected and _is_small(match[0]):
                yield start
            start, end = False, match.end()
        start = start or _NEW_START.search(text, end) is not None


_CASES: dict[str, Callable[[Pieces, str], list[str]]] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
