"""Volume, issue, pages and edition as numbers, without labels, dashes and DOIs that stand around them."""

from __future__ import annotations

import re

from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Text, plain

_LABEL = {
    "volume": pattern(r"(?:(?:volumes?|vol|v)\b\.?|n[°º])\s*(?:no\.?\s*)?(?=\d|[ivxlc]+$)", re.IGNORECASE),
    "number": pattern(r"(?:numbers?|issues?|iss|nos?|nr|n°|№|#)(?:\b\.?|(?=\d))\s*(?=[\d(])", re.IGNORECASE),
    # "P09005" is an article's number, "P171-P172" are pages of a supplement
    "pages": pattern(
        r"(?!(?-i:P)\d+(?:\W+(?-i:P)\d+)?$)(?:(?:pages?|pp|pgs?|p)(?:\b\.?|(?=\d))|(?:s|с|стр)\.\s)\s*(?=\w)",
        re.IGNORECASE,
    ),
}
_LABEL["issue"] = _LABEL["number"]
_NO_ENTRY = pattern(
    r"(?:vol(?:ume)?(?:\b\.?|(?=\d))\s*(?P<volume>[a-z]?\d\w*|[ivxlc]+)\s*[,;]?\s*)(?:(?:no|number"
    r"|issue|iss)\.?\s*(?P<number>[\w-]*))?",
    re.IGNORECASE,
)
_WITH_ISSUE = pattern(
    r"(?P<volume>\w+)\s*(?:\(\s*(?P<number>[\w–-]+(?: [^\W\d_]+)?|(?:Pt|Part|Suppl)\.? ?\d+)\s*\)"
    r"|[,;]?\s*(?:no\.?|issue|n\.|n°)\s*(?P<no>\w+))",
    re.IGNORECASE,
)
_SEASON = pattern(r"(?<=\d) \((?!Suppl|Part|Pt|Spec)[A-Z][a-z]+(?:[-–/ ][A-Z][a-z]+)?\)$")  # "4 (Autumn)"
_TWO = pattern(r"(?P<volume>\d+) (?P<number>\d+(?:[-–/]\d+)?)")  # "107 6", as Semantic Scholar has them
_WITH_DOI = pattern(
    r"(?P<number>[\w()-]*?)[\s,;]*(?:doi:?\s*)?(?:https?://\S*|(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/\S+)",
    re.IGNORECASE,
)
_PAPER = pattern(
    r"(?P<bare>\d{5,7})(?:, | \()(?P<pages>\d{1,3})(?: ?pp\.?\)\.?)?"
    r"|(?:(?:paper|art(?:icle|\.)?)\s*(?:id|no\.?|number)\s*:?\s*|(?:article|paper) )(?P<article>[\w.]*\d\w*)"
    r"(?:,\s*(?:(?P<range>\d+(?:--?|–)\d+)|(?P<length>\d+)(?:\s*p[pages.]*)?))?"
    r"|(?P<alone>\d+) pages",
    re.IGNORECASE,
)
# "12, Article No. 374"
_WITH_ARTICLE = pattern(
    r"(?:(?P<number>[\w–-]+)\s*[,;]\s*)?(?:paper|article)\s*(?:id|number|no\.?|nr\.?|\#)?:?\s*(?P<article>\w*\d+)",
    re.IGNORECASE,
)
_PAGES_WITH_DOI = pattern(
    r"(?P<pages>.*?)[\s,;.]*(?:https?://)?(?:(?:dx\.)?doi(?:\.org/|[:\s])\s*)+(?P<doi>10\.\d{4,9}/\S+)\s*",
    re.IGNORECASE,
)
# "D85" of journals with sections, as INSPIRE writes them: Physical Review D, volume 85.
_SECTION = pattern(r"(?P<section>[A-H])(?P<volume>\d+)")
_SECTIONED = pattern(r".*\bphys(?:\.|ic\w*\b).*|nucl.*meth.*|acta cryst.*", re.IGNORECASE)
_PAGE_DASH = pattern(r"\s*(?:--+|–|—|−)\s*|(?<=\d)(?:\s+(?:à|to|bis)\s+|\s+-\s*|\s*-\s+)(?=\w)")
# "180101 EP -": a tag of RIS without its value; "1477-&" and "21-+" of Web of Science
_END_UNKNOWN = pattern(r"\s+EP\s*[-–]*\s*$|\s*[-–]+\s*[&+]?\s*$")
_LETTERED = pattern(  # bounded, since each part may match digits: no page has more signs
    r"(?P<first>[\w-]{0,12}\d[\w-]{0,12}[^\W\d_])\s*(?:--+|–|—)\s*(?!(?P=first)$)"
    r"[\w-]{0,12}\d[\w-]{0,12}[^\W\d_]"
)
_PREFIXED = pattern(r"(?P<prefix>[A-Za-z]{1,4})(?P<first>\d+)\s*(?:-+|–|—)\s*(?P<last>\d+)")
_OF_ARTICLE = pattern(r"(\d{5,})(?:--?|–)\1(?:--?|–)\d{1,2}")  # SPIE's "920909-920909-9"
_IS_DOI = pattern(r"doi\s*:?\s*\d|97[89]-?\d[\d-]{7,11}[\dX]$", re.IGNORECASE)  # or an ISBN
_THOUSANDS = pattern(r"\d{1,3},\d{3}(?:\s*(?:--?|–)\s*\d{1,3},\d{3})?")  # AGU's "10,432-10,452"
_ANY_DASH = pattern(r"\s*(?:--?|–)\s*")
_SUPPLEMENT = pattern(r"(?<=\b[Ss]uppl)(ement)?(?=[A-Z\d])")  # Cambridge's "SupplementS1"
_RANGE = pattern(r"(\d+)(?:--?|–)(\d+)")
_OF_RANGES = frozenset(":+.")
_RANGE_DASH = pattern(r"(?<=\d)-(?=[A-Z]?\d)")
_FROM_FIRST = pattern(r"1\s*(?:--?|–)\s*(\d{2,})")
_LENGTH = pattern(r"(?:[ivxlc]+\s*[+,]\s*)?\d+(?:\s*(?:pages|pp?\.?))?", re.IGNORECASE)
_COUNTED = pattern(r"(?<=\d)(?:st|nd|rd|th)$")
_EDITION = pattern(r"\s+ed(?:ition|n|\.)?$", re.IGNORECASE)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth"
).split()
# "Revised", "Fifth limited", "1st MIT Press", "2nd rev. and enlarged"; but "2nd ed.", "Second printing"
_KIND_OF_EDITION = pattern(
    r"(?!.*\b(?:[ée]d|print|impr|repr|issue|vol|version|aufl))"
    rf"(?:(?:{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) (?=[^\W\d_])|revised|expanded|enlarged|updated"
    r"|corrected|abridged|annotated|illustrated|international|paperback|student|centennial|anniversary)\b"
    r"[^;:()]*(?<=[^\W\d_])",
    re.IGNORECASE,
)


