"""Where one work ends and the next begins, among the lines of one element.

The siblings that look alike and hold one list of names each are works; where lines stand in no elements of
their own, empty lines, the number of lines before the names, or how most works open tell where they begin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain, pairwise

from publist.adopt.item import YEAR, words_of
from publist.adopt.lines import PageLine
from publist.records import NamedTuple

ITEMS = frozenset({"li", "tr", "article"})
LISTS = frozenset({"ul", "ol", "table", "tbody", "dl"})

Head = Callable[[PageLine], bool]
"""Whether a line has a list of names."""

Groups = list[list[PageLine]]


class UnitContext(NamedTuple):
    """Which lines have names, and whether the headings say that works stand here, and their year."""

    head: Head
    works: bool
    dated: bool = False


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


def split(lines: list[PageLine], depth: int, context: UnitContext) -> Groups:
    """The units among the lines of one element."""
    looks, groups = _groups(lines, depth)
    if len(groups) == 1 and looks[0] and looks[0].split(".")[0] not in ("li", "article"):
        return split(groups[0], depth + 1, context)
    if not groups:
        return []
    tags = [look.split(".")[0] for look in looks]
    counts = [sum(1 for line in group if context.head(line)) for group in groups]
    if sum(tag in ITEMS for tag in tags) > len(tags) / 2:
        return _listed(groups, tags, counts, depth, context)
    if set(tags) <= {"dt", "dd"}:
        return _terms(groups, tags, context)
    if sum(counts) <= 1 and not any(tag in LISTS for tag in tags) and (any(counts) or not context.works):
        several = _alike(groups, looks, looks) or sum(_opening(group) == "quote" for group in groups) > 1
        whole = sum(counts) > 0 and not several
        return [lines] if whole else _run(groups, looks, counts, context)
    return _sequence(groups, looks, counts, depth, context)


def _listed(groups: Groups, tags: list[str], counts: list[int], depth: int, context: UnitContext) -> Groups:
    """The items of a list; one that holds a list of its own is taken apart."""
    units: Groups = []
    for group, tag, count in zip(groups, tags, counts, strict=True):
        if tag not in ITEMS:
            inner = split(group, depth + 1, context) if count > 1 else []
            if inner:
                units += inner
            elif units and tag not in LISTS:
                units[-1] = units[-1] + group
            elif count:
                units.append(group)
            continue
        nested = count > 1 and _has_list(group, depth)
        inner = split(group, depth + 1, context) if count > 2 or nested else []
        units += inner if len(inner) > 2 - nested else [group]
    return units


def _terms(groups: Groups, tags: list[str], context: UnitContext) -> Groups:
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


def _sequence(
    groups: Groups, looks: list[str], counts: list[int], depth: int, context: UnitContext
) -> Groups:
    """Units among siblings of no list: paragraphs, divisions, lines between breaks."""
    units: Groups = []
    start = 0
    for at, (group, look, count) in enumerate(zip(groups, looks, counts, strict=True)):
        tag = look.split(".")[0]
        many = count > 1 and (look != "" and (len(group) > 1))
        if tag in LISTS and count < 2 and at > start and groups[at - 1][0].level:
            continue  # a title that is a heading, and a list of all else
        if many or tag in LISTS or (look and count == 0 and _has_list(group, depth)):
            units += _run(groups[start:at], looks[start:at], counts[start:at], context)
            units += split(group, depth + 1, context)
            start = at + 1
    return units + _run(groups[start:], looks[start:], counts[start:], context)


def _has_list(group: list[PageLine], depth: int) -> bool:
    return any(node.tag in LISTS for line in group for node in line.path[depth + 1 :])


def _run(groups: Groups, looks: list[str], counts: list[int], context: UnitContext) -> Groups:
    """Units among siblings of at most one list of names each: where each begins is told by agreement."""
    heads = [at for at, count in enumerate(counts) if count]
    if (
        len(heads) < 2
        and context.works
        and (alone := _alike(groups, looks, [looks[at] for at in heads] or looks, dated=context.dated))
    ):
        heads = sorted({*heads, *alone})
    if not heads:
        return []
    gaps = [0, *(at for at in range(1, len(groups)) if groups[at][0].after == "gap")]
    chunks = [range(a, b) for a, b in zip(gaps, [*gaps[1:], len(groups)], strict=True)]
    full = sum(1 for chunk in chunks if sum(counts[at] for at in chunk) == 1)
    if len(chunks) > 1 and full >= 0.7 * len(heads):
        whole = [list(chain.from_iterable(groups[at] for at in chunk)) for chunk in chunks]
        named = {number for number, chunk in enumerate(chunks) if any(counts[at] for at in chunk)}
        if context.works:
            named |= _opened_alike(whole, [""] * len(whole), named)
        return [unit for number, unit in enumerate(whole) if number in named]
    lead = _lead(heads, looks)
    starts = {max(at - lead, 0) for at in heads}
    alike = Counter(looks[at] for at in heads)
    if lead == 0:
        starts |= {
            at
            for at in range(heads[0] + 1, len(groups))
            if alike[looks[at]] > 1 and _stands_alone(groups[at], dated=context.dated)
        }
    ends = [*sorted(starts | _opened_alike(groups, looks, starts)), len(groups)]
    return [list(chain.from_iterable(groups[a:b])) for a, b in pairwise(ends)]


def _opened_alike(groups: Groups, looks: list[str], starts: set[int]) -> set[int]:
    """The groups that open as most works do: with a title in bold, in quotation marks, as a link.

    What follows most works at the same distance is a part of theirs, e.g. a venue that is bold too.
    """
    openings = [(_opening(group), look) for group, look in zip(groups, looks, strict=True)]
    (common, count) = Counter(openings[at] for at in starts).most_common(1)[0]
    if not common[0] or (count < 2 and common[0] != "quote") or count < 0.6 * len(starts):
        return set()
    more = {at for at in range(min(starts), len(groups)) if openings[at] == common} - starts
    steps = Counter(at - max(start for start in starts if start < at) for at in more)
    return {
        at for at in more if steps[at - max(one for one in starts if one < at)] < max(2, 0.5 * len(starts))
    }


def _opening(group: list[PageLine]) -> str:
    """How the text of a group opens, if a title may be set so: ``quote``, ``link``, ``bold``, ``italic``."""
    if group[0].level:
        return "heading"
    if group[0].text[:1] in ("“", '"', "„", "«", "‘"):
        return "quote"
    runs = [run for run in group[0].runs if run.text.strip(" [(")]
    if not runs or len(words_of(runs[0].text)) < 3:
        return ""
    return "link" if runs[0].href else next((s for s in ("bold", "italic") if s in runs[0].styles), "")


def _alike(groups: Groups, looks: list[str], wanted: list[str], *, dated: bool = False) -> list[int]:
    """The paragraphs of one look that may be works without names, if most of that look are."""
    if not wanted:
        return []
    look = Counter(wanted).most_common(1)[0][0]
    same = [at for at in range(len(groups)) if looks[at] == look]
    alone = [at for at in same if _stands_alone(groups[at], dated=dated)]
    return alone if len(alone) > 1 and len(alone) >= 0.7 * len(same) else []


def _stands_alone(group: list[PageLine], *, dated: bool = False) -> bool:
    """Whether a paragraph without names may be a work: a year, a link or a label, and no long text."""
    text = " ".join(line.text for line in group)
    linked = any(run.href for line in group for run in line.runs)
    count = len(words_of(text))
    return (
        4 < count < 60
        and (dated or bool(YEAR.search(text)))
        and (linked or text[0].isupper() or text[0] in '“"[')
    )


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
