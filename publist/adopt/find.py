"""Where the list is on a page: sections by headings, and in them the runs of lines that are one work each.

A work has one list of names.  So lines with a list of names count the works below every element, and the
element that holds exactly one, among siblings that hold one each, is an item.
"""

from __future__ import annotations

import re
from collections import Counter

from publist.adopt import links, names, units, words
from publist.adopt.details import STATE
from publist.adopt.item import YEAR, HeadingPath, ListItem, is_year, words_of
from publist.adopt.lines import PageLine
from publist.adopt.page import PageElement
from publist.adopt.shapes import PageNames
from publist.adopt.units import Head
from publist.patterns import pattern
from publist.records import NamedTuple

# The owner speaks, or the line is how to reach somebody.
_OF_A_PERSON = pattern(r"(?:I|We|My|Our) \w|(?:.*\s)?[\w.]+@[\w-]+(?:\.[\w-]+)+\b", re.DOTALL)
# A distinction in a line of its own: what it is for, or when, stands behind it.
_AWARD = pattern(
    r"[^,.;:(“\"]*\b(?:Awards?|Prizes?|Medals?|Scholarships?|Fellowships?|Honou?rable Mentions?|Finalist"
    r"|Winner)"
    r"(?:\s+(?:at|of|for|from|in|by|on)\b|\s*[^\s\w]|\s+\d|$)"
)
_FRAME = pattern(
    r"(?:[\w-]+[-_])?(?:nav|menu|navbar|navigation|sidebar|footer|breadcrumbs?|toc|masthead)"
    r"(?:[-_](?:item|category|link|links|bar|list|text|top|left|menu))?"
)


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
    lines = _without_frame(lines)
    said = heads_works(title) or None
    years = _year_headings(lines)
    titles = _title_levels(lines)
    found: list[PagePart] = [PagePart(HeadingPath(works=said), [])]
    stack: list[tuple[int, str]] = []
    kept: PageElement | None = None
    for number, line in enumerate(lines):
        level = 7 if number in years and not line.level else line.level or _bold_level(lines, number)
        of_a_work = line.level in titles and _may_be_title(line, surely=titles[line.level])
        if not level or of_a_work or (line.after == "br" and kept in line.path[-1:]):
            found[-1].lines.append(line)
            kept = line.path[-1] if line.path else None
            continue
        while stack and stack[-1][0] >= level:
            stack.pop()
        stack.append((level, line.text))
        found.append(PagePart(_section(tuple(text for _, text in stack), line.number, said=said), []))
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


def _section(headings: tuple[str, ...], line: int, *, said: bool | None) -> HeadingPath:
    """What the headings above a place say; ``said`` is what the page's title says, for years alone."""
    year = next(
        (found[0] for text in reversed(headings) if (found := YEAR.search(text)) and len(text) < 30), ""
    )
    verdicts = [verdict for text in reversed(headings) if (verdict := heads_works(text)) is not None]
    if True in verdicts[1:] and not any(word in headings[-1].lower() for word in words.NEVER_WORKS):
        verdicts = [True]  # a subject of research below Publications: Software, Media
    return HeadingPath(
        headings, year, verdicts[0] if verdicts else said if all(map(is_year, headings)) else None, line
    )


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
        node is block and any(inner.tag in units.LISTS for inner in after[at:])
        for at, node in enumerate(after)
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
    """A heading that is a work's title or names: it is long, and says nothing of what follows."""
    if heads_works(line.text) is not None and len(words_of(line.text)) < 6:
        return False
    return line.level > 1 and (len(words_of(line.text)) > 5 or _is_names(line.text))


def _is_names(text: str) -> bool:
    """Whether a text is a list of two names or more."""
    listed = names.name_list(text, 0, (), PageNames())
    return listed is not None and len(listed.names) > 1 and listed.end >= len(text)


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
        context = units.UnitContext(head, part.section.works is True, bool(part.section.year))
        together = _joined(units.split(part.lines, 0, context))
        short = [unit for unit in together if sum(len(line.text) for line in unit) <= LONGEST]
        kept = [unit for unit in short if _is_work(unit, part.section, head, headed=headed)]
        if not kept:
            result.passed.append(part)
            continue
        result.items.extend(ListItem(unit, part.section) for unit in kept)
        ids = {id(line) for unit in kept for line in unit}
        result.between.extend(line for line in part.lines if id(line) not in ids)
    return result


def _joined(found: units.Groups) -> units.Groups:
    """The units, those that only have labels with the one before: ``Full paper: PDF``."""
    out: units.Groups = []
    for unit in found:
        if out and all(map(_is_labels, unit)):
            out[-1] = out[-1] + unit
        else:
            out.append(unit)
    return out


def _is_labels(line: PageLine) -> bool:
    """Whether a line has links with labels, and else only words of labels and dates."""
    linked = [run.text for run in line.runs if run.href is not None]
    others = words_of(" ".join(run.text for run in line.runs if run.href is None).lower())
    return (
        bool(linked)
        and all(map(links.is_label, linked))
        and all(word in words.LINK_WORDS or not word.isalpha() or len(word) < 3 for word in others)
    )


def _without_frame(lines: list[PageLine]) -> list[PageLine]:
    """The lines that are not of the page's frame: navigation, a menu, the foot.

    What holds most of the page is no menu, whatever it is called.
    """
    held = Counter(id(node) for line in lines for node in line.path)
    return [
        line for line in lines
        if not any(_is_frame(node) and 2 * held[id(node)] < len(lines) for node in line.path[1:])
    ]  # fmt: skip


def _is_frame(node: PageElement) -> bool:
    names = [*node.classes.split(), node.attributes.get("id", "").lower()]
    return node.tag in ("nav", "footer", "menu") or any(map(_FRAME.fullmatch, names))


def _is_work(unit: list[PageLine], section: HeadingPath, head: Head, *, headed: bool) -> bool:
    text = " ".join(line.text for line in unit)
    if len(words_of(text)) < 4 or _OF_A_PERSON.match(text):
        return False
    named = any(map(head, unit))
    linked = any((run.href or "#")[0] != "#" for line in unit for run in line.runs)
    dated = bool(YEAR.search(text))
    if not named and len(words_of(text)) < 16 and _AWARD.match(text):
        return False
    if not (named or dated) and all(len(words_of(run.text)) < 3 for line in unit for run in line.runs):
        return False  # links to profiles
    if section.works:
        return named or dated or linked or bool(section.year or STATE.search(text))
    if not named or not (dated or linked or section.year):
        return False
    if _is_prose(next(line.text for line in unit if head(line))):
        return False
    return not headed or any(node.tag in units.ITEMS for node in unit[0].path) or dated


def _is_prose(text: str) -> bool:
    return (
        len(re.findall(r"\b(?:I|my|he|she|his|her|was|were|am|are|is|has|have)\b", text, re.IGNORECASE)) > 2
    )
