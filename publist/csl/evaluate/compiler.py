"""The compiler: what elements need to know of the style and locale while they are compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from publist.csl.elements import PLAIN, Element, Formatting
from publist.csl.evaluate.context import Context, Render
from publist.csl.evaluate.sorting import counts_in_date_key, has_dates, nothing
from publist.csl.locale import Locale
from publist.csl.quotes import QuoteMarks
from publist.csl.style import Style
from publist.csl.tree import Out

Kinds = Mapping[type[Any], Callable[[Any, "Compiler"], Render]]


class Compiler:
    """Compiles elements for one use: the citation, the bibliography, or a sort key.

    ``options`` are name options in force: those of cs:style, overridden by the area's, overridden
    by a sort key's.  Macros are compiled once per compiler.
    """

    def __init__(
        self,
        kinds: Kinds,
        style: Style,
        locale: Locale,
        options: Mapping[str, str],
        *,
        sorting: bool = False,
        forced: Mapping[str, str] | None = None,
        explicit_year_suffix: bool = False,
    ) -> None:
        self.kinds = kinds
        self.style = style
        self.locale = locale
        self.marks = QuoteMarks.of(locale)
        self.options = {**style.options, **options}
        # Options that win over those of cs:name itself: a sort key's names-min.
        self.forced = forced or {}
        self.sorting = sorting
        self.explicit_year_suffix = explicit_year_suffix
        # Set while the children of a substitute are compiled: what they inherit.
        self.substitute_for: Any = None
        # Set for what stands right in a substitute: the first element that shows something counts.
        self.first_only = False
        # Set while a macro is compiled of which only dates count (see sorting).
        self.dates_only = False
        self._macros: dict[tuple[str, bool], Render] = {}

    @property
    def surroundings(self) -> tuple[Any, bool, bool]:
        """What an element is compiled in, for one that is compiled later."""
        return self.substitute_for, self.dates_only, self.first_only

    @surroundings.setter
    def surroundings(self, value: tuple[Any, bool, bool]) -> None:
        self.substitute_for, self.dates_only, self.first_only = value

    def element(self, element: Element) -> Render:
        """One element, compiled."""
        if self.dates_only and not counts_in_date_key(element):
            return nothing
        return self.kinds[type(element)](element, self)

    def elements(self, elements: tuple[Element, ...]) -> tuple[Render, ...]:
        """Several, in order."""
        return tuple([self.element(element) for element in elements])

    def macro(self, name: str) -> Render:
        """A macro as a group of its elements; compiled when it is first called."""
        elements = self.style.macros[name]
        key = name, self.dates_only or (self.sorting and has_dates(elements))
        if key not in self._macros:
            # What names in a substitute inherit is for the names that stand right there.
            outer, self.surroundings = self.surroundings, (None, key[1], False)
            self._macros[key] = sequence(self.elements(elements), PLAIN)
            self.surroundings = outer
        return self._macros[key]


def layout(children: tuple[Render, ...], form: Formatting) -> Render:
    """The children of cs:layout as one node, which is there even if all variables are empty."""

    def render(cx: Context, parts: list[Out | str]) -> None:
        inner: list[Out | str] = []
        for child in children:
            child(cx, inner)
        if inner:
            parts.append(Out(form, inner))

    return render


def sequence(children: tuple[Render, ...], form: Formatting) -> Render:
    """The children as one node, which vanishes when all variables that it calls are empty.

    CSL 1.0.2, Group; a macro acts as a group does.
    """
    plain = form is PLAIN

    def render(cx: Context, parts: list[Out | str]) -> None:
        called, filled, excused = cx.called, cx.filled, cx.excused
        cx.excused = -1
        inner: list[Out | str] = []
        for child in children:
            child(cx, inner)
        if cx.called == called:
            # A part without variables does not empty the group around it, even if it is empty itself;
            # unless a variable that is empty follows.
            cx.excused = called
        elif cx.filled == filled and cx.excused != cx.called:
            inner = []
        if cx.excused < 0:
            cx.excused = excused
        if not inner:
            return
        # To the group around it, a group that shows something is a variable with a value.
        cx.filled += 1
        if plain and len(inner) == 1 and not _shows_depth(inner[0]):
            parts.append(inner[0])
        else:
            parts.append(Out(form, inner))

    return render


def _shows_depth(node: Out | str) -> bool:
    """Whether punctuation beside the node would meet it in another way without the group around it."""
    if isinstance(node, str):
        return False
    form = node.format
    return bool(form.spans or form.suffix or form.quotes)
