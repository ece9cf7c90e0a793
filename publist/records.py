"""Named tuples that are cheap to define, and records whose attributes are cheap to read.

Where :class:`typing.NamedTuple` compiles every annotation, one by one, they stay as they are: a short list
needs 108 kinds of record with five fields each (``docs/decisions/060-start-up.md``).

>>> class Pages(NamedTuple):
...     first: int
...     last: int = 0
>>> Pages(12)
Pages(first=12, last=0)
"""

from __future__ import annotations

import collections
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


class Slotted:
    """A record that is no tuple, for what is read often: how it is compared, shown and pickled."""

    __slots__: tuple[str, ...] = ()
    _values: tuple[object, ...]

    def __init_subclass__(cls) -> None:
        cls._values = property(attrgetter(*cls.__annotations__))  # type: ignore[assignment]  # each kind's own

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self.__slots__, self._values))})"

    def __reduce__(self) -> tuple[type[Slotted], tuple[object, ...]]:
        # as a call, half as long as an object with its state
        return type(self), self._values


@dataclass_transform(frozen_default=True)
def record(kind: type[_Class]) -> type[_Class]:
    """A kind of :class:`Slotted`: equal to its own kind alone, good as a key, and never changed once made.

    The type checker holds the last; frozen in earnest, one takes twice as long to make.
    """
    return dataclass(slots=True, eq=False, repr=False)(kind)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Kind(type):
        """Makes of a class with annotations a named tuple that has the class's methods."""

        def __new__(cls, name: str, _bases: tuple[type, ...], members: dict[str, Any]) -> type:
            fields = members.get("__annotations__", {})
            defaults = [members.pop(field) for field in fields if field in members]
            made = collections.namedtuple(name, fields, defaults=defaults, module=members["__module__"])
            for member, value in members.items():
                setattr(made, member, value)
            return made

    NamedTuple = type.__new__(_Kind, "NamedTuple", (), {})
