"""The names of an entry: BibTeX's lists to CSL names, with the marks typed into them as roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publist.bibtex.latex import decode
from publist.bibtex.names import RawName, parse_name, split_list
from publist.item import Name
from publist.publication import Person
from publist.richtext import Text, plain

# The signs that people type beside names, and their meaning where they have one.
ROLE_OF_SIGN = {"*": "equal", "∗": "equal", "＊": "equal", "⁎": "equal", "✉": "corresponding"}
_TEX_SIGNS = {
    "dag": "†", "dagger": "†", "textdagger": "†", "ddag": "‡", "ddagger": "‡", "textdaggerdbl": "‡",
    "ast": "∗", "star": "⋆", "textasteriskcentered": "∗", "S": "§", "P": "¶", "textsection": "§",
    "textparagraph": "¶", "Letter": "✉", "Envelope": "✉", "envelope": "✉", "faEnvelope": "✉", "parallel": "‖",
    "diamond": "⋄", "sharp": "♯", "natural": "♮", "flat": "♭", "textbardbl": "‖", "bigstar": "★", "#": "#",
    "&": "&", "_": "_", "%": "%",
}  # fmt: skip
_SIGNS = "*∗＊⁎†‡§¶‖#✉⋆★⋄♯♮♭✝✦"
_TEX_SIGN = rf"\\(?:{'|'.join(sorted((re.escape(name) for name in _TEX_SIGNS if name not in '&_%'), key=len, reverse=True))})(?![A-Za-z])"
_ONE = rf"(?:[{_SIGNS}]|{_TEX_SIGN}\s*(?:\{{\}})?)"
_RAISED = rf"(?:[{_SIGNS}&^\d]|{_TEX_SIGN}|[,\s])"
# $^{*\dagger}$, $^*$, ${}^\ast$, $*$, \textsuperscript{*}, {*}, {\dag}, ^*, *
_MARK = re.compile(
    rf"\{{?\$\s*(?:\{{\}})?\^?\s*\{{?({_RAISED}+)\}}?\s*\$\}}?"
    rf"|\{{?\\textsuperscript\s*\{{\s*({_RAISED}+)\s*\}}\}}?"
    rf"|\\thanks\{{[^{{}}]*\}}"
    rf"|\{{\s*({_ONE}+)\s*\}}"
    rf"|\^?\{{?({_ONE})\}}?"
)
_MAY_HAVE_MARK = re.compile(rf"[{_SIGNS}$]|{_TEX_SIGN}|\\textsuperscript|\\thanks|\^")
_SPLIT_SIGNS = re.compile(rf"{_TEX_SIGN}|[^\s,{{}}]")


@dataclass(slots=True)
class People:
    """The names of one variable, and who has which role."""

    names: tuple[Name, ...] = ()
    persons: list[Person] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def people(value: str, variable: str, *, use_prefix: bool | None = None) -> People:
    """The names of a list such as ``author``, without the marks typed into them.

    ``variable`` is the CSL variable that they become; ``use_prefix`` is BibLaTeX's option.
    """
    result = People()
    names: list[Name] = []
    for typed in _split(value, result):
        bare, signs = without_marks(typed)
        raw = parse_name(bare)
        if raw.is_others:
            names.append(Name(literal="others"))
            continue
        name = _name(raw, use_prefix, result)
        if name is None:
            continue
        if signs:
            roles = tuple(dict.fromkeys(ROLE_OF_SIGN[sign] for sign in signs if sign in ROLE_OF_SIGN))
            marks = tuple(dict.fromkeys(sign for sign in signs if sign not in ROLE_OF_SIGN))
            result.persons.append(Person(variable, len(names), roles, marks))
        names.append(name)
    result.names = tuple(names)
    return result


def _split(value: str, result: People) -> list[str]:
    parts = split_list(" ".join(value.split()))
    if any(not part for part in parts):
        result.notes.append(("empty-name", "two 'and' without a name between them; remove one"))
    return [part for part in parts if part]


def without_marks(name: str) -> tuple[str, list[str]]:
    r"""The name without the marks beside it, and their signs.

    >>> without_marks(r"Shao$^{*\dagger}$, Wenqi")
    ('Shao, Wenqi', ['*', '†'])
    """
    if not _MAY_HAVE_MARK.search(name):
        return name, []
    signs: list[str] = []

    def take(match: re.Match[str]) -> str:
        inner = next((group for group in match.groups() if group), "")
        for sign in _SPLIT_SIGNS.findall(inner):
            sign = _TEX_SIGNS.get(sign[1:].strip("{} "), sign) if sign.startswith("\\") else sign
            if sign != "^" and not sign.isdigit():
                signs.append(sign)
        return ""

    bare = _MARK.sub(take, name)
    return re.sub(r"\s+,", ",", " ".join(bare.split())), signs


def _name(raw: RawName, use_prefix: bool | None, result: People) -> Name | None:
    if raw.literal:
        return Name(literal=_plain(raw.literal, result))
    family, given = _plain(raw.last, result), _plain(raw.first, result)
    if not family and not given:
        result.notes.append(("empty-name", "a name without letters is left out"))
        return None
    von = plain(_plain(raw.von, result))
    prefix = raw.use_prefix if raw.use_prefix is not None else use_prefix
    drops = prefix is False
    return Name(
        family=family or given,
        given=given if family else "",
        dropping_particle=von if drops else "",
        non_dropping_particle="" if drops else von,
        suffix=plain(_plain(raw.jr, result)),
    )


def _plain(value: str, result: People) -> Text:
    if not value:
        return ""
    decoded = decode(value)
    result.notes += decoded.notes
    return plain(decoded.text)
