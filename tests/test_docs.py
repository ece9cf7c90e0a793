"""The documentation: what is made from the code is as the code makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import reference


@pytest.mark.parametrize("page", reference.pages(), ids=lambda page: page.name)
def test_the_tables_are_those_of_the_code(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.page(page, check=True), f"run: python -m tools.reference\n{capsys.readouterr().out}"
