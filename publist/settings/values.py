"""Values of ``publist.toml``, of options and of Python's arguments, by the types of the records' fields."""

import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from publist.errors import ConfigError, nearest
from publist.records import NamedTuple

Place = tuple[str | int, ...]
"""Where a value stands, e.g. ``("owner", "name")``, or ``("people", 1, "url")`` of the second person."""

Refuse = Callable[[Place, str], ConfigError]
"""Makes the error for a place and what is wrong there."""

Record = typing.TypeVar("Record")


class Range(NamedTuple):
    """The bounds of a whole number."""

    least: int = 0
    most: int = 9999


class Open(NamedTuple):
    """That beside the choices what ``knows`` accepts will do, e.g. ``Open(is_plugged)``."""

    knows: Callable[[object], bool]


def _nothing_else(_raw: object) -> bool:
    return False


class ValueKind(NamedTuple):
    """A field's type taken apart, e.g. ``ValueKind(int, Range(1, 6))``; ``read`` is how a text is read.

    ``knows`` says whether a value will do that is none of the choices.
    """

    type: Any
    range: Range = Range()
    read: Callable[[str], object] = str
    knows: Callable[[object], bool] = _nothing_else

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of a choice, () for anything else."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def members(self) -> tuple[str, ...]:
        """The choices for each of several, () for anything else."""
        return kind_of(get_args(self.type)[0]).choices if get_origin(self.type) is tuple else ()


@cache
def kind_of(annotation: Any) -> ValueKind:
    """What a field's annotation says.

    >>> kind_of(Annotated[int, Range(1, 6)] | None).range.most
    6
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        return kind_of(arguments[0])  # the other is None: not given
    if origin is not Annotated:
        return ValueKind(annotation, read=Path if annotation is Path else str)
    how = arguments[1]
    if isinstance(how, Open):
        return ValueKind(arguments[0], knows=how.knows)
    return ValueKind(int, range=how) if isinstance(how, Range) else ValueKind(str, read=how)


def is_record(kind: Any) -> bool:
    """Whether a type is that of a record, a named tuple, and not a generic such as ``tuple[str, ...]``."""
    return isinstance(kind, type) and hasattr(kind, "_fields")


def dotted(place: Iterable[str | int]) -> str:
    """A place as TOML writes it, e.g. ``people.url``."""
    return ".".join(part for part in place if isinstance(part, str))


def record(kind: type[Record], data: object, place: Place, refuse: Refuse) -> Record:
    """A record of this kind from a table; a field has the key that :func:`key_of` says.

    Raises what ``refuse`` makes for an unknown key or a wrong type.
    """
    table = _table(data, place, refuse)
    names = {key_of(name): name for name in kind.__annotations__}
    known(table, names, place, refuse)
    given = {}
    for key, one in table.items():
        given[names[key]] = value(kind.__annotations__[names[key]], one, (*place, key), refuse)
    return kind(**given)


def key_of(field: str) -> str:
    """The key in ``publist.toml`` of a record's field: ``sign-off`` of ``sign_off``, ``to`` of ``to_``."""
    return field.rstrip("_").replace("_", "-")


def known(keys: Iterable[str], names: Collection[str], place: Place, refuse: Refuse) -> None:
    """Raise what ``refuse`` makes for the first key that is none of the names."""
    for key in keys:
        if key not in names:
            near = nearest(key, names)
            shown = [dotted((*place, name)) for name in (near or names)]
            hint = f"did you mean {shown[0]}?" if near else "known are: " + ", ".join(shown)
            raise refuse((*place, key), f"is no setting: {hint}")


def value(annotation: Any, raw: object, place: Place, refuse: Refuse) -> Any:
    """The value of a field of that type.  Raises what ``refuse`` makes for a wrong one."""
    kind = kind_of(annotation)
    origin, arguments = get_origin(kind.type), get_args(kind.type)
    if is_record(kind.type):
        return record(kind.type, raw, place, refuse)
    if origin is tuple:
        return _several(arguments[0], raw, place, refuse)
    if origin is Mapping:
        table = _table(raw, place, refuse)
        return {
            value(arguments[0], name, (*place, name), refuse): value(
                arguments[1], one, (*place, name), refuse
            )
            for name, one in table.items()
        }
    if refusal := _refusal(kind, raw):
        raise refuse(place, refusal)
    if kind.type in (bool, int):
        return raw
    try:
        return kind.read(str(raw)) if raw else None if kind.read is Path else raw
    except ConfigError as error:
        raise refuse(place, error.message) from error


def _refusal(kind: ValueKind, raw: object) -> str:
    """Why a value will not do, e.g. ``is text: put it in quotes``; "" if it will."""
    if kind.type is bool:
        return "" if isinstance(raw, bool) else "is true or false"
    if kind.type is int:
        least, most = kind.range
        fits = type(raw) is int and least <= raw <= most
        return "" if fits else f"is a whole number from {least} to {most}"
    if kind.choices:
        known_ones = ", ".join(f'"{one}"' for one in kind.choices)
        return "" if raw in kind.choices or kind.knows(raw) else f"is one of {known_ones}, not {raw!r}"
    return "" if isinstance(raw, str) else 'is text: put it in quotes, "…"'


def _several(kind: Any, raw: object, place: Place, refuse: Refuse) -> tuple[object, ...]:
    if is_record(kind):
        if not isinstance(raw, list):
            raise refuse(place, f"is a list of tables: write [[{dotted(place)}]] above each of them")
        return tuple(record(kind, one, (*place, number), refuse) for number, one in enumerate(raw))
    members = raw if isinstance(raw, (list, tuple)) else [raw]
    if not all(isinstance(member, str) for member in members):
        raise refuse(place, 'is text or a list of text: ["…", "…"]')
    return tuple(value(kind, member, place, refuse) for member in members)


def _table(raw: object, place: Place, refuse: Refuse) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise refuse(place, f"is a table: write [{dotted(place)}] and below it its settings")
    return raw
