"""Sub- and superscripts where a format has characters alone: ``10⁻³``, ``m²``, ``CO₂``, ``n^k``."""

from __future__ import annotations

from publist.richtext import Node, Span, plain, rewrite

SUPERSCRIPTS = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUB = dict(zip("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎", strict=True))


def with_scripts(content: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with exponents and indices as characters of their own, so that 10⁻³ is not 10-3.

    One letter that has none stands behind ``^``; words (``1st``) and signs stay as they are.
    """
    return rewrite(content, _change)


def _change(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Span) or node.style not in ("superscript", "subscript"):
        return (node,)
    inner = plain(node.children).strip("\n")  # which stand around a block
    table = SUPERSCRIPTS if node.style == "superscript" else _SUB
    if inner and all(letter in table for letter in inner):
        return ("".join(table[letter] for letter in inner),)
    return ("^" + inner,) if node.style == "superscript" and len(inner) == 1 and inner.isalpha() else (node,)
