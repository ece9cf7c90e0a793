"""One work as a source has it, on its way to a BibTeX entry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from publist.bibtex.dates import month_number, status_in
from publist.bibtex.writer import NewEntry
from publist.csl_json.markup import text_from_markup
from publist.identifiers import Identifier
from publist.item import Date, Item, Name
from publist.patterns import pattern
from publist.richtext import Text
from publist.url import safe_url

_TAGS = {"em": "i", "italic": "i", "strong": "b", "bold": "b", "scp": "sc"}
_KNOWN_TAG = pattern(r"<(/?)(?:\w+:)?(em|italic|strong|bold|scp|i|b|sup|sub|sc)(?:\s[^<>]*)?>", re.IGNORECASE)
_OTHER_TAG = pattern(
    r"</?(?:\w+:\w[\w-]*|a|br|p|div|font|h[1-6]|li|ol|small|span|style|tt|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_YEAR = pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMBERS = pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_WORD = pattern(r"[^\W\d_]{3,}")
_DAY = pattern(r"(?<!\d)(\d{1,2})(?!\d)")
_OPENING = pattern(r"(?<!\w)'")
_APOSTROPHE = pattern(r"(?<=\w)'")
# Addresses that lead nowhere but on the machine of whoever exported them.
_LOCAL = pattern(r"(?:file|internal-pdf|papers\d?|zotero|mendeley):|[A-Za-z]:\\")
_NAME = pattern(r"[^a-z0-9]+")
_LONGEST = 100_000  # characters of one value; an abstract has a few thousand


@dataclass(slots=True)
class Record:
    """One work: ``type`` and ``variables`` are CSL's, texts with CSL-JSON's tags.

    ``fields`` are BibTeX's beside them (links, marks, what the source alone has), ``key`` is a citation key
    that the source has, ``arxiv`` a number of arXiv's.  ``kept`` names the fields that have the source's own
    names, ``unplaced`` is what found no field at all; ``line`` counts from 1, 0 if it is not known.
    ``entry`` is that of a source in BibTeX, which is written as it is.
    """

    type: str = ""
    line: int = 0
    key: str = ""
    arxiv: str = ""
    variables: dict[str, Text] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    file: str = ""
    entry: NewEntry | None = None

    @property
    def item(self) -> Item:
        """The work as CSL knows it."""
        return Item("", self.type, dict(self.variables), dict(self.names), dict(self.dates))

    def put(self, variable: str, text: str, own_name: str = "") -> None:
        """Set a variable that is empty; another value of it is kept under ``own_name``."""
        value = cleaned(text)
        if not value:
            return
        if variable not in self.variables:
            self.variables[variable] = value
        elif own_name and self.variables[variable] != value:
            self.keep(own_name, text)

    def add(self, variable: str, text: str, separator: str = ", ") -> None:
        """Add to what a variable has, once, e.g. the second ISSN."""
        have, value = self.variables.get(variable, ""), " ".join(text.split())
        if isinstance(have, str) and value not in have.split(separator):
            self.variables[variable] = f"{have}{separator}{value}" if have else value

    def put_names(self, variable: str, names: Iterable[Name]) -> None:
        """Add names to a list."""
        if found := tuple(names):
            self.names[variable] = (*self.names.get(variable, ()), *found)

    def put_doi(self, text: str) -> None:
        """Set the DOI, in whatever shape; arXiv's own is its number."""
        if not text.strip() or self.put_arxiv(text):
            return
        doi = Identifier.parse("doi", text.strip()) or Identifier.find("doi", text)
        if doi and str(self.variables.get("DOI", "")).lower() != doi.value.lower():
            self.put("DOI", doi.value, "doi2")
        elif doi:
            return
        else:
            self.keep("doi_as_typed", text)

    def put_arxiv(self, text: str) -> bool:
        """Set arXiv's number, if the text is one."""
        number = Identifier.parse("arxiv", text.strip())
        if number and not self.arxiv:
            self.arxiv = number.value
        return number is not None

    def put_url(self, text: str) -> None:
        """Set the address: a DOI, a number of arXiv's or PubMed's as such; others beside it stay links."""
        url = text.strip()
        found = Identifier.at(url)
        if found and found.kind == "doi":
            self.put_doi(found.value)
        elif found and found.kind == "arxiv":
            self.put_arxiv(found.value)
        elif found and found.kind in ("pmid", "pmcid"):
            self.put(found.kind.upper(), found.value)
        elif _LOCAL.match(url):
            self.link("", url)
        elif url and "URL" not in self.variables and safe_url(url):
            self.variables["URL"] = url
        elif url and url != self.variables.get("URL"):
            self.link("url_more", url)

    def link(self, name: str, url: str) -> None:
        """A link beside the citation, e.g. ``code``; an address that may be no link is named."""
        if url.strip() in ("", "#", self.variables.get("URL")):
            return
        if _LOCAL.match(url):
            self.keep("file", url)
            return
        safe = safe_url(url)
        if safe is None:
            self.unplaced.append(f"{name}: {url}")
        elif safe not in self.fields.values():
            self.fields[self._free(name)] = safe

    def put_date(self, text: str, variable: str = "issued") -> None:
        """Set the date, or make one that is there more exact; a state such as ``in press`` is one."""
        date = date_of(text)
        if date is None:
            if status_in(text):
                self.put("status", text)
            elif text.strip():
                self.keep("date_as_typed", text)
            return
        have = self.dates.get(variable)
        if have is None or (have.year == date.year and len(have.parts[0]) < len(date.parts[0])):
            self.dates[variable] = date

    def keep(self, name: str, text: str) -> None:
        """Keep what BibTeX has no field for under the source's own name, e.g. ``ris_c1``."""
        value = " ".join(text.split())
        if not value:
            return
        if len(value) > _LONGEST:
            self.unplaced.append(f"{name} ({len(value)} characters)")
            return
        name = self._free(_NAME.sub("_", name.lower()).strip("_") or "unnamed")
        self.fields[name] = value
        self.kept.append(name)

    def _free(self, name: str) -> str:
        number, free = 2, name
        while free in self.fields:
            free, number = f"{name}{number}", number + 1
        return free


