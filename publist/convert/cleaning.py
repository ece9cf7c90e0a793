"""What people and programs leave in fields that is nothing for readers: placeholders, labels, traces.

Sources: exports of Scopus, Wiley, ADS, Zotero, Mendeley and Web of Science, and what stands in .bib files.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.patterns import pattern
from publist.richtext import Node, Span, Text, cut, nodes, plain, rewrite, simplified

# No value in any field but a title or a name.
_PLACEHOLDER = pattern(
    r"[-?–—.…]*|n/?\.?a\.?|null|none|nan|undefined|unknown|tb[acd]|todo|fixme|xx+|\?+"
    r"|(?:to be|not yet|yet to be) (?:filled(?: in)?|added|determined|announced|assigned|defined|decided"
    r"|provided|completed|confirmed)",
    re.IGNORECASE,
)
# With these letters no placeholder begins.
_NO_PLACEHOLDER = frozenset("abcdeghijklmopqrsvwzABCDEGHIJKLMOPQRSVWZ")
# No value in a field of numbers: "0", "xx", "xx--xx", "?--?", "1--??", "000-000", "NA".
_NO_NUMBER = pattern(
    r"0+|x+|(?:0+|x+|\?+)\W+(?:0+|x+|\?+)|\d+\W+(?:\?+|x+|tb[acd])|n/?a(?:\W+n/?a)?|nil", re.IGNORECASE
)
NUMBERS = frozenset(
    "volume number issue pages eid articleno article-number chapter edition part pagetotal numpages year"
    " month day date".split()
)
_NEVER_EMPTY = frozenset(
    "abstract title shorttitle booktitle journal journaltitle maintitle author editor".split()
)
_LABEL = {
    "volume": pattern(r"(?:volumes?|vol|v)\b\.?\s*(?:no\.?\s*)?(?=\d|[ivxlc]+$)", re.IGNORECASE),
    "number": pattern(r"(?:numbers?|issues?|iss|nos?|nr|n°|№|#)(?:\b\.?|(?=\d))\s*(?=[\d(])", re.IGNORECASE),
    "pages": pattern(r"(?:pages?|pp|pgs?|p)(?:\b\.?|(?=\d))\s*(?=\w)", re.IGNORECASE),
}
_LABEL["issue"] = _LABEL["number"]
_NO_ENTRY = pattern(
    r"(?:vol(?:ume)?(?:\b\.?|(?=\d))\s*(?P<volume>[a-z]?\d\w*|[ivxlc]+)\s*[,;]?\s*)(?:(?:no|number"
    r"|issue|iss)\.?\s*(?P<number>[\w-]*))?",
    re.IGNORECASE,
)
_WITH_ISSUE = pattern(
    r"(?P<volume>\w+)\s*(?:\((?P<number>[\w–-]+)\)|[,;]?\s*(?:no|issue)\.?\s*(?P<no>\w+))", re.IGNORECASE
)
_WITH_DOI = pattern(
    r"(?P<number>[\w()-]*?)[\s,;]*(?:doi:?\s*)?(?:https?://\S*|(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/\S+)",
    re.IGNORECASE,
)
_PAGES_WITH_DOI = pattern(
    r"(?P<pages>.*?)[\s,;.]*(?:https?://)?(?:(?:dx\.)?doi(?:\.org/|[:\s])\s*)+(?P<doi>10\.\d{4,9}/\S+)\s*",
    re.IGNORECASE,
)
# "D85" of journals with sections, as INSPIRE writes them: Physical Review D, volume 85.
_SECTION = pattern(r"(?P<section>[A-H])(?P<volume>\d+)")
_SECTIONED = pattern(
    r"(?:phys(?:\.|ical) ?rev(?:\.|iew)|phys(?:\.|ics) ?lett(?:\.|ers)|nucl(?:\.|ear) ?phys(?:\.|ics)"
    r"|j(?:\.|ournal of) ?phys(?:\.|ics)|eur(?:\.|opean) ?phys(?:\.|ical) ?j(?:\.|ournal)"
    r"|nucl(?:\.|ear) ?instr(?:um)?(?:\.|uments)? ?(?:and )?meth(?:\.|ods)?.*|int(?:\.|ernational)"
    r" ?j(?:\.|ournal of) ?mod(?:\.|ern) ?phys(?:\.|ics)|mod(?:\.|ern) ?phys(?:\.|ics) ?lett(?:\.|ers)"
    r"|acta cryst(?:\.|allographica)(?: section)?|z(?:\.|eitschrift für) ?phys(?:\.|ik)?)\.?",
    re.IGNORECASE,
)
# Notes that programs write.
_TRACE = pattern(
    r"(?:cited[ -]by:?\s*(?:since[^;]*)?\d+(?:[;,.].*)?|(?:times )?cited:? \d+.*|export date:.*|wos:\w+"
    r"|\w*\d{4}\w{2}\d{6}(?: \w*\d{4}\w{2}\d{6})*|e?\d{4}[A-Z]{1,3}\d{6}.*|pmid:? ?\d+.*|pmcid:? ?PMC\d+"
    r"|(?:tex|citation key|accession number|adsnote|place|type|publisher|section|number|archive location"
    r"|copyright|conference name|original-date|zscc|issn|isbn|read_status|funding information|series title"
    r"|titletranslation|qid|eprint|mr\w*)\s?[:.=]\s?\S.*|provided by the sao/nasa.*"
    r"|copyright ?(?:\(c\)|©).*|©.*|(?:\d+|[ivx]+)\.?|\*|article id \w+|(?:place|page)s?:.*"
    r"|\d+\s*xD;.*|generated from .*|query date:.*|gscholar\w*.*"
    r"|publication title:.*|_?eprint:.*|publisher: .*)",
    re.IGNORECASE | re.DOTALL,
)
_ARXIV_CLASS = pattern(
    r"\[?(?:math|cs|stat|eess|econ|q-bio|q-fin|physics|cond-mat|astro-ph|nlin)\.[a-z][a-z-]+\]?",
    re.IGNORECASE,
)
# "xx--xx, pending minor revision"
_NO_PAGES_YET = pattern(
    r"(?:x+|\?+|0+)\W+(?:x+|\?+|0+)\s*[,;(]\s*(?P<state>[^()]*[^\W\d_][^()]*)\)?", re.IGNORECASE
)
_PAGE_DASH = pattern(r"\s*(?:--+|–|—|−)\s*|(?<=\d)\s+(?:à|to|bis)\s+(?=\d)")
_END_UNKNOWN = pattern(r"\s+EP\s*-*\s*$")  # "180101 EP -": a tag of RIS without its value
_LETTERED = pattern(  # bounded, since each part may match digits: no page has more signs
    r"(?P<first>[\w-]{0,12}\d[\w-]{0,12}[^\W\d_])\s*(?:--+|–|—)\s*(?!(?P=first)$)"
    r"[\w-]{0,12}\d[\w-]{0,12}[^\W\d_]"
)
_RANGE = pattern(r"(\d+)(?:--?|–)(\d+)")
_PLAIN_PAGES = pattern(r"[^:+.]*")
_RANGE_DASH = pattern(r"(?<=\d)-(?=[A-Z]?\d)")
_LENGTH = pattern(r"(?:[ivxlc]+\s*[+,]\s*)?\d+(?:\s*(?:pages|pp?\.?))?", re.IGNORECASE)
_KIND = pattern(r"(?:technical|tech\.?) report\s*[,:;–-]\s*(?=\S)", re.IGNORECASE)
_EDITION = pattern(r"\s+ed(?:ition|n|\.)?$", re.IGNORECASE)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth"
).split()
_EDITIONS = frozenset(
    "revised expanded enlarged updated corrected abridged annotated illustrated international paperback"
    " student".split()
)
# Types that say again what the entry's own type says.
_RESTATED = frozenset(
    "isi; scopus; sci; scie; ssci; esci; wos; web of science; peer reviewed; peer-reviewed; refereed;"
    " article; journal; journal article; journal-article; research article; research-article;"
    " original article; journal paper; conference paper; conference proceeding; conference proceedings;"
    " conference; paper; proceedings paper; proceedings-article; article; inproceedings;"
    " proceedings; misc; book; book chapter;"
    " chapter; book section; in proceedings; conference article; full paper; regular paper; generic;"
    " article in press; electronic article".split("; ")
)
_DOI = pattern(r"10\.\d{4,9}/\S+")
_STOP = pattern(r"(?<=[^\W\d_]{3})\.$|(?<=[)\]”’\d])\.$")
_STOP_OF_YEAR = pattern(r"\d\.$")
_ENDS_SHORT = pattern(
    r"(?:\b(?:et al|etc|inc|ltd|jr|sr|co|corp|vol|no|ed|eds|univ|dept|spec|sp|spp|var|subsp|cf|vs|approx|est)"
    r"|\.\w+|\.\.)\.$",
    re.IGNORECASE,
)
_ABBREVIATED = pattern(r"[^\W\d_]\.(?=[\s,])")
# Words at the end of abbreviated titles of journals (ISO 4), which are no words in full.
_OF_JOURNALS = pattern(
    r"\b(?:Adv|Anal|Ann|Appl|Astron|Astrophys|Biochem|Biol|Biosyst|Bull|Chem|Clin|Commun|Comput|Cogn|Ecol|Econ|Ed"
    r"|Educ|Eng|Environ|Genet|Geol|Geophys|Hist|Intell|Instrum|Int|J|Lett|Linguist|Mach|Mag|Manag|Mater|Math|Mech|Med"
    r"|Microbiol|Neurosci|Notes|Nucl|Opt|Philos|Phys|Physiol|Polit|Proc|Program|Psychol|Psychiatr|Q|Quart|Relat|Rep|Res"
    r"|Rev|Sci|Ser|Soc|Softw|Stat|Stud|Surg|Symp|Syst|Technol|Theor|Trans|Transp)\.$"
)
_ORDINAL = pattern(r"(?<![\w.])(\d+)(S[Tt]|N[Dd]|R[Dd]|T[Hh])\b")  # "42Nd", as ACM's library has them
_TIGHT = pattern(r"(?<=[^\W\d_A-Z]{2}),(?=[^\W\d_]{3})")
# "Lecture Notes in Computer Science (including subseries Lecture Notes in …)", as Scopus has it
_SUBSERIES = pattern(r"\s*\(including subseries .*\)?$")
# "Journal of X. www. x. org", as Google Scholar finds them.
_SITE = pattern(r"(?<=\w)[.,]?\s+www\.\s*\w[\w-]*\.\s*[a-z]{2,4}$")
# "Conference on Multimedia (MM ’19). ACM"
_PUBLISHER_BEHIND = pattern(
    r"(?<=[)\w]{2})\.\s+(?:ACM|IEEE|Springer|Elsevier|PMLR|USENIX|AAAI Press|CEUR-WS\.org)\.?$"
)
_NO_BLANK = pattern(r"(‘[^‘’]{2,}’|“[^“”]{2,}”)(?=[^\W\d_]{3})")
_DIGIT = pattern(r"[0-9]")
_MAY_BE_ORDINAL = pattern(r"[0-9][SNRT]")
_MARKS = (",", " : ", "(", ")", "[", "]")
_INNER_BLANKS = pattern(r"(?<=[“‘(\[])\s+|(?<!\s)\s++(?=[”)\]])")
# French has a blank before a colon; elsewhere exporters leave it ("Part B : Atomic Spectroscopy").
_FRENCH = pattern(
    r"\b(?:les?|la|des?|du|une?|et|pour|sur|dans|aux?|par|en)\b|[dl]’|[^\x00-\x7f–—‘’“”]", re.IGNORECASE
)
# "2’-O-methyl", "the 5’ end", "3’-UTR"
_PRIME = pattern(
    r"(?<=(?<![\w.])[1-9])’"
    r"(?=-[A-Z]|-deoxy|[- ](?:[Ee]nds?|UTRs?|[Uu]ntranslated|[Ss]plice|[Tt]erminal)\b|,\s?[1-9]’)"
)
_SINGLE = pattern(r"(?<![\w’])’(?=\w)([^’“”]*[^\s’“”])’(?!\w)")
_DOUBLE = pattern(r"(?<![\w”])”(?=\w)([^“”]*[^\s“”])”(?!\w)")


def is_placeholder(field: str, value: str) -> bool:
    """Whether a field's plain text stands for a value that is not there, e.g. ``{??}`` or ``xx--xx``."""
    if value[:1] in _NO_PLACEHOLDER or field in _NEVER_EMPTY:
        return False
    value = value.strip()
    if field in NUMBERS and _NO_NUMBER.fullmatch(value):
        return True
    return bool(_PLACEHOLDER.fullmatch(value))


