"""Rules about where links lead."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from publist import rules
from publist.check.work import Checked
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Problem
from publist.url import same_target, without_tracking

_ADDRESS = pattern(r"https?://[^\s{}\"<>]+", re.IGNORECASE)
# Fields whose address is the work itself; many works may share code, data and a project's page.
_OF_THE_WORK = ("url", "doi", "eprint", "arxiv", "pdf", "html", "paper", "ee")
_SHELF = pattern(r"/(?:series|journals?|books?|proceedings|conferences?|events?)/[^/]+$", re.IGNORECASE)
_DEPTH = 2  # an address with fewer steps is a site or a journal, not a work
_IN_COMMON = 0.5  # of the words of two titles: versions of one work are renamed


def tracking(works: Sequence[Checked]) -> Iterator[Problem]:
    """A parameter that only says where a reader came from, such as ``utm_source``."""
    for work in works:
        for name, field in work.entry.fields.items():
            for match in _ADDRESS.finditer(field.value if "?" in field.value else ""):
                url = match[0].replace("\\", "")
                if (clean := without_tracking(url)) != url.rstrip("?"):
                    edits = () if "\\" in match[0] else work.edits(name, (*match.span(), clean))
                    yield work.problem(rules.TRACKING, f"write {clean}", name, match[0], edits)


def doubled_link(works: Sequence[Checked]) -> Iterator[Problem]:
    """``url`` or ``ee`` is only the address of the DOI or of the arXiv number that the entry has as well."""
    for work in works:
        for name in ("url", "ee"):
            value = work.entry.get(name).strip()
            if not value or not (own := _RESOLVED.fullmatch(value)):
                continue
            doubled = next((one for one in _identifying(work) if _is(own[1], work.entry.get(one), one)), "")
            if doubled:
                message = f"the address of {doubled}, which stands there as well; remove it"
                yield work.problem(rules.DOUBLED_LINK, message, name, edits=work.removal(name))


# Where a DOI or the newest version of a preprint leads by itself.
_RESOLVED = pattern(r"https?://(?:(?:dx\.)?doi\.org|(?:www\.)?arxiv\.org/abs)/(\S+)", re.IGNORECASE)


def _identifying(work: Checked) -> tuple[str, ...]:
    """The fields from which any program makes a link: an eprint only beside the name of its server."""
    server = work.entry.get("archiveprefix") or work.entry.get("eprinttype")
    return ("doi", "eprint") if server.strip().lower() == "arxiv" else ("doi",)


def _is(text: str, value: str, name: str) -> bool:
    kind = "doi" if name == "doi" else "arxiv"
    one, two = Identifier.parse(kind, text), Identifier.parse(kind, value.strip())
    return one is not None and two is not None and one.value.lower() == two.value.lower()


_SITE = pattern(r"(https?)://([^/\s{}\"<>]+)", re.IGNORECASE)


def insecure_link(works: Sequence[Checked]) -> Iterator[Problem]:
    """``http`` to a site to which another link leads by ``https``."""
    secure: set[str] = set()
    others: list[tuple[Checked, str, str, str]] = []
    for work in works:
        for name, field in work.entry.fields.items():
            for match in _SITE.finditer(field.value) if "http" in field.value and name in _LINKS else ():
                site = match[2].lower()
                if match[1].lower() == "https":
                    secure.add(site)
                else:
                    others.append((work, name, site, match[0]))
    for work, name, site, found in others:
        if site in secure:
            yield work.problem(rules.INSECURE_LINK, f"elsewhere https://{site}; write https", name, found)


_LINKS = (
    *_OF_THE_WORK,
    "code",
    "github",
    "slides",
    "video",
    "project",
    "website",
    "demo",
    "data",
    "poster",
    "link",
)
_ARXIV = pattern(r"arxiv\.org/(abs|pdf|html)/", re.IGNORECASE)
_SOME_LINKS = 4


def mixed_links(works: Sequence[Checked]) -> Iterator[Problem]:
    """Links to arXiv in one field lead to the page of some works (``abs``) and to the PDF of others."""
    fields: defaultdict[tuple[str, str], list[tuple[Checked, str]]] = defaultdict(list)
    for work in works:
        for name in ("url", "paper", "link", "arxiv"):
            if match := _ARXIV.search(work.entry.get(name)):
                fields[work.publication.file, name].append((work, match[1].lower()))
    for (_, name), several in fields.items():
        counts = Counter(form for _, form in several)
        usual, most = counts.most_common(1)[0]
        rare = [(work, form) for work, form in several if form != usual]
        if len(several) >= _SOME_LINKS and rare:
            keys = ", ".join(work.publication.key for work, _ in rare[:_SHOWN])
            more = f" and {len(rare) - _SHOWN} more" if len(rare) > _SHOWN else ""
            message = f"{most} links to arXiv are of the form {usual}, these are not: {keys}{more}"
            yield rare[0][0].problem(rules.MIXED_LINKS, message, name, f"arxiv.org/{rare[0][1]}/")


_SHOWN = 5  # keys in a message


def no_address(works: Sequence[Checked]) -> Iterator[Problem]:
    """The field ``url`` has a text that is no address: no dot and no slash, or several words."""
    for work in works:
        value = work.entry.get("url").strip()
        is_word = not any(sign in value for sign in "./\\#")
        if value and (is_word or (" " in value and not _SITE.search(value) and "\\" not in value)):
            yield work.problem(rules.NO_ADDRESS, f"{value[:40]} is no address; correct or remove it", "url")


def shared_identifier(works: Sequence[Checked]) -> Iterator[Problem]:
    """Works of different titles lead to one DOI or arXiv number: one of the links is another's."""
    for work, other, name, target in _shared(works):
        if target.identifier:
            message = f"{target.text} is that of {other.publication.key} too (line {other.publication.line}),"
            message += " another work; correct one of the two"
            yield work.problem(rules.SHARED_IDENTIFIER, message, name)


