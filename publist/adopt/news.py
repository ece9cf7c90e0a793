"""Papers that a page announces in its news: nickname, venue, month of acceptance, link, distinction."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.adopt import find
from publist.adopt.item import HeadingPath, ListItem, words_of
from publist.adopt.lines import PageLine
from publist.adopt.links import ADDRESSES, as_field
from publist.adopt.works import Adopted, Work
from publist.bibtex.dates import month_number
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.url import same_target

_ACCEPTED = pattern(r"\baccept(?:ed|é)|\bto appear\b|angenommen|aceptad|被.*接收|录用", re.IGNORECASE)
_NUMERIC = pattern(
    r"[\[(]?\b(?:(?P<month>\d{1,2})[/.](?P<year>20\d\d)|(?P<year2>20\d\d)[-/.](?P<month2>\d{1,2}))\b"
)
_NAMED = pattern(r"\b(?P<month>[^\W\d_]{3,11})\b[.,\s]*(?:\d{1,2}[.,\s]+)?(?P<year>20\d\d)")
_VENUE = pattern(
    r"\b(?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:[\s-]?(?P<year>20\d\d)|\s?[’'‘](?P<short>\d\d))"
)
_DISTINCTION = pattern(r"\b(oral|spotlight|highlight)s?\b", re.IGNORECASE)
_HERE = frozenset("here this link code paper arxiv project page github".split())
_LONG_ID = pattern(r"[0-9a-f]{16,}")


class Announced(NamedTuple):
    """One paper of the news, e.g. ``Announced("SFDA", (), "2022-06", "ECCV", "2022", "", 96)``."""

    nickname: str
    urls: tuple[str, ...]
    accepted: str
    venue: str
    year: str
    distinction: str
    line: int


def announced(passed: list[find.PagePart]) -> list[Announced]:
    """The accepted papers in the sections of news."""
    found: list[Announced] = []
    for part in passed:
        if any(find.heads_news(heading) for heading in part.section.headings):
            for lines in _entries(part.lines):
                found += _of_entry(lines)
    return found


def _entries(lines: list[PageLine]) -> list[list[PageLine]]:
    """The lines by the block they stand in, the innermost."""
    groups: list[list[PageLine]] = []
    for line in lines:
        if groups and groups[-1][-1].path and line.path and groups[-1][-1].path[-1] is line.path[-1]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _of_entry(lines: list[PageLine]) -> list[Announced]:
    item = ListItem(lines, HeadingPath())
    text = item.text
    if not _ACCEPTED.search(text):
        return []
    venue = _VENUE.search(text)
    name = venue["name"] if venue else ""
    year = (venue["year"] or f"20{venue['short']}") if venue else ""
    month = _month(text)
    mentions: dict[str, list[str]] = {}
    everyone = _DISTINCTION.search(re.sub(r"\([^()]*\)", "", text)) or (
        _DISTINCTION.search(text) if len(_names(item)) < 2 else None
    )
    kinds: dict[str, str] = {}
    for label, url in _names(item):
        own = _DISTINCTION.search(label)
        nickname = re.sub(r"\s*\([^()]*\)\s*$", "", label).strip()
        if nickname.lower() in _HERE and mentions:
            mentions[list(mentions)[-1]].append(url)
            continue
        mentions.setdefault(nickname, []).append(url)
        kinds[nickname] = (own or everyone)[1].lower() if own or everyone else ""  # type: ignore[index]  # mypy does not narrow `own or everyone`
    return [
        Announced(
            nickname,
            tuple(url for url in urls if url),
            month,
            name,
            year or month[:4],
            kinds[nickname],
            item.line,
        )
        for nickname, urls in mentions.items()
    ]


def _names(item: ListItem) -> list[tuple[str, str]]:
    """Links and bold words that may be papers, with their addresses."""
    found = [(span.label.strip(), span.url) for span in item.links()]
    linked = {label for label, _ in found}
    for start, end in item.marked(of="bold"):
        label = item.text[start:end].strip()
        if (
            label not in linked
            and not _DISTINCTION.fullmatch(label)
            and not any(label in one for one in linked)
        ):
            found.append((label, ""))
    return [(label, url) for label, url in found if 0 < len(words_of(label)) < 6]


def _month(text: str) -> str:
    if match := _NUMERIC.search(text):
        year, month = match["year"] or match["year2"], int(match["month"] or match["month2"])
        return f"{year}-{month:02d}" if 0 < month < 13 else ""
    for match in _NAMED.finditer(text):
        if number := month_number(match["month"]):
            return f"{match['year']}-{number:02d}"
    return ""


def match(works: list[Work], news: list[Announced]) -> list[Announced]:
    """Give the works what the news say of them; the announced papers that the list lacks."""
    lacking: list[Announced] = []
    for one in news:
        work = next((work for work in works if is_of(one, work.title, addresses(work))), None)
        if work is None:
            lacking.append(one)
            continue
        work.fields.setdefault("nickname", one.nickname)
        if one.accepted:
            work.fields.setdefault("accepted", one.accepted)
        if one.distinction:
            work.fields.setdefault(one.distinction, "true")
    return lacking


def is_of(one: Announced, title: str, urls: Iterable[str]) -> bool:
    """Whether an announced paper has one of these links, or this title, whose first word is the nickname."""
    own = {same_target(url) for url in urls}
    ids = {found for url in own for found in _LONG_ID.findall(url)}
    for url in one.urls:
        if same_target(url) in own or ids & set(_LONG_ID.findall(url)):
            return True
    head = re.split(r"[:\s]", title, maxsplit=1)[0]
    bare = re.sub(r"\W", "", one.nickname).casefold()
    return len(bare) > 2 and re.sub(r"\W", "", head).casefold() == bare


def addresses(work: Work) -> list[str]:
    """The addresses of a work's links."""
    return [ADDRESSES.get(link.field, "") + link.url for link in work.links]


def as_works(page: Adopted, news: list[Announced]) -> Adopted:
    """The page with works for papers that stand in its news alone: the nickname is all the title there is."""
    works = [_as_work(one) for one in news]
    told = [
        part for part in page.passed if any(find.heads_news(heading) for heading in part.section.headings)
    ]
    lines = [line for part in told for line in part.lines]
    passed = [part for part in page.passed if part not in told]
    return Adopted(works, page.owner, [*page.between, *lines], passed)


def _as_work(one: Announced) -> Work:
    work = Work(ListItem([], HeadingPath(line=one.line)), title=one.nickname)
    work.years = (one.year,) if one.year else ()
    work.fields = {"nickname": one.nickname, "accepted": one.accepted, "venue": one.venue, "abbr": one.venue}
    if one.distinction:
        work.fields[one.distinction] = "true"
    for url in one.urls:
        label = "code" if "github.com" in url else "project" if "project" in url else "paper"
        work.links.append(as_field(url, label, one.line))
    return work
