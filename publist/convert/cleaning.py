"""What people and programs leave in fields that is nothing for readers: placeholders, labels, traces.

Sources: exports of Scopus, Wiley, ADS, Zotero, Mendeley and Web of Science, and what stands in .bib files.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from publist.convert.quotations import paired
from publist.convert.shouted import quiet_event
from publist.patterns import pattern
from publist.richtext import Span, Text, cut, nodes, plain, rewrite, simplified, stripped

LONG = 60
"""How many characters of a field are no placeholder, if no command hides what it says."""
# No value in any field but a title or a name.
_PLACEHOLDER = pattern(
    r"[-?–—.…]*|n/?\.?a\.?|null|none|nan|undefined|unknown|tb[acd]|todo|fixme|xx+|\?+"
    r"|(?:to be|not yet|yet to be) (?:filled(?: in)?|added|determined|announced|assigned|defined|decided"
    r"|provided|completed|confirmed)",
    re.IGNORECASE,
)
# Of words, those with such a beginning may be one; none with these digits that ends in a digit is.
_MAY_BEGIN = ("no ", "asc", *"n/ n. na nul nil non not und unk tb to fix x yet onl".split())
_DIGITS = frozenset("123456789")
# No value in a field of numbers: "0", "xx", "xx--xx", "?--?", "1--??", "000-000", "NA", "ascl:1706.010".
_NO_NUMBER = pattern(
    r"0+(?:123456789)?|x+|(?:0+|x+|\?+)\W+(?:0+|x+|\?+)|\d+\W+(?:\?+|x+|tb[acd])|online(?: ?first)?"
    r"|n/?a(?:\W+n/?a)?|nil|ascl:[\d.]+",
    re.IGNORECASE,
)
NUMBERS = frozenset(
    "volume number issue pages eid articleno article-number art_number chapter edition part pagetotal"
    " numpages year month day date".split()
)
_NEVER_EMPTY = frozenset(
    "abstract title shorttitle booktitle journal journaltitle maintitle author editor".split()
)
# Notes that programs write: how they begin, and what follows.
_TRACES = {
    **dict.fromkeys(
        (
            "tex", "citation key", "accession number", "adsnote", "type", "publisher", "section", "number",
            "archive location", "conference name", "original-date", "zscc", "read_status",
            "funding information", "series title", "titletranslation", "qid", "google-books-id", "num pages",
            "number of pages", "backup publisher", "library catalog", "last modified", "journal abbreviation",
            "bibtex", "page version id", "citation key alias", "bandiera_abtest",
        ),
        r"\s?[:.=]\s?\S.*",
    ),
    **dict.fromkeys(("issn", "isbn", "oclc"), r"\s?[:.=]\s?\S.*| [\dX -]+"),
    "cited": r"[ -]by:?\s*(?:since[^;]*)?\d+(?:[;,.].*)?|:? \d+.*",
    "times cited": r":? \d+.*",
    "accepted": r": ?\d{4}-\d\d-\d\d.*",
    "edition": r": .*\bpublisher: .*",
    "arxiv": r":? ?\d{4}\.\d{4,5}(?:v\d+)?(?: \[[^\]]*\])? [\w.]+: .*",
    "wos:": r"\w+",
    "id:": r" \d+;?\s*",
    "pmid": r":? ?\d+.*",
    "pmc": r"(?:id:? ?PMC)?\d+",
    "mr": r"\w*\s?[:.=]\s?\S.*",
    "place": r"\s?[:.=]\s?\S.*|s?:.*",
    "eprint": r"\s?[:.=]\s?\S.*|:.*",
    "copyright": r"\s?[:.=]\s?\S.*| ?(?:\(c\)|©).*",
    "article id ": r"\w+",
    **dict.fromkeys(
        (
            "export date:", "provided by the sao/nasa", "©", "page:", "pages:", "generated from ",
            "query date:", "gscholar", "publication title:", "_eprint:", "publisher: ", "articletype: ",
        ),
        ".*",
    ),
}  # fmt: skip
# "Doe, Jane … Journal Article England 2015/12/19 … doi: 10.1/x. Epub 2015 Dec 17.", as EndNote has it
_OF_PUBMED = pattern(
    r"\bdoi: ?10\..*\bEpub (?:19|20)\d\d|\bJournal Article\b.*(?:\bEpub |\b(?:19|20)\d\d/\d\d/\d\d\b)",
    re.DOTALL,
)
_NUMBER_ALONE = pattern(
    r"\w*\d{4}\w{2}\d{6}(?: \w*\d{4}\w{2}\d{6})*|e?\d{4}[A-Z]{1,3}\d{6}.*|(?:\d+|[ivx]+)\.?|\*|\d+\s*xD;.*"
    r"|e\d{3,}\s(?=\S*[-.])\S*\d{2}\S*",  # Wiley's: "e1234 ECOL-19-0001.R1"
    re.IGNORECASE | re.DOTALL,
)
_FIRST_OF_NUMBERS = frozenset("0123456789eEiIvVxX*")
# "[Online; accessed 22-July-2004]", "aufgerufen am 1.3.2018", "consulté le 3 mai 2020"
_PART_OF_DATE = r"(?:\d{1,4}(?:st|nd|rd|th)?\.?|[^\W\d_]{3,10}\.?)"
_ACCESSED = pattern(
    r"[\[(]?(?:(?:online|internet|en (?:ligne|línea))[;,.:]?\s+)?(?:(?:last|date|letzter|zuletzt)\s+)*"
    r"(?:access(?:ed)?|retrieved|visited|viewed|checked|abgerufen|aufgerufen|abruf|zugriff|zugegriffen|besucht"
    r"|eingesehen|consult(?:ée?|ed|ad[oa]|ato)|accédé|accedid[oa]|visitad[oa]|acess(?:o|ado)|acceso|accesso|geraadpleegd|dostęp)\b[\s:]*"
    r"(?:(?:on|at|in|am|date|le|el|em|il|op|de)\b[\s:]*)*"
    rf"(?P<date>(?=\D{{0,15}}\d){_PART_OF_DATE}(?:[ .,/-]*(?:de )?{_PART_OF_DATE}){{0,3}})[\s:\d\])]*\.?",
    re.IGNORECASE,
)
_LOOKED_UP = tuple(
    "access retrieved visited viewed checked abgerufen aufgerufen abruf zugriff zugegriffen besucht"
    " eingesehen consult accédé accedid visitad acess acceso geraadpleegd dostęp".split()
)
_ARXIV_CLASS = pattern(
    r"\[?(?:math|cs|stat|eess|econ|q-bio|q-fin|physics|cond-mat|astro-ph|nlin)\.[a-z][a-z-]+\]?",
    re.IGNORECASE,
)
_KIND = pattern(r"(?:technical|tech\.?) report\s*[,:;–-]\s*(?=\S)", re.IGNORECASE)
# Types that say again what the entry's own type says.
_RESTATED = frozenset(
    "isi; scopus; sci; scie; ssci; esci; wos; web of science; peer reviewed; peer-reviewed; refereed;"
    " article; journal; journal article; journal-article; research article; research-article;"
    " original article; journal paper; conference paper; conference proceeding; conference proceedings;"
    " conference; paper; proceedings paper; proceedings-article; article; inproceedings;"
    " proceedings; misc; book; book chapter;"
    " chapter; book section; in proceedings; conference article; full paper; regular paper; generic;"
    " article in press; electronic article; editorial material; meeting abstract; review article;"
    " early access; short survey; review".split("; ")
)
_DOI = pattern(r"(?:doi:?\s*)?10\.\d{4,9}/\S+")
_STOP = pattern(r"(?<=[?!])\.$|(?<=[^\W\d_]{3})\.$|(?<=[)\]”’\d])\.$|[。,]$")
# "evaluaci´on", as copied from a PDF: an accent before its letter, within a word
_SPACING = {"´": "\u0301", "˜": "\u0303", "¨": "\u0308", "ˆ": "\u0302"}
_BEFORE_LETTER = pattern(r"(?<=[^\W\d_])([´˜¨ˆ])([aeiounAEIOUN])")
_GLUED = pattern(r"(?<=[^\W\d_]{3})\.(?=[A-Z](?:[a-z]|\b|PIE))")
_TWO_STOPS = pattern(r"(?<!\.)\.\.(?!\.)")
_TIGHT_COLON = pattern(r"(?<=[a-z]{3}):(?=[A-Z][a-z]{2})")
_BEHIND_AT = pattern(r"(?<=\w@) ")
_STOP_OF_YEAR = pattern(r"\d\.$")
_LAST_WORD = 60  # characters, at most
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
    r"|Rev|Sci|Ser|Soc|Softw|Stat|Stud|Surg|Symp|Syst|Theor|Trans|Transp|[^\W\d_]*(?:[^or]ol|ogr|inf|form))\.$"
)
_ORDINAL = pattern(r"(?<![\w.])(\d+)(S[Tt]|N[Dd]|R[Dd]|T[Hh])\b")  # "42Nd", as ACM's library has them
_TIGHT = pattern(r"(?<=[^\W\d_A-Z]{2}),(?=[^\W\d_]{3})")
# "Lecture Notes in Computer Science (including subseries Lecture Notes in …)", as Scopus has it
_SUBSERIES = pattern(r"\s*\(including subseries .*\)?$")
# "Journal of X. www. x. org", as Google Scholar finds them.
_SITE = pattern(r"(?<=\w)[.,]?\s+www\.\s*\w[\w-]*\.\s*[a-z]{2,4}$")
# "Water and Lakes (WAL), 2012 2nd International Conference on", as Google Scholar had them
_TURNED = pattern(
    r"(?P<topic>\S.*?), (?:(?:19|20)\d\d\. )?(?:Proceedings\. )?(?P<event>(?:\S+ ){0,6}"
    r"(?:e?Conference|Symposium|Workshop|Congress|Meeting|Transactions|Journal) (?:on|of))",
    re.IGNORECASE,
)
# "Nature Water 2024 27:2", "Water 2021, Vol. 12, Page 794", as Mendeley reads pages
_OF_PAGE = pattern(r" (?:19|20)\d\d(?: \d+:\d+|, Vol\. \d+, Pages? [\d-]+)$")
# "Conference on Multimedia (MM ’19). ACM"
_PUBLISHER_BEHIND = pattern(
    r"(?:(?<=[)\w]{2})\.|(?<=\)),)\s+(?:ACM|IEEE|Springer|Elsevier|PMLR|USENIX|AAAI Press|CEUR-WS\.org)\.?$"
)
# "On Lakes | Cairn.info": the page's title, not the work's
_SITES = (
    "IEEE Conference Publication", "IEEE Journals & Magazine", "IEEE Journal & Magazine", "IEEE Xplore",
    "ScienceDirect", "SpringerLink", "Request PDF", "PDF", "JSTOR", "Persée", "PubMed", "ResearchGate",
    "Wiley Online Library", "Taylor & Francis Online",
)  # fmt: skip
_PAGE_OF_SITE = pattern(
    rf"(?:\s+[|–—-]\s+(?:{'|'.join(_SITES)})"
    r"|\s+\|\s+[\w-]+(?:\.[\w-]+)*\.(?:info|com|org|net|edu|fr|de|ch|uk|eu|io))+$"
)
_MEDIUM = pattern(
    r"\[(?:online|on-line|en línea|en ligne)\]\s*[:.,;]?\s*", re.IGNORECASE
)  # "[Online]: slides"
_NO_BLANK = pattern(r"(‘[^‘’]{2,}’|“[^“”]{2,}”)(?=[^\W\d_]{3})")
_DIGIT = pattern(r"[0-9]")
# Of ASCII: a comma without a blank behind it, a sign with one before it, a bracket with one in it, "2ND".
_UNTIDY = pattern(
    r"[,:;?!.)\](\[0-9](?:(?<=,)(?=[A-Za-z])|(?<= [,:;?!.)\]])|(?<=[(\[])(?= )|(?<=, \()|(?<=\d)(?=[SNRT]))"
)
_MAY_BE_ORDINAL = pattern(r"[0-9][SNRT]")
_SIGN_BEHIND_BLANK = pattern(r"\u202f:| [:;?!.]")
_BLANK_WITHIN = pattern(r"\( |\[ |“ |‘ | \)| \]| ”")
_INNER_BLANKS = pattern(r"(?<=[“‘(\[])\s+|(?<!\s)\s++(?=[”)\]])")
# French has a blank before such marks; elsewhere exporters leave it ("Part B : Atomic Spectroscopy").
_FRENCH = pattern(
    r"\b(?:les?|la|des?|du|une?|et|pour|sur|dans|aux?|par|en)\b|[dl]’|[^\x00-\x7f–—‘’“”\u202f]", re.IGNORECASE
)
_CODE = pattern(r"‘([^‘’]+)‘(?!\w)")  # Markdown's `code`, whose signs are quotation marks in TeX
_EMPHASIS = pattern(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])")
_BLANK_BEFORE = pattern(r"(?:(?<=\S)|^)[ \u202f]+(?=(?::|;|[?!]+|\.:?)(?: |$))")
# "2’-O-methyl", "the 5’ end", "3’-UTR"
_PRIME = pattern(
    r"(?<=(?<![\w.])[1-9])’"
    r"(?=-[A-Z]|-deoxy|[- ](?:[Ee]nds?|UTRs?|[Uu]ntranslated|[Ss]plice|[Tt]erminal)\b|,\s?[1-9]’)"
)
_SINGLE = pattern(r"(?<![\w’])’(?=\w)([^’“”]*[^\s’“”])’(?!\w)")
_DOUBLE = pattern(r"(?<![\w”])”(?=\w)([^“”]*[^\s“”])”(?!\w)")


def is_placeholder(field: str, value: str) -> bool:
    """Whether a field's plain text stands for a value that is not there, e.g. ``{??}`` or ``xx--xx``."""
    if field in _NEVER_EMPTY:
        return value.lower() in (("no title",) if field == "title" else ("tbd", "tba", "undefined", "n/a"))
    value = value.strip()
    first = value[:1]
    if first in _DIGITS and value[-1].isdecimal():
        return False
    if first.isalpha() and not value[:3].lower().startswith(_MAY_BEGIN):
        return False
    if field in NUMBERS and (_NO_NUMBER.fullmatch(value) or value.startswith("No Pagination")):
        return True
    return bool(_PLACEHOLDER.fullmatch(value))


