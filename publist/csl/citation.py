"""What a document cites: citations, each with one or more cites (CSL 1.0.2, Citation)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from publist.richtext import Text, plain


class Cite(NamedTuple):
    """One reference to one item, e.g. ``Cite("doe2024", locator="12-14", prefix="see")``.

    ``label`` says what the locator counts, by CSL's locator terms.  ``position`` and ``near_note``
    overrule what the document says; see :data:`publist.csl.evaluate.context.FIRST` and the others.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: Text = ""
    suffix: Text = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int | None = None
    near_note: bool = False


class Citation(NamedTuple):
    """The cites at one place of a document; ``note`` is the number of its note, 0 in the text."""

    cites: tuple[Cite, ...]
    note: int = 0


def citation_from_json(value: Mapping[str, Any]) -> Citation:
    """A citation as word processors write it, e.g. ``{"citationItems": [{"id": "a", "locator": 4}]}``.

    The note's number is ``properties.noteIndex``.
    """
    properties = value.get("properties") or {}
    note = properties.get("noteIndex") or 0
    return Citation(tuple(cite_from_json(cite) for cite in value["citationItems"]), int(note))


def cite_from_json(value: Mapping[str, Any]) -> Cite:
    """One cite of a citation, e.g. ``{"id": "a", "label": "chapter", "locator": "4"}``."""
    from publist.csl_json import text_from_markup

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
