r"""Accented and foreign letters in TeX as Unicode: ``G{\\"o}del``, ``\\'{\\i}``, ``\\v Sir``.

They are by far the most frequent TeX in a bibliography, so they are replaced before anything is parsed;
most values need no parser then.
"""

from __future__ import annotations

import re
import unicodedata

from publist.bibtex.latex.tables import ACCENTS, LETTERS
from publist.patterns import pattern

_LETTER_COMMAND = r"\\(?:[ijoOlL]|ae|AE|oe|OE|aa|AA)(?![A-Za-z])"
_LETTER = rf"(?:{_LETTER_COMMAND}|[^\W\d_])"
# The blank behind a command of letters is its end.
# \"{o}  \"o  \'{\i}  \'\i  \v{s}  \v s  \c{C}; {\"o} is left to the braces.
_ACCENT = pattern(
    rf"\\(?:([`'^~=.\"])\s*|([uvHtcdbkrGUMhf])(?:\s+|(?=[{{\\])))"
    rf"(?:\{{\s*({_LETTER})\s*\}}|({_LETTER_COMMAND})(?:\s+(?!\\)|\{{\}})?|([^\W\d_])(?:(?<![A-Za-z])\s)?)"
)
# {é} behind a command is its argument.
_BRACED_LETTER = pattern(r"(\\[A-Za-z]+\s*|\\.)?\{([^\W\d_][\u0300-\u036f]?)\}")
_BRACED_NAME = pattern(r"(\\[A-Za-z]+\s*|\\.)?\{\\([A-Za-z]+)\s*\}")
_NAMED_LETTER = pattern(r"\\([A-Za-z]+)(?:\s+(?!\\)|\{\})?")
# {\textbackslash}'e, {\textbackslash}H\{o\}: TeX that a reference manager has escaped
_ESCAPED = pattern(
    r"\{\\textbackslash\}(?:([`'^\"~=.])\s*|([uvHcdbkr])(?=\\?\{))"
    r"(?:\\?\{(?:\{\\textbackslash\})?([A-Za-z])\\?\}|(?:\{\\textbackslash\})?([A-Za-z]))"
)
_UMLAUTS = dict(zip("aouAOUs", "äöüÄÖÜß", strict=True))
_SHORTHAND = pattern(r"(?<=[A-Za-z])\"([aouAOUs])(?=[a-z])")
_DOTLESS = {"ı": "i", "ȷ": "j", r"\i": "i", r"\j": "j"}


def without_shorthands(value: str) -> str:
    """German letters and quotation marks as babel types them: ``B"oden``, ``Stra"se``, ``"`X"'``."""
    if '"`' in value and "\"'" in value:
        value = value.replace('"`', "„").replace("\"'", "“")
    return _SHORTHAND.sub(lambda match: _UMLAUTS[match[1]], value.replace('{"}', '"'))


def without_accents(value: str) -> str:
    """The value with its accented and foreign letters in Unicode; other TeX is untouched."""
    if "$\\backslash$" in value:  # as Mendeley escapes it
        value = value.replace("$\\backslash$", "{\\textbackslash}")
    if "{\\textbackslash}" in value:
        value = _ESCAPED.sub(lambda match: f"\\{match[1] or match[2]}{{{match[3] or match[4]}}}", value)
    for _ in range(2):  # the second round is for accents upon accents: \~{\^{e}}
        value, count = _ACCENT.subn(_accented, value)
        if count:
            value = _BRACED_LETTER.sub(_unbraced, value)
        if "\\" not in value:
            return value
    if "{\\" in value:
        value = _BRACED_NAME.sub(_braced_name, value)
    named = _NAMED_LETTER.sub(lambda match: LETTERS.get(match[1], match[0]), value)
    return _ACCENT.sub(_accented, named) if named != value and "\\" in named else named


def compose(accent: str, base: str) -> str:
    r"""A letter with an accent, e.g. ``compose('"', "o")`` is ``"ö"``; ``accent`` is the TeX command.

    Without a letter, ``\~{}`` and ``\^{}`` are the signs themselves.
    """
    base = _DOTLESS.get(base, base)
    if not base:
        return {"~": "~", "^": "^"}.get(accent, "")
    if accent == "." and base in "ij":
        return base  # \.{\i}: the letter has its dot
    return unicodedata.normalize("NFC", base[0] + ACCENTS[accent] + base[1:])


def _accented(match: re.Match[str]) -> str:
    letter = match[3] or match[4] or match[5]
    if letter.startswith("\\"):
        letter = _DOTLESS.get(letter) or LETTERS[letter[1:]]
    return compose(match[1] or match[2], letter)


def _braced_name(match: re.Match[str]) -> str:
    r"""``Ł`` for ``{\\L}``, which is one letter to BibTeX and protects nothing."""
    letter = LETTERS.get(match[2])
    if letter is None:
        return match[0]
    return f"{match[1]}{{{letter}}}" if match[1] else letter


def _unbraced(match: re.Match[str]) -> str:
    # Only a letter that is not plain ASCII stood behind an accent: {a} keeps its braces.
    return match[0] if match[1] or match[2].isascii() else match[2]
