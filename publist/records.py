"""Named tuples that are cheap to define.

:class:`typing.NamedTuple` compiles every annotation, and ``collections.namedtuple`` a function for each kind.
A short list needs 118 kinds, of five fields: here one function is compiled for all kinds of one length, and
given the names of their fields (``docs/decisions/060-start-up.md``).

>>> class Pages(NamedTuple):
...     first: int
...     last: int = 0
>>> Pages(12)
Pages(first=12, last=0)
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):  # which reads annotations when they are asked for
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    @cache
    def _making(length):
        """The code that makes a tuple of so many values."""
        names = ", ".join(f"_{place}" for place in range(length))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names},))").__code__  # noqa: S307 - no text of others

    class _Kind(type):
        """Makes fields of what a class annotates, and defaults of what it says about them."""

        def __new__(cls, name, bases, members):
            fields = tuple(members.get("__annotations__", ()))
            defaults = {field: members.pop(field) for field in fields if field in members}
            members |= {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            members |= {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            if fields:
                code = _making(len(fields)).replace(co_varnames=("_cls", *fields), co_qualname=name)
                values = tuple(defaults.values())
                members["__new__"] = FunctionType(code, {"_new": tuple.__new__}, name, values)
            return super().__new__(cls, name, bases, members | {"__slots__": ()})

    class NamedTuple(tuple, metaclass=_Kind):
        """A tuple whose places have names."""

        @classmethod
        def _make(cls, values):
            return tuple.__new__(cls, values)

        def _replace(self, **named):
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"no fields of {type(self).__name__}: {', '.join(named)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"
