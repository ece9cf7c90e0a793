"""The table of servers to import from: what one is asked for, in which shapes, and how.

A request is a name with a colon, ``orcid:0000-0002-1825-0097``, or an address at which a browser shows the
same.  What a server answers is read by the parsers of files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from publist.errors import InputError
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.sources import (
    ads,
    arxiv,
    crossref,
    csl,
    dblp,
    inspire,
    openalex,
    orcid,
    pubmed_xml,
    tree,
    zotero,
)
from publist.sources.answers import json_of, xml_of
from publist.sources.batch import Batch
from publist.sources.crossref import Progress, quiet

if TYPE_CHECKING:
    from publist.sources.record import Record
    from publist.web import Answer, Client

_PAGES = 200  # of one request; 200 works on each are more than one person writes
_AT_ONCE = 100  # works of ORCID's and PubMed's in one request


class Request(NamedTuple):
    """What is asked of whom, e.g. ``Request("orcid", "0000-0002-1825-0097")``."""

    source: str
    what: str

    def __str__(self) -> str:
        return f"{self.source}:{self.what}"


class Server(NamedTuple):
    """A source on the net: the shape of what it is asked for, an example, and who asks."""

    shape: re.Pattern[str]
    example: str
    ask: Callable[[Client, str, Progress], Batch]


def request_of(text: str) -> Request | None:
    """What a text asks for; None for the name of a file.

    Raises InputError for a name or an address that no server of the table has.

    >>> request_of("https://orcid.org/0000-0002-1825-0097")
    Request(source='orcid', what='0000-0002-1825-0097')
    """
    if Identifier.parse("orcid", text):
        text = f"orcid:{text}"
    source, colon, what = text.partition(":")
    source = source.lower()
    if colon and source in ("http", "https"):
        return _at(text)
    if not colon or source not in SERVERS:
        return None
    what = _bare(source, what.strip())
    if not SERVERS[source].shape.fullmatch(what):
        raise InputError(f"is nothing that {source} knows; write e.g. {SERVERS[source].example}", file=text)
    return Request(source, what)


def _bare(source: str, what: str) -> str:
    """The identifier without an address or a name around it."""
    kind = {"orcid": "orcid", "doi": "doi", "arxiv": "arxiv", "pubmed": "pmid"}.get(source)
    found = Identifier.parse(kind, what) if kind else None
    return found.value if found else what


# Addresses that a browser shows, and what they ask for.
_ADDRESSES = tuple(
    (pattern(rf"https?://(?:www\.)?{shape}(?:[?#].*)?", re.IGNORECASE), source, form)
    for shape, source, form in (
        (r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?", "orcid", "{}"),
        (r"dblp\.(?:org|uni-trier\.de)/pid/([\w/-]+?)(?:\.\w+)?", "dblp", "{}"),
        (r"inspirehep\.net/(?:api/)?literature/(\d+)", "inspire", "{}"),
        (r"inspirehep\.net/(?:api/)?authors/(\d+)", "inspire", "authors/{}"),
        (r"(?:api\.|explore\.)?openalex\.org/(?:authors/|works/)?([aw]\d+)", "openalex", "{}"),
        (r"zotero\.org/groups/(\d+)(?:/[^/]+)?(?:/library)?/?", "zotero", "groups/{}"),
        (r"zotero\.org/groups/(\d+)(?:/[^/]+)?/collections/(\w+)(?:/.*)?", "zotero", "groups/{}/{}"),
        (r"api\.zotero\.org/users/(\d+)(?:/items.*)?", "zotero", "{}"),
        (r"api\.zotero\.org/users/(\d+)/collections/(\w+)(?:/.*)?", "zotero", "{}/{}"),
        (r"ui\.adsabs\.harvard\.edu/abs/([^/]+)(?:/.*)?", "ads", "{}"),
        (r"ui\.adsabs\.harvard\.edu/(?:user/libraries|public-libraries)/([\w-]+)", "ads", "library/{}"),
        (r"arxiv\.org/a/(\w+?)(?:\.\w+)?", "arxiv", "{}"),
    )
)  # fmt: skip
_KINDS = {"doi": "doi", "arxiv": "arxiv", "pmid": "pubmed"}


def _at(url: str) -> Request:
    for shape, source, form in _ADDRESSES:
        if match := shape.fullmatch(url):
            return Request(source, form.format(*(unquote(part) for part in match.groups())))
    found = Identifier.at(url)
    if found is not None and found.kind in _KINDS:
        return Request(_KINDS[found.kind], found.value)
    advice = "save the page and give its file to publist adopt"
    if "//scholar.google." in url:  # which lets no program ask
        advice = "select all in the profile, export BibTeX, and import that file"
    raise InputError(f"is no address of {', '.join(SERVERS)}; {advice}", file=url)


def ask(client: Client, request: Request, progress: Progress = quiet) -> Batch:
    """The works that a server has.  Raises NetworkError, and InputError for an answer that is none."""
    found = SERVERS[request.source].ask(client, request.what, progress)
    if not found.records:
        raise InputError("has no works", file=str(request))
    for record in found.records:
        record.file = str(request)
    return found


def _orcid(client: Client, number: str, progress: Progress) -> Batch:
    data = json_of(client.get(client.url("orcid", f"{number}/record")))
    codes = orcid.preferred(data)
    for start in range(0, len(codes), _AT_ONCE):
        progress(start, len(codes))
        some = ",".join(codes[start : start + _AT_ONCE])
        details = json_of(client.get(client.url("orcid", f"{number}/works/{quote(some, safe=',')}")))
        orcid.with_details(
            data, [work for one in tree.mappings(details, "bulk") for work in tree.mappings(one, "work")]
        )
    found = orcid.read_json(data)
    _complete(client, found.records, progress)
    return found


def _complete(client: Client, records: list[Record], progress: Progress) -> None:
    """Give works that have no authors what Crossref knows by their DOI; what a record says stays."""
    bare = {
        str(one.variables["DOI"]).lower(): one for one in records if not one.names and "DOI" in one.variables
    }
    for doi, work in crossref.works(client, bare, progress).items() if bare else ():
        more = crossref.record_of(work)
        if (record := bare.get(doi)) is not None:
            record.names = more.names
            record.variables = {**more.variables, **record.variables}
            record.dates = {**more.dates, **record.dates}


def _dblp(client: Client, pid: str, _: Progress) -> Batch:
    return dblp.read(xml_of(client.get(client.url("dblp", f"pid/{quote(pid)}.xml"), "application/xml")))


def _doi(client: Client, doi: str, _: Progress) -> Batch:
    """A work by its DOI: Crossref's, else of the agency that doi.org leads to (DataCite, mEDRA …)."""
    found = crossref.works(client, [doi])
    if found:
        return Batch([crossref.record_of(work) for work in found.values()])
    answer = client.get(client.url("doi", quote(doi, safe="/")))
    return csl.read_json(answer.data.decode("utf-8", errors="replace"), answer.url)


