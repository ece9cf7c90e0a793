"""Venues typed in capitals, as Web of Science and Italian repositories export them, in Title Case."""

from __future__ import annotations

from publist.bibtex.macros import MONTHS
from publist.patterns import pattern

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWEL = pattern(r"[AEIOUYÀ-ÖØ-Ý]")
_ASIDE = pattern(r"\([^()]*\)")
_SMALL_LETTERS = pattern(r"[^\W\d_][a-z]{2}")  # more than the ending of an ordinal
_ORDINAL = pattern(r"(\d)(?:st|nd|rd|th)\b")
_SMALL = frozenset(
    "a an and as at by for from in of on or the to via with de del della delle di du des et la las le les los"
    " y e der die das des den und für fur zur".split()
)
# Names of societies, places and things that stay as they are; what has no vowel does anyway.
_CAPITALS = frozenset(
    "IEEE ACM SIAM PLOS RNA DNA AIP EMBO FASEB JAMA AIDS ISME ASAIO ESAIM IET IFAC ISPRS ASME AIAA NATO ISIJ"
    " ACS AAPS ICES USA UK EU EURASIP IEICE SAE SPIE ETRI KSII EAI MIT UCLA NASA ESA CERN IZA OECD ISA IOP AI"
    " VI II III IV IX XI AAAI USENIX IFIP CEUR ASEE IAU IACR IEE AIMS AAPG EPJ EPE AG SA ASPLOS CSIRO ECCOMAS"
    " ECMWF ECOOP EFSA EMNLP ESANN ESORICS ESWC GECCO GLOBECOM IALE ICALP ICASSP ICCAD ICCV ICDE ICRA IGARSS"
    " IJCAI IJCNN IMECE INFOCOM IROS ISCAS ISCA ISSTA JSTOR MILCOM MNRAS MICCAI NAACL OOPSLA PPOPP SIGACT"
    " SIGARCH SIGCHI SIGCOMM SIGCSE SIGGRAPH SIGIR SIGKDD SIGMETRICS SIGMOD SIGOPS SIGPLAN SIGSOFT SINTEF"
    " STACS TACAS UNESCO UNICEF WSEAS".split()
)

# Publishers of one word that are no short forms.
_HOUSES = frozenset(
    "SPRINGER ELSEVIER WILEY PERGAMON BIRKHAUSER BIRKHÄUSER ROUTLEDGE EMERALD BLACKWELL KLUWER KARGER THIEME"
    " BRILL HINDAWI MACMILLAN PEARSON".split()
)


# "9th Day of the Lake-and-River-Society, Oslo, NORWAY, MAR 12-14, 2020", as Web of Science notes events
_OF_EVENT = pattern(r"(?:, [A-Z][A-Z .&\d-]+)+, (?:19|20)\d\d$")
_PLACES = {"PEOPLES R CHINA": "China", "ELECTR NETWORK": "online", "U ARAB EMIRATES": "United Arab Emirates"}
_HYPHENED = pattern(r"\w+(?:-\w+){2,}")


def quiet_event(note: str) -> str:
    """The note with an event of Web of Science's, its name, place and dates as others type them.

    >>> quiet_event("Day of the Lake-and-River-Society, Oslo, NORWAY, MAR 12, 2020")
    'Day of the Lake and River Society, Oslo, Norway, Mar 12, 2020'
    """
    found = _OF_EVENT.search(note) if note[-4:].isdecimal() and "," in note else None
    if found is None:
        return note
    where = found[0]
    for typed, name in _PLACES.items():
        where = where.replace(typed, name)
    where = _WORD.sub(lambda match: match[0].capitalize() if _is_loud(match[0]) else match[0], where)
    return _HYPHENED.sub(lambda match: match[0].replace("-", " "), note[: found.start()]) + where


def _is_loud(word: str) -> bool:
    return word.isupper() and (len(word) > 3 or word.lower() in MONTHS)


def quiet(venue: str, *, short: bool = True) -> str:
    """The venue in Title Case if all of it is in capitals and it is more than a short form.

    Without ``short`` forms, as in Web of Science, one word is a title too.

    >>> quiet("JOURNAL OF FLUID MECHANICS"), quiet("PLOS ONE"), quiet("EMNLP")
    ('Journal of Fluid Mechanics', 'PLOS ONE', 'EMNLP')
    """
    first = venue.partition(" ")[0]
    if first.isalpha() and first[1:].islower():  # nearly all
        return venue
    bare = _ASIDE.sub("", venue) if "(" in venue else venue
    if _SMALL_LETTERS.search(bare):
        return venue
    bare = bare if bare.isupper() else _ORDINAL.sub(r"\1", bare)
    if not bare.isupper():
        return venue
    if venue in _HOUSES:
        return venue.capitalize()
    words: list[str] = _WORD.findall(bare)
    if (short and len(words) < 2) or not any(_is_word(word) and len(word) > 4 for word in words):
        return venue
    asides = [match.span() for match in _ASIDE.finditer(venue)]
    return _WORD.sub(
        lambda match: (
            match[0]
            if any(start <= match.start() < end for start, end in asides)
            or venue.startswith("A-", match.start())  # "SERIES A-BIOLOGICAL SCIENCES"
            else _written(match[0], first=not match.start())
        ),
        venue,
    )


def _written(word: str, *, first: bool) -> str:
    if not first and word.lower() in _SMALL:
        return word.lower()
    return word.capitalize() if _is_word(word) else word


def _is_word(word: str) -> bool:
    return len(word) > 1 and word not in _CAPITALS and _VOWEL.search(word) is not None
