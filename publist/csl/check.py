"""Refuses styles that cannot be evaluated: macros that are missing, that call themselves, or explode."""

from __future__ import annotations

from collections.abc import Mapping

from publist.csl.elements import Element, TextMacro, inner
from publist.errors import StyleError

# Twenty times the largest real style, once its macros are written out; ten macros that call each
# other ten times each would make ten thousand million elements.
MAXIMUM_SIZE = 4_000_000
# Python's own limit on nested calls is 1,000, and an element costs up to three.
MAXIMUM_DEPTH = 150


def check_macros(
    macros: Mapping[str, tuple[Element, ...]], calls: Mapping[str, int], used: tuple[Element, ...], file: str
) -> None:
    """Raise StyleError unless ``used`` and every macro can be evaluated in reasonable time.

    ``calls`` tells at which line each macro is called (first).
    """
    for name, line in calls.items():
        if name not in macros:
            raise StyleError(
                f"there is no macro “{name}”; define it or correct the name", file=file, line=line
            )
    sizes = _Sizes(macros, calls, file)
    for name in macros:
        sizes.of_macro(name, 0)
    depth, size = sizes.of(used, 0)
    if depth > MAXIMUM_DEPTH or size > MAXIMUM_SIZE:
        raise StyleError("the style is nested too deeply; simplify its macros", file=file)


class _Sizes:
    """Depth and number of elements when macros are written out."""

    def __init__(
        self, macros: Mapping[str, tuple[Element, ...]], calls: Mapping[str, int], file: str
    ) -> None:
        self.macros = macros
        self.calls = calls
        self.file = file
        self.known: dict[str, tuple[int, int]] = {}
        self.open: set[str] = set()

    def of_macro(self, name: str, level: int) -> tuple[int, int]:
        if name in self.known:
            return self.known[name]
        line = self.calls.get(name)
        if name in self.open:
            raise StyleError(f"the macro “{name}” calls itself; break the circle", file=self.file, line=line)
        self.open.add(name)
        depth, size = self.of(self.macros[name], level + 1)
        self.open.discard(name)
        if depth > MAXIMUM_DEPTH or size > MAXIMUM_SIZE:
            raise StyleError(
                f"the macro “{name}” is nested too deeply; simplify it", file=self.file, line=line
            )
        self.known[name] = depth + 1, size
        return self.known[name]

    def of(self, elements: tuple[Element, ...], level: int) -> tuple[int, int]:
        if level > MAXIMUM_DEPTH:
            raise StyleError("the style is nested too deeply; simplify its macros", file=self.file)
        depth, size = 1, len(elements)
        for element in elements:
            if isinstance(element, TextMacro):
                below, count = self.of_macro(element.macro, level + 1)
            elif children := inner(element):
                below, count = self.of(children, level + 1)
            else:
                continue
            depth, size = max(depth, below + 1), size + count
        return depth, size
