"""Preprints: the number of arXiv's in whichever field it stands, and what an entry on a server becomes.

In the shapes of arXiv's own export, Google Scholar, DBLP, INSPIRE, ADS, Mendeley and Zotero.  A preprint has
the variables that Zotero gives it, which APA, IEEE and Chicago print: the type ``article``, the server as
``publisher`` and ``arXiv:2401.01234`` as ``number``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist.bibtex.entry import Entry
from publist.bibtex.latex import decode, verbatim
from publist.convert import mapping
from publist.identifiers import Identifier
from publist.item import Date, Item
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import plain

_NUMBER = r"(?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?"
# A number that is said to be arXiv's: "arXiv preprint arXiv:2401.01234", "arxiv.org/abs/math/0612862".
_SAID = pattern(
    rf"arxiv(?:\.org)?[\s:.,/-]*(?:(?:(?:pre-?print|e-?prints?|abs|pdf|html|id)\b[\s:.,/-]*)?(?:arxiv\b[\s:.,/-]*)?)"
    rf"(?P<number>{_NUMBER})(?![\d.]\d)",
    re.IGNORECASE,
)
_VOLUMES_OWN = pattern(r"[Ii]n Proceedings [^,]*, arXiv:\S+")  # EPTCS's comment on each of its papers
_BARE = pattern(rf"(?:abs/|arxiv:\s*|p\.\s*)?(?P<number>{_NUMBER})(?:\s*\[[^\]]*\])?", re.IGNORECASE)
# Fields that may say the number, and those that hold it bare where the journal is arXiv's.
_SAYING = (
    "journal journaltitle fjournal booktitle howpublished note addendum number volume pages eid url doi"
    " publisher series type institution organization pubstate ee link key annote archive"
).split()
# Where a venue stands, and what may name a server in its absence.
_VENUES = ("journal", "journaltitle", "fjournal", "booktitle")
_OTHER_VENUES = ("publisher", "howpublished", "institution", "organization", "note", "_venue")
_HOLDING = ("volume", "number", "pages", "eid", "eprint", "issue", "articleno")

# A ``_venue`` that is none, and a journal that is none.
_KINDS = frozenset({"technical report", "tech report", "report", "manuscript", "book"})
_KIND_BEHIND = pattern(r"(?<=\w)\s+[(\[](?P<kind>pre-?print)[)\]]$", re.IGNORECASE)
_KIND_AT = pattern(r"(?P<kind>pre-?print|manuscript)[,:;]? \(?available \w+:? (?:http|www)", re.IGNORECASE)
_KINDS_AS_JOURNAL = frozenset({"preprint", "pre-print", "working paper", "manuscript", "draft", "mimeo"})
# What a journal, book or publisher is called that is a server: its name, and what may follow.
_SERVERS = {
    "arXiv": r"(?:arxiv(?:\.org)?|corr(?! insights)|computing research repository)\b.*",
    "bioRxiv": r"bior[xχ]iv\b.*",
    "medRxiv": r"medrxiv\b.*",
    "ChemRxiv": r"chemrxiv\b.*",
    "PsyArXiv": r"psyarxiv\b.*",
    "SocArXiv": r"socarxiv\b.*",
    "EarthArXiv": r"eartharxiv\b.*",
    "TechRxiv": r"techrxiv\b.*",
    "engrXiv": r"engrxiv\b.*",
    "SSRN": r"(?:available at )?ssrn\b(?! journal of).*|social science research network",
    "Research Square": r"research ?square\b.*",
    "Preprints.org": r"preprints(?:\.org\b.*)?",
    "PeerJ Preprints": r"peerj pre-?prints\b.*",
    "OSF Preprints": r"osf(?:\.io| preprints?)?",
    "ESS Open Archive": r"ess(?: open archive|oar)\b.*",
    "Cryptology ePrint Archive": r"(?:iacr )?cryptol(?:ogy|\.) e-?print arch(?:ive)?\b.*",
}  # fmt: skip
# The DOIs of servers, by how they begin.
PREFIXES = {
    "10.7287/peerj.preprints.": "PeerJ Preprints",
    "10.26434/chemrxiv": "ChemRxiv",
    "10.31234/osf.io/": "PsyArXiv",
    "10.31235/osf.io/": "SocArXiv",
    "10.31219/osf.io/": "OSF Preprints",
    "10.31223/": "EarthArXiv",
    "10.36227/techrxiv.": "TechRxiv",
    "10.21203/rs.": "Research Square",
    "10.20944/preprints": "Preprints.org",
    "10.2139/ssrn.": "SSRN",
}
# Both servers of Cold Spring Harbor: medRxiv's numbers have eight digits.
_COLD_SPRING = pattern(r"10\.1101/(?:20\d\d\.\d\d\.\d\d\.)?(\d{5,8})(?!\d)")
_SERVER = pattern(
    r"(?:(?:e-?print|pre-?print|submitted|posted|available|published|in|at|on|to|the|under review)[\s:,]+)*"
    rf"(?:{'|'.join(f'({shape})' for shape in _SERVERS.values())})",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = tuple(_SERVERS)
# What is called a server has one of these in its name.
_OF_SERVERS = (
    "xiv",
    "bior",
    "corr",
    "computing research",
    "ssrn",
    "social science",
    "square",
    "preprint",
    "pre-print",
    "osf",
    "open archive",
    "essoar",
    "eprint",
    "e-print",
)
_OTHER_SERVER = pattern(r"(\w+[rx]xiv)(?: \(?pre-?prints?\)?)?", re.IGNORECASE)
_STATE_BEHIND = pattern(  # "medRxiv, in press Journal of Lakes"
    r"[,;(]\s*((?:in press|accepted|to appear|submitted|under review)\b[^()]*)\)?$", re.IGNORECASE
)
_MONTH_AS_PAGES = pattern(r"20\d\d\W+(?:0[1-9]|1[0-2])")  # Scholar's pages of bioRxiv: "2022--04"
# A note that says no more than that the work is there.
_ONLY = pattern(
    rf"(?:[\s.,;:()\[\]/-]|(?:e-?print|pre-?print|on|at|in|the|see|also|available|arxiv(?:\.org)?|abs|pdf|id|as|and|https?"
    rf"|e-?prints|[a-z-]+\.[a-z]{{2,3}}|(?:cs|math|stat|physics|eess|econ|quant-ph|astro-ph|hep-\w+|gr-qc|nucl-\w+)\b"
    rf"|{_NUMBER})\b)+",
    re.IGNORECASE,
)
_JOURNAL = pattern(r"\b(?:journal|letters|transactions|magazine|review|annals|bulletin)\b", re.IGNORECASE)
_SAYS_NOTHING = frozenset({"unpublished", "preprint", "pre-print", "eprint", "e-print"})
# Types that a preprint has in files; a thesis, a book or a numbered report with an eprint stays what it is.
_MAY_BE = frozenset("article article-journal document webpage manuscript paper-conference".split())


# Numbers of other servers in words, and what an address there has in it.
_IN_WORDS = tuple(
    (kind, host, pattern(expression, re.IGNORECASE))
    for kind, host, expression in (
        ("ssrn", "ssrn.", r"\bssrn(?: (?:working paper|abstract|id|no\.?|#))*[ :=]{1,2}(\d{6,8})\b"),
        ("iacr", "iacr.org", r"\be-?print arch\w*\W+(?:report |paper )?(\d{4}/\d{1,5})\b"),
    )
)
_NUMBERED = {"ssrn": "SSRN", "iacr": "IACR ePrint"}


class Deposit(NamedTuple):
    """What an entry says of servers of preprints.

    ``eprint`` is what its ``eprint`` is, ``arxiv`` its number of arXiv's in whichever field, e.g.
    ``2401.01234`` of DBLP's ``volume = {abs/2401.01234}``, ``server`` where it says that it is published,
    e.g. ``arXiv``, "" for any other venue.
    """

    eprint: Identifier | None
    arxiv: Identifier | None
    server: str

    @classmethod
    def of(cls, entry: Entry) -> Deposit:
        """What the entry's fields say."""
        eprint, server = _eprint(entry) or _in_words(entry), _server_of(entry)
        is_arxiv = eprint is not None and eprint.kind == "arxiv"
        return cls(eprint, eprint if is_arxiv else _arxiv(entry, server), server)


