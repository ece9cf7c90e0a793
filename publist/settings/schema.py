"""The JSON schema of ``publist.toml``, for editors; made from the tables that read the file."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from typing import Any

from publist.settings.look import LOOK, PLACE, Setting
from publist.settings.project import Project
from publist.settings.tables import is_record

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def schema() -> str:
    """The schema (JSON Schema 2020-12) as text."""
    look = {setting.name: _setting(setting) for setting in LOOK}
    place = {setting.name: _setting(setting) for setting in PLACE}
    target = _object({**place, **look}) | {
        "oneOf": [{"required": [setting.name]} for setting in PLACE if setting.name != "block"]
    }
    files = {"anyOf": [_TEXT, _TEXTS], "description": "The .bib or CSL-JSON files, relative to this file."}
    general = {name: value for name, value in look.items() if name != "format"}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "publist.toml",
        **_object(
            {
                "bibliography": files,
                **_record(Project)["properties"],
                **general,
                "targets": {"type": "object", "additionalProperties": target},
            }
        ),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _setting(setting: Setting) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "text": _TEXT,
        "path": _TEXT,
        "bool": {"type": "boolean"},
        "int": {"type": "integer", "minimum": setting.least, "maximum": setting.most},
        "choice": {"enum": list(setting.choices)},
        "texts": _TEXTS,
        "table": {"type": "object", "additionalProperties": _TEXT},
    }
    default = {"default": setting.default} if setting.default else {}
    return kinds[setting.kind] | {"description": setting.help} | default


def _record(kind: Any) -> dict[str, Any]:
    types = typing.get_type_hints(kind)
    return _object({name.replace("_", "-"): _type(types[name]) for name in kind._fields})


def _type(kind: Any) -> dict[str, Any]:
    """What a field's type is in JSON's terms; :mod:`publist.settings.tables` reads the same types."""
    if is_record(kind):
        return _record(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        inner = _type(arguments[0])
        several: dict[str, Any] = {"type": "array", "items": inner}
        return {"anyOf": [inner, several]} if inner == _TEXT else several
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    return {"bool": {"type": "boolean"}, "int": {"type": "integer"}}.get(getattr(kind, "__name__", ""), _TEXT)
