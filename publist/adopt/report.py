"""What is to be said of an adopted page: what found no place, what looks wrong, what was passed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from publist import rules
from publist.adopt import links, words
from publist.adopt.entries import year_of
from publist.adopt.item import words_of
from publist.adopt.news import Announced
from publist.adopt.shapes import OTHERS
from publist.adopt.works import Adopted, Work
from publist.problems import Problem, Rule
from publist.url import same_target

# Words that only join the parts of a citation; the fields say the same.
JOINING = frozenset(
    "a an and at by in on of the with to from for pp p pages page vol volume no nr number issue"
    " article appear appears"
    " et al und von im s bd dans de le la en par avec y und as also available via preprint accepted"
    " published presented présenté présentée au"
    " h n nr v ed eds edited editor editors hrsg hg herausgegeben".split()
)


def problems(file: str, adopted: Adopted, keys: list[str], lacking: list[Announced]) -> list[Problem]:
    """Everything worth saying, in the order of the page's lines."""

    def problem(line: int, rule: Rule, message: str, key: str = "") -> Problem:
        return Problem(file, line, rule, message, key)

    found: list[Problem] = []
    for work, key in zip(adopted.works, keys, strict=True):
        found += [problem(line, rule, message, key) for line, rule, message in _of_work(work)]
    found += [problem(*said) for said in _across(adopted.works, keys)]
    for line in adopted.between:
        found.append(problem(line.number, rules.NOT_ADOPTED, f"no work, left out: {_short(line.text)}"))
    for part in adopted.passed:
        if part.section.name and part.lines:
            count = f"{len(part.lines)} line{'s' * (len(part.lines) > 1)}"
            message = f"passed over {count} below “{part.section.name}”: no publications"
            found.append(problem(part.section.line, rules.PASSED_OVER, message))
    for one in lacking:
        where = f"{one.venue or 'a venue'} {one.year}".strip()
        message = f"{one.nickname} is announced for {where}, but the list lacks it"
        found.append(problem(one.line, rules.NOT_IN_LIST, message))
    return sorted(found, key=lambda one: one.line)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN = 300  # characters of a line that is left out
_Said = tuple[int, Rule, str]


def _of_work(work: Work) -> Iterator[_Said]:
    line = work.item.line
    fields = {word for link in work.links for word in words_of(link.field)}
    for place, text in work.left:
        if any(
            word.lower() not in JOINING and words.LINK_LABELS.get(word.lower(), "?") not in fields
            for word in words_of(text)
        ):
            yield place, rules.UNPLACED, f"could not place “{text}”"
    if not work.authors and work.item.lines:
        yield line, rules.NO_AUTHORS, f"found no authors of “{work.title}”"
    if not year_of(work):
        yield line, rules.NO_YEAR, f"found no year of “{work.title}”"
    heading = work.item.section.year
    if heading and work.years and heading not in work.years:
        yield (
            line,
            rules.YEAR_AGAINST_HEADING,
            f"the year is {work.years[0]}, but the heading above says {heading}",
        )
    for twice in _twice(work):
        yield line, rules.AUTHOR_TWICE, f"{twice} stands twice among the authors"
    yield from _of_links(work)
    for name, full, place in work.spelt_out:
        yield (
            line,
            rules.SPELT_OUT,
            f"{name.given} {name.family} is written {full.given} {full.family}, as in line {place}",
        )


def _of_links(work: Work) -> Iterator[_Said]:
    for link in links.fields(work.links)[1]:
        yield (
            link.line,
            rules.UNSAFE_LINK,
            f"the link of “{link.label}” is no web address and is left out; use http or https",
        )
    for link in work.links:
        if said := links.contradicts(link):
            yield (
                link.line,
                rules.LABEL_AGAINST_ADDRESS,
                f"the label says {said}, the address {link.url}; one of the two is wrong",
            )
    for link in work.named_links:
        yield (
            link.line,
            rules.AUTHOR_LINK,
            f"the address of {link.label} is {link.url}; [[people]] in publist.toml is its place",
        )


def _twice(work: Work) -> list[str]:
    spelt = Counter(f"{name.given} {name.family}".strip() for name in work.authors if name.family != OTHERS)
    return [name for name, count in spelt.items() if count > 1]


def _across(works: list[Work], keys: list[str]) -> Iterator[tuple[int, Rule, str, str]]:
    """One link, or one title, on two works."""
    by_link: dict[str, tuple[str, str, int]] = {}
    by_title: dict[str, tuple[str, int]] = {}
    for work, key in zip(works, keys, strict=True):
        line = work.item.line
        title = re.sub(r"\W", "", work.title).casefold()
        for link in work.links:
            target = same_target(link.url)
            other = by_link.get(target)
            if (
                other
                and other[0] != title
                and len(target) > 3
                and link.field in ("arxiv", "doi", "paper", "pdf")
            ):
                yield (
                    link.line,
                    rules.SAME_LINK,
                    f"{link.url} stands at {other[1]} (line {other[2]}) too; one of the two is wrong",
                    key,
                )
            by_link.setdefault(target, (title, key, link.line))
        if title in by_title and work.item.lines:
            other_key, place = by_title[title]
            yield (
                line,
                rules.SAME_TITLE,
                f"has the title of {other_key} (line {place}): another version, or the same work twice",
                key,
            )
        by_title.setdefault(title, (key, line))
