"""Blocks of an entry: second-field-align, and affixes of the layout beside blocks."""

from __future__ import annotations

from functools import lru_cache

from publist.csl.elements import PLAIN, Formatting
from publist.csl.tree import Out, TermText


@lru_cache(maxsize=64)
def _columns(form: Formatting) -> tuple[Formatting, Formatting]:
    """The layout's format for the margin and for the rest."""
    left = Formatting(display="left-margin", prefix=form.prefix, spans=form.spans, affixes_inside=True)
    return left, form._replace(prefix="", display="right-inline")


def shaped(tree: Out | str, *, align: bool) -> Out | str:
    """The entry with its first field in the margin if ``align`` (CSL 1.0.2, second-field-align).

    What the layout adds at its end belongs into the entry's last block, if it ends with one
    (bugreports_SmallCapsEscape.txt).
    """
    if isinstance(tree, str) or not tree.children:
        return tree
    form, children = tree.format, tree.children
    if align:
        left, right = _columns(form)
        rest = [Out(right, children[1:])] if len(children) > 1 else []
        return Out(PLAIN, [Out(left, children[:1]), *rest])
    last = children[-1]
    if form.suffix and isinstance(last, Out) and last.format.display is not None:
        # The block's own suffix comes first.
        inner = Out(last.format._replace(display=None), last.children, last.tag)
        block = Out(Formatting(display=last.format.display), [inner, form.suffix])
        return Out(form._replace(suffix=""), [*children[:-1], block])
    return tree


def capitalized(tree: Out | str) -> Out | str:
    """The tree with a capital if a term comes first (magic_CapitalizeFirstOccurringTerm.txt)."""
    if isinstance(tree, str):
        return tree[:1].upper() + tree[1:] if isinstance(tree, TermText) else tree
    if any(char.isalnum() for char in tree.format.prefix) or not tree.children:
        return tree
    first = capitalized(tree.children[0])
    return tree if first is tree.children[0] else Out(tree.format, [first, *tree.children[1:]], tree.tag)
