"""The state of a work that is not out yet, where it stands in the place of its venue or pages."""

from __future__ import annotations

import re

from publist.convert import values
from publist.convert.values import STATES
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import plain

_BEFORE = r"^({})(?: for publication| for review)?(?:[,:]|[,:]? (?:in|to|at|by|for|with)(?: the)?:?) "
_BEHIND = r"\s*[(\[,]\s*({})\s*[)\]]?$"
# "xx--xx, pending minor revision"
_NO_PAGES_YET = pattern(
    r"(?:x+|\?+|0+)\W+(?:x+|\?+|0+)\s*[,;(]\s*(?P<state>[^()]*[^\W\d_][^()]*)\)?", re.IGNORECASE
)


def settle(item: Item) -> None:
    """``to appear in X``, ``X (in press)``, ``under review``: the state of a work has its own variable."""
    values.settle(item)
    variables = item.variables
    if "status" in variables and (status := plain(variables["status"])).startswith("("):
        variables["status"] = status.strip("()")
    pages = plain(variables["page"]) if "page" in variables else ""
    if pages.startswith(("x", "X", "?", "0")) and (match := _NO_PAGES_YET.fullmatch(pages)):
        del variables["page"]
        variables["status"] = match["state"].strip()
    words = plain(variables.get("container-title", ""))
    low = words.lower()
    says = low.startswith(STATES) or low.rstrip(" )]").endswith(STATES)
    if not says:
        return
    said = "|".join(state for state in STATES if state in low)
    found = (re.search(shape.format(said), words, re.IGNORECASE) for shape in (_BEFORE, _BEHIND))
    match = next(filter(None, found), None)
    if match is None or match[0] == words:
        return
    variables["container-title"] = (words[: match.start()] + words[match.end() :]).strip()
    variables.setdefault("status", values.written("status", match[1]))
