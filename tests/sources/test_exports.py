"""Real exports.  The oracle is what stands in each, read by hand (``exports`` of the shared data)."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from benchmarks.imports import compare
from publist.bibtex import loads
from publist.convert import publications
from publist.sources import imported
from tests.data import shared


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    folder = shared("exports")
    total: Counter[str] = Counter()
    for truth in sorted(folder.glob("[0-9][0-9].json")):
        found = imported([next(folder.glob(f"{truth.stem}_*"))])
        total += compare(json.loads(truth.read_text(encoding="utf-8")), publications(loads(found.text))[0])
    return total


@pytest.mark.parametrize(
    ("right", "among", "share"),
    [("title", "works", 0.99), ("year", "dated", 0.98), ("doi", "numbered", 0.98), ("author", "named", 0.98)],
)
def test_real_exports_come_in_whole(counts: Counter[str], right: str, among: str, share: float) -> None:
    assert counts[right] >= share * counts[among] > 0


def test_no_work_is_invented(counts: Counter[str]) -> None:
    assert counts["invented"] == 0