def is_trace(note: str) -> bool:
    """Whether a note is what a program wrote for itself, e.g. ``cited By 11``."""
    note = note.strip()
    low = note.lower()
    for begin in filter(low.startswith, _TRACES):
        if re.fullmatch(_TRACES[begin], note[len(begin) :], re.IGNORECASE | re.DOTALL):
            return True
    if "." in note and " " not in note and _ARXIV_CLASS.fullmatch(note):
        return True
    if len(note) > 60 and ("Epub" in note or "Journal Article" in note) and _OF_PUBMED.search(note):
        return True
    may_be = note[-1:].isdecimal() and note.replace(" ", "").replace("_", "").isalnum()
    return bool((may_be or note[:1] in _FIRST_OF_NUMBERS) and _NUMBER_ALONE.fullmatch(note))


def accessed(note: str) -> str:
    """The date in a note that only says when an address was looked up, e.g. ``accessed 22-July-2004``."""
    low = note.lower()
    match = _ACCESSED.fullmatch(note.strip()) if any(map(low.__contains__, _LOOKED_UP)) else None
    return match["date"].strip() if match else ""


def is_restated(genre: str) -> bool:
    """Whether a field ``type``, in small letters, is a kind of entry (``conference paper``) or a DOI."""
    if genre.startswith(("10.", "doi")) and _DOI.fullmatch(genre):
        return True
    return all(part.strip() in _RESTATED for part in genre.split(";"))


