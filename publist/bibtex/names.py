"""Names as BibTeX splits them (btxdoc, section 4; bibtex.web, "format.name$").

    >>> [(name.first, name.von, name.last) for name in split_names("Ludwig van Beethoven and Knuth, D. E.")]
    [('Ludwig', 'van', 'Beethoven'), ('D. E.', '', 'Knuth')]

The parts are still LaTeX: only the split is decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_AND = re.compile(r"\s+and(?=\s)\s*|\s+et\.?\s+al\.?\s*$", re.IGNORECASE)
_DELIMITER = re.compile(r"[{}]|\s+[aA][nN][dD](?=\s)")
_PIECE = re.compile(r"[{}]|[\s~]+|-+|,|[^{}\s~,-]+")
_FAMILY_GIVEN = re.compile(r"\b(family|given|prefix|suffix|id|useprefix|given-i|family-i)\s*=", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|VI{0,3}", re.IGNORECASE)
_SPECIAL_LETTER = re.compile(r"\\([A-Za-z]+|.)\s*\{?\s*(\\[ij]\b|[^\W\d_])?")
_FOREIGN = {"oe": True, "ae": True, "aa": True, "o": True, "l": True, "ss": True, "i": True, "j": True}


@dataclass(slots=True)
class RawName:
    """One name in BibTeX's four parts, as typed; ``literal`` is a name that must not be taken apart."""

    first: str = ""
    von: str = ""
    last: str = ""
    jr: str = ""
    literal: str = ""
    use_prefix: bool | None = None

    @property
    def is_others(self) -> bool:
        """``and others``: the list goes on."""
        return self.literal == "others"


def split_list(value: str) -> list[str]:
    """The names of a list, split at each ``and`` outside braces, in any case.

    >>> split_list("Donald Knuth and {Barnes and Noble}")
    ['Donald Knuth', '{Barnes and Noble}']
    """
    if "{" not in value and "}" not in value:
        parts = re.split(r"\s+and(?=\s)", f"{value} ", flags=re.IGNORECASE)
        return [part.strip() for part in parts]
    names: list[str] = []
    depth = start = 0
    for match in _DELIMITER.finditer(value + " "):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            names.append(value[start : match.start()].strip())
            start = match.end()
    return [*names, value[start:].strip()]


def split_names(value: str) -> list[RawName]:
    """Every name of an ``author`` or ``editor`` value; empty ones are left out."""
    return [parse_name(name) for name in split_list(value) if name]


def parse_name(name: str) -> RawName:
    """One name by BibTeX's rules: ``First von Last``, ``von Last, First`` or ``von Last, Jr, First``."""
    if name.lower() == "others":
        return RawName(literal="others")
    if "=" in name and _FAMILY_GIVEN.match(name.lstrip()):
        return _by_keys(name)
    if _is_one_group(name):
        return RawName(literal=name[1:-1].strip())
    parts = _parts(name)
    if len(parts) == 1:
        return _first_von_last(parts[0])
    if len(parts) == 2:
        return _von_last_first(parts[0], "", _text(parts[1]))
    return _von_last_first(parts[0], _text(parts[1]), " ".join(filter(None, map(_text, parts[2:]))))


@dataclass(slots=True)
class _Token:
    text: str
    separator: str  # what stands before it: " ", "-" or ""


def _parts(name: str) -> list[list[_Token]]:
    """The tokens between the commas outside braces; hyphens and ties also separate tokens."""
    parts: list[list[_Token]] = [[]]
    depth, current, separator = 0, "", ""
    for piece in _PIECE.findall(name):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and (piece == "," or piece[0] == "-" or piece[0] == "~" or piece[0].isspace()):
            if current:
                parts[-1].append(_Token(current, separator))
                current, separator = "", ""
            if piece == ",":
                parts.append([])
                separator = ""
            elif not separator or piece[0] != "-":
                separator = piece[0] if piece[0] == "-" else " "
            continue
        current += piece
    if current:
        parts[-1].append(_Token(current, separator))
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
        first=_text(tokens[:von_start]), von=_text(tokens[von_start:last_start]), last=_text(tokens[last_start:])
    )


def _last_start(tokens: list[_Token], von_start: int) -> int:
    """The von part ends with its last lower-case token, before the very last token."""
    last_start = len(tokens) - 1
    while last_start > von_start and not _is_lower(tokens[last_start - 1].text):
        last_start -= 1
    return last_start


def _von_last_first(tokens: list[_Token], jr: str, first: str) -> RawName:
    last_start = _last_start(tokens, 0) if tokens else 0
    return RawName(first=first, von=_text(tokens[:last_start]), last=_text(tokens[last_start:]), jr=jr)


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


def _is_one_group(name: str) -> bool:
    """``{Barnes and Noble}``: one pair of braces around all of it."""
    if not (name.startswith("{") and name.endswith("}")) or name.startswith("{\\"):
        return False
    depth = 0
    for index, character in enumerate(name):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index == len(name) - 1
    return False


def _by_keys(name: str) -> RawName:
    """BibLaTeX's ``family=Beethoven, given=Ludwig, prefix=van`` (biblatex manual, 3.15)."""
    values: dict[str, str] = {}
    for part in _parts(name):
        key, equals, value = _text(part).partition("=")
        if equals:
            value = value.strip().strip('"')
            values[key.strip().lower()] = value[1:-1] if _is_one_group(value) else value
    use_prefix = values.get("useprefix")
    return RawName(
        first=values.get("given", ""),
        von=values.get("prefix", ""),
        last=values.get("family", ""),
        jr=values.get("suffix", ""),
        use_prefix=None if use_prefix is None else use_prefix.lower() == "true",
    )
