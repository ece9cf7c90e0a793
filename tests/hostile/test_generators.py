"""A file of any size or shape ends with a list or one clear error, in every format.

Oracle: exit code 0 or 2, no exception, and what is printed is text that can be encoded.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from publist.settings.formats import FORMATS
from tests.hostile.generators import GENERATORS

# Formats that need another program's time; what they are made of is here.
TEXTS = [name for name, one in FORMATS.items() if name not in ("docx", "pdf", "pages")]


@pytest.mark.parametrize("name", GENERATORS)
def test_ends_with_a_list_or_an_error(name: str, tmp_path: Path) -> None:
    generator = GENERATORS[name]
    path = tmp_path / f"x{generator.suffix}"
    path.write_text(generator.text(generator.size), encoding="utf-8")
    for format_ in TEXTS:
        done = CliRunner().invoke(main, ["render", str(path), "--format", format_])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code in (0, 2), done.stderr
        assert done.exit_code == 0 or len(done.stderr.strip().splitlines()) == 1
