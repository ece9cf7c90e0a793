"""Citations as word processors write them, and as the CSL test suite does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.csl.citation import Citation, Cite
from publist.csl_json import text_from_markup
from publist.richtext import plain


def citation_from_json(value: Mapping[str, Any]) -> Citation:
    """A citation as word processors write it, e.g. ``{"citationItems": [{"id": "a", "locator": 4}]}``.

    The note's number is ``properties.noteIndex``.
    """
    properties = value.get("properties") or {}
    note = properties.get("noteIndex") or 0
    return Citation(tuple(cite_from_json(cite) for cite in value["citationItems"]), int(note))


def cite_from_json(value: Mapping[str, Any]) -> Cite:
    """One cite of a citation, e.g. ``{"id": "a", "label": "chapter", "locator": "4"}``."""
    locator = value.get("locator")
    position = value.get("position")
    return Cite(
        str(value["id"]),
        locator="" if locator is None else plain(str(locator)).strip(),
        label=str(value.get("label") or "page"),
        prefix=text_from_markup(str(value.get("prefix") or "")),
        suffix=text_from_markup(str(value.get("suffix") or "")),
        suppress_author=bool(value.get("suppress-author")),
        author_only=bool(value.get("author-only")),
        position=position if isinstance(position, int) else None,
        near_note=bool(value.get("near-note")),
    )
