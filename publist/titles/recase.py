"""English titles in sentence case: small letters but for names, as styles such as APA's expect them.

>>> sentence("Bayesian Learning of Markov Models in Germany: A Survey")
'Bayesian learning of Markov models in Germany: A survey'
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from publist.patterns import pattern
from publist.richtext import Mark, Node, Span, Text, merged, nodes, simplified, with_children
from publist.titles.english import is_english_word
from publist.titles.evidence import Evidence
from publist.titles.form import is_small, read, without_ordinary_braces
from publist.titles.language import is_english
from publist.titles.names import is_usual
from publist.titles.rules import lowered, spoken
from publist.titles.title import Title, unwrapped
from publist.titles.words import END

_NOTHING = Evidence()
# What follows is the name of a conference, or the title of what is reviewed, with its editors or its kind.
_NAMING = ("Proceedings of ", "Review", "Book Review")
_NAMED = pattern(
    r"Proceedings|(?:Book )?Reviews?(?: of\b|:).*(?:\(eds?\.?\)|,? \beds?\.? [A-Z]|\[\w+\]|, by [A-Z])"
)
_LONG = 8  # so many ordinary words are no name of a survey
_DASH = pattern(r"\s+[–—-]+\s+|—")


def sentence(title: Text, language: str = "", evidence: Evidence = _NOTHING) -> Text:
    """The title in sentence case, if it is English and in Title Case; nothing but case changes.

    ``language`` is the entry's own, e.g. ``en-GB`` or ``german``, or ``""``; ``evidence`` is what the
    bibliography shows.  A title in sentence case gets a capital at its start
    and after a colon, no more.
    """
    if isinstance(title, str) and is_small(title):
        return title
    text = unwrapped(title)
    words = read(text)
    braced = text is not title or words.braced
    if not braced and _is_done(words):
        return title
    whole = words.text
    named = whole.startswith(_NAMING) and _NAMED.match(whole) is not None
    if (named and not braced) or not is_english(whole, language, words.texts):
        return title
    if braced and evidence.idle:
        words = without_ordinary_braces(words)
    mixed = braced and _is_mixed_on_purpose(title, words)
    lowered = "".join(words.tokens(words.texts if named else _changed(words, evidence, lowers=not mixed)))
    if isinstance(text, str) and not mixed:
        return lowered
    return _rebuilt(nodes(title), lowered, words, bares=braced and not mixed)


def _is_done(title: Title) -> bool:
    """Whether the title is in sentence case, with capitals where it begins."""
    for start, _, form in title.parts:
        if form != "sentence" or _rises(title, start) or _compound_at(title, start) != start:
            return False
    return True


def _is_braces(node: Node) -> bool:
    return isinstance(node, Span) and node.style == "nocase"


def _is_mixed_on_purpose(title: Text, words: Title) -> bool:
    """Whether braces hold the whole title, as ADS writes them, and two ordinary words in a row are small.

    A start does not count: it becomes a capital, and the title would be read otherwise then.
    """
    if len(title) != 1 or not _is_braces(title[0]):
        return False
    small = [word.weight == -1 and n not in words.starts for n, word in enumerate(words.words)]
    pairs = [n for n, before in enumerate(words.before) if before == " " and small[n - 1] and small[n]]
    return bool(pairs) and any(
        form == "title" and sum(word.weight > 0 for word in words.words[start:end]) < _LONG
        for start, end, form in words.parts
    )


def is_title_case(title: Text) -> bool:
    """Whether most of the title's words are capitals where sentence case has small letters."""
    return any(form != "sentence" for _, _, form in read(unwrapped(title)).parts)


def _rebuilt(title: Sequence[Node], text: str, words: Title, *, bares: bool) -> Text:
    """The title with other characters, as many as it has.

    If it ``bares``, braces that protect no word are taken off, so that styles with Title Case can raise it.
    """
    protected: set[int] = set()
    if bares:
        ends = [*accumulate(map(len, words.tokens(words.texts)))]
        protected.update(*[range(ends[2 * n], ends[2 * n + 1]) for n in words.fixed])
    else:
        protected.update(range(len(text)))
    made, _ = _nodes(title, text, 0, protected)
    return simplified(merged(made))


def _nodes(children: Sequence[Node], text: str, start: int, protected: set[int]) -> tuple[list[Node], int]:
    """The nodes with the characters of the text from ``start`` on, and where these end."""
    made: list[Node] = []
    for node in children:
        if isinstance(node, str):
            end = start + len(node)
            made.append(text[start:end])
        elif isinstance(node, Mark):
            made.append(node)
            continue
        else:
            inner, end = _nodes(node.children, text, start, protected)
            if not isinstance(node, Span):
                made.append(with_children(node, merged(inner)))
            elif node.style == "nocase" and protected.isdisjoint(range(start, end)):
                made += inner
            else:
                made.append(Span(node.style, merged(inner)))
        start = end
    return made, start


def _changed(title: Title, evidence: Evidence, *, lowers: bool) -> list[str]:
    """The words in sentence case; without ``lowers`` a word at a start alone changes, into a capital."""
    texts = [*title.texts]
    for part in title.parts if lowers else ():
        start, end, form = part
        if form != "sentence":
            said = spoken(title, part) if form == "capitals" else title
            texts[start:end] = lowered(said, part, evidence)
        else:
            behind = _compound_at(title, start)
            if behind > start:
                texts[start:behind] = lowered(title, (start, behind, form), evidence)
    for index in title.starts:
        if _rises(title, index):
            text = title.texts[index]
            texts[index] = text[0].upper() + text[1:]
    return texts


def _compound_at(title: Title, start: int) -> int:
    """Where a first word ends that has capitals behind its hyphens, as in ``Multi-Object Tracking of mice``.

    Usual capitals that follow it at once belong to it.
    """
    behind = start + 1
    while behind < len(title) and title.before[behind] == "-":
        behind += 1
    heads = behind == len(title) or behind in title.starts  # "Bio-Formats: Tools for images"
    if heads or behind == start + 1 or title.words[start].inside:  # "VISEM-Tracking, a dataset"
        return start
    usual = [word.capital and is_usual(word.key) for word in title.words[start + 1 : behind]]
    if True not in usual:
        return start
    while title.words[behind].usual and title.before[behind] == " ":
        behind += 1
    return behind


def _rises(title: Title, index: int) -> bool:
    """Whether a small word gets a capital at a start: not ``xraylib: A library``, ``k-means`` or ``mRNA``."""
    text = title.words[index].text
    if not text.islower() or index in title.fixed or not text[0].isalpha() or not text.isascii():
        return False
    if len(title) == 1 and not is_english_word(title.words[0].key):
        return False  # a program alone
    after = title.before[index + 1]
    if (
        ":" in after
        or after == "/"
        or _DASH.fullmatch(after)
        or (after == "." and title.words[index + 1] is not END)
    ):
        return False  # a program or an address
    return len(text) > 1 or (text == "a" and after == " ")
