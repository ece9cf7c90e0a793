"""The ledger of fixtures that are known to fail, each with its reason."""

from __future__ import annotations

from tests.data import ROOT

LEDGER = ROOT / "tests" / "csl_expected_failures.txt"


def read_ledger() -> dict[str, str]:
    """Reasons by fixture; a line is ``name: reason``, ``#`` begins a comment."""
    lines = (line.strip() for line in LEDGER.read_text(encoding="utf-8").splitlines())
    entries = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name.strip(): reason.strip() for name, _, reason in entries}
