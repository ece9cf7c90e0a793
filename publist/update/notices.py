"""DOIs that are missing or another work's; retractions and corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from publist import rules
from publist.bibtex import Entry
from publist.listing.versions import is_preprint
from publist.patterns import pattern
from publist.sources import crossref
from publist.update.proposals import Proposal
from publist.update.published import best
from publist.update.same import of_kind, same_people, similarity, title_of
from publist.update.subject import Subject, text_of

_WITH_DOI = frozenset({"article-journal", "paper-conference", "chapter", "book"})
_ANOTHER = 50.0  # of 100: titles that are less alike are of two works
_SHOWN = 80  # characters of a title
_RETRACTED = pattern(r"retract|withdraw|removal")
_KINDS = {
    "correction": "corrected", "corrigendum": "corrected", "erratum": "corrected", "addendum": "added to",
    "expression_of_concern": "under an expression of concern", "clarification": "clarified",
}  # fmt: skip


def missing(subject: Subject) -> Iterator[Proposal]:
    """DOIs that a search finds for published works that have none."""
    without = [
        (work, entry)
        for work, entry in subject.library.works
        if work.item.type in _WITH_DOI and not is_preprint(work.item) and not of_kind(work, "doi")
    ]
    for place, (work, entry) in enumerate(without):
        subject.progress(place, len(without))
        record, score = best(subject, work)
        doi = str(record.variables.get("DOI", "")) if record else ""
        if doi:
            yield Proposal(
                rules.MISSING_DOI, f"may have doi {doi}", "crossref", entry, fields={"doi": doi}, score=score
            )


def others(subject: Subject, by_doi: Mapping[str, crossref.Work]) -> Iterator[Proposal]:
    """Works whose DOI leads to a work of another title by other people."""
    for doi, work, entry in subject.library.with_doi():
        if doi not in by_doi:
            continue
        theirs = crossref.record_of(by_doi[doi]).item
        score = similarity(work.item, theirs)
        if score < _ANOTHER or (score < 80 and not same_people(work.item, theirs)):
            title = title_of(theirs)[:_SHOWN]
            yield Proposal(rules.DOI_OF_ANOTHER, f"doi {doi} is that of “{title}”", "crossref", entry)


def notices(subject: Subject, by_doi: Mapping[str, crossref.Work]) -> Iterator[Proposal]:
    """Retractions and corrections that the entries of a work do not mention yet."""
    own: defaultdict[str, list[Entry]] = defaultdict(list)
    for doi, _, entry in subject.library.with_doi():
        own[doi].append(entry)
    said = {(doi, *update) for doi, work in by_doi.items() for update in crossref.updates(work)}
    said |= set(crossref.notices(subject.client, own))
    for doi, kind, notice in sorted(said):
        if notice and notice.lower() != doi:
            silent = (entry for entry in own.get(doi, ()) if notice.lower() not in text_of(entry))
            yield from (_noticed(entry, kind, notice) for entry in silent)


def _noticed(entry: Entry, kind: str, notice: str) -> Proposal:
    address = f"https://doi.org/{notice}"
    if _RETRACTED.search(kind):
        fields = {"pubstate": "retracted", "url_retraction": address}
        return Proposal(rules.RETRACTED, f"is retracted: doi {notice}", "crossref", entry, fields=fields)
    message = f"is {_KINDS.get(kind, 'updated')}: doi {notice}"
    return Proposal(rules.CORRECTED, message, "crossref", entry, fields={"url_correction": address})
