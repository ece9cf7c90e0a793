"""The table of sources: how each is known by its content, and who reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from publist import inputs, rules
from publist.errors import InputError
from publist.item import ITEM_TYPES
from publist.problems import Problem
from publist.records import NamedTuple
from publist.richtext import plain
from publist.sources import (
    ads,
    arxiv,
    bib,
    csl,
    dblp,
    endnote,
    endnote_xml,
    inspire,
    nbib,
    openalex,
    orcid,
    pubmed_xml,
    ris,
    site,
    tree,
    wos,
    xml,
    zotero,
)
from publist.sources.batch import Batch

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement


class _Lines(NamedTuple):
    """A format of lines, known by what :func:`publist.inputs.looks_like` says of it."""

    name: str
    read: Callable[[str], Batch]


class _Tree(NamedTuple):
    """A format of JSON or YAML, known by where something stands in it."""

    name: str
    fits: Callable[[object], bool]
    read: Callable[[object], Batch]


_LINES = {
    "RIS": _Lines("RIS", ris.read),
    "a PubMed export (nbib)": _Lines("PubMed", nbib.read),
    "an EndNote export": _Lines("EndNote", endnote.read),
    "a Web of Science export": _Lines("Web of Science", wos.read),
}
_ROOTS: dict[str, Callable[[SourceElement], Batch]] = {
    "xml": endnote_xml.read,
    "records": endnote_xml.read,
    "dblp": dblp.read,
    "dblpperson": dblp.read,
    "result": dblp.read,
    **dict.fromkeys(dblp.ELEMENTS, dblp.read),
    "feed": arxiv.read,
    "pubmedarticleset": pubmed_xml.read,
    "pubmedarticle": pubmed_xml.read,
    "message": orcid.read_xml,
    "orcid-message": orcid.read_xml,
    "record": orcid.read_xml,
    "activities-summary": orcid.read_xml,
    "works": orcid.read_xml,
    "work": orcid.read_xml,
    "bulk": orcid.read_xml,
}


def _first(data: object, *path: str) -> Mapping[str, object]:
    return next(iter(tree.mappings(data, *path)), {})


def _is_orcid(data: object) -> bool:
    one = _first(data)
    return bool(
        {"activities-summary", "orcid-profile", "bulk"} & one.keys()
        or _first(data, "group").get("work-summary")
        or _first(data, "works").get("group")
        or ("external-ids" in one and "title" in one)
    )


def _is_openalex(data: object) -> bool:
    one = _first(data, "results") or _first(data)
    return tree.text(one, "id").startswith("https://openalex.org/W") or "authorships" in one


def _is_inspire(data: object) -> bool:
    hit = _first(data, "hits", "hits") or _first(data)
    return bool(tree.mappings(hit, "metadata", "titles"))


def _is_zotero(data: object) -> bool:
    return zotero.is_item(_first(data, "items") or _first(data))


_TREES = (
    _Tree("Zotero", _is_zotero, zotero.read),
    _Tree("DBLP", lambda data: bool(_first(data, "result", "hits", "hit").get("info")), dblp.read_json),
    _Tree("ADS", lambda data: bool(_first(data, "response", "docs").get("bibcode")), ads.read),
    _Tree("ORCID", _is_orcid, orcid.read_json),
    _Tree("OpenAlex", _is_openalex, openalex.read),
    _Tree("INSPIRE", _is_inspire, inspire.read),
    _Tree("rendercv", lambda data: isinstance(tree.at(data, "cv", "sections"), Mapping), site.read_rendercv),
    _Tree("JSON Resume", lambda data: bool(_first(data, "publications").get("name")), site.read_resume),
)
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$(.*)", re.DOTALL | re.MULTILINE)
# A value in one line that YAML may read as something else: "Odd: a colon", or quotation marks of its own.
_VALUE = re.compile(r"^([A-Za-z_][\w-]*:[ \t]+)(?![\[{|>&*\d])(\S.*?)[ \t]*$", re.MULTILINE)
_LINES_OF_JSON = re.compile(r"\s*\{[^\n]*\}[ \t]*\n\s*\{")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?=-)")
_DOI = re.compile(r"doi\.org/(10\.\d{4,9}/[^\s\"'<>)\],]+)")
_NONE = (
    "has no works that publist can import: it is none of RIS, PubMed, EndNote, Web of Science, Zotero,"
    " CSL-JSON or -YAML, Crossref, OpenAlex, ORCID, INSPIRE, DBLP, ADS, arXiv, or a site's data"
)


def read(path: Path, data: bytes) -> Batch:
    """The works in a file's bytes.  Raises InputError for what is no source."""
    file = str(path)
    text = decoded(data)
    looks = inputs.looks_like(data if inputs.is_binary(data) else text.encode())
    if inputs.is_binary(data) or looks in ("an HTML page", "a LaTeX document"):
        advice = "; publist adopt reads pages" if looks == "an HTML page" else ""
        raise InputError(f"is {looks}, which publist does not import{advice}", file=file)
    if path.suffix.lower() == ".bib" or re.match(r"\s*@\w+\s*[{(]", text):
        return bib.read(data, file)
    if looks in _LINES:
        return _LINES[looks].read(text)
    if looks == "XML" or text.lstrip().startswith("<"):
        return _xml(data, file)
    front = (
        _FRONT.match(text) if path.suffix.lower() in (".md", ".markdown", ".qmd", ".rmd", ".mdx") else None
    )
    if front:
        return front_matter(front, file)
    if re.match(r"\s*[\[{]", text) and path.suffix.lower() not in (".yml", ".yaml"):
        return _json(text, file)
    if path.suffix.lower() in (".yml", ".yaml") or looks == "YAML":
        return _tree(tree.from_yaml(text, file), file, yaml=True)
    raise InputError(_NONE, file=file)