def pages(typed: str) -> str:
    """Pages as CSL has them, e.g. ``1-10`` for ``1--10``; a dash of other forms is an en dash."""
    if match := _RANGE.fullmatch(typed):  # nearly all
        return "-".join(dict.fromkeys(match.groups()))
    if typed.isdecimal():
        return typed
    if typed[-1:] == "+" and typed[:-1].isalnum():
        return typed[:-1]  # ADS' "L90+", of which nobody knew the last page
    if "," in typed and _THOUSANDS.fullmatch(typed):
        return _ANY_DASH.sub("–", typed)
    if "EP" in typed or not typed[-1:].isalnum():
        typed = _END_UNKNOWN.sub("", typed)
    if typed[:5].isdecimal() and (of_article := _OF_ARTICLE.fullmatch(typed)):
        return of_article[1]
    # "74A--75A", which CSL's rules for ranges leave alone
    if not typed[-1:].isdecimal() and _LETTERED.fullmatch(typed):
        return _PAGE_DASH.sub("–", typed)
    if typed[-2:-1].isdecimal():
        typed = typed.rstrip(".,; ")
    match = _PREFIXED.fullmatch(typed) if typed[:1].isalpha() else None
    last = match["first"][: -len(match["last"])] + match["last"] if match else ""
    if match and len(last) == len(match["first"]) and last >= match["first"]:
        return f"{match['prefix']}{match['first']}-{match['prefix']}{last}"  # "E463--71"
    found = _PAGE_DASH.sub("-", ", ".join(map(str.strip, typed.split(",")))).replace("\u2010", "-")
    first, _, last = found.partition("-")
    if first == last:
        return first  # "312A--312A"
    return found if _OF_RANGES.isdisjoint(found) else _RANGE_DASH.sub("–", found)


def edition(typed: Text) -> Text:
    """The edition as CSL has it: a number where it is one in words, "ed." behind an adjective alone.

    >>> edition("Second"), edition("third edition"), edition("Revised"), edition("2nd")
    ('2', '3', 'Revised ed.', '2nd')
    """
    bare = _EDITION.sub("", plain(typed).strip()).lower().rstrip(".")
    if bare != plain(typed).strip().lower():  # "2nd edition"
        bare = _COUNTED.sub("", bare)
    if bare in _ORDINALS or bare.isdecimal():
        return str(_ORDINALS.index(bare) + 1) if bare in _ORDINALS else bare
    return f"{plain(typed).strip()} ed." if _KIND_OF_EDITION.fullmatch(plain(typed).strip()) else typed


def length(pages: str, *, may_be_part: bool = False) -> str:
    """How long a book or thesis is by its ``pages``, "" if these are pages of something else.

    >>> length("xii+519"), length("1--211"), length("12--19")
    ('xii+519', '211', '')
    """
    if not may_be_part and (match := _FROM_FIRST.fullmatch(pages)):
        return match[1]
    return pages if pages and _LENGTH.fullmatch(pages) else ""


