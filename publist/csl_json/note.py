"""Variables that stand in an item's ``note``, as Zotero's "Extra" field carries them.

Lines ``variable: value`` at the head of the note, one variable each, are variables of the item; they
correct what it has (Zotero's documentation, "Citing Fields from Extra"):
``event-date: 2004-10-01/2004-10-14``, ``reviewed-author: Hall || W.C.``, ``type: review``.
The older ``{:variable: value}`` is read anywhere in the note.  See number_LimitOrdinalsToDayOne.txt
and label_NameLabelThroughSubstitute.txt.
"""

from __future__ import annotations

import re

from publist.csl_json.dates import date_from_text
from publist.csl_json.markup import text_from_markup
from publist.item import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Item,
    Name,
    without_exports,
)
from publist.patterns import pattern

_LINE = pattern(r"(?P<variable>[A-Za-z][A-Za-z_ -]*?)\s*:\s*(?P<value>\S.*?)\s*")
_BRACES = pattern(r"\{:\s*(?P<variable>[A-Za-z][A-Za-z_-]*)\s*:\s*(?P<value>[^}]*?)\s*\}")
_VARIABLES = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | TEXT_VARIABLES
_CAPITALS = {name.lower(): name for name in _VARIABLES if name != name.lower()}
_OWN = frozenset({"note", "citation-number", "citation-label", "year-suffix", "locator"})


def expand(item: Item, note: str) -> None:
    """Move the variables out of ``note`` into the item; the rest of the note stays."""
    rest = without_exports(note)
    rest = _BRACES.sub(lambda match: "" if _take(item, match, {}) else match[0], rest)
    lines = rest.split("\n")
    names: dict[str, list[Name]] = {}
    count = 0
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match is None or not _take(item, match, names):
            break
        count += 1
    for variable, found in names.items():
        item.names[variable] = tuple(found)
    rest = "\n".join(lines[count:]).strip()
    if rest == note.strip():
        return
    if rest:
        item.variables["note"] = rest
    else:
        del item.variables["note"]


def is_variable(line: str) -> bool:
    """Whether a line of a note is a variable with its value, e.g. ``PMID: 12345678``."""
    match = _LINE.fullmatch(line.strip())
    return match is not None and _named(match["variable"]) in _VARIABLES | {"type"} - _OWN


def _named(label: str) -> str:
    """The variable of a label as Zotero's users write it, e.g. ``original-date`` of ``Original Date``."""
    name = label.strip().lower().replace(" ", "-")
    return _CAPITALS.get(name, label if label in _VARIABLES else name)


def _take(item: Item, match: re.Match[str], names: dict[str, list[Name]]) -> bool:
    """Whether the match is of a variable; its value wins over the one that the item has."""
    variable, value = _named(match["variable"]), match["value"]
    if variable in _OWN:
        return False
    if variable == "type":
        if value in ITEM_TYPES:
            item.type = value
        return value in ITEM_TYPES
    if variable in NAME_VARIABLES:
        family, _, given = (part.strip() for part in value.partition("||"))
        name = Name(family, given) if given else Name(literal=family)
        names.setdefault(variable, []).append(name)
        return True
    if variable in DATE_VARIABLES:
        item.dates[variable] = date_from_text(value)
        return True
    if variable in NUMBER_VARIABLES or variable.removesuffix("-short") in TEXT_VARIABLES:
        item.variables[variable] = text_from_markup(value)
        return True
    return False
