r"""TeX around and beside names: fonts, links, roles, macros of one's own.

A name in a font command is a name, and what a command says about a person is no letter of the name.

>>> without_fonts(r"\textbf{Doe, Jane} and {\bfseries Roe, Bob}")
'Doe, Jane and Roe, Bob'
"""

from __future__ import annotations

import re

from publist import rules
from publist.bibtex.grammar import closing_brace
from publist.bibtex.latex.symbols import symbol
from publist.bibtex.latex.tables import ACCENTS, LETTERS, STYLED, SWITCHES, SYMBOLS
from publist.patterns import pattern
from publist.problems import Note

# Commands around a name, or a part of it, beside those of the tables; REVTeX's and BibLaTeX's among them.
_AROUND = frozenset(
    "bibnamefont bibfnamefont bibinfo mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix"
    " textmd dashuline dotuline uwave so name".split()
)
# What they have before the name: an address, a colour, a field's name.
_BEFORE = frozenset("href textcolor colorbox foreignlanguage bibinfo texorpdfstring".split())
# Notes about a person: these go with their arguments, and nobody needs to hear of it.
_NOTES = frozenset(
    "orcidlink orcidID orcid email inst affil IEEEmembership IEEEauthorrefmark footnotemark footnote corref"
    " hspace fnref tnoteref thanks address authornote authornotemark cortext equalcont".split()
)
_FONT = pattern(r"\\([A-Za-z]+)\*?\s*(?=\{)")
_MAY_SWITCH = pattern(r"(\{\s*)?\\([A-Za-z]+)\s*(?:\{\})?")
_COMMAND = pattern(r"\\([A-Za-z]+)\*?\s*")
_SPACE = pattern(r"\\[ ,;:](?=\S)|\\(?:space|nobreakspace|thinspace)(?![A-Za-z])(?:\{\}|\s)?")
# What decoding makes of these is part of the name, or nothing.
_KNOWN = frozenset(
    {*ACCENTS, *LETTERS, *SYMBOLS, *STYLED, *_AROUND, *_BEFORE, "relax", "noopsort", "SortNoop"}
)
_INITIAL = pattern(r"[^\W\d_]\.?")


def without_fonts(value: str) -> str:
    r"""A list of names without font commands, colours and links; ``\ `` and ``\,`` are blanks."""
    value = _SPACE.sub(" ", value)
    while match := next((one for one in _MAY_SWITCH.finditer(value) if one[1] and one[2] in SWITCHES), None):
        end = _end(value, match.start())
        value = value[: match.start()] + _unwrapped(value[match.end() : end - 1]) + value[end:]
    value = _MAY_SWITCH.sub(lambda match: "" if match[2] in SWITCHES else match[0], value)
    at = 0
    while match := _FONT.search(value, at):
        name, at = match[1], match.start() + 1
        if name not in STYLED and name not in _AROUND and name not in _BEFORE:
            continue
        start = match.end()
        if name in _BEFORE:
            start = _end(value, start)
            start += len(value[start:]) - len(value[start:].lstrip())
            if value[start : start + 1] != "{":
                continue
        end = _end(value, start)
        if name in ("textsuperscript", "mkbibsuperscript"):
            continue  # a mark
        inner = _unwrapped(value[start + 1 : end - 1])
        before, after = value[: match.start()], value[end:]
        if before.endswith("{") and after.startswith("}"):  # {\textbf{Jane Doe}}
            before, after = before[:-1], after[1:]
        if after.startswith(".") and len(inner.rpartition(" ")[2]) > 2 and " " in inner:
            after = after[1:]  # a stop behind a whole name
        value, at = before + inner + after, max(0, len(before) - 1)
    return value


def without_commands(name: str, notes: list[Note]) -> str:
    r"""One name without commands that nobody knows; a macro that stands alone for it keeps its letters.

    ``\me`` is ``{me}``, ``\studentname{Doe, J.}`` is ``Doe, J.``, ``Doe\role{PI}, Jane`` is ``Doe, Jane``.
    """
    at = 0
    while match := _COMMAND.search(name, at):
        command, at = match[1], match.end()
        if command in _KNOWN:
            continue
        end, arguments = _arguments(name, match.end())
        before, after = name[: match.start()], name[end:]
        if not arguments and _letters(before + after) and symbol(command):
            continue
        if command not in _NOTES:
            notes.append(_unknown(command, alone=not (arguments or _letters(before + after))))
        kept = "" if command in _NOTES else _kept(command, before, arguments, after)
        name, at = before + kept + after, len(before) + (not arguments and len(kept))
    return " ".join(name.split())


def _kept(command: str, before: str, arguments: list[str], after: str) -> str:
    """What of a command and its arguments belongs to the name."""
    around = _letters(before + after)
    if not around:
        inner = next((one for one in arguments if _letters(one)), "")
        return _unwrapped(inner) if inner else f"{{{command}}}"
    if not arguments or before[-1:] not in ("", " ", "{", ",", "~", "-"):
        return ""  # said of the word before it
    words = [word for word in re.split(r"[\s~]+", f"{before} {after}") if _letters(word)]
    if "," in before + after and not before.rstrip().endswith(","):
        return "" if before.strip(" {") else arguments[0]
    if len(words) > 1 and not after.strip() and not all(map(_INITIAL.fullmatch, words)):
        return ""  # the name is whole without it
    return arguments[0]


def _unknown(command: str, *, alone: bool) -> Note:
    what = "its letters stand for the name: write the name" if alone else "it is left out of the name"
    return (rules.UNKNOWN_COMMAND, f"the command \\{command} is not known; {what}")


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in _COMMAND.sub("", text))


def _arguments(name: str, at: int) -> tuple[int, list[str]]:
    """Where the arguments behind a command end, and what stands in the braces."""
    found = []
    while name[at : at + 1] in ("{", "["):
        if name[at] == "[":
            closing = name.find("]", at)
            if closing < 0:
                break
            at = closing + 1
            continue
        end = _end(name, at)
        found.append(name[at + 1 : end - 1])
        at = end
    return at, found


def _end(value: str, start: int) -> int:
    """Behind the brace that closes the one at ``start``; the end of the value if none does."""
    close = closing_brace(value, start, len(value))
    return len(value) if close < 0 else close + 1


def _unwrapped(inner: str) -> str:
    r"""Without a pair of braces around all of it: \\textbf{{Jane Doe}} is a person."""
    inner = inner.strip()
    while inner.startswith("{") and not inner.startswith("{\\") and _end(inner, 0) == len(inner) > 1:
        inner = inner[1:-1].strip()
    return inner
