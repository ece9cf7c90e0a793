"""The Sphinx extension, built by Sphinx itself, with MyST beside reStructuredText."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx")
pytest.importorskip("myst_parser")

_BIB = "@article{a, title = {First}, author = {Doe, Jane}, journal = {J}, year = 2024, code = {https://x.org/c}}\n"
_RST = "Papers\n======\n\n.. publist:: a.bib\n   :highlight: J. Doe\n   :style: apa\n   :group-by: none\n"
_MYST = "# More\n\n```{publist} a.bib\n:highlight: J. Doe\n```\n"


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(folder), str(folder / "out")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('extensions = ["publist.sphinx", "myst_parser"]\n', encoding="utf-8")
    (tmp_path / "index.rst").write_text(_RST + "\n.. toctree::\n\n   more\n", encoding="utf-8")
    (tmp_path / "more.md").write_text(_MYST, encoding="utf-8")
    (tmp_path / "a.bib").write_text(_BIB, encoding="utf-8")
    return tmp_path


@pytest.mark.long
def test_a_directive_is_the_list_and_a_changed_bibliography_builds_the_page_anew(folder: Path) -> None:
    done = build(folder)
    assert done.returncode == 0, done.stderr
    index = (folder / "out" / "index.html").read_text(encoding="utf-8")
    assert "<strong>Doe, J.</strong> (2024). First. <em>J</em>" in index
    assert 'href="https://x.org/c"' in index
    assert "<strong>J. Doe</strong>" in (folder / "out" / "more.html").read_text(encoding="utf-8")
    (folder / "a.bib").write_text(_BIB.replace("First", "Second"), encoding="utf-8")
    os.utime(folder / "a.bib", (2**31 - 1, 2**31 - 1))
    assert build(folder).returncode == 0
    assert "Second" in (folder / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.long
def test_a_wrong_option_is_an_error_with_its_line(folder: Path) -> None:
    (folder / "more.md").write_text("# More\n\n```{publist} a.bib\n:limit: many\n```\n", encoding="utf-8")
    done = build(folder)
    assert done.returncode != 0
    assert "more.md:3" in done.stderr
    assert 'limit="many"' in done.stderr
    assert "Traceback" not in done.stderr
