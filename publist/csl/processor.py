"""The processor: composes the passes over all items of a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from publist.collector import resting
from publist.csl.display import capitalized, shaped
from publist.csl.evaluate import compiler
from publist.csl.evaluate.compiler import layout
from publist.csl.evaluate.context import FIRST, NO_DISAMBIGUATION, SUBSEQUENT, Context, Disambiguation, Render
from publist.csl.locale import Locale
from publist.csl.punctuation import Resolver
from publist.csl.quotes import QuoteMarks
from publist.csl.style import PLAIN, Area, Format, Style
from publist.csl.tree import Out, text_of
from publist.item import Item
from publist.richtext import Node

if TYPE_CHECKING:
    from publist.csl.citation import Citation, Cite
    from publist.csl.disambiguate import Member, Rules
    from publist.csl.positions import Place
    from publist.csl.substitute import Keep

CiteTree: TypeAlias = "tuple[Out | str | None, Out | None]"


class FormattedEntry(NamedTuple):
    """One entry of a bibliography as rich text; ``number`` counts from 1 in the style's order."""

    id: str
    content: tuple[Node, ...]
    number: int


class Processor:
    """Formats items in one style and locale.

        processor = Processor(Style.load("ieee"), items, locale="en-GB")
        processor.bibliography()[0].content

    ``items`` are :class:`~publist.item.Item` or CSL-JSON objects.  ``locale`` defaults to the
    style's own, then to en-US.  ``disambiguate=False`` leaves out year suffixes and all else that
    tells cites apart, ``sort=False`` keeps the order of the items.
    """

    def __init__(
        self,
        style: Style,
        items: Sequence[Item | Mapping[str, Any]],
        *,
        locale: str | None = None,
        disambiguate: bool = True,
        sort: bool = True,
        keep: Keep | None = None,
    ) -> None:
        self.style = style
        self.items = [item if isinstance(item, Item) else _from_json(item) for item in items]
        self.locale = Locale(style, locale or style.default_locale or "en-US")
        self.resolver = Resolver(self.locale)
        self.marks = QuoteMarks.of(self.locale)
        self.keep = keep
        self._disambiguates = disambiguate
        self._sorts = sort
        self._again: frozenset[str] | None = None  # what is cited again, None before anything is cited
        self._conditions = 0  # how many conditions "disambiguate" a cite meets at most

    # -- the passes over all items -----------------------------------------------------------------

    @cached_property
    def ordered(self) -> list[Item]:
        """The items in the order of the bibliography."""
        area = self.style.bibliography
        if area is None or not area.sort or not self._sorts:
            return list(self.items)
        from publist.csl.ordering import Ordering

        given = range(1, len(self.items) + 1)
        told_apart = None
        if self._rules is not None and self._rules.everywhere:
            told_apart = [member.config for member in self._members]
        order = Ordering(self.style, self.locale, area).arrange(self.items, given, told_apart)
        return [self.items[at] for at in order]

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
    def _rules(self) -> Rules | None:
        """How cites are told apart; None where they are not."""
        if not self._disambiguates:
            return None
        from publist.csl.disambiguate import Rules

        return Rules.of(self.style.citation.options, condition="disambiguate" in self.style.uses)

    @cached_property
    def _members(self) -> list[Member]:
        """The items with the names that their cites show, told apart by the rules for all of them."""
        from publist.csl.disambiguate import Member, Nameset, expand_everywhere

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
        if self._rules is not None and self._rules.everywhere:
            expand_everywhere(members, self._rules.rule)
        return members

    @cached_property
    def disambiguations(self) -> dict[str, Disambiguation]:
        """What tells each cite from the others, by id; nothing for a cite that needs nothing."""
        if self._rules is None or not self._rules.needed():
            return {}
        from publist.csl.disambiguate import disambiguate

        rank = {item.id: number for number, item in enumerate(self.ordered)}
        members = self._members
        return disambiguate(
            members, self._rules, self._ambiguous_text, conditions=self._conditions, rank=rank
        )

    def _position(self, item: Item) -> int:
        """Cites that come again must differ as such (bugreports_OldMhraDisambiguationFailure.txt).

        Where nothing is cited, as in a list, all may come again; so has citeproc-js it.
        """
        return SUBSEQUENT if self._again is None or item.id in self._again else FIRST

    def cite_again(self, ids: Iterable[str]) -> None:
        """Tell which items a document cites more than once; called before its cites are rendered."""
        again = frozenset(ids)
        if again != self._again:
            self._again = again
            for name in ("_members", "disambiguations"):
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
        return cx

    # -- the bibliography --------------------------------------------------------------------------

    def order(self) -> list[str]:
        """The ids in the order of the bibliography."""
        return [item.id for item in self.ordered]

    @resting()
    def bibliography(
        self, progress: Callable[[int, int], None] | None = None, *, heads: Collection[str] = ()
    ) -> list[FormattedEntry]:
        """Every item formatted as the style's bibliography asks; empty if it has none.

        ``progress`` hears now and then how many items of how many are done.  ``heads`` are the ids of
        entries that stand first under a heading of their own: there repeated authors are written again.
        """
        area = self.style.bibliography
        if area is None:
            return []
        render = self._layout(area, area.format)
        substitution = None
        if "subsequent-author-substitute" in area.options:
            from publist.csl.substitute import Substitution

            substitution = Substitution.of(area.options)
        align = area.options.get("second-field-align") in ("flush", "margin")
        # Names that were added to cites stand in the bibliography, too, if given names may be added; so has
        # citeproc-js it.
        shows_names = self._rules is not None and self._rules.givens
        resolve, numbers, disambiguations = self.resolver.resolve, self.numbers, self.disambiguations
        entries: list[FormattedEntry] = []
        for done, item in enumerate(self.ordered):
            if progress is not None and done % 50 == 0:
                progress(done, len(self.items))
            cx = Context(item)
            number = cx.citation_number = numbers[item.id]
            cx.disambiguation = disambiguations.get(item.id, NO_DISAMBIGUATION)
            if cx.disambiguation.names and not shows_names:
                cx.disambiguation = cx.disambiguation._replace(names=())
            cx.keep = self.keep
            parts: list[Out | str] = []
            render(cx, parts)
            if substitution is not None:
                if item.id in heads:
                    substitution.forget()
                substitution.apply(item, parts[0] if parts else None, cx.first_names, self.keep)
            tree = shaped(capitalized(parts[0]), align=align) if parts else None
            entries.append(FormattedEntry(item.id, resolve(tree), number))
        return entries

    def _layout(self, area: Area, form: Format) -> Render:
        compile_ = compiler(
            self.style, self.locale, area.options, explicit_year_suffix="year-suffix" in self.style.uses
        )
        return layout(compile_.elements(area.children), form)

    # -- cites -------------------------------------------------------------------------------------

    @cached_property
    def _cite_render(self) -> Render:
        return self._layout(self.style.citation, PLAIN)

    def cite(self, document: Sequence[Citation]) -> list[tuple[Node, ...]]:
        """Every citation of a document as rich text, e.g. ``cite([Citation((Cite("doe2024"),))])``.

        The document is given whole, in its order, since positions (ibid, subsequent) depend on what
        comes before.  Citation numbers and year suffixes are those of the bibliography; a style that
        numbers by citing wants its items in the order of citing.  Raises KeyError for an id that is
        not among the items.
        """
        from publist.csl.cite import Citer

        return Citer(self).document(document)

    def cite_tree(self, item: Item, cite: Cite, place: Place, disambiguation: Disambiguation) -> CiteTree:
        """One cite as a tree, without the affixes and the delimiter of the citation's layout.

        With it comes its first names element, which a cite may leave out.  Both may be None.
        """
        cx = self._cite_context(item, disambiguation)
        cx.locator, cx.label = cite.locator, cite.label
        cx.position, cx.near_note, cx.first_note = place.position, place.near_note, place.first_note
        parts: list[Out | str] = []
        self._cite_render(cx, parts)
        return (parts[0] if parts else None), cx.names_node


def _from_json(item: Mapping[str, Any]) -> Item:
    from publist.csl_json import item_from_json

    return item_from_json(item)