def cleaned(text: str) -> Text:
    """Text of a source as rich text: entities decoded, white space joined, tags of other kinds dropped.

    >>> cleaned("On  <em>E. coli</em> &amp; more")
    ('On ', Span(style='italic', children=('E. coli',)), ' & more')
    """
    text = " ".join(text[: _LONGEST * 10].split())
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "'" in text and not _OPENING.search(text):
        text = _APOSTROPHE.sub("’", text)
    if "<" in text:
        text = _KNOWN_TAG.sub(_tag, text)
        text = " ".join(_OTHER_TAG.sub(" ", text).split())
    return text_from_markup(text)


def _tag(found: re.Match[str]) -> str:
    name = found[2].lower()
    return f"<{found[1]}{_TAGS.get(name, name)}>"


def date_of(text: str) -> Date | None:
    """The date in a text that has a year: ``2020/08/26``, ``2025 Sep 29``, ``2004///``; None without one."""
    if numbers := _NUMBERS.search(text):
        year, month, day = (int(part or 0) for part in numbers.groups())
        return _dated(year, month, day)
    found = _YEAR.search(text)
    if found is None:
        return None
    rest = text[: found.start()] + " " + text[found.end() :]
    month = next((number for word in _WORD.findall(rest) if (number := month_number(word))), 0)
    on = _DAY.search(rest) if month else None
    return _dated(int(found[0]), month, int(on[1]) if on else 0)


def _dated(year: int, month: int, day: int) -> Date:
    if not 1 <= month <= 12:
        return Date(((year,),))
    return Date(((year, month, day),)) if 1 <= day <= 31 else Date(((year, month),))


def date_of_parts(parts: Sequence[object]) -> str:
    """Year, month and day as one text, e.g. ``2017-06``; "" without a year."""
    found = [str(part) for part in parts if part not in (None, "")]
    return "-".join(found)
