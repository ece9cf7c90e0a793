"""Published versions of preprints, as arXiv, Crossref, OpenAlex and DBLP know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publist import rules
from publist.adopt import venue
from publist.bibtex import Entry, loads
from publist.bibtex.writer import NewEntry, written
from publist.convert import publications
from publist.identifiers import Identifier
from publist.item import Item
from publist.listing.versions import is_preprint
from publist.patterns import pattern
from publist.publication import Publication
from publist.records import NamedTuple
from publist.richtext import plain
from publist.sources import arxiv, crossref, dblp, tree
from publist.sources.answers import json_of, xml_of
from publist.sources.record import Record
from publist.update.proposals import Proposal
from publist.update.same import LEAST, folded, of_kind, same_people, similarity, surnames, title_of, year_of
from publist.update.subject import Subject, entry_of, in_dialect

_AT_ONCE = 100  # numbers in one request to arXiv
_MOST = 99.0  # of 100: no text is as sure as an identifier
_SHOWN = 100  # characters of a text
# What the published version says, and what of the preprint's it takes the place of.
_TAKEN = frozenset(
    "journal booktitle volume number pages year month day publisher doi series date journaltitle".split()
)
_SERVERS = pattern(r"rxiv|\bcorr\b|abs/|pre-?print|ssrn|research square", 2)  # re.IGNORECASE
_MAY_SAY = (
    "journal journaltitle booktitle volume number pages publisher howpublished institution organization note"
).split()


class _Preprint(NamedTuple):
    work: Publication
    entry: Entry
    number: str  # arXiv's, "" for another server's

    @property
    def place(self) -> tuple[str, int]:
        """File and offset of the entry."""
        return self.entry.file, self.entry.start


def proposals(subject: Subject, by_doi: Mapping[str, crossref.Work]) -> Iterator[Proposal]:
    """Proposals for the preprints of a file; ``by_doi`` is what Crossref has of its DOIs."""
    preprints = [
        _Preprint(work, entry, of_kind(work, "arxiv"))
        for work, entry in subject.library.works
        if is_preprint(work.item)
    ]
    preprints = [one for one in preprints if one.number or of_kind(one.work, "doi")]
    told = _told_to_arxiv(subject, preprints)
    sure = dict(_by_crossref(preprints, by_doi))
    sure |= {one.place: (doi, "arxiv") for one in preprints if (doi := told.get(one.number, _NOTHING).doi)}
    papers = crossref.works(subject.client, {doi for doi, _ in sure.values()}, subject.progress)
    for place, preprint in enumerate(preprints):
        subject.progress(place, len(preprints))
        doi, source = sure.get(preprint.place, ("", ""))
        if doi and doi in papers:
            new = entry_of(crossref.record_of(papers[doi]))
            yield from _proposed(subject, preprint, new, source, None)
        elif doi:
            message = f"is published as doi {doi}, of which Crossref knows no more"
            yield Proposal(rules.PUBLISHED_VERSION, message, source, preprint.entry, fields={"doi": doi})
        else:
            found = list(_searched(subject, preprint))
            yield from found or _by_reference(subject, preprint, told.get(preprint.number, _NOTHING))


class _Told(NamedTuple):
    """What authors tell arXiv of the paper: its DOI, and where it is in their own words."""

    doi: str = ""
    reference: str = ""


_NOTHING = _Told()


def _by_crossref(
    preprints: list[_Preprint], by_doi: Mapping[str, crossref.Work]
) -> Iterator[tuple[tuple[str, int], tuple[str, str]]]:
    for one in preprints:
        work = by_doi.get(of_kind(one.work, "doi"), {})
        for doi in crossref.related(work, "is-preprint-of")[:1]:
            yield one.place, (doi, "crossref, is-preprint-of")


def _told_to_arxiv(subject: Subject, preprints: list[_Preprint]) -> dict[str, _Told]:
    """What arXiv knows of the papers, by its numbers."""
    numbers = sorted({one.number for one in preprints if one.number})
    told: dict[str, _Told] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = {"id_list": ",".join(some), "max_results": len(some)}
        answer = xml_of(subject.client.get(subject.client.url("arxiv", "api/query", query)))
        for record in arxiv.read(answer).records:
            if record.arxiv:
                doi = str(record.variables.get("DOI", "")).lower()
                reference = plain(record.variables.get("note", ""))
                told[Identifier("arxiv", record.arxiv).work.value] = _Told(doi, reference)
    return told


def _by_reference(subject: Subject, preprint: _Preprint, told: _Told) -> Iterator[Proposal]:
    """The paper as far as arXiv's ``journal_ref`` can be read: a text, which is never as sure as a number."""
    found = venue.read(told.reference) if told.reference else None
    if found is not None and "year" in found.fields:
        entry = preprint.entry
        named = {"title": entry.get("title"), "author": entry.get("author")}
        new = NewEntry(found.type, entry.key, named | found.fields)
        score = min(found.placed, _MOST)
        for one in _proposed(subject, preprint, new, "arxiv", score):
            yield one._replace(message=f"{one.message}: “{told.reference[:_SHOWN]}”")


