"""The letters of a list that no font of a PDF has, said once, at the first work that has one."""

from __future__ import annotations

from collections.abc import Sequence

from publist import rules
from publist.listing import ListEntry, Section, text_of
from publist.problems import Problem

_NAMED = 5  # letters in a message


def without_font(sections: Sequence[Section], fonts: Sequence[str]) -> list[Problem]:
    """What there is to say of the fonts; ``fonts`` are the families that are looked in first."""
    from publist.output import pdf  # which only a PDF needs

    texts = [(_text(entry), entry.publication) for section in sections for entry in section.entries]
    letters = pdf.lacking("".join(text for text, _ in texts), fonts)
    first = next((work for text, work in texts if not set(letters).isdisjoint(text)), None)
    if first is None:
        return []
    families = ", ".join(dict.fromkeys(f'"{pdf.font_for(letter)}"' for letter in letters))
    shown = ", ".join(letters[:_NAMED]) + (" …" if len(letters) > _NAMED else "")
    message = f"no font here has {shown}; install one that has them, and name it: fonts = [{families}]"
    return [Problem(first.file, first.line, rules.MISSING_LETTERS, message, first.key)]


def _text(entry: ListEntry) -> str:
    return " ".join([text_of(entry.shown), *(text_of(badge.label) for badge in entry.badges)])
