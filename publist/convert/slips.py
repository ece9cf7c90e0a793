"""Venues that stand in another field, and what stands in a venue's field and is none."""

from __future__ import annotations

import re

from publist.convert import talks
from publist.convert.addresses import mentioned
from publist.convert.cleaning import is_restated
from publist.convert.countries import COUNTRIES, REGIONS
from publist.convert.event_dates import DAY, MONTH, YEAR, names_event
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import Span, Text, cut, plain

IN_BOOKS = frozenset({"paper-conference", "chapter"})
WORDS = pattern(r"[^\W\d_]+")
_THESIS = pattern(
    r"(?:ph\.?\s?d\.?|doctoral|[bm]\.?sc\.?|(?:master|bachelor)(?:’?s)?|diploma|licentiate)\s?"
    r"(?:thesis|dissertation)\.?",
    re.IGNORECASE,
)
_ENDS_THESIS = ("thesis", "thesis.", "dissertation", "dissertation.")
# "Water Letters, Vol. 2, No. 3, pp. 17-36, July-September 2006" in the place of the publisher
_CITED = pattern(
    r"(?P<container_title>\S.*?),?\s+vol(?:ume|\.)?\s*(?P<volume>\w+)"
    r"(?:[\s,/(]+(?:no|nr|issue|number)\.?\s*(?P<issue>\w+(?:/\w+)?)\)?)?"
    r"(?:[\s,/;]+(?:pp?|pages)\.?\s*(?P<page>\w+(?:\s*[-–]+\s*\w+)?))?"
    rf"(?:,\s*(?P<publisher>(?!{MONTH})[^\W\d_][^\W\d]+))?"
    rf"[\s,(]*(?:(?:{MONTH}|-|–|/|\s|{DAY})*\s*{YEAR})?[.)]*",
    re.IGNORECASE,
)
# "Bioinformatics (Oxford, England)", "Water (Switzerland)", as PubMed and Scopus tell namesakes apart
_PLACE_OF_JOURNAL = pattern(r"(?P<name>[^,]+)\s+\((?:[^(),]+, )?(?P<where>[^(),]+)\)")
_SINCE = pattern(r": \d{4}$")  # "(Baltimore, Md. : 1950)"
# "Evolution; international journal of organic evolution", "Lakes : the official journal of …", as in PubMed
_LONG_FORM = pattern(
    r"\s*[;:=]\s+(?:(?:the|an?) )?(?:official\b|(?:inter)?national journal\b|interdisciplinary journal\b"
    r"|(?:annual|monthly|quarterly) publication\b|publication of\b|journal of the\b).+$"
)

# "… Databases. WAT 2022. Lecture Notes in Computer Science, vol 13717", as Springer cites chapters
_SERIES = (
    r"(?P<series>(?:Lecture Notes (?:in|on|of) [^.,;()]+?"
    r"|Communications in Computer and Information Science|Advances in Intelligent Systems and Computing"
    r"|Studies in Computational Intelligence|Smart Innovation, Systems and Technologies"
    r"|IFIP Advances in Information and Communication Technology|Springer Proceedings in [^.,;()]+?"
    r"|CEUR Workshop Proceedings|CEUR-WS|LN(?:CS|AI|BIP|NS|EE|ICST)|CCIS|AISC|LIPIcs|IFIP AICT"
    r")(?: series)?)(?: ?\(?(?:LN[A-Z]+|CCIS|AISC)\)?)?(?:,? (?:vol(?:ume)?\.? ?)?(?P<volume>\d+))?[.)\]]*"
)
_SERIES_BEHIND = pattern(rf"(?P<title>.{{8,}}?)(?:[.,:;]| [–—-]| [(\[])\s*{_SERIES}", re.IGNORECASE)
_SERIES_ALONE = pattern(_SERIES, re.IGNORECASE)
# What is called such a series has one of these in its name.
_OF_SERIES = (
    "lecture notes", "communications in computer", "advances in intelligent", "studies in computational",
    "smart innovation", "ifip", "springer proc", "lncs", "lnai", "lnbip", "lnns", "lnee", "lnicst", "ccis",
    "aisc", "ceur", "lipics",
)  # fmt: skip


