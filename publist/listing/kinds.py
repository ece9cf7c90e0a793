"""Kinds of work, as the sections of CVs have them.

A kind is finer than a CSL type: a workshop paper is a ``paper-conference`` to a style and a section of its
own in a CV, and what stands in "arXiv preprint arXiv:…" is no journal article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from publist.listing import text_of
from publist.patterns import pattern
from publist.publication import Publication
from publist.settings.options import KindName


class Kind(NamedTuple):
    """A kind of work, e.g. ``Kind("J", {"article-journal"}, …)``: its code in numbers and its headings.

    ``headings`` are by language, ``en`` always; ``noun`` is what a summary says, one and many.
    """

    code: str
    types: frozenset[str]
    headings: Mapping[str, str]
    noun: tuple[str, str]


def _kind(code: str, types: str, noun: str, *headings: str) -> Kind:
    one, _, many = noun.partition("/")
    return Kind(
        code, frozenset(types.split()), dict(zip(LANGUAGES, headings, strict=True)), (one, many or one)
    )


LANGUAGES = ("en", "de", "fr", "es", "it", "zh")

# In the order of a CV.  The first kind that has a publication's type is its kind.
KINDS: dict[str, Kind] = {
    "journal": _kind(
        "J", "article-journal review review-book periodical", "journal",
        "Journal articles", "Zeitschriftenartikel", "Articles de revue", "Artículos de revista",
        "Articoli su rivista", "期刊论文",
    ),
    "conference": _kind(
        "C", "paper-conference", "conference",
        "Conference papers", "Konferenzbeiträge", "Communications de conférence", "Ponencias en congresos",
        "Contributi a convegni", "会议论文",
    ),
    "workshop": _kind(
        "W", "", "workshop",
        "Workshop papers", "Workshopbeiträge", "Communications d’atelier", "Ponencias en talleres",
        "Contributi a workshop", "研讨会论文",
    ),
    "preprint": _kind(
        "P", "article manuscript", "preprint/preprints",
        "Preprints", "Preprints", "Prépublications", "Prepublicaciones", "Preprint", "预印本",
    ),
    "book": _kind(
        "B", "book classic collection", "book/books", "Books", "Bücher", "Livres", "Libros", "Libri", "著作",
    ),
    "chapter": _kind(
        "BC", "chapter entry entry-dictionary entry-encyclopedia", "book chapter/book chapters",
        "Book chapters", "Buchkapitel", "Chapitres de livre", "Capítulos de libro",
        "Capitoli di libro", "书章",
    ),
    "thesis": _kind(
        "T", "thesis", "thesis/theses",
        "Theses", "Abschlussarbeiten", "Thèses et mémoires", "Tesis", "Tesi", "学位论文",
    ),
    "report": _kind(
        "R", "report standard", "report/reports",
        "Reports", "Berichte", "Rapports", "Informes", "Rapporti", "报告",
    ),
    "patent": _kind(
        "PT", "patent", "patent/patents", "Patents", "Patente", "Brevets", "Patentes", "Brevetti", "专利",
    ),
    "dataset": _kind(
        "D", "dataset", "dataset/datasets",
        "Datasets", "Datensätze", "Jeux de données", "Conjuntos de datos", "Dataset", "数据集",
    ),
    "software": _kind(
        "S", "software", "software", "Software", "Software", "Logiciels", "Software", "Software", "软件",
    ),
    "talk": _kind(
        "TK", "speech", "talk/talks", "Talks", "Vorträge", "Exposés", "Charlas", "Interventi", "报告与演讲",
    ),
    "magazine": _kind(
        "M", "article-magazine", "magazine article/magazine articles",
        "Magazine articles", "Magazinbeiträge", "Articles de magazine", "Artículos de divulgación",
        "Articoli di divulgazione", "杂志文章",
    ),
    "newspaper": _kind(
        "N", "article-newspaper", "newspaper article/newspaper articles",
        "Newspaper articles", "Zeitungsartikel", "Articles de journal", "Artículos de prensa",
        "Articoli di giornale", "报纸文章",
    ),
    "webpage": _kind(
        "WP", "webpage post post-weblog", "web page/web pages",
        "Web pages", "Webseiten", "Pages web", "Páginas web", "Pagine web", "网页",
    ),
    "other": _kind("O", "", "other/others", "Other", "Sonstiges", "Autres", "Otros", "Altro", "其他"),
}  # fmt: skip
assert tuple(KINDS) == get_args(KindName)  # noqa: S101 - the settings name these
_KIND_OF_TYPE = {type_: name for name, kind in KINDS.items() for type_ in kind.types}

# Containers that are servers for preprints, however the entry calls them.
_PREPRINT_SERVER = pattern(
    r"(?:arxiv|corr\b|computing research repository|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|techrxiv|ssrn"
    r"|research square|preprints\b)",
    re.IGNORECASE,
)
_WORKSHOP = pattern(r"\bworkshops?\b", re.IGNORECASE)


def kind_of(publication: Publication) -> str:
    """The kind's name, e.g. ``workshop``.

    BibLaTeX's ``entrysubtype``, where it names a kind, decides; then the type with the container's title.
    """
    subtype = publication.fields.get("entrysubtype", "").strip().lower()
    if subtype in KINDS:
        return subtype
    name = _KIND_OF_TYPE.get(publication.item.type, "other")
    variables = publication.item.variables
    container = text_of(variables.get("container-title"))
    if name == "conference" and _WORKSHOP.search(container + " " + text_of(variables.get("event-title"))):
        return "workshop"
    if name == "journal" and _PREPRINT_SERVER.match(container):
        return "preprint"
    return name


def kind_heading(kind: Kind, language: str) -> str:
    """The heading in a language such as ``de-AT``, in English where there is none."""
    return kind.headings.get(language.partition("-")[0].lower(), kind.headings["en"])
