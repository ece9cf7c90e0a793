"""Where the list is on a page: sections by headings, and in them the runs of lines that are one work each.

A work has one list of names.  So lines with a list of names count the works below every element, and the
element that holds exactly one, among siblings that hold one each, is an item.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import chain, pairwise
from typing import NamedTuple

from publist.adopt import links, words
from publist.adopt.item import HeadingPath, ListItem, is_year, words_of
from publist.adopt.lines import PageLine
from publist.patterns import pattern

_ITEMS = frozenset({"li", "tr", "article"})
_LISTS = frozenset({"ul", "ol", "table", "tbody", "dl"})
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LABEL_ONLY = pattern(r"\W*(?:\[?\w{0,3}\d{1,3}\]?[.)]?)\W*")

_FRAME = pattern(
    r"(?:[\w-]+[-_])?(?:nav|menu|navbar|navigation|sidebar|footer|breadcrumbs?|toc|masthead)"
    r"(?:[-_](?:item|category|link|links|bar|list|text|top|left|menu))?"
)

Head = Callable[[PageLine], bool]
"""Whether a line has a list of names."""


class PagePart(NamedTuple):
    """A section's lines."""

    section: HeadingPath
    lines: list[PageLine]


class FoundItems(NamedTuple):
    """The items of a page, the lines between them that belong to none, and the sections passed over."""

    items: list[ListItem]
    between: list[PageLine]
    passed: list[PagePart]


def parts(lines: list[PageLine], title: str = "") -> list[PagePart]:
    """The page by its headings, also those that are only bold or only a year; its title is the first."""
    lines = [line for line in lines if not is_chrome(line)]
    said = heads_works(title) or None
    years = _year_headings(lines)
    titles = _title_levels(lines)
    found: list[PagePart] = [PagePart(HeadingPath(works=said), [])]
    stack: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        level = 7 if number in years and not line.level else line.level or _bold_level(lines, number)
        if not level or (line.level in titles and _may_be_title(line, surely=titles[line.level])):
            found[-1].lines.append(line)
            continue
        while stack and stack[-1][0] >= level:
            stack.pop()
        stack.append((level, line.text))
        found.append(PagePart(_section(tuple(text for _, text in stack), line.number, said), []))
    return found


def _title_levels(lines: list[PageLine]) -> dict[int, bool]:
    """The levels of headings that are works' titles, and whether most headings of the level are."""
    levels = Counter(line.level for line in lines if line.level)
    long = Counter(line.level for line in lines if line.level and _is_entry_heading(line))
    return {level: count >= 0.6 * levels[level] for level, count in long.items() if count > 1}


def _may_be_title(line: PageLine, *, surely: bool) -> bool:
    """A heading of a level that titles have; a short one where most of that level are titles."""
    if _is_entry_heading(line):
        return True
    return surely and heads_works(line.text) is None and not is_year(line.text)


def _section(headings: tuple[str, ...], line: int, said: bool | None) -> HeadingPath:
    """What the headings above a place say; ``said`` is what the page's title says, for years alone."""
    year = next(
        (found[0] for text in reversed(headings) if (found := _YEAR.search(text)) and len(text) < 30), ""
    )
    verdicts = [verdict for text in reversed(headings) if (verdict := heads_works(text)) is not None]
    return HeadingPath(headings, year, verdicts[0] if verdicts else said if all(map(is_year, headings)) else None, line)


def heads_works(heading: str) -> bool | None:
    """Whether works stand below a heading; None where it does not say.

    >>> heads_works("Journal papers"), heads_works("Invited talks"), heads_works("2021")
    (True, False, None)
    """
    text = heading.lower()
    if len(words_of(text)) > 12:
        return None
    if any(re.search(rf"\b{word}" if word.isascii() else word, text) for word in words.WORKS_SURELY):
        return True
    if any(re.search(rf"\b{word}" if word.isascii() else word, text) for word in words.NOT_WORKS):
        return False
    if any(re.search(rf"\b{word}" if word.isascii() else word, text) for word in words.WORKS):
        return True
    return None


