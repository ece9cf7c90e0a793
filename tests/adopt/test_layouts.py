"""Every layout gives the same four works.  The oracle is the list itself, read back by publist."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.adopt import adopt
from publist.bibtex import loads
from publist.convert import publications
from publist.publication import Publication
from publist.richtext import plain
from tests.adopt.layouts import LINKS, PAGES, WORKS

_READ: dict[str, list[Publication]] = {}


def read_back(name: str, folder: Path) -> list[Publication]:
    """The works of a layout; each page is read once."""
    if name not in _READ:
        _READ[name] = _read(name, folder)
    return _READ[name]


def _read(name: str, folder: Path) -> list[Publication]:
    suffix, text = PAGES[name]
    page = folder / f"page{suffix}"
    page.write_text(text, encoding="utf-8")
    found = adopt(page)
    bibliography = loads(found.text)
    works, _ = publications(bibliography)
    assert bibliography.refused == 0
    assert len(works) == found.works
    return works


@pytest.mark.parametrize("name", PAGES)
def test_titles_authors_and_years(name: str, tmp_path: Path) -> None:
    found = [
        (
            plain(work.item.variables["title"]),
            [person.family for person in work.item.names.get("author", ())],
            str(work.item.dates["issued"].parts[0][0]),
        )
        for work in read_back(name, tmp_path)
    ]
    assert sorted(found) == sorted(WORKS)


@pytest.mark.parametrize("name", PAGES)
def test_links(name: str, tmp_path: Path) -> None:
    found = {link.url for work in read_back(name, tmp_path) for link in work.links}
    assert found >= LINKS
