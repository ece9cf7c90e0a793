"""One CSL-JSON item <-> :class:`publist.item.Item`."""

from __future__ import annotations

from collections.abc import Mapping

from publist.csl_json import note
from publist.csl_json.dates import date_from_json, date_to_json
from publist.csl_json.markup import text_from_markup, text_to_markup
from publist.csl_json.particles import parse
from publist.errors import InputError
from publist.item import DATE_VARIABLES, NAME_VARIABLES, Item, Name
from publist.richtext import Text
from publist.truth import is_set

# Older names of a variable and what CSL 1.0.2 calls it.
_ALIASES = {
    "event": "event-title",
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
}
_NAME_KEYS = frozenset({"family", "given", "literal"})


def item_from_json(value: Mapping[str, object]) -> Item:
    """The item, e.g. of ``{"id": "a", "type": "book", "title": "<i>X</i>"}``.

    Keys that CSL does not know are kept as variables when they hold text or a number.  Raises
    :class:`InputError` with the variable's name where a value has a form that no variable has.
    """
    item = Item(str(value.get("id", "")), str(value.get("type") or ""))
    for key, content in value.items():
        if key not in {"id", "type"} and content is not None:
            _read(item, key, content)
    for old, new in _ALIASES.items():
        if old in item.variables:
            item.variables.setdefault(new, item.variables[old])
    extra = item.variables.get("note")
    if isinstance(extra, str) and ":" in extra:
        note.expand(item, extra)
    return item


def _read(item: Item, key: str, content: object) -> None:
    if isinstance(content, str):
        if key in DATE_VARIABLES:
            date = date_from_json({"raw": content})
            if date is not None:
                item.dates[key] = date
        elif key in NAME_VARIABLES:
            raise InputError(f'{key} is text; write a list of names such as [{{"family": …, "given": …}}]')
        elif content:
            item.variables[key] = text_from_markup(content)
    elif isinstance(content, bool):
        pass  # no variable is a truth value; tools leave flags of their own
    elif isinstance(content, int) and key in DATE_VARIABLES:
        _read(item, key, str(content))
    elif isinstance(content, (int, float)):
        item.variables[key] = f"{content:g}" if isinstance(content, float) else str(content)
    elif isinstance(content, Mapping):
        _read_mapping(item, key, content)
    elif isinstance(content, list):
        _read_list(item, key, content)
    else:
        raise InputError(f"{key} has a value that is no text, number, date or list of names")


def _read_mapping(item: Item, key: str, content: Mapping[str, object]) -> None:
    if key in DATE_VARIABLES or {"date-parts", "raw", "literal"} & content.keys():
        date = date_from_json(content)
        if date is not None:
            item.dates[key] = date
    elif key in NAME_VARIABLES:
        _read_list(item, key, [content])
    # Anything else ("custom", "multi") belongs to the tool that wrote it.


def _read_list(item: Item, key: str, content: list[object]) -> None:
    if key in NAME_VARIABLES or (
        content and isinstance(content[0], Mapping) and _NAME_KEYS & content[0].keys()
    ):
        names = tuple(name for name in (_name(key, each) for each in content) if name is not None)
        if names:
            item.names[key] = names
    elif content and all(isinstance(each, str) for each in content):
        item.variables[key] = ", ".join(str(each) for each in content)


def _name(variable: str, value: object) -> Name | None:
    if isinstance(value, str):
        return Name(literal=text_from_markup(value)) if value else None
    if not isinstance(value, Mapping):
        raise InputError(f"{variable} holds a name that is no object with family, given or literal")
    return name_from_json(value)


def name_from_json(value: Mapping[str, object]) -> Name | None:
    """The name, with particles found in ``family`` and ``given`` taken out; None if it is empty."""
    literal = _part(value, "literal") or _part(value, "name")  # Crossref's name of an organisation
    if literal:
        return Name(literal=text_from_markup(literal))
    family, given = _part(value, "family"), _part(value, "given")
    if not family and not given:
        return None
    if len(value) == 2 and family and given and "<" not in family + given:
        return _parsed(Name(family, given))  # nothing else to look at: by far the most names
    if is_set(value.get("isInstitution")):
        return Name(literal=text_from_markup(family or given))
    name = Name(
        text_from_markup(family),
        text_from_markup(given),
        _part(value, "dropping-particle"),
        _part(value, "non-dropping-particle"),
        _part(value, "suffix"),
        comma_suffix=is_set(value.get("comma-suffix")),
        static_ordering=is_set(value.get("static-ordering")),
    )
    if name.non_dropping_particle or not is_set(value.get("parse-names", True)):
        return name
    parsed = _parsed(name)
    if name.dropping_particle:
        both = f"{parsed.dropping_particle} {name.dropping_particle}"
        return parsed._replace(dropping_particle=both.strip())
    return parsed


def _part(value: Mapping[str, object], key: str) -> str:
    content = value.get(key)
    if isinstance(content, str):
        return content.strip()
    return str(content) if isinstance(content, int) and not isinstance(content, bool) else ""


def _parsed(name: Name) -> Name:
    """The same name, its particles and suffix taken out of it."""
    if not isinstance(name.family, str) or not isinstance(name.given, str):
        return name  # with markup inside, the name is as its writer wants it
    parts = parse(name.family, name.given)
    if parts.suffix and not name.suffix:
        name = name._replace(suffix=parts.suffix, comma_suffix=parts.comma_suffix)
    return name._replace(
        family=parts.family,
        given=parts.given,
        dropping_particle=parts.dropping,
        non_dropping_particle=parts.non_dropping,
    )


def item_to_json(item: Item) -> dict[str, object]:
    """The item as CSL-JSON: id and type first, then its variables as the item has them."""
    result: dict[str, object] = {"id": item.id, "type": item.type}
    for key, text in item.variables.items():
        result[key] = text_to_markup(text)
    for key, names in item.names.items():
        result[key] = [_name_to_json(name) for name in names]
    for key, date in item.dates.items():
        result[key] = date_to_json(date)
    return result


def _name_to_json(name: Name) -> dict[str, object]:
    parts: tuple[tuple[str, Text], ...] = (
        ("family", name.family),
        ("given", name.given),
        ("dropping-particle", name.dropping_particle),
        ("non-dropping-particle", name.non_dropping_particle),
        ("suffix", name.suffix),
        ("literal", name.literal),
    )
    result: dict[str, object] = {key: text_to_markup(text) for key, text in parts if text}
    if name.comma_suffix:
        result["comma-suffix"] = True
    if name.static_ordering:
        result["static-ordering"] = True
    return result
