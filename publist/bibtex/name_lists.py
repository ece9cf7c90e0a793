"""Lists of names: split at ``and``, and at what people type in its place.

>>> split_list("Knuth, Donald and {Barnes and Noble}")
['Knuth, Donald', '{Barnes and Noble}']
"""

from __future__ import annotations

import re

from publist import rules
from publist.bibtex.grammar import closing_brace
from publist.bibtex.latex.accents import without_accents, without_shorthands
from publist.bibtex.latex.exported import unmangled, without_entities
from publist.bibtex.organisations import has_organisation, holds_and, is_organisation, looks_like_person
from publist.bibtex.surname_first import is_initials, is_vowelless, with_commas
from publist.patterns import pattern
from publist.problems import Note

_AND = pattern(r"\s+and(?=\s)", re.IGNORECASE)
_LATEX_AND = pattern(r"\s*\\and\b\s*|(?<=[A-Z]\.),?\s+\{and\}\s+")
_DELIMITER = pattern(r"[{}]|\s+[aA][nN][dD](?=\s)")
# "A and, B", "A andB", "H.P.and B"
_MISTYPED_AND = pattern(r"\s+and(?:,\s*|(?=[A-ZÀ-ÖØ-Þ{\\]))|(?<=[.}])and\s+(?=[A-ZÀ-ÖØ-Þ{\\])")
# "Doe, Janeand Roe, Richard", "Doe, J. Roe, R.": what stands between two commas is "Jr.", never this.
_NO_AND = pattern(
    r"([^,]+,(?:[^,]*(?:[^\W\d_]{2}| [A-Z])(?=and )|(?: ?[A-Z](?:\.-?|(?= ))){1,3}"
    r"| ?[^\W\d_]{3,}(?:(?: [A-Z]\.?)+(?= )|(?= [^\s,.]+, ?[^\W\d_]{3}))))"
    r"(?:and )?\s*([^\W\d_a-z][^\s,.]+(?: [^\s,.]{3,})?,[^,]+)"
)
_ET_AL = pattern(r"(?<!\w)(?:et\.?\s+al\b|al\.?,?\s+et)\.?[\s,;}]*$", re.IGNORECASE)
_ET_AL_WITHIN = pattern(r"[\s,]+et\.?\s+al\b\.?(?=\s*,)", re.IGNORECASE)  # "Doe et al, J."
_COMMENT = pattern(r"(?<!\\)%[^\n]*(?:\n|$)")
_MARKDOWN = pattern(r"(?<![\w*])\*\*(?=\w)([^*]+?)(?<=[\w.])\*\*(?![\w*])")  # "Jane **Doe**"
_MARKDOWN_LINK = pattern(r"\[([^][]+)\]\([^()\s]*\)")
_ROLE = pattern(r"^\{?(?:\w+ )?Editors?(?:[- ]in[- ]Chief)?:\s*", re.IGNORECASE)  # as ScienceDirect has it
# "\{National Office\}", as Zotero has what was typed in braces there
_ESCAPED_NAME = pattern(r"(?:^|(?<= and ))\{?\\\{((?:[^{}\\]| and )+)\\\}\}?(?= and |$)")
_ESCAPED_BRACE = pattern(r"\{\\[{}]\}|\\[{}]")
_ONE_SIGN = pattern(r"\{([^\W\d_a-zA-Z]|-)\}")  # "Gro{ß}", "Jean{-}Luc"
_EXPANDED = pattern(r"((?:[A-Z]\. ?)+)\(([A-Z][^()]*)\)")  # "Doe, J. Q. (Jane Quill)", as libraries have it
_SEMICOLON = pattern(r"(?<!&)\s*;\s*")
_AMPERSAND = pattern(r"\s*,?\s+\\?&\s+")
_ENTITY = pattern(r"&#?\w+;")
_TAG = pattern(r"<sup>[^<>]*</sup>|</?(?:[biu]|a|em|strong|span|br|sup|sub)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MAIL = pattern(r"\s*[<(]\S+@\S+[>)]")
# "Jane Doe und Richard Roe", but "von und zu Roe"
_FOREIGN_AND = pattern(r"(?<=\s)(?P<before>[^\W\d_a-z][\w.'’-]*),?\s+(?:und|et)\s+(?=[^\W\d_a-zß-ÿ]\S*[,\s])")
_CJK = r"[\u2e80-\u3000\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_CJK_AND = pattern(rf"(?<={_CJK}{_CJK})\s*[、，；]\s*(?={_CJK}{_CJK})")
# "Jane Doe, M.D., Ph.D.", "Doe, Jane, MD"; but "Doe, MD" has initials
_DEGREE = r",\s*(?:M\.?\s?D|M\.?Sc|M\.?P\.?H|M\.?A|M\.?B\.?A|D\.?V\.?M|R\.?N)\.?(?=\s*(?:,|$))"
_DEGREES = pattern(rf"(?:{_DEGREE})*,\s*(?:Ph\.?\s?D|D\.?\s?Phil)\.?(?=\s*(?:,|$))(?:{_DEGREE})*")
_DEGREES_LAST = pattern(rf"(?<=,)([^,]*[a-zß-ÿ.])(?:{_DEGREE})+$")
_ON_BEHALF = pattern(r"(.*[^\s,]),?\s+\(?(?:for|on behalf of)\s+(?:the\s+)?([^()]+?)\)?", re.IGNORECASE)
# "Milligan, Ian." at the end of a list: no abbreviation has a vowel and so many letters.
_ENDING_STOP = pattern(r",\s[A-Z][a-z]*(?:[aeiouy][a-z]|[a-z][aeiouy]|[a-z]{5})\.\s*$")
_OF = frozenset({"of", "for"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th"})
_INITIALS_FIRST = pattern(r"(?:[^\W\d_]\.[\s~-]*)+[^\W\d_]{2,}.*")
# "PGB Roe, J Doe": no given name has an initial before it; but "DE Roe, J Mario" is one
_BARE_INITIALS = pattern(
    r"(?!(?:D[AEIOU]|L[AEIO]|[AE]L|DE[LR]|D[AO]S|V[AO]N|TEN|TER|MAC|MC|SAN|ST|O) )"
    r"[A-Z]{1,3} [A-Z][^\W\d_]*[a-zß-ÿ]+"
)
# "Jane Q. Doe, Bob Roe": no surname has an initial within
_INITIAL_WITHIN = pattern(r"[^\W\d_]{2,} (?:[A-Z]\. )+[^\W\d_]{2,}, [^\W\d_]{2,} (?:[A-Z]\. )*[^\W\d_]{2,}")
# "KOWALSKI Jane", as HAL and French lists have it
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS_FIRST = pattern(
    rf"((?=[^a-z]*{_CAPITAL}{{3}}){_CAPITAL}+(?:[ '’-]{_CAPITAL}+)*)\s+({_CAPITAL}[^\W\d_A-Z][^,{{]*)"
)
_INITIALS_LAST = pattern(r"[^\W\d_]{2,}.*\s(?:[A-Z]\.?-?){1,3}")
_SMALL_INITIALS = pattern(r", (?:[A-Z] )*[a-z](?: [A-Za-z])*(?=$| and )")
# Soft hyphens, joiners and marks of direction, which no reader sees.
_INVISIBLE = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}


def spelled(value: str) -> str:
    """A list of names with single blanks, references and accents as characters, and no fonts."""
    if "%" in value and "\n" in value:
        value = _COMMENT.sub(" ", value)
    value = " ".join(value.split())
    if "&" in value:
        value = without_entities(value)
    if "<" in value:
        value = _TAG.sub("", value)
    if "**" in value:
        value = _MARKDOWN.sub(r"\1", value)
    if "](" in value:
        value = _MARKDOWN_LINK.sub(r"\1", value)
    if "\\{" in value:  # "Doe, \{Jane Q.\}", as Pure has it
        value = _ESCAPED_BRACE.sub("", _ESCAPED_NAME.sub(r"{\1}", value))
    if ". (" in value:
        value = _EXPANDED.sub(_in_full, value)
    if '"' in value:
        value = without_shorthands(value)
    if "\\and" in value or "{and}" in value:  # LaTeX's own, of its \author; Mendeley's
        value = _LATEX_AND.sub(" and ", value)
    if "\\" in value:  # name by name: \ss takes the blank behind it, which may be that of "and"
        value = " and ".join(map(without_accents, value.split(" and ")))
    if "\\" in value:
        from publist.bibtex.name_commands import without_fonts

        value = without_fonts(value)
    value = _SMALL_INITIALS.sub(lambda match: match[0].upper(), value)  # "Doe, a M", as Mendeley has them
    if not value.isascii():
        value = unmangled(value)
        value = value.translate(_INVISIBLE)
        if "、" in value or "，" in value or "；" in value:
            value = _CJK_AND.sub(" and ", value)
    if "{" in value:
        value = _ONE_SIGN.sub(r"\1", value)
    if "@" in value:
        value = _MAIL.sub("", value)
    if ":" in value:
        value = _ROLE.sub("", value)
    return value


def _in_full(match: re.Match[str]) -> str:
    initials = [word[0] for word in match[2].split()]
    return match[2] if initials == match[1].replace(".", " ").split() else match[0]


def name_list(value: str, notes: list[Note]) -> list[str]:
    """The names in a field, ``others`` among them for "et al."; ``notes`` collects what is odd.

    Beside ``and``, the separators ``;``, ``&`` and ``,`` are understood where no name could be meant,
    surnames first without a comma get theirs, and a whole list in a second pair of braces is unpacked.
    """
    return parted(spelled(value), notes)


def parted(value: str, notes: list[Note]) -> list[str]:
    """The names in a list that is :func:`spelled`."""
    if value.startswith("{"):
        value = _unpacked(value, notes)
    if value.count("and") > value.count(" and "):
        value = _MISTYPED_AND.sub(" and ", value)
    if " und " in value or " et " in value:
        value = _FOREIGN_AND.sub(r"\g<before> and ", value)
    names = [name for name in split_list(value) if name.lower() != "null, null"]  # Scopus' nobody
    if len(names) == 2 and _is_one_body(*names):
        names = [f"{{{names[0]} and {names[1]}}}"]
    stopped = len(names) > 1 and value.endswith(".") and _ENDING_STOP.search(value)
    if stopped and not any(map(_ENDING_STOP.search, names[:-1])):
        names[-1] = names[-1].rstrip()[:-1]
    for place in range(len(names) - 1, 0, -1):
        if names[place] and names[place - 1] and holds_and(*names[place - 1 : place + 1]):
            names[place - 1 : place + 1] = [" and ".join(names[place - 1 : place + 1])]
    if any(not name for name in names):
        notes.append((rules.EMPTY_NAME, "an 'and' without a name beside it; remove it"))
    if len(names) == 2 and "," in names[0] and "," not in names[1] and _is_prose(*names):
        names = [*_noted([name.strip() for name in names[0].split(",")], "commas", notes), names[1]]
    found: list[str] = []
    for name in names:
        if "," in name and len(names) > 2 and _is_pair(name, names):
            found += _noted([part.strip() for part in name.split(",")], "commas", notes)
        elif name:
            found += _single(name, notes)
    return with_commas(_turned(found), notes)


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
    if not text.startswith("{") or text.startswith("{\\"):
        return False
    return closing_brace(text, 0, len(text)) == len(text) - 1


def _unpacked(value: str, notes: list[Note]) -> str:
    """A list in double braces without the inner pair; an organisation's name is left alone."""
    if not is_one_group(value):
        return value
    inside = value[1:-1].strip()
    parts = split_list(inside)
    if len(parts) == 1 or not ("," in inside or all(map(looks_like_person, parts))):
        return value
    if any(map(has_organisation, parts)) and not any("," in one and looks_like_person(one) for one in parts):
        return value  # "{Office of Water and Air, Lakes Division}"
    notes.append((rules.BRACED_LIST, "braces around all names make them one name; remove the inner pair"))
    return inside


def _single(name: str, notes: list[Note]) -> list[str]:
    """One name of the list, or more if other signs than ``and`` separate them; "et al." is ``others``."""
    low = name.lower()
    if "al" in low and "et" in low and (match := _ET_AL.search(name) or _ET_AL_WITHIN.search(name)):
        rest = (name[: match.start()] + name[match.end() :]).strip(" ,{")
        return [*(_single(rest, notes) if rest else []), "others"]
    if ";" in name and not _ENTITY.search(name) and (parts := _parted(_SEMICOLON, name)):
        return _separated(parts, "semicolons", notes)
    if "&" in name and (parts := _parted(_AMPERSAND, name)) and all(map(_is_whole, parts)):
        return parted(" and ".join(_noted(parts, "&", notes)), notes)
    behalf = _ON_BEHALF.fullmatch(name) if "for " in low or "behalf of " in low else None
    if behalf and looks_like_person(behalf[1]) and is_organisation(behalf[2]):
        return [*_single(behalf[1], notes), f"{{{behalf[2]}}}"]
    if name.count(",") == 0 or "{" in name or "=" in name:
        return [name]
    if name.count(",") == 1 and " " in name.partition(",")[0] and _is_suffix(name):
        return [name.replace(",", "")]  # "John Smith, Jr."
    if "Ph" in name:
        name = _DEGREES.sub("", name)
    if name.count(",") > 1:
        name = _DEGREES_LAST.sub(r"\1", name)
    whole = all(" " in piece.strip() for piece in name.split(","))
    if name.count(",") == 2 and not whole and (two := _NO_AND.fullmatch(name)) and not _is_suffix(two[2]):
        notes.append((rules.NAME_SEPARATOR, "no 'and' stands between two names; put one there, with blanks"))
        return [two[1], two[2]]
    pieces = [piece.strip() for piece in name.split(",") if piece.strip(" .…")]
    if pairs := _pairs(pieces):
        pieces = pairs
    elif not _is_comma_list(pieces, ends=name.endswith(",")):
        return [name]
    return _noted(pieces, "commas", notes)


def _parted(separator: re.Pattern[str], name: str) -> list[str]:
    """The parts outside braces, [] if there is but one."""
    if "{" in name:
        held = without_groups(name)
        cuts = [match.span() for match in separator.finditer(held)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(name)]
        parts = [name[start:end] for start, end in zip(starts, ends, strict=True)]
    else:
        parts = separator.split(name)
    found = [part.strip(" ,") for part in parts]
    return [part for part in found if part] if len(found) > 1 else []


def _separated(parts: list[str], signs: str, notes: list[Note]) -> list[str]:
    return [one for part in _noted(parts, signs, notes) for one in _single(part, notes)]


def _is_pair(name: str, names: list[str]) -> bool:
    """Whether ``Jane Doe, John Poe`` are two people: two words each in a list without other commas."""
    pair = name.split(",")
    return (
        len(pair) == 2
        and all(len(one.split()) == 2 and looks_like_person(one.strip()) and "." not in one for one in pair)
        and not any(len(word) < 3 or word.isupper() for word in name.replace(",", " ").split())
        and not any("," in other for other in names if other is not name)
        and sum(looks_like_person(other) for other in names) == len(names)
    )


def _is_prose(first: str, last: str) -> bool:
    """Whether a list is ``Jane Doe, John Poe and Ann Roe``: three full names, none turned round."""
    names = [*first.split(","), last]
    return len(names) == 3 and all(
        len(name.split()) > 1 and looks_like_person(name.strip(" *∗†‡")) and not is_initials(name)
        for name in names
    )


def _is_one_body(first: str, last: str) -> bool:
    """Whether "and" is a word of one name: ``National Institute of Standards and Technology``."""
    words = first.lower().split()
    named = has_organisation(words[0]) or is_organisation(first) if words else False
    if not named or _OF.isdisjoint(words) or not last.istitle() or "{" in last:
        return False
    return not looks_like_person(last) and not is_organisation(last)


def _turned(names: list[str]) -> list[str]:
    """``KOWALSKI Jane`` as ``KOWALSKI, Jane``, where two names or more of a list are such."""
    bare = [name for name in names if name[:2].isupper() and "," not in name and not is_organisation(name)]
    turned = list(map(_CAPITALS_FIRST.fullmatch, bare))
    if len(bare) < 2 or not all(turned) or all(match and is_vowelless(match[1]) for match in turned):
        return names  # "VJS Doe" has initials
    return [_CAPITALS_FIRST.sub(r"\1, \2", name) if name in bare else name for name in names]


def _noted(names: list[str], signs: str, notes: list[Note]) -> list[str]:
    note = (rules.NAME_SEPARATOR, f"names are separated by {signs}; write 'and' between them")
    if note not in notes:
        notes.append(note)
    return names


def _is_whole(name: str) -> bool:
    """Whether a part beside ``&`` is a name, or a list with commas, and no half of a firm's name."""
    return (" " in name or "," in name) and not is_organisation(name)


def without_groups(text: str) -> str:
    """The text with blanks' worth of dots where groups of braces stand, so that places stay."""
    depth, kept = 0, []
    for sign in text:
        depth -= sign == "}"
        kept.append("." if depth > 0 or sign in "{}" else sign)
        depth += sign == "{"
    return "".join(kept)


def _is_suffix(name: str) -> bool:
    """Whether a name ends in ``Jr.`` or the like: ``Smith, Fernand Lee, Jr.`` holds no ``and``."""
    return name.rpartition(",")[2].strip().lower() in _SUFFIXES


def _pairs(pieces: list[str]) -> list[str]:
    """``Doe, J., Roe, R.`` in pairs, whole names among them: ``Doe, J., Max Moe, Roe R.``.

    Of four pieces or more every second one may be a given name.
    """
    if len(pieces) < 3 or any(piece.lower() in _SUFFIXES for piece in pieces):
        return []
    if any(map(is_organisation, pieces)):
        return []
    families, given = pieces[::2], pieces[1::2]
    short = all(len(name.split()) == 1 for name in families) and all(len(name.split()) <= 2 for name in given)
    if short and len(families) == len(given) > 1:
        return [f"{family}, {first}" for family, first in zip(families, given, strict=True)]
    found: list[str] = []
    for piece in pieces:
        if is_initials(piece):
            if not found or "," in found[-1]:
                return []
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    whole = all("," in name or " " in name or "~" in name for name in found)
    return found if whole and len(found) < len(pieces) else []


def _is_comma_list(pieces: list[str], *, ends: bool) -> bool:
    """Whether the pieces between commas are whole names: ``J. Smith, J. Doe``; not ``Smith, Jr., John``.

    ``ends`` is whether a comma stands behind the last too: ``Jane Doe, Bob Roe, and Max Moe``.
    """
    if len(pieces) == 2 and pieces[0].rpartition(" ")[2].lower() in _SUFFIXES:
        return False  # "Smith III, John J."
    if len(pieces) == 2 and ". " in pieces[0] and _INITIAL_WITHIN.fullmatch(", ".join(pieces)):
        return True
    if len(pieces) < 3 and not ends:
        if len(pieces) == 2 and all(map(_BARE_INITIALS.fullmatch, pieces)):
            return True
        shape = _INITIALS_FIRST if pieces[0][1:2] == "." else _INITIALS_LAST if " " in pieces[0] else None
        return len(pieces) == 2 and shape is not None and all(map(shape.fullmatch, pieces))
    if any(map(is_organisation, pieces)):
        return False
    whole = all((" " in piece or "~" in piece) and piece.lower() not in _SUFFIXES for piece in pieces)
    return len(pieces) > 1 and whole