def is_postal(place: Text) -> bool:
    """Whether a place is an address in capitals, as Web of Science has it: ``THE ATRIUM, W1, LONDON``."""
    words = plain(place)
    return words.isupper() and words.count(",") > 1 and bool(_DIGIT.search(words))


def begins_with_kind(institution: str) -> int:
    """How many characters of an institution say that it is a report: 18 of ``Technical report, Lake Lab``."""
    match = _KIND.match(institution)
    return match.end() if match else 0


def without_stop(text: Text) -> Text:
    """A title without the full stop that ends it; an abbreviation keeps its own."""
    words = plain(text)
    if not words.endswith((".", "。", ",")) or _ENDS_SHORT.search(words, max(0, len(words) - _LAST_WORD)):
        return text
    return cut(text, len(words) - 1) if _STOP.match(words, len(words) - 1) else text


def of_work(title: Text) -> Text:
    """The title of a work without the name of the site that shows it, as reference managers save pages."""
    words = plain(title)
    site = _PAGE_OF_SITE.search(words) if words.endswith(_SITES) or " | " in words else None
    title = cut(title, site.start()) if site else title
    return without_stop(title) if site or words.endswith((".", "。", ",")) else title


def container_without_stop(text: Text) -> Text:
    """The same of a journal or volume; where words in it are abbreviated, the last one is as well."""
    words = plain(text)
    if isinstance(text, str):
        text = words = _spaced(text)
    if "(including" in words and (found := _SUBSERIES.search(words)):
        return cut(text, found.start())
    if words.endswith((" on", " On", " of")) and (turned := _TURNED.fullmatch(words)):
        return f"{turned['event']} {turned['topic']}"
    if words.endswith("))") and words.count(")") > words.count("("):
        return cut(text, len(words) - 1)
    if words.endswith((", IEEE", ", The")) and ")," not in words:
        return " ".join(reversed(words.rsplit(", ", 1)))
    if words[-1:].isdecimal() and (page := _OF_PAGE.search(words)):
        return cut(text, page.start())
    if words.endswith((",", ";", " -", " –", " - Proceedings", " – Proceedings")):
        return cut(text, len(words.removesuffix("Proceedings").rstrip(" ,;–-")))
    if "www." in words and (site := _SITE.search(words)):
        return cut(text, site.start())
    if (". " in words or "), " in words) and (behind := _PUBLISHER_BEHIND.search(words)):
        before = words[: behind.start()]
        if before.endswith(")") or (before.count(" ") > 2 and not _OF_JOURNALS.search(f"{before}.")):
            return cut(text, behind.start())
    if not words.endswith("."):
        return text
    if _STOP_OF_YEAR.search(words):
        return without_stop(text)
    return text if _ABBREVIATED.search(words) or _OF_JOURNALS.search(words) else without_stop(text)


