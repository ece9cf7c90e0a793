r"""Commands with delimiters of their own, ``\(x\)``, ``\verb|x|``, ``\SI[…]``: forms that need none.

The parser nests them without end, so they are resolved before it.
"""

from __future__ import annotations

from publist.patterns import pattern

_FORMULA = pattern(r"(\\\\|\\[()\[\]])")
_CLOSING = {r"\(": r"\)", r"\[": r"\]"}
_VERB = pattern(r"\\verb\*?([^A-Za-z\s*{}\\])(.{0,500}?)\1")
_OPTIONS = pattern(r"\\(SI|qty|si|unit|num)\[[^\[\]]*\]")


def without_delimiters(value: str) -> str:
    r"""The value with formulas between dollars, ``\verb`` as escaped text, and no options of siunitx."""
    if "\\verb" in value:
        from publist.bibtex.latex.encode import encode

        value = _VERB.sub(lambda match: encode(match[2]), value)
    value = _OPTIONS.sub(r"\\\1", value)
    return _with_dollars(value) if "\\(" in value or "\\[" in value else value


def _with_dollars(value: str) -> str:
    pieces = _FORMULA.split(value)
    opened = -1
    for place in range(1, len(pieces), 2):
        sign = pieces[place]
        if sign in _CLOSING and opened < 0:
            opened = place
        elif opened >= 0 and sign == _CLOSING[pieces[opened]]:
            pieces[opened] = pieces[place] = "$"
            opened = -1
        elif sign != r"\\":
            pieces[place] = ""  # without its partner
    if opened >= 0:
        pieces[opened] = ""
    return "".join(pieces)
