"""Chemical formulas (mhchem, chemformula) and quantities (siunitx)."""

from __future__ import annotations

import re

from publist.patterns import pattern
from publist.richtext import Node, Span

_UNITS = {
    "meter": "m", "metre": "m", "second": "s", "gram": "g", "kilogram": "kg", "hertz": "Hz", "percent": "%",
    "degree": "°", "celsius": "°C", "kelvin": "K", "watt": "W", "volt": "V", "ampere": "A", "joule": "J",
    "electronvolt": "eV", "byte": "B", "bit": "bit", "minute": "min", "hour": "h", "day": "d", "liter": "L",
    "litre": "L", "mole": "mol", "pascal": "Pa", "newton": "N", "tesla": "T", "ohm": "Ω", "micro": "μ",
    "nano": "n", "pico": "p", "femto": "f", "milli": "m", "centi": "c", "kilo": "k", "mega": "M", "giga": "G",
    "tera": "T", "per": "/", "squared": "²", "cubed": "³", "angstrom": "Å", "um": "μm", "us": "μs",
}  # fmt: skip
_STAGES = "0 I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_COMMAND = pattern(r"\\([A-Za-z]+)\s*")
# ^{2+}  ^+  _{2}  _2  a number or a charge behind an element or a bracket  ->  anything else
_PIECE = pattern(
    r"\^\{(?P<above_group>[^{}]*)\}|\^(?P<above>[\d+-]+)|_\{(?P<below_group>[^{}]*)\}|_(?P<below>\d+)"
    r"|(?<=[A-Za-z\])])(?P<count>\d+)|(?<=[A-Za-z\])\d])(?P<charge>[+-])(?=\s|$)|(?P<arrow>->)|(?P<other>.)",
    re.DOTALL,
)


def chemical_formula(source: str) -> list[Node]:
    r"""The argument of ``\ce``: ``H2O`` with its number below, ``Na+`` with its charge above."""
    nodes: list[Node] = []
    for match in _PIECE.finditer(source):
        found = match[match.lastgroup or "other"]
        if match.lastgroup in ("above_group", "above", "charge"):
            nodes.append(Span("superscript", (found,)))
        elif match.lastgroup in ("below_group", "below", "count"):
            nodes.append(Span("subscript", (found,)))
        else:
            nodes.append("→" if match.lastgroup == "arrow" else found)
    return nodes


def stage(source: str) -> str:
    r"""The second argument of AASTeX's ``\ion{H}{2}``: a stage of ionisation in Roman numerals, ``II``."""
    typed = _COMMAND.sub("", source).strip()
    return _STAGES[int(typed)] if typed.isdecimal() and int(typed) < len(_STAGES) else typed.upper()


def quantity(parts: list[str]) -> str:
    r"""A number and its unit, e.g. ``["5", r"\milli\meter"]`` is ``5 mm`` with a no-break space."""
    texts = [
        _COMMAND.sub(lambda match: _UNITS.get(match[1], match[1]), part).replace("~", "\u00a0")
        for part in parts
    ]
    return ("" if texts[-1] in ("°", "%") else "\u00a0").join(texts)
