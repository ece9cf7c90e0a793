"""Cite grouping and cite collapsing (CSL 1.0.2, Cite Grouping and Cite Collapsing).

Where the specification leaves a choice of delimiters, the suite decides: inside a group an in-text
style has ", " and a note style the layout's delimiter, unless ``cite-group-delimiter`` is set
(disambiguate_YearCollapseWithInstitution.txt, bugreports_CitationSortsWithEtAl.txt); after a cite with a
locator comes ``after-collapse-delimiter`` (collapse_ChicagoAfterCollapse.txt).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from publist.csl.citation import Cite
from publist.csl.tree import Out, Result, tags
from publist.item import DATE_VARIABLES


@dataclass(slots=True)
class RenderedCite:
    """One cite of a citation as it has been rendered.

    ``names`` is the text of its first names, "" if it shows none; ``unnamed`` the cite without them,
    ``year`` that up to its year suffix, as text, ``rest`` from the suffix on.
    ``number`` is the citation number where the cite shows nothing else, 0 where it shows more.
    """

    cite: Cite
    tree: Result
    names: str = ""
    unnamed: Result = None
    year: str = ""
    suffix: Out | str = ""
    rest: Result = None
    suffix_number: int = 0
    number: int = 0
    delimiter: str = ""  # before this cite; the first one's is not shown


@dataclass(frozen=True, slots=True)
class CollapseRules:
    """The attributes of cs:citation that group and collapse cites, with their defaults resolved."""

    collapse: str
    grouped: bool
    between: str
    in_group: str
    after_locator: str
    after_group: str
    after_one: str  # after a group of one cite
    before_nameless: str
    year_suffix: str

    @classmethod
    def of(cls, options: Mapping[str, str], delimiter: str, *, in_text: bool) -> CollapseRules:
        """From the attributes; ``delimiter`` is the layout's."""
        collapse = options.get("collapse", "")
        group = options.get("cite-group-delimiter")
        after = options.get("after-collapse-delimiter")
        plain = ", " if in_text and after is None else delimiter
        in_group = group if group is not None else plain
        by_year = collapse.startswith("year")
        after_group = after if after is not None and by_year else delimiter
        return cls(
            collapse=collapse,
            grouped=group is not None or by_year,
            between=delimiter,
            in_group=in_group,
            after_locator=after if after is not None and group is None else in_group,
            after_group=after_group,
            after_one=delimiter if collapse == "year-suffix" else after_group,
            before_nameless=plain if by_year else delimiter,
            year_suffix=options.get("year-suffix-delimiter", delimiter if group is None else group),
        )


def collapsed(cites: Sequence[RenderedCite], rules: CollapseRules) -> list[RenderedCite]:
    """The cites in the order and the form in which the citation shows them, with their delimiters."""
    for each in cites:
        each.delimiter = rules.between
    if rules.collapse == "citation-number":
        return _ranged(cites, _next_number)
    if not rules.grouped:
        return list(cites)
    result: list[RenderedCite] = []
    before: list[RenderedCite] = []
    for group in _groups(cites, by_suffix=rules.collapse.startswith("year-suffix")):
        if not group[0].names and not _shows_text(group[0].tree):
            group[0].delimiter = rules.before_nameless
        else:
            group[0].delimiter = rules.after_group if len(before) > 1 else rules.after_one
        result.extend(_group(group, rules))
        before = group
    return result


def _shows_text(tree: Result) -> bool:
    """Whether the cite shows more than dates, terms and its locator."""
    return not tags(tree) <= DATE_VARIABLES | {"locator"}


def _groups(cites: Sequence[RenderedCite], *, by_suffix: bool) -> list[list[RenderedCite]]:
    """Cites with the same names, each group where its first cite stands.

    Cites without names make a group if only their year suffixes tell them apart, and suffixes are
    collapsed (magic_ImplicitYearSuffixExplicitDelimiter.txt).
    """
    groups: dict[tuple[str, str | int], list[RenderedCite]] = {}
    for index, each in enumerate(cites):
        rest = "" if each.names else each.year if each.suffix and by_suffix else index
        groups.setdefault((each.names, rest), []).append(each)
    return list(groups.values())


def _group(group: list[RenderedCite], rules: CollapseRules) -> list[RenderedCite]:
    for before, each in itertools.pairwise(group):
        each.delimiter = rules.after_locator if before.cite.locator else rules.in_group
        if rules.collapse:
            each.tree = each.unnamed
    # What shows nothing but its names shows nothing behind them.
    group = [each for each in group if each.tree is not None or each.cite.prefix or each.cite.suffix]
    if rules.collapse.startswith("year-suffix"):
        return _year_suffixes(group, rules)
    return group


def _year_suffixes(group: list[RenderedCite], rules: CollapseRules) -> list[RenderedCite]:
    """Of years that repeat, the suffix alone: 2000a, b; or a range of suffixes: 2000a–c."""
    for before, each in itertools.pairwise(group):
        # "n.d." is no year that could stand for both, as in citeproc-js.
        if each.suffix and before.suffix and each.year == before.year and any(map(str.isdigit, each.year)):
            each.tree = each.rest
            if not (each.cite.locator or each.cite.prefix or each.cite.suffix or before.cite.suffix):
                each.delimiter = rules.year_suffix
            elif each.cite.locator:
                each.delimiter = rules.in_group
    return _ranged(group, _next_suffix) if rules.collapse == "year-suffix-ranged" else group


def _next_suffix(before: RenderedCite, each: RenderedCite) -> bool:
    return (
        each.tree is each.rest
        and each.suffix_number == before.suffix_number + 1
        and not (each.cite.locator or each.cite.prefix or before.cite.locator or before.cite.suffix)
    )


def _next_number(before: RenderedCite, each: RenderedCite) -> bool:
    follows = before.number > 0 and each.number == before.number + 1
    return follows and not (each.cite.prefix or each.cite.suffix or before.cite.suffix)


def _ranged(
    cites: Sequence[RenderedCite], follows: Callable[[RenderedCite, RenderedCite], bool]
) -> list[RenderedCite]:
    """Three cites and more in a row become a range (collapse_CitationNumberRangesMixed.txt)."""
    result: list[RenderedCite] = []
    run: list[RenderedCite] = []
    for each in cites:
        if run and not follows(run[-1], each):
            result.extend(_range(run))
            run = []
        run.append(each)
    return result + _range(run)


def _range(run: list[RenderedCite]) -> list[RenderedCite]:
    """The first and the last of a run of three or more; a shorter run as it is."""
    if len(run) < 3:
        return run
    run[-1].delimiter = "–"
    return [run[0], run[-1]]


def without(tree: Result, gone: Out) -> Result:
    """The tree without one of its nodes, and without what is empty then; the tree is left as it is."""
    if tree is None or tree is gone:
        return None
    if isinstance(tree, str):
        return tree
    children: list[Out | str] = []
    for child in tree.children:
        kept = without(child, gone) if isinstance(child, Out) else child
        if kept is not None:
            children.append(kept)
    if not children and tree.children:
        return None
    if len(children) == len(tree.children) and all(
        a is b for a, b in zip(children, tree.children, strict=True)
    ):
        return tree
    return Out(tree.format, children, tree.tag)
