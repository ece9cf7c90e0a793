r"""A field's value in LaTeX as rich text.

    >>> decode(r"The \emph{E. coli} story").text
    ('The ', Span(style='italic', children=('E. coli',)), ' story')

Most values have no TeX at all, or accents and braces alone: those never reach the parser.  The others
are parsed once by pylatexenc's walker and rendered by :mod:`publist.bibtex.latex.render`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist import rules
from publist.bibtex.grammar import TWO_DEEP
from publist.bibtex.latex.accents import without_accents, without_shorthands
from publist.bibtex.latex.addresses import exact, verbatim
from publist.bibtex.latex.ascii import ligatures
from publist.bibtex.latex.exported import (
    tags_as_tex,
    unmangled,
    with_angles,
    without_entities,
    without_escaped_braces,
    without_escapes,
)
from publist.bibtex.latex.simple import without_parser
from publist.bibtex.latex.tables import SWITCHES
from publist.patterns import pattern
from publist.problems import Note
from publist.records import NamedTuple
from publist.richtext import Text

__all__ = ["Decoded", "decode", "exact", "verbatim"]

_LOST = ('{"', "{'", "{`", "{^", "{~")
_LOST_BACKSLASH = pattern(r"\{([\"'`^~])([aeiounyAEIOUNY])\}")  # J{"u}rgen, Anik{'o}
_NEEDS_PARSER = pattern(r"[\\$]")
_SHORT = 60  # characters; longer values seldom come again
_MAX_DEPTH = 40
_MAX_LENGTH = 200_000  # characters; the parser needs about ten microseconds for each
_COMMAND = pattern(r"\\(?:[A-Za-z]+\s*|.)")
_UNESCAPED_DOLLAR = pattern(r"(?<!\\)\$")
_OPENING = pattern(r"\\begin(?![A-Za-z])")
_PAIRED = pattern(TWO_DEEP)
_PIECES = pattern(r"(\\(?:[A-Za-z]+|.)|[{}])")


class Decoded(NamedTuple):
    """A value as rich text, with what is to be said about it as (rule, message)."""

    text: Text
    notes: list[Note]


_POWER = pattern(r"\s*\$\\\^\{\}\s*(\w+)\s*\$")  # "CP $\^{} 2$", as Google Scholar has exponents
_COPIED_TIE = pattern(r"(?<=\w)\u00a0(?=\w)")


def decode(value: str, *, keep_case: bool = False) -> Decoded:
    """The value as rich text; ``keep_case`` marks what inner braces protect as ``nocase``."""
    if "\u00a0" in value:  # copied from a page or a PDF; TeX's tie is "~"
        value = _COPIED_TIE.sub(" ", value)
    if not value.isascii():
        value = unmangled(value)
    if '"' in value:
        value = without_shorthands(value)
    if len(value) > _SHORT and not _is_special(value):
        return _plain(value)
    # A value that is too long loses its braces anyway: it is read but once.
    return _decoded(value, keep_case and len(value) <= _MAX_LENGTH)


def _plain(value: str) -> Decoded:
    return Decoded(ligatures((_spaced(value) if "  " in value else value).strip()), [])


def _is_special(value: str) -> bool:
    """Whether a value has signs that mean something; a pattern that looks for all takes longer."""
    return (
        "{" in value
        or "\\" in value
        or "$" in value
        or "&" in value
        or "\n" in value
        or "<" in value
        or "}" in value
        or "\t" in value
    )


def _spaced(value: str) -> str:
    if value.isascii():
        return " ".join(value.split())
    value = value.replace("\n", " ").replace("\t", " ").replace("\r", " ")  # other blanks mean something
    while "  " in value:
        value = value.replace("  ", " ")
    return value


@lru_cache(maxsize=4096)  # journals, publishers and co-authors come again and again
def _decoded(value: str, keep_case: bool) -> Decoded:  # noqa: FBT001 - the cache wants it by position
    if not _is_special(value):
        return _plain(value)
    notes: list[Note] = []
    if "\n" in value or "  " in value or "\t" in value:
        value = _spaced(value)
    value = value.strip()
    if len(value) > _MAX_LENGTH and _NEEDS_PARSER.search(value):
        return _crude(value, notes, f"longer than {_MAX_LENGTH} characters")
    if "&" in value:
        value = without_entities(value)
    if "tex" in value or "$" in value:
        value = with_angles(value)
    if "{\\textbackslash}" in value or "{\\textasciicircum}" in value:
        value = without_escapes(value)
    if "<" in value:
        value = tags_as_tex(value)
    if "{\\{}" in value:
        value = without_escaped_braces(value)
    if any(map(value.__contains__, _LOST)):
        value = _LOST_BACKSLASH.sub(r"\\\1{\2}", value)
    if "$\\^{}" in value:
        value = _POWER.sub(r"$^{\1}$", value)
    if "\\" in value:
        value = without_accents(value)
    if "\\" in value:
        from publist.bibtex.latex.delimiters import without_delimiters

        value = without_delimiters(value)
    value = _balanced(value, notes).strip()
    if _depth(value) > _MAX_DEPTH or ("\\begin" in value and len(_OPENING.findall(value)) > _MAX_DEPTH):
        return _crude(value, notes, f"more than {_MAX_DEPTH} braces or environments inside one another")
    if (simple := without_parser(value, notes, keep_case=keep_case)) is not None:
        return Decoded(simple, notes)
    from publist.bibtex.latex.render import rendered

    return Decoded(rendered(value, notes, keep_case=keep_case), notes)


def _balanced(value: str, notes: list[Note]) -> str:
    """The value with braces and dollars in pairs: what has no partner is no markup."""
    if ("{" in value or "}" in value) and ("\\" in value or not _PAIRED.fullmatch(value)):
        value = _with_paired_braces(value, notes)
    dollars = [match.start() for match in _UNESCAPED_DOLLAR.finditer(value)] if "$" in value else []
    if len(dollars) % 2:
        value = f"{value[: dollars[-1]]}\\{value[dollars[-1] :]}"
    if value.endswith("\\") and not value.endswith("\\\\"):
        value = value[:-1]
    return value


def _with_paired_braces(value: str, notes: list[Note]) -> str:
    pieces = _PIECES.split(value)
    opened: list[int] = []
    surplus = False
    for index, piece in enumerate(pieces):
        if piece == "{":
            opened.append(index)
        elif piece == "}" and opened:
            opened.pop()
        elif piece == "}":
            pieces[index] = ""
            surplus = True
    if surplus:
        notes.append((rules.UNBALANCED_BRACES, "a } too many in the value; remove it"))
    if opened:
        notes.append((rules.UNBALANCED_BRACES, "a { is not closed in the value; close it"))
        for index in opened:
            # A blank keeps \emph{a from becoming \empha.
            pieces[index] = " " if not pieces[index - 1] and index > 1 else ""
            # {\bf without its end: nobody knows how far it was to reach.
            if not pieces[index + 1] and "".join(pieces[index + 2 : index + 3])[1:] in SWITCHES:
                pieces[index + 2] = ""
    return "".join(pieces) if surplus or opened else value


def _crude(value: str, notes: list[Note], reason: str) -> Decoded:
    """What is left of a value that is too much for the parser."""
    notes.append((rules.TOO_COMPLEX, f"{reason}: its TeX is dropped; shorten it"))
    return Decoded(ligatures(re.sub(r"[{}]", "", _COMMAND.sub("", value))), notes)


def _depth(value: str) -> int:
    if value.count("{") <= _MAX_DEPTH:
        return 0  # surely not too deep
    depth = deepest = 0
    for brace in re.findall(r"[{}]", value):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest
