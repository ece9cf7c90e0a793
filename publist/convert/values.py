"""What a value is, whatever field it stands in: a state, a date, an edition have variables of their own.

People and programs put what they know into the field that is at hand: ``number = {August}``,
``volume = {in press}``, ``note = {2nd edition}``, ``howpublished = {online}``, ``pages = {13 p.}``.  So every
text is asked here what it is, and what is not at home goes where CSL has it; what an item has there already
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.bibtex import dates
from publist.convert import numbers
from publist.convert.event_dates import DAY, YEAR, names_event
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import plain

STATES = (
    "to appear", "in press", "accepted", "submitted", "under review", "under revision", "under submission",
    "in revision", "in review", "forthcoming", "in preparation", "in prep", "under revise and resubmit",
    "revise and resubmit", "revise & resubmit", "work in progress", "in progress", "to be published",
    "to be submitted", "ahead of print", "epub ahead of print", "online ahead of print",
    "advance online publication", "online first", "under consideration", "en prensa", "à paraître",
    "im erscheinen", "im druck", "in stampa", "no prelo",
)  # fmt: skip
_COUNTED = (
    r"(?:figures?|figs?\.?|tables?|illustrations?|ill\.?|references|refs\.?|appendi(?:x|ces)|plates?|maps?)"
)
_SHAPES = {
    "status": rf"\(?(?:(?:currently|manuscript|paper|article)[,:]? )?(?P<status>{'|'.join(STATES)})"
    r"(?: for publication)?[.)]*",
    "edition": r"(?P<edition>(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|revised)\s+ed(?:ition|n|\.)?|\d+\.\s?(?:auflage|aufl\.)|\d+[ªaº°.]{1,2}\s?(?:ed\.|edición|edição|edizione)"
    r"|\d+e éd(?:ition|\.))",
    "page": r"(?:pages|pp?\.?|s\.)\s*(?P<page>\d+\s*[-–]+\s*\d+)\.?",
    "number-of-pages": rf"(?:[ivxlc]+\s*[+,]\s*)?\d+\s?(?:pages|pp\.?|p\.?|seiten|s\.|págs?\.?)"
    rf"(?:(?:[,;+&.]|\s|and|with|including|plus)+(?:\d+|one|two|three|four|five)\s(?:\w+\s)?{_COUNTED})*\.?",
    "volume": r"vol(?:ume)?\b[.:]?\s*(?P<volume>\d+)"
    r"(?:[\s,;/(]+(?:(?:no|nr|issue|number|iss)\b\.?\s*)?(?P<issue>\d+(?:[-–/]\d+)?)\)?)?\.?",
    "issue": r"(?:issue|iss|no|nr)\b[.:]?\s*(?P<issue>\d+(?:[-–/]\d+)?)\.?",
    "medium": r"(?:online|on-line|web|internet|electronic(?:ally)?|print|printed|en ligne|en línea"
    r"|(?:electronic|online) resource)\.?",
    "issued": rf"\(?(?:{DAY}\.?\s+)?(?:de )?(?P<month>[^\W\d_]{{3,10}})\.?(?:\s+{DAY})?"
    rf"(?:[\s,]*(?:de )?(?P<of>{YEAR}))?\)?\.?"
    rf"|\(?(?P<year>{YEAR})(?:-(?P<counted>\d\d)(?:-\d\d)?)?\)?\.?",
}
_PATTERNS = {kind: pattern(shape, re.IGNORECASE) for kind, shape in _SHAPES.items()}
_FIRST = pattern(r"\(?([^\W\d_]*)")
_ROMAN = frozenset("ivxlc")
_OF_RANGES = frozenset("0123456789-–:,; ")
_MONTH = pattern(rf"{YEAR}(?:-\d\d){{0,2}}")  # "2020", "2020-05"
_DATED = (4, 7, 10)  # its lengths
# With which words values of each kind begin; beside numbers, roman ones and months.
_BEGIN = {
    "status": {state.partition(" ")[0] for state in STATES} | {"currently", "manuscript", "paper", "article"},
    "edition": frozenset("first second third fourth fifth sixth seventh eighth ninth tenth revised".split()),
    "page": {"pages", "p", "pp", "s"},
    "volume": {"vol", "volume"},
    "issue": {"issue", "iss", "no", "nr"},
    "medium": frozenset("online on web internet electronic electronically print printed en".split()),
    "issued": {"de"},
}
_KINDS_OF = {
    word: [kind for kind, begin in _BEGIN.items() if word in begin]
    for words in _BEGIN.values()
    for word in words
}
_OF_NUMBERS = ("edition", "number-of-pages", "issued")
# Where a value of each kind is not at home.
_NUMBERS = ("volume", "issue", "number", "page")
_TEXTS = ("edition", "collection-title", "publisher", "medium", "genre", "note")
_VENUES = ("container-title", "container-title-short", "event-title")
_STRANGERS: dict[str, frozenset[str]] = {
    "status": frozenset({*_NUMBERS, *_TEXTS, *_VENUES} - {"note", "publisher", "medium"}),
    "edition": frozenset({"volume", "issue", "number", "medium", "note", "collection-title"}),
    "issued": frozenset({*_NUMBERS, *_TEXTS, *_VENUES}),
    "page": frozenset({"volume", "issue", "number", "note", "medium"}),
    "number-of-pages": frozenset({"volume", "issue", "number", "page", "note", "medium"}),
    "volume": frozenset({"issue", "number", "page", "note", "medium", "edition", "collection-title"}),
    "issue": frozenset({"note", "medium"}),
    "medium": frozenset({*_TEXTS, "event-title", "container-title"}),
}
_JOURNAL = "container-title"
_OF_JOURNALS = frozenset({_JOURNAL, "volume"})
_SLOTS = (*_NUMBERS, *_TEXTS, *_VENUES)


def settle(item: Item) -> None:
    """Take every value to the variable where values of its kind are at home."""
    variables = item.variables
    for name in filter(variables.__contains__, _SLOTS):
        value = variables[name]
        if not value or (isinstance(value, str) and value.isdecimal() and name in _NUMBERS):
            continue
        words = plain(value).strip()
        for kind in _kinds(words):
            if match := _PATTERNS[kind].fullmatch(words):
                break
        else:
            continue
        if name not in _STRANGERS[kind]:
            continue
        if kind == "issued" and not _dates(item, name, match):
            continue
        if kind == "medium" and name in _VENUES and "URL" not in variables and "DOI" not in variables:
            continue
        if kind == "issue" and item.type != "article-journal":
            continue
        del variables[name]
        for target, said in match.groupdict().items() if kind != "issued" else ():
            if said:
                variables.setdefault(target, written(target, said))


def _kinds(words: str) -> Iterable[str]:
    """Of which kinds a value may be by its first word."""
    first = _FIRST.match(words)
    word = first[1].lower() if first else ""
    if not word:
        dated = len(words) in _DATED and _MONTH.fullmatch(words)
        return _OF_NUMBERS if dated or not _OF_RANGES.issuperset(words) else ()
    if word in _KINDS_OF:
        return _KINDS_OF[word]
    if _ROMAN.issuperset(word):
        return ("number-of-pages",)
    return ("issued",) if dates.month_number(word) else ()


def written(target: str, found: str) -> str:
    """A value as its variable has it, e.g. ``in preparation`` for the status ``In prep``."""
    if target == "page":
        return numbers.pages(found.replace(" ", ""))
    if target == "edition":
        return plain(numbers.edition(found))
    if target == "status":
        return "in preparation" if found.lower() == "in prep" else found.lower()
    return found


def _dates(item: Item, name: str, match: re.Match[str]) -> bool:
    """Whether a date says the item's own once more, or its month; a year alone may be a number."""
    own = item.dates.get("issued")
    if own is None or len(own.parts) != 1 or own.year is None:
        return False
    if match["year"] and not match["counted"]:
        return name not in _NUMBERS and own.year == int(match["year"])
    month = int(match["counted"] or 0) or dates.month_number(match["month"] or "")
    if name == "issue" and len(own.parts[0]) == 1 and item.variables.keys() & _OF_JOURNALS == {_JOURNAL}:
        return names_event(plain(item.variables[_JOURNAL]))  # else a magazine's
    if not 1 <= month <= 12 or (match["of"] or match["year"]) not in (None, str(own.year)):
        return name == "issue" and bool(match["month"] and match["of"])  # Mendeley's, of another year
    if len(own.parts[0]) == 1:
        item.dates["issued"] = own._replace(parts=((own.year, month),))
    return True
