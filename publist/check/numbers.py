"""Rules about identifiers: ISBN, ISSN, DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from publist import rules
from publist.check.work import Checked
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Edit, Problem, Rule

_ASIDE = pattern(
    r"\([^()]*\)|\b(?:e-?|p-?)?IS[BS]N(?:-1[03])?\b:?|\b(?:print|online|electronic)\b:?", re.IGNORECASE
)
_DASH = pattern(r"[‐-―−]|--")
_BETWEEN = pattern(r"[,;|]|\s/\s|\$?\\+backslash\$?[rn]|\sand\s|\\&")


def isbn(works: Sequence[Checked]) -> Iterator[Problem]:
    """An ISBN of a wrong form or with a wrong check digit (ISO 2108)."""
    yield from _numbers(works, "isbn")


def issn(works: Sequence[Checked]) -> Iterator[Problem]:
    """An ISSN of a wrong form or with a wrong check digit (ISO 3297)."""
    yield from _numbers(works, "issn")


def _numbers(works: Sequence[Checked], kind: str) -> Iterator[Problem]:
    """One problem for each field: the first of its numbers that is wrong."""
    rule = rules.ISBN if kind == "isbn" else rules.ISSN
    for work in works:
        texts = _BETWEEN.split(_ASIDE.sub(" ", work.entry.get(kind)).strip(" ,;."))
        wrong = (text.strip() for text in texts if text.strip() and not _is_right(kind, text))
        for text in islice(wrong, 1):
            yield work.problem(rule, _why(kind, text), kind, text)


def _is_right(kind: str, text: str) -> bool:
    """Whether a text is one valid number, or several with blanks between them."""
    dashed = _DASH.sub("-", text.strip())
    found = Identifier.parse(kind, dashed)
    if found is not None and found.is_valid:
        return True
    several = dashed.split()
    return len(several) > 1 and all(_is_right(kind, part) for part in several)


def _why(kind: str, text: str) -> str:
    if Identifier.parse(kind, text):
        return f"{text} has a wrong last digit; look it up"
    other = "issn" if kind == "isbn" else "isbn"
    if _is_right(other, text):
        return f"{text} is an {other.upper()}; call the field {other}"
    return f"{text} has not the form of an {kind.upper()}; look it up"


def doi_form(works: Sequence[Checked]) -> Iterator[Problem]:
    """The field ``doi`` has an address or ``doi:`` before the DOI: most styles put their own there."""
    for work in works:
        value = work.entry.get("doi")
        doi = _bare_doi(value)
        if doi and doi != value.strip():
            place = value.rindex(doi)
            edits = work.edits("doi", (0, place, ""), (place + len(doi), len(value), ""))
            yield work.problem(rules.DOI_FORM, f"write doi = {{{doi}}}", "doi", value.strip(), edits)


def _bare_doi(value: str) -> str:
    """The DOI that a value is in whole, as it is typed there; "" if it is none, or is typed otherwise."""
    doi = Identifier.parse("doi", value.strip())
    return doi.value if doi and value.strip().endswith(doi.value) else ""


def doi_as_url(works: Sequence[Checked]) -> Iterator[Problem]:
    """A DOI that stands in ``url`` alone: styles print it as a long address."""
    yield from _misplaced(works, ("url",), rules.DOI_AS_URL)


def doi_in_note(works: Sequence[Checked]) -> Iterator[Problem]:
    """A DOI that stands in ``note`` or ``howpublished`` alone."""
    yield from _misplaced(works, ("note", "howpublished"), rules.DOI_IN_NOTE)


def _misplaced(works: Sequence[Checked], names: Sequence[str], rule: Rule) -> Iterator[Problem]:
    for work in works:
        for name in () if work.entry.get("doi").strip() else names:
            value = work.entry.get(name)
            if "10." not in value or "doi" not in value.lower():
                continue
            found = Identifier.at(value.strip()) if name == "url" else Identifier.find("doi", value)
            if found and found.kind == "doi":
                message = f"write doi = {{{found.value}}} instead"
                yield work.problem(rule, message, name, found.value, _as_doi(work, name))


def _as_doi(work: Checked, name: str) -> tuple[Edit, ...]:
    """The changes that make a field the DOI that its value is in whole."""
    value = work.entry.get(name)
    doi, place = _bare_doi(value), work.at(name)
    if not doi or place < 0 or "doi" in work.entry.fields:
        return ()
    start = work.entry.fields[name].start
    return Edit(start, start + len(name), "doi"), *work.edits(name, (0, len(value), doi))


CHECKS = (isbn, issn, doi_form, doi_as_url, doi_in_note)
