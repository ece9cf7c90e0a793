"""The values of variables, and what an element's text-case, strip-periods and quotes do to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from publist.csl.elements import Formatting
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import Context
from publist.csl.numbers import LABELLED, page_first, without_label
from publist.csl.quotes import with_quotes
from publist.csl.textcase import recase_leaves
from publist.csl.tree import Out, from_text
from publist.richtext import Text, plain

Getter: TypeAlias = Callable[[Context], "Text | None"]

# What changes the text of a list of nodes in place.
Change: TypeAlias = Callable[["list[Out | str]", Context], None]
# Variables that CSL-JSON, or an older CSL, has under another name.
_ALIASES = {
    "title-short": "shortTitle",
    "shortTitle": "title-short",
    "container-title-short": "journalAbbreviation",
    "journalAbbreviation": "container-title-short",
    "event-title": "event",
    "event": "event-title",
}


def _citation_number(cx: Context) -> Text | None:
    return str(cx.citation_number) if cx.citation_number else None


def _page_first(cx: Context) -> Text | None:
    first = cx.variables.get("page-first")
    if first:
        return first
    pages = cx.variables.get("page")
    if not pages:
        return None
    return page_first(plain(pages))


def _citation_label(cx: Context) -> Text | None:
    from publist.csl.label import citation_label

    label = cx.variables.get("citation-label") or citation_label(cx.item)
    if not label or cx.year_suffix_done or not cx.disambiguation.suffix:
        return label or None
    cx.year_suffix_done = True
    return plain(label) + cx.disambiguation.suffix


def _unlabelled(name: str) -> Getter:
    """The value of a number variable without its own label."""

    def get(cx: Context) -> Text | None:
        value = cx.variables.get(name)
        if not isinstance(value, str) or "." not in value:
            return value
        return without_label(name, value)

    return get


# Variables whose value is not simply the item's.
_SPECIAL: dict[str, Getter] = {
    "citation-number": _citation_number,
    "citation-label": _citation_label,
    "year-suffix": lambda cx: cx.disambiguation.suffix or None,
    "locator": lambda cx: cx.locator or None,
    "first-reference-note-number": lambda cx: str(cx.first_note) if cx.first_note else None,
    "page-first": _page_first,
}


def value_of(name: str, form: str = "long") -> Getter:
    """How to get a variable, e.g. ``value_of("title", "short")``: None or "" where there is none."""
    if name in _SPECIAL:
        return _SPECIAL[name]
    if name in LABELLED:
        return _unlabelled(name)
    if form == "short":
        short = f"{name}-short"
        candidates = [short, _ALIASES.get(short, short), name]
    elif name in _ALIASES:
        candidates = [name, _ALIASES[name]]
    else:

        def simple(cx: Context) -> Text | None:
            return cx.variables.get(name)

        return simple

    def get(cx: Context) -> Text | None:
        variables = cx.variables
        for candidate in candidates:
            value = variables.get(candidate)
            if value:
                return value
        return None

    return get


def is_of_item(name: str) -> bool:
    """Whether the variable's value is the item's alone, wherever the item is cited."""
    return name not in _SPECIAL


def recased(form: Formatting, compiler: Compiler, *, of_item: bool = True) -> Change | None:
    """What text-case and strip-periods do, in place, to the text of a list of nodes; None for nothing.

    Words ``of_item`` are in the item's language, those of terms and labels in the locale's.
    """
    case, strip = form.text_case, form.strip_periods
    if not case and not strip:
        return None
    language = compiler.locale.language

    def change(children: list[Out | str], cx: Context) -> None:
        own = cx.variables.get("language") if case and of_item else None
        recase_leaves(children, case, plain(own) if own else language, strip=strip)

    return change


def styled(
    form: Formatting, compiler: Compiler, *, of_item: bool = True
) -> Callable[[Text, Context], list[Out | str]]:
    """Makes an element's children out of a value: inner quotes parsed, case changed."""
    change, marks = recased(form, compiler, of_item=of_item), compiler.marks

    def dress(value: Text, cx: Context) -> list[Out | str]:
        children = with_quotes(from_text(value), marks)
        if change is not None:
            change(children, cx)
        return children

    return dress