def _arxiv(entry: Entry, server: str) -> Identifier | None:
    fields = entry.fields
    for name in ("arxiv", "arxivid", "arxiv_id"):
        if name in fields and (found := Identifier.parse("arxiv", verbatim(fields[name].value))):
            return found
    for name in filter(fields.__contains__, _SAYING):
        value = fields[name].value
        if "rxiv" in value.lower() and (match := _SAID.search(_VOLUMES_OWN.sub("", _readable(value)))):
            return Identifier("arxiv", match["number"])
    if server == "arXiv":
        for name in _HOLDING:
            if match := _BARE.fullmatch(_readable(entry.get(name)).strip()):
                return Identifier("arxiv", match["number"])
    return None


def _eprint(entry: Entry) -> Identifier | None:
    """What ``eprint`` is by its ``eprinttype``; without one it is arXiv's or unknown.

    An old number of arXiv's may have its archive in ``primaryclass``, as Mendeley writes it.
    """
    value = verbatim(entry.get("eprint"))
    if not value:
        return None
    typed = (entry.get("eprinttype") or entry.get("archiveprefix")).strip().strip("{}").lower()
    kind = mapping.EPRINT_KINDS.get(typed or "arxiv")
    if kind is None:
        return None
    if kind == "pmcid" and value.isdecimal():
        value = f"PMC{value}"
    identifier = Identifier.parse(kind, value)
    if identifier is None and kind == "arxiv":
        identifier = Identifier.parse(kind, f"{verbatim(entry.get('primaryclass'))}/{value}")
    return identifier


