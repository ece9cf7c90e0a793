"""Tells cites apart that would look the same (CSL 1.0.2, Disambiguation).

Cites that look the same make a class.  A class is split step by step: one more name, then initials
and the full form of that name's given name, then the next name; what is left gets year suffixes, or meets the
condition ``disambiguate``, which counts where all else has failed (CSL 1.0.2, Choose).  A step that splits
nothing leaves no trace (disambiguate_AddNamesFailure.txt).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from publist.csl.evaluate.context import NO_DISAMBIGUATION, Disambiguation
from publist.csl.names import APART, FAMILY_ONLY, FULL, INITIALS
from publist.item import Item, Name
from publist.records import NamedTuple
from publist.richtext import plain


class Nameset(NamedTuple):
    """The names of one variable as a cite shows them: how many, and how much of the given names."""

    names: tuple[Name, ...]
    shown: int
    level: int
    initialize_with: str | None

    @property
    def further(self) -> list[int]:
        """The fuller forms that the given names have, in rising order."""
        forms = range(self.level + 1, FULL + 1)
        return [form for form in forms if form != INITIALS or self.initialize_with is not None]


class Member:
    """One item with the names that its cite shows and what tells it apart.

    ``text`` is the cite with nothing to tell it apart, None where that depends on more than the item.
    """

    def __init__(self, item: Item, namesets: list[Nameset], text: str | None) -> None:
        self.item = item
        self.namesets = namesets
        self.text = text
        self.config = NO_DISAMBIGUATION


class DisambiguationRules(NamedTuple):
    """The disambiguation attributes of cs:citation."""

    names: bool = False
    givens: bool = False
    rule: str = "by-cite"
    year_suffix: bool = False
    condition: bool = False

    @classmethod
    def of(cls, options: Mapping[str, str], *, condition: bool) -> DisambiguationRules:
        """From the attributes of cs:citation; ``condition`` tells whether the style tests for it."""
        return cls(
            names=options.get("disambiguate-add-names") == "true",
            givens=options.get("disambiguate-add-givenname") == "true",
            rule=options.get("givenname-disambiguation-rule", "by-cite"),
            year_suffix=options.get("disambiguate-add-year-suffix") == "true",
            condition=condition,
        )

    @property
    def everywhere(self) -> bool:
        """Whether given names are told apart in the whole document, not cite by cite."""
        return self.givens and self.rule != "by-cite"

    def needed(self) -> bool:
        """Whether there is anything to do."""
        return self.names or self.givens or self.year_suffix or self.condition


# One step: nameset, position of the name, and the form of its given name (None: show the name).
Step = tuple[int, int, int | None]


def disambiguate(
    members: Sequence[Member],
    rules: DisambiguationRules,
    render: Callable[[Item, Disambiguation], str],
    *,
    conditions: int,
    rank: Mapping[str, int],
) -> dict[str, Disambiguation]:
    """What each cite needs, by the item's id; items that need nothing are left out.

    ``render`` gives a cite's text for an item and a trial.  ``conditions`` is how many conditions
    ``disambiguate`` a cite meets at most; year suffixes are given by the ``rank`` of the item's id.
    """
    settler = _Class(rules, render, conditions, rank)
    classes: dict[str, list[Member]] = {}
    for member in members:
        known = member.text if member.config is NO_DISAMBIGUATION else None
        text = render(member.item, member.config) if known is None else known
        classes.setdefault(text, []).append(member)
    for group in classes.values():
        if len(group) > 1:
            settler.settle(group)
    return {member.item.id: member.config for member in members if member.config is not NO_DISAMBIGUATION}


class _Class:
    """Settles the cites of one class after the other."""

    def __init__(
        self,
        rules: DisambiguationRules,
        render: Callable[[Item, Disambiguation], str],
        conditions: int,
        rank: Mapping[str, int],
    ) -> None:
        self.rules = rules
        self.render = render
        self.conditions = conditions
        self.rank = rank

    def settle(self, group: list[Member]) -> None:
        """Set the config of each member."""
        todo: list[tuple[list[Member], Step, Disambiguation]] = [(group, (0, -1, None), group[0].config)]
        while todo:
            members, after, better = todo.pop()
            for step in self._steps(members, after):
                if not _may_split(members, step):
                    continue
                trial = _stepped(members[0], better, step)
                classes = self._partition(members, trial)
                if len(classes) == 1:
                    continue
                for each in classes:
                    if len(each) == 1:
                        each[0].config = trial
                    else:
                        todo.append((each, step, trial))
                break
            else:
                self._unresolved(members, better)

    def _steps(self, members: list[Member], after: Step) -> Iterator[Step]:
        rules, first = self.rules, members[0]
        by_cite = rules.givens and rules.rule == "by-cite"
        if not rules.names and not by_cite:
            return
        for index, nameset in enumerate(first.namesets):
            longest = max(len(m.namesets[index].names) for m in members if index < len(m.namesets))
            # Without names to add, the first name alone is told apart, as in citeproc-js.
            last = longest if rules.names else min(nameset.shown, 1)
            for position in range(last):
                levels: list[int | None] = [None] if position >= nameset.shown else []
                if by_cite:
                    levels += nameset.further
                for level in levels:
                    step = index, position, level
                    if _later(step, after):
                        yield step

    def _partition(self, members: list[Member], trial: Disambiguation) -> list[list[Member]]:
        classes: dict[str, list[Member]] = {}
        for member in members:
            classes.setdefault(self.render(member.item, trial), []).append(member)
        return list(classes.values())

    def _unresolved(self, members: list[Member], better: Disambiguation) -> None:
        """Names did not help: year suffixes, or the condition in a style that has none."""
        if self.rules.year_suffix:
            for number, member in enumerate(sorted(members, key=lambda m: self.rank.get(m.item.id, 0))):
                member.config = better._replace(suffix=year_suffix(number))
            return
        groups = self._by_conditions(members, better) if self.rules.condition else [(members, better)]
        for each, config in groups:
            for member in each:
                member.config = config

    def _by_conditions(
        self, members: list[Member], better: Disambiguation
    ) -> list[tuple[list[Member], Disambiguation]]:
        """Let one condition after the other hold, as long as that splits what is left."""
        settled: list[tuple[list[Member], Disambiguation]] = []
        todo = [(members, better, 1)]
        while todo:
            group, config, number = todo.pop()
            if number > self.conditions or len(group) == 1:
                settled.append((group, config))
                continue
            trial = config._replace(condition=number)
            classes = self._partition(group, trial)
            todo += [(each, trial if len(classes) > 1 else config, number + 1) for each in classes]
        return settled


def _later(step: Step, after: Step) -> bool:
    return (step[0], step[1], -1 if step[2] is None else step[2]) > (
        after[0], after[1], -1 if after[2] is None else after[2],
    )  # fmt: skip


def _may_split(members: list[Member], step: Step) -> bool:
    """Whether the step can make a difference, so that equal names need not be rendered."""
    index, position, _ = step
    first = members[0].namesets[index].names
    name, is_last = (first[position] if position < len(first) else None), len(first) == position + 1
    for member in members[1:]:
        if index >= len(member.namesets):
            return True
        names = member.namesets[index].names
        if (names[position] if position < len(names) else None) != name:
            return True
        if (len(names) == position + 1) is not is_last:
            return True
    return False


def _stepped(member: Member, config: Disambiguation, step: Step) -> Disambiguation:
    index, position, level = step
    namesets = member.namesets
    names = list(config.names) or [0] * len(namesets)
    names[index] = max(namesets[index].shown, position + 1)
    givens = config.givens
    if level is not None:
        rows = [list(row) for row in givens] or [[FAMILY_ONLY] * len(each.names) for each in namesets]
        row = rows[index]
        row.extend([FAMILY_ONLY] * (position + 1 - len(row)))
        row[position] = level
        givens = tuple(tuple(row) for row in rows)
    return Disambiguation(tuple(names), givens, config.condition, config.suffix)


class Expansions:
    """Given names by a rule for the whole document: a family name is told apart wherever it stands.

    The names of all cites count; one that the bibliography alone shows is told apart from them as well, as in
    citeproc-js.  ``with_particle`` tells whether "van Doe" is another family name than "Doe", as it is where
    particles are never demoted (CSL 1.0.2, demote-non-dropping-particle).
    """

    def __init__(self, members: Sequence[Member], rule: str, *, with_particle: bool) -> None:
        self.primary = rule.startswith("primary-name")
        self.with_initials = rule.endswith("with-initials")
        self.with_particle = with_particle
        self.registry: dict[str, dict[str, set[str]]] = {}
        for member in members:
            for nameset in member.namesets:
                for name in nameset.names[:1] if self.primary else nameset.names:
                    family, initial, given = self._keys(name)
                    self.registry.setdefault(family, {}).setdefault(initial, set()).add(given)

    def of(self, item: Item) -> Mapping[str, tuple[int, ...]]:
        """The forms of the given names in each list that has one to tell apart, by variable."""
        rows = {
            variable: tuple([self._level(name) for name in (names[:1] if self.primary else names)])
            for variable, names in item.names.items()
        }
        return {variable: row for variable, row in rows.items() if any(row)}

    def _keys(self, name: Name) -> tuple[str, str, str]:
        from publist.csl.initials import initials

        particle = name.non_dropping_particle if self.with_particle else ""
        family = f"{particle} {plain(name.family)} {plain(name.literal)}"
        # "J.J." and "J. J." are the same (disambiguate_DifferentSpacingInInitials.txt).
        given = plain(name.given).replace(".", ". ").replace("  ", " ").strip()
        return family, str(initials(given, "")), given

    def _level(self, name: Name) -> int:
        if name.literal:
            return FAMILY_ONLY
        family, initial, given = self._keys(name)
        by_initial = self.registry.get(family)
        if by_initial is None:
            return FAMILY_ONLY
        others = len(by_initial) - (initial in by_initial)
        if self.with_initials:
            # Initials that all the names share tell nobody apart.
            return INITIALS if others else FAMILY_ONLY
        if by_initial.get(initial, set()) - {given}:
            return FULL
        return APART if others else FAMILY_ONLY


def year_suffix(number: int) -> str:
    """The suffix of the ``number``-th cite, from 0: a … z, aa, ab …."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
