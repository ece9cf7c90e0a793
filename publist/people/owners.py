"""Who is the owner of the list, which names are theirs, and which marks stand beside a name.

Names are compared as structured names (family, given, particle), never as rendered text, so a name
is found whatever the style makes of it and a substring of another name never is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from publist.item import Item, Name
from publist.publication import Publication
from publist.richtext import Highlight, Mark, NameSpan, Node, plain, rewrite

Position = tuple[str, int]
"""A name variable and a position in it, from 0, e.g. ``("author", 2)``."""

ROLE_SIGNS: Mapping[str, str] = {"equal": "*"}
"""The sign that stands for each role, e.g. ``*`` for equal contribution."""

# Letters that Unicode does not take apart into a base letter and an accent.
_BASE_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"}
)
# How the same letters are written where a keyboard lacks them.
_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_BETWEEN_PARTS = re.compile(r"[\s.\-‐‑–’'ʼ`·]+")
_CROWDED_INITIALS = re.compile(r"[A-Z]{2,3}\Z")


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_BASE_LETTERS)


def _spellings(text: str) -> frozenset[str]:
    """The spellings of one surname that count as equal: ``Müller`` is ``muller`` and ``mueller``."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return frozenset(
        "".join(_BETWEEN_PARTS.split(_folded(form)))
        for form in (composed, composed.translate(_TRANSLITERATED))
    )


def _given_parts(given: str) -> tuple[str, ...]:
    """The parts of a given name, folded: ``W.-Q.`` is ``("w", "q")``, and so is ``WQ``."""
    parts: list[str] = []
    for part in _BETWEEN_PARTS.split(given):
        parts.extend(part if _CROWDED_INITIALS.match(part) else [part])
    return tuple(_folded(part) for part in parts if part)


def _same_given(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two given names may be one person's: full parts are equal, an initial begins its part.

    A middle name may be missing on one side, so ``J.`` fits ``John A.`` and ``Wei`` does not fit ``Wenqi``.
    """
    if "".join(left) == "".join(right):
        return True  # "Wen-Qi" and "Wenqi"
    return all(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(left, right, strict=False)
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name: its surname's spellings, its particle and its given name's parts."""

    family: frozenset[str]
    particle: str
    given: tuple[str, ...]
    suffix: str

    def fits(self, other: _Reading) -> bool:
        if self.particle and other.particle and self.particle != other.particle:
            return False
        if self.suffix and other.suffix and self.suffix != other.suffix:
            return False
        if self.given and not other.given:
            return False
        return _same_given(self.given, other.given)


def _particle(name: Name) -> str:
    return _folded("".join(f"{name.dropping_particle}{name.non_dropping_particle}".split()))


def _readings(name: Name) -> list[_Reading]:
    """The ways a name may be meant: as parsed, surname first without a comma, as one word."""
    suffix = "".join(_BETWEEN_PARTS.split(_folded(name.suffix)))
    if name.literal:
        whole = plain(name.literal)
        return [_Reading(_spellings(whole), "", (), "")]
    family, given = plain(name.family), plain(name.given)
    particle = _particle(name)
    found = [_Reading(_spellings(family), particle, _given_parts(given), suffix)]
    if particle:  # "van Gogh" kept in one piece elsewhere
        found.append(_Reading(_spellings(particle + family), "", _given_parts(given), suffix))
    if given and re.fullmatch(r"(?:[A-Z]\.?[\s-]?){1,3}", family):  # "Shao W"
        found.append(_Reading(_spellings(given), "", _given_parts(family), suffix))
    if given and not (family + given).isascii() and not re.search(r"[a-z\s.]", family + given):
        found.append(_Reading(_spellings(family + given), "", (), ""))  # 王小明 written in two parts
    return found


class Owners:
    """The names to set off, looked up by surname.

    >>> Owners([Name(family="Shao", given="W.")]).positions(
    ...     Item("a", names={"author": (Name(family="Shao", given="Wenqi"),)}))
    [('author', 0)]
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_family: defaultdict[str, list[_Reading]] = defaultdict(list)
        for name in names:
            for reading in _readings(name):
                for spelling in reading.family:
                    self._by_family[spelling].append(reading)

    def __bool__(self) -> bool:
        return bool(self._by_family)

    def positions(self, item: Item) -> list[Position]:
        """Where the item's names are one of these, in the item's order."""
        return [
            (variable, position)
            for variable, names in item.names.items()
            for position, name in enumerate(names)
            if self.match(name)
        ]

    def match(self, name: Name) -> bool:
        """Whether the name is one of these."""
        for reading in _readings(name):
            for spelling in reading.family:
                if any(wanted.fits(reading) for wanted in self._by_family.get(spelling, ())):
                    return True
        return False


def decorate(
    content: tuple[Node, ...], publication: Publication, owned: Sequence[Position]
) -> tuple[Node, ...]:
    """The citation with the owner's names set off and the marks of roles behind names.

    A mark stands outside the highlight: **W. Shao** and then its star.
    """
    marks = {
        (person.variable, person.position): _marks(person.roles, person.marks)
        for person in publication.people
    }
    owners = frozenset(owned)
    if not marks and not owners:
        return content

    def change(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, NameSpan):
            return (node,)
        place = (node.variable, node.position)
        children = (Highlight("strong", node.children),) if place in owners else node.children
        return (replace(node, children=children + marks.get(place, ())),)

    return rewrite(content, change)


def _marks(roles: tuple[str, ...], signs: tuple[str, ...]) -> tuple[Mark, ...]:
    known = tuple(Mark(ROLE_SIGNS[role], role) for role in roles if role in ROLE_SIGNS)
    return known + tuple(Mark(sign, "unknown") for sign in signs)
