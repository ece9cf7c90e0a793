"""The state of a work that is not out yet, where it stands in the place of its venue or pages."""

from __future__ import annotations

import re

from publist.item import Item
from publist.patterns import pattern
from publist.richtext import plain

_NAMES = (
    "to appear", "in press", "accepted", "submitted", "under review", "under revision", "under submission",
    "in revision", "in review", "forthcoming", "in preparation", "in prep", "under revise and resubmit",
    "revise and resubmit", "revise & resubmit",
)  # fmt: skip
_PLACES = ("container-title", "container-title-short", "page", "volume")
_STATE = f"(?P<state>{'|'.join(_NAMES)})"
_BEFORE = pattern(
    rf"{_STATE}(?: for publication| for review)?(?:[,:]|[,:]? (?:in|to|at|by|for|with)(?: the)?:?) ",
    re.IGNORECASE,
)
_ALONE = pattern(
    rf"\(?(?:(?:currently|manuscript|paper)[,:]? )?{_STATE}(?: for publication)?[.)]*", re.IGNORECASE
)
_BEHIND = pattern(rf"\s*[(\[,]\s*{_STATE}\s*[)\]]?$", re.IGNORECASE)
# "xx--xx, pending minor revision"
_NO_PAGES_YET = pattern(
    r"(?:x+|\?+|0+)\W+(?:x+|\?+|0+)\s*[,;(]\s*(?P<state>[^()]*[^\W\d_][^()]*)\)?", re.IGNORECASE
)


def settle(item: Item) -> None:
    """``to appear in X``, ``X (in press)``, ``under review``: the state of a work has its own variable."""
    pages = plain(item.variables.get("page", ""))
    if pages.startswith(("x", "X", "?", "0")) and (match := _NO_PAGES_YET.fullmatch(pages)):
        del item.variables["page"]
        item.variables["status"] = match["state"].strip()
    places = {name: plain(item.variables[name]) for name in _PLACES if name in item.variables}
    low = " ".join(places.values()).lower()
    if not any(state in low for state in _NAMES):
        return
    for name, words in places.items():
        if match := _ALONE.fullmatch(words.strip()):
            del item.variables[name]
            item.variables.setdefault("status", _whole(match["state"]))
    words = plain(item.variables.get("container-title", ""))
    match = _BEFORE.match(words) or _BEHIND.search(words)
    if match is None or match[0] == words:
        return
    item.variables["container-title"] = (words[: match.start()] + words[match.end() :]).strip()
    item.variables.setdefault("status", _whole(match["state"]))


def _whole(state: str) -> str:
    return "in preparation" if state.lower() == "in prep" else state.lower()