def heads_news(heading: str) -> bool:
    """Whether news stand below a heading."""
    return any(word in heading.lower() for word in words.NEWS)


def _year_headings(lines: list[PageLine]) -> set[int]:
    """The lines that are a year and head what follows: no year twice, and none in a table's row."""
    found = [
        number for number, line in enumerate(lines)
        if is_year(line.text) and not line.level
        and (not any(node.tag in ("td", "th", "li") for node in line.path) or _heads_a_list(lines, number))
    ]  # fmt: skip
    texts = [lines[number].text for number in found]
    return set() if len(set(texts)) < len(texts) else set(found)


def _heads_a_list(lines: list[PageLine], number: int) -> bool:
    """Whether a line in an item of a list stands above a list in the same item."""
    block = lines[number].path[-1]
    after = lines[number + 1].path if number + 1 < len(lines) else ()
    return block.tag == "li" and any(
        node is block and any(inner.tag in _LISTS for inner in after[at:]) for at, node in enumerate(after)
    )


def _bold_level(lines: list[PageLine], number: int) -> int:
    """6 for a short line all bold, or of a heading's class, that says what stands below it; else 0."""
    line = lines[number]
    if any(node.tag in ("li", "td", "th", "a") for node in line.path) or len(words_of(line.text)) > 7:
        return 0
    bold = all("bold" in run.styles or "underline" in run.styles for run in line.runs if run.text.strip())
    block = line.path[-1] if line.path else None
    around = [lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines)]
    if block is None or any(other.path and other.path[-1] is block for other in around):
        return 0  # a line among others of one block, e.g. a distinction
    headed = block.tag in ("dt", "summary", "caption", "legend") or bool(
        re.search(r"head|section|categ", block.classes)
    )
    if not (bold or headed):
        return 0
    return 6 if heads_works(line.text) is not None or is_year(line.text) else 0


def _is_entry_heading(line: PageLine) -> bool:
    """A heading that is a work's title: it is long, or a link, and says nothing of what follows."""
    if heads_works(line.text) is not None and len(words_of(line.text)) < 6:
        return False
    return len(words_of(line.text)) > 5 and line.level > 2


LONGEST = 5_000
"""The characters that a work may have: a longer text is no citation, and would take long to take apart."""


def items(found: list[PagePart], head: Head) -> FoundItems:
    """The works in the sections that may have them."""
    result = FoundItems([], [], [])
    headed = any(part.section.works and any(map(head, part.lines)) for part in found)
    for part in found:
        if part.section.works is False:
            result.passed.append(part)
            continue
        units = _joined(_split(part.lines, 0, _Context(head, part.section.works is True)))
        short = [unit for unit in units if sum(len(line.text) for line in unit) <= LONGEST]
        kept = [unit for unit in short if _is_work(unit, part.section, head, headed=headed)]
        if not kept:
            result.passed.append(part)
            continue
        result.items.extend(ListItem(unit, part.section) for unit in kept)
        ids = {id(line) for unit in kept for line in unit}
        result.between.extend(line for line in part.lines if id(line) not in ids)
    return result


def _joined(units: list[list[PageLine]]) -> Groups:
    """The units, those that only have labels with the one before: ``Full paper: PDF``."""
    out: Groups = []
    for unit in units:
        if out and all(map(_is_labels, unit)):
            out[-1] = out[-1] + unit
        else:
            out.append(unit)
    return out


def _is_labels(line: PageLine) -> bool:
    """Whether a line has links with labels, and else only words of labels and dates."""
    linked = [run.text for run in line.runs if run.href is not None]
    others = words_of(" ".join(run.text for run in line.runs if run.href is None).lower())
    return bool(linked) and all(map(links.is_label, linked)) and all(
        word in words.LINK_WORDS or not word.isalpha() or len(word) < 3 for word in others
    )


def is_chrome(line: PageLine) -> bool:
    """Whether a line is of the page's frame: navigation, a menu, the foot."""
    return any(
        node.tag in ("nav", "footer", "menu")
        or any(
            _FRAME.fullmatch(name) for name in [*node.classes.split(), node.attributes.get("id", "").lower()]
        )
        for node in line.path[1:]
    )


