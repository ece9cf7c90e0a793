"""BibTeX's own dialect of what is written in BibLaTeX's: its types, and its names of fields.

What BibTeX has no field for stays under BibLaTeX's name: BibTeX's styles pass over it, and it is read again.
Sources: btxdoc (3.1, 3.2); arxiv.org/hypertex/bibstyles for ``eprint`` and ``archiveprefix``.
"""

from __future__ import annotations

import re

from publist.bibtex.latex.encode import encode
from publist.bibtex.macros import MONTHS
from publist.identifiers import Identifier
from publist.patterns import pattern

# BibLaTeX's types that BibTeX calls otherwise; all others that it lacks are @misc.
_TYPES = {"inreference": "incollection", "report": "techreport", "review": "article"}
_OWN = frozenset(
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings"
    " techreport unpublished".split()
)
_NAMES = {"journaltitle": "journal", "location": "address", "langid": "language"}
# Where a type has the publisher.
_PUBLISHERS = {
    "phdthesis": "school",
    "mastersthesis": "school",
    "techreport": "institution",
    "misc": "howpublished",
    "booklet": "howpublished",
}
_ARCHIVES = {"arxiv": "arXiv"}
_MONTHS = tuple(MONTHS)
_DATE = pattern(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?P<rest>.+)?$")
_MASTER = pattern(r"\b(?:master|m\.?\s?sc|m\.?\s?a|diplom|bachelor|b\.?\s?sc|licen)", re.IGNORECASE)
_DOCTOR = pattern(r"ph\.?\s?d|doctor|dissertation", re.IGNORECASE)


def in_bibtex(kind: str, fields: dict[str, str], csl_type: str) -> tuple[str, dict[str, str]]:
    """The type and fields of an entry in BibTeX's dialect, e.g. ``@phdthesis`` with ``school``."""
    fields = {_NAMES.get(name, name): value for name, value in fields.items()}
    if kind == "thesis":
        kind = _thesis(fields)
    kind = _TYPES.get(kind, kind)
    if kind not in _OWN:
        kind = "misc"
        fields["entrysubtype"] = encode(csl_type)
    for name in ("publisher", "institution"):
        if name in fields and kind in _PUBLISHERS:
            fields.setdefault(_PUBLISHERS[kind], fields.pop(name))
    if "pubstate" in fields and "note" not in fields:
        fields["note"] = fields.pop("pubstate")
    if "eprinttype" in fields:
        fields["archiveprefix"] = _ARCHIVES.get(fields["eprinttype"], fields["eprinttype"])
        del fields["eprinttype"]
    if match := _DATE.match(fields.get("date", "")):
        fields["year"] = match["year"]
        if match["rest"] is None:  # no range, no season, nothing uncertain
            del fields["date"]
            fields |= {"month": _MONTHS[int(match["month"]) - 1]} if match["month"] else {}
            fields |= {"day": str(int(match["day"]))} if match["day"] else {}
    return kind, fields


def _thesis(fields: dict[str, str]) -> str:
    """The type of a thesis; what BibTeX's two say by themselves needs no ``type``."""
    genre = fields.get("type", "")
    if _DOCTOR.search(genre) or not _MASTER.search(genre):
        kind, own = "phdthesis", "PhD thesis"
    else:
        kind, own = "mastersthesis", "Master’s thesis"
    if genre == own:
        del fields["type"]
    elif not genre:
        fields["type"] = "Thesis"
    return kind


def with_eprint(fields: dict[str, str], number: str) -> None:
    """Say the number of arXiv's in ``eprint``, and drop what says it once more."""
    arxiv = Identifier("arxiv", number)
    fields["eprint"], fields["eprinttype"] = number, "arxiv"
    if fields.get("number", "").lower() == str(arxiv).lower():
        del fields["number"]
        if fields.get("publisher") == "arXiv":
            del fields["publisher"]
    url = Identifier.at(fields.get("url", ""))
    if url is not None and url.work == arxiv.work:
        del fields["url"]
