"""The JSON schema of ``publist.toml``, for editors; made from the tables that read the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, get_args, get_origin

from publist.settings.look import LOOK, Setting
from publist.settings.project import Project
from publist.settings.read import GENERAL
from publist.settings.target import PLACE
from publist.settings.values import is_record, key_of, kind_of

ADDRESS = "https://json.schemastore.org/publist.json"
"""Where SchemaStore keeps the schema; editors ask for it there."""

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def schema() -> str:
    """The schema (JSON Schema 2020-12) as text."""
    look = {setting.name: _setting(setting) for setting in LOOK}
    place = {setting.name: _setting(setting) for setting in PLACE}
    target = _object({**place, **look}) | {
        "oneOf": [{"required": [setting.name]} for setting in PLACE if setting.name != "block"]
    }
    bibliography = {
        "anyOf": [_TEXT, _TEXTS],
        "description": "The .bib or CSL-JSON files, relative to this file.",
    }
    general = {setting.name: look[setting.name] for setting in GENERAL}
    tables = {
        name: {"anyOf": [general[name], table]} if name in general else table
        for name, table in _record(Project)["properties"].items()
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS,
        "title": "publist.toml",
        **_object(
            {
                "bibliography": bibliography,
                **general,
                **tables,
                "targets": {"type": "object", "additionalProperties": target},
            }
        ),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def output_schema() -> str:
    """The schema of the list as data, which ships with the package."""
    return (files("publist") / "output.schema.json").read_text(encoding="utf-8")


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _setting(setting: Setting) -> dict[str, Any]:
    default = {"default": setting.default} if setting.default else {}
    return _type(setting.annotation) | {"description": setting.help} | default


def _record(kind: Any) -> dict[str, Any]:
    return _object({key_of(name): _type(one) for name, one in kind.__annotations__.items()})


def _type(annotation: Any) -> dict[str, Any]:
    """What a field's type is in JSON's terms; :mod:`publist.settings.values` reads the same types."""
    kind = kind_of(annotation)
    origin, arguments = get_origin(kind.type), get_args(kind.type)
    if is_record(kind.type):
        return _record(kind.type)
    if origin is tuple:
        inner = _type(arguments[0])
        several: dict[str, Any] = {"type": "array", "items": inner}
        return {"anyOf": [inner, several]} if inner == _TEXT else several
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    if kind.choices:
        return {"enum": list(kind.choices)}
    if kind.type is int:
        return {"type": "integer", "minimum": kind.range.least, "maximum": kind.range.most}
    return {"type": "boolean"} if kind.type is bool else _TEXT