def _is_work(unit: list[PageLine], section: HeadingPath, head: Head, *, headed: bool) -> bool:
    text = " ".join(line.text for line in unit)
    if len(words_of(text)) < 4 or re.match(r"(?:I|We|My|Our) \w", text):
        return False
    named = any(map(head, unit))
    linked = any(run.href for line in unit for run in line.runs)
    dated = bool(_YEAR.search(text))
    if section.works:
        listed = any(node.tag == "li" for node in unit[0].path)
        return named or dated or linked or (bool(section.year) and listed)
    if not named or not (dated or linked or section.year):
        return False
    if _is_prose(next(line.text for line in unit if head(line))):
        return False
    return not headed or any(node.tag in _ITEMS for node in unit[0].path) or dated


def _is_prose(text: str) -> bool:
    return (
        len(re.findall(r"\b(?:I|my|he|she|his|her|was|were|am|are|is|has|have)\b", text, re.IGNORECASE)) > 2
    )


Groups = list[list[PageLine]]


class _Context(NamedTuple):
    """Which lines have names, and whether the heading says that works stand here."""

    head: Head
    works: bool


def _groups(lines: list[PageLine], depth: int) -> tuple[list[str], Groups]:
    """The lines by the element they stand in at a depth, with its look; the element's own text by lines."""
    looks: list[str] = []
    groups: Groups = []
    last: object = None
    for line in lines:
        node = line.path[depth] if len(line.path) > depth else None
        if node is None or node is not last:
            groups.append([])
            looks.append(node.look if node else "")
        groups[-1].append(line)
        last = node
    return looks, groups


def _split(lines: list[PageLine], depth: int, context: _Context) -> Groups:
    """The units among the lines of one element."""
    looks, groups = _groups(lines, depth)
    if len(groups) == 1 and looks[0] and looks[0].split(".")[0] not in ("li", "article"):
        return _split(groups[0], depth + 1, context)
    if not groups:
        return []
    tags = [look.split(".")[0] for look in looks]
    counts = [sum(1 for line in group if context.head(line)) for group in groups]
    if sum(tag in _ITEMS for tag in tags) > len(tags) / 2:
        return _listed(groups, tags, counts, depth, context)
    if set(tags) <= {"dt", "dd"}:
        return _terms(groups, tags, context)
    if sum(counts) <= 1 and not any(tag in _LISTS for tag in tags) and (any(counts) or not context.works):
        several = _alike(groups, looks, looks) or sum(map(_is_quoted, groups)) > 1
        whole = sum(counts) > 0 and not several
        return [lines] if whole else _run(groups, looks, counts, context)
    return _sequence(groups, looks, counts, depth, context)


def _listed(groups: Groups, tags: list[str], counts: list[int], depth: int, context: _Context) -> Groups:
    """The items of a list; one that holds a list of its own is taken apart."""
    units: Groups = []
    for group, tag, count in zip(groups, tags, counts, strict=True):
        if tag not in _ITEMS:
            inner = _split(group, depth + 1, context) if count > 1 else []
            if inner:
                units += inner
            elif units and tag not in _LISTS:
                units[-1] = units[-1] + group
            elif count:
                units.append(group)
            continue
        nested = count > 1 and _has_list(group, depth)
        inner = _split(group, depth + 1, context) if count > 2 or nested else []
        units += inner if len(inner) > 2 - nested else [group]
    return units


def _terms(groups: Groups, tags: list[str], context: _Context) -> Groups:
    """A definition list: a term with its one description, or descriptions below a term that heads them."""
    paired = all(a != b for a, b in pairwise(tags))
    units: Groups = []
    for group, tag in zip(groups, tags, strict=True):
        if tag == "dt" or not paired or not units:
            if tag == "dd" or paired or any(map(context.head, group)):
                units.append(list(group))
        else:
            units[-1] += group
    return units


