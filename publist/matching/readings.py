"""The ways in which one written name may be read, and how well two readings agree."""

from __future__ import annotations

from enum import IntEnum

from publist.item import Name
from publist.matching.spelling import (
    FAMILY_FIRST,
    Part,
    folded,
    given_parts,
    is_cjk,
    is_suffix,
    spellings,
    split_suffix,
    suffix_form,
    without_digraphs,
)
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import plain

# Suffixes that are part of a Portuguese surname.
_OF_SURNAMES = frozenset({"neto", "filho"})
_INITIALS = pattern(r"(?:[A-Z]\.?[\s-]?){1,3}")


class Fit(IntEnum):
    """How well two names agree.

    ``NONE``: the same family name, another given name.  ``INITIAL``: an initial stands for one of the
    given names.  ``FULL``: the first given names are equal.  ``EXACT``: so are all others.
    """

    NONE = 0
    INITIAL = 1
    FULL = 2
    EXACT = 3


class Reading(NamedTuple):
    """One way to read a name, e.g. family ``{"muller", "mueller"}``, particle ``("van",)``.

    ``certain`` is whether the name is read as it was written, not turned round or split elsewhere, ``bound``
    whether the particle is part of the surname.
    """

    family: frozenset[str]
    given: tuple[Part, ...] = ()
    particle: tuple[Part, ...] = ()
    suffix: str = ""
    certain: bool = True
    bound: bool = False

    def fit(self, other: Reading) -> Fit:
        """How well the given names, particles and suffixes agree; the family names are the same."""
        if self.suffix and other.suffix and self.suffix != other.suffix:
            return Fit.NONE
        if self.particle and other.particle and not _agree(self.particle, other.particle):
            return Fit.NONE
        if self.given and not other.given:
            return Fit.NONE
        fit = _given_fit(self.given, other.given)
        if self._is_half(other, fit):
            return Fit.NONE
        if not (self.certain and other.certain):
            return fit if fit >= Fit.FULL else Fit.NONE
        return fit

    def _is_half(self, other: Reading, fit: Fit) -> bool:
        """Whether one surname is but a part of the other: "A. Berg" and "A. van der Berg", "Melo Neto"."""
        if self.suffix != other.suffix and (self.suffix in _OF_SURNAMES or other.suffix in _OF_SURNAMES):
            return True
        if fit != Fit.INITIAL or not (self.given and other.given) or (self.suffix and other.suffix):
            return False
        return (self.bound and not other.particle) or (other.bound and not self.particle)

    def closeness(self, other: Reading) -> int:
        """How much agrees between two readings that fit equally well: more parts of the name, in full."""
        agreeing = [pair for pair in zip(self.given, other.given, strict=False) if _same_part(*pair)]
        alike = sum(one == two and not one[1] for one, two in agreeing)
        beside = (self.particle == other.particle) + (self.suffix == other.suffix)
        return 2 * len(agreeing) - abs(len(self.given) - len(other.given)) + alike + beside


def _same_part(left: Part, right: Part) -> bool:
    if not left[0].isdisjoint(right[0]):
        return True
    if left[1] and any(b.startswith(a) for a in left[0] for b in right[0]):
        return True
    return right[1] and any(a.startswith(b) for a in left[0] for b in right[0])


def _agree(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    """Whether all parts agree in turn; parts that one side lacks at the end do not matter."""
    for one, other in zip(left, right, strict=False):
        if not _same_part(one, other):
            break
    else:
        return True
    if len(left) == len(right) == 1:
        return False
    return bool(_run(left) & _run(right))  # "Wen-Qi" and "Wenqi"


def _run(parts: tuple[Part, ...]) -> frozenset[str]:
    """All parts as one word, from the first spelling of each."""
    if len(parts) == 1:
        return parts[0][0]
    return frozenset(
        ("".join(min(part[0], key=len) for part in parts), "".join(max(part[0], key=len) for part in parts))
    )


def _given_fit(left: tuple[Part, ...], right: tuple[Part, ...]) -> Fit:
    if not left:
        return Fit.INITIAL if right else Fit.EXACT
    if not _agree(left, right):
        return Fit.NONE
    if left[0][1] or right[0][1]:
        return Fit.INITIAL
    whole = len(left) == len(right) and not any(part[1] for part in left + right)
    return Fit.EXACT if whole or _run(left) & _run(right) else Fit.FULL


def readings(name: Name) -> list[Reading]:
    """The ways a name may be meant: as parsed, surname first, with a double surname, as one word.

    The first is the name as parsed.
    """
    if name.literal:
        return [Reading(spellings(plain(name.literal)))]
    family, given, suffix = _parts(name)
    if is_cjk(family + given):
        return [Reading(spellings(family + given) | spellings(given + family))]
    particle_text = f"{name.dropping_particle} {name.non_dropping_particle}".strip()
    particle = given_parts(particle_text) if particle_text else ()
    parts = given_parts(given)
    found = [Reading(spellings(family), parts, particle, suffix, bound=bool(name.non_dropping_particle))]
    if particle:  # "van Gogh" kept in one piece elsewhere
        found.append(Reading(spellings(particle_text + family), parts, (), suffix))
    if given:
        found += _other_orders(family, given, suffix)
    return found


def _parts(name: Name) -> tuple[str, str, str]:
    """Family name, given name and suffix, the suffix also where it was typed without a comma."""
    family, given, suffix = plain(name.family), plain(name.given), plain(name.suffix)
    if not suffix and " " in given + family:
        family, suffix = split_suffix(family)
    if not suffix and given and is_suffix(family) and " " in given:  # "John Smith Jr."
        suffix = family
        given, _, family = given.rpartition(" ")
    return family, given, suffix_form(suffix) if suffix else ""


def _other_orders(family: str, given: str, suffix: str) -> list[Reading]:
    found = []
    if len(family) < 9 and _INITIALS.fullmatch(family) and not _INITIALS.fullmatch(given):  # "Shao W"
        found.append(Reading(spellings(given), given_parts(family), (), suffix))
    words = given.split() if " " in given else [given]
    for start in range(1, len(words)):  # "Gabriel García Márquez", read as "García Márquez, Gabriel"
        moved = words[start:]
        if all(len(word.rstrip(".")) > 1 for word in moved):
            surname = spellings(" ".join((*moved, family)))
            found.append(Reading(surname, given_parts(" ".join(words[:start])), (), suffix))
    if folded(given) in FAMILY_FIRST and folded(family) not in FAMILY_FIRST and len(family.rstrip(".")) > 1:
        found.append(
            Reading(spellings(given), given_parts(family), (), suffix, certain=False)
        )  # "Zhang Wenwei"
    return found


def as_one_word(name: Name) -> list[Reading]:
    """Readings of a known person's name as one word, as in ``{Wenqi Shao}`` with its braces."""
    if name.literal:
        return []
    family, given, _ = _parts(name)
    if not given or is_cjk(family + given):
        return []
    return [Reading(spellings(given + family) | spellings(family + given))]


def loose(reading: Reading) -> Reading | None:
    """The reading with ``ue`` for ``u``, if that differs; it needs the full given name to match."""
    family = frozenset([without_digraphs(spelling) for spelling in reading.family])
    if family == reading.family or not reading.given:
        return None
    return reading._replace(family=family, certain=False)
