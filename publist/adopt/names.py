"""Lists of names as people type them: where one begins, where it ends, who is in it.

Nothing is known of the page's layout here: a name is known by its shape (``shapes``), by the names around it
and by those that the page has elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from publist.adopt import words
from publist.adopt.shapes import OTHERS, PageNames, TypedName, shape_of
from publist.patterns import pattern
from publist.records import NamedTuple

_MARKS = "*∗＊⁎†‡§¶‖#✉⋆★⋄✝✦^"
_RAISED = f"[{re.escape(_MARKS)}¹²³⁴⁵⁶⁷⁸⁹⁰]+"
_MARK = pattern(rf"\s*(?:{_RAISED}(?:,?{_RAISED})*)\s*")
_AND = r"and|And|AND|&|und|et\.?|y|e|og|och|en|i"
_SEPARATOR = pattern(rf"\s+/\s+|\s*[,;]\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+|\s*&\s*|\s*[、，；·]\s*")
_RUN_IN = r"(?<=[a-zà-öø-ÿ]{2})\.(?=[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ])"  # Jane Doe.On quiet oceans
_STOP = pattern(rf"[()\[\]:\"“”„«»‘‚\n\d。《|]|\s[–—-]+\s|{_RUN_IN}")
_CUT = pattern(rf"(?<=\S)[.?!]?(?=\s|$)|[()\[\]:\"“”„«»\n。《|]|\s\d|{_RUN_IN}")
# A capital, a particle, a mark, or what stands for more names.
_BEGIN = pattern(
    rf"[\s{re.escape(_MARKS)}]*(?:[^\W\d_a-zà-öø-ÿ]|(?:{'|'.join(sorted(words.PARTICLES))})\b"
    r"|[’']|(?:et|al|others|u\.)\b|…|\.\.\.|[a-z][’']?[A-Z]|jr|sr|prof|dr|[iv]+\b)",
)


class TypedNames(NamedTuple):
    """The names from ``start`` to ``end`` of a text, and how likely they are names at all.

    ``joint`` says that they are whom somebody has worked with; ``ends`` is where each name ends, and ``cut``
    counts what is left out at the end, as it may be of a title.
    """

    start: int
    end: int
    names: tuple[TypedName, ...]
    score: float
    joint: bool = False
    ends: tuple[int, ...] = ()
    cut: int = 0


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
    names, ends = _joined(atoms, known)
    if not names:
        return None
    score = sum(_weight(name, known) for name in names)
    return TypedNames(start, ends[-1], tuple(names), score, ends=tuple(ends))


def shorter(listed: TypedNames, known: PageNames) -> Iterator[TypedNames]:
    """The list without its last names, those that are words the page has once as a name: ``Quiet Oceans``."""
    for cut in range(1, min(4, len(listed.names))):
        name = listed.names[-cut]
        if name.strength > 1 or not name.given or "." in name.given or name.key in known.often:
            return
        names, ends = listed.names[:-cut], listed.ends[:-cut]
        yield listed._replace(end=ends[-1], names=names, score=listed.score - cut, ends=ends, cut=cut)


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
        given = (
            bool(atoms)
            and atoms[-1].kind == "single"
            and not strong
            and _has_initials(atoms, text, at, known)
        )
        look = _Look(strong, lenient, shape, bare, given)
        atom = _atom(text, at, min(end, stop), known, look)
        if atom is None or (len(atoms) > 1 and _is_of_a_title(atom, shape, known)):
            break
        if not strong and atom.kind == "full" and _is_closed(atoms) and atom.name.key not in known.names:
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


def _has_initials(atoms: list[_Atom], text: str, at: int, known: PageNames) -> bool:
    """Whether initials follow surnames here, or the surname is that of somebody with this initial."""
    key = (atoms[-1].name.family.casefold(), text[at : at + 1].casefold())
    return key in known.names or any(one.kind == "initials" for one in atoms)


def _is_of_a_title(atom: _Atom, shape: str, known: PageNames) -> bool:
    """Whether a name is none behind others with initials: ``J. Doe, R. Roe, Bridging Discrete Planning``."""
    return shape == "initials-last" and atom.kind == "full" and atom.name.key not in known.names


def _is_closed(atoms: list[_Atom]) -> bool:
    """Whether "and" stands before the last of several names in full: ``Jane Doe, Mary Major and Jo Roe``."""
    return len(atoms) > 1 and atoms[-1].strong and {one.kind for one in atoms} <= {"full", "initials-last"}


class _Look(NamedTuple):
    """What a name among others looks like.

    ``strong`` says that no comma is before it, ``lenient`` that two capitalised words are one, ``shape`` is
    the others' kind, ``bare`` says that their initials have no stops: ``Doe JA``, ``given`` that a surname is
    before it, and initials behind the other surnames.
    """

    strong: bool
    lenient: bool
    shape: str
    bare: bool
    given: bool


def _atom(text: str, start: int, end: int, known: PageNames, look: _Look) -> _Atom | None:
    """The name that a stretch begins with: the longest, of the others' shape if it can be."""
    if not _BEGIN.match(text, start):
        return None
    fallback: _Atom | None = None
    for cut in _cuts(text, start, end):
        piece, marks = _unmarked(text[start:cut])
        found = shape_of(piece, known, whole=cut == end or text[cut] in ".:,;()[]\n", lenient=look.lenient)
        if found and look.bare and ". " in found[1].given:
            continue  # Doe J, Roe M. A title
        if found and look.given and found[0] == "initials-last":
            continue  # Doe, J., Roe, R. Estimating
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
    for found in _CUT.finditer(text, start, min(limit + 3, last)):
        if start < found.start() <= limit:
            cuts.append(found.start())
        if len(cuts) > _WORDS:
            break
    return sorted(set(cuts), reverse=True)


