"""English titles in sentence case: small letters but for names, as styles such as APA's expect them.

>>> sentence("Bayesian Learning of Markov Models in Germany: A Survey")
'Bayesian learning of Markov models in Germany: A survey'
"""

from __future__ import annotations

from collections.abc import Sequence

from publist.patterns import pattern
from publist.richtext import Text, rewrite
from publist.titles.evidence import Evidence
from publist.titles.form import Form, form, parts, starts_of, without_idle_braces
from publist.titles.language import is_english
from publist.titles.rules import loose, spoken
from publist.titles.words import Leaf, Word, leaves, words

_NOTHING = Evidence()
# A capital after the first word, or a small letter where a title or a subtitle begins: else nothing is to do.
_WORTH = pattern(r"(?<!^)[^\w'’][A-ZÀ-ÖØ-ÞĀ-Ž]|:\s+\W*[a-z]|^\W*[a-z]")
_EVENT = pattern(r"\W*Proceedings of\b")  # what follows is the name of a conference
_DASH = pattern(r"\s+[–—-]+\s+|—")


def sentence(title: Text, language: str = "", evidence: Evidence = _NOTHING) -> Text:
    """The title in sentence case, if it is English and in Title Case; nothing but case changes.

    ``language`` is the entry's own, e.g. ``en-GB`` or ``german``, or ``""``; ``evidence`` is what the
    bibliography shows.  A title in sentence case gets a capital at its start
    and after a colon, no more.
    """
    found = [(title, "")] if isinstance(title, str) else list(leaves(title))
    whole = title if isinstance(title, str) else "".join([text for text, _ in found])
    if not _WORTH.search(whole) or _EVENT.match(whole) or not is_english(whole, language):
        return title
    changes = _changes(without_idle_braces(words(found)), evidence)
    return _with(title, found, whole, changes) if changes else title


def is_title_case(title: Text) -> bool:
    """Whether most of the title's words are capitals where sentence case has small letters."""
    return form(without_idle_braces(words(list(leaves(title))))) is not Form.SENTENCE


def _with(title: Text, found: Sequence[Leaf], whole: str, changes: dict[int, str]) -> Text:
    """The title with new characters from each place on, as many as they replace."""
    characters = list(whole)
    for start, new in changes.items():
        characters[start : start + len(new)] = new
    if isinstance(title, str):
        return "".join(characters)
    end = 0
    pieces = []
    for text, _ in found:
        pieces.append("".join(characters[end : end + len(text)]))
        end += len(text)
    following = iter(pieces)  # both walks meet the leaves in one order
    return rewrite(title, lambda node: (next(following),) if isinstance(node, str) else (node,))


def _changes(listed: list[Word], evidence: Evidence) -> dict[int, str]:
    """Where letters change, and into which."""
    changes: dict[int, str] = {}
    for part, kind in parts(listed):
        if kind is Form.TITLE:
            changes |= _lowered(part, evidence)
        elif kind is Form.CAPITALS:
            said = [spoken(word) for word in part]
            changes |= {word.start + 1: word.text[1:] for word in said} | _lowered(said, evidence)
    for index in starts_of(listed):
        word = listed[index]
        if word.kind != "nocase" and _is_ordinary(listed, index):
            changes[word.start] = word.text[0].upper()
    return changes


def _is_ordinary(listed: Sequence[Word], index: int) -> bool:
    """Whether a small word gets a capital at a start: not ``xraylib: A library``, ``k-means`` or ``mRNA``."""
    word = listed[index]
    following = listed[index + 1].before if index + 1 < len(listed) else ""
    if not word.text.islower() or not word.text[0].isalpha() or not word.text.isascii():
        return False
    if ":" in following or _DASH.fullmatch(following):
        return False
    return len(word.text) > 1 or (word.text == "a" and following == " ")


def _lowered(listed: Sequence[Word], evidence: Evidence) -> dict[int, str]:
    """What becomes small in a title whose words are capitals."""
    changes = {}
    for index in loose(listed, evidence):
        word = listed[index]
        if word.kind != "nocase" and index and not word.begins and len(first := word.text[0].lower()) == 1:
            changes[word.start] = first
    return changes