def _searched(subject: Subject, preprint: _Preprint) -> Iterator[Proposal]:
    """OpenAlex's and DBLP's published versions, and Crossref's best answer to a search."""
    title = title_of(preprint.work.item)
    if len(folded(title).split()) < 3:
        return
    record, score = _of_openalex(subject, preprint, title)
    if record is None:
        record, score = _of_dblp(subject, preprint, title)
    source = "openalex" if score is None else "dblp"
    if record is None:
        record, score = best(subject, preprint.work)
        source = "crossref"
    if record is not None:
        yield from _proposed(subject, preprint, entry_of(record), source, score)


def _of_openalex(subject: Subject, preprint: _Preprint, title: str) -> tuple[Record | None, float | None]:
    """The work of which the preprint is one location, as its number says."""
    query = {"filter": f"title.search:{folded(title)}", "per-page": 5}
    answer = json_of(subject.client.get(subject.client.url("openalex", "works", query)))
    for work in tree.mappings(answer, "results"):
        pages = [tree.text(one, "landing_page_url") for one in tree.mappings(work, "locations")]
        numbers = {
            found.work.value for page in pages if (found := Identifier.at(page)) and found.kind == "arxiv"
        }
        doi = Identifier.parse("doi", tree.text(work, "doi"))
        if preprint.number and preprint.number in numbers and doi and "arxiv" not in doi.value.lower():
            paper = crossref.works(subject.client, [doi.value])
            return next((crossref.record_of(one) for one in paper.values()), None), None
    return None, None


def _of_dblp(subject: Subject, preprint: _Preprint, title: str) -> tuple[Record | None, float | None]:
    query = {"q": folded(title), "format": "json", "h": 5}
    answer = json_of(
        subject.client.get(subject.client.url("dblp", "search/publ/api", query), "application/json")
    )
    for record in dblp.read_json(answer).records:
        score = fits(preprint.work.item, record.item)
        if score and record.type in ("article-journal", "paper-conference"):
            return record, score
    return None, None


def best(subject: Subject, work: Publication) -> tuple[Record | None, float | None]:
    """The first published work that Crossref finds by title and author and that fits, with its score."""
    text = f"{title_of(work.item)} {' '.join(surnames(work.item)[:1])}"
    for found in crossref.search(subject.client, text):
        if tree.text(found, "type") == "posted-content" or not tree.texts(found, "title"):
            continue
        record = crossref.record_of(found)
        if score := fits(work.item, record.item):
            return record, score
    return None, None


def fits(one: Item, other: Item) -> float:
    """The score of two titles that may be one, 0 where titles, authors or years say no."""
    score = similarity(one, other)
    here, there = one.dates.get("issued"), other.dates.get("issued")
    apart = abs((here.year or 0) - (there.year or 0)) if here and there and here.year and there.year else 0
    people = bool(surnames(one) and surnames(other)) and same_people(one, other)
    return score if score >= LEAST and people and apart <= 3 else 0.0


def _proposed(
    subject: Subject, preprint: _Preprint, new: NewEntry, source: str, score: float | None
) -> Iterator[Proposal]:
    """The entry as that of the paper; where the file has the paper, the two are related."""
    (paper,), _ = publications(loads(written([new])))
    fit = subject.library.known.find(paper)
    if fit is not None and not fit.version and fit.work is not preprint.work:
        if fit.work.key not in preprint.work.related and preprint.work.key not in fit.work.related:
            related = {"related": fit.work.key, "relatedtype": "version"}
            yield Proposal(
                rules.PUBLISHED_VERSION,
                f"is the preprint of {fit.work.key}",
                source,
                preprint.entry,
                "",
                related,
            )
        return
    if of_kind(paper, "doi") and of_kind(paper, "doi") == of_kind(preprint.work, "doi"):
        return
    where = plain(paper.item.variables.get("container-title", ""))
    year = year_of(paper.item)
    message = f"is published{f' in {where}' if where else ''}{f' ({year})' if year else ''}"
    fields = changes(preprint.entry, preprint.number, new.fields)
    kind = new.type if new.type != preprint.entry.type else ""
    yield Proposal(rules.PUBLISHED_VERSION, message, source, preprint.entry, kind, fields, None, score)


def changes(entry: Entry, number: str, paper: Mapping[str, str]) -> dict[str, str | None]:
    """What of a preprint's entry changes; its key, title, authors and all that is its owner's stay.

    What only says where the preprint is goes, and its number is kept in ``eprint``.
    """
    taken = {name: value for name, value in paper.items() if name in _TAKEN}
    fields: dict[str, str | None] = dict(in_dialect(entry, taken))
    for name in _MAY_SAY:
        if name in entry.fields and name not in fields and _SERVERS.search(entry.get(name)):
            fields[name] = None
    if number and "eprint" not in entry.fields:
        biblatex = "journaltitle" in entry.fields or "date" in entry.fields
        fields |= {"eprint": number, ("eprinttype" if biblatex else "archiveprefix"): "arXiv"}
    return {name: value for name, value in fields.items() if value is None or value != entry.get(name)}
