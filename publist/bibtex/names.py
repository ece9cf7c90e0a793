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

from publist import rules
from publist.bibtex.grammar import TWO_DEEP
from publist.bibtex.latex import decode
from publist.bibtex.latex.accents import without_accents
from publist.bibtex.name_lists import is_one_group
from publist.bibtex.organisations import in_reading_order, is_no_given, is_organisation
from publist.bibtex.particles import PATRONYMIC, bound, family_start, particles_behind
from publist.bibtex.plain_names import plain_names
from publist.bibtex.surname_first import is_initials, spaced
from publist.item import Name
from publist.patterns import pattern
from publist.problems import Note
from publist.records import NamedTuple
from publist.richtext import plain

# Blanks, and a comma or the next word: braces, up to three deep, hold it together.
_PIECE = pattern(rf"([\s~]*+)(?:(,)|((?:[^\s~,{{}}]++|\{{{TWO_DEEP}\}}|[{{}}])++))")
_FAMILY_GIVEN = pattern(r"\b(family|given|prefix|suffix|id|useprefix|given-i|family-i)\s*=", re.IGNORECASE)
# "Robert Downey Jr." has its suffix without a comma.
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV 2nd 3rd 4th".split())
_SUFFIX_AT_END = pattern(r"(?P<rest>.*\S)[\s,~]+(?P<suffix>[JS]r\.?|I{2,3}|IV)")
# CJK scripts, in which the family name comes first: Han, kana, Hangul.
_CJK = r"[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff・々〆]"
_CJK_ONLY = pattern(rf"{_CJK}+")
_CJK_ASIDE = pattern(rf"\s*[(（]\s*{_CJK}[^()（）]*[)）]")
# "al-Hakim": the article is a particle that keeps its hyphen; any other word with one is one word.
_ARTICLE = pattern(r"((?:al|el|ad|an|ar|as|ash|at|az|ul)-)(\S+)")
# DBLP tells namesakes apart by numbers.
_NAMESAKE = pattern(r"(?<=\S)\s+0\d{3}(?=\s*(?:,|$))")
_ASIDE = pattern(r"(?P<name>\S+\s.*\S)\s*\((?P<aside>[^()]*)\)")
# "Doe, Jane (1946-....)", "Doe, Jane, 1901-1976": years of life, as catalogues of libraries have them
_LIFE = pattern(r"(?<=\w)[.,]?\s*(?:\(\d{4}\s?[-–]\s?(?:\d{4}|[.?]*)\)|,\s\d{4}\s?[-–](?:\s?\d{4}|\.*))\.?$")
# No family: "SciPy 1.0 Contributors", "Panel on Climate Change", "William of Ockham"
_NO_FAMILY = pattern(r"\s(?:\d+(?![^\s.])|(?:of|on|for)\s)")
# "{Vand erPlas}", as ADS tears names with "and" in them.
_TORN = pattern(r"(?<=[^\W\d_]and) (?=(?!van|von|der|den|de[lrs]?\b)[a-zß-ÿ]+[A-Z]?[^\W\d_]*\})")
_GLUED = pattern(
    r"(?<![^\W\d_]{2})(?<=[^\W\d_a-z]\.)(?=[^\W\d_a-z][^\W\d_A-Z])"  # "E.Poe", "Ph.Roe"
    r"|(?<=\b[A-Z][a-z]\.)(?=[A-Z][a-z]{2})"
)
_AFFILIATION = pattern(r"(?<=[a-zß-ÿ])\d(?:,\d)*(?=\s*(?:,\s*\D|$))")  # "Jane Doe1"
# "Roe, a. M.", "Roe, A.m." of Mendeley, "Kim, J.-h."
_SMALL_INITIAL = pattern(r"(?:(?<!\S)|(?<=[A-Z]\.))[a-z]\.(?=\s|$)|(?<=[A-Z]\.-)[a-z](?=\.?(?:\s|$))")
# "Mrs Linda Poe": how a person is addressed is no given name.
_BEGINS_ADDRESS = frozenset({"Mr", "Ms", "Dr", "Pr", "Mg", "Mo", "Re", "Si"})
_ADDRESSED = pattern(
    r"(?:(?:Mrs?|Ms|Sir|Dr|Prof(?:essor)?|Mgr|Msgr|Monsignor|Rev(?:erend)?)(?:\.\s*|\s+|$))+"
)
_BRACED_START = pattern(r"\{[A-Z][a-z]\}[a-z]")
_DASHES = pattern(r"-{2,3}")
# "J. Roe, Jane", as Wiley has some
_INITIALS_BEFORE = pattern(r"(?P<initials>[A-Z]\.(?: [A-Z]\.)*) (?P<family>[A-Z][^.]{2,})")
_SHOUTED = pattern(r"\bMC(?=[^\W\d_]{3})|[^\W\d_]{2,}")  # "McDonald"
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
    return read_name(" ".join(name.split()))[0]


