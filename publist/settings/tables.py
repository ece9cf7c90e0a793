"""Tables of ``publist.toml`` to records, by the types of the records' fields."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from typing import Any

from publist.errors import ConfigError, nearest

Place = tuple[str, ...]
"""Where a value stands, e.g. ``("owner", "name")``."""

Refuse = Callable[[Place, str], ConfigError]
"""Makes the error for a place and what is wrong there."""

Record = typing.TypeVar("Record")


def record(kind: type[Record], data: object, place: Place, refuse: Refuse) -> Record:
    """A record of this kind from a table; a field ``sign_off`` is the key ``sign-off``.

    Raises what ``refuse`` makes for an unknown key or a wrong type.
    """
    if not isinstance(data, dict):
        raise refuse(place, f"is a table: write [{'.'.join(place)}] and below it its settings")
    types = typing.get_type_hints(kind)
    names = {name.replace("_", "-"): name for name in typing.cast("Any", kind)._fields}
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in names:
            near = nearest(key, names)
            known = [".".join((*place, name)) for name in (near or names)]
            hint = f"did you mean {known[0]}?" if near else "known are: " + ", ".join(known)
            raise refuse((*place, key), f"is no setting: {hint}")
        values[names[key]] = _value(types[names[key]], value, (*place, key), refuse)
    return kind(**values)


def is_record(kind: Any) -> bool:
    """Whether a type is that of a record, a named tuple, and not a generic such as ``tuple[str, ...]``."""
    return isinstance(kind, type) and hasattr(kind, "_fields")


def _value(kind: Any, value: object, place: Place, refuse: Refuse) -> object:
    if is_record(kind):
        return record(kind, value, place, refuse)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _several(typing.get_args(kind)[0], value, place, refuse)
    if origin is Mapping:
        return _table(typing.get_args(kind)[1], value, place, refuse)
    if origin is typing.Literal:
        known = typing.get_args(kind)
        if value not in known:
            raise refuse(place, "is one of " + ", ".join(f'"{one}"' for one in known))
        return value
    if not isinstance(value, str):
        raise refuse(place, 'is text: put it in quotes, "…"')
    return value


def _several(kind: Any, value: object, place: Place, refuse: Refuse) -> tuple[object, ...]:
    if is_record(kind):
        if not isinstance(value, list):
            raise refuse(place, f"is a list of tables: write [[{'.'.join(place)}]] above each of them")
        return tuple(record(kind, one, place, refuse) for one in value)
    members = value if isinstance(value, list) else [value]
    if not all(isinstance(member, str) for member in members):
        raise refuse(place, 'is text or a list of text: ["…", "…"]')
    return tuple(members)


def _table(kind: Any, value: object, place: Place, refuse: Refuse) -> dict[str, object]:
    if not isinstance(value, dict):
        raise refuse(place, f"is a table: write [{'.'.join(place)}] and below it its settings")
    return {name: _value(kind, one, (*place, name), refuse) for name, one in value.items()}
