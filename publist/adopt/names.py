"""Lists of names as people type them: where one begins, where it ends, who is in it.

Nothing is known of the page's layout here: a name is known by its shape (``J. Doe``, ``Doe, J.``, ``Doe JA``,
``Jane Doe``, 王小明) and by the names that the page has elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from publist.adopt import words
from publist.patterns import pattern

_MARKS = "*∗＊⁎†‡§¶‖#✉⋆★⋄✝✦^"
_RAISED = f"[{re.escape(_MARKS)}¹²³⁴⁵⁶⁷⁸⁹⁰]+"
_MARK = pattern(rf"\s*(?:{_RAISED}(?:,?{_RAISED})*)\s*")
_AND = r"and|And|AND|&|und|et\.?|y|e|og|och|en|i"
_SEPARATOR = pattern(rf"\s+/\s+|\s*[,;]\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+|\s*&\s*|\s*[、，；·]\s*")
_STOP = pattern(r"[()\[\]:\"“”„«»‘‚\n\d。《|]|\s[–—-]+\s")
_CUT = pattern(r"(?<=\S)[.?!]?(?=\s|$)|[()\[\]:\"“”„«»\n。《|]|\s\d")
# A capital, a particle, a mark, or what stands for more names.
_BEGIN = pattern(
    rf"[\s{re.escape(_MARKS)}]*(?:[^\W\d_a-zà-öø-ÿ]|(?:{'|'.join(sorted(words.PARTICLES))})\b"
    r"|[’']|(?:et|al|others|u\.)\b|…|\.\.\.|[a-z][’']?[A-Z]|jr|sr|prof|dr|[iv]+\b)",
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_ET_AL = pattern(r"(?:(?:et\.? ?)?al\.?|others|u\. ?a\.|…|\.\.\.|等)", re.IGNORECASE)
_HAN = pattern(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,5}")
_TWO_LETTERS = frozenset({"yu.", "ch.", "th.", "ph.", "ya.", "kh.", "ju."})
_DEGREE = pattern(r"(?:M|B|D|Ph|Dr)\. ?(?:Sc|A|D|Eng|Phil|Ed|Tech|Ing)\.?")
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


class TypedNames(NamedTuple):
    """The names from ``start`` to ``end`` of a text, and how likely they are names at all.

    ``joint`` says that they are whom somebody has worked with.
    """

    start: int
    end: int
    names: tuple[TypedName, ...]
    score: float
    joint: bool = False


class PageNames(NamedTuple):
    """Whom the page knows: names by surname and initial, and words that it has in lower case."""

    names: Collection[tuple[str, str]] = frozenset()
    lower: Collection[str] = frozenset()
    owner: TypedName | None = None


_LONGEST = 200  # characters of a name and its marks
_WORDS = 8  # of a name and its marks: no shape has more than six


class _Atom(NamedTuple):
    """What stands between two separators; ``strong`` says that no comma is before it."""

    kind: str  # full, initials-last, last-initials, single, initials, suffix, others, han
    name: TypedName
    start: int
    end: int
    strong: bool
    marks: str = ""


def name_list(
    text: str, start: int, stops: Collection[int], known: PageNames, limit: int = -1
) -> TypedNames | None:
    """The longest list of names that begins at ``start`` and ends before ``limit``.

    ``stops`` are places that no name runs across.
    """
    atoms = _atoms(text[:limit] if limit >= 0 else text, start, stops, known)
    names, end = _joined(atoms, known)
    if not names:
        return None
    score = sum(_weight(name, known) for name in names)
    return TypedNames(start, end, tuple(names), score)


def _weight(name: TypedName, known: PageNames) -> float:
    if name.family == OTHERS:
        return 1
    bonus = 2 if name.key in known.names else 0
    if known.owner and name.key == known.owner.key:
        bonus = 4
    return name.strength + bonus


def _atoms(text: str, start: int, stops: Collection[int], known: PageNames) -> list[_Atom]:
    atoms: list[_Atom] = []
    at, strong = start, True
    while at < len(text):
        separator = _SEPARATOR.search(text, at, at + _LONGEST)
        end = separator.start() if separator else len(text)
        stop = min((place for place in stops if at < place < end), default=end)
        shape = atoms[0].kind if atoms and len({one.kind for one in atoms}) == 1 else ""
        lenient = len(atoms) > 1 and all(one.kind == "full" for one in atoms)
        bare = shape == "last-initials" and not any("." in one.name.given for one in atoms)
        look = _Look(strong, lenient, shape, bare)
        atom = _atom(text, at, min(end, stop), known, look)
        if atom is None or (len(atoms) > 1 and _is_of_a_title(atom, shape, known)):
            break
        atoms.append(atom)
        if atom.end < end and text[atom.end : end].strip(" ."):
            break  # the list ends inside what stands before the next separator
        if separator is None or (atom.end < end and "." in text[atom.end : end] and atom.kind != "initials"):
            break
        strong = "," not in separator[0] and "，" not in separator[0]
        at = separator.end()
        if at in stops and not strong and at >= len(text):
            break
    return atoms


def _is_of_a_title(atom: _Atom, shape: str, known: PageNames) -> bool:
    """Whether a name is none behind others with initials: ``J. Doe, R. Roe, Bridging Discrete Planning``."""
    return shape == "initials-last" and atom.kind == "full" and atom.name.key not in known.names


class _Look(NamedTuple):
    """What a name among others looks like.

    ``strong`` says that no comma is before it, ``lenient`` that two capitalised words are one, ``shape`` is
    the others' kind, ``bare`` says that their initials have no stops: ``Doe JA``.
    """

    strong: bool
    lenient: bool
    shape: str
    bare: bool


def _atom(text: str, start: int, end: int, known: PageNames, look: _Look) -> _Atom | None:
    """The name that a stretch begins with: the longest, of the others' shape if it can be."""
    if not _BEGIN.match(text, start):
        return None
    fallback: _Atom | None = None
    for cut in _cuts(text, start, end):
        piece, marks = _unmarked(text[start:cut])
        found = _shape(piece, known, whole=cut == end or text[cut] in ".:,;()[]\n", lenient=look.lenient)
        if found and look.bare and ". " in found[1].given:
            continue  # Doe J, Roe M. A title
        if found:
            closed = cut
            rest = _MARK.match(text, closed)
            if rest and rest.end() <= end:
                marks, closed = marks + rest[0].strip(), rest.end() - (len(rest[0]) - len(rest[0].rstrip()))
            atom = _Atom(found[0], found[1], start, closed, look.strong, marks)
            if look.shape == "last-initials":
                sure = atom.kind in (look.shape, "suffix", "others")
            else:
                sure = _is_known(atom, known) if fallback else not _may_hold_more(atom, known)
            if sure:
                return atom
            fallback = fallback or atom
    return fallback


