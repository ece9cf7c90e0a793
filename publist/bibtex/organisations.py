"""Which names are organisations', though no braces say so, and which braces are around a person.

>>> is_organisation("Universität Freiburg"), is_organisation("Jane Doe")
(True, False)
>>> looks_like_person("Jane Doe"), looks_like_person("OpenAI Team")
(True, False)
"""

from __future__ import annotations

from publist.bibtex.surname_first import is_initials
from publist.patterns import pattern

# Words that end the name of an organisation and are no family names (so no "Bank", "Press", "Service").
_LAST_WORDS = frozenset(
    "collaboration collaborations consortium consortia institute institutes team teams group groups"
    " committee commission council society association foundation organization organisation agency"
    " administration laboratory laboratories labs department project network initiative center centers centre"
    " centres community contributors developers authors authority alliance federation survey forum programme"
    " division university college academy workshop corporation company technologies research ltd ltd. inc"
    " inc. llc gmbh e.v. universität hochschule gesellschaft stiftung library museum nations"
    " parliament bundesgericht bundesrat bundestag bundesamt gerichtshof ministerium kommission verband"
    " institut zentrum akademie".split()
)
_FIRMS = frozenset({"inc", "ltd", "llc", "gmbh"})
# Words that begin one, and those of them behind which no "of" must follow.
_NAMED_FIRST = frozenset(
    "universität université università hochschule fachhochschule institut bundesamt bundesministerium"
    " fachgruppe arbeitsgruppe arbeitskreis team".split()
)
_FIRST_WORDS = _NAMED_FIRST | frozenset(
    "university universiteit universitet universidad universidade univerzita institute instituto istituto"
    " ministry ministère ministerio ministero department dipartimento departamento committee council society"
    " association asociación foundation fundación fondazione federal national european international"
    " consortium consejo consiglio sociedad société comité grupo gruppo school faculty center centre office"
    " bureau centers centres organisation organization agency royal american".split()
)
_OF = frozenset("of for de di da do du des della der für on zu".split())
# Words behind an "and" with which the name of an organisation ends.
_FIELDS = frozenset(
    "affairs agriculture change development education engineers health humanities medicine prevention"
    " research sciences scientists security technology trade welfare".split()
)
WORDS = _LAST_WORDS | _FIRST_WORDS
# Words that no person's name has, wherever they stand.
_NO_PERSON = frozenset(
    "and for the bank press group fund union nations office service ministry program programme software"
    " data school library museum hospital world states google microsoft nvidia meta ibm nasa open deep"
    " scientific apple amazon adobe facebook intel oracle samsung siemens sony huawei hat computer computers"
    " system systems electric electronic electronics motors energy airlines telecom solutions analytics"
    " international national american european british company corp lab labs studio studios science sciences"
    " engineering health instruments industries digital".split()
)
_WORDS = pattern(r"\w+")
_ROLES = frozenset("Ed Eds ed eds editor editors Editor Editors Hrsg Hg Dir deceased".split())
_SHOUTED = pattern(r"[^\W\d_]*[A-Z]{2,}[^\W\d_]*\Z")
_INNER_CAPITAL = pattern(r"[a-z][A-Z]")
_JOINED_NAME = pattern(r"(?:Mc|Mac|De|Di|Da|Le|La|Van|Fitz|O['’])[A-Z][^\W\d_A-Z]+\Z")
_CAPITALISED = pattern(r"[^\W\d_a-zß-öø-ÿ]")
_PARTICLES = frozenset("van von der den de del della di da dos du la le ten ter zu bin ibn al el y".split())


def is_organisation(name: str) -> bool:
    """Whether a name without a comma is clearly an organisation's: "University of X", "Y Collaboration"."""
    words = name.lower().split()
    if len(words) > 1 and words[0][0].isdecimal():
        return True  # "4D Systems"
    if len(words) < 2 or WORDS.isdisjoint(words):
        return False
    if words[-1] in _LAST_WORDS:
        return True
    if words[0] == "the":
        del words[0]
    elif words[0] in _FIRST_WORDS and len(name.split()[1]) > 1 and name.split()[1].isupper():
        return True  # "Fundación XYZ"
    return words[0] in _NAMED_FIRST or (words[0] in _FIRST_WORDS and not _OF.isdisjoint(words[1:3]))


def holds_and(first: str, last: str) -> bool:
    """Whether the "and" between two names stands within one: "Food and Drug Administration"."""
    both = first + last
    if "," in both or "{" in both or "}" in both or "\\" in both:
        return False
    before, behind = first.lower().removeprefix("the ").split(), last.lower().split()
    if is_organisation(first):  # "Centers for Disease Control and Prevention"
        return (len(behind) == 1 and last.istitle()) or behind[-1] in _FIELDS
    begins = before[0] in _FIRST_WORDS or (len(before) == 1 and first.istitle())
    return len(behind) > 1 and behind[-1] in _LAST_WORDS and begins


def has_organisation(place: str) -> bool:
    """Whether a place names an organisation: "and" in it is the word, "Institute of Arts and Crafts"."""
    return not WORDS.isdisjoint(place.lower().replace(",", " ").split())


def in_reading_order(name: str) -> str:
    """An organisation that stands in a list like a person, turned round: "Collaboration, ATLAS"; else ""."""
    family, _, given = name.partition(",")
    words = family.lower().split()
    if given.lower().strip(" .") in _FIRMS:
        return name  # "Apple, Inc."
    if not words or WORDS.isdisjoint(words) or is_initials(given.strip()):
        return ""
    if words[-1] in _LAST_WORDS and "," not in given and not is_organisation(given):
        return f"{given.strip()} {family}".strip()
    return name if is_organisation(family) else ""


def is_no_given(aside: str) -> bool:
    """Whether what stands in parentheses behind a name is no part of it: ``MIT``, ``Ed.``, an ORCID."""
    role = aside.upper() == aside or aside.rstrip(".") in _ROLES
    return role or is_organisation(aside) or bool(in_reading_order(aside))


def looks_like_person(name: str) -> bool:
    """Whether a name in braces may be a person's: two to five capitalised words, none of them a group's."""
    family, comma, given = name.partition(",")
    if "," in given or any(map(str.isdigit, name)) or not _NO_PERSON.isdisjoint(_WORDS.findall(name.lower())):
        return False
    if is_organisation(name) or is_organisation(family):
        return False
    words = f"{given} {family}".split()
    return bool(comma or 2 <= len(words) <= 5) and bool(family and words[0]) and all(map(_is_name, words))


def _is_name(word: str) -> bool:
    if word in _PARTICLES:
        return True
    if not _CAPITALISED.match(word):
        return False
    if _INNER_CAPITAL.search(word):
        return _JOINED_NAME.match(word) is not None
    return len(word) <= 3 or "." in word or not _SHOUTED.match(word)
