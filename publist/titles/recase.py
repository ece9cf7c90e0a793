"""English titles in sentence case: small letters but for names, as styles such as APA's expect them.

>>> sentence("Bayesian Learning of Markov Models in Germany: A Survey")
'Bayesian learning of Markov models in Germany: A survey'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from publist.patterns import pattern
from publist.richtext import Node, Span, Text, merged, nodes, plain, rewrite, simplified
from publist.titles.evidence import Evidence
from publist.titles.form import Form, form, parts, read, starts_of, without_ordinary_braces
from publist.titles.language import is_english
from publist.titles.rules import loose, spoken
from publist.titles.words import CAPITAL, Leaf, TitleWords

_NOTHING = Evidence()
# A capital after the first word, or a small letter where a title or a subtitle begins: else nothing is to do.
_WORTH = pattern(rf"(?<!^)[^\w'’]{CAPITAL}|:\s+\W*[a-z]|^\W*[a-z]")
_EVENT = pattern(r"\W*Proceedings of\b")  # what follows is the name of a conference
# The title of what is reviewed, with its editors or its kind, is a title as it stands.
_REVIEW = pattern(r"(?:Book )?Review(?:s)?(?: of\b|:).*(?:\(eds?\.?\)|,? \beds?\.? [A-Z]|\[\w+\]|, by [A-Z])")
_LONG = 8  # so many ordinary words are no name of a survey
_DASH = pattern(r"\s+[–—-]+\s+|—")


def sentence(title: Text, language: str = "", evidence: Evidence = _NOTHING) -> Text:
    """The title in sentence case, if it is English and in Title Case; nothing but case changes.

    ``language`` is the entry's own, e.g. ``en-GB`` or ``german``, or ``""``; ``evidence`` is what the
    bibliography shows.  A title in sentence case gets a capital at its start
    and after a colon, no more.
    """
    whole = title if isinstance(title, str) else plain(title)
    worth = _WORTH.search(whole) and not _EVENT.match(whole) and not _is_review(whole)
    if not (worth or _may_be_bared(title)) or not is_english(whole, language):
        return title
    leaves, _, tokens, words = read(title)
    if evidence.idle and _may_be_bared(title):
        words = without_ordinary_braces(words)
    mixed = _is_mixed_on_purpose(title, words)
    changes = _changes(words, evidence, lowers=not mixed) if worth else {}
    if changes:
        changed = list(tokens)
        for index, text in changes.items():
            changed[2 * index + 1] = text
        lowered = _with(title, leaves, "".join(changed))
    else:
        lowered = title
    return _bared(lowered, tokens, words) if _may_be_bared(title) and not mixed else lowered


def _is_review(title: str) -> bool:
    return title.startswith(("Review", "Book Review")) and _REVIEW.match(title) is not None


def _may_be_bared(title: Text) -> bool:
    return not isinstance(title, str) and any(map(_is_braces, title))


def _is_braces(node: Node) -> bool:
    return isinstance(node, Span) and node.style == "nocase"


def _is_mixed_on_purpose(title: Text, words: TitleWords) -> bool:
    """Whether braces hold the whole title, as ADS writes them, and two ordinary words in a row are small."""
    if not (isinstance(title, tuple) and len(title) == 1 and _may_be_bared(title)):
        return False
    return _has_small_pair(words) and any(
        kind is Form.TITLE and sum(word.weight > 0 for word in part.words) < _LONG
        for part, kind in parts(words)
    )


def _has_small_pair(title: TitleWords) -> bool:
    pairs = zip(pairwise(title.words), title.before[1 : len(title.words)], strict=True)
    return any(one.weight == other.weight == -1 and before == " " for (one, other), before in pairs)


def _bared(title: Text, tokens: Sequence[str], words: TitleWords) -> Text:
    """The title without the braces that say nothing, so that styles with Title Case can give it capitals."""
    ends = list(accumulate(map(len, tokens)))
    protected = [
        (end - len(word.text), end)
        for word, end, kind in zip(words.words, ends[1::2], words.kinds, strict=True)
        if kind == "nocase"
    ]
    return simplified(merged(_without_idle(nodes(title), 0, protected)))


def _without_idle(children: Sequence[Node], start: int, protected: list[tuple[int, int]]) -> Iterator[Node]:
    """The nodes, those braces unwrapped in which no word is protected; ``start`` is their first character."""
    for node in children:
        end = start + len(plain((node,)))
        idle = _is_braces(node) and not any(a < end and start < b for a, b in protected)
        if isinstance(node, Span) and idle:
            yield from _without_idle(nodes(node.children), start, protected)
        else:
            yield node
        start = end


def is_title_case(title: Text) -> bool:
    """Whether most of the title's words are capitals where sentence case has small letters."""
    return form(read(title).words) is not Form.SENTENCE


def _with(title: Text, found: Sequence[Leaf], changed: str) -> Text:
    """The title with other characters, as many as it has."""
    if isinstance(title, str):
        return changed
    ends = accumulate(len(text) for text, _ in found)
    pieces = (changed[end - len(text) : end] for end, (text, _) in zip(ends, found, strict=True))
    return rewrite(title, lambda node: (next(pieces),) if isinstance(node, str) else (node,))  # in one order


def _changes(title: TitleWords, evidence: Evidence, *, lowers: bool) -> dict[int, str]:
    """Which words change, and into what; without ``lowers`` a word at a start alone, into a capital."""
    changes: dict[int, str] = {}
    for part, kind in parts(title) if lowers else ():
        if kind is Form.TITLE:
            changes |= _lowered(part, evidence)
        elif kind is Form.CAPITALS:
            said = spoken(part)
            changes |= {index: word.text for index, word in enumerate(said.words, said.first)}
            changes |= _lowered(said, evidence)
    for index in starts_of(title):
        if title.kinds[index] != "nocase" and _is_ordinary(title, index):
            text = title.words[index].text
            changes[index] = text[0].upper() + text[1:]
    return changes


def _is_ordinary(title: TitleWords, index: int) -> bool:
    """Whether a small word gets a capital at a start: not ``xraylib: A library``, ``k-means`` or ``mRNA``."""
    text = title.words[index].text
    if not text.islower() or not text[0].isalpha() or not text.isascii():
        return False
    following = title.before[index + 1] if index + 1 < len(title.words) else ""
    if ":" in following or _DASH.fullmatch(following) or following == ".":
        return False  # a program or an address
    return len(text) > 1 or (text == "a" and following == " ")


def _behind_parentheses(title: TitleWords) -> int:
    """Where the title begins behind a number or a note, as in "(In Progress) A Study of Words"; else 0."""
    if not title.before or not title.before[0].endswith("("):
        return 0
    return next((index for index, before in enumerate(title.before) if before.startswith(") ")), 0)


def _lowered(title: TitleWords, evidence: Evidence) -> dict[int, str]:
    """What becomes small in a title whose words are capitals."""
    changes = {}
    begins = _behind_parentheses(title)
    for index in loose(title, evidence):
        if index == begins:
            continue
        text = title.words[index].text
        small = text[0].lower()
        if index and len(small) == 1 and title.kinds[index] != "nocase" and not title.begins(index):
            changes[title.first + index] = small + text[1:]
    return changes