def without_doi(pages: str) -> tuple[str, str]:
    """Pages, and the DOI that stood with them.

    >>> without_doi("1675--1693, DOI: 10.5194/tc-19-1675-2025")
    ('1675--1693', '10.5194/tc-19-1675-2025')
    """
    match = "10." in pages and _PAGES_WITH_DOI.fullmatch(pages.replace("{", "").replace("}", ""))
    return (match["pages"], match["doi"].rstrip(".,;")) if match else (pages, "")


class Numbers(NamedTuple):
    """Volume and issue as numbers, with a journal's section, a DOI and an article's number beside them."""

    volume: str = ""
    number: str = ""
    section: str = ""
    doi: str = ""
    article: str = ""


def is_no_page(pages: str, volume: Text, doi: str) -> bool:
    """Whether pages are a DOI, or the end of it once more, or IEEE's "1-1" of a work without a volume."""
    if not pages:
        return False
    if not pages.isalnum():
        found = _RANGE.fullmatch(pages)
        pages = "-".join(found.groups()) if found else _PAGE_DASH.sub("-", pages)
    early = pages == "1-1" and (not volume or plain(volume).strip().upper() == "PP")
    is_doi = pages.startswith(("d", "D", "97")) and bool(_IS_DOI.match(pages))
    return early or is_doi or doi.partition("/")[2] == pages


def article_number(pages: str) -> tuple[str, str]:
    """The number of an article that MathSciNet has among its pages, and how many these are.

    >>> article_number("Paper No. 103944, 24"), article_number("1--9")
    (('103944', '24'), ('1--9', ''))
    """
    match = _PAPER.fullmatch(pages) if pages.startswith(("P", "p", "A", "a")) or " " in pages else None
    if match is None:
        return pages, ""
    length = match["pages"] or match["length"] or match["alone"] or ""
    return match["range"] or match["bare"] or match["article"] or "", length


def bare(field: str, value: str) -> str:
    """The number without its label, e.g. ``33`` for ``Vol. 33``, ``1--10`` for ``pp. 1--10``."""
    label = _LABEL.get(field)
    match = label.match(value) if label and value and not value[0].isdecimal() else None
    return value[match.end() :] if match else value


def numbers(volume: str, number: str, journal: str) -> Numbers:
    """What ``volume`` and ``number`` say, whichever of the two it stands in.

    >>> numbers("", "Vol 33, No", "J")
    Numbers(volume='33', number='', section='', doi='', article='')
    >>> numbers("D85", "2", "Phys. Rev.").section
    'D'
    """
    doi = section = article = ""
    number = number.removesuffix(", SI")  # a special issue, as Web of Science has it
    if number.endswith(")"):
        number = _SEASON.sub("", number)
    number = number.replace("_", " ")  # "15_suppl", as Crossref has them
    if "uppl" in number:
        number = _SUPPLEMENT.sub(r"\1 ", number)
    if (not volume or volume.isdecimal()) and (not number or number.isdecimal()):  # nearly all
        return Numbers(_counted(volume), _counted(number))
    if number.strip().upper() == "C" and volume.strip().isdecimal():
        number = ""  # RePEc's sign for a volume of Elsevier's without issues
    if volume.strip().upper() == "PP":  # IEEE's early access
        volume, number = "", "" if number == "99" else number
    low = number.lower()
    if ("paper" in low or "article" in low) and (match := _WITH_ARTICLE.fullmatch(number)):
        number, article = match["number"] or "", match["article"]
    if "10." in number and (match := _WITH_DOI.fullmatch(number)):
        number, doi = match["number"], match["doi"].rstrip(".,;")
    if "10." in volume and (match := _WITH_DOI.fullmatch(volume)):
        volume, doi = match["number"], doi or match["doi"].rstrip(".,;")
    if low.startswith("vol") and (match := _NO_ENTRY.fullmatch(number)):
        volume, number = volume or match["volume"], match["number"] or ""
    if not volume or volume.isdecimal():
        pass  # nearly all
    elif match := _NO_ENTRY.fullmatch(volume):
        volume, number = match["volume"], number or match["number"] or ""
    elif not number and (match := _TWO.fullmatch(volume)):
        volume, number = match["volume"], match["number"]
    elif match := _WITH_ISSUE.fullmatch(volume):
        volume, number = match["volume"], number or match["number"] or match["no"] or ""
    if volume[:1].isalpha() and (match := _SECTION.fullmatch(volume)):
        named = journal.rstrip(". ")
        if named.endswith(f" {match['section']}"):
            volume = match["volume"]
        elif _SECTIONED.fullmatch(journal):
            volume, section = match["volume"], match["section"]
    return Numbers(_counted(bare("volume", volume)), _counted(bare("number", number)), section, doi, article)


def _counted(number: str) -> str:
    """The number without the zeros before it: ``05`` is issue 5, but ``00989454`` a name."""
    return number.lstrip("0") if number.isdecimal() and len(number) < 4 else number
