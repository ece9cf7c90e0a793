r"""Regular expressions that are compiled when they are first used.

A run needs few of the program's two hundred patterns, and compiling them all is a good part of the time in
which a short list is written (``docs/decisions/060-start-up.md``).

>>> YEAR = pattern(r"\d{4}")
>>> YEAR.search("in 2024")[0]
'2024'
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "pattern")


class _Deferred:
    """Stands for a compiled pattern, and takes on its methods at the first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            self.__dict__[method] = getattr(compiled, method)
        self.__class__ = _Compiled  # type: ignore[assignment]  # it has no slots either
        return getattr(self, name)


class _Compiled:
    """What it is from then on: attributes of a class with ``__getattr__`` are found in thrice the time."""


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression, as :func:`re.compile` gives it, but compiled later."""
    return cast("re.Pattern[AnyStr]", _Deferred(source, flags))
