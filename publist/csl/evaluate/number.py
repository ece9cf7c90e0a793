"""cs:number and cs:label."""

from __future__ import annotations

from publist.csl.elements import Label, Number
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import NOWHERE, Context, Render
from publist.csl.evaluate.values import recased, value_of
from publist.csl.numbers import format_number, is_plural, is_several
from publist.csl.quotes import with_quotes
from publist.csl.tree import Out
from publist.richtext import plain

# Counts of things: plural whenever the number is not one (CSL 1.0.2, Label).
_COUNTS = ("number-of-pages", "number-of-volumes")


def number(element: Number, compiler: Compiler) -> Render:
    """``<number variable="edition" form="ordinal">``."""
    name, form, kind = element.variable, element.format, element.form
    get = value_of(name)
    locale = compiler.locale
    gender = locale.gender(name) if kind in ("ordinal", "long-ordinal") else ""
    change = recased(form, compiler)

    def render(cx: Context, parts: list[Out | str]) -> None:
        cx.called += 1
        value = get(cx)
        if not value or (cx.suppressed and name in cx.suppressed):
            return
        cx.filled += 1
        children: list[Out | str] = [format_number(plain(value), kind, locale, gender)]
        if change is not None:
            change(children, cx)
        parts.append(Out(form, children, name))

    return render


def label(element: Label, compiler: Compiler) -> Render:
    """``<label variable="page">``: the term for a number variable, in singular or plural.

    In a list nothing has a locator: a style that asks for its label there means that of the pages.  The
    reference processor writes it whatever follows.
    """
    name, form = element.variable, element.format
    get = value_of(name)
    locale = compiler.locale
    change = recased(form, compiler, of_item=False)
    kind, number_of = element.form, element.plural

    def render(cx: Context, parts: list[Out | str]) -> None:
        value = get(cx)
        if name == "locator" and cx.position == NOWHERE and cx.variables.get("page"):
            value = "1"
        if not value or (cx.suppressed and name in cx.suppressed):
            return
        if number_of == "contextual":
            plural = is_several(plain(value)) if name in _COUNTS else is_plural(plain(value))
        else:
            plural = number_of == "always"
        term = locale.term(cx.label if name == "locator" else name, kind, plural)
        if not term:
            return
        children = with_quotes([term], compiler.marks)
        if change is not None:
            change(children, cx)
        parts.append(Out(form, children))

    return render
