"""Sort keys (CSL 1.0.2, Sorting): what stands for an item when a list is put in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from publist.csl.collation import collator
from publist.csl.elements import PLAIN, Area, Formatting, NameElement, Names, SortKey
from publist.csl.evaluate import new_compiler
from publist.csl.evaluate.context import NO_EXPANSIONS, Context
from publist.csl.evaluate.date import sortable
from publist.csl.evaluate.values import value_of
from publist.csl.locale import Locale
from publist.csl.sort import arrange
from publist.csl.style import Style
from publist.csl.tree import Out, text_of
from publist.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, Item
from publist.richtext import plain

_BETWEEN_NUMBERS = str.maketrans("-–", "  ")


class Ordering:
    """Puts items in the order that cs:bibliography or cs:citation asks for."""

    def __init__(self, style: Style, locale: Locale, area: Area) -> None:
        self.style = style
        self.locale = locale
        self.area = area
        self.collate = collator(locale.language)
        self.ascending = [key.ascending for key in area.sort]
        self.makers = [self._maker(key) for key in area.sort]

    def arrange(
        self,
        items: Sequence[Item],
        numbers: Sequence[int],
        expansions: Mapping[str, Mapping[str, tuple[int, ...]]],
    ) -> list[int]:
        """The positions of the items in order; ``numbers`` are their citation numbers.

        ``expansions`` are the given names that are told apart everywhere, by the item's id.
        """
        contexts: list[Context] = []
        for at, item in enumerate(items):
            cx = Context(item)
            cx.citation_number = numbers[at]
            cx.expansions = expansions.get(item.id, NO_EXPANSIONS)
            contexts.append(cx)
        keys = [lambda at, make=make: make(contexts[at]) for make in self.makers]
        return arrange(range(len(contexts)), keys, self.ascending)

    def _maker(self, key: SortKey) -> Callable[[Context], str]:
        collate = self.collate
        compile_ = new_compiler(self.style, self.locale, self.area.options, sorting=True, forced=key.options)
        if key.macro:
            render = compile_.macro(key.macro)
        elif key.variable in NAME_VARIABLES:
            # A name variable as a key is written out in full (CSL 1.0.2, Sorting Variables).
            name = NameElement({"form": "long", "name-as-sort-order": "all"})
            element = Names((key.variable,), name, None, None, False, (), Formatting(), False)  # noqa: FBT003 - a record's fields in order
            render = compile_.element(element)
        elif key.variable in DATE_VARIABLES:
            variable = key.variable

            def by_date(cx: Context) -> str:
                date = cx.item.dates.get(variable)
                return sortable(date) if date is not None else ""

            return by_date
        else:
            get = value_of(key.variable)
            if key.variable in NUMBER_VARIABLES:  # a range is two numbers: "1-2" comes before "2"
                return lambda cx: collate(plain(get(cx) or "").translate(_BETWEEN_NUMBERS))
            return lambda cx: collate(plain(get(cx) or ""))

        def by_text(cx: Context) -> str:
            parts: list[Out | str] = []
            cx.reset()
            render(cx, parts)
            return collate(text_of(Out(PLAIN, parts)).strip()) if parts else ""

        return by_text
