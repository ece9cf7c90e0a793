"""A venue and what is said of it besides: its year, short form, series and volume, each said once."""

from __future__ import annotations

import re

from publist.convert import repeated, repositories, slips
from publist.convert.booktitle import ACRONYM, AT_END, NUMBERED, OF_YEAR, Venue, taken_apart, with_ending
from publist.convert.cleaning import container_without_stop, unwrapped, without_brackets
from publist.convert.countries import COUNTRIES, REGIONS
from publist.convert.event_dates import DATES, DAY, MONTH, TO, YEAR, names_event
from publist.convert.shouted import quiet
from publist.convert.slips import IN_BOOKS, WORDS
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import Span, Text, cut, plain

_APOSTROPHE = pattern(r"[A-Z]\w+\s?[’'‘`]\d\d")  # "Cluster ’17"
_TWO_DIGITS = pattern(rf"(?P<name>{ACRONYM})[\s-]?(?P<year>\d\d)")
_SHORT = pattern(rf"(?P<name>{ACRONYM}){OF_YEAR}?|[A-Z][a-z]+[A-Z]\w*")
_AFTER_COMMA = pattern(r",\s+([A-Z]{3,}s?)$")
_YEAR_AT_END = pattern(rf"(?P<word>\S+?)(?P<between>,?\s+|\s*[’'‘`]|\s*\(|-|(?<=[A-Z]))(?P<year>{YEAR})\)?$")
_DAYS = rf"{DAY}(?:{TO}{DAY})?"
_HELD_IN = pattern(
    r"\b(?:workshop|meeting|seminar|session|congress|school|conference|symposium)\b"
    rf"(?P<end>(?: held)?,? in (?P<year>{YEAR}))$",
    re.IGNORECASE,
)
_MONTH_ALONE = pattern(rf"[\s,;(]+(?:(?:{_DAYS}\.?(?:\s+of)?\s+)?{MONTH}|{MONTH}\s+{_DAYS})$")
# One word that may be an event's own name: "Interspeech 2021", but not "Summer 2021".
_EVENT_NAME = pattern(
    r"(?!(?:spring|summer|autumn|winter|volume|report|annals|yearbook|edition|proceedings|conference|workshop"
    r"|symposium|special|(?:janu|febru)ary|march|april|august|(?:sept|nov|dec)ember|october)\b)[^\W\d_]+",
    re.IGNORECASE,
)
_GOES_ON = frozenset(
    "in of de del di do since by for until from to and before after the toward towards horizon".split()
)
_WITH_SERIES = pattern(r"(?P<volume>\d+)[ -](?P<series>(?:LN[A-Z]{2,3}|CCIS|AISC|SCI|IFIP|LNNS))")
_INITIALS = pattern(r"[A-Z]{3,}")
_NAMED_TWICE = pattern(
    rf"(?P<name>{ACRONYM}) {YEAR}\s?[-–]\s?(?:Proceedings: )?"
    rf"(?=(?:Proceedings of the )?(?:{YEAR} \w|\d+(?:st|nd|rd|th|e|ème|èmes) )|IEEE .*Conf|IEEE .*Symp)"
)
_NAME = pattern(ACRONYM)
_PLACES_OF_PAPERS = frozenset({"container-title", "event-title", "container-title-short"})
# Series of books with a name of capitals, which is no event's.
_OF_BOOKS = frozenset(
    "AICT AISC CCIS CEUR CEUR-WS EPTCS ICPS IFIP LIPIcs LNAI LNBIP LNCS LNEE LNICST LNME LNNS LNP NATO OASIcs"
    " PMLR SCI SPIE WIT".split()
)
_PUBLISHERS = frozenset(
    "AAAI ACM AGU AIAA AIP AMS APS ASCE ASME EGU IEEE IET OSA PMLR SIAM SPIE USENIX".split()
)
_NAMED_BEHIND = pattern(rf"\. (?:(?<=[^\W\d_]{{5}}\. )|(?<=\d{{4}}\. ))(?P<name>{ACRONYM}{OF_YEAR})\.?$")
_OF_SERIES = pattern(
    r"\b(?:series|notes|lectures?|stud(?:y|ies)|proceedings|volumes?|reports?|papers?|advances)\b",
    re.IGNORECASE,
)
_IN = pattern(
    r"[Ii]n(?:: (?=[A-Z])|:? (?:the )?(?=Proc|Adv|Int\w+ (?:Co|Sy|Wo)|\d+[snrt][tdh] |[A-Z]{3}"
    r"|(?:Conference|Workshop|Symposium) o[nf] ))"
)


