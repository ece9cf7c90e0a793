"""Rules about fields that contradict one another or the type of their entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from publist import rules
from publist.check.work import Checked
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Problem

_PAGES = pattern(r"\s*(\d{1,9})\s*(-+|–|—)\s*(\d{1,9})\s*")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
# ICML'24, CVPR 2023: a word, at least two letters of which are capitals, then a year.
_ACRONYM = pattern(r"\b([A-Za-z]{2,20})(?:\),?)?[ -]?(?:['’‘]\s?(\d\d)|((?:19|20)\d\d))\b")
_PREPRINTS = pattern(r"arxiv|corr\b|rxiv|preprint|ssrn|hal\b|zenodo|submitted|review|e-?print", re.IGNORECASE)


def page_hyphen(works: Sequence[Checked]) -> Iterator[Problem]:
    """One hyphen between page numbers: BibTeX's own styles print it as it stands in some fields."""
    for work in works:
        match = _PAGES.fullmatch(work.entry.get("pages"))
        if match and match[2] == "-":
            edits = work.edits("pages", (match.end(1), match.start(3), "--"))
            message = f"write {match[1]}--{match[3]}"
            yield work.problem(rules.PAGE_HYPHEN, message, "pages", match[0].strip(), edits)


def page_order(works: Sequence[Checked]) -> Iterator[Problem]:
    """A last page before the first; ``1234--41`` is a short form of 1234 to 1241."""
    for work in works:
        match = _PAGES.fullmatch(work.entry.get("pages"))
        if match is None:
            continue
        first, last = match[1], match[3]
        whole = first[: -len(last)] + last if len(last) < len(first) else last
        if int(whole) < int(first):
            message = f"page {last} stands before page {first}; correct one"
            yield work.problem(rules.PAGE_ORDER, message, "pages", match[0].strip())


_ENGLISH_MONTH = pattern(
    r"\s*(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|january|february|march|april|june|july|august"
    r"|sept|september|october|november|december)\.?\s*",
    re.IGNORECASE,
)


def month_word(works: Sequence[Checked]) -> Iterator[Problem]:
    """The name of a month in braces or quotes, where BibTeX has macros that each style spells its own way."""
    for work in works:
        match = _ENGLISH_MONTH.fullmatch(work.entry.get("month"))
        if match and work.at("month") >= 0:
            macro = match[0].strip()[:3].lower()
            whole = work.edits("month", (-1, len(match[0]) + 1, macro))
            message = f"write month = {macro}, without braces"
            yield work.problem(rules.MONTH_WORD, message, "month", match[0].strip(), whole)


_FIRST_YEAR = 1450  # of printing
_AHEAD = 2  # years to come in which what is accepted appears


def implausible_year(works: Sequence[Checked]) -> Iterator[Problem]:
    """A year before there was printing, or more than two years ahead."""
    for work in works:
        if work.year and not _FIRST_YEAR <= work.year <= date.today().year + _AHEAD:
            name = "year" if "year" in work.entry.fields else "date"
            yield work.problem(rules.IMPLAUSIBLE_YEAR, f"the year {work.year}; correct it", name)


def year_against_date(works: Sequence[Checked]) -> Iterator[Problem]:
    """``year`` and ``date`` name two years."""
    for work in works:
        year, day = (_YEAR.search(work.entry.get(name)) for name in ("year", "date"))
        if year and day and year[0] != day[0]:
            message = f"the year is {year[0]}, the date says {day[0]}; correct one"
            yield work.problem(rules.YEAR_AGAINST_DATE, message, "year", year[0])


def year_against_venue(works: Sequence[Checked]) -> Iterator[Problem]:
    """The acronym of a meeting has a later year than the entry, or one two years earlier or more.

    Proceedings often appear in the year after the meeting.
    """
    for work in works:
        if work.entry.type not in ("inproceedings", "conference", "article") or not work.year:
            continue
        name = next((one for one in ("booktitle", "journal", "series") if work.entry.get(one)), "")
        venue = work.entry.get(name)
        years = {int(match[0]) for match in _YEAR.finditer(venue)}
        match = next((one for one in _ACRONYM.finditer(venue) if _has_capitals(one[1])), None)
        if match is None:
            continue
        century = work.year - work.year % 100
        said = century + int(match[2]) if match[2] else int(match[3])
        if work.year not in years and not 0 <= work.year - said <= 1:
            message = f"{match[1]} {said} is not of {work.year}; correct the year or the venue"
            yield work.problem(rules.YEAR_AGAINST_VENUE, message, name, match[0])


def _has_capitals(word: str) -> bool:
    return len([sign for sign in word if sign.isupper()]) > 1