def _in_words(entry: Entry) -> Identifier | None:
    """The number in a venue or note, where no field has its address: ``Available at SSRN 1234567``."""
    fields = entry.fields
    for name in filter(fields.__contains__, (*_VENUES, "howpublished", "note")):
        low = fields[name].value.lower()
        for kind, host, expression in _IN_WORDS if "ssrn" in low or "print" in low else ():
            match = expression.search(_readable(fields[name].value))
            if match and not any(host in field.value.lower() for field in fields.values()):
                return Identifier(kind, match[1])
    return None


def _server_of(entry: Entry) -> str:
    fields = entry.fields
    for name in filter(fields.__contains__, _VENUES):
        if (value := fields[name].value.strip()) and value not in ("{}", "."):
            return _server(value)
    for name in filter(fields.__contains__, _OTHER_VENUES):
        if server := _server(fields[name].value):
            return server
    return _by_doi(entry)


def _by_doi(entry: Entry) -> str:
    """The server whose DOI the entry has, whatever Crossref has for its publisher (SSRN: "Elsevier BV")."""
    return _server_of_doi(verbatim(entry.get("doi")))


def _server_of_doi(doi: str) -> str:
    doi = doi.lower()
    if not doi:
        return ""
    found = next((server for prefix, server in PREFIXES.items() if prefix in doi), "")
    if not found and (number := _COLD_SPRING.search(doi)):
        return "medRxiv" if len(number[1]) == 8 else "bioRxiv"
    return found


@lru_cache(maxsize=4096)  # venues come again and again
def _server(value: str) -> str:
    """The server that a venue is, in LaTeX or as text; "" for any other."""
    low = " ".join(value.lower().replace("{", "").replace("}", "").split())
    if not any(map(low.__contains__, _OF_SERVERS)):
        return ""
    value = _readable(value).strip(" .,")
    low = value.lower()
    if (known := _SERVER.fullmatch(value)) and known.lastindex:
        return _NAMES[known.lastindex - 1]
    other = _OTHER_SERVER.fullmatch(value) if "xiv" in low else None
    return other[1] if other else ""


def _readable(value: str) -> str:
    return plain(decode(value).text) if value else ""


_OF_REPORTS = frozenset({"publisher", "number", "container-title", "collection-title"})


def settle(entry: Entry, item: Item, deposit: Deposit) -> None:
    """Make an item a preprint where its entry is one: its type, server and number, and no other venue."""
    eprint, arxiv, server = deposit
    if not server:
        _kind_as_journal(item)
    venue = "container-title" in item.variables
    if not server and not venue:  # its DOI may stand in its address alone
        server = _server_of_doi(plain(item.variables.get("DOI", "")))
    said = entry.get("_venue").strip()
    if said and said.lower() not in _KINDS and not _server(said) and _is_elsewhere(item):
        _appeared(item)
        return
    named = item.type in ("report", "book", "speech") and server == "arXiv" and (arxiv is not None or venue)
    others = item.variables.keys() & _OF_REPORTS
    of_server = server != "arXiv" and others == {"publisher"}  # as Zotero and Mendeley have preprints
    bare = item.type == "report" and (not others if arxiv is not None else of_server)
    may_be = item.type in _MAY_BE or named or bare
    if not may_be or not (server or (arxiv is not None and not venue and _unplaced(item))):
        if arxiv is not None:
            _without_note(item)
        return
    if item.type == "report":
        item.variables.pop("genre", None)  # "Technical report"
    item.type = "article"
    for variable in ("container-title", "container-title-short", "medium"):
        if _server(words := plain(item.variables.get(variable, ""))):
            item.variables.pop(variable)
            if behind := _STATE_BEHIND.search(words):
                item.variables.setdefault("status", behind[1])
            if "10." in words and (doi := Identifier.parse("doi", words[words.index("10.") :].rstrip(" .)"))):
                item.variables.setdefault("DOI", doi.value)
    if arxiv is not None:
        number, server = str(arxiv), "arXiv"
        _dated(item, arxiv.value)
        if plain(item.variables.get("genre", "")).lower() in _KINDS_AS_JOURNAL:
            del item.variables["genre"]
        if "semanticscholar.org/" in plain(item.variables.get("URL", "")):
            item.variables["URL"] = arxiv.url
        for variable in ("volume", "issue", "page", "number", "collection-title"):
            item.variables.pop(variable, None)
        _without_note(item)
    else:
        number = _server_number(item, server)
        if venue and eprint is not None and eprint.kind in _NUMBERED:
            number = f"{_NUMBERED[eprint.kind]} {eprint.value}"
        _without_server_note(item, server)
        issued = item.dates.get("issued")
        if issued and plain(item.variables.get("volume", "")) == str(issued.year):  # Authorea's
            del item.variables["volume"]
            item.variables.pop("issue", "")
    if venue or arxiv is not None or "publisher" not in item.variables or _by_doi(entry):
        item.variables["publisher"] = server
        item.variables.pop("publisher-place", None)
    if number:
        item.variables["number"] = number
    elif venue:
        item.variables.pop("number", None)


