"""Names as BibTeX splits them (btxdoc, section 4; bibtex.web, "format.name$"), and as CSL has them.

>>> split = split_name("Ludwig van Beethoven")
>>> split.first, split.von, split.last
('Ludwig', 'van', 'Beethoven')
>>> parse_name("Ludwig van Beethoven")
Name(family='Beethoven', given='Ludwig', dropping_particle='', non_dropping_particle='van', ...)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from publist.bibtex.grammar import TWO_DEEP
from publist.bibtex.latex import decode
from publist.bibtex.name_lists import is_one_group
from publist.item import Name
from publist.patterns import pattern
from publist.problems import Note
from publist.richtext import plain

# What separates two tokens, and a comma or the next token: braces, up to three deep, hold it together.
_PIECE = pattern(rf"([\s~-]*+)(?:(,)|((?:[^\s~,{{}}-]++|\{{{TWO_DEEP}\}}|[{{}}])++))")
_FAMILY_GIVEN = pattern(r"\b(family|given|prefix|suffix|id|useprefix|given-i|family-i)\s*=", re.IGNORECASE)
# "Robert Downey Jr." has its suffix without a comma.
_SUFFIX = pattern(r"[JS]r\.?|I{2,3}|IV")
_SUFFIX_AT_END = pattern(r"(?P<rest>.*\S)[\s,~]+(?P<suffix>[JS]r\.?|I{2,3}|IV)")
# CJK scripts, in which the family name comes first: Han, kana, Hangul.
_CJK = r"[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff・々〆]"
_CJK_ONLY = pattern(rf"{_CJK}+")
_CJK_ASIDE = pattern(rf"\s*[(（]\s*{_CJK}[^()（）]*[)）]")
_SPECIAL_LETTER = pattern(r"\\([A-Za-z]+|.)\s*\{?\s*(\\[ij]\b|[^\W\d_])?")
_FOREIGN = {"oe": True, "ae": True, "aa": True, "o": True, "l": True, "ss": True, "i": True, "j": True}


class RawName(NamedTuple):
    """One name in BibTeX's four parts, as typed; ``literal`` is a name that must not be taken apart."""

    first: str = ""
    von: str = ""
    last: str = ""
    jr: str = ""
    literal: str = ""
    comma: bool = False  # "Last, First": the author has said which is which
    use_prefix: bool | None = None

    @property
    def is_others(self) -> bool:
        """``and others``: the list goes on."""
        return self.literal == "others"


def parse_name(name: str) -> Name:
    """One name in any of BibTeX's forms as CSL's name-parts, e.g. ``W. Shao``, ``Shao, Wenqi``."""
    return read_name(" ".join(name.split())).name


class ReadName(NamedTuple):
    """A name, and what is to be said about the TeX in it."""

    name: Name
    notes: tuple[Note, ...]


@lru_cache(maxsize=4096)  # the owner and co-authors come again and again
def read_name(typed: str, use_prefix: bool | None = None) -> ReadName:  # noqa: FBT001 - for the cache
    """One name of a list; ``use_prefix`` is BibLaTeX's option, which the name's own beats.

    BibTeX's "von" is part of the family name, so it becomes CSL's non-dropping particle; with
    ``useprefix=false`` the dropping one.
    """
    notes: list[Note] = []
    name = _to_name(split_name(typed), notes, use_prefix=use_prefix)
    return ReadName(name, tuple(notes))


def _is_cjk(text: str) -> bool:
    # The pattern takes milliseconds to compile, which lists of Latin names need not wait for.
    return text >= "\u2e80" and bool(_CJK_ONLY.fullmatch(text))


def _to_name(raw: RawName, notes: list[Note], *, use_prefix: bool | None) -> Name:
    """A name's parts decoded."""
    if raw.is_others:
        return Name(literal="others", others=True)
    if raw.literal:
        return Name(literal=_plain(raw.literal, notes))
    family, given, von, suffix = (_plain(part, notes) for part in (raw.last, raw.first, raw.von, raw.jr))
    if not suffix and (match := _SUFFIX_AT_END.fullmatch(family)):
        family, suffix = match["rest"], match["suffix"]
    elif (
        not suffix and given and (match := _SUFFIX.fullmatch(family))
    ):  # split as First=Robert Downey, Last=Jr.
        words = given.replace(",", " ").split()
        given, family, suffix = " ".join(words[:-1]), words[-1], match[0]
    if given and _is_cjk(family) and _is_cjk(given) and not raw.comma:
        family, given = given, family
    if not family:
        family, given = given, ""
    prefix = raw.use_prefix if raw.use_prefix is not None else use_prefix
    return Name(
        family=family,
        given=given,
        dropping_particle=von if prefix is False else "",
        non_dropping_particle="" if prefix is False else von,
        suffix=suffix,
    )