def article_with_booktitle(works: Sequence[Checked]) -> Iterator[Problem]:
    """``@article`` with ``booktitle`` and no ``journal``: a paper in proceedings, or the wrong field."""
    for work in works:
        entry = work.entry
        if entry.type == "article" and entry.get("booktitle") and not _journal(work):
            message = "an @article has a journal, no booktitle; make it @inproceedings, or rename the field"
            yield work.problem(rules.ARTICLE_WITH_BOOKTITLE, message, "booktitle")


def paper_with_journal(works: Sequence[Checked]) -> Iterator[Problem]:
    """``@inproceedings`` with ``journal`` and no ``booktitle``: BibTeX prints no venue."""
    for work in works:
        entry = work.entry
        if entry.type in ("inproceedings", "conference") and _journal(work) and not entry.get("booktitle"):
            message = f"an @{entry.type} has a booktitle, no journal; make it @article, or rename the field"
            yield work.problem(rules.PAPER_WITH_JOURNAL, message, _journal(work))


def misc_with_venue(works: Sequence[Checked]) -> Iterator[Problem]:
    """``@misc`` or ``@unpublished`` with a journal or book that is no server of preprints."""
    for work in works:
        entry, name = work.entry, "booktitle" if work.entry.get("booktitle") else _journal(work)
        venue = entry.get(name)
        if entry.type not in ("misc", "unpublished") or not venue or _PREPRINTS.search(venue):
            continue
        if Identifier.find("arxiv", venue) is None:
            kind = "inproceedings" if name == "booktitle" else "article"
            message = f"an @{entry.type} has no {name}, and styles leave it out; make it @{kind}"
            yield work.problem(rules.MISC_WITH_VENUE, message, name)


# A meeting by its short form and year: NeurIPS 2023, ICML'24.
_MEETING = pattern(
    r"\b([A-Z][A-Za-z]*[A-Z]{2}[A-Za-z]*|[A-Z]{3,}s?)[ -]?(?:['’]\s?\d\d|(?:19|20)\d\d)\b(?!/)"
)


def misc_with_meeting(works: Sequence[Checked]) -> Iterator[Problem]:
    """A ``@misc`` whose note or ``howpublished`` names a meeting by its short form: ``NeurIPS 2023``."""
    for work in works:
        for name in ("howpublished", "note") if work.entry.type == "misc" else ():
            match = _MEETING.search(work.entry.get(name))
            if match and not _PREPRINTS.search(match[0]):
                message = f"a paper of {match[0]}? make it @inproceedings with booktitle"
                yield work.problem(rules.MISC_WITH_MEETING, message, name, match[0])
                break


_PREPRINT_TYPES = frozenset({"misc", "unpublished", "article", "techreport"})


def no_eprint(works: Sequence[Checked]) -> Iterator[Problem]:
    """A number of arXiv's stands in a text, such as ``howpublished``, and not in ``eprint``."""
    for work in works:
        entry = work.entry
        if entry.type not in _PREPRINT_TYPES or entry.get("eprint").strip():
            continue
        for name in ("howpublished", "note", "institution", "publisher", "journal", "volume"):
            value = entry.get(name)
            found = Identifier.find("arxiv", value) if "arxiv" in value.lower() else None
            if found:
                message = f"write eprint = {{{found.value}}}, archiveprefix = {{arXiv}}"
                yield work.problem(rules.NO_EPRINT, message, name, found.value)
                break


def arxiv_form(works: Sequence[Checked]) -> Iterator[Problem]:
    """An ``eprint`` of arXiv's is no number of arXiv's; an old one may have its class beside it."""
    for work in works:
        entry = work.entry
        said = (entry.get("archiveprefix") or entry.get("eprinttype")).strip().lower() == "arxiv"
        for name in (("eprint",) if said else ()) + ("arxiv",):
            value = entry.get(name).strip()
            has_class = entry.get("primaryclass") or entry.get("eprintclass")
            if value and not Identifier.parse("arxiv", value) and not (has_class and value.isdigit()):
                message = f"{value} is no number of arXiv's; write it like 2401.01234"
                yield work.problem(rules.ARXIV_FORM, message, name)


def _journal(work: Checked) -> str:
    """The name of the field that holds a journal, "" if there is none."""
    return next((name for name in ("journal", "journaltitle") if work.entry.get(name).strip()), "")


CHECKS = (
    page_hyphen, page_order, month_word, implausible_year, year_against_date, year_against_venue,
    article_with_booktitle, paper_with_journal, misc_with_venue, misc_with_meeting, no_eprint, arxiv_form,
)  # fmt: skip
