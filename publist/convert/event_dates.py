"""The dates of an event within the title of its volume, ``… 2022, Oslo, December 7-11, 2022``; its words."""

from __future__ import annotations

from publist.bibtex import dates
from publist.bibtex.macros import MONTHS
from publist.convert.countries import COUNTRIES
from publist.item import Date
from publist.patterns import pattern
from publist.richtext import Text

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
TO = r"\s*(?:--?|–|—|/|&|\bto\b|\band\b|\bthrough\b)\s*"
DATES = pattern(
    r"(?i)(?<![^\s,(;:.])(?P<dates>"
    rf"{MONTH}\s*{DAY}(?:{TO}(?:{MONTH}\s*)?{DAY})?"
    rf"|{DAY}(?:{TO}{DAY})?(?:\s+of)?\s+{MONTH}(?:{TO}{DAY}\s+{MONTH})?"
    rf"|{MONTH}(?=[\s,]+{YEAR}))"
    rf"(?:[\s,]*(?P<year>{YEAR}))?\)?(?=$|[\s,.;:)])"
)
_DAYS_BEFORE = 40  # characters; no more stand before the month of a date
_DAY_ALONE = pattern(r"(?<![^\s,(;:.])\d\d?(?!\d|st|nd|rd|th)")  # which both of the next have
# "12-14 de noviembre de 2025", "vom 3. bis 5. Mai 2021", "du 3 au 5 mai 2021"
_ABROAD = pattern(
    r"(?:^|(?<=[\s,(;:.]))(?:(?:del?|vom|du|dal|le|am)\s+)?(?P<first>\d{1,2})(?:er|\.|º)?"
    r"(?:\s*(?:--?|–|/|\b(?:al?|bis|und|au|et|e|y)\b)\s*(?P<last>\d{1,2})\.?)?\s+(?:de\s+)?"
    rf"(?P<month>[^\W\d_]{{3,}})\s+(?:del?\s+)?(?P<year>{YEAR})\)?(?=$|[\s,.;:)])"
)
# "11.-15.3.2013", "11.10. - 16.10.2009", "21-25.08. 2017", "6-9/9/2005"
_NUMERIC = pattern(
    r"(?<=[\s,(])(?P<day>\d{1,2})(?:[./]\s?(?P<month>\d{1,2}))?\.?\s*(?:--?|–)\s*"
    rf"(?P<last>\d{{1,2}})[./]\s?(?P<until>\d{{1,2}})[./]\s?(?P<year>{YEAR})(?=$|[\s,.;:)])"
)

_IN_CITY = pattern(
    r"(?P<title>.{8,}?\b(?i:conference|workshop|symposium|meeting|seminar|congress)(?: \(.+\))?)"
    r"(?: held)? in (?P<city>[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?)"
)
_OF_EVENTS = frozenset(
    "proceedings conference conferences workshop workshops symposium symposia congress meeting colloquium"
    " conf proc symp seminar forum summit school assembly annual international"
    " actas actes atti jornada jornadas journée journées congreso congrès congresso conferencia conferencias"
    " conférence conférences coloque colloque coloquio simposio encuentro tagung convegno atelier ateliers"
    " taller rencontre rencontres".split()
)
_WORDS = pattern(r"\w+")
_TIGHT_COMMA = pattern(r",(?=[^\W\d_]|\d{4}\b)")


def dated(words: str) -> tuple[int, int, Date | None] | None:
    """Where the dates behind a title begin and end, and when it was if they say the year.

    >>> dated("Conference on X, May 3-5, 2022")[:2]
    (17, 30)
    """
    months = [place for place in map(words.lower().find, MONTHS) if place >= 0]
    several = DATES.finditer(words, max(0, min(months) - _DAYS_BEFORE)) if months else ()
    found = next(reversed([*several]), None)
    if found and found.start():
        year = found["year"]
        return *found.span(), dates.issued("", year, found["dates"], "").date if year else None
    if not _DAY_ALONE.search(words):
        return None
    abroad = _ABROAD.search(words)
    if abroad and abroad.start() and dates.month_number(abroad["month"]):
        days = "--".join(filter(None, abroad.group("first", "last")))
        return *abroad.span(), dates.issued("", abroad["year"], f"{days} {abroad['month']}", "").date
    if ("." in words or "/" in words) and (exact := _NUMERIC.search(words)):
        year, until = exact["year"], exact["until"]
        first, last = f"{exact['month'] or until:0>2}-{exact['day']:0>2}", f"{until:0>2}-{exact['last']:0>2}"
        return *exact.span(), dates.issued(f"{year}-{first}/{year}-{last}", "", "", "").date
    return None


def names_event(text: str) -> bool:
    """Whether a text has a word that events are called by, e.g. ``Workshop``."""
    return not _OF_EVENTS.isdisjoint(_WORDS.findall(text.lower()))


def place_before_part(rest: str) -> tuple[str, str]:
    """The place and the part of a conference that stand behind its dates.

    >>> place_before_part("Oslo, Norway, Volume 1: Long Papers")
    ('Oslo, Norway', 'Volume 1: Long Papers')
    """
    held = rest.removeprefix("in ").removesuffix("Proceedings").rstrip("., ")
    if held != rest and held.rpartition(", ")[2] in COUNTRIES:
        return held, ""  # "11.-15.3.2013 in Ulm, Germany. Proceedings", as DBLP has it
    where, _, part = rest.partition(", Volume ")
    return (where, f"Volume {part}") if part and where.rpartition(", ")[2] in COUNTRIES else ("", rest)


def with_city(title: str, place: str) -> tuple[str, str]:
    """The same with the city that the title ends in: ``Conference on X in Oslo`` before ``Norway``.

    >>> with_city("Great Water Conference in Oslo", "Norway")
    ('Great Water Conference', 'Oslo, Norway')
    """
    found = _IN_CITY.fullmatch(title) if place in COUNTRIES and " in " in title else None
    return (found["title"], f"{found['city']}, {place}") if found else (title, place)


def spaced(text: Text) -> Text:
    """The text with a blank behind each comma: ``October 11-15,2015,Proceedings``."""
    if isinstance(text, str):
        return _TIGHT_COMMA.sub(", ", text) if text.count(",") > text.count(", ") else text
    return tuple(_TIGHT_COMMA.sub(", ", node) if isinstance(node, str) else node for node in text)