_ReadName = tuple[Name, tuple[Note, ...]]


@lru_cache(maxsize=4096)  # the owner and co-authors come again and again
def read_name(typed: str, use_prefix: bool | None = None) -> _ReadName:  # noqa: FBT001 - for the cache
    """One name of a list, and what is to be said about the TeX in it.

    ``use_prefix`` is BibLaTeX's option, which the name's own beats.

    BibTeX's "von" is part of the family name, so it becomes CSL's non-dropping particle; with
    ``useprefix=false`` the dropping one.
    """
    if plain := plain_names(typed):
        return plain[0], ()
    notes: list[Note] = []
    if "\\" in typed:
        from publist.bibtex.name_commands import without_commands

        typed = without_commands(without_accents(typed), notes)
    if "--" in typed:
        typed = _DASHES.sub("-", typed)
    typed = _without_asides(typed, notes)
    if "{" not in typed and "=" not in typed:
        if "," in typed:
            literal = in_reading_order(typed)
        else:
            literal = typed if is_organisation(typed) or _NO_FAMILY.search(typed) else ""
        if literal:
            return Name(literal=_plain(literal, notes)), tuple(notes)
    name = _to_name(split_name(typed), notes, use_prefix=use_prefix)
    return name, tuple(notes)


def _without_asides(typed: str, notes: list[Note]) -> str:
    """The name without a namesake's number, an affiliation in parentheses, signs that a list left behind."""
    if " 0" in typed:
        typed = _NAMESAKE.sub("", typed)
    if "," in typed:
        typed = _LIFE.sub("", typed)
    if "and " in typed and "{" in typed:
        typed = _TORN.sub("", typed)
    if "." in typed and "{" not in typed:
        typed = _GLUED.sub(" ", typed)
    words_alone = " " not in typed or typed.replace(" ", "").isalpha()
    if not words_alone and "{" not in typed and not is_organisation(typed):
        typed = _AFFILIATION.sub("", typed)
    if typed[-1:] == ")" and (match := _ASIDE.fullmatch(typed)):
        name, aside = match["name"], match["aside"]
        affiliation = is_no_given(aside)
        if ("," not in name or affiliation) and not is_organisation(name) and not _CJK_ASIDE.search(typed):
            notes.append((rules.NAME_ASIDE, f"({aside}) behind {name!r} is no name; it is left out"))
            return name
    if typed[-1:] in ";:" or (typed[-1:] == '"' and typed.count('"') == 1):
        return typed[:-1].rstrip()
    return typed


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
    if given == "The" and raw.last.startswith("{"):  # The {Stacks Project Authors}
        return Name(literal=f"The {family}")
    if not suffix and family[-1:] in "r.IV" and (match := _SUFFIX_AT_END.fullmatch(family)):
        family, suffix = match["rest"], match["suffix"]
    elif not suffix and given and family in _SUFFIXES:  # First=Robert Downey, Last=Jr.
        words = given.replace(",", " ").split()
        given, family, suffix = " ".join(words[:-1]), words[-1], family
    if given[:2] in _BEGINS_ADDRESS and (match := _ADDRESSED.match(given)):
        given = given[match.end() :]
    if given and _is_cjk(family) and _is_cjk(given) and not raw.comma:
        family, given = given, family
    if not family:
        family, given = given, ""
    given, suffix = _suffix_of_given(_SMALL_INITIAL.sub(lambda match: match[0].upper(), given), suffix)
    if raw.comma and not von and (match := particles_behind(family, given)):
        given, family = match["given"], f"{match['particles']} {family}"
    if raw.comma and family[1:3] == ". " and (match := _INITIALS_BEFORE.fullmatch(family)):
        given, family = f"{given} {match['initials']}", match["family"]
    family, given = _in_case(family, given, comma=raw.comma)
    prefix = raw.use_prefix if raw.use_prefix is not None else use_prefix
    return Name(
        family=_without_stop(family),
        given=spaced(given, shouted=family.isupper()),
        dropping_particle=von if prefix is False else "",
        non_dropping_particle="" if prefix is False else von,
        suffix=suffix,
    )


