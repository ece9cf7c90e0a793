"""What is said of entries that lack something.  Oracle: BibTeX's required fields (btxdoc, 3.1)."""

from __future__ import annotations

import pytest

from publist import bibtex, convert
from publist.check import missing

_ALL = {"author": "Doe, Jane", "title": "T", "year": "2020"}


def rules(kind: str, **fields: str) -> set[str]:
    """The rules that speak of an entry of this type with a title, an author, a year and these fields."""
    given = {name: value for name, value in (_ALL | fields).items() if value}
    text = ", ".join(f"{name} = {{{value}}}" for name, value in given.items())
    ((publication,), _) = convert.publications(bibtex.loads(f"@{kind}{{a, {text}}}"))
    return {problem.rule.id for problem in missing(publication)}


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("article", {"journal": "J"}, set()),
        ("article", {}, {"missing-venue"}),
        ("article", {"journal": "J", "title": ""}, {"missing-title"}),
        ("article", {"journal": "J", "author": ""}, {"missing-author"}),
        ("article", {"journal": "J", "year": ""}, {"missing-year"}),
        ("inproceedings", {}, {"missing-venue"}),
        ("inproceedings", {"eventtitle": "E"}, set()),
        ("phdthesis", {}, {"missing-venue"}),
        ("phdthesis", {"school": "S"}, set()),
        ("techreport", {"number": "TR-1"}, set()),
        ("misc", {}, set()),
        ("misc", {"author": ""}, {"missing-author"}),
        ("misc", {"author": "", "howpublished": r"\url{https://example.org/docs/}"}, set()),
        ("misc", {"author": "", "eprint": "2401.01234", "archiveprefix": "arXiv"}, {"missing-author"}),
        ("book", {"author": "", "editor": "Roe, Richard"}, set()),
        ("proceedings", {"author": ""}, set()),
        ("manual", {"author": "", "organization": "O"}, set()),
        ("online", {"author": "", "url": "https://example.org"}, set()),
        ("article", {"year": "in press"}, set()),
        ("project", {"author": "", "year": ""}, set()),
        ("article", {"year": "", "pubstate": "inpress", "journal": "J"}, set()),
        ("article", {"eprint": "2401.01234", "archiveprefix": "arXiv"}, set()),
    ],
)
def test_what_is_missing_is_said_once(kind: str, fields: dict[str, str], found: set[str]) -> None:
    assert rules(kind, **fields) == found
