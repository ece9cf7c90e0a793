"""What is different where a macro makes a sort key."""

from __future__ import annotations

from publist.csl.evaluate.context import Context, Render
from publist.csl.style import Choose, DateElement, Element, Group, Names
from publist.csl.tree import Out


def if_dated(render: Render, elements: tuple[Element, ...]) -> Render:
    """A macro with a date in it is empty for an item that has no such date, so the item comes last.

    The specification is silent; citeproc-js does so whatever the style writes instead of the date, so
    that "n.d." does not stand among the years.
    """
    variables = frozenset(_dates(elements))
    if not variables:
        return render

    def render_if_dated(cx: Context, parts: list[Out | str]) -> None:
        if variables.isdisjoint(cx.item.dates):
            cx.called += 1
            return
        render(cx, parts)

    return render_if_dated


def _dates(elements: tuple[Element, ...]) -> list[str]:
    """The date variables of the elements themselves; a macro that they call has its own."""
    found: list[str] = []
    for element in elements:
        if isinstance(element, DateElement):
            found.append(element.variable)
        elif isinstance(element, Group):
            found += _dates(element.children)
        elif isinstance(element, Names):
            found += _dates(element.substitute)
        elif isinstance(element, Choose):
            for branch in element.branches:
                found += _dates(branch.children)
    return found
