"""The processor: the passes over all items of a list, one after the other."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from publist.collector import resting
from publist.csl.citation import Citation
from publist.csl.display import capitalized, shaped
from publist.csl.elements import Area
from publist.csl.evaluate.context import NO_EXPANSIONS, NOWHERE, Context, Keep, Render
from publist.csl.locale import Locale, known_language
from publist.csl.passes import Passes
from publist.csl.punctuation import Resolver
from publist.csl.style import Style
from publist.csl.tree import Out
from publist.errors import InputError, StyleError
from publist.item import Item
from publist.records import NamedTuple
from publist.richtext import Node


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
    tells cites apart, ``sort=False`` keeps the order of the items.  ``keep`` names the people whom no
    "et al." and no sign for a repeated author hides.

    Raises ConfigError for a locale that is not known, InputError for an id that two items share.
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
        _refuse_doubled(self.items)
        self.language = known_language(locale or style.default_locale or "en-US")
        self.locale = Locale(style, self.language)
        self.resolver = Resolver(self.locale)
        self.keep = keep
        self.passes = Passes(style, self.locale, self.items, disambiguate=disambiguate, sort=sort)

    def order(self) -> list[str]:
        """The ids in the order of the bibliography."""
        return [item.id for item in self.passes.ordered]

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
        numbers = self.passes.numbers
        entries: list[FormattedEntry] = []
        for item, content in self._contents(area, heads):
            if progress is not None and len(entries) % 50 == 0:
                progress(len(entries), len(self.items))
            entries.append(FormattedEntry(item.id, content, numbers[item.id]))
        return entries

    def _contents(self, area: Area, heads: Collection[str]) -> Iterator[tuple[Item, tuple[Node, ...]]]:
        """Every item's entry, in order."""
        render = self.passes.layout(area, area.format)
        if "subsequent-author-substitute" in area.options:
            yield from self._substituted(area, render, heads)
            return
        for item in self.passes.ordered:
            tree = self._evaluated(item, render, self.passes.numbers[item.id])[1]
            yield item, self._resolved(area, tree)

    @property
    def is_independent(self) -> bool:
        """Whether no entry depends on other items, but for its number: each can be made :meth:`alone`."""
        area = self.style.bibliography
        return (
            area is not None
            and "subsequent-author-substitute" not in area.options
            and not self.passes.tells_apart
        )

    def alone(self, item: Item, number: int) -> tuple[Node, ...]:
        """The entry of one item, which need not be among the processor's own, as that with this number."""
        area, render = self._alone
        return self._resolved(area, self._evaluated(item, render, number)[1])

    @cached_property
    def _alone(self) -> tuple[Area, Render]:
        area = self.style.bibliography
        if area is None:
            raise StyleError(f"the style {self.style.file} has no bibliography")
        return area, self.passes.layout(area, area.format)

    def _resolved(self, area: Area, tree: Out | str | None) -> tuple[Node, ...]:
        align = area.options.get("second-field-align") in ("flush", "margin")
        return () if tree is None else self.resolver.resolve(shaped(capitalized(tree), align=align))

    def _evaluated(self, item: Item, render: Render, number: int) -> tuple[Context, Out | str | None]:
        """The item as a tree, with what its rendering has come to know."""
        cx = Context(item)
        cx.position = NOWHERE
        cx.citation_number = number
        cx.disambiguation = self.passes.told_apart(item)
        cx.expansions = self.passes.expansions.get(item.id, NO_EXPANSIONS)
        cx.keep = self.keep
        parts: list[Out | str] = []
        render(cx, parts)
        return cx, parts[0] if parts else None

    def _substituted(
        self, area: Area, render: Render, heads: Collection[str]
    ) -> Iterator[tuple[Item, tuple[Node, ...]]]:
        """Every item's entry, with a sign for authors that the entry before has as well."""
        from publist.csl.substitute import Substitution

        substitution = Substitution.of(area.options)
        for item in self.passes.ordered:
            cx, tree = self._evaluated(item, render, self.passes.numbers[item.id])
            if item.id in heads:
                substitution.forget()
            substitution.apply(item, tree, cx.first_names, self.keep)
            yield item, self._resolved(area, tree)

    def cite(self, document: Sequence[Citation]) -> list[tuple[Node, ...]]:
        """Every citation of a document as rich text, e.g. ``cite([Citation((Cite("doe2024"),))])``.

        The document is given whole, in its order, since positions (ibid, subsequent) depend on what
        comes before.  Citation numbers and year suffixes are those of the bibliography; a style that
        numbers by citing wants its items in the order of citing.  Raises KeyError for an id that is
        not among the items.
        """
        from publist.csl.cite import Citer

        return Citer(self.passes, self.resolver).document(document)


def _refuse_doubled(items: Sequence[Item]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise InputError(f"two items have the id “{item.id}”; give one of them another")
        seen.add(item.id)


def _from_json(item: Mapping[str, Any]) -> Item:
    from publist.csl_json import item_from_json

    return item_from_json(item)
