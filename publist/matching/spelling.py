"""How names are spelled: accents, transliterations, initials, blanks and hyphens.

Two spellings are compared in their folded form: lower case, without accents, blanks and hyphens.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from publist.patterns import pattern

# Letters that Unicode does not take apart into a base letter and an accent.
_BASE_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
        "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "e",
    }
)  # fmt: skip
# How the same letters are written where a keyboard lacks them: ICAO Doc 9303, part 3, section 6.
_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ñ": "n", "đ": "dj"})
_BETWEEN_PARTS = pattern(r"[\s.\-‐‑–’'ʼʻ`´·・•]+")
# "Mueller" for "Müller", between consonants only: "Xue" and "Xu" are two names, as "Bauer" and "Baur".
_DIGRAPH = pattern(r"(?<=[^aeiouyq])([aou])e(?=[^aeiouy])")
_PART = pattern(r"([^\s.\-‐‑–·・•,]+)(\.?)")
_CROWDED_INITIALS = pattern(r"[A-Z]{2,3}\Z")
# Hangul, kana, Bopomofo and Han: first and last of each block
_CJK = (
    ("\u1100", "\u11ff"),
    ("\u3005", "\u312f"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
)
_SUFFIXES = frozenset("jr sr junior senior filho neto ii iii iv 2nd 3rd".split())

# Family names of China, Korea and Vietnam in Latin letters, the most frequent ones: the word that is
# one of them, before a word that is none, is a family name that stands first ("Zhang Wenwei").
FAMILY_FIRST = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie"
    " tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren"
    " yao lei jin fang shi cui zhong tan lu fan liao qin shao gu hou meng bai xiong qiu yin qian shen"
    " kong hao duan dai mao dong wan gong zou qiao shi he long lai wen tao hua xia song han kim lee park"
    " choi jung jeong kang cho yoon jang lim seo shin kwon hwang ahn nguyen tran pham hoang phan vu vo"
    " dang bui do ho ngo duong ly chan wong cheung leung chang tsai hsu hsieh cheng chiang kuo tseng".split()
)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Lower case without accents, e.g. ``Müller`` as ``muller``; blanks and hyphens stay."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_BASE_LETTERS)


def _joined(text: str) -> str:
    return "".join(_BETWEEN_PARTS.split(text))


@lru_cache(maxsize=65536)
def spellings(text: str) -> frozenset[str]:
    """The spellings that count as equal: ``Müller`` is ``muller`` and ``mueller``."""
    lower = text.casefold()
    if lower.isascii():
        return frozenset((_joined(lower),))
    composed = unicodedata.normalize("NFC", lower)
    return frozenset(_joined(folded(form)) for form in (composed, composed.translate(_TRANSLITERATED)))


@lru_cache(maxsize=65536)
def without_digraphs(spelling: str) -> str:
    """The spelling that may be meant: ``mueller`` gives ``muller``."""
    return _DIGRAPH.sub(r"\1", spelling)


Part = tuple[frozenset[str], bool]
"""The spellings of one part of a given name, and whether it is an initial or an abbreviation."""


@lru_cache(maxsize=65536)
def given_parts(given: str) -> tuple[Part, ...]:
    """The parts of a given name: ``W.-Q.`` has two initials, and so has ``WQ``; ``Chr.`` is short."""
    parts: list[Part] = []
    for word, stop in _PART.findall(given):
        if _CROWDED_INITIALS.match(word):
            parts.extend((frozenset((letter.lower(),)), True) for letter in word)
        elif len(word) == 1 or len(folded(word)) == 1:
            parts.append((frozenset((folded(word),)), True))
        else:
            parts.append((spellings(word), bool(stop)))
    return tuple(parts)


def is_cjk(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean letters."""
    return not text.isascii() and any(first <= letter <= last for letter in text for first, last in _CJK)


def split_suffix(text: str) -> tuple[str, str]:
    """A suffix that stands at the end without its comma: ``Smith Jr.`` is ``("Smith", "Jr.")``."""
    head, _, last = text.rpartition(" ")
    return (head.rstrip(" ,"), last) if head and is_suffix(last) else (text, "")


def is_suffix(text: str) -> bool:
    """Whether the word is one that follows a name, such as ``Jr.``."""
    return text.lower().removesuffix(".") in _SUFFIXES


def may_hide_suffix(text: str) -> bool:
    """Whether a family name is, or ends with, a suffix typed without its comma."""
    return is_suffix(text) or (" " in text and bool(split_suffix(text)[1]))


def suffix_form(text: str) -> str:
    """A suffix to compare: ``Jr.`` and ``Junior`` are the same."""
    form = _joined(folded(text))
    return {"junior": "jr", "senior": "sr", "2nd": "ii", "3rd": "iii"}.get(form, form)