def _suffix_of_given(given: str, suffix: str) -> tuple[str, str]:
    """``Smith, John Jr.`` and ``Smith, J., Jr.`` have their suffix where the given name should end.

    ``Smith, John, Q.`` has none, nor has ``Smith, V, John`` of Web of Science.
    """
    if not suffix and given[-1:] in "r.IV" and (match := _SUFFIX_AT_END.fullmatch(given)):
        return match["rest"], match["suffix"]
    first, _, rest = given.partition(" ")
    if not suffix and rest and first in ("Jr", "Jr."):  # "Jr S A Roe", as IOP has it
        return rest, first
    if not suffix or not given or suffix in _SUFFIXES:
        return given, suffix
    if given in _SUFFIXES:
        return suffix, given
    if is_initials(suffix) and (len(suffix) == 1 or not is_initials(given)):
        return f"{given} {suffix}", ""
    return (f"{suffix} {given}", "") if is_initials(given) else (given, suffix)


def _in_case(family: str, given: str, *, comma: bool) -> tuple[str, str]:
    """``DI MARTINO, Beniamino``: capitals say which is the family name, and are no part of it."""
    first = given.partition(" ")[0]
    if given and family.isupper() and (comma or not given.isupper() or "." in first or _is_word(first)):
        long = max(map(len, re.split(r"\W+", family))) > 3
        short = comma and not set("AEIOUY").isdisjoint(family)  # "YU, BP", but initials in "JS, Cooper"
        family = _recased(family) if long or short else family
    if len(given) > 3 and given.isupper() and not family.isupper():
        words = given.split()
        short = any(map(_is_word, words))  # "MARY ANN", but initials in "AJM"
        given = " ".join(_recased(word) if _is_word(word, short=short) else word for word in words)
    return family, given


def _is_word(word: str, *, short: bool = False) -> bool:
    """Whether capitals are a name and no row of initials, by its vowels: MARTIN, not TEPMF."""
    vowels = sum(letter in "AEIOUYÄÖÜÉ" for letter in word)
    return len(word) > (2 if short else 3) and word.isalpha() and vowels * 4 >= len(word)


def _recased(words: str) -> str:
    return _SHOUTED.sub(lambda match: match[0].capitalize(), words)


def _without_stop(family: str) -> str:
    """The family name without a full stop that ended the list: ``Doering.``."""
    return family[:-1] if len(family) > 3 and family.endswith(".") and family.count(".") == 1 else family


def _plain(value: str, notes: list[Note]) -> str:
    if not value:
        return ""
    decoded = decode(value)
    notes += decoded.notes
    return plain(decoded.text)


