"""English titles in sentence case: small letters but for names, as styles such as APA's expect them.

>>> sentence("Bayesian Learning of Markov Models in Germany: A Survey")
'Bayesian learning of Markov models in Germany: A survey'
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from publist.patterns import pattern
from publist.richtext import Text, plain, rewrite
from publist.titles.evidence import Evidence
from publist.titles.form import Form, form, parts, read, starts_of
from publist.titles.language import is_english
from publist.titles.rules import loose, spoken
from publist.titles.words import Leaf, TitleWords

_NOTHING = Evidence()
# A capital after the first word, or a small letter where a title or a subtitle begins: else nothing is to do.
_WORTH = pattern(r"(?<!^)[^\w'’][A-ZÀ-ÖØ-ÞĀ-Ž]|:\s+\W*[a-z]|^\W*[a-z]")
_EVENT = pattern(r"\W*Proceedings of\b")  # what follows is the name of a conference
# The title of what is reviewed, with its editors or its kind, is a title as it stands.
_REVIEW = pattern(r"(?:Book )?Review(?:s)?(?: of\b|:).*(?:\(eds?\.?\)|,? \beds?\.? [A-Z]|\[\w+\]|, by [A-Z])")
_DASH = pattern(r"\s+[–—-]+\s+|—")


def sentence(title: Text, language: str = "", evidence: Evidence = _NOTHING) -> Text:
    """The title in sentence case, if it is English and in Title Case; nothing but case changes.

    ``language`` is the entry's own, e.g. ``en-GB`` or ``german``, or ``""``; ``evidence`` is what the
    bibliography shows.  A title in sentence case gets a capital at its start
    and after a colon, no more.
    """
    whole = title if isinstance(title, str) else plain(title)
    if not _WORTH.search(whole) or _EVENT.match(whole) or _REVIEW.match(whole):
        return title
    if not is_english(whole, language):
        return title
    leaves, _, tokens, words = read(title)
    changes = _changes(words, evidence)
    if not changes:
        return title
    changed = list(tokens)
    for index, text in changes.items():
        changed[2 * index + 1] = text
    return _with(title, leaves, "".join(changed))


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


def _changes(title: TitleWords, evidence: Evidence) -> dict[int, str]:
    """Which words change, and into what."""
    changes: dict[int, str] = {}
    for part, kind in parts(title):
        if kind is Form.TITLE:
            changes |= _lowered(part, evidence)
        elif kind is Form.CAPITALS:
            said = spoken(part)
            changes |= {index: word.text for index, word in enumerate(said.words)} | _lowered(said, evidence)
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
    if ":" in following or _DASH.fullmatch(following):
        return False
    return len(text) > 1 or (text == "a" and following == " ")


def _lowered(title: TitleWords, evidence: Evidence) -> dict[int, str]:
    """What becomes small in a title whose words are capitals."""
    changes = {}
    for index in loose(title, evidence):
        text = title.words[index].text
        small = text[0].lower()
        if index and len(small) == 1 and title.kinds[index] != "nocase" and not title.begins(index):
            changes[title.first + index] = small + text[1:]
    return changes
