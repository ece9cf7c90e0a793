"""No entry vanishes without a word: read + refused is what a second count finds, also in damaged files.

Oracle: ``counting.py``, which goes by lines and shares no code with the reader.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.bibtex import loads
from tests.data import SHARED
from tests.hostile.counting import entries_at_line_starts, mutant

FILES = sorted(path for folder in ("corpus", "messy") for path in (SHARED / "bibtex" / folder).glob("*.bib"))
SMALL = [path for path in FILES if path.stat().st_size < 60_000]
MUTANTS = 10_000
CHUNKS = 100

pytestmark = pytest.mark.skipif(not FILES, reason=f"needs {SHARED / 'bibtex'}")


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_read_and_refused_are_all_that_is_there(path: Path) -> None:
    text = text_of(path)
    read = loads(text)
    assert read.read + read.refused == entries_at_line_starts(text)


@pytest.mark.parametrize(
    "chunk", [0, *(pytest.param(n, marks=pytest.mark.long) for n in range(1, CHUNKS))], ids=str
)
def test_nothing_vanishes_from_damaged_files(chunk: int) -> None:
    for seed in range(chunk, MUTANTS, CHUNKS):
        text = mutant(text_of(SMALL[seed // CHUNKS % len(SMALL)]), seed)
        read = loads(text)
        # A damaged beginning ("@inpr=oceedings{") is no entry by lines, and refused by the reader.
        least = entries_at_line_starts(text)
        assert least <= read.read + read.refused <= text.count("@"), seed


def test_the_second_count_counts() -> None:
    text = "@book{a,\n}\n% @book{b,\n@comment{\n@book{c,\n}}\n  @Misc (d,\n)\n"
    text += "mail@x.org\n@string{e = {f}}\n@@a-b\t{\n"
    assert entries_at_line_starts(text) == 3