def _spaced(words: str) -> str:
    """A venue with blanks where they belong, no stop twice and a capital at its start."""
    if "@ " in words:  # "SOIL@ AAAI", as Google Scholar has it
        words = _BEHIND_AT.sub("", words)
    if "." in words:  # "Proc.SPIE", as SPIE and INSPIRE have them
        words = _GLUED.sub(". ", _TWO_STOPS.sub(".", words))
    if words.count(":") > words.count(": "):
        words = _TIGHT_COLON.sub(": ", words)
    words = words.replace("of the The ", "of the ")
    return f"P{words[1:]}" if words.startswith("proceedings of ") else words


def tidy(text: Text) -> Text:
    """Blanks where they belong, marks in pairs (``'X'``, ``''X''``), and ordinals in small letters."""
    words = plain(text)
    if '"' in words:
        text = paired(text)
        words = plain(text)
    if isinstance(text, str):
        return _tidied(text).strip()
    if _is_tidy(words) and words == words.strip():
        return text
    children = rewrite(text, lambda node: (_tidied(node),) if isinstance(node, str) else (node,))
    return simplified(stripped(children))


def _is_tidy(text: str) -> bool:
    """Whether there is surely nothing to do; so it is for most titles."""
    return text.isascii() and text.isprintable() and not _UNTIDY.search(text)


