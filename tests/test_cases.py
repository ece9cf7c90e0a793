"""What a reader must see of small inputs, by kind.

Oracles: for the cases of ``tests/cases/*.json`` the documentation of BibTeX, BibLaTeX and CSL, and what a
careful owner of the list would print; for ``cases/cases.json`` of the shared data the public reports that
they come from.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.case import Case, faults, name_of, read
from tests.data import ROOT, SHARED

CASES = ROOT / "tests" / "cases"
OWN = [case for path in sorted(CASES.glob("*.json")) for case in read(path)]
_SHARED = SHARED / "cases" / "cases.json"
REPORTED = read(_SHARED) if _SHARED.is_file() else []

# Cases that fall short, a line each: `kind: name`.
LEDGER = set((CASES / "expected_failures.txt").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("case", OWN, ids=name_of)
def test_own_case(case: Case, tmp_path: Path) -> None:
    assert faults(case, tmp_path) == []


@pytest.mark.skipif(not REPORTED, reason=f"needs {_SHARED} (PUBLIST_TEST_DATA names the folder)")
@pytest.mark.parametrize("case", REPORTED, ids=name_of)
def test_reported_case(case: Case, tmp_path: Path) -> None:
    found = faults(case, tmp_path)
    if name_of(case) in LEDGER:
        assert found, "the case holds now: take its line out of tests/cases/expected_failures.txt"
    else:
        assert found == []


def test_cases_have_names_of_their_own() -> None:
    names = [name_of(case) for case in [*OWN, *REPORTED]]
    assert sorted(names) == sorted(set(names))
