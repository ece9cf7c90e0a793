"""What stands behind title and names: year, venue and its short form, volume, pages, distinctions."""

from __future__ import annotations

import re
from itertools import pairwise

from publist.adopt.item import GONE, ListItem, words_of
from publist.adopt.titles import VENUE
from publist.bibtex.dates import month_number
from publist.patterns import pattern
from publist.records import NamedTuple

_YEAR = pattern(r"(?<![\d\w./:-])(?:19|20)\d\d(?![\d])(?!\s*[–—-]{1,2}\s*\d{1,4}\b(?!\s*\)))[a-z]?(?![\w/])")
_YEAR_IN = pattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)|[’'‘](\d\d)(?!\d)")
_MONTH = pattern(
    r"\b([^\W\d_]{3,11})\b\.?(?=\W*(?:\d{1,2}\W+)?(?:19|20)\d\d|\W*$|\W*\ue000)",
    re.IGNORECASE,
)
_VOLUME_PAGES = (
    pattern(r"\b(?:vol(?:ume)?|bd|band|tome)\b[.:]?\s*(?P<volume>[\w.-]{0,5}\d[\w.-]{0,4}|[IVX]+)(?:\s*\((?P<number>[\d–/-]{1,7})\))?", re.IGNORECASE),
    pattern(r"(?:\b(?:no|nr|number|issue|heft|H|iss)\b[.:]?|n[°º]|#)\s*(?P<number>\d[\w–/-]{0,6})"),
    pattern(r"(?:\b(?:[Pp]{1,2}|[Pp]ages?|PP|S|[Ss]\.)\b[.:]?|(?<=\s)S\.)\s*(?P<pages>[a-zA-Z]?\d[\w:]*(?:\s*[–—-]{1,2}\s*[a-zA-Z]?\d[\w:]*)?)"),
    # 12(3): 45-67 | 12 (3), 45-67 | 12:45-67 | 12, 45-67
    pattern(r"(?<![\w.])(?P<volume>\d{1,4})\s*(?:\((?P<number>[\d–/-]{1,7})\))?\s*[:,]\s*(?:Article\s+)?(?P<pages>[a-zA-Z]{0,2}\d+(?::\d+)?(?:\s*[–—-]{1,2}\s*[a-zA-Z]?\d+(?::\d+)?)?)(?![\w])"),
    pattern(r"(?<![\w.])(?P<volume>\d{1,4})\s*\((?P<number>[\d–/-]{1,7})\)"),
    pattern(r"(?<![\w.:/])(?P<pages>[eE]?\d{1,6}\s*[–—-]{1,2}\s*\d{1,6})(?![\w/])"),
    pattern(r"(?<=[\s,:;])(?P<pages>(?:[eE]\d{4,8}|\d{5,8})|(?:Article|Art\.)\s+\w*\d\w*)(?![\w/])"),
)  # fmt: skip
_CITY = pattern(
    r"[A-ZÄÖÜÉ][^\W\d]+(?:[\s-][A-Z]?[^\W\d]+){0,2}\s*\([A-ZÄÖÜÉ][^\W\d]+(?:[\s-][^\W\d]+){0,2}\)?"
    r"|[A-ZÄÖÜÉ][^\W\d]+(?:[\s-][A-Z]?[^\W\d]+){0,2}(?:,\s*(?:[A-Z]{2,3}"
    r"|[A-ZÄÖÜÉ][^\W\d]+(?:[\s-][A-Z][^\W\d]+)?)){1,2}"
)
_BADGES = (
    ("oral", r"\(?\b(?:long |short |full )?oral(?: presentation| paper| talk)?\b\)?"),
    ("spotlight", r"\(?\bspotlights?(?: presentation| paper| talk)?\b\)?"),
    ("highlight", r"\(?\bhighlight(?: paper)?\b\)?"),
    (
        "award",
        r"(?<![^\n,;.()\[\]\ue000])[^\n,;.()\[\]\ue000]*\b(?:award|prize|prix|preis|best (?:\w+ ){0,2}paper"
        r"|honou?rable mention|runner-up)\b(?! lecture)[^\n,;.()\[\]\ue000]*",
    ),
)
STATE = pattern(
    r"\(?\b(to appear(?: in)?|in press|forthcoming(?: in)?|accepted(?: (?:by|to|at"
    r"|for publication(?: in)?))?|submitted(?: to)?"
    r"|under (?:review|revision)(?: at)?|in preparation|conditionally accepted|revise (?:and"
    r"|&) resubmit|im erscheinen|à paraître|in review)\b:?\)?",
    re.IGNORECASE,
)
_STATES = {"to appear": "forthcoming", "forthcoming": "forthcoming", "in press": "inpress", "accepted": "forthcoming",
           "submitted": "submitted", "in prepar": "inpreparation", "im erschei": "forthcoming", "à paraître": "forthcoming"}  # fmt: skip
_EDITORS = (
    pattern(
        r"(?:,?\s*(?:edited by|ed\. by|herausgegeben von"
        r"|hrsg\.? von)\s+)(?P<names>[^.\ue000\n]+?)(?=[.,]\s+[A-Z][\w\s]+:|\.\s|\.$|\ue000|\n|$)",
        re.IGNORECASE,
    ),
    pattern(
        r"\bIn:?\s+(?P<names>[^()\ue000\n:]{4,300}?)\s*[,(]\s*(?:Hrsg|Eds?|Hg|editors?)\.?\s*\)?\s*[.:,]?",
        re.IGNORECASE,
    ),
)
_IN = pattern(
    r"^\s*(?:(?:to appear |appears |published |presented |présentée? )?(?:in|dans|at|en|au|aux"
    r"|à)\b(?: the\b)?:?\s+|in:\s*)",
    re.IGNORECASE,
)
_SHORT = pattern(r"\(\s*(?:the\s+)?([A-Z][\w&+’'-]*(?:[\s-](?:[A-Z][\w&+-]*|[’']?\d{2,4})){0,3})\s*\)")
_TAG = pattern(rf"(?:(?<=[\n\[({GONE}])|^)\s*([A-Z][\w&+-]{{1,11}})\s?[’'‘](\d\d)(?=\s*(?:[\n\]){GONE}]|$))")
_ACRONYM = pattern(r"[A-Z][A-Za-z]*[A-Z][\w+-]*")
_PUBLISHER = pattern(
    r"(?:(?<=[.,\ue000])|^|\n)\s*(?P<place>[A-ZÄÖÜ][\w ,./-]{2,40}):\s*(?P<name>[A-ZÄÖÜ](?:[\w&’' -]"
    r"|\.(?=\w))*"
    r"(?:Press|Verlag|verlag|Springer|Elsevier|Wiley|Routledge|Palgrave|Vieweg|Publish\w+"
    r"|Books)(?:[\w&’' -])*)"
)
_PLACED = pattern(
    r"(?:(?<=[.,\ue000])|^"
    r"|\n)\s*(?P<place>[A-ZÄÖÜ][\w ,/-]{2,40}):\s*(?P<name>[A-ZÄÖÜ][^.,;:()\ue000\n]{3,60})"
)


_REPORT = pattern(
    rf",?\s*\b(technical report|tech\. report|working paper|discussion paper)\b(?=\s*(?:[,.{GONE}\d]|$))",
    re.IGNORECASE,
)


class Details(NamedTuple):
    """Fields, and all years that stand in the item with their places."""

    fields: dict[str, str]
    years: tuple[str, ...]


def take(item: ListItem, title_end: int, names_end: int, *, venues: frozenset[str] = frozenset()) -> Details:
    """Place what stands behind title and names; each part is struck out of the item as it is found."""
    fields: dict[str, str] = {}
    _badges(item, fields)
    _state(item, fields)
    if match := _REPORT.search(item.left):
        fields["type"] = match[1]
        item.take(match.start(), match.end())
    years = _years(item, names_end)
    for match in _MONTH.finditer(item.left):
        if number := month_number(match[1]):
            fields["month"] = str(number)
            item.take(match.start(), match.end())
            break
    _editors(item, fields)
    _numbers(item, fields, title_end)
    _publisher(item, fields, placed=False)
    _venue(item, fields, years, venues, max(title_end, names_end))
    _tag(item, fields, years)
    _volume(item, fields)
    _publisher(item, fields, placed=True)
    _place(item, fields)
    return Details(fields, tuple(years))


def _badges(item: ListItem, fields: dict[str, str]) -> None:
    for field, expression in _BADGES:
        for match in re.finditer(expression, item.left, re.IGNORECASE):
            text = match[0].strip(" ()[]")
            if field == "award" and len(words_of(text)) > 12:
                continue
            bare = text.lower() in ("oral", "spotlight", "highlight", "spotlights")
            fields.setdefault(field, "true" if bare else text)
            item.take(match.start(), match.end())
            break


def _state(item: ListItem, fields: dict[str, str]) -> None:
    if match := STATE.search(item.left):
        text = match[1].lower()
        state = next((state for begin, state in _STATES.items() if text.startswith(begin)), match[1])
        fields["pubstate"] = state
        item.take(match.start(), match.end())


def _years(item: ListItem, names_end: int) -> list[str]:
    """The item's years, the likeliest first; the year itself leaves its place."""
    found = sorted(
        (-_year_score(item, match.start(), match.end(), names_end), match.start(), match[0])
        for match in _YEAR.finditer(item.left)
    )
    # Of those that are as likely, the last one is the year of the publication.
    found.sort(key=lambda one: (one[0], one[1] if one[0] <= -3 else -one[1]))
    for _, start, text in found:
        if text[:4] == found[0][2][:4]:
            _take_year(item, start, start + len(text))
    return list(dict.fromkeys(text[:4] for *_, text in found))


def _year_score(item: ListItem, start: int, end: int, names_end: int) -> float:
    """What the place of a year says: behind the names, in parentheses, at the end, behind a month."""
    before, after = item.left[:start], item.left[end:]
    score = 0.0
    if 0 <= names_end <= start and not words_of(item.text[names_end:start]):
        score += 4
    if before.endswith("(") and after.startswith(")"):
        score += 3
    if not words_of(after.replace(GONE, " ")):
        score += 2
    word = re.search(r"([^\W\d_]{3,})\.?,?\s*$", before)
    if re.search(r"[,.(]\s*$|\n$|^$", before) or (word and month_number(word[1])):
        score += 1
    if re.match(r"\s*[A-Za-z]", after) and not before.endswith(("(", "\n")):
        score -= 1
    return score


def _take_year(item: ListItem, start: int, end: int) -> None:
    """Strike out a year with the parentheses around it, but none of a venue's: (ICML 2021)."""
    if _is_inside(item.left, start) and words_of(item.left[item.left.rfind("(", 0, start) + 1 : start]):
        return
    around = item.left[start - 1 : end + 1]
    wide = around.startswith("(") and around.endswith(")")
    item.take(start - wide, end + wide)


def _is_inside(text: str, place: int) -> bool:
    """Whether a place is inside parentheses."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def _editors(item: ListItem, fields: dict[str, str]) -> None:
    for expression in _EDITORS:
        if match := expression.search(item.left):
            fields["editor"] = match["names"]
            item.take(match.start(), match.end())
            if match[0].lower().lstrip().startswith("in"):
                fields["in"] = "yes"
            return


def _numbers(item: ListItem, fields: dict[str, str], title_end: int) -> None:
    for expression in _VOLUME_PAGES:
        match = expression.search(item.left, title_end) or expression.search(item.left)
        if match is None:
            continue
        values = {name: value for name, value in match.groupdict().items() if value}
        if set(values) & set(fields):
            continue
        for name, value in values.items():
            fields[name] = re.sub(r"\s*[–—-]+\s*", "--", value) if name == "pages" else value
        item.take(match.start(), match.end())


def _venue(
    item: ListItem, fields: dict[str, str], years: list[str], venues: frozenset[str], after: int
) -> None:
    """The likeliest of the stretches that are left: the first, set in italics, behind "In", with a venue's words."""
    pieces = [
        (start, end)
        for match in re.finditer(rf"[^{GONE}\n]+", item.left)
        for start, end in _pieces(item, match.start(), match.end())
        if re.search(r"[^\W\d_]{2,}", item.left[start:end])
    ]
    first = next((start for start, _ in pieces if start >= after), -1)
    scored = [
        (_venue_score(item, start, end, venues) + (2 if start == first else 0), -start, end)
        for start, end in pieces
    ]
    if not scored or max(scored)[0] < 1.5:
        return
    _, negative, end = max(scored)
    raw = item.left[-negative:end].lstrip(' .,;:–—-”"')
    item.take(-negative, end)
    if _IN.match(raw):
        fields["in"] = "yes"
    bare, short = _shortened(_IN.sub("", raw).strip(" .,;:–—-"))
    bare = bare.strip(' .,;:[]–—-”"' + "()" * (bare.count("(") != bare.count(")")))
    short = short or _short_behind(item, end)
    _named(fields, years, bare, short)


def _short_behind(item: ListItem, end: int) -> str:
    """The short form in parentheses behind a venue, e.g. ``(ICS 2022)``."""
    after = item.left[end:]
    bare = after.lstrip(f" ,.{GONE}")  # the year may stand between
    at = end + len(after) - len(bare)
    if at - end < 10 and (match := _SHORT.match(bare)):
        item.take(at, at + match.end())
        return match[1]
    return ""


def _named(fields: dict[str, str], years: list[str], bare: str, short: str) -> None:
    """The venue's fields, with the year and volume that stand in its name taken off."""
    years.extend(found[1] or f"20{found[2]}" for found in _YEAR_IN.finditer(f"{bare} {short}"))
    bare = re.sub(r"\s*,?\s*(?:(?<!^)\b(?:19|20)\d\d\b|[’'‘]\d\d)$", "", bare).strip(" ,.")
    short = re.sub(r"[\s’'‘-]*(?:(?:19|20)\d\d|\d\d)$", "", short).strip()
    if "volume" not in fields and (
        match := re.fullmatch(r"(.*[^\W\d].*?)[.,]?\s+(\d{1,3})(?:\.(\d{1,2}))?", bare)
    ):
        bare, fields["volume"] = match[1].strip(" ,"), match[2]
        if match[3]:
            fields.setdefault("number", match[3])
    if short and short != bare:
        fields["abbr"] = short
    elif _ACRONYM.fullmatch(bare) and len(bare) < 9:
        fields["abbr"] = bare
    fields["venue"] = bare or short


def _tag(item: ListItem, fields: dict[str, str], years: list[str]) -> None:
    """A venue's short form with its year, by itself: ``[OSDI'23]``."""
    if match := _TAG.search(item.left):
        fields.setdefault("abbr", match[1])
        fields.setdefault("venue", match[1])
        years.append(f"20{match[2]}")
        item.take(match.start(), match.end())


def _volume(item: ListItem, fields: dict[str, str]) -> None:
    """A number by itself behind the venue."""
    if (
        "venue" in fields
        and "volume" not in fields
        and (match := re.search(rf"(?<=[{GONE}\s.,])(\d{{1,3}})(?=\s*(?:[,.(;:{GONE}]|$))", item.left))
    ):
        fields["volume"] = match[1]
        item.take(match.start(), match.end())


def _place(item: ListItem, fields: dict[str, str]) -> None:
    """A city and country behind the venue."""
    for match in re.finditer(rf"[^{GONE}\n]+", item.left):
        text = match[0].strip(" .,;:()")
        if "venue" in fields and "address" not in fields and _CITY.fullmatch(text):
            fields["address"] = text
            item.take(match.start(), match.end())
            return


def _pieces(item: ListItem, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch at its sentence ends, and at the edges of italics."""
    text = item.left[start:end]
    cuts = {start, end}
    if len(re.findall(r"\b[A-Z][a-z]{0,6}\.", text)) < 2:  # else a journal's abbreviated name
        cuts |= {start + match.end() for match in re.finditer(r"[a-z)]{3}\.(?=\s[A-Z(])", text)}
    cuts |= {
        start + match.start()
        for match in re.finditer(r",\s(?=[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*\s*(?:,|\(|$))|;\s|\s[|–—]\s", text)
    }
    cuts |= {
        start + match.start() + 1
        for match in re.finditer(r"[.,]\s(?=(?:In|Dans|Accepted|To appear)\b)", text)
    }
    for begin, finish in item.marked(of="italic"):
        if start <= begin and finish <= end and words_of(item.text[begin:finish]):
            cuts |= (
                {finish} if _IN.fullmatch(item.left[start:begin].lstrip(" .,;:") + " ") else {begin, finish}
            )
    cuts -= {cut for cut in cuts if start < cut < end and _is_inside(text, cut - start)}
    return list(pairwise(sorted(cuts)))


def _venue_score(item: ListItem, start: int, end: int, venues: frozenset[str]) -> float:
    text = item.left[start:end].strip(" ,.;:")
    bare = item.left[start:end]
    run = item.styled.at(min(start + len(bare) - len(bare.lstrip(" ,.;:")), end - 1))
    look = item.look_at(start)
    score = 0.0
    score += 3 if "italic" in run.styles else 0
    score += 2 if _IN.match(text) else 0
    score += 4 if re.search(r"venue|journal|periodical|conference|booktitle", look) else 0
    score += 2 if VENUE.search(text) else 0
    score += 2 if text.casefold() in venues else 0
    score += 0.5 if _ACRONYM.search(text) else 0
    score += 1 if text[:1].isupper() else 0
    score -= 2 if text[:1].islower() and not _IN.match(text) and not VENUE.search(text) else 0
    score -= max(len(words_of(text)) - 16, 0) * 0.3
    score -= (
        4 if re.match(r"(?:with|joint|see|also|based|this|we|our|an?|my|\*|by)\b", text, re.IGNORECASE) else 0
    )
    return score


def _shortened(text: str) -> tuple[str, str]:
    """A venue and its short form, e.g. ``("Conference on X", "CX 2021")`` of "Conference on X (CX 2021)"."""
    match = _SHORT.search(text)
    if match and re.search(r"[A-Z].*[A-Z]", match[1]):
        bare = " ".join((text[: match.start()] + text[match.end() :]).split())
        return re.sub(r"\s+([,.])", r"\1", bare).strip(" ,.;:"), match[1]
    return text, ""


def _publisher(item: ListItem, fields: dict[str, str], *, placed: bool) -> None:
    """A publisher by its name, ``Wiesbaden: Springer VS``; with ``placed`` any name behind a place."""
    if "publisher" in fields:
        return
    expression = _PLACED if placed else _PUBLISHER
    for found in expression.finditer(item.left):
        fields["publisher"] = found["name"].strip(" .,")
        if found["place"]:
            fields["address"] = found["place"].strip(" .,")
        item.take(found.start(), found.end())
        return
