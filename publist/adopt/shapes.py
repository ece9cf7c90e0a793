"""The shape of one name: ``J. Doe``, ``Doe JA``, ``Jane Doe``, ``van der Doe``, 王小明, "et al."."""

from __future__ import annotations

import re
from collections.abc import Collection

from publist.adopt import words
from publist.patterns import pattern
from publist.records import NamedTuple

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_ET_AL = pattern(r"(?:(?:et\.? ?)?al\.?|others|u\. ?a\.|…|\.\.\.|等)", re.IGNORECASE)
_HAN = pattern(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,5}")
_TWO_LETTERS = frozenset({"yu.", "ch.", "th.", "ph.", "ya.", "kh.", "ju.", "md."})
_DEGREE = pattern(r"(?:M|B|D|Ph|Dr)\.(?: ?(?:Sc|Eng|Phil|Ed|Tech|Ing)|[AD])\.?|Ph\. D\.?")
_TITLES = frozenset({"prof", "prof.", "dr", "dr.", "mr.", "ms.", "mrs."})
OTHERS = "others"


class TypedName(NamedTuple):
    """A name as typed, e.g. ``TypedName("Doe", "J.", "*", 3)``; ``strength``, 1 to 3, is how sure it is."""

    family: str
    given: str = ""
    marks: str = ""
    strength: int = 1
    suffix: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two spellings of a name have in common: surname and first initial, in lower case."""
        return self.family.casefold(), self.given[:1].casefold()


class PageNames(NamedTuple):
    """Whom the page knows: names by surname and initial, ``often`` twice or more; its words in lower case."""

    names: Collection[tuple[str, str]] = frozenset()
    lower: Collection[str] = frozenset()
    owner: TypedName | None = None
    often: Collection[tuple[str, str]] = frozenset()


def shape_of(
    piece: str, known: PageNames, *, whole: bool = False, lenient: bool = False
) -> tuple[str, TypedName] | None:
    """The kind of name that a piece is, e.g. ``initials-last`` for ``J. Doe``; None if it is none."""
    if _ET_AL.fullmatch(piece):
        return "others", TypedName(OTHERS)
    if _HAN.fullmatch(piece):
        return "han", TypedName(piece, strength=2)
    if _DEGREE.fullmatch(piece):
        return None
    parts = [part for part in piece.split() if part.lower() not in _TITLES]
    if not parts or len(parts) > 6 or (len(parts) == 1 and parts[0].lower() in _SUFFIXES):
        return ("suffix", TypedName(parts[0])) if len(parts) == 1 else None
    parts = _apart(parts)
    suffix = parts.pop() if len(parts) > 2 and parts[-1].lower() in _SUFFIXES else ""
    initials = [_is_initials(part) for part in parts]
    if all(initials):
        return "initials", TypedName("", " ".join(parts))
    plain = [part for part, initial in zip(parts, initials, strict=True) if not initial]
    if (
        whole
        and len(plain) < 3
        and len(plain) < len(parts)
        and all(part.isalpha() and part[0].isupper() for part in plain)
        and all(_is_name_word(part, known) for part in plain[:-1])
        and not (len(parts) == 2 and (initials[0] or plain[0].isupper()) and _is_venue(plain[0]))
    ):
        return _full(
            parts, initials, suffix
        )  # B. An, John Q. Public: with an initial, any word may be a surname
    if whole and lenient and 1 < len(parts) < 4 and all(part.isalpha() and part.istitle() for part in parts):
        return _full(parts, initials, suffix)  # Deep Ganguli: between names, two capitalised words are one
    if whole and len(parts) == 1 and parts[0].isalpha() and parts[0].istitle():
        return "single", TypedName(parts[0], strength=1 if _is_name_word(parts[0], known) else 0)
    if not all(initial or _is_name_word(part, known) for part, initial in zip(parts, initials, strict=True)):
        return None
    if _is_particle(parts[-1]) and not (len(parts) == 2 and parts[-1].istitle()):  # Thai Le
        return None
    return _full(parts, initials, suffix)


def _full(parts: list[str], initials: list[bool], suffix: str) -> tuple[str, TypedName] | None:
    if initials[0]:
        first = initials.index(False)
        # ACL Main is no A. C. L. Main, and A Tale no A. Tale.
        sure = 1 if "." not in parts[0] and (len(parts[0]) > 2 or parts[0] == "A") else 3
        return "initials-last", TypedName(" ".join(parts[first:]), " ".join(parts[:first]), "", sure, suffix)
    if initials[-1]:
        first = next(n for n in range(len(parts)) if all(initials[n:]))
        family, given = " ".join(parts[:first]), " ".join(parts[first:])
        sure = 1 if family.isupper() and len(family) > 2 else 3 if len(given) > 1 else 2
        return ("last-initials", TypedName(family, given, "", sure)) if first < 4 else None
    if len(parts) == 1:
        return "single", TypedName(parts[0])
    if len(parts) > 5:
        return None
    family_at = next((n for n, part in enumerate(parts) if n and _is_particle(part)), len(parts) - 1)
    name = TypedName(
        " ".join(parts[family_at:]), " ".join(parts[:family_at]), "", 2 if any(initials) else 1, suffix
    )
    return "full", name


def _apart(parts: list[str]) -> list[str]:
    """``J.Doe`` is typed without its blank: ``["J.", "Doe"]``."""
    out: list[str] = []
    for part in parts:
        found = re.fullmatch(r"((?:[^\W\d_]\.)+)([^\W\d_]{2,}.*)", part)
        out += [found[1], found[2]] if found else [part]
    return out


def _is_initials(word: str) -> bool:
    bare = word.replace(".", "").replace("-", "").replace("’", "")
    if not bare.isalpha() or len(bare) > 5 or not bare[0].isupper():
        return False
    if bare.isupper():
        return "." in word or len(bare) <= 3
    # Letters of other alphabets may need two of ours: Yu., Ch.  Any other would be a short surname: Xu.
    return word.lower() in _TWO_LETTERS or bool(re.fullmatch(r"[A-Z][a-z]?\.-[A-Z][a-z]?\.", word))


def _is_venue(word: str) -> bool:
    """Whether a word is of a venue's name, and of nobody's: ``Algorithms`` of ``J. Algorithms``."""
    return len(word) > 3 and word.lower() in words.NO_NAMES


def _is_particle(word: str) -> bool:
    return word.lower() in words.PARTICLES and not word.isupper()


def _is_name_word(word: str, known: PageNames) -> bool:
    lower = word.lower().strip(".")
    if _is_particle(word):
        return True
    letters = (
        word.replace("-", "")
        .replace("’", "")
        .replace("'", "")
        .replace("‐", "")
        .replace(".", "")
        .replace("ʻ", "")
    )
    if not letters.isalpha() or len(letters) < 2:
        return False
    if not (word[0].isupper() or (len(word) > 2 and word[1] in "’'" and word[2].isupper())):
        return False
    if word.endswith(".") or lower in words.NO_NAMES:
        return False
    return lower not in known.lower
