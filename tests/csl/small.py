"""Small styles for tests: only what the test is about is written out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from publist.csl import Processor, Style
from publist.item import Item
from publist.richtext import Node, plain

_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {attributes}>
<info><id>small</id><title>small</title><updated>2024-01-01T00:00:00+00:00</updated></info>
{before}
<citation {citation}>{sort}<layout>{cite}</layout></citation>
<bibliography {bibliography}>{sort}<layout {around}>{layout}</layout></bibliography>
</style>"""


def style(layout: str, **parts: str) -> Style:
    """A style whose bibliography has this layout.

    ``parts`` fill the rest: ``attributes`` of cs:style, ``before`` (macros, locales), ``citation`` and
    ``bibliography`` attributes, ``sort``, ``cite`` (the citation's layout), ``around`` (the layout's own
    attributes).
    """
    names = ("attributes", "before", "citation", "bibliography", "sort", "around")
    filled = {name: parts.get(name, "") for name in names}
    cite = parts.get("cite", layout)
    return Style.loads(_STYLE.format(layout=layout, cite=cite, **filled), file="small.csl")


def contents(
    layout: str,
    *items: Mapping[str, Any],
    locale: str = "en-US",
    keep: Callable[[Item, str, int], bool] | None = None,
    **parts: str,
) -> list[tuple[Node, ...]]:
    """The entries as rich text, in the order of the bibliography."""
    numbered: Sequence[Mapping[str, Any]] = [
        {"id": f"item-{number}", "type": "book", **item} for number, item in enumerate(items)
    ]
    entries = Processor(style(layout, **parts), numbered, locale=locale, keep=keep).bibliography()
    return [entry.content for entry in entries]


def texts(layout: str, *items: Mapping[str, Any], **parts: Any) -> list[str]:
    """The entries as plain text."""
    return [plain(content) for content in contents(layout, *items, **parts)]


def person(family: str, given: str = "", **parts: str) -> dict[str, str]:
    """A name in CSL-JSON, e.g. ``person("Gogh", "Vincent", **{"non-dropping-particle": "van"})``."""
    return {"family": family, "given": given, **parts}
