"""Names with the surname first and no comma, as PubMed writes them: ``Doe RQ``, ``Gumińska N.``; initials.

>>> with_commas(["Doe RQ", "Gumińska N."], [])
['Doe, R. Q.', 'Gumińska, N.']
"""

from __future__ import annotations

from publist import rules
from publist.patterns import pattern
from publist.problems import Note

_SURNAME_FIRST = pattern(
    r"(?P<family>(?:[^\W\d_][\w'’ʼ-]+\s+)*[^\W\d_][\w'’ʼ-]+)\s+"
    r"(?P<initials>(?:[^\W\d_a-z]\.?-?){1,4}|(?:[^\W\d_a-z]\.?\s+){1,3}[^\W\d_a-z]\.?)"
    r"(?:\s+(?P<suffix>[JS]r\.?|II|III|IV|2nd|3rd))?"
)
_CROWDED = pattern(r"(?<!\S)[^\W\d_a-z]{2,3}\.?(?!\S)")
_VOWELS = frozenset("AEIOUYÄÖÜÅÉÈÁÍÓÚ")
# Family names as short as initials, which some people write in capitals: "Wei LI", "Jing XU".
_SHORT_FAMILIES = frozenset(
    "li xu wu ma hu lu he yu du su ye gu fu mi ni qi qu xi ju mu bu ge ke an bo cao dai fan gao guo han"
    " hou hua jin lai lee lei lin liu luo mao ng oh om pan ren shi sun tan tao wan wei xia xie yan yao yin"
    " you yue zhu zou kim ko noh roh lim seo shin ahn bae cha choi heo hong im jo jung kwon min nam paik"
    " park yi yoo yun do vo le ly vu bui ho ngo mai cui sim goh teo koh ong toh low lau kuo eo um na ha"
    " ra".split()
)


def with_commas(names: list[str], notes: list[Note]) -> list[str]:
    """The names of one list, those with initials behind the surname turned to ``Doe, R. Q.``."""
    if not any(map(_may_be, names)):
        return names
    found = [_SURNAME_FIRST.fullmatch(name) if _may_be(name) else None for name in names]
    shaped = [match is not None and match["initials"].isupper() for match in found]
    people = [name for name in names if name != "others" and "," not in name and name[:1] != "{"]
    together = len(people) > 1 and sum(shaped) == len(people) and not all(map(_is_short_family, people))
    turned = list(names)
    for place, match in enumerate(found):
        if match is not None and shaped[place] and (together or _is_certain(match["initials"])):
            initials = match["initials"]
            given = spaced(initials) if initials.isalpha() else initials
            turned[place] = ", ".join(filter(None, (match["family"], match["suffix"], given)))
    if turned != names:
        first = next(place for place, name in enumerate(turned) if name != names[place])
        notes.append(
            (
                rules.NAME_ORDER,
                f"the surname stands first in {names[first]!r}, without a comma; write {turned[first]!r}",
            )
        )
    return turned


def _may_be(name: str) -> bool:
    last = name[-1:]
    return (last == "." or last.isupper() or name.endswith(("Jr", "Sr", "2nd", "3rd"))) and not (
        "," in name or "{" in name or "\\" in name or "=" in name
    )


def _is_certain(initials: str) -> bool:
    """Whether this can be no surname: one letter, letters with stops or blanks, or no vowel among several."""
    return len(initials) == 1 or not initials.isalpha() or is_vowelless(initials)


def is_vowelless(capitals: str) -> bool:
    """Whether a word in capitals is no name by its letters: ``VJS``, ``SVSLN``."""
    return _VOWELS.isdisjoint(capitals)


def _is_short_family(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in _SHORT_FAMILIES


def is_initials(text: str) -> bool:
    """Whether a text is initials and nothing else: ``J.``, ``J. A.``, ``JA``, ``J.-P.``."""
    words = text.replace("-", " ").replace("~", " ").replace(".", ". ").split()
    return (bool(words) and text.isupper() and all(len(word.rstrip(".")) <= 1 for word in words)) or (
        len(words) == 1 and text.isupper() and text.isalpha() and len(text) <= 3
    )


_BLOCK = pattern(r"(?:[A-Z]\.){2,4}")
_HUNG = pattern(r"(?<=[a-zß-öø-ÿ]{3})(?=[A-Z]$)")  # "GeorgiosD"
_STOPPED = pattern(r"(?<=[a-zß-öø-ÿ]{5})\.(?=\s)")  # "Derrick. C.": no abbreviation is so long


def spaced(given: str, *, shouted: bool = False) -> str:
    """A given name with crowded initials apart: ``JZ`` is ``J. Z.``, ``Camila PE`` is ``Camila P. E.``.

    ``shouted`` is whether all of the name is in capitals: then ``JO`` is a name.
    """
    if "." in given and " " in given:
        given = _STOPPED.sub("", _said_once(given))
    if given[-1:].isupper() and not given[-2:].isupper():
        given = _HUNG.sub(" ", given)
    return _CROWDED.sub(lambda match: _apart(match[0], shouted=shouted), given)


def _said_once(given: str) -> str:
    """``Matthew J`` for ``M.J. Matthew J`` or ``Matthew J M.J.``, as Mendeley has some."""
    words = given.split()
    for block, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        letters = block.replace(".", "")
        if len(letters) > 1 and _BLOCK.fullmatch(block) and letters == "".join(word[0] for word in rest):
            return " ".join(rest)
    return given


def _apart(word: str, *, shouted: bool) -> str:
    if not word.isupper() or (shouted and not is_vowelless(word)):
        return word
    return " ".join(f"{letter}." for letter in word.rstrip("."))