_PART_OF = pattern(
    r", (?:[Hh]eld )?(?:as [Pp]art of|in [Cc]onjunction [Ww]ith|[Cc]ol?-?[Ll]ocated [Ww]ith) [^,]+"
    r"(?:, [A-Z][\w/&+-]*[ ’']\d{2,4})?(?=,|$)"
)
_LAST_PART = pattern(r"[|–—-](?<=\s.)\s+([^|–—]+)$")
_VOLUME_BEHIND = pattern(
    r"(?P<title>.*\w{3}[)\]]?)[.,:;]* [Vv]ol(?:ume|\.)? ?(?P<volume>\d+)"
    r"(?:,? (?:[Ii]ssue|[Nn]o\.?) ?(?P<issue>\d+))?\.?"
)
# What some pages have for a mark in the place of a venue's short form.
_KINDS = frozenset(
    "tech report; technical report; report; thesis; phd thesis; master thesis; preprint; workshop; talk"
    "; book; blog; blog post; poster; demo; patent; tutorial; under review".split("; ")
)

_REVIEW = pattern(r"(?:book )?review\b|rezension|compte[ -]rendu|rese[ñn]a|recensione", re.IGNORECASE)


def settle(item: Item) -> None:
    """Put a venue where it belongs, and take what is none out of its place."""
    short = plain(item.variables.get("container-title-short", ""))
    if short and not short.isupper() and (short.lower() in _KINDS or is_restated(short.lower())):
        del item.variables["container-title-short"]
    _without_journal(item.variables)
    talks.settle(item)
    _thesis_as_journal(item)
    _from_publisher(item)
    _own_main_title(item)
    _not_a_venue(item)
    if item.type in IN_BOOKS:
        _within_another(item.variables)
        _series_behind(item.variables)
        _volume_in_series(item.variables)
    _year_as_volume(item)
    if item.type == "book" and {"container-title", "page"} <= item.variables.keys():
        item.type = "chapter"
    if item.type == "book" and "container-title" in item.variables:  # no volume, so a series
        series = item.variables.pop("container-title")
        if letters(series) != letters(item.variables.get("title", "")):  # as Mendeley has it
            item.variables.setdefault("collection-title", series)
    if item.type == "article-journal":
        if len(page := item.variables.get("page", "")) > 4 and page == item.variables.get("volume"):
            del item.variables["page"]  # "Proc. SPIE", 10388, 10388
        _of_an_issue(item.variables)
        _special_issue(item.variables)
        _nowhere(item)
    if item.type == "report":
        kind_once(item.variables)
    if item.type == "review" and _REVIEW.match(plain(item.variables.get("title", ""))):
        item.type = "article-journal"  # else styles say "Review of Review of"


def kind_once(variables: dict[str, Text]) -> None:
    """``Working Paper 7`` where number and series say the kind again (``Working Paper Series``)."""
    typed, number = plain(variables.get("genre", "")), plain(variables.get("number", ""))
    if not typed:
        return
    if number and typed.endswith((" Papers", " papers", " Reports")):  # RePEc's
        variables["genre"] = typed[:-1]
    kind = typed.lower()
    if number.lower().startswith(kind) and len(number) > len(kind):
        variables["number"] = number[len(kind) :].lstrip(" .:-–#")
    series = plain(variables.get("collection-title", "")).lower().removesuffix(" series")
    if series in (kind, f"{kind}s"):
        del variables["collection-title"]


def _without_journal(variables: dict[str, Text]) -> None:
    """``On Lakes - Water Letters`` in Water Letters, or Water Lett.: the page's title, not the work's."""
    if "container-title" not in variables:
        return
    title = variables.get("title", "")
    match = _LAST_PART.search(plain(title))
    if match is None:
        return
    words, journal = WORDS.findall(match[1]), WORDS.findall(plain(variables["container-title"]))
    if not journal or len(words) != len(journal):
        return
    if all(word.lower().startswith(part.lower()) for word, part in zip(words, journal, strict=True)):
        variables["title"] = cut(title, match.start() - 1)


