"""Kinds of work, as the sections of CVs have them.

A kind is finer than a CSL type: a workshop paper is a ``paper-conference`` to a style and a section of its
own in a CV, and what stands in "arXiv preprint arXiv:…" is no journal article.
"""

from __future__ import annotations

import re
from typing import get_args

from publist.listing import text_of
from publist.patterns import pattern
from publist.publication import Publication
from publist.records import NamedTuple
from publist.settings.options import KindName


class WorkKind(NamedTuple):
    """A kind of work, e.g. ``WorkKind("J", {"article-journal"})``: its code in numbers and its CSL types."""

    code: str
    types: frozenset[str]


# In the order of a CV.  The first kind that has a publication's type is its kind; its words are phrases.
KINDS: dict[str, WorkKind] = {
    name: WorkKind(code, frozenset(types.split()))
    for name, (code, types) in {
        "journal": ("J", "article-journal review review-book periodical"),
        "conference": ("C", "paper-conference"),
        "workshop": ("W", ""),
        "preprint": ("P", "article manuscript"),
        "book": ("B", "book classic collection"),
        "chapter": ("BC", "chapter entry entry-dictionary entry-encyclopedia"),
        "thesis": ("T", "thesis"),
        "report": ("R", "report standard"),
        "patent": ("PT", "patent"),
        "dataset": ("D", "dataset"),
        "software": ("S", "software"),
        "talk": ("TK", "speech"),
        "magazine": ("M", "article-magazine"),
        "newspaper": ("N", "article-newspaper"),
        "webpage": ("WP", "webpage post post-weblog"),
        "other": ("O", ""),
    }.items()
}
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
    subtype = publication.subtype.lower()
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
