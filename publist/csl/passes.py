"""What is settled for all items of a list before any is written: order, numbers, what tells cites apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from publist.csl.elements import PLAIN, Area, Formatting
from publist.csl.evaluate import new_compiler
from publist.csl.evaluate.compiler import layout
from publist.csl.evaluate.context import (
    FIRST,
    NO_DISAMBIGUATION,
    NO_EXPANSIONS,
    SUBSEQUENT,
    Context,
    Disambiguation,
    Render,
)
from publist.csl.locale import Locale
from publist.csl.numbers import typed_label
from publist.csl.style import Style
from publist.csl.tree import Out, text_of
from publist.item import Item

if TYPE_CHECKING:
    from publist.csl.citation import Cite
    from publist.csl.disambiguate import DisambiguationRules, Expansions, Member
    from publist.csl.positions import Place

CiteTree: TypeAlias = "tuple[Out | str | None, Out | None, bool]"


class Passes:
    """The passes over all items; each is made when it is first asked for."""

    def __init__(
        self, style: Style, locale: Locale, items: Sequence[Item], *, disambiguate: bool, sort: bool
    ) -> None:
        self.style = style
        self.locale = locale
        self.items = items
        self._disambiguates = disambiguate
        self._sorts = sort
        self._again: frozenset[str] | None = None  # what is cited again, None before anything is cited
        self._conditions = 0  # how many conditions "disambiguate" a cite meets at most

    @cached_property
    def ordered(self) -> list[Item]:
        """The items in the order of the bibliography."""
        area = self.style.bibliography
        if area is None or not area.sort or not self._sorts:
            return list(self.items)
        from publist.csl.ordering import Ordering

        given = range(1, len(self.items) + 1)
        order = Ordering(self.style, self.locale, area).arrange(self.items, given, self.expansions)
        return [self.items[at] for at in order]

    @cached_property
    def every(self) -> Expansions | None:
        """The given names in all cites, where a rule for the whole document tells them apart."""
        if self._rules is None or not self._rules.everywhere:
            return None
        from publist.csl.disambiguate import Expansions

        demote = self.style.options.get("demote-non-dropping-particle")
        return Expansions(self._members, self._rules.rule, with_particle=demote == "never")

    @cached_property
    def expansions(self) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
        """By id, the given names that a rule for the whole document tells apart, and so in sort keys."""
        if self.every is None:
            return {}
        found = {item.id: self.every.of(item) for item in self.items}
        return {key: rows for key, rows in found.items() if rows}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The citation numbers by id, from 1."""
        area = self.style.bibliography
        ids = [item.id for item in self.ordered]
        if area is not None and self._sorts:
            backwards = any(key.variable == "citation-number" and not key.ascending for key in area.sort)
            if backwards:
                ids.reverse()
        return {key: number for number, key in enumerate(ids, 1)}

    @cached_property
    def _rules(self) -> DisambiguationRules | None:
        """How cites are told apart; None where they are not."""
        if not self._disambiguates:
            return None
        from publist.csl.disambiguate import DisambiguationRules

        return DisambiguationRules.of(
            self.style.citation.options, condition="disambiguate" in self.style.uses
        )

    @property
    def tells_apart(self) -> bool:
        """Whether cites are to be told apart."""
        return self._rules is not None

    @cached_property
    def _members(self) -> list[Member]:
        """The items with the names that their cites show, told apart by the rules for all of them."""
        from publist.csl.disambiguate import Member, Nameset

        numbered = "citation-number" in self.style.uses  # these are not given yet
        members: list[Member] = []
        for item in self.items:
            cx = Context(item)
            cx.position = self._position(item)
            cx.namesets = []
            parts: list[Out | str] = []
            self._cite_render(cx, parts)
            text = None if numbered else text_of(Out(PLAIN, parts))
            members.append(Member(item, [Nameset(*each) for each in cx.namesets], text))
            self._conditions = max(self._conditions, cx.conditions)
        return members

    @cached_property
    def disambiguations(self) -> dict[str, Disambiguation]:
        """What tells each cite from the others, by id; nothing for a cite that needs nothing."""
        if self._rules is None or not self._rules.needed():
            return {}
        from publist.csl.disambiguate import disambiguate

        rank = {item.id: number for number, item in enumerate(self.ordered)}
        members = self._members
        for member in members:
            if member.item.id in self.expansions:
                member.text = None
        return disambiguate(
            members, self._rules, self._ambiguous_text, conditions=self._conditions, rank=rank
        )

    def kin(self) -> list[str] | None:
        """The cite of each item where nothing but its given names is told apart; None where none is.

        Those of the same cite are told apart from each other, and from no others.
        """
        if self._rules is None or not self._rules.needed():
            return None
        return [self._ambiguous_text(item, NO_DISAMBIGUATION) for item in self.items]

    def told_apart(self, item: Item) -> Disambiguation:
        """What tells the item from the others where it is listed.

        What its cites show must be seen there (CSL 1.0.2, Disambiguation).  As in citeproc-js, names that
        cites show are shown if the style adds both names and given names, else they are left to the style.
        """
        found = self.disambiguations.get(item.id, NO_DISAMBIGUATION)
        rules = self._rules
        if rules is None or not rules.names:
            return found
        if not rules.givens:
            return found._replace(names=()) if found.names else found
        return found if found.names else found._replace(names=self._shown_in_cites[item.id])

    @cached_property
    def _shown_in_cites(self) -> dict[str, tuple[int, ...]]:
        """How many names each item's cite shows where nothing tells it apart, by id."""
        return {member.item.id: tuple(each.shown for each in member.namesets) for member in self._members}

    def _position(self, item: Item) -> int:
        """Cites that come again must differ as such (bugreports_OldMhraDisambiguationFailure.txt).

        Where nothing is cited, as in a list, all may come again, as in citeproc-js.
        """
        return SUBSEQUENT if self._again is None or item.id in self._again else FIRST

    def cite_again(self, ids: Iterable[str]) -> None:
        """Tell which items a document cites more than once; called before its cites are rendered."""
        again = frozenset(ids)
        if again != self._again:
            self._again = again
            for name in ("_members", "every", "expansions", "disambiguations", "_shown_in_cites"):
                self.__dict__.pop(name, None)

    def _ambiguous_text(self, item: Item, trial: Disambiguation) -> str:
        parts: list[Out | str] = []
        cx = self._cite_context(item, trial)
        cx.position = self._position(item)
        self._cite_render(cx, parts)
        return text_of(Out(PLAIN, parts))

    def _cite_context(self, item: Item, disambiguation: Disambiguation) -> Context:
        cx = Context(item)
        cx.citation_number = self.numbers.get(item.id, 0)
        cx.disambiguation = disambiguation
        cx.expansions = self.expansions.get(item.id, NO_EXPANSIONS)
        return cx

    def layout(self, area: Area, form: Formatting) -> Render:
        """What renders one item as the area's layout says, with ``form`` around it."""
        compile_ = new_compiler(
            self.style, self.locale, area.options, explicit_year_suffix="year-suffix" in self.style.uses
        )
        return layout(compile_.elements(area.children), form)

    @cached_property
    def _cite_render(self) -> Render:
        return self.layout(self.style.citation, PLAIN)

    def cite_tree(self, item: Item, cite: Cite, place: Place, disambiguation: Disambiguation) -> CiteTree:
        """One cite as a tree, without the affixes and the delimiter of the citation's layout.

        With it comes its first names element, which a cite may leave out, and whether something else stands
        there for the names.  Both may be None.
        """
        cx = self._cite_context(item, disambiguation)
        label, cx.locator = typed_label(cite.locator)
        cx.label = label or cite.label
        cx.position, cx.near_note, cx.first_note = place.position, place.near_note, place.first_note
        parts: list[Out | str] = []
        self._cite_render(cx, parts)
        return (parts[0] if parts else None), cx.names_node, cx.stands_in
