"""Particles that BibTeX's rules miss: in capitals, bound by a hyphen, or behind the given name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.patterns import pattern

# "Manuel Sanchez del Rio", "Ana Roca y Soler": BibTeX takes the first surname for a given name, but nobody
# is baptised so.
PATRONYMIC = pattern(r"[A-ZÁÉÍÓÚ][a-záéíóúñ]{2,}[eéií]z")
# "Morgan Le Corre Juratic", but not "Thi Le Nguyen": words behind "Le" that are no syllable of Vietnamese
_AFTER_LE = pattern(
    r"(?:(?!.*(?:ng|nh|yen|ien)$)[A-Z][^\W\d_]{4,}|Goff|Gall|Roux|Bras|Page|Pape|Bris)(?:\{?-\}?[^\W\d_]+)?"
)
# "Di Martino", but not "Yuan Da Liao", "Xin Di Wang"
_DI = pattern(r"D[ai] (?:[A-Z][^\W\d_]{3,}[aeio]|[A-Z][aeiou][^\W\d_aeiou][aeio]|Maio|Cruz|Luz)")
_CAPITAL_PARTICLES = frozenset(
    "De Del Della Dei Degli Dal Dalla Dos Der Den Von Al El Abu Ibn Ter Ten Vande Vander Lo".split()
)
_NO_GIVEN = frozenset("De Del Della Dei Degli Dal Dalla Dos".split())
# "Luc Van Roe", but "Minh Van Nguyen", "Tran Van Minh"
_VIETNAMESE = frozenset(
    "Nguyen Tran Le Pham Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Mai Cao Truong Dao Luong Trinh To Ha"
    " Doan Hoang Huynh Ta Thai Chau Lam Luu Dong Vuong Nghiem Kieu".split()
)
# "Roe, Jane Van den", as Google Scholar has them
_PARTICLES_BEHIND = pattern(r"(?P<given>\S.*) (?P<particles>V[ao]n(?: (?:de[nr]?|het))?|D[aei]|De[lr]|Dos)")
# No surname of Chinese, whose given names may be "Ming De".
_ROMANCE = pattern(r"[A-Z][a-z]+(?:[bcdfgklmnprstvz][aeioy]|s)")
# "Doe-van der Roe": a particle that a hyphen binds to the surname before it
_BOUND = pattern(r"[^\W\d_]{2,}-(?:van|von|de|den|der|del|della|di|da|zu|ter|ten|la|le)")


def particles_behind(family: str, given: str) -> re.Match[str] | None:
    """The given name and the particles behind it in ``Roe, Jane Van den`` and ``Melo, Ana De``."""
    match = _PARTICLES_BEHIND.fullmatch(given)
    return match if match and (" " in match["particles"] or _ROMANCE.fullmatch(family)) else None


def bound(words: Sequence[str]) -> int:
    """The place, from 1, of a word that a hyphen binds to the particle behind it; 0 for none."""
    places = (place for place, word in enumerate(words[:-1], 1) if "-" in word)
    return next((place for place in places if _BOUND.fullmatch(words[place - 1])), 0)


def family_start(words: Sequence[str]) -> int:
    """Where the surname begins: its last word, and a particle in capitals before it (``Ada De Santis``).

    BibTeX counts such a particle among the given names, but nobody is baptised so.
    """
    last = len(words) - 1
    if last == 1 and words[0] in _NO_GIVEN:
        return 0  # "Della Porta", whose given name is lost
    if last > 2 and words[last - 1] in ("La", "Las", "Los") and words[last - 2] == "De":
        return last - 2
    for index in (last - 2, last - 1):
        if index > 0 and words[index] == "Le" and _AFTER_LE.fullmatch(words[index + 1]):
            return index
    if last > 1 and _is_particle(words[last - 1], words):
        last -= 1
        if last > 1 and (words[last - 1] == "Van" or PATRONYMIC.fullmatch(words[last - 1])):
            last -= 1
    return last


def _is_particle(word: str, words: Sequence[str]) -> bool:
    """Whether the word before the last one of a name is a particle, and no given name."""
    if word == "Van":
        return _VIETNAMESE.isdisjoint((words[0], words[-1]))
    if word in _CAPITAL_PARTICLES:
        return True
    return word in ("Di", "Da") and bool(_DI.fullmatch(" ".join(words[-2:])))