def same_link(works: Sequence[Checked]) -> Iterator[Problem]:
    """Works of different titles have one address; works of one venue may both lead to its page."""
    for work, other, name, target in _shared(works):
        venue = work.text("container-title")
        if not target.identifier and (not venue or venue != other.text("container-title")):
            message = f"the link of {other.publication.key} too (line {other.publication.line}); correct one"
            yield work.problem(rules.SAME_LINK, message, name)


class _Target:
    """Where a link leads, to compare by; ``identifier`` says whether it is a DOI or an arXiv number."""

    def __init__(self, name: str, value: str) -> None:
        found = Identifier.at(value)
        if name == "doi":
            found = Identifier.parse("doi", value)
        elif name in ("eprint", "arxiv"):
            found = Identifier.parse("arxiv", value)
        self.text = same_target(found.url if found else value)
        self.identifier = bool(re.match(r"10\.|\d{4}\.\d{4,5}|[a-z-]+/\d{7}", self.text))

    def __bool__(self) -> bool:
        if self.identifier:
            return "(issn)" not in self.text  # a journal's page at Wiley
        return self.text.count("/") >= _DEPTH and "#" not in self.text and not _SHELF.search(self.text)


def _shared(works: Sequence[Checked]) -> Iterator[tuple[Checked, Checked, str, _Target]]:
    """Each work with the first one that has the same address and another title."""
    first: dict[str, Checked] = {}
    for work in works:
        said: set[str] = set()
        for name in _OF_THE_WORK:
            value = work.entry.get(name).strip()
            target = _Target(name, value) if value and (":" in value or name in _OF_THE_WORK[1:4]) else None
            if not target or target.text in said:
                continue
            said.add(target.text)
            other = first.setdefault(target.text, work)
            if other is not work and _differ(work, other):
                yield work, other, name, target


def _differ(work: Checked, other: Checked) -> bool:
    one, two = set(work.title.split()), set(other.title.split())
    return bool(one and two) and len(one & two) < _IN_COMMON * min(len(one), len(two))


CHECKS = (
    tracking, doubled_link, insecure_link, mixed_links, no_address, shared_identifier, same_link,
)  # fmt: skip
