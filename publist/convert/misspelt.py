"""Fields that are one letter away from a known one, such as ``auhtor``."""

from __future__ import annotations

from functools import lru_cache

from publist import rules
from publist.bibtex.entry import Entry
from publist.convert import custom, mapping

# What an entry is poorer without; short names are near to too many others.
_MEANT = tuple(
    "abstract address author booktitle date edition editor eprint howpublished institution journal"
    " journaltitle keywords location month note number organization pages publisher school series title"
    " volume year".split()
)
# The types of BibTeX whose names are long enough to be misspelt, and BibLaTeX's main ones.
_TYPES = tuple(
    "article booklet collection dataset inbook incollection inproceedings manual mastersthesis online patent"
    " phdthesis proceedings report software techreport thesis unpublished".split()
)
# Names of their own that tools and people use, one letter from one of those.
_OTHERS = frozenset(
    {"authors-list", "data", "dates", "days", "named", "noted", "notes", "key-words", "subtitle"}
)


def misspelt(entry: Entry, report: custom.Report) -> None:
    """Report each field that nobody knows, where the known one that it is near to is missing."""
    unknown = set(entry.fields).difference(_known())
    for name in filter(unknown.__contains__, entry.fields):
        meant, field = _meant(name), entry.fields[name]
        if meant and field.value.strip() and not entry.get(meant).strip():
            report(
                rules.MISSPELT_FIELD, field.line, f"{name} is no field that is known; did you mean {meant}?"
            )


@lru_cache(maxsize=1024)  # names of fields come again and again
def _meant(name: str) -> str:
    """The known field that is one letter away, e.g. ``author`` for ``auhtor``; "" if there is none."""
    if custom.link_kind(name):
        return ""
    return next((meant for meant in _MEANT if _is_near(name, meant)), "")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    names = {name for _, name in mapping.MAPPED} | mapping.NAME_FIELDS.keys() | {*mapping.ADDITIONAL_EDITORS}
    return frozenset(names | {*_MEANT} | custom.BADGES.keys() | custom.PRIVATE_FIELDS | _OTHERS)


def meant_type(name: str) -> str:
    """The type of entry that is one letter away, e.g. ``article`` for ``artcle``; else ``misc``."""
    return next((meant for meant in _TYPES if _is_near(name, meant)), "misc")


def _is_near(name: str, other: str) -> bool:
    """Whether one letter was left out, put in, or mistaken, or two neighbours changed places."""
    if abs(len(name) - len(other)) > 1 or name == other:
        return False
    if len(name) != len(other):
        short, long = sorted((name, other), key=len)
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    wrong = [place for place, pair in enumerate(zip(name, other, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        first, second = wrong
        return (name[first], name[second]) == (other[second], other[first])
    return len(wrong) == 1
