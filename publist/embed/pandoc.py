"""A filter of pandoc's: divisions of class ``publist`` become lists.

https://pandoc.org/filters.html: the document's tree comes and goes as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from publist.embed.attributes import blocks, paths
from publist.errors import InputError


def filtered(document: str, folder: Path) -> str:
    """The document with its lists in place; bibliographies are relative to the folder.

    Raises InputError for what is no document of pandoc's, PublistError for a wrong option of a list.
    """
    try:
        tree = json.loads(document)
        default = _default(tree.get("meta", {}))
        found = list(_divisions(tree["blocks"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "is no document of pandoc's: pandoc -t json x.md | publist filter | pandoc -f json"
        raise InputError(message, file="<stdin>") from error
    for within, place in reversed(found):
        attributes = dict(within[place]["c"][0][2])
        named = paths(attributes.get("bibliography", default), folder)
        within[place : place + 1] = json.loads(blocks(attributes, named))
    return json.dumps(tree, ensure_ascii=False)


def _default(meta: Mapping[str, Any]) -> str:
    """The document's own bibliographies, for lists that name none."""
    found = meta.get("bibliography", {})
    several = found.get("c", []) if found.get("t") == "MetaList" else [found] if found else []
    return " ".join(_plain(one.get("c", "")) for one in several)


def _plain(inlines: Any) -> str:
    if isinstance(inlines, str):
        return inlines
    return "".join(one.get("c", "") if one["t"] == "Str" else " " for one in inlines)


def _divisions(blocks: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Where the divisions of class ``publist`` stand: the list of blocks, and the place in it."""
    for place, block in enumerate(blocks):
        content = block.get("c")
        if block["t"] == "Div":
            if "publist" in content[0][1]:
                yield blocks, place
            else:
                yield from _divisions(content[1])
        elif block["t"] == "BlockQuote":
            yield from _divisions(content)
        elif block["t"] in ("BulletList", "OrderedList"):
            for item in content if block["t"] == "BulletList" else content[1]:
                yield from _divisions(item)