def is_trace(note: str) -> bool:
    """Whether a note is what a program wrote for itself, e.g. ``cited By 11``."""
    return bool(_TRACE.fullmatch(note.strip()) or _ARXIV_CLASS.fullmatch(note.strip()))


def is_restated(genre: str) -> bool:
    """Whether a field ``type``, in small letters, is a kind of entry (``conference paper``) or a DOI."""
    return bool(_DOI.fullmatch(genre)) or all(part.strip() in _RESTATED for part in genre.split(";"))


def pages(typed: str) -> str:
    """Pages as CSL has them, e.g. ``1-10`` for ``1--10``; a dash of other forms is an en dash."""
    if match := _RANGE.fullmatch(typed):  # nearly all
        return "-".join(dict.fromkeys(match.groups()))
    typed = _END_UNKNOWN.sub("", typed)
    if _LETTERED.fullmatch(typed):  # "74A--75A", which CSL's rules for ranges leave alone
        return _PAGE_DASH.sub("–", typed)
    found = _PAGE_DASH.sub("-", ", ".join(map(str.strip, typed.split(",")))).replace("\u2010", "-")
    first, _, last = found.partition("-")
    if first == last:
        return first  # "312A--312A"
    return found if _PLAIN_PAGES.fullmatch(found) else _RANGE_DASH.sub("–", found)


