"""The page of promises: each has tests, and they exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [row for row in PAGE.splitlines() if row.startswith("|") and "---" not in row]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_test_of_the_page_exists(path: str, name: str) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^def {name}\(", source, re.MULTILINE)


def test_each_promise_names_a_test() -> None:
    promises = PAGE.partition("## What is promised")[2]
    rows = [row for row in ROWS if row in promises and "| promise | tests |" not in row]
    assert len(rows) > 20
    assert [row for row in rows if "::test_" not in row] == []
