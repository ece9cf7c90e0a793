"""The CSL test suite, fixture by fixture, against the ledger of expected failures.

The oracle is the suite's own RESULT.  The ledger is strict both ways: a fixture in it that passes, a
fixture outside it that fails, and a name that no fixture has are all errors.
"""

from __future__ import annotations

import pytest

from tests.csl_suite.__main__ import outcome
from tests.csl_suite.fixture import Fixture, read_all
from tests.csl_suite.ledger import read_ledger
from tests.data import SHARED, shared

FIXTURES = read_all(SHARED / "csl-suite") if (SHARED / "csl-suite").is_dir() else []
LEDGER = read_ledger()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_fixture_gives_its_result_unless_the_ledger_says_why_not(fixture: Fixture) -> None:
    result = outcome(fixture)
    if fixture.name in LEDGER:
        assert result != fixture.want, f"{fixture.name} passes now: take it off the ledger"
    else:
        assert result == fixture.want


def test_the_ledger_names_fixtures_only() -> None:
    shared("csl-suite")
    assert LEDGER.keys() <= {fixture.name for fixture in FIXTURES}


def test_every_entry_of_the_ledger_has_a_reason() -> None:
    assert all(LEDGER.values())


def test_enough_of_the_suite_passes() -> None:
    shared("csl-suite")
    of_bibliography = [fixture for fixture in FIXTURES if fixture.mode == "bibliography"]
    failing = [fixture for fixture in of_bibliography if fixture.name in LEDGER]
    assert len(LEDGER) <= 0.05 * len(FIXTURES)
    assert len(failing) <= 0.01 * len(of_bibliography)