def edition(typed: Text) -> Text:
    """The edition as CSL has it: a number where it is one in words, "ed." behind an adjective alone.

    >>> edition("Second"), edition("third edition"), edition("Revised"), edition("2nd")
    ('2', '3', 'Revised ed.', '2nd')
    """
    bare = _EDITION.sub("", plain(typed).strip()).lower().rstrip(".")
    if bare in _ORDINALS or bare.isdecimal():
        return str(_ORDINALS.index(bare) + 1) if bare in _ORDINALS else bare
    return f"{plain(typed).strip()} ed." if plain(typed).strip().lower() in _EDITIONS else typed


def is_postal(place: Text) -> bool:
    """Whether a place is an address in capitals, as Web of Science has it: ``THE ATRIUM, W1, LONDON``."""
    words = plain(place)
    return words.isupper() and words.count(",") > 1 and bool(_DIGIT.search(words))


def begins_with_kind(institution: str) -> int:
    """How many characters of an institution say that it is a report: 18 of ``Technical report, Lake Lab``."""
    match = _KIND.match(institution)
    return match.end() if match else 0


def is_length(pages: str) -> bool:
    """Whether the ``pages`` of a book say how long it is, e.g. ``xii+519`` or ``519``."""
    return bool(_LENGTH.fullmatch(pages))