def _may_hold_more(atom: _Atom, known: PageNames) -> bool:
    """Whether a name nobody has may be one with a title's first words behind it: ``Doe J. Whales``."""
    return (
        bool(known.names)
        and atom.kind == "full"
        and atom.name.key not in known.names
        and (
            atom.name.given.count(" ") > 1
            or bool(re.search(r"\b[^\W\d_]{1,3}(?:\.(?:\s|$)|$)", atom.name.given))
        )
    )


def _is_known(atom: _Atom, known: PageNames) -> bool:
    return atom.kind in ("last-initials", "full") and atom.name.key in known.names


def _unmarked(piece: str) -> tuple[str, str]:
    marks = "".join(found.strip() for found in _MARK.findall(piece))
    return " ".join(_MARK.sub(" ", piece).split()), marks


def _joined(atoms: list[_Atom], known: PageNames) -> tuple[list[TypedName], list[int]]:
    """Atoms to names: a surname and the given name behind its comma are one."""
    names: list[TypedName] = []
    ends: list[int] = []
    led: set[int] = set()  # those that initials lead
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
            if atom.kind == "initials-last":
                led.add(len(names))
            names.append(atom.name._replace(marks=atom.marks))
        at += taken
        ends[len(names) - 1 :] = [atoms[at - 1].end]
    spelt = any(len(name.given) > 2 and name.given.isalpha() for name in names)
    names = [
        _with_middle_name(name, known, spelt=spelt) if n in led else name for n, name in enumerate(names)
    ]
    # BibTeX has "and others" at the end alone.
    names.sort(key=lambda name: name.family == OTHERS)
    return names, ends


def _with_middle_name(name: TypedName, known: PageNames, *, spelt: bool) -> TypedName:
    """``M. Ellen Roe`` among names in full; where all have initials, it had them too: ``M. E. Roe``."""
    *middle, last = name.family.split() or [""]
    initial = name.given[:1].casefold()
    if not middle or not (spelt or (last.casefold(), initial) in known.names):
        return name
    if any(word.lower() in words.PARTICLES or not word.isalpha() for word in middle):
        return name
    return name._replace(family=last, given=" ".join([name.given, *middle]))


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
