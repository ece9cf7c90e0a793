"""Which BibTeX and BibLaTeX types and fields become which CSL types and variables.

Sources: btxdoc (the standard BibTeX fields), the biblatex manual, 2.1 to 2.3, CSL 1.0.2, Appendix III and
IV, and for the fields of exporters what they mean there.  ``docs/reference/fields.md`` shows these
tables; a test holds the two together.
"""

from __future__ import annotations

from publist.bibtex.latex.bibstrings import BIBSTRINGS
from publist.item import ITEM_TYPES
from publist.records import NamedTuple


class EntryType(NamedTuple):
    """What an entry type becomes, e.g. ``EntryType("thesis", "PhD thesis")`` for ``@phdthesis``.

    ``genre`` is used where the entry has no ``type`` field.
    """

    csl: str
    genre: str = ""


# The types of BibTeX (btxdoc, 3.1), those of BibLaTeX (manual, 2.1), and what people write beside them.
ENTRY_TYPES: dict[str, EntryType] = {
    name: becomes
    for becomes, names in {
        EntryType("article"): "preprint",
        EntryType("article-journal"): "article suppperiodical journal",
        EntryType("article-magazine"): "magazine",
        EntryType("article-newspaper"): "newspaper newsarticle",
        EntryType("book"): "book manual proceedings collection commentary reference mvbook mvcollection"
        " mvproceedings mvreference",
        EntryType("broadcast"): "podcast",
        EntryType("chapter"): "inbook incollection bookinbook suppbook suppcollection",
        EntryType("dataset"): "dataset data",
        EntryType("document"): "misc award grant project",
        EntryType("entry-encyclopedia"): "inreference",
        EntryType("graphic"): "artwork image",
        EntryType("legal_case"): "jurisdiction",
        EntryType("legislation"): "legislation",
        EntryType("manuscript"): "unpublished informal",
        EntryType("motion_picture"): "movie video",
        EntryType("pamphlet"): "booklet",
        EntryType("paper-conference"): "conference inproceedings abstract demo symposium workshop",
        EntryType("patent"): "patent",
        EntryType("performance"): "performance",
        EntryType("periodical"): "periodical",
        EntryType("personal_communication"): "letter",
        EntryType("post-weblog"): "blog blogpost",
        EntryType("report"): "report whitepaper workingpaper",
        EntryType("report", "Technical report"): "techreport",
        EntryType("review"): "review",
        EntryType("software"): "software code",
        EntryType("song"): "audio music",
        EntryType("speech"): "invited invitedtalk keynote lecture panel plenary presentation seminar speech"
        " talk tutorial",
        EntryType("speech", "Poster"): "poster",
        EntryType("standard"): "standard",
        EntryType("thesis"): "thesis",
        EntryType("thesis", "Bachelor’s thesis"): "bachelorsthesis bachelorthesis",
        EntryType("thesis", "Diploma thesis"): "diplomathesis",
        EntryType("thesis", "Habilitation thesis"): "habilitation",
        EntryType("thesis", "Master’s thesis"): "mastersthesis masterthesis",
        EntryType("thesis", "PhD thesis"): "phdthesis",
        EntryType("treaty"): "legal",
        EntryType("webpage"): "electronic online www webpage website",
    }.items()
    for name in names.split()
}

# Types that a ``journal`` makes an article, unless one of these fields shows that they are what they say.
NO_ARTICLE = {"misc": ("booktitle",), "book": ("publisher", "isbn")}

# Works whose pages, if they are one number, are counted.
WHOLE = frozenset({"book", "thesis", "report", "pamphlet", "manuscript", "document", "webpage"})

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
    "PMCID": ("pmcid", "pmc"),
    "PMID": ("pmid",),
    "scale": ("scale",),
    "version": ("version",),
    "volume": ("volume",),
}

# What no list shows as it stands: nobody has to mend the TeX in it.
NOT_SHOWN = frozenset({"abstract", "annotation", "annote", "keyword", "keywords"})

# What an article has in place of pages, as BibLaTeX, ACM, Elsevier and Scopus call it.
ARTICLE_NUMBERS = (
    "eid", "articleno", "article-number", "article_number", "articlenumber", "art_number", "artno",
    "elocation-id",
)  # fmt: skip

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

# The fields of the two tables with their variables, in order.
MAPPED = tuple(
    (variable, name)
    for table in (TEXT_FIELDS, TITLE_FIELDS)
    for variable, names in table.items()
    for name in names
)
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