def _tidied(text: str) -> str:
    if _is_tidy(text):
        return text
    if not text.isascii() and any(accent in text for accent in _SPACING):
        text = _BEFORE_LETTER.sub(lambda match: normalize("NFC", match[2] + _SPACING[match[1]]), text)
    if "’" in text:
        text = _SINGLE.sub(r"‘\1’", text)
    if "”" in text:
        text = _DOUBLE.sub(r"“\1”", text)
    if text.count("‘") > 1:
        text = _CODE.sub(r"‘\1’", text)
    if "’" in text or "”" in text:
        text = _NO_BLANK.sub(r"\1 ", text)
    if "," in text:
        tight = "," in text.replace(", ", "")
        text = (_TIGHT.sub(", ", text) if tight else text).replace(", (", " (").replace(" , ", ", ")
    if "’" in text and "‘" not in text:
        text = _PRIME.sub("′", text)
    if _SIGN_BEHIND_BLANK.search(text) and not _FRENCH.search(text):
        text = _BLANK_BEFORE.sub("", text)
    if _MAY_BE_ORDINAL.search(text):
        text = _ORDINAL.sub(lambda match: match[1] + match[2].lower(), text)
    if text.isprintable() and not _BLANK_WITHIN.search(text):
        return text  # of blanks it has the usual one alone
    if "„" in text:
        return text  # in German “ closes
    return _INNER_BLANKS.sub("", text).replace(" \u00a0»", "\u00a0»")


def begun(text: Text) -> Text:
    """A ``howpublished`` without its medium; words in small letters with a capital: ``Software``."""
    if isinstance(text, str) and text[:1] == "[" and (medium := _MEDIUM.match(text)):
        text = text[medium.end() :]
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


def bare_note(note: Text) -> Text:
    """A note without what sets off all of it, and without Markdown's emphasis: ``Received *Best Paper*``."""
    if isinstance(note, str):
        note = quiet_event(_EMPHASIS.sub(r"\2", note) if "*" in note else note)
    return without_brackets(unwrapped(note))


def without_brackets(note: Text) -> Text:
    """A note wholly in parentheses without them, e.g. ``(Best Paper)``; so are words in quotation marks."""
    words = plain(note).strip()
    around = words[:1] + words[-1:]
    if around not in ("()", "“”", '""') or words.count(words[0], 1, -1):
        return note
    if around != "()" and words.count(" ") < 2:
        return note  # a name in quotation marks
    children = nodes(note)
    if isinstance(note, str) or not (isinstance(children[0], str) and isinstance(children[-1], str)):
        return words[1:-1] if isinstance(note, str) else note
    return simplified((children[0].strip()[1:], *children[1:-1], children[-1].strip()[:-1]))