def _dated(item: Item, number: str) -> None:
    """Of a preprint without a year and a state, arXiv's number says when it came: 2017 for ``1705.09190``."""
    issued, stamp = item.dates.get("issued"), number.rpartition("/")[2]
    if (issued is None or issued.year is None) and "status" not in item.variables and stamp[:2].isdecimal():
        item.dates["issued"] = Date(parts=((int(stamp[:2]) + (1900 if stamp[0] == "9" else 2000),),))


def _kind_as_journal(item: Item) -> None:
    """``journal = {preprint}`` is what kind of work it is, as is what ``EGUsphere [preprint]`` ends in."""
    if item.type != "article-journal":
        return
    words = plain(item.variables.get("container-title", ""))
    low = words.lower()
    behind = _KIND_BEHIND.search(words) if low.endswith(("print)", "print]")) else None
    at = _KIND_AT.match(words) if "available" in low else None
    kind = behind["kind"] if behind else at["kind"] if at else words
    if kind.lower() in _KINDS_AS_JOURNAL:
        item.type = "article"
        item.variables["genre"] = kind[0].upper() + kind[1:]
        del item.variables["container-title"]
        if behind:
            item.variables["publisher"] = words[: behind.start()]


def _is_elsewhere(item: Item) -> bool:
    """Whether ``_venue`` is the only venue of a work beside the server."""
    variables = item.variables
    if item.type not in _MAY_BE or "container-title-short" not in variables:
        return False
    return "container-title" not in variables or bool(_server(plain(variables["container-title"])))


def _appeared(item: Item) -> None:
    """Of a work on a server the page says in ``_venue`` where it appeared."""
    shown = item.variables.pop("container-title-short")
    item.type = "article-journal" if _JOURNAL.search(plain(shown)) else "paper-conference"
    item.variables["container-title"] = shown


def _without_server_note(item: Item, server: str) -> None:
    """Drop a note that only names the server: ``bioRxiv preprint``."""
    note = plain(item.variables.get("note", "")).strip(" .()").lower()
    if note.removeprefix(server.lower()).strip(" .:,-()") in {*_SAYS_NOTHING, ""}:
        item.variables.pop("note", None)


def _unplaced(item: Item) -> bool:
    """Whether an entry with a number of arXiv's and no journal has no other venue either."""
    if "status" in item.variables:
        return True  # "under review": not yet anywhere
    return item.type != "paper-conference" and "event-title" not in item.variables


def _server_number(item: Item, server: str) -> str:
    """The number of a work on another server, which exporters put among its pages or volumes."""
    pages = plain(item.variables.get("page", ""))
    issued = item.dates.get("issued")
    if server.startswith("Cryptology") and pages.isdecimal() and issued:  # DBLP's
        item.variables.pop("page")
        item.variables.pop("volume", None)
        return f"{_NUMBERED['iacr']} {issued.year}/{pages}"
    if re.fullmatch(r"(?:10\.\d+/)?[\d.]{5,}(?:v\d+)?|e\d+v\d+", pages):
        item.variables.pop("page")
        item.variables.pop("volume", None)
        return f"{server}{' ' if ' ' in server else ':'}{pages}"
    if _MONTH_AS_PAGES.fullmatch(pages):
        item.variables.pop("page")
    return ""


def _without_note(item: Item) -> None:
    """Drop a note that says no more than that the work is on arXiv, or a preprint."""
    note = plain(item.variables.get("note", ""))
    bare = note.strip(" .()").lower()
    if bare in _SAYS_NOTHING or ("arxiv" in bare and len(note) < 150 and _ONLY.fullmatch(note)):
        item.variables.pop("note")