def without_doi(pages: str) -> tuple[str, str]:
    """Pages, and the DOI that stood with them.

    >>> without_doi("1675--1693, DOI: 10.5194/tc-19-1675-2025")
    ('1675--1693', '10.5194/tc-19-1675-2025')
    """
    match = "10." in pages and _PAGES_WITH_DOI.fullmatch(pages.replace("{", "").replace("}", ""))
    return (match["pages"], match["doi"].rstrip(".,;")) if match else (pages, "")


class Numbers(NamedTuple):
    """Volume, issue and pages as numbers, with what stood beside them: a journal's section, a DOI."""

    volume: str = ""
    number: str = ""
    section: str = ""
    doi: str = ""


def is_no_page(pages: str, volume: Text, doi: str) -> bool:
    """Whether pages are the end of the DOI once more, or IEEE's "1-1" of a work without a volume."""
    early = pages in ("1-1", "1–1", "1--1") and (not volume or plain(volume).strip().upper() == "PP")
    return bool(pages) and (early or doi.partition("/")[2] == pages)


def state_for_pages(pages: str) -> str:
    """What stands behind pages that are not known yet: ``in revision`` in ``xx--xx, in revision``."""
    match = _NO_PAGES_YET.fullmatch(pages)
    return match["state"].strip() if match else ""


def bare(field: str, value: str) -> str:
    """The number without its label, e.g. ``33`` for ``Vol. 33``, ``1--10`` for ``pp. 1--10``."""
    label = _LABEL.get(field)
    match = label.match(value) if label and not value.isdecimal() else None
    return value[match.end() :] if match else value


def numbers(volume: str, number: str, journal: str) -> Numbers:
    """What ``volume`` and ``number`` say, whichever of the two it stands in.

    >>> numbers("", "Vol 33, No", "J")
    Numbers(volume='33', number='', section='', doi='')
    >>> numbers("D85", "2", "Phys. Rev.").section
    'D'
    """
    doi = section = ""
    if (not volume or volume.isdecimal()) and (not number or number.isdecimal()):  # nearly all
        return Numbers(volume, number)
    if number.strip() == "C" and volume.strip().isdecimal():
        number = ""  # RePEc's sign for a volume of Elsevier's without issues
    if volume.strip().upper() == "PP":  # IEEE's early access
        volume, number = "", "" if number == "99" else number
    if match := _WITH_DOI.fullmatch(number):
        number, doi = match["number"], match["doi"].rstrip(".,;")
    if match := _WITH_DOI.fullmatch(volume):
        volume, doi = match["number"], doi or match["doi"].rstrip(".,;")
    if match := _NO_ENTRY.fullmatch(number):
        volume, number = volume or match["volume"], match["number"] or ""
    if match := _NO_ENTRY.fullmatch(volume):
        volume, number = match["volume"], number or match["number"] or ""
    elif match := _WITH_ISSUE.fullmatch(volume):
        volume, number = match["volume"], number or match["number"] or match["no"] or ""
    if match := _SECTION.fullmatch(volume):
        named = journal.rstrip(". ")
        if named.endswith(f" {match['section']}"):
            volume = match["volume"]
        elif _SECTIONED.fullmatch(journal):
            volume, section = match["volume"], match["section"]
    return Numbers(bare("volume", volume), bare("number", number), section, doi)