def _sequence(groups: Groups, looks: list[str], counts: list[int], depth: int, context: _Context) -> Groups:
    """Units among siblings of no list: paragraphs, divisions, lines between breaks."""
    units: Groups = []
    start = 0
    for at, (group, look, count) in enumerate(zip(groups, looks, counts, strict=True)):
        tag = look.split(".")[0]
        many = count > 1 and (look != "" and (len(group) > 1))
        if many or tag in _LISTS or (look and count == 0 and _has_list(group, depth)):
            units += _run(groups[start:at], looks[start:at], counts[start:at], context)
            units += _split(group, depth + 1, context)
            start = at + 1
    return units + _run(groups[start:], looks[start:], counts[start:], context)


def _has_list(group: list[PageLine], depth: int) -> bool:
    return any(node.tag in _LISTS for line in group for node in line.path[depth + 1 :])


def _run(groups: Groups, looks: list[str], counts: list[int], context: _Context) -> Groups:
    """Units among siblings of at most one list of names each: where each begins is told by agreement."""
    heads = [at for at, count in enumerate(counts) if count]
    if (
        len(heads) < 2
        and context.works
        and (alone := _alike(groups, looks, [looks[at] for at in heads] or looks))
    ):
        heads = sorted({*heads, *alone})
    if not heads:
        return []
    gaps = [0, *(at for at in range(1, len(groups)) if groups[at][0].after == "gap")]
    chunks = [range(a, b) for a, b in zip(gaps, [*gaps[1:], len(groups)], strict=True)]
    full = sum(1 for chunk in chunks if sum(counts[at] for at in chunk) == 1)
    if len(chunks) > 1 and full >= 0.7 * len(heads):
        named = [chunk for chunk in chunks if any(counts[at] for at in chunk)]
        return [list(chain.from_iterable(groups[at] for at in chunk)) for chunk in named]
    lead = _lead(heads, looks)
    starts = [max(at - lead, 0) for at in heads]
    if lead == 0:
        like = Counter(looks[at] for at in heads)
        alike = {look for look, count in like.items() if count > 1}
        quoted = {looks[at] for at in heads if _is_quoted(groups[at])}
        starts = sorted(
            {
                *starts,
                *(
                    at
                    for at, group in enumerate(groups)
                    if at > heads[0]
                    and (
                        (looks[at] in alike and _stands_alone(group))
                        or (looks[at] in quoted and _is_quoted(group))
                    )
                ),
            }
        )
    return [list(chain.from_iterable(groups[a:b])) for a, b in pairwise([*starts, len(groups)])]


def _alike(groups: Groups, looks: list[str], wanted: list[str]) -> list[int]:
    """The paragraphs of one look that may be works without names, if most of that look are."""
    if not wanted:
        return []
    look = Counter(wanted).most_common(1)[0][0]
    same = [at for at in range(len(groups)) if looks[at] == look]
    alone = [at for at in same if _stands_alone(groups[at])]
    return alone if len(alone) > 1 and len(alone) >= 0.7 * len(same) else []


def _stands_alone(group: list[PageLine]) -> bool:
    """Whether a paragraph without names may be a work: a year, a link or a label, and no long text."""
    text = " ".join(line.text for line in group)
    linked = any(run.href for line in group for run in line.runs)
    count = len(words_of(text))
    return 4 < count < 60 and bool(_YEAR.search(text)) and (linked or text[0].isupper() or text[0] in '“"[')


def _is_quoted(group: list[PageLine]) -> bool:
    """Whether a paragraph begins with a title in quotation marks."""
    return group[0].text[:1] in ("“", '"', "„", "«", "‘")


def _lead(heads: list[int], looks: list[str]) -> int:
    """How many lines of a work stand before its names: 0 where names come first, 1 below a title."""
    steps = [b - a for a, b in pairwise(heads)]
    room = min(steps, default=9)
    best = 0
    for lead in (1, 2):
        if lead > heads[0] or lead >= room + (not steps):
            break
        at = Counter(looks[head - lead] for head in heads)
        if at.most_common(1)[0][1] >= 0.8 * len(heads):
            best = lead
    return best if heads[0] == best or len(steps) else min(best, heads[0])