def settle(item: Item) -> None:
    """Put the parts of a venue where CSL has them, and take away what it repeats."""
    slips.settle(item)
    variables = item.variables
    printed = item.type == "paper-conference" and {"page", "event-title"} <= variables.keys()
    if printed and "container-title" not in variables:  # what has pages is in a volume
        variables["container-title"] = variables.pop("event-title")
    container, issued = item.variables.get("container-title"), item.dates.get("issued")
    year = issued.year if issued else None
    if container and item.type != "article":
        venue = taken_apart(_named_behind(container)) if item.type in IN_BOOKS else Venue(container)
        title = without_year(container_without_stop(unwrapped(without_brackets(venue.title))), year)
        words = plain(title)
        if (bare := _named_once(_without_in(words), item)) != words:
            title = words = bare
        title = _numbered_once(title, words, item)
        words = plain(title)
        quieted = quiet(words, short=not item.id.startswith(("ISI:", "WOS:")))
        one_word = " " not in words and not words.islower()  # "e{L}ife", whose capitals tell enough
        if one_word or words != quieted:
            title = quieted
        if isinstance(title, str) and " " not in words and "." in words[:-1]:
            title = (Span("nocase", (title,)),)  # "lakes.org"
        if venue.rest:
            title = with_ending(cut(title, len(plain(title).rstrip("., "))), f", {venue.rest}")
        item.variables["container-title"] = title
        if venue.place:
            item.variables.setdefault("event-place", venue.place)
        if venue.date:
            item.dates.setdefault("event-date", venue.date)
        if (event := plain(item.variables.get("event-title", "")).lower()) and event in plain(title).lower():
            del item.variables["event-title"]
    elif "container-title" not in item.variables:
        for among in item.variables.keys() & {"publisher", "event-title"}:
            item.variables[among] = without_year(_without_dated_aside(item.variables[among]), year)
    if isinstance(name := item.variables.get("publisher"), str):
        loud = item.type in {*IN_BOOKS, "book"} or (item.type == "thesis" and "UNIV" in name)
        name = quiet(name) if loud else name
        item.variables["publisher"] = name.rstrip(" ,;") or name
    if item.type == "book" and "author" not in item.names:
        _proceedings(item)
    if "collection-title" in item.variables:
        _short(item)
    if "volume" in item.variables:
        _series_of_volume(item)
    repositories.settle(item)
    repeated.settle(item)


def _named_behind(title: Text) -> Text:
    """``Water Systems (WAT 2023)`` for ``Water Systems. WAT 2023``, as Springer cites volumes."""
    words = plain(title)
    named = _NAMED_BEHIND.search(words) if words.rstrip(".")[-1:].isdecimal() else None
    if named is None:
        return title
    before = cut(title, named.start())
    return before if named["name"] in words[: named.start()] else with_ending(before, f" ({named['name']})")


def _without_in(words: str) -> str:
    """``Proceedings of X`` for ``In Proceedings of X``: styles that say "In" have it twice."""
    match = _IN.match(words) if words.startswith(("In", "in")) else None
    return words if match is None else words[match.end() :]


def _named_once(words: str, item: Item) -> str:
    """``Conference on Water``, short ``WAT``, for Scholar's ``WAT 2023-2023 Conference on Water``."""
    with_year = item.type in ("paper-conference", "article-journal") and ("-" in words or "–" in words)
    match = _NAMED_TWICE.match(words) if with_year else None
    if match is None:
        return words
    rest = words[match.end() :]
    in_part = "orkshop" in rest or "- " in rest or words[:5] == "IEEE " == rest[:5]
    if in_part or split_short(rest)[1] not in ("", match["name"]):
        return words  # a part of the conference that is named first
    item.variables.setdefault("container-title-short", match["name"])
    return rest


