"""What is different where a macro makes a sort key."""

from __future__ import annotations

from publist.csl.elements import Choose, DateElement, Element, GroupElement, TextMacro, inner
from publist.csl.evaluate.context import Context
from publist.csl.tree import Out


def has_dates(elements: tuple[Element, ...]) -> bool:
    """Whether a macro of these elements makes a date key: whether a cs:date is among them.

    Of such a macro only dates count: "n.d." instead of a date is no key, and the item comes last.
    The specification is silent; this is what citeproc-js is seen to do.
    """
    return any(isinstance(element, DateElement) or has_dates(inner(element)) for element in elements)


def counts_in_date_key(element: Element) -> bool:
    """Whether the element is a date or may hold one."""
    return isinstance(element, (DateElement, GroupElement, Choose, TextMacro))


def nothing(_cx: Context, _parts: list[Out | str]) -> None:
    """Render nothing: any other element in a date key."""
