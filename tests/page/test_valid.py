"""Pages are HTML without an error.  Oracle: the Nu Html Checker (npm's vnu-jar)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.data import shared
from tests.page.pages import in_all_themes, rich_page
from tests.page.test_single import site_of

VNU = Path(os.environ.get("VNU_JAR", "/nonexistent"))

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (VNU.is_file() and shutil.which("java")), reason="needs java and VNU_JAR"),
]


def errors(folder: Path) -> str:
    options = ["--errors-only", "--skip-non-html", "--format", "gnu"]
    command = ["java", "-Xss4m", "-jar", str(VNU), *options, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_a_page_with_everything_in_every_theme(tmp_path: Path) -> None:
    for theme in ("plain", "cards", "compact"):
        rich_page(tmp_path, theme, languages=["en", "de"])
    assert errors(tmp_path) == ""


def test_single_pages(tmp_path: Path) -> None:
    site_of(tmp_path / "site")
    assert errors(tmp_path / "site") == ""


def test_pages_of_all_real_files_in_every_theme(tmp_path: Path) -> None:
    sources = sorted(shared("bibtex/corpus").glob("*.bib"))
    made = [page for source in sources for page in in_all_themes(source, tmp_path)]
    assert len(made) == 3 * len(sources) > 60
    assert errors(tmp_path) == ""
