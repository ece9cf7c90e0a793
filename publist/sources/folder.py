"""Folders: academicpages, Hugo's page bundles, ``_data`` of Jekyll, or any folder with exports in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from publist import rules
from publist.bibtex import load_bytes
from publist.convert import publications
from publist.errors import InputError
from publist.item import Name
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import plain
from publist.sources import formats
from publist.sources.batch import Batch
from publist.sources.names import name_of
from publist.sources.record import Record

# Where a site keeps its publications; without one of these, all of the folder is looked at.
_PLACES = ("_publications", "content/publication", "content/publications", "content/papers", "_data")
_ENDINGS = frozenset(".ris .nbib .txt .xml .enw .json .yaml .yml .md .markdown .qmd .mdx .bib".split())
_PAGES = frozenset({".md", ".markdown", ".qmd", ".mdx"})
_NO_WORKS = frozenset(
    {"_index.md", "index.md.bak", "readme.md", "_index.markdown", "license.md", "changelog.md"}
)
_AUTHORS = ("content/authors", "content/*/authors", "../authors", "authors")
_TITLE = re.compile(r"^(?:title|name) *[:=] *[\"']?([^\"'\n]+)", re.MULTILINE)
_LARGEST = 200_000_000  # bytes


def read(folder: Path) -> Batch:
    """The works of a folder; files without works are named.  Raises InputError if there are none at all."""
    found = Batch()
    people = _people(folder)
    for path in _files(folder):
        try:
            one = _one(path)
        except InputError as error:
            line = error.line or 0
            found.problems.append(Problem(str(path), line, rules.NOT_IMPORTED, error.message))
            continue
        for record in one.records:
            record.file = str(path)
            record.names = {
                role: tuple(people.get(plain(name.literal or name.family).lower(), name) for name in names)
                for role, names in record.names.items()
            }
        found.records += one.records
        found.problems += one.problems
        found.problems += outside(one, str(path))
    if not found.records:
        raise InputError("has no file with works that publist can import", file=str(folder))
    return found


def _people(folder: Path) -> dict[str, Name]:
    """Whom the short names of a Hugo site's authors stand for: ``admin`` in ``authors/admin/_index.md``."""
    pages = (page for place in _AUTHORS for page in folder.glob(f"{place}/*/_index.md"))
    found: dict[str, Name] = {}
    for page in pages:
        title = _TITLE.search(page.read_text(encoding="utf-8", errors="replace"))
        if title and (name := name_of(title[1])):
            found[page.parent.name.lower()] = name
    return found


def outside(found: Batch, file: str) -> Iterator[Problem]:
    """What stands outside the works of a file."""
    for line, text in found.outside:
        yield Problem(file, line, rules.NOT_IMPORTED, f"belongs to no work: {text[:200]}")


def content(path: Path) -> bytes:
    """A file's bytes.  Raises InputError for one that cannot be read, is empty or too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("is too large to import (more than 200 MB)", file=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path)) from error
    if not data.strip():
        raise InputError("is empty", file=str(path))
    return data


_NO_DATA = frozenset(
    "navigation nav menu talks presentations teaching news events team members people authors projects alumni"
    " courses ui-text comments socials repositories cv coauthors venues sources opensource".split()
)


def _files(folder: Path) -> Iterator[Path]:
    places = [folder / place for place in _PLACES if (folder / place).is_dir()] or [folder]
    for place in places:
        for path in sorted(place.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.is_file() and not hidden and path.suffix.lower() in _ENDINGS:
                if path.name.lower() in _NO_WORKS or (
                    place.name == "_data" and path.stem.lower() in _NO_DATA
                ):
                    continue
                if path.suffix == ".bib" and _page_of(path):
                    continue
                yield path


def _page_of(bib: Path) -> Path | None:
    """The page beside a .bib file in a bundle of Hugo's."""
    return next(
        (page for page in (bib.parent / "index.md", bib.parent / "index.markdown") if page.exists()), None
    )


def _one(path: Path) -> Batch:
    found = formats.read(path, content(path))
    beside = [bib for bib in sorted(path.parent.glob("*.bib")) if path.stem.startswith("index")]
    if path.suffix.lower() in _PAGES and beside and len(found.records) == 1:
        known, problems = publications(load_bytes(content(beside[0]), str(beside[0])))
        found.problems += problems
        if len(known) == 1:
            found.records = [_joined(found.records[0], known[0])]
    return found


def _joined(page: Record, cited: Publication) -> Record:
    """The page with what its own .bib says, which counts where both say something."""
    item = cited.item
    title = plain(page.variables.get("title", ""))
    for variable, text in page.variables.items():
        if variable not in item.variables and variable != "publisher":
            item.variables[variable] = text
    if title and title.casefold() != plain(item.variables.get("title", "")).casefold():
        page.keep("page_title", title)
    venue = plain(page.variables.get("container-title", ""))
    if venue and venue != plain(item.variables.get("container-title", "")):
        page.keep("page_venue", venue)
    page.type, page.key = item.type, item.id
    page.variables = item.variables
    page.names = page.names | item.names
    page.dates = page.dates | item.dates
    for identifier in cited.identifiers:
        if identifier.kind == "arxiv":
            page.arxiv = identifier.value
    return page
