"""Compiles a style's elements into functions, once; a rendering then only calls them.

Each compiled element is a :data:`~publist.csl.evaluate.context.Render`: it takes a context and
appends its output to its parent's list, or nothing if it is empty.  That makes cs:choose
transparent to the delimiter of the group around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from publist.csl import elements
from publist.csl.evaluate import choose, date, names, number, text
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import Context, Render

# One function per kind of element.
KINDS: Mapping[type[Any], Callable[[Any, Compiler], Render]] = {
    elements.TextVariable: text.text_variable,
    elements.TextMacro: text.text_macro,
    elements.TextTerm: text.text_term,
    elements.TextValue: text.text_value,
    elements.Number: number.number,
    elements.Label: number.label,
    elements.DateElement: date.date,
    elements.Names: names.names,
    elements.GroupElement: text.group,
    elements.Choose: choose.choose,
}

__all__ = ["Compiler", "Context", "Render", "new_compiler"]


def new_compiler(*args: Any, **kwargs: Any) -> Compiler:
    """A compiler for all kinds of elements; see :class:`Compiler`."""
    return Compiler(KINDS, *args, **kwargs)