def _plain(value: str, notes: list[Note]) -> str:
    if not value:
        return ""
    decoded = decode(value)
    notes += decoded.notes
    return plain(decoded.text)


def split_name(name: str) -> RawName:
    """One name by BibTeX's rules: ``First von Last``, ``von Last, First`` or ``von Last, Jr, First``."""
    if name.lower() == "others":
        return RawName(literal="others")
    if name[-1:] in ")）":
        name = _CJK_ASIDE.sub("", name) or name
    if "=" in name and _FAMILY_GIVEN.match(name.lstrip()):
        return _by_keys(name)
    if is_one_group(name):
        return RawName(literal=name[1:-1].strip())
    parts = _parts(name)
    while len(parts) > 1 and not parts[-1]:
        parts.pop()  # "Chen, Po-Hao," ends with a comma too many
    if len(parts) == 1:
        return _first_von_last(parts[0])
    if len(parts) == 2:
        return _von_last_first(parts[0], "", _text(parts[1]))
    return _von_last_first(parts[0], _text(parts[1]), " ".join(filter(None, map(_text, parts[2:]))))


class _Token(NamedTuple):
    text: str
    separator: str  # what stands before it: " ", "-" or ""


def _parts(name: str) -> list[list[_Token]]:
    """The tokens between the commas outside braces; hyphens and ties also separate tokens."""
    parts: list[list[_Token]] = [[]]
    for separators, comma, text in _PIECE.findall(name):
        if comma:
            parts.append([])
        else:
            separator = separators and ("-" if not separators.strip("-") else " ")
            parts[-1].append(_Token(text, separator))
    return parts


def _text(tokens: list[_Token]) -> str:
    return "".join((token.separator if index else "") + token.text for index, token in enumerate(tokens))


def _first_von_last(tokens: list[_Token]) -> RawName:
    if not tokens:
        return RawName()
    von_start = next((index for index, token in enumerate(tokens[:-1]) if _is_lower(token.text)), None)
    if von_start is None:
        last_start = len(tokens) - 1
        while last_start > 0 and tokens[last_start].separator == "-":
            last_start -= 1
        return RawName(first=_text(tokens[:last_start]), last=_text(tokens[last_start:]))
    last_start = _last_start(tokens, von_start)
    return RawName(
        first=_text(tokens[:von_start]),
        von=_text(tokens[von_start:last_start]),
        last=_text(tokens[last_start:]),
    )


def _last_start(tokens: list[_Token], von_start: int) -> int:
    """The von part ends with its last lower-case token, before the very last token."""
    last_start = len(tokens) - 1
    while last_start > von_start and not _is_lower(tokens[last_start - 1].text):
        last_start -= 1
    return last_start


def _von_last_first(tokens: list[_Token], jr: str, first: str) -> RawName:
    last_start = _last_start(tokens, 0) if tokens else 0
    von, last = _text(tokens[:last_start]), _text(tokens[last_start:])
    return RawName(first=first, von=von, last=last, jr=jr, comma=True)


def _is_lower(token: str) -> bool:
    """Whether a token's first letter outside braces, or its special character, is in lower case."""
    depth = 0
    for index, character in enumerate(token):
        if character == "{":
            if depth == 0 and token[index + 1 : index + 2] == "\\":
                return _special_is_lower(token[index + 1 :])
            depth += 1
        elif character == "}":
            depth -= 1
        elif depth == 0 and character.isalpha():
            return character.islower()
    return False


def _special_is_lower(text: str) -> bool:
    match = _SPECIAL_LETTER.match(text)
    if match is None:
        return False
    command = match[1]
    if command.lower() in _FOREIGN and len(command) <= 2:
        return command.islower()
    letter = match[2] or ""
    return letter.startswith("\\") or letter.islower()


def _by_keys(name: str) -> RawName:
    """BibLaTeX's ``family=Beethoven, given=Ludwig, prefix=van`` (biblatex manual, 3.15)."""
    values: dict[str, str] = {}
    for part in _parts(name):
        key, equals, value = _text(part).partition("=")
        if equals:
            value = value.strip().strip('"')
            values[key.strip().lower()] = value[1:-1] if is_one_group(value) else value
    use_prefix = values.get("useprefix")
    return RawName(
        first=values.get("given", ""),
        von=values.get("prefix", ""),
        last=values.get("family", ""),
        jr=values.get("suffix", ""),
        use_prefix=None if use_prefix is None else use_prefix.lower() == "true",
    )