def _cuts(text: str, start: int, end: int) -> list[int]:
    """The places where a name that begins at ``start`` may end, the furthest first."""
    last = min(end, start + _LONGEST)
    first = _STOP.search(text, start, last)
    limit = first.start() if first else last
    cuts = [end] if limit == end else []
    for found in _CUT.finditer(text, start, min(limit + 2, last)):
        if start < found.start() <= limit:
            cuts.append(found.start())
        if len(cuts) > _WORDS:
            break
    return sorted(set(cuts), reverse=True)


def _may_hold_more(atom: _Atom, known: PageNames) -> bool:
    """Whether a name nobody has may be one with a title's first word behind it: ``Doe J. Whales``."""
    return (
        bool(known.names)
        and atom.kind == "full"
        and atom.name.key not in known.names
        and bool(re.search(r"\b[^\W\d_]{1,3}\.?$", atom.name.given))
    )


def _is_known(atom: _Atom, known: PageNames) -> bool:
    return atom.kind == "last-initials" and atom.name.key in known.names


def _unmarked(piece: str) -> tuple[str, str]:
    marks = "".join(found.strip() for found in _MARK.findall(piece))
    return " ".join(_MARK.sub(" ", piece).split()), marks


def _shape(
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


def _joined(atoms: list[_Atom], known: PageNames) -> tuple[list[TypedName], int]:
    """Atoms to names: a surname and the given name behind its comma are one."""
    names: list[TypedName] = []
    end = 0
    inverted = _is_inverted(atoms, known)
    at = 0
    while at < len(atoms):
        atom, after = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        taken = 1
        if atom.kind == "suffix" and names:
            names[-1] = names[-1]._replace(suffix=atom.name.family)
        elif (
            atom.kind in ("single", "full")
            and after
            and not after.strong
            and _is_given(atom, after, inverted=inverted)
        ):
            given = after.name.given if after.kind == "initials" else _typed(after)
            family = _typed(atom)
            names.append(
                TypedName(family, given, atom.marks + after.marks, 3 if after.kind == "initials" else 2)
            )
            taken = 2
        elif (
            atom.kind == "single"
            and not (after and after.kind == "others")
            and not (known.owner and atom.name.family == known.owner.family and atoms[1:])
        ) or atom.kind in ("initials", "suffix"):
            break
        else:
            names.append(atom.name._replace(marks=atom.marks))
        at += taken
        end = atoms[at - 1].end
    # BibTeX has "and others" at the end alone.
    names.sort(key=lambda name: name.family == OTHERS)
    return names, end


def _typed(atom: _Atom) -> str:
    name = atom.name
    if atom.kind == "last-initials":
        return f"{name.family} {name.given}"
    return f"{name.given} {name.family}".strip()


def _is_given(atom: _Atom, after: _Atom, *, inverted: bool) -> bool:
    if after.kind == "initials":
        given = after.name.given
        return atom.kind == "single" or "." in given or len(given) < 3  # Jane Doe, NCC
    if not (atom.name.strength and after.name.strength) and not inverted:
        return False
    if atom.kind == "single":
        return after.kind in ("single", "last-initials") or (inverted and after.kind == "full")
    return inverted and after.kind in ("single", "last-initials")


def _is_inverted(atoms: list[_Atom], known: PageNames) -> bool:
    """Whether surnames come first throughout: pairs of one comma between semicolons or ampersands."""
    if not atoms or atoms[0].kind not in ("single", "full"):
        return False
    groups: list[int] = []
    for atom in atoms:
        if atom.strong or not groups:
            groups.append(0)
        groups[-1] += 1
    if known.owner and _typed(atoms[0]).casefold() == known.owner.family.casefold():
        return True
    return len(groups) > 1 and all(size == 2 for size in groups)
