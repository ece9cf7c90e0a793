"""The names of an entry: BibTeX's lists to CSL names, with the marks typed into them as roles."""

from __future__ import annotations

import re

from publist import rules
from publist.bibtex.name_lists import parted, spelled
from publist.bibtex.names import read_name
from publist.bibtex.organisations import is_organisation
from publist.bibtex.plain_names import plain_names
from publist.item import Name
from publist.patterns import pattern
from publist.problems import Note
from publist.publication import Person
from publist.records import NamedTuple
from publist.truth import is_set

# The signs that people type beside names, and their meaning where they have one.
ROLE_OF_SIGN = {"*": "equal", "∗": "equal", "＊": "equal", "⁎": "equal", "✉": "corresponding"}
_TEX_SIGNS = {
    "dag": "†", "dagger": "†", "textdagger": "†", "ddag": "‡", "ddagger": "‡", "textdaggerdbl": "‡",
    "ast": "∗", "star": "⋆", "textasteriskcentered": "∗", "S": "§", "P": "¶", "textsection": "§",
    "textparagraph": "¶", "Letter": "✉", "Envelope": "✉", "envelope": "✉", "faEnvelope": "✉", "parallel": "‖",
    "diamond": "⋄", "sharp": "♯", "natural": "♮", "flat": "♭", "textbardbl": "‖", "bigstar": "★", "#": "#",
}  # fmt: skip
_SIGNS = "*∗＊⁎†‡§¶‖#✉⋆★⋄♯♮♭✝✦"
_TEX_SIGN = pattern(r"\\([A-Za-z]+|#)\s*(?:\{\})?")
_RAISED = rf"(?:[{_SIGNS}&^\d,\s]|\\&|(?<![a-z])[a-z](?![a-z]))"
# $^{*†}$, $^*$, ${}^∗$, $*$, \textsuperscript{*}, {*}, ^*, *; &, ^ only at a word's edge.
# Braces go in pairs or not at all: those around a name are the name's.
_EDGE = r"\^?(?:\{\s*\\?([&^])\s*\}|\\?([&^])(?:\{\})?)"
_MARK = pattern(
    rf"(\{{\s*)?(?:(\$)\s*(?:\{{\}})?\^?\s*\{{?|\\textsuperscript\s*\{{\s*)({_RAISED}+)"
    rf"(?(2)\}}?\s*\$|\s*\}})(?(1)\s*\}})"
    rf"|\\thanks\{{[^{{}}]*\}}"
    rf"|\^?(\{{\s*)?([{_SIGNS}]+)(?(4)\s*\}})"
    rf"|(?<=[\w}}{_SIGNS}]){_EDGE}(?=[\s,}}]|$)|(?:(?<=[\s,{{])|^){_EDGE}(?=\w)|\s{_EDGE}(?=\s*(?:,|$))"
)
_DELIMITERS = (1, 2, 4)  # the groups of a mark that hold a brace or a dollar, not its signs
_MARK_CHARACTERS = frozenset(_SIGNS + "$&^")
_SPLIT_SIGNS = pattern(r"\\&|[^\s,{}]")


class People(NamedTuple):
    """The names of one variable, and who has which role."""

    names: tuple[Name, ...]
    persons: list[Person]
    notes: list[Note]


def people(value: str, variable: str, *, options: str = "") -> People:
    """The names of a list such as ``author``, without the marks typed into them.

    ``variable`` is the CSL variable that they become; of ``options``, the entry's, ``useprefix`` counts.
    """
    persons: list[Person] = []
    notes: list[Note] = []
    names: list[Name] = []
    plain = plain_names(value) if value.isascii() else None
    if plain is None:
        value = spelled(value)
        plain = plain_names(value)
    if plain is not None:
        return People(tuple(plain), persons, notes)
    use_prefix = _use_prefix(options) if options else None
    for typed in parted(value, notes):
        bare, signs = without_marks(typed)
        name, odd = read_name(bare, use_prefix)
        notes += odd
        if not (name.family or name.literal):
            notes.append((rules.EMPTY_NAME, f"no name in {typed!r}; it is left out"))
            continue
        if signs:
            roles = tuple(dict.fromkeys(ROLE_OF_SIGN[sign] for sign in signs if sign in ROLE_OF_SIGN))
            marks = tuple(dict.fromkeys(sign for sign in signs if sign not in ROLE_OF_SIGN))
            persons.append(Person(variable, len(names), roles, marks))
        names.append(name)
    return People(tuple(names), persons, notes)


def _use_prefix(options: str) -> bool | None:
    match = re.search(r"\buseprefix\s*(?:=\s*(\w+))?", options)
    return is_set(match[1] or "true") if match else None


def collaboration(typed: str) -> str:
    """The name that a ``collaboration`` field stands for.

    >>> collaboration("ATLAS"), collaboration("The Planck Team"), collaboration("LIGO, Virgo")
    ('ATLAS Collaboration', 'The Planck Team', 'LIGO and Virgo Collaborations')
    """
    parts = [part for part in re.split(r"\s*(?:,|;|\s(?:and|&)\s)\s*", typed) if part]
    if any(map(is_organisation, parts)) or re.search("collaborat", typed, re.IGNORECASE):
        return typed
    if len(parts) == 1:
        return f"{parts[0]} Collaboration"
    return f"{', '.join(parts[:-1])} and {parts[-1]} Collaborations"


def without_marks(name: str) -> tuple[str, list[str]]:
    r"""The name without the marks beside it, and their signs.

    >>> without_marks(r"Shao$^{*\dagger}$, Wenqi")
    ('Shao, Wenqi', ['*', '†'])
    """
    if "\\" in name:
        name = _TEX_SIGN.sub(lambda match: _TEX_SIGNS.get(match[1], match[0]), name)
    if _MARK_CHARACTERS.isdisjoint(name) and r"\thanks" not in name and r"\textsuperscript" not in name:
        return name, []
    signs: list[str] = []

    def take(match: re.Match[str]) -> str:
        groups = enumerate(match.groups(), 1)
        inner = next((group for number, group in groups if group and number not in _DELIMITERS), "")
        found = (sign.removeprefix("\\") for sign in _SPLIT_SIGNS.findall(inner))
        signs.extend(sign for sign in found if not sign.isalnum() and (sign != "^" or inner == "^"))
        return ""

    bare = _MARK.sub(take, name)
    return re.sub(r"\s+,", ",", " ".join(bare.split())), signs