def _from_publisher(item: Item) -> None:
    """A paper without a ``booktitle`` whose ``publisher`` names an event appeared there.

    The same holds for a paper that only has a short form, such as ``_venue = {NeurIPS Workshop}``.
    """
    variables = item.variables
    if variables.keys() & {"container-title", "event-title"}:
        return
    _from_place(item)
    publisher = variables.get("publisher", "")
    if item.type == "paper-conference" and names_event(plain(publisher)):
        said = talks.paper_at(plain(publisher))
        variables["container-title"] = plain(publisher)[said:] if said else publisher
        del variables["publisher"]
    elif item.type in ("paper-conference", "article-journal") and "container-title-short" in variables:
        variables["container-title"] = variables["container-title-short"]
    elif item.type == "article-journal" and (line := _cited(plain(publisher))):
        del variables["publisher"]
        _take_line(variables, line)


def _from_place(item: Item) -> None:
    """``venue = {WAT 2025}`` is BibLaTeX's place of an event; what is none is where a paper appeared."""
    words = plain(item.variables.get("event-place", ""))
    if item.type not in ("paper-conference", "article-journal") or "publisher" in item.variables:
        return
    if words and "," not in words and words not in COUNTRIES | REGIONS and words.lower() not in _KINDS:
        item.variables["container-title"] = item.variables.pop("event-place")


def _cited(words: str) -> re.Match[str] | None:
    return _CITED.fullmatch(words) if "vol" in words.lower() else None


def _take_line(variables: dict[str, Text], line: re.Match[str]) -> None:
    """What a line that cites a journal says, for what nobody else does; the journal itself in any case."""
    variables["container-title"] = line["container_title"]
    for name in ("volume", "issue", "page"):
        if line[name]:
            variables.setdefault(name, line[name])


def _thesis_as_journal(item: Item) -> None:
    """``journal = {PhD Thesis}`` is what kind of work it is, and so is such a note of an article in none."""
    variables = item.variables
    if "publisher" not in variables and item.type != "article-journal":
        return
    named = (
        "note" if item.type == "article-journal" and "container-title" not in variables else "container-title"
    )
    words = plain(variables.get(named, ""))
    if words.lower().endswith(_ENDS_THESIS) and _THESIS.fullmatch(words):
        item.type = "thesis"
        variables["genre"] = variables.pop(named)


def _own_main_title(item: Item) -> None:
    """A ``maintitle`` that is the paper's own title once more is no venue; the ``booktitle`` is."""
    variables = item.variables
    if item.type in IN_BOOKS and "volume-title" in variables:
        main = letters(variables.get("container-title", ""))
        if main and letters(variables.get("title", "")).startswith(main):
            variables["container-title"] = variables.pop("volume-title")


def _not_a_venue(item: Item) -> None:
    """Addresses in a ``journal``; of a report it is a journal, or a series: ``Lake Working Paper``."""
    variables = item.variables
    container = variables.get("container-title", "")
    found = mentioned(plain(container))
    if found.addresses:
        variables["container-title"] = found.rest
        variables.setdefault("URL", found.addresses[0])
        if not found.rest:
            del variables["container-title"]
    elif item.type == "report" and container and "publisher" in variables:
        del variables["container-title"]
        if letters(container) not in letters(variables["publisher"]):
            variables.setdefault("collection-title", container)
    elif item.type == "report" and container:
        variables.pop("genre", None)
        if "volume" not in variables:
            variables["genre"] = variables.pop("container-title")
            return
        item.type = "article-journal"
        if "number" in variables:
            variables["issue"] = variables.pop("number")


def _year_as_volume(item: Item) -> None:
    """``volume = {2020}`` of ADS, ``{2020-June}`` of Scopus and ``{247/2020}`` say a paper's year again.

    An issue alone counts nothing then.
    """
    issued = item.dates.get("issued")
    typed = plain(item.variables.get("volume", ""))
    if not typed:
        return
    if issued and typed.endswith(f"/{issued.year}"):
        item.variables["volume"] = typed[:-5]
        return
    year, dash, month = typed.partition("-")
    # of a journal its volume, if anything is counted in it
    is_volume = item.type not in IN_BOOKS and item.variables.keys() & {"issue", "page"}
    if (
        issued
        and (dash or not is_volume)
        and year == str(issued.year)
        and (not month or (month.istitle() and month[1:].islower()))
    ):
        del item.variables["volume"]
        if "page" not in item.variables:
            item.variables.pop("issue", "")


