"""Named tuples that are cheap to define.

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
from typing import TYPE_CHECKING, Any

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