def split_name(name: str) -> RawName:
    """One name by BibTeX's rules: ``First von Last``, ``von Last, First`` or ``von Last, Jr, First``."""
    if name.rstrip(" ,").lower() == "others":
        return RawName(literal="others")
    if name[-1:] in ")）":
        name = _CJK_ASIDE.sub("", name) or name
    if "=" in name and _FAMILY_GIVEN.match(name.lstrip()):
        return _by_keys(name)
    whole = name.rstrip(", ") if name.startswith("{") else name  # "{Jane Doe}, and John Roe"
    if is_one_group(whole):
        return RawName(literal=whole[1:-1].strip())
    parts = _parts(name)
    while len(parts) > 1 and not parts[-1]:
        parts.pop()  # "Chen, Po-Hao," ends with a comma too many
    if len(parts) == 1:
        return _first_von_last(_articles_apart(parts[0], len(parts[0])))
    family = _articles_apart(parts[0], 1)
    if len(parts) == 2:
        return _von_last_first(family, "", _text(parts[1]))
    return _von_last_first(family, _text(parts[1]), " ".join(filter(None, map(_text, parts[2:]))))


class _Word(NamedTuple):
    text: str
    separator: str = " "  # what stands before it: nothing behind an article with its hyphen


def _parts(name: str) -> list[list[_Word]]:
    """The words between the commas outside braces; a hyphen is inside a word, a tie is a blank."""
    parts: list[list[_Word]] = [[]]
    for separators, comma, text in _PIECE.findall(name):
        if comma:
            parts.append([])
        else:
            parts[-1].append(_Word(text, separators and " "))
    return parts


def _articles_apart(words: list[_Word], most: int) -> list[_Word]:
    """``al-Hakim`` among the first words in two, so that its article is a particle."""
    found: list[_Word] = []
    for place, word in enumerate(words):
        if "-" in word.text and place < most and (match := _ARTICLE.fullmatch(word.text)):
            found += [_Word(match[1], word.separator), _Word(match[2], "")]
        else:
            found.append(word)
    return found


def _text(words: list[_Word]) -> str:
    return "".join((word.separator if index else "") + word.text for index, word in enumerate(words))


def _first_von_last(words: list[_Word]) -> RawName:
    if not words:
        return RawName()
    if words[0].text[0] == "{" and _BRACED_START.match(words[0].text):  # "{Ch}ristos Roe"
        words[0] = _Word(words[0].text.replace("{", "", 1).replace("}", "", 1))
    if place := bound([word.text for word in words]):
        return RawName(first=_text(words[: place - 1]), last=_text(words[place - 1 :]))
    von_start = next((index for index, token in enumerate(words[:-1]) if _is_lower(token.text)), None)
    if von_start is None:
        last = family_start([word.text for word in words])
        return RawName(first=_text(words[:last]), last=_text(words[last:]))
    before, particle = words[von_start - 1].text, words[von_start].text
    if von_start > 1 and (particle == "y" or (particle in ("de", "del") and PATRONYMIC.fullmatch(before))):
        return RawName(first=_text(words[: von_start - 1]), last=_text(words[von_start - 1 :]))
    last_start = _last_start(words, von_start)
    return RawName(
        first=_text(words[:von_start]),
        von=_text(words[von_start:last_start]),
        last=_text(words[last_start:]),
    )


def _last_start(words: list[_Word], von_start: int) -> int:
    """The von part ends with its last lower-case token, before the very last token."""
    last_start = len(words) - 1
    while last_start > von_start and not _is_lower(words[last_start - 1].text):
        last_start -= 1
    return last_start


def _von_last_first(words: list[_Word], jr: str, first: str) -> RawName:
    last_start = _last_start(words, 0) if words and bound([word.text for word in words]) != 1 else 0
    von, last = _text(words[:last_start]), _text(words[last_start:])
    return RawName(first=first, von=von, last=last, jr=jr, comma=True)


def _is_lower(token: str) -> bool:
    """Whether a word's first letter outside braces, or its special character, is in lower case.

    A word in parentheses or quotation marks is a nickname, whatever its case, and "a." an initial.
    """
    if token[0] in '("“' or (len(token) == 2 and token[1] == "."):
        return False
    depth = 0
    for index, character in enumerate(token):
        if character == "{":
            if depth == 0 and token[index + 1 : index + 2] == "\\":
                return _special_is_lower(token[index + 1 :])
            letter = token[index + 1 : index + 2]
            if depth == 0 and letter.isalpha() and not letter.isascii() and token.startswith("}", index + 2):
                return letter.islower()  # "{\L}ukasz" decoded
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
