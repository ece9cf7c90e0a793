"""Blocks of an entry: second-field-align, and affixes of the layout beside blocks."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from publist.csl.elements import PLAIN, Formatting
from publist.csl.tree import Out, TermText


@lru_cache(maxsize=64)
def _columns(form: Formatting) -> tuple[Formatting, Formatting]:
    """The layout's format for the margin and for the rest."""
    left = Formatting(display="left-margin", prefix=form.prefix, spans=form.spans, affixes_inside=True)
    return left, form._replace(prefix="", display="right-inline")


def shaped(tree: Out | str, *, align: bool) -> Out | str:
    """The entry with its first field in the margin if ``align`` (CSL 1.0.2, second-field-align).

    The affixes of the layout belong into the entry's first and last block, if it begins or ends with one
    (bugreports_SmallCapsEscape.txt).
    """
    if isinstance(tree, str) or not tree.children:
        return tree
    form, children = tree.format, tree.children
    if align:
        left, right = _columns(form)
        rest = [Out(right, children[1:])] if len(children) > 1 else []
        return Out(PLAIN, [Out(left, children[:1]), *rest])
    first, last = children[0], children[-1]
    if form.prefix and isinstance(first, Out) and first.format.display is not None:
        children = [_with_inside(first, prefix=form.prefix), *children[1:]]
        form = form._replace(prefix="")
    if form.suffix and isinstance(last, Out) and last.format.display is not None:
        children = [*children[:-1], _with_inside(cast(Out, children[-1]), suffix=form.suffix)]
        form = form._replace(suffix="")
    return tree if form is tree.format else Out(form, children)


def _with_inside(block: Out, *, prefix: str = "", suffix: str = "") -> Out:
    """The block with an affix of the layout inside it, around its own."""
    inner = Out(block.format._replace(display=None), block.children, block.tag)
    outer = Formatting(prefix, suffix, display=block.format.display, affixes_inside=True)
    return Out(outer, [inner])


def capitalized(tree: Out | str) -> Out | str:
    """The tree with a capital if a term comes first (magic_CapitalizeFirstOccurringTerm.txt)."""
    if isinstance(tree, str):
        return tree[:1].upper() + tree[1:] if isinstance(tree, TermText) else tree
    if any(char.isalnum() for char in tree.format.prefix) or not tree.children:
        return tree
    first = capitalized(tree.children[0])
    return tree if first is tree.children[0] else Out(tree.format, [first, *tree.children[1:]], tree.tag)