def without_stop(text: Text) -> Text:
    """A title without the full stop that ends it; an abbreviation keeps its own."""
    words = plain(text)
    if not words.endswith(".") or _ENDS_SHORT.search(words) or not _STOP.search(words):
        return text
    return cut(text, len(words) - 1)


def container_without_stop(text: Text) -> Text:
    """The same of a journal or volume; where words in it are abbreviated, the last one is as well."""
    words = plain(text)
    if "(including" in words and (found := _SUBSERIES.search(words)):
        return cut(text, found.start())
    if words.endswith((",", ";", " -", " –")):
        return cut(text, len(words.rstrip(" ,;–-")))
    if "www." in words and (site := _SITE.search(words)):
        return cut(text, site.start())
    if ". " in words and (behind := _PUBLISHER_BEHIND.search(words)):
        return cut(text, behind.start())
    if not words.endswith("."):
        return text
    if _STOP_OF_YEAR.search(words):
        return without_stop(text)
    return text if _ABBREVIATED.search(words) or _OF_JOURNALS.search(words) else without_stop(text)


def tidy(text: Text) -> Text:
    """Blanks where they belong, marks in pairs (``'X'``, ``''X''``), and ordinals in small letters."""
    if isinstance(text, str):
        return _tidied(text).strip()
    words = plain(text)
    if _is_tidy(words) and words == words.strip():
        return text
    children = rewrite(text, lambda node: (_tidied(node),) if isinstance(node, str) else (node,))
    return simplified(_stripped(children))


def _is_tidy(text: str) -> bool:
    """Whether there is surely nothing to do; so it is for most titles."""
    return text.isascii() and not any(mark in text for mark in _MARKS) and not _MAY_BE_ORDINAL.search(text)


def _tidied(text: str) -> str:
    if _is_tidy(text):
        return text
    if "’" in text:
        text = _SINGLE.sub(r"‘\1’", text)
    if "”" in text:
        text = _DOUBLE.sub(r"“\1”", text)
    if "’" in text or "”" in text:
        text = _NO_BLANK.sub(r"\1 ", text)
    if "," in text:
        text = _TIGHT.sub(", ", text).replace(", (", " (")
    if "’" in text and "‘" not in text:
        text = _PRIME.sub("′", text)
    if " : " in text and not _FRENCH.search(text):
        text = text.replace(" : ", ": ")
    text = _ORDINAL.sub(lambda match: match[1] + match[2].lower(), text)
    return _INNER_BLANKS.sub("", text)


def _stripped(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes without blanks at their very ends."""
    if not children:
        return children
    first = _edge(children[0], left=True)
    children = (first, *children[1:])
    return (*children[:-1], _edge(children[-1], left=False))


def _edge(node: Node, *, left: bool) -> Node:
    if isinstance(node, str):
        return node.lstrip() if left else node.rstrip()
    if isinstance(node, Span):
        inner = nodes(node.children)
        place = 0 if left else len(inner) - 1
        changed = tuple(_edge(child, left=left) if n == place else child for n, child in enumerate(inner))
        return Span(node.style, changed)
    return node


def begun(text: Text) -> Text:
    """Plain words in small letters with a capital at their start: ``software`` is a venue of its own."""
    small = isinstance(text, str) and text.islower() and text.replace(" ", "").isalpha()
    return text[0].upper() + text[1:] if small and isinstance(text, str) else text


def unwrapped(text: Text) -> Text:
    r"""A title wholly in italics or bold without them: ``\textit{On X}`` is set as any title is."""
    if isinstance(text, str):
        return text
    found = text
    while len(found) == 1 and isinstance(found[0], Span) and found[0].style in ("italic", "bold", "oblique"):
        found = found[0].children
    return simplified(found)


def without_brackets(note: Text) -> Text:
    """A note wholly in parentheses without them, e.g. ``(Best Paper)``."""
    words = plain(note).strip()
    if not (words.startswith("(") and words.endswith(")") and words.count("(") == 1):
        return note
    children = nodes(note)
    if isinstance(note, str) or not (isinstance(children[0], str) and isinstance(children[-1], str)):
        return words[1:-1] if isinstance(note, str) else note
    return simplified((children[0].strip()[1:], *children[1:-1], children[-1].strip()[:-1]))
