"""Custom fields: which are links, badges and flags, by tables.

A field is looked up by its exact name, then by alias, then by pattern (``url_X``, ``X_url``, ``Xurl``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from publist.bibtex.entry import Entry
from publist.bibtex.latex import decode
from publist.convert.cleaning import without_brackets
from publist.patterns import pattern
from publist.problems import Rule
from publist.publication import Badge
from publist.richtext import Text, plain
from publist.truth import is_set, is_yes

Report = Callable[[Rule, int, str], None]
"""Called with (rule, line, message) for what is wrong with a field."""

# Link kinds in the order in which an entry shows them, with their labels.
LINKS: dict[str, str] = {
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "supp": "Supp",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "project": "Project",
    "website": "Website",
    "html": "HTML",
    "dataset": "Dataset",
    "demo": "Demo",
    "blog": "Blog",
    "arxiv": "arXiv",
    "hal": "HAL",
    "pmid": "PubMed",
    "pmcid": "PMC",
    "inspire": "INSPIRE",
    "doi": "DOI",
    "url": "Link",
}

# Other names of the same links: al-folio, Hugo Blox, bamos/cv, academicpages, bibtexbrowser, BibBase, bibble.
ALIASES: dict[str, str] = {
    name: kind
    for kind, names in {
        "arxiv": "arxivid arxiv_id",
        "code": "codeurl github repository repo source source_code software",
        "dataset": "data datasets",
        "paper": "ee paperurl preprinturl",
        "website": "homepage webpage web",
        "hal": "hal_id",
        "inspire": "inspirehep_id",
        "supp": "appendix suppl supplement supplementary",
        "pdf": "pdfurl",
        "pmcid": "pmc",
        "slides": "ppt presentation_url slide slidesurl _slidesurl",
        "project": "projectpage project_page",
        "video": "talk talkurl _talkurl recording youtube",
        "poster": "postersurl",
        "url": "reprinturl",
    }.items()
    for name in names.split()
}
_PATTERNS = tuple(
    pattern(expression)
    for expression in (
        r"_?url[_-](?P<kind>\w+)",
        r"(?P<kind>\w+?)[_-]url",
        r"_?(?P<kind>\w{2,}?)url",
        r"www(?P<kind>[a-z]+)",
    )
)
_DIGITS = "0123456789"
# Fields that a pattern would take, but that are no links to be shown.
_NOT_LINKS = frozenset(
    {
        "nourl",
        "opturl",
        "oldurl",
        "biburl",
        "bdsk",
        "adsurl",
        "crossmark_url",
        "wwwtype",
        "wwwhidden",
        "wwwshortvenue",
    }
)

# Links whose fields may hold an identifier.
IDENTIFIERS = frozenset({"arxiv", "doi", "hal", "inspire", "pmcid", "pmid"})

# Fields that are badges, in the order in which they are shown, with the label for a bare "true".
BADGES: dict[str, str] = {
    "oral": "Oral",
    "spotlight": "Spotlight",
    "highlight": "Highlight",
    "presentation": "Presentation",
    "bestpaper": "Best Paper",
    "award_name": "Award",
    "award": "Award",
    "honorable": "Honorable Mention",
    "note": "",
}
# Texts of "presentation" and "note" that are a badge of this kind have one of these words.
_DISTINGUISHED = ("oral", "spotlight", "highlight", "best", "paper", "award", "prize", "mention")
_DISTINCTIONS: dict[str, re.Pattern[str]] = {
    kind: pattern(rf"(?:{expression})[.!]?", re.IGNORECASE)
    for kind, expression in {
        "oral": r"(?:long |short )?oral(?: presentation| paper| talk)?(?: \(.*\))?",
        "spotlight": r"spotlight(?: presentation| paper| talk)?(?: \(.*\))?",
        "highlight": r"highlight(?: paper)?",
        "bestpaper": r"(?:\w+ )?best (?:\w+ ){0,3}(?:paper|thesis|demo|poster)(?: award)?(?: \(.*\))?",
        "award": r"(?:\S+ ){0,6}(?:award|prize)(?: \(.*\))?|distinguished paper|outstanding paper",
        "honorable": r"honou?rable mention|(?:best paper|award) (?:finalist|candidate|nomination|runner-up)",
    }.items()
}

# Never shown and never selected by; publist.toml names more.
PRIVATE_FIELDS = frozenset(
    {"_note", "file", "owner", "timestamp", "_old_note", "localfile", "local-url", "groups", "__markedentry"}
)


@lru_cache(maxsize=1024)  # names of fields come again and again
def link_kind(name: str) -> str:
    """The link that a field holds: exact name, then alias, then pattern; "" if it is no link."""
    if name in LINKS:
        return name
    if name in ALIASES:
        return ALIASES[name]
    if name in _NOT_LINKS or ("url" not in name and not name.startswith("www")) or name.startswith("bdsk-"):
        return ""
    for expression in _PATTERNS:
        if match := expression.fullmatch(name):
            kind = match["kind"].lower()
            return ALIASES.get(kind) or ALIASES.get(kind.rstrip(_DIGITS), kind)
    return ""


def is_no_link(name: str) -> bool:
    """Whether a field never is a link, whatever its name looks like, e.g. ``biburl``."""
    return (
        name in _NOT_LINKS
        or name.startswith(("bdsk-", "ignore", "comment"))
        or name.endswith(("comment", "bibtex"))
    )


_AFFIXES = pattern(r"^(?:url|link|www|uri)[_-]?(?:to[_-])?|[_-]?(?:url|links?|uri|address|href)$")


def affixed(name: str) -> str:
    """The link that the name of a field means without "link" or "url" in it, e.g. ``code`` for ``code_link``.

    ``url`` where nothing is left that says more.
    """
    bare = _AFFIXES.sub("", _AFFIXES.sub("", name)).strip("_-")
    last = bare.rpartition("_")[2].rstrip(_DIGITS)
    return ALIASES.get(bare) or ALIASES.get(last) or (last if last in LINKS else bare) or "url"


def badges(entry: Entry) -> tuple[Badge, ...]:
    """The entry's badges: ``oral = {true}`` has the label "Oral", other text is the label itself.

    ``note`` and ``presentation`` are badges where they say a distinction, e.g. ``note = {Oral}``.  Beside
    ``award_name``, as al-folio has it, ``award`` is only its long description.
    """
    found: list[Badge] = []
    for field in filter(entry.fields.__contains__, BADGES):
        value = entry.get(field).strip()
        if not is_set(value) or (field == "award" and entry.get("award_name")):
            continue
        text = BADGES[field] if is_yes(value) else without_brackets(decode(value).text)
        kind = distinction(text) if field in ("note", "presentation") else field
        if kind and all(plain(badge.label).lower() != plain(text).lower() for badge in found):
            found.append(Badge(kind, text))
    return tuple(found)


def distinction(text: Text) -> str:
    """The kind of badge that a note is, e.g. ``oral`` for "Oral presentation"; "" for any other note."""
    words = plain(text).strip()
    low = words.lower()
    if not any(map(low.__contains__, _DISTINGUISHED)):
        return ""
    return next((kind for kind, pattern in _DISTINCTIONS.items() if pattern.fullmatch(words)), "")
