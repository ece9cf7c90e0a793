"""Which BibTeX and BibLaTeX types and fields become which CSL types and variables.

Sources: btxdoc (the standard BibTeX fields), the biblatex manual, 2.1 to 2.3, CSL 1.0.2, Appendix III and
IV, and for the fields of exporters what they mean there.  ``docs/reference/fields.md`` shows these
tables; a test holds the two together.
"""

from __future__ import annotations

from typing import NamedTuple

from publist.bibtex.latex.bibstrings import BIBSTRINGS
from publist.item import ITEM_TYPES


class EntryType(NamedTuple):
    """What an entry type becomes, e.g. ``EntryType("thesis", "PhD thesis")`` for ``@phdthesis``.

    ``genre`` is used where the entry has no ``type`` field.
    """

    csl: str
    genre: str = ""


_ARTICLE = EntryType("article-journal")
_BOOK = EntryType("book")
_CHAPTER = EntryType("chapter")
_PAPER = EntryType("paper-conference")
_REPORT = EntryType("report")
_WEBPAGE = EntryType("webpage")
_SPEECH = EntryType("speech")
_DOCUMENT = EntryType("document")
_VIDEO = EntryType("motion_picture")

ENTRY_TYPES: dict[str, EntryType] = {
    # BibTeX (btxdoc, 3.1)
    "article": _ARTICLE,
    "book": _BOOK,
    "booklet": EntryType("pamphlet"),
    "conference": _PAPER,
    "inbook": _CHAPTER,
    "incollection": _CHAPTER,
    "inproceedings": _PAPER,
    "manual": _BOOK,
    "mastersthesis": EntryType("thesis", "Master’s thesis"),
    "misc": _DOCUMENT,
    "phdthesis": EntryType("thesis", "PhD thesis"),
    "proceedings": _BOOK,
    "techreport": EntryType("report", "Technical report"),
    "unpublished": EntryType("manuscript"),
    # BibLaTeX (manual, 2.1)
    "artwork": EntryType("graphic"),
    "audio": EntryType("song"),
    "bookinbook": _CHAPTER,
    "collection": _BOOK,
    "commentary": _BOOK,
    "dataset": EntryType("dataset"),
    "electronic": _WEBPAGE,
    "image": EntryType("graphic"),
    "inreference": EntryType("entry-encyclopedia"),
    "jurisdiction": EntryType("legal_case"),
    "legal": EntryType("treaty"),
    "legislation": EntryType("legislation"),
    "letter": EntryType("personal_communication"),
    "movie": _VIDEO,
    "music": EntryType("song"),
    "mvbook": _BOOK,
    "mvcollection": _BOOK,
    "mvproceedings": _BOOK,
    "mvreference": _BOOK,
    "online": _WEBPAGE,
    "patent": EntryType("patent"),
    "performance": EntryType("performance"),
    "periodical": EntryType("periodical"),
    "reference": _BOOK,
    "report": _REPORT,
    "review": EntryType("review"),
    "software": EntryType("software"),
    "standard": EntryType("standard"),
    "suppbook": _CHAPTER,
    "suppcollection": _CHAPTER,
    "suppperiodical": _ARTICLE,
    "thesis": EntryType("thesis"),
    "video": _VIDEO,
    "www": _WEBPAGE,
    # In the wild
    "abstract": _PAPER,
    "award": _DOCUMENT,
    "bachelorsthesis": EntryType("thesis", "Bachelor’s thesis"),
    "bachelorthesis": EntryType("thesis", "Bachelor’s thesis"),
    "blog": EntryType("post-weblog"),
    "blogpost": EntryType("post-weblog"),
    "code": EntryType("software"),
    "data": EntryType("dataset"),
    "demo": _PAPER,
    "diplomathesis": EntryType("thesis", "Diploma thesis"),
    "grant": _DOCUMENT,
    "habilitation": EntryType("thesis", "Habilitation thesis"),
    "informal": EntryType("manuscript"),
    "invited": _SPEECH,
    "invitedtalk": _SPEECH,
    "journal": _ARTICLE,
    "keynote": _SPEECH,
    "lecture": _SPEECH,
    "masterthesis": EntryType("thesis", "Master’s thesis"),
    "newspaper": EntryType("article-newspaper"),
    "newsarticle": EntryType("article-newspaper"),
    "magazine": EntryType("article-magazine"),
    "panel": _SPEECH,
    "plenary": _SPEECH,
    "podcast": EntryType("broadcast"),
    "poster": EntryType("speech", "Poster"),
    "preprint": EntryType("article"),
    "presentation": _SPEECH,
    "project": _DOCUMENT,
    "seminar": _SPEECH,
    "speech": _SPEECH,
    "symposium": _PAPER,
    "talk": _SPEECH,
    "tutorial": _SPEECH,
    "webpage": _WEBPAGE,
    "website": _WEBPAGE,
    "whitepaper": _REPORT,
    "workingpaper": _REPORT,
    "workshop": _PAPER,
}