def decoded(data: bytes) -> str:
    """The bytes as text: UTF-8, with a mark UTF-16, else Windows-1252 as old programs have it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").replace("\r\n", "\n")
    if data[1:4:2] == b"\0\0" and len(data) % 2 == 0:
        return decoded(b"\xff\xfe" + data)  # without its mark
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _xml(data: bytes, file: str) -> Batch:
    root, problems = xml.parsed(data, file)
    reader = _ROOTS.get(xml.name(root))
    found = reader(root) if reader else Batch()
    if not found.records:
        raise InputError(f"{_NONE} (its outermost element is {xml.name(root)})", file=file)
    found.problems += problems
    return found


def _json(text: str, file: str) -> Batch:
    if _LINES_OF_JSON.match(text):  # one work on each line, as OpenAlex and Crossref give many
        text = f"[{','.join(line for line in text.splitlines() if line.strip())}]"
    data = tree.from_json(text, file)
    found = _tree(data, file, text)
    at = 0
    for record in found.records:
        if not record.line and (title := plain(record.variables.get("title", ""))):
            place = max(text.find(_escaped(title, ascii_), at) for ascii_ in (False, True))
            at = max(at, place)
            record.line = text.count("\n", 0, place) + 1 if place >= 0 else 0
    return found


def _escaped(title: str, ascii_: bool) -> str:  # noqa: FBT001 - json's own switch
    return json.dumps(title[:40], ensure_ascii=ascii_)[1:-1]


def _tree(data: object, file: str, source: str = "", *, yaml: bool = False) -> Batch:
    for format_ in _TREES:
        if format_.fits(data):
            return format_.read(data)
    if yaml and _is_csl(data if isinstance(data, list) else tree.at(data, "references")):
        return csl.read_yaml(data, file)
    if not yaml and _may_be_csl(data):
        return csl.read_json(source, file)
    found = site.read(data)
    if not found.records:
        raise InputError(_NONE, file=file)
    return found


def _is_csl(items: object) -> bool:
    one = _first(items)
    dated = isinstance(one.get("issued"), (dict, list)) or "container-title" in one or "citation-key" in one
    named = bool({"family", "literal"} & _first(one, "author").keys())
    known = one.get("type") in ITEM_TYPES and "authors" not in one
    return "title" in one and (named or dated or known)


def _may_be_csl(data: object) -> bool:
    one = _first(data)
    for path in (("message", "items"), ("message",), ("items",), ("data",)):
        one = one if _is_csl([one]) or "DOI" in one else _first(data, *path)
    return _is_csl([one]) or "DOI" in one


def _quoted(value: str) -> str:
    """A value as it is meant, in quotation marks in which nothing ends it."""
    ends = value[:1] + value[-1:]
    return json.dumps(value[1:-1] if ends in ("''", '""') else value, ensure_ascii=False)


def front_matter(front: re.Match[str], file: str) -> Batch:
    """The one work of a page's front matter."""
    problems: list[Problem] = []
    try:
        data = tree.from_toml(front[2], file, 1) if front[1] == "+++" else tree.from_yaml(front[2], file, 1)
    except InputError as error:
        quoted = _VALUE.sub(lambda line: f"{line[1]}{_quoted(line[2])}", front[2])
        if front[1] == "+++" or quoted == front[2]:
            raise
        data = tree.from_yaml(quoted, file, 1)
        problems.append(Problem(file, error.line or 0, rules.NOT_WELL_FORMED, error.message))
    if not isinstance(data, Mapping) or not site.is_work(data):
        raise InputError("has no work in its front matter", file=file)
    record = site.record_of(data)
    numbers = {one.rstrip(".").lower() for one in _DOI.findall(front[3])}
    if "DOI" not in record.variables and len(numbers) == 1:
        record.put_doi(numbers.pop())
    if "issued" not in record.dates and (found := _DATED.match(Path(file).name)):
        record.put_date(found[0])  # as Jekyll does
    return Batch([record], problems=problems)
