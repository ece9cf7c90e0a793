"""Alphabetical order as readers of a language expect it.

Case, accents and punctuation do not count, spaces come before digits, digits before letters, and a run
of digits counts as a number; the letters that a language treats as its own (Å in Swedish, Ł in Polish)
stand where that language puts them.  These are the levels at which the reference processor compares
(sort_Quotes.txt, sort_LatinUnicode.txt); the tailorings follow CLDR's.

Two texts that differ only in accents or case get the same key, so that the next sort key decides:
``Müller 2001`` stands before ``Muller 2002``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from publist.patterns import pattern

# Letters that Unicode does not take apart.  "n<" is a letter of its own after n.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i<", "ß": "ss", "ŧ": "t",
    "ŋ": "n<", "ə": "e<", "ɛ": "e<<", "þ": "z<", "ʒ": "z<<", "ĳ": "ij", "ſ": "s", "ŀ": "l", "ĸ": "q<",
    "ς": "σ", "ｰ": "", "ー": "", "ґ": "г", "є": "е<", "і": "и<", "ї": "и<", "й": "и<<", "ј": "и<<<",
}  # fmt: skip
# By language: "x < a b < c" puts a (with b, its like) after x and c after that; "x = a" makes them one.
_TAILORINGS = {
    "az": "c<ç; e<ə; g<ğ; h<x<ı; k<q; o<ö; s<ş; u<ü; z<w",
    "bs": "c<č<ć; d<dž<đ; l<lj; n<nj; s<š; z<ž",
    "cs": "c<č; h<ch; r<ř; s<š; z<ž",
    "cy": "c<ch; d<dd; f<ff; g<ng; l<ll; p<ph; r<rh; t<th",
    "da": "y=ü ű; th=þ; d=đ ð; z<æ ä<ø ö ő<å aa",
    "es": "n<ñ",
    "et": "s<š<z<ž; w<õ<ä<ö<ü",
    "eu": "n<ñ",
    "fi": "n=ŋ; y=ü; d=đ ð; z<å<ä æ<ö ø",
    "gl": "n<ñ",
    "hr": "c<č<ć; d<dž<đ; l<lj; n<nj; s<š; z<ž",
    "hu": "c<cs; d<dz<dzs; g<gy; l<ly; n<ny; o<ö ő; s<sz; t<ty; u<ü ű; z<zs",
    "is": "a<á; d<ð; e<é; i<í; o<ó; u<ú; y<ý; z<þ<æ ä<ö ø<å",
    "lt": "c<č; i=y; s<š; z<ž",
    "lv": "a<ā; c<č; e<ē; g<ģ; i<y<ī; k<ķ; l<ļ; n<ņ; o<ō; r<ŗ; s<š; u<ū; z<ž",
    "nb": "y=ü ű; th=þ; d=đ ð; z<æ ä ę<ø ö ő œ<å aa",
    "pl": "a<ą; c<ć; e<ę; l<ł; n<ń; o<ó; s<ś; z<ź<ż",
    "ro": "a<ă<â; i<î; s<ș ş; t<ț ţ",
    "sk": "a<ä; c<č; h<ch; o<ô; r<ř; s<š; z<ž",
    "sl": "c<č<ć; d<đ; s<š; z<ž",
    "sr": "c<č<ć; d<dž<đ; l<lj; n<nj; s<š; z<ž",
    "sv": "y=ü ű; th=þ; d=đ ð; z<å<ä æ ę<ö ø ő œ ô",
    "tr": "c<ç; g<ğ; h<ı; o<ö; s<ş; u<ü",
    "uk": "г<ґ; и<і<ї<й",
    "vi": "a<ă<â; d<đ; e<ê; o<ô<ơ; u<ư",
}
_TAILORINGS |= {"nn": _TAILORINGS["nb"], "no": _TAILORINGS["nb"]}
# The script that a language writes in comes before all others.
_SCRIPTS = {
    **dict.fromkeys(["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"], "\u0400-\u052f"),
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    **dict.fromkeys(["ar", "bal", "brh", "fa", "pa", "ur"], "\u0600-\u077f"),
    "hi": "\u0900-\u097f",
    "hy": "\u0530-\u058f",
    "km": "\u1780-\u17ff",
    "ko": "\u1100-\u11ff",
    "th": "\u0e00-\u0e7f",
    "zh": "\u4e00-\u9fff",
}
_DIGITS = pattern(r"0*(\d+)")
# Letters of their own get marks from here, which come after any letter.
_AFTER = 0x10F000
_KANA = range(0x30A1, 0x30F7)


def key(text: str, language: str) -> str:
    """A string that sorts where the text belongs, e.g. ``key("Ångström", "sv")`` comes after z.

    ``language`` is a locale such as ``sv-SE``; one without a tailoring sorts as English does.
    """
    return collator(language)(text)


@lru_cache(maxsize=64)
def collator(language: str) -> Callable[[str], str]:
    """:func:`key` for one language, for many texts."""
    base = language.split("-")[0].split("_")[0].lower()
    own, letters = _tailoring(base)
    # "@" stands between digits and letters.
    script = re.compile(f"([{_SCRIPTS[base]}])") if base in _SCRIPTS and "Latn" not in language else None
    turkic = base in {"tr", "az"}

    @lru_cache(maxsize=65536)
    def collate(text: str) -> str:
        if turkic:
            text = text.replace("I", "ı").replace("İ", "i")
        text = text.lower()
        if text.isascii():
            text = text if text.isalnum() else text.translate(_ASCII)
        else:
            composed = unicodedata.normalize("NFC", text)
            text = "".join([char if char in own else _primary(char) for char in composed])
        if letters is not None:
            text = letters.sub(lambda match: own[match[0]], text)
        if not text.isalpha():
            text = _DIGITS.sub(_number, text)
        return text if script is None else script.sub(r"@\1", text)

    return collate


def _number(match: re.Match[str]) -> str:
    """A number with its length before it, so that 9 comes before 10."""
    digits = match[1]
    return f"0{chr(0x30 + min(len(digits), 9))}{digits}"


@lru_cache(maxsize=16384)
def _primary(char: str) -> str:
    """What counts of one character in order: its base letter; of punctuation nothing."""
    known = _LETTERS.get(char)
    if known is not None:
        return _marked(known)
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category[0] in "PMC":
        return ""
    if category[0] == "S":
        return f"\x01{char}"
    if ord(char) in _KANA:
        char = chr(ord(char) - 0x60)  # katakana and hiragana are one alphabet
    parts = unicodedata.normalize("NFKD", char)
    if parts == char:
        return char
    return "".join(_primary(part) for part in parts if not unicodedata.combining(part))


# What _primary() gives, for the common case.
_ASCII = {code: _primary(chr(code)) for code in range(128)}


def _marked(spec: str) -> str:
    """``n<<`` as n and a mark for the second letter of its own after n."""
    letter = spec.rstrip("<")
    return letter + chr(_AFTER + len(spec) - len(letter)) if letter != spec else letter


@lru_cache(maxsize=64)
def _tailoring(language: str) -> tuple[dict[str, str], re.Pattern[str] | None]:
    """The language's own letters with their keys, and what finds them, longest first."""
    own: dict[str, str] = {}
    for rule in filter(None, _TAILORINGS.get(language, "").split("; ")):
        if "=" in rule:
            same, letters = rule.split("=")
            own |= dict.fromkeys(letters.split(), same)
            continue
        base, *steps = rule.split("<")
        for step, letters in enumerate(steps):
            # Far apart, so that what has no tailoring keeps its place after the same base.
            own |= dict.fromkeys(letters.split(), base + chr(_AFTER + 16 * (step + 1)))
    if not own:
        return own, None
    return own, re.compile("|".join(sorted(map(re.escape, own), key=len, reverse=True)))
