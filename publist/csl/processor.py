"""The processor: composes the passes over all items of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from publist.csl.evaluate import compiler
from publist.csl.evaluate.compiler import Compiler, sequence
from publist.csl.evaluate.context import Context, Render
from publist.csl.locale import Locale
from publist.csl.punctuation import Resolver
from publist.csl.style import Area, SortKey, Style
from publist.csl.tree import Out, text_of
from publist.item import DATE_VARIABLES, NAME_VARIABLES, Item
from publist.richtext import Node, plain

Keep: TypeAlias = Callable[[Item, str, int], bool]


@dataclass(slots=True)
class FormattedEntry:
    """One entry of a bibliography as rich text; ``number`` counts from 1 in the style's order."""

    id: str
    content: tuple[Node, ...]
    number: int


class Processor:
    """Formats items in one style and locale.

        processor = Processor(Style.load("ieee"), items, locale="en-GB")
        processor.bibliography()[0].content

    ``items`` are :class:`~publist.item.Item` or CSL-JSON objects.  ``locale`` defaults to the
    style's own, then to en-US.  ``disambiguate=False`` leaves out year suffixes, ``sort=False``
    keeps the order of the items.
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
        self.disambiguate = disambiguate
        self.keep = keep
        self.resolver = Resolver(self.locale)
        self._sort = sort
        self._ordered: list[Item] | None = None

    def ordered(self) -> list[Item]:
        """The items in the order of the bibliography."""
        if self._ordered is None:
            area = self.style.bibliography
            keys = area.sort if area is not None and self._sort else ()
            self._ordered = self._sorted(self.items, keys, area) if keys and area else list(self.items)
        return self._ordered

    def order(self) -> list[str]:
        """The ids in the order of the bibliography."""
        return [item.id for item in self.ordered()]

    def bibliography(self) -> list[FormattedEntry]:
        """Every item formatted as the style's bibliography asks; empty if it has none."""
        area = self.style.bibliography
        if area is None:
            return []
        render = self._layout(area)
        entries: list[FormattedEntry] = []
        for number, item in enumerate(self.ordered(), 1):
            cx = Context(item)
            cx.citation_number = number
            cx.keep = self.keep
            parts: list[Out | str] = []
            render(cx, parts)
            entries.append(FormattedEntry(item.id, self.resolver.resolve(parts[0] if parts else None), number))
        return entries

    def _layout(self, area: Area) -> Render:
        compile_ = compiler(self.style, self.locale, area.options)
        return sequence(compile_.elements(area.children), area.format)

    def _sorted(self, items: list[Item], keys: tuple[SortKey, ...], area: Area) -> list[Item]:
        from publist.csl.collation import key as collated

        makers = [self._key(key, area) for key in keys]
        decorated = list(items)
        for make, key in reversed(list(zip(makers, keys, strict=True))):
            values = {id(item): make(item) for item in decorated}
            filled = [item for item in decorated if values[id(item)]]
            empty = [item for item in decorated if not values[id(item)]]
            language = self.locale.language
            filled.sort(key=lambda item: collated(values[id(item)], language), reverse=not key.ascending)
            decorated = filled + empty
        return decorated

    def _key(self, key: SortKey, area: Area) -> Callable[[Item], str]:
        compile_: Compiler = compiler(
            self.style, self.locale, area.options, sorting=True, forced=key.options
        )
        if key.macro:
            render = compile_.macro(key.macro)
        elif key.variable in NAME_VARIABLES:
            return lambda item: ""
        elif key.variable in DATE_VARIABLES:
            return lambda item: str(item.dates[key.variable].parts) if key.variable in item.dates else ""
        else:
            return lambda item: plain(item.variables.get(key.variable, ""))

        def make(item: Item) -> str:
            parts: list[Out | str] = []
            render(Context(item), parts)
            return text_of(parts[0]) if parts else ""

        return make


def _from_json(item: Mapping[str, Any]) -> Item:
    from publist.csl_json import item_from_json

    return item_from_json(item)
