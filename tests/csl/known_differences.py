"""The kinds in which entries of drawn items differ from citeproc-js's, each with its reason.

The ledger is strict both ways: a difference that no kind explains stops the test, and so does a kind that
explains none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Item = Mapping[str, Any]


class Kind(NamedTuple):
    """``alike`` makes texts equal that differ in this kind alone; ``meets`` tells of which items."""

    name: str
    reason: str
    meets: Callable[[Item], bool]
    alike: Callable[[str], str]


def _year(item: Item) -> int:
    parts = item.get("issued", {}).get("date-parts", [[0]])
    return int(parts[0][0])


KINDS = (
    Kind(
        "a range of article pages",
        "3:1–3:18 is a range of pages here (pp.), and one page with a hyphen there",
        lambda item: ":" in item.get("page", ""),
        lambda text: re.sub(r"\bpp?(\.|\b)", "p\\1", text).replace("–", "-"),
    ),
    Kind(
        "an early year",
        "CSL 1.0.2 (AD and BC) marks all years of less than four digits; there 500 to 999 go without",
        lambda item: 0 < _year(item) < 1000,
        lambda text: re.sub(r" (?:AD|C\.E\.)", "", text),
    ),
    Kind(
        "a range in parentheses",
        "where the year has affixes, these stand once around a range; there the second year has its own",
        lambda item: len(item.get("issued", {}).get("date-parts", ())) > 1,
        lambda text: re.sub(r"[()]", "", text),
    ),
    Kind(
        "case in another language",
        "words of an item in another language keep their case in all fields; there title case meets some",
        lambda item: item.get("language", "en")[:2] != "en",
        str.casefold,
    ),
    Kind(
        "the title of an event",
        "event-title is what CSL 1.0 calls event; there it is printed only under the name that the item has",
        lambda item: "event-title" in item,
        lambda text: re.sub(
            r"\W+", " ", re.sub(r"[Pp]resented at the (?:CY ’23|Conference on X)\b", "", text)
        ),
    ),
)


def explaining(item: Item, wanted: str, got: str) -> Kind | None:
    """The kind in which the two texts differ, be it beside others; None if there is none."""
    met = [kind for kind in KINDS if kind.meets(item)]
    for kind in met:
        if kind.alike(wanted) == kind.alike(got):
            return kind
    for kind in met:
        wanted, got = kind.alike(wanted), kind.alike(got)
    return met[0] if met and wanted == got else None
