"""Sub- and superscripts where a format has characters alone: ``10⁻³``, ``m²``, ``CO₂``, ``n^k``."""

from __future__ import annotations

from publist.patterns import pattern
from publist.richtext import Node, Span, plain, rewrite

_SUPER = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUB = dict(zip("0123456789+-−–=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
# An exponent that has no characters of its own: "p", "1.5", "k+1"; but "st" and "*" stand as they are.
_EXPONENT = pattern(r"[^\W\d_]|(?=.*\d)[\w.]+|(?P<sum>(?=.*\w[+−–/-])[\w.+−–/-]+)")


def with_scripts(content: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with exponents and indices as characters of their own, so that 10⁻³ is not 10-3.

    What has none stands behind ``^``: ``n^1.5``; words (``1st``) and signs stay as they are.
    """
    return rewrite(content, _change)


def _change(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Span) or node.style not in ("superscript", "subscript"):
        return (node,)
    inner = plain(node.children).strip("\n")  # which stand around a block
    found = shifted(inner, raised=node.style == "superscript")
    return (node,) if found == inner else (found,)


def shifted(text: str, *, raised: bool) -> str:
    """Raised or lowered characters where Unicode has all of them, e.g. ``⁻³``; else ``^1.5``, or the text."""
    table = _SUPER if raised else _SUB
    if text and all(letter in table for letter in text) and (raised or len(text) == 1 or not text.isalpha()):
        return "".join(table[letter] for letter in text)
    exponent = _EXPONENT.fullmatch(text) if raised else None
    if exponent is None:
        return text
    return f"^({text})" if exponent["sum"] else f"^{text}"
