"""The words that a reader of a list sees and that no style has: a file for each language, read when needed.

A word is looked up by its key and a language tag (BCP 47): ``de-AT`` takes ``de``, and a language that is
not here takes English.  A word that counts has two forms, for one and for any other number, as CLDR has
them for these languages; Chinese needs one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from publist.patterns import pattern
from publist.richtext import Node, Text, nodes

LANGUAGES = ("en", "de", "fr", "es", "it", "zh")

_PLACEHOLDER = pattern(r"\{(\w+)\}")


def phrase(key: str, language: str) -> str:
    """The phrase in the language, else in English; "" if there is none.

    >>> phrase("others", "de-AT")
    'und {n} weitere'
    """
    found = _words(_base(language)).get(key, "")
    return found if isinstance(found, str) else found[1]


def counted(key: str, number: int, language: str, **values: str) -> str:
    """The phrase for a number of things, e.g. ``5 preprints`` for ``count-preprint``; "" if there is none."""
    base = _base(language)
    found = _words(base).get(key, "")
    if not isinstance(found, str):  # CLDR's plural rules: nought is one thing in French
        found = found[0] if number == 1 or (number == 0 and base == "fr") else found[1]
    return found.format(n=number, **values)


def number_word(number: int, language: str) -> str:
    """The number in words to ten, then in digits, e.g. ``three``, ``11``."""
    words = phrase("numbers", language).split()
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def filled(pattern: str, values: Mapping[str, Text]) -> tuple[Node, ...]:
    """The pattern with each ``{name}`` replaced by its rich text; an unknown one stays as it is."""
    result: list[Node] = []
    place = 0
    for match in _PLACEHOLDER.finditer(pattern):
        value = values.get(match[1])
        if value is None:
            continue
        result.extend((pattern[place : match.start()], *nodes(value)))
        place = match.end()
    return tuple(node for node in (*result, pattern[place:]) if node)


def _base(language: str) -> str:
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in LANGUAGES else "en"


@cache
def _words(language: str) -> Mapping[str, str | tuple[str, str]]:
    words: Mapping[str, str | tuple[str, str]] = import_module(f"publist.phrases.{language}").WORDS
    return words
