"""Lists of names: split at ``and``, and at what people type in its place.

>>> split_list("Knuth, Donald and {Barnes and Noble}")
['Knuth, Donald', '{Barnes and Noble}']
"""

from __future__ import annotations

import re

from publist import rules
from publist.patterns import pattern
from publist.problems import Note

_AND = pattern(r"\s+and(?=\s)", re.IGNORECASE)
_DELIMITER = pattern(r"[{}]|\s+[aA][nN][dD](?=\s)")
_ET_AL = pattern(r"(?<!\w)et\.?\s+al\b\.?\s*$", re.IGNORECASE)
_COMMENT = pattern(r"(?<!\\)%[^\n]*(?:\n|$)")
_SEMICOLON = pattern(r"(?<!&)\s*;\s*")
_ENTITY = pattern(r"&#?\w+;")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_INITIALS_FIRST = pattern(r"(?:[^\W\d_]\.[\s~-]*)+[^\W\d_]{2,}.*")
_CAPITALISED = pattern(r"\{?\\?[^\W\d_]")


def name_list(value: str, notes: list[Note]) -> list[str]:
    """The names in a field, ``others`` among them for "et al."; ``notes`` collects what is odd.

    Beside ``and``, the separators ``;`` and ``,`` are understood where no name could be meant, and a
    whole list in a second pair of braces is unpacked.
    """
    if "%" in value and "\n" in value:
        value = _COMMENT.sub(" ", value)
    value = " ".join(value.split())
    if value.startswith("{"):
        value = _unpacked(value, notes)
    names = split_list(value)
    if len(names) == 1 and ";" in value and not _ENTITY.search(value):
        notes.append((rules.NAME_SEPARATOR, "names are separated by ';'; write 'and' between them"))
        names = _SEMICOLON.split(value)
    if any(not name for name in names):
        notes.append((rules.EMPTY_NAME, "an 'and' without a name beside it; remove it"))
    return [one for name in names if name for one in _single(name, notes)]


def split_list(value: str) -> list[str]:
    """The names of a list, split at each ``and`` outside braces, in any case, as BibTeX does."""
    value = f"{value} "
    if "{" not in value and "}" not in value:
        return [part.strip() for part in _AND.split(value)]
    names: list[str] = []
    depth = start = 0
    for match in _DELIMITER.finditer(value):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            names.append(value[start : match.start()].strip())
            start = match.end()
    return [*names, value[start:].strip()]


def is_one_group(text: str) -> bool:
    r"""Whether one pair of braces encloses all of a text, e.g. ``{Barnes and Noble}``; not ``{\"O}``."""
    if not (text.startswith("{") and text.endswith("}")) or text.startswith("{\\"):
        return False
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index == len(text) - 1
    return False


def _unpacked(value: str, notes: list[Note]) -> str:
    """A list in double braces without the inner pair; an organisation's name is left alone."""
    if not is_one_group(value):
        return value
    inside = value[1:-1].strip()
    parts = split_list(inside)
    if len(parts) == 1 or not ("," in inside or all(_looks_like_person(part) for part in parts)):
        return value
    notes.append((rules.BRACED_LIST, "braces around all names make them one name; remove the inner pair"))
    return inside


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        _CAPITALISED.match(word) and word[:1] == word[:1].upper() for word in words
    )


def _single(name: str, notes: list[Note]) -> list[str]:
    """One name of the list, or more if commas alone separate them; "et al." is ``others``."""
    if "al" in name and (match := _ET_AL.search(name)):
        rest = name[: match.start()].strip(" ,")
        return [*(_single(rest, notes) if rest else []), "others"]
    if name.count(",") == 0 or "{" in name or "=" in name:
        return [name]
    pieces = [piece.strip() for piece in name.split(",") if piece.strip()]
    if not _is_comma_list(pieces):
        return [name]
    notes.append((rules.NAME_SEPARATOR, "names are separated by ','; write 'and' between them"))
    return pieces


def _is_comma_list(pieces: list[str]) -> bool:
    """Whether the pieces between commas are whole names: ``J. Smith, J. Doe``; not ``Smith, Jr., John``."""
    if len(pieces) < 3:
        return len(pieces) == 2 and all(_INITIALS_FIRST.fullmatch(piece) for piece in pieces)
    return all((" " in piece or "~" in piece) and piece.lower() not in _SUFFIXES for piece in pieces)
