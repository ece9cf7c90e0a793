"""Rules about how titles are typed for other programs: what BibTeX lowers, blanks, broken letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist import rules
from publist.check.work import Checked
from publist.patterns import pattern
from publist.problems import Problem
from publist.richtext import plain

_FIELDS = (
    "title subtitle booktitle journal journaltitle series publisher school institution note author editor"
).split()
_BLANKS = pattern(r"\S([ \t]{2,})\S")


def mojibake(works: Sequence[Checked]) -> Iterator[Problem]:
    """Text in one encoding that was read as another: ``MÃ¼ller``.  ftfy's heuristic tells."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    for work in works:
        for name in _FIELDS:
            value = work.entry.get(name)
            if not value.isascii() and is_bad(value):
                mended = " ".join(fix_encoding(value).split())
                hint = f"; perhaps: {mended}" if mended != " ".join(value.split()) else "; write it anew"
                yield work.problem(rules.MOJIBAKE, f"letters of a wrong encoding{hint}", name)


def doubled_blanks(works: Sequence[Checked]) -> Iterator[Problem]:
    """Several blanks in a row within a line of a text or of names."""
    for work in works:
        for name in _FIELDS:
            if match := _BLANKS.search(work.entry.get(name)):
                yield work.problem(rules.DOUBLED_BLANKS, "blanks in a row; one will do", name, match[0])


def unprotected_name(works: Sequence[Checked]) -> Iterator[Problem]:
    """An acronym or a name in a title without braces, of which BibTeX's styles make small letters.

    Which words these are is known from the data with which publist sets titles in sentence case.
    """
    for work in works:
        lost = _unprotected(work)
        if lost and work.entry.get("title"):
            first = lost[0]
            more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
            small = first[0] + first[1:].lower() if work.text("title").startswith(first) else first.lower()
            message = f"BibTeX's styles print {small}; write {{{first}}}{more}"
            yield work.problem(rules.UNPROTECTED_NAME, message, "title", first)


def _unprotected(work: Checked) -> list[str]:
    """The words of a title that stay capitals in sentence case, and that no braces protect."""
    from publist.titles import is_english, sentence
    from publist.titles.title import taken_apart

    title = work.publication.item.variables.get("title", "")
    if not is_english(plain(title), work.text("language")):
        return []
    typed = taken_apart(title)
    one = taken_apart(plain(sentence(title, work.text("language"))))
    return [
        text
        for place, text in enumerate(one.texts)
        if place not in typed.fixed
        and any(sign.isupper() for sign in (text if place not in one.starts else text[1:]))
    ]


CHECKS = (mojibake, doubled_blanks, unprotected_name)
