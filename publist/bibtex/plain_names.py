"""Lists of names as most are: Latin words and initials, nothing that needs a thought.

>>> plain_names("Doe, Jane Q. and Bob Roe and others")[0]
Name(family='Doe', given='Jane Q.', dropping_particle='', non_dropping_particle='', ...)
>>> plain_names("Ludwig van Beethoven") is None
True
"""

from __future__ import annotations

from functools import lru_cache

from publist.bibtex.organisations import WORDS
from publist.item import Name
from publist.patterns import pattern

_PART = r"[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]++"
_WORD = rf"{_PART}(?:-?{_PART})*+"
_FULL = rf"(?:{_WORD}|[A-Z]\.(?:-?[A-Z]\.)*+)"
_GIVEN = rf"(?:{_FULL}|[A-Z]\b(?:-[A-Z]\b)*+)"
_NAME = rf"(?>{_FULL}(?:(?<!\.),(?: {_GIVEN})++|(?: {_FULL})++(?<!\.)))"
_LIST = pattern(rf"(?:{_NAME} and )++(?:others and )?")  # with an "and" behind the last one too
# Words that are no part of a name, or not of the part in which BibTeX would have them.
_ODD = WORDS | frozenset(
    "jr sr da de del della dei degli di dal dalla dos der den von van le la las los"
    " al el abu ibn ter ten vande vander lo"
    " mr mrs ms sir dr prof professor mgr msgr monsignor rev reverend".split()
)
# "Doe, J.Q. Jane Q"
_INITIALS_TWICE = pattern(r" (?:(?<=[A-Z]\.[A-Z]\. )[A-Z][a-z]|(?<=[a-z] )(?:[A-Z] )*[A-Z]\.[A-Z]\.)")
_OTHERS = Name(literal="others", others=True)


def plain_names(value: str) -> list[Name] | None:
    """The names of a list in which each is ``Family, Given`` or ``Given Family``; None for any other list.

    What :mod:`publist.bibtex.names` would make of them too, in a tenth of the time.
    """
    glued = value.count(".") > value.count(". ") + value.endswith(".")
    if glued and _INITIALS_TWICE.search(value):
        return None
    if not _LIST.fullmatch(f"{value} and ") or not _ODD.isdisjoint(value.lower().replace(",", "").split()):
        return None
    return [_OTHERS if name == "others" else _name(name) for name in value.split(" and ")]


@lru_cache(maxsize=4096)  # co-authors come again and again
def _name(typed: str) -> Name:
    family, comma, given = typed.partition(", ")
    if not comma:
        given, _, family = typed.rpartition(" ")
    return Name(family, given)
