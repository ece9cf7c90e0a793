"""Name particles that stand inside ``family`` or ``given``, as CSL-JSON from many tools has them.

A run of lower-case words before the family name is its non-dropping particle (``van der Vlist``),
one after the given name its dropping particle (``Alexander von``), and what follows a comma in the
given name is a suffix (``John, Jr.``).  A family name in straight quotes is left as typed.  See
name_ParseNames.txt, bugreports_parseName.txt and sort_LeadingApostropheOnNameParticle.txt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.patterns import pattern

# One letter that is no capital, at the head of a particle's word; an apostrophe may precede it.
_LOWER = r"['’]?[^\W\d_A-Z]"
_FAMILY = pattern(
    rf"(?P<words>(?:{_LOWER}\S*\ +)*)(?P<attached>{_LOWER}[^\s'’-]*['’-]+)?(?P<rest>\S.*)",
    re.VERBOSE | re.DOTALL,
)
_GIVEN = pattern(rf"(?P<rest>\S.*?)(?P<words>(?:\ +{_LOWER}\S*)+)", re.VERBOSE | re.DOTALL)
_SUFFIX = pattern(r"(?P<rest>[^,]*[^,\s])\s*,(?P<comma>!?)\s*(?P<suffix>\S.*)", re.DOTALL)
# Most names: words that each begin with a capital hold no particle.
_PLAIN = pattern(r"(?:[A-Z][\w.-]*(?: |$))*")
# Signs of transcriptions that count as letters to Unicode.
_MODIFIERS = frozenset("ʿʾʻʼˀˁ")
_QUOTED = pattern(r'"(?P<inside>[^"]+)"')


@dataclass(slots=True)
class Parts:
    """A personal name taken apart, e.g. ``Parts("Vlist", "Eric", "", "van der", "", False)``.

    A particle that ends with an apostrophe keeps the space that follows it (``de' ``, as in
    ``de' Frinkle``); all others have none at their end.
    """

    family: str
    given: str
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False


def parse(family: str, given: str) -> Parts:
    """The parts of a name, e.g. ``parse("Humboldt", "Alexander von").dropping == "von"``."""
    parts = Parts(family, given)
    if _PLAIN.fullmatch(family) and _PLAIN.fullmatch(given):
        return parts
    if "," in given and (match := _SUFFIX.fullmatch(given)):
        parts.given, parts.suffix = match["rest"], match["suffix"]
        parts.comma_suffix = bool(match["comma"])
    quoted = _QUOTED.fullmatch(family)
    if quoted:
        parts.family = quoted["inside"]
    elif parts.given and (match := _FAMILY.fullmatch(family)):
        _split_family(parts, match)
    if " " in parts.given and (match := _GIVEN.fullmatch(parts.given)) and _all_lower(match["words"]):
        parts.given, parts.dropping = match["rest"], match["words"].strip()
    return parts


def _split_family(parts: Parts, match: re.Match[str]) -> None:
    words, attached, rest = match["words"], match["attached"] or "", match["rest"]
    if not _all_lower(words) or not _all_lower(attached):
        # Some word is capitalised within ("de MacX"): keep what precedes it.
        words, rest = _leading(parts.family)
        attached = ""
    particle = words + attached
    if not particle:
        return
    kept = words.rstrip()
    ends_with_apostrophe = kept.endswith(("'", "’")) and not attached
    parts.non_dropping = particle if attached or ends_with_apostrophe else kept
    parts.family = rest


def _leading(family: str) -> tuple[str, str]:
    words = family.split(" ")
    count = 0
    while count < len(words) - 1 and words[count] and _all_lower(words[count]):
        count += 1
    lead = "".join(f"{word} " for word in words[:count])
    return lead, family[len(lead) :]


def _all_lower(words: str) -> bool:
    """Whether no letter is a capital; scripts without capitals have no particles to tell by."""
    letters = [letter for letter in words if letter.isalpha()]
    return all(letter.islower() or letter in _MODIFIERS for letter in letters)