def _arxiv(client: Client, what: str, _: Progress) -> Batch:
    if Identifier.parse("arxiv", what.split(",")[0]):
        query = {"id_list": what, "max_results": what.count(",") + 1}
        return arxiv.read(xml_of(client.get(client.url("arxiv", "api/query", query))))
    return arxiv.read(xml_of(client.get(client.url("arxiv", f"a/{quote(what)}.atom2"))))


def _inspire(client: Client, what: str, progress: Progress) -> Batch:
    if what.isdecimal():
        return inspire.read(json_of(client.get(client.url("inspire", f"literature/{what}"))))
    if what.startswith("authors/"):
        person = json_of(client.get(client.url("inspire", what)))
        numbers = tree.mappings(person, "metadata", "ids")
        what = next(
            (tree.text(one, "value") for one in numbers if tree.text(one, "schema") == "INSPIRE BAI"), ""
        )
        if not what:
            raise InputError(
                "has no INSPIRE BAI in its answer; give that, e.g. inspire:J.Doe.1", file="inspire"
            )
    url = client.url("inspire", "literature", {"q": f"a {what}", "size": 100, "sort": "mostrecent"})
    found = Batch()
    for answer in _pages(client, url, lambda page: tree.text(json_of(page), "links", "next")):
        data = json_of(answer)
        found.records += inspire.read(data).records
        progress(len(found.records), _number(data, "hits", "total"))
    return found


def _openalex(client: Client, what: str, progress: Progress) -> Batch:
    if what[0] in "wW":
        return openalex.read(json_of(client.get(client.url("openalex", f"works/{what}"))))
    who = "orcid" if "-" in what else "id"
    query = {"filter": f"authorships.author.{who}:{what}", "per-page": 200}

    def following(page: Answer) -> str:
        cursor = tree.text(json_of(page), "meta", "next_cursor")
        return client.url("openalex", "works", {**query, "cursor": cursor}) if cursor else ""

    found = Batch()
    for answer in _pages(client, client.url("openalex", "works", {**query, "cursor": "*"}), following):
        data = json_of(answer)
        some = openalex.read(data).records
        if not some:
            break
        found.records += some
        progress(len(found.records), _number(data, "meta", "count"))
    return found


