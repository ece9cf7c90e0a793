"""bibtexparser as a second opinion: the keys and fields, as typed, of all files that it splits to the end."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest
from bibtexparser import model
from bibtexparser.splitter import Splitter

from publist.bibtex import load
from tests.data import shared

_COMMENTED = "lines that begin with % are comments to us, and fields named '% …' to bibtexparser"
_BRACE = "a brace too many stands before the address: bibtexparser ends the entry there"
# (file, key) -> (the fields that one of the two does not have, or has with another value; why)
DIFFERENCES = {
    ("astromancer__CurriculumVitae__articlesCo", "semena2014area"): (
        "% author, % title, % journal, % volume, % number, % pages, % year, % doi, % url, % eprint",
        _COMMENTED,
    ),
    ("astromancer__CurriculumVitae__articlesCo", "coppejans2014high"): (
        "% author, % title, % journal, % volume, % number, % pages, % year, % doi, % url, % eprint",
        _COMMENTED,
    ),
    ("damian0604__cv__conferences", "ic2s2a"): ("address", _BRACE),
    ("damian0604__cv__conferences", "ic2s2b"): ("address", _BRACE),
    ("emilydolson__CV__own-bib", "wiser_boundedness_2018"): (
        "% url, % number, % institution, % doi, % file", _COMMENTED,
    ),
    ("gramian__gramian__mypublications", "BauBHetal17"): (
        "pages, year", "no comma behind pages: bibtexparser has the year in the pages",
    ),
    ("natolambert__cv__all", "lambert2022compounding"): ("% _note, % slidesurl, % booktitle", _COMMENTED),
    ("natolambert__cv__all", "lambert2020objective"): ("% _note, % _talkurl, % slidesurl", _COMMENTED),
}  # fmt: skip

Typed = list[tuple[str, str, str]]


def ours(path: Path) -> Typed:
    """(key, field, value with its delimiters) for each field of a file, as it stands there."""
    read = load(path)
    text = read.source.text
    return [
        (entry.key, field.name, text[field.value_start : field.end])
        for entry in read.entries
        for field in entry.fields.values()
    ]


def theirs(path: Path) -> Typed | None:
    """The same by bibtexparser's splitter; None where it has given up a block."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    library = Splitter(path.read_bytes().decode("utf-8-sig")).split()
    if any(type(block) is model.ParsingFailedBlock for block in library.blocks):
        return None
    return [field for block in library.blocks for field in _fields(block)]


def _fields(block: model.Block) -> Typed:
    while isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
        assert block.ignore_error_block is not None
        block = block.ignore_error_block
    if not isinstance(block, model.Entry):
        return []
    first = {field.key.lower(): field.value for field in reversed(block.fields)}
    return [(block.key, name, value) for name, value in first.items()]


@pytest.mark.parametrize("path", sorted(shared("bibtex", "corpus").glob("*.bib")), ids=lambda path: path.stem)
def test_both_find_the_same_keys_and_fields(path: Path) -> None:
    try:
        second = theirs(path)
    except UnicodeDecodeError:
        pytest.skip("not in UTF-8")
    if second is None:
        pytest.skip("bibtexparser gives up a block")
    first, other = Counter(ours(path)), Counter(second)
    different = {
        (path.stem, key, " ".join(field.split())) for key, field, _ in (first - other) | (other - first)
    }
    assert different == {
        (stem, key, field)
        for (stem, key), (fields, _) in DIFFERENCES.items()
        for field in fields.split(", ")
        if stem == path.stem
    }
