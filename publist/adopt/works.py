"""A page to works: two readings, of which the second knows what the first has found."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from publist.adopt import citation, details, doubles, find, links, names, titles
from publist.adopt.item import HeadingPath, ListItem, words_of
from publist.adopt.lines import PageLine, lines_of
from publist.adopt.links import LabelledLink
from publist.adopt.page import TypedPage
from publist.adopt.shapes import OTHERS, PageNames, TypedName

_ADDRESS = re.compile(r"\S*[/@]\S*")
_WITH = re.compile(
    r"(?:\b(?:joint(?:ly)?|together|joint work|in collaboration|gemeinsam) )?\b(?:with|mit|avec|con)\s+$",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"\s*,?\s*\(?\s*(?:Hrsg|Hg|Eds?|eds?|[Ee]ditors?|dirs?|coords?)\b\.?\s*\)?")
_HEAD = 5.0  # the score from which a line has a list of names


@dataclass
class Work:
    """One work as the page has it; ``left`` is what found no place, with its line."""

    item: ListItem
    title: str = ""
    authors: tuple[TypedName, ...] = ()
    joint: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    links: list[LabelledLink] = field(default_factory=list)
    years: tuple[str, ...] = ()
    left: list[tuple[int, str]] = field(default_factory=list)
    spelt_out: list[tuple[TypedName, TypedName, int]] = field(default_factory=list)
    named_links: list[LabelledLink] = field(default_factory=list)


@dataclass
class Adopted:
    """The works of a page, its owner, and the rest of it."""

    works: list[Work]
    owner: TypedName | None
    between: list[PageLine]
    passed: list[find.PagePart]


def adopted(page: TypedPage) -> Adopted:
    """The works on a page."""
    typed = lines_of(page.body)
    lines = [line for line in typed if len(line.text) <= find.LONGEST]
    alone = {id(line): _alone(line) for line in lines}
    known = PageNames((), _lower_words(lines), _owner_of_title(page, lines))
    sure = _sure_lists(alone, known)
    listed = list(sure.values())
    seen = _counted_names(listed)
    owner = _owner(page, lines, seen, listed)
    often = {name for name, count in seen.items() if count > 1}
    known = PageNames(frozenset(seen), known.lower, owner, often)

    @functools.cache
    def has_names(line: int) -> bool:
        return line in sure or any(one.score >= _HEAD for one in _lists(alone[line], known))

    found = find.items(find.parts(lines, page.title), lambda line: has_names(id(line)))
    works = _read([one for item in found.items for one in doubles.apart(item, known)], known)
    _add_owner(works, owner)
    full = _full_names(lines, known)
    for work in works:
        _spell_out(work, full)
    untitled = [line for work in works if not work.title for line in work.item.lines]
    between = [*found.between, *untitled, *(line for line in typed if len(line.text) > find.LONGEST)]
    return Adopted([work for work in works if work.title], owner, between, found.passed)


def _sure_lists(alone: dict[int, ListItem], known: PageNames) -> dict[int, names.TypedNames]:
    """The lists of names that are surely some, in the order of the lines."""
    sure: dict[int, names.TypedNames] = {}
    for enough in (8, 7, 5):  # what the surest lists have makes others sure
        if enough == 5 and known.names:
            break
        for line, item in alone.items():
            best = _lists(item, known)[:1] if line not in sure else []
            sure.update((line, one) for one in best if one.score >= enough)
        known = known._replace(names=frozenset(_counted_names(sure.values())))
    return {line: sure[line] for line in alone if line in sure}


def _counted_names(listed: Iterable[names.TypedNames]) -> Counter[tuple[str, str]]:
    return Counter(name.key for one in listed for name in one.names if name.family != OTHERS)


def _read(items: list[ListItem], known: PageNames) -> list[Work]:
    """The works of the items: each is read by itself, and again as most of the page are."""
    begun = [_begun(item) for item in items]
    read = [citation.readings(item, known) for item in items]
    first = [citation.best(found) for found in read]
    votes = citation.Votes(
        Counter(reading.feature for reading in first if reading.authors and reading.title),
        Counter(reading.join for reading in first if reading.join and reading.title),
        _repeated(items),
        max(len(first), 1),
    )
    venues = frozenset(text for text, count in votes.repeated.items() if count > 2)
    return [
        _finished(work, citation.best(found, votes), venues) for work, found in zip(begun, read, strict=True)
    ]


def _add_owner(works: list[Work], owner: TypedName | None) -> None:
    """Before names behind "with" the owner is the first author; of works without names, the only one."""
    told = [work for work in works if work.joint]
    if not told or owner is None:
        return
    for work in works:
        if work.joint and all(name.key != owner.key for name in work.authors):
            work.authors = (owner, *work.authors)
        elif not work.authors:
            work.authors = (owner,)


def _spell_out(work: Work, full: dict[tuple[str, str], tuple[TypedName, int]]) -> None:
    """Give an author's initials in full where the page's text has that name in full, and once."""
    names_now = list(work.authors)
    for number, name in enumerate(names_now):
        known = full.get(name.key)
        if known and len(name.given.replace(".", "").replace(" ", "")) == 1:
            names_now[number] = name._replace(given=known[0].given)
            work.spelt_out.append((name, known[0], known[1]))
    work.authors = tuple(names_now)


def _alone(line: PageLine) -> ListItem:
    """A line as an item of its own."""
    item = ListItem([line], HeadingPath())
    links.take_labelled(item)
    return item


def _lists(item: ListItem, known: PageNames) -> list[names.TypedNames]:
    return citation.name_lists(item, known, before=8 if _is_prose(item.text) else len(item.text))


def _is_prose(text: str) -> bool:
    """Whether a line is an abstract: long, and of several sentences."""
    return len(words_of(text)) > 45 and len(re.findall(r"[a-z)][.?!]\s+[A-Z]", text)) > 1


def _lower_words(lines: list[PageLine]) -> frozenset[str]:
    """Words that the page has in lower case, if not far more often with a capital."""
    counted = Counter(
        word for line in lines for word in words_of(_ADDRESS.sub(" ", line.text)) if len(word) > 2
    )
    return frozenset(
        word for word, count in counted.items() if word.islower() and counted[word.capitalize()] < 3 * count
    )


def _repeated(items: list[ListItem]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for item in items:
        texts = {item.text[start:end].strip(" .,;:()").casefold() for start, end in item.marked(of="italic")}
        texts |= {piece.strip(" .,;:()[]").casefold() for piece in re.split(r"[.,;\n\ue000]\s*", item.left)}
        counted.update(text for text in texts if text)
    return counted


def _begun(item: ListItem) -> Work:
    """A work with what is known before names and title are: links that have labels, an abstract."""
    work = Work(item, links=links.take_labelled(item))
    if abstract := _take_abstract(item):
        work.fields["abstract"] = abstract
    return work


def _finished(work: Work, reading: citation.ItemReading, venues: frozenset[str]) -> Work:
    """The work with all that its reading says."""
    item, labelled = work.item, list(work.links)
    if label := titles.LABEL.match(item.left):
        item.take(0, label.end())
    title = reading.title
    if title:
        work.title = " ".join(item.text[title.start : title.end].split())
        item.take(title.start, title.end)
        if marked := titles.TYPE.match(item.left, title.end):  # the entry's type says the same
            item.take(marked.start(), marked.end())
    if reading.authors:
        work.authors = reading.authors.names
        if told := _WITH.search(item.left[: reading.authors.start]):
            work.joint = True
            item.take(told.start(), told.end())
        _take_names(item, reading.authors)
        if edited := _EDITORS.match(item.left, reading.authors.end):
            work.fields["edited"] = "yes"
            item.take(reading.authors.end, edited.end())
    for span in item.links():
        if (
            span.url.strip("#")
            and not links.is_label(span.label)
            and not any(one.line == span.line and one.url == span.url for one in labelled)
        ):
            inside = (
                reading.authors and reading.authors.start <= span.start and span.end <= reading.authors.end
            )
            (work.named_links if inside else work.links).append(links.of_text(span))
    found = details.take(
        item, title.end if title else 0, reading.authors.end if reading.authors else -1, venues=venues
    )
    work.fields |= found.fields
    work.years = found.years
    work.left = list(item.unplaced())
    return work


def _take_names(item: ListItem, listed: names.TypedNames) -> None:
    """Strike out names, but not what stands beside them in parentheses."""
    seen = citation.without_asides(item.left)
    for place in range(listed.start, listed.end):
        if seen[place] == item.left[place]:
            item.take(place, place + 1)


def _take_abstract(item: ListItem) -> str:
    """A long line of sentences behind the first is the abstract."""
    at = 0
    for number, text in enumerate(item.left.split("\n")):
        if number and _is_prose(text) and "\ue000" not in text:
            item.take(at, at + len(text))
            return re.sub(
                r"^(?:abstract|summary|zusammenfassung|résumé)\s*[:.—–-]*\s*", "", text, flags=re.IGNORECASE
            )
        at += len(text) + 1
    return ""


def _owner_of_title(page: TypedPage, lines: list[PageLine]) -> TypedName | None:
    """Whose page it is by its title, its first heading or what it says of itself."""
    texts = [page.author, page.title, *(line.text for line in lines[:30] if line.level == 1), page.keywords]
    for text in texts:
        for piece in re.split(
            r"[|,;:·•–—()]|\s-\s|[’']s\b|\b(?:Dr|Prof|Professor|Homepage|Publications?|Personal|Papers"
            r"|Home ?page|Website|PhD|Ph\.D)\b\.?",
            text,
        ):
            piece = re.sub(r"^\s*(?:of|by|von|de)\s", "", piece)
            found = names.name_list(piece.strip(), 0, (), PageNames())
            if found and len(found.names) == 1 and found.end >= len(piece.strip()) and found.names[0].given:
                return found.names[0]
    return None


def _owner(
    page: TypedPage, lines: list[PageLine], seen: Counter[tuple[str, str]], listed: list[names.TypedNames]
) -> TypedName | None:
    """The name of most works; in full where the title has it so."""
    titled = _owner_of_title(page, lines)
    if titled and (seen[titled.key] or not seen):
        return titled
    if not seen:
        return titled
    whole = [one for one in listed if not one.joint]  # nobody is with the owner on the owner's page
    seen = Counter(name.key for one in whole for name in one.names)
    key, count = seen.most_common(1)[0] if seen else (("", ""), 0)
    if count < max(2, 0.4 * len(listed)):
        return titled
    spelt = [name for one in whole for name in one.names if name.key == key]
    return max(spelt, key=lambda name: len(name.given))._replace(marks="")


def _full_names(lines: list[PageLine], known: PageNames) -> dict[tuple[str, str], tuple[TypedName, int]]:
    """Names that the page's running text has in full, as links, and where: whom ``P. Luo`` may be."""
    found: dict[tuple[str, str], set[tuple[TypedName, int]]] = {}
    for line in lines:
        for run in line.runs:
            if run.href is None or len(run.text.split()) > 5:
                continue
            one = names.name_list(run.text.strip(), 0, (), PageNames((), known.lower))
            if (
                one
                and len(one.names) == 1
                and one.end >= len(run.text.strip())
                and len(one.names[0].given) > 2
            ):
                found.setdefault(one.names[0].key, set()).add((one.names[0], run.line))
    return {
        key: min(values, key=lambda value: value[1])
        for key, values in found.items()
        if len({name for name, _ in values}) == 1
    }