def _numbered_once(title: Text, words: str, item: Item) -> Text:
    """``Advances in Water`` for ``Advances in Water 35`` of volume 35."""
    volume = plain(item.variables.get("volume", ""))
    if not volume.isdecimal():
        return title
    if f"olume {volume}:" in words or f"olume {volume})" in words:
        del item.variables["volume"]  # "(Volume 2: Short Papers)"
    repeated = words.endswith(f" {volume}") and not words.endswith(f"olume {volume}")
    return cut(title, len(words) - len(volume) - 1) if repeated else title


def _proceedings(item: Item) -> None:
    """A volume of proceedings whose title has its place and dates, as DBLP's have."""
    venue = taken_apart(item.variables.get("title", ""))
    if venue.date and names_event(plain(venue.title)):
        title = without_year(venue.title, venue.date.year)
        item.variables["title"] = with_ending(title, f", {venue.rest}") if venue.rest else title
        item.dates.setdefault("event-date", venue.date)
        if venue.place:
            item.variables.setdefault("event-place", venue.place)


def _short(item: Item) -> None:
    """A ``series`` such as ``SIGSIM-PADS ’24``, ``ESEC/FSE`` or ``TOSEM`` is the venue's short form."""
    series = plain(item.variables["collection-title"])
    container = plain(item.variables.get("container-title", ""))
    bare = container.removeprefix("Proc. ")
    if bare != container and series.startswith((f"{bare} - ", f"{bare}: ")):  # JACoW's "IPAC'23 - 14th …"
        item.variables["container-title"] = item.variables.pop("collection-title")
        item.variables.pop("number", "")
        return
    of_journal = item.type == "article-journal" and container.lower().endswith(f" {series.lower()}")
    named = series.count(" ") > 2 and slips.letters(series) in slips.letters(container)
    inside = AT_END.search(container)  # "… (Water Companion ’25)"
    named = named or bool(inside and slips.letters(inside[1]) == slips.letters(series))
    if series == container or of_journal or named:  # "Access" of IEEE Access
        del item.variables["collection-title"]
        return
    name = _event_of_year(series, item)
    dated = item.type in IN_BOOKS and short_form(series)
    if name or dated or initials_of(series, container) or _is_short(series, item):
        del item.variables["collection-title"]
        if item.type in IN_BOOKS and item.variables.keys().isdisjoint(_PLACES_OF_PAPERS):
            issued = item.dates.get("issued")
            item.variables["container-title"] = without_year(name or series, issued.year if issued else None)
        item.variables.setdefault("container-title-short", name or series)


def _event_of_year(series: str, item: Item) -> str:
    """``Water Security`` for ``Water Security 2016`` of a paper of 2016: an event's own name, no series."""
    issued, found = item.dates.get("issued"), _YEAR_AT_END.search(series)
    if found is None or issued is None or item.type not in IN_BOOKS or found["between"] != " ":
        return ""
    numbered = item.variables.keys() & {"volume", "collection-number"} or _OF_SERIES.search(series)
    return "" if numbered or int(found["year"]) != issued.year else series[: found.start("between")]


def _is_short(series: str, item: Item) -> bool:
    """Whether a series of capitals, with no number that a series of books has, is a venue's short form."""
    variables = item.variables
    numbered = item.type in IN_BOOKS and variables.keys() & {"volume", "collection-number"}
    named = item.type in ("article-journal", "paper-conference") and "container-title" in variables
    return named and not numbered and series not in _OF_BOOKS and bool(_NAME.fullmatch(series))


def _series_of_volume(item: Item) -> None:
    """``12051 LNCS`` as Scopus has volumes; the ``volume`` of a book in a ``series`` is its number there.

    btxdoc, 3.2; a book that has volumes itself says so.
    """
    variables = item.variables
    volume = plain(variables["volume"])
    if not volume.isdecimal() and (match := _WITH_SERIES.fullmatch(volume)):
        variables["volume"] = match["volume"]
        if not initials_of(match["series"], plain(variables.get("container-title", ""))):
            variables.setdefault("collection-title", match["series"])
    own = {"collection-number", "number-of-volumes", "volume-title"} & variables.keys()
    if item.type == "book" and {"volume", "collection-title"} <= variables.keys() and not own:
        variables["collection-number"] = variables.pop("volume")


def initials_of(series: str, container: str) -> bool:
    """Whether a ``series`` is the short form of the journal or volume itself, made of its initials.

    >>> initials_of("WSC", "Proceedings of the 2015 Winter Simulation Conference")
    True
    >>> initials_of("LNCS", "Computer Aided Verification")
    False
    """
    if not _INITIALS.fullmatch(series):
        return False
    initials = iter(word[0].lower() for word in WORDS.findall(container))
    return all(letter.lower() in initials for letter in series)


