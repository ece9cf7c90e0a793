"""CSL-JSON both ways: items, names, dates, inline markup, and whole files."""

from __future__ import annotations

from publist.csl_json.files import ItemFile, load, load_bytes, loads, without_halves
from publist.csl_json.items import item_from_json, item_to_json, name_from_json
from publist.csl_json.markup import text_from_markup, text_to_markup

__all__ = [
    "ItemFile",
    "item_from_json",
    "item_to_json",
    "load",
    "load_bytes",
    "loads",
    "name_from_json",
    "text_from_markup",
    "text_to_markup",
    "without_halves",
]