def _within_another(variables: dict[str, Text]) -> None:
    """An event without the one of which it was a part: ``…, WAT 2006, Held as Part of …, LAKES 2006``."""
    words = plain(variables.get("container-title", ""))
    if ("eld " in words or "ocated " in words) and (found := _PART_OF.search(words)):
        variables["container-title"] = words[: found.start()] + words[found.end() :]


def _series_behind(variables: dict[str, Text]) -> None:
    """The series and its volume that stand behind the title of a volume."""
    container = variables.get("container-title", "")
    words = plain(container)
    low = words.lower()
    if any(map(low.__contains__, _OF_SERIES)) and (found := _SERIES_BEHIND.fullmatch(words)):
        variables["container-title"] = cut(container, found.end("title"))
        variables.setdefault("collection-title", found["series"])
        if found["volume"]:
            variables.setdefault("volume", found["volume"])
        return
    found = _VOLUME_BEHIND.fullmatch(words) if " vol" in low else None
    if found and plain(variables.get("volume", found["volume"])) == found["volume"]:
        variables["container-title"] = cut(container, found.end("title"))
        variables["volume"] = found["volume"]
        if found["issue"]:
            variables.setdefault("issue", found["issue"])


def _volume_in_series(variables: dict[str, Text]) -> None:
    """``series = {Lecture Notes in Computer Science LNCS 2673}``: the number is the volume."""
    series = plain(variables.get("collection-title", ""))
    found = _SERIES_ALONE.fullmatch(series) if series[-1:].isdecimal() and "volume" not in variables else None
    if found and found["volume"]:
        variables["collection-title"], variables["volume"] = found["series"], found["volume"]


def _of_an_issue(variables: dict[str, Text]) -> None:
    """A journal without its place, as PubMed names it; an article's number, or volume and issue behind it."""
    container = variables.get("container-title", "")
    words = plain(container)
    if "volume" not in variables and (line := _cited(words)):
        _take_line(variables, line)
        return
    place = _PLACE_OF_JOURNAL.fullmatch(words) if words.endswith(")") else None
    where = place["where"] if place else ""
    if place and (where in COUNTRIES | REGIONS | {"N.Y.", "Basel"} or _SINCE.search(where)):
        variables["container-title"] = cut(container, place.end("name"))
    elif any(mark in words for mark in ";:=") and (long := _LONG_FORM.search(words)):
        variables["container-title"] = cut(container, long.start())
    if words.startswith("npj ") and isinstance(container, str):
        variables["container-title"] = (Span("nocase", ("npj",)), container[3:])  # so its journals write it
    issue = plain(variables.get("issue", ""))
    if len(issue) > 4 and issue.isdecimal() and plain(variables.get("page", "1-")).startswith("1-"):
        variables["page"] = variables.pop("issue")  # an article's number


def _special_issue(variables: dict[str, Text]) -> None:
    """``volume = {Special issue on lakes}``: the name of an issue stands where a series of a journal does."""
    for variable in ("volume", "issue"):
        words = plain(variables.get(variable, ""))
        if words.count(" ") > 1 and not any(map(str.isdecimal, words)):
            variables.setdefault("collection-title", variables.pop(variable))


def _nowhere(item: Item) -> None:
    """An article in no journal that somebody published is a work of its own."""
    variables = item.variables
    if item.type != "article-journal" or "container-title" in variables:
        return
    if plain(variables.get("page", "")).isdecimal() and "volume" not in variables:
        variables["number-of-pages"] = variables.pop("page")  # Zotero counts them
    if "publisher" in variables:
        item.type = "book" if {"editor", "author"} & item.names.keys() == {"editor"} else "document"


def letters(text: Text) -> str:
    """The letters of a text in small, by which two are the same."""
    return "".join(WORDS.findall(plain(text))).lower()