def without_year(title: Text, year: int | None) -> Text:
    """The title without the year that it ends in, if the work is of that year; a short form in parentheses.

    >>> without_year("Language Processing, EMNLP 2022", 2022)
    'Language Processing (EMNLP)'
    >>> without_year("ARK2012", 2012)
    'ARK'
    """
    words = plain(title)
    if words.rstrip().endswith((")", "]")) and (inside := AT_END.search(words)):
        name = _acronym(inside[1], year) or _own_name(inside[1], year)
        if not name or name == inside[1]:
            return title
        return with_ending(without_year(cut(title, inside.start()), year), f" ({name})")
    head, comma, last = words.rpartition(", ")
    name = _acronym(last, year)
    if comma and name:
        named = re.match(rf"{re.escape(name)}\W", head)  # "WAT 2023: Lakes and Rivers"
        return cut(title, len(head)) if named else with_ending(cut(title, len(head)), f" ({name})")
    if not comma and name and name != last:
        return name
    if str(year) not in words or f"{year} / " in words:  # "WAT 2016 / LAKES 2016"
        return title
    if words[:-4].endswith(" in ") and (within := _HELD_IN.search(words)) and int(within["year"]) == year:
        return cut(title, within.start("end"))
    found = _YEAR_AT_END.search(words) if words.removesuffix(")")[-1].isdecimal() else None
    if found is None or int(found["year"]) != year or found["word"].lower().strip(",") in _GOES_ON:
        return title
    if found["between"] == "-" and found["word"][-4:].isdecimal():
        return title  # "1957-2007"
    if words[: found.start()].endswith(": ") and _NAME.fullmatch(found["word"]):
        return title  # "Findings of the Society: WAT 2022"
    if not found.start() and not (len(found["word"]) > 4 and _EVENT_NAME.fullmatch(found["word"])):
        return title
    return cut(title, len(_MONTH_ALONE.sub("", words[: found.start("between")]).rstrip(" -–,")))


def _without_dated_aside(publisher: Text) -> Text:
    """``Workshop on Water (Oslo, 3-7 March 2019)`` without place and dates."""
    words = plain(publisher)
    inside = AT_END.search(words)
    return cut(publisher, inside.start()) if inside and DATES.search(inside[1]) else publisher


def _acronym(words: str, year: int | None) -> str:
    """The short form without this year, e.g. ``EMNLP`` for ``EMNLP 2022``; "" if it is no short form."""
    words = words.strip()
    if not words[-1:].isdecimal():
        return ""
    match = NUMBERED.fullmatch(words)
    if match is None and year is not None and (match := _TWO_DIGITS.fullmatch(words)):
        return match["name"] if int(match["year"]) == year % 100 else ""
    if match is None:
        return ""
    return match["name"] if year is None or match[0].endswith(f"{year % 100:02}") else words


def _own_name(words: str, year: int | None) -> str:
    """``Lakes`` for ``Lakes 2003`` of that year: an event's own name; "" if it is none."""
    name = words.removesuffix(f" {year}")
    return name if name != words and len(name) > 4 and _EVENT_NAME.fullmatch(name) else ""


def short_form(series: str) -> str:
    """The short form of an event in ``series``, e.g. ``SIGSIM-PADS ’24``; "" if it names a real series."""
    series = series.strip()
    return series if NUMBERED.fullmatch(series) or _APOSTROPHE.fullmatch(series) else ""


def split_short(title: Text) -> tuple[Text, str]:
    """The title without the short form in parentheses at its end, and that form.

    >>> split_short("Conference on Computer Vision (CVPR)")
    ('Conference on Computer Vision', 'CVPR')
    """
    words = plain(title)
    match = AT_END.search(words) or _AFTER_COMMA.search(words)
    if match is None or not match.start() or not _SHORT.fullmatch(match[1].strip()):
        return title, ""
    if match[1] in COUNTRIES | REGIONS | _PUBLISHERS or ") and " in words:  # "Lakes (LCS) and Seas (SCS)"
        return title, ""
    return cut(title, match.start()), match[1].strip()