# Works whose pages, if they are one number, are counted.
WHOLE = frozenset({"book", "thesis", "report", "pamphlet", "manuscript"})

# Types of works of which a field type such as "Journal article" says nothing new.
RESTATABLE = frozenset({"article-journal", "paper-conference", "chapter", "book"})

# Entries that are no works: they lend their fields, or group others.
NOT_LISTED = frozenset({"xdata", "set", "bibnote", "control"})

# entrysubtype of an article (biblatex manual, 2.3.5, and the names in use for the same).
SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
}

# Which CSL types an entrysubtype may name, by the entry type's own.
SUBTYPES_OF = {
    "article-journal": frozenset(SUBTYPES.values()),
    "document": ITEM_TYPES,
}

# The first field of each row that has a value becomes the variable.
TEXT_FIELDS: dict[str, tuple[str, ...]] = {
    "abstract": ("abstract",),
    "annote": ("annotation", "annote"),
    "archive": ("library",),
    "call-number": ("callnumber", "call-number"),
    "chapter-number": ("chapter",),
    "dimensions": ("dimensions",),
    "DOI": ("doi",),
    "edition": ("edition",),
    "event-place": ("venue", "eventlocation", "conference-location", "conflocation"),
    "ISBN": ("isbn",),
    "ISSN": ("issn", "eissn"),
    "keyword": ("keywords", "keyword"),
    "medium": ("medium",),
    "number-of-pages": ("pagetotal", "numpages", "totalpages"),
    "number-of-volumes": ("volumes",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "PMCID": ("pmcid",),
    "PMID": ("pmid",),
    "scale": ("scale",),
    "version": ("version",),
    "volume": ("volume",),
}

# What no list shows as it stands: nobody has to mend the TeX in it.
NOT_SHOWN = frozenset({"abstract", "annotation", "annote", "keyword", "keywords"})

# Variables whose capitals are kept where BibTeX's braces protect them.
TITLE_FIELDS: dict[str, tuple[str, ...]] = {
    "collection-title": ("series",),
    "container-title-short": (
        "abbr",
        "shortjournal",
        "journalabbreviation",
        "x-abbrv",
        "journal_abbr",
        "_venue",
    ),
    "event-title": ("eventtitle", "conference", "conference-title"),
    "original-title": ("origtitle",),
    "reviewed-title": ("reviewedtitle",),
    "title-short": ("shorttitle",),
}

# Custom fields whose address is that of the work itself.
OWN_ADDRESSES = ("ee", "reprinturl", "paperurl", "paper", "html", "link", "publisherurl", "pdf")

# Decoded as URLs are: TeX in them is no markup.
VERBATIM_VARIABLES = frozenset({"DOI", "PMCID", "PMID"})

NAME_FIELDS: dict[str, str] = {
    "author": "author",
    "bookauthor": "container-author",
    "collectioneditor": "collection-editor",
    "director": "director",
    "editor": "editor",
    "illustrator": "illustrator",
    "inventor": "author",
    "origauthor": "original-author",
    "serieseditor": "collection-editor",
    "speaker": "author",
    "translator": "translator",
}

# editortype, editoratype … (biblatex manual, 2.3.6)
EDITOR_TYPES: dict[str, str] = {
    "": "editor",
    "editor": "editor",
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "organiser": "organizer",
    "producer": "producer",
    "series": "collection-editor",
    "translator": "translator",
    "illustrator": "illustrator",
}
ADDITIONAL_EDITORS = ("editora", "editorb", "editorc")

# Each with its date, and in BibLaTeX's older way its year, month and day: urldate, urlyear …
DATE_FIELDS: dict[str, str] = {
    "url": "accessed",
    "event": "event-date",
    "orig": "original-date",
}

# Parts of a larger work.
IN_CONTAINER = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
# The container's title with its subtitle and addition; the first that has a value counts.
_IN_BOOK = ("booktitle", "booksubtitle", "booktitleaddon")
_IN_JOURNAL = ("journaltitle", "journalsubtitle", "journaltitleaddon")
# MathSciNet and others have the full name beside an abbreviated journal.
_JOURNALS = (_IN_JOURNAL, ("fjournal", "", ""), ("journal-full", "", ""), ("journal", "", ""))
_CONTAINERS = (_IN_BOOK, *_JOURNALS)
_CONTAINERS_OF_ARTICLES = (*_JOURNALS, _IN_BOOK)


def container_fields(csl_type: str) -> tuple[tuple[str, str, str], ...]:
    """The fields that may hold the title of the container of a work of this CSL type."""
    return _CONTAINERS_OF_ARTICLES if csl_type in ISSUE_TYPES else _CONTAINERS


# number is the issue of a periodical, the number of these, and otherwise the number in the series.
ISSUE_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical", "review"})
NUMBERED_TYPES = frozenset(
    "report patent standard legislation legal_case treaty software dataset manuscript webpage article"
    " document speech thesis".split()
)

# Who publishes, besides publisher: joined in this order.
PUBLISHER_FIELDS = ("school", "institution", "organization", "publisher")

# The series field of a periodical (biblatex manual, 2.3.9): keys, and a number for "3rd series".
SERIES = {"newseries": "New series", "oldseries": "Old series"}


def series_name(series: str) -> str:
    """The name of a periodical's series, e.g. ``3rd series`` for ``3``; "" if it is no key or number."""
    if series.isdecimal():
        ending = (
            "th"
            if len(series) > 1 and series[-2] == "1"
            else {"1": "st", "2": "nd", "3": "rd"}.get(series[-1], "th")
        )
        return f"{series}{ending} series"
    return SERIES.get(series, "")


# The type field: BibLaTeX's localisation keys (manual, 4.9.2.11 and 4.9.2.13).
GENRES: dict[str, str] = {
    key: text for key, text in BIBSTRINGS.items() if key not in ("in", "and", "software")
} | {"theses": "PhD thesis"}  # HAL's
STATUSES: dict[str, str] = {
    "inpress": "in press",
    "inpreparation": "in preparation",
    "prepublished": "pre-published",
}

# eprinttype or archiveprefix -> the kind of identifier that the eprint is.
EPRINT_KINDS: dict[str, str] = {
    "arxiv": "arxiv",
    "jstor": "jstor",
    "pubmed": "pmid",
    "pmid": "pmid",
    "pmc": "pmcid",
    "pmcid": "pmcid",
    "hal": "hal",
    "googlebooks": "googlebooks",
    "hdl": "handle",
    "handle": "handle",
    "ssrn": "ssrn",
    "biorxiv": "biorxiv",
    "medrxiv": "medrxiv",
    "iacr": "iacr",
    "cryptoeprint": "iacr",
    "doi": "doi",
}

# BibLaTeX's language names (babel's and polyglossia's) -> BCP 47.
LANGUAGES: dict[str, str] = {
    "acadian": "fr-CA",
    "afrikaans": "af-ZA",
    "american": "en-US",
    "arabic": "ar",
    "australian": "en-AU",
    "austrian": "de-AT",
    "basque": "eu-ES",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "bulgarian": "bg-BG",
    "canadian": "en-CA",
    "canadien": "fr-CA",
    "catalan": "ca-AD",
    "chinese": "zh-CN",
    "croatian": "hr-HR",
    "czech": "cs-CZ",
    "danish": "da-DK",
    "dutch": "nl-NL",
    "english": "en-US",
    "estonian": "et-EE",
    "finnish": "fi-FI",
    "francais": "fr-FR",
    "french": "fr-FR",
    "galician": "gl-ES",
    "german": "de-DE",
    "germanb": "de-DE",
    "greek": "el-GR",
    "hebrew": "he-IL",
    "hungarian": "hu-HU",
    "icelandic": "is-IS",
    "indonesian": "id-ID",
    "italian": "it-IT",
    "japanese": "ja-JP",
    "korean": "ko-KR",
    "latin": "la",
    "latvian": "lv-LV",
    "lithuanian": "lt-LT",
    "magyar": "hu-HU",
    "mandarin": "zh-CN",
    "mexican": "es-MX",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de-DE",
    "norsk": "nb-NO",
    "norwegian": "nb-NO",
    "nswissgerman": "de-CH",
    "nynorsk": "nn-NO",
    "persian": "fa-IR",
    "polish": "pl-PL",
    "polutonikogreek": "el-GR",
    "portuges": "pt-PT",
    "portuguese": "pt-PT",
    "romanian": "ro-RO",
    "russian": "ru-RU",
    "serbian": "sr-RS",
    "slovak": "sk-SK",
    "slovene": "sl-SI",
    "slovenian": "sl-SI",
    "spanish": "es-ES",
    "swedish": "sv-SE",
    "swissgerman": "de-CH",
    "thai": "th-TH",
    "turkish": "tr-TR",
    "uk": "en-GB",
    "ukenglish": "en-GB",
    "ukrainian": "uk-UA",
    "usenglish": "en-US",
    "usmexican": "es-MX",
    "vietnamese": "vi-VN",
}
