"""What every entry of a list needs: a title, somebody who wrote it, a year, and a venue if its type has one.

BibTeX's required fields (btxdoc, 3.1) are the source, as far as a reader misses them.
"""

from collections.abc import Iterator

from publist import rules
from publist.problems import Problem, Rule
from publist.publication import Publication
from publist.records import NamedTuple


class _Venue(NamedTuple):
    """The variables that may name the venue of a type, and the field to add, in BibTeX and in CSL-JSON."""

    variables: tuple[str, ...]
    field: str
    variable: str


_IN_JOURNAL = _Venue(("container-title", "event-title"), "journal", "container-title")
_IN_BOOK = _Venue(
    ("container-title", "event-title", "collection-title", "publisher"), "booktitle", "container-title"
)
_VENUES = {
    "article-journal": _IN_JOURNAL,
    "article-magazine": _IN_JOURNAL,
    "article-newspaper": _IN_JOURNAL,
    "paper-conference": _IN_BOOK,
    "chapter": _IN_BOOK,
    "thesis": _Venue(("publisher",), "school", "publisher"),
    "report": _Venue(("publisher", "collection-title", "number"), "institution", "publisher"),
}

# Works that have no author as a rule, by their CSL type and by BibTeX's own.
_TYPES_WITHOUT_AUTHOR = frozenset(
    "bill broadcast collection event entry entry-dictionary entry-encyclopedia hearing legal_case legislation"
    " motion_picture periodical regulation song standard treaty webpage".split()
)
_ENTRIES_WITHOUT_AUTHOR = frozenset({"booklet", "manual", "mvproceedings", "proceedings", "project"})
_LOOSE_ENTRIES = frozenset({"misc", "electronic", "online", "www"})
_TITLES = ("title", "reviewed-title", "volume-title")


def missing(publication: Publication) -> Iterator[Problem]:
    """A problem for each thing that a reader of the list will miss."""
    item, key = publication.item, publication.key
    if not any(item.variables.get(name) for name in _TITLES):
        yield _problem(publication, rules.MISSING_TITLE, f"no title in {key}; add one")
    if not any(item.names.values()) and not _needs_no_author(publication):
        yield _problem(publication, rules.MISSING_AUTHOR, f"no author in {key}; add one")
    is_dated = "issued" in item.dates or item.variables.get("status") or publication.entry_type == "project"
    if not is_dated:
        yield _problem(publication, rules.MISSING_YEAR, f"no year in {key}; add one")
    venue = _VENUES.get(item.type)
    by_body = item.type == "report" and any(name.literal for name in item.names.get("author", ()))
    if venue and not (by_body or any(map(item.variables.get, venue.variables)) or _is_out(publication)):
        field = venue.field if publication.entry_type else venue.variable
        yield _problem(publication, rules.MISSING_VENUE, f"no venue in {key}; add {field}")


def _needs_no_author(publication: Publication) -> bool:
    if publication.item.type in _TYPES_WITHOUT_AUTHOR or publication.entry_type in _ENTRIES_WITHOUT_AUTHOR:
        return True
    return _is_a_site(publication)


def _is_a_site(publication: Publication) -> bool:
    """Whether an address is all that the entry has to say where the work is, e.g. a program's site."""
    is_loose = publication.entry_type in _LOOSE_ENTRIES and not publication.identifiers
    return is_loose and bool(publication.item.variables.get("URL"))


def _is_out(publication: Publication) -> bool:
    """Whether it is said otherwise where the work is: in a repository of preprints, or not yet anywhere."""
    variables = publication.item.variables
    return bool(variables.get("status") or variables.get("archive")) or any(
        identifier.kind == "arxiv" for identifier in publication.identifiers
    )


def _problem(publication: Publication, rule: Rule, message: str) -> Problem:
    return Problem(publication.file, publication.line, rule, message, publication.key)
