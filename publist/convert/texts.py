"""Decoded values: two as one, and BibLaTeX's keys as what they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from publist.bibtex.latex.bibstrings import BIBSTRINGS
from publist.richtext import Text, nodes, plain, simplified


def joined(first: Text, second: Text, separator: str) -> Text:
    """Two texts with a separator between them, which yields to a stop that is there already."""
    if not first or not second:
        return first or second
    end = plain(first)[-1:]
    if end in "?!:" or (end == "." and separator.startswith(".")):
        separator = " "
    return simplified((*nodes(first), separator, *nodes(second)))


def all_joined(texts: Iterable[Text], separator: str) -> Text:
    """Several texts as one, e.g. "New York; London"."""
    together: Text = ""
    for text in texts:
        together = joined(together, text, separator)
    return together


def resolved(value: Text) -> Text:
    """A localisation key as its text, e.g. ``countryfr`` as ``France``."""
    return BIBSTRINGS.get(value, value) if isinstance(value, str) else value


def says(whole: str, part: str) -> bool:
    """Whether a name says another one: ``Programme in X, University of Y``, ``University of Y (UY)``."""
    return whole == part or (len(part) > 20 and part.partition(" (")[0] in whole)