# Texts about a work.
NOTES = frozenset({"note", "addendum", "howpublished", "pubstate", "status"})
# A date, and in BibLaTeX's older way its year, month and day.
ISSUED = ("date", "year", "month", "day")
DATE_FIELDS: dict[str, tuple[str, str, str, str]] = {
    "accessed": ("urldate", "urlyear", "urlmonth", "urlday"),
    "event-date": ("eventdate", "eventyear", "eventmonth", "eventday"),
    "original-date": ("origdate", "origyear", "origmonth", "origday"),
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

# Where the publisher is: BibLaTeX's field, BibTeX's, and one in use; the first that has a value counts.
PLACES = ("location", "address", "place")
# Who publishes, besides publisher: joined in this order.
PUBLISHER_FIELDS = ("school", "institution", "organization", "publisher")


def series_name(series: str) -> str:
    """The name of a periodical's series, e.g. ``3rd series`` for ``3``; "" if it is no key or number.

    Biblatex manual, 2.3.9.
    """
    if series.isdecimal():
        ending = "th" if series[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(series[-1], "th")
        return f"{series}{ending} series"
    return BIBSTRINGS[series] if series in ("newseries", "oldseries") else ""


# The type field: BibLaTeX's localisation keys (manual, 4.9.2.11 and 4.9.2.13).
GENRES: dict[str, str] = {
    key: text for key, text in BIBSTRINGS.items() if key not in ("in", "and", "software")
} | {"theses": "PhD thesis"}  # HAL's
STATUSES = {key: BIBSTRINGS[key] for key in ("inpress", "inpreparation", "prepublished")}
STATUSES |= dict.fromkeys(("published", "ppublish", "epublish", "aheadofprint"), "")  # PubMed's: it is out

# eprinttype or archiveprefix -> the kind of identifier that the eprint is.
EPRINT_KINDS: dict[str, str] = {
    name: kind
    for kind, names in {
        "arxiv": "arxiv",
        "jstor": "jstor",
        "pmid": "pubmed pmid",
        "pmcid": "pmc pmcid",
        "hal": "hal",
        "googlebooks": "googlebooks",
        "handle": "hdl handle",
        "ssrn": "ssrn",
        "biorxiv": "biorxiv",
        "medrxiv": "medrxiv",
        "iacr": "iacr cryptoeprint",
        "doi": "doi",
    }.items()
    for name in names.split()
}

LANGUAGE_FIELDS = ("langid", "hyphenation", "language")
# BibLaTeX's language names (babel's and polyglossia's) -> BCP 47.
LANGUAGES: dict[str, str] = {
    name: tag
    for tag, names in {
        "af-ZA": "afrikaans",
        "ar": "arabic",
        "bg-BG": "bulgarian",
        "ca-AD": "catalan",
        "cs-CZ": "czech",
        "da-DK": "danish",
        "de-AT": "austrian naustrian",
        "de-CH": "nswissgerman swissgerman",
        "de-DE": "german germanb ngerman",
        "el-GR": "greek polutonikogreek",
        "en-AU": "australian",
        "en-CA": "canadian",
        "en-GB": "british uk ukenglish",
        "en-NZ": "newzealand",
        "en-US": "american english usenglish",
        "es-ES": "spanish",
        "es-MX": "mexican usmexican",
        "et-EE": "estonian",
        "eu-ES": "basque",
        "fa-IR": "persian",
        "fi-FI": "finnish",
        "fr-CA": "acadian canadien",
        "fr-FR": "francais french",
        "gl-ES": "galician",
        "he-IL": "hebrew",
        "hr-HR": "croatian",
        "hu-HU": "hungarian magyar",
        "id-ID": "indonesian",
        "is-IS": "icelandic",
        "it-IT": "italian",
        "ja-JP": "japanese",
        "ko-KR": "korean",
        "la": "latin",
        "lt-LT": "lithuanian",
        "lv-LV": "latvian",
        "nb-NO": "norsk norwegian",
        "nl-NL": "dutch",
        "nn-NO": "nynorsk",
        "pl-PL": "polish",
        "pt-BR": "brazil brazilian",
        "pt-PT": "portuges portuguese",
        "ro-RO": "romanian",
        "ru-RU": "russian",
        "sk-SK": "slovak",
        "sl-SI": "slovene slovenian",
        "sr-RS": "serbian",
        "sv-SE": "swedish",
        "th-TH": "thai",
        "tr-TR": "turkish",
        "uk-UA": "ukrainian",
        "vi-VN": "vietnamese",
        "zh-CN": "chinese mandarin",
    }.items()
    for name in names.split()
}