def _zotero(client: Client, what: str, progress: Progress) -> Batch:
    match = SERVERS["zotero"].shape.fullmatch(what)
    assert match is not None  # noqa: S101 - request_of has asked
    library = f"{'groups' if match['group'] else 'users'}/{match['number']}"
    place = f"{library}/collections/{match['collection']}" if match["collection"] else library
    url = client.url("zotero", f"{place}/items/top", {"format": "json", "v": 3, "limit": 100})
    found = Batch()
    for answer in _pages(client, url, lambda page: page.next):
        found.records += zotero.read(json_of(answer)).records
        progress(len(found.records), len(found.records) + bool(answer.next))
    return found


_BIBCODE = pattern(r"\d{4}[A-Za-z][\w.&]{13}[A-Z.]")


def _ads(client: Client, what: str, progress: Progress) -> Batch:
    query = f'author:"{what}"'
    if _BIBCODE.fullmatch(what):
        query = f'bibcode:"{what}"'
    elif what.startswith("library/"):
        query = f"docs({what})"
    elif Identifier.parse("orcid", what):
        query = f"orcid:{what}"

    def page(start: int) -> str:
        return client.url(
            "ads",
            "search/query",
            {"q": query, "fl": ads.FIELDS, "rows": 200, "start": start, "sort": "date desc"},
        )

    found = Batch()
    while len(found.records) < 200 * _PAGES:
        data = json_of(client.get(page(len(found.records))))
        some = ads.read(data).records
        found.records += some
        progress(len(found.records), _number(data, "response", "numFound"))
        if not some or len(found.records) >= _number(data, "response", "numFound"):
            break
    return found


def _pubmed(client: Client, what: str, progress: Progress) -> Batch:
    """Works by their PMIDs, with commas between them, or those that a search finds."""
    numbers = re.split(r"[,\s]+", what)
    if not all(number.isdecimal() for number in numbers):
        query = {"db": "pubmed", "term": what, "retmax": 5000, "retmode": "json"}
        answer = json_of(client.get(client.url("pubmed", "esearch.fcgi", query), "application/json"))
        numbers = [number for number in tree.texts(answer, "esearchresult", "idlist") if number.isdecimal()]
    found = Batch()
    for start in range(0, len(numbers), _AT_ONCE):
        progress(start, len(numbers))
        query = {"db": "pubmed", "id": ",".join(numbers[start : start + _AT_ONCE]), "retmode": "xml"}
        found.records += pubmed_xml.read(
            xml_of(client.get(client.url("pubmed", "efetch.fcgi", query)))
        ).records
    return found


def _pages(client: Client, url: str, following: Callable[[Answer], str]) -> Iterator[Answer]:
    """The answer and those behind it, each once."""
    seen: set[str] = set()
    while url and url not in seen and len(seen) < _PAGES:
        seen.add(url)
        answer = client.get(url)
        yield answer
        url = following(answer)


def _number(data: object, *path: str) -> int:
    """A count in an answer; 0 for anything else."""
    text = tree.text(data, *path)
    return int(text) if text.isdecimal() and len(text) < 10 else 0


SERVERS: Mapping[str, Server] = {
    "orcid": Server(pattern(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"), "orcid:0000-0002-1825-0097", _orcid),
    "dblp": Server(pattern(r"[\w/-]{2,80}"), "dblp:65/9612", _dblp),
    "doi": Server(pattern(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/\w+"), "doi:10.1000/182", _doi),
    "arxiv": Server(
        pattern(r"(?:(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?,?)+|[a-z]+(?:_[a-z]+)*_\d+"),
        "arxiv:2401.01234, or an author's: arxiv:doe_j_1", _arxiv,
    ),
    "inspire": Server(
        pattern(r"\d{1,9}|[\w.'-]+\.\d+|authors/\d+"),
        "inspire:J.Doe.1, or a record: inspire:451647", _inspire,
    ),
    "openalex": Server(
        pattern(r"[AWaw]\d{1,15}|\d{4}-\d{4}-\d{4}-\d{3}[\dX]"), "openalex:A5023888391", _openalex
    ),
    "zotero": Server(
        pattern(
            r"(?P<group>groups/)?(?:users/)?(?P<number>\d{1,12})"
            r"(?:/(?:collections/)?(?P<collection>[A-Z0-9]{8}))?"
        ),
        "zotero:475425/9KH9TNSJ, or of a group: zotero:groups/4711", _zotero,
    ),
    "ads": Server(
        pattern(r"[^\"\\\x00-\x1f]{3,100}"), "ads:2019ApJ...875L...1E, ads:library/ID or ads:Doe, Jane", _ads
    ),
    "pubmed": Server(
        pattern(r"[^\x00-\x1f]{1,1000}"), "pubmed:31452104, or a search: pubmed:Doe J[Author]", _pubmed
    ),
}  # fmt: skip
"""By the name that stands before the colon."""
