"""Font styles inside font styles: what flips, and what is written (CSL 1.0.2, Rich Text Markup)."""

from __future__ import annotations

from publist.csl.elements import Formatting
from publist.richtext import SpanStyle

# Each style with the one that switches it off.
_OPPOSITES: dict[str, SpanStyle] = {
    "italic": "upright",
    "oblique": "upright",
    "bold": "medium",
    "small-caps": "normal-caps",
    "underline": "no-underline",
}
_ORIGINALS = {"upright": "italic", "medium": "bold", "normal-caps": "small-caps", "no-underline": "underline"}


def effective(form: Formatting, active: frozenset[str], *, idle: bool) -> list[SpanStyle]:
    """The styles to write: flipped where a field's own markup repeats one.

    A style that is on already is written again only where ``idle`` ones are wanted.
    """
    styles: list[SpanStyle] = []
    for span in form.spans:
        if span == "nocase":
            continue
        if span == "nodecor":
            styles.extend(_OPPOSITES[style] for style in sorted(active) if style in _OPPOSITES)
        elif span in active:
            if form.inline:
                styles.append(_OPPOSITES.get(span, span))
            elif idle:
                styles.append(span)
        elif span not in _ORIGINALS or _ORIGINALS[span] in active:
            styles.append(span)
    return styles


def switched(style: str, active: frozenset[str]) -> frozenset[str]:
    """The styles that are on once this one has begun."""
    original = _ORIGINALS.get(style)
    return active - {original} if original is not None else active | {style}
