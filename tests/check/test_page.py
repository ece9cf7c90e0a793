"""What a page and a bibliography lack of each other.

Oracle: the text of the first homepage (``seeds/000_2f64feb0b0bf2f36.txt`` of the shared data), and pages that
publist writes of the same bibliography.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import pipeline
from publist.check.page import compare
from publist.cli import main
from publist.problems import Problem
from tests.data import ROOT, shared

# The papers of the page's news that its list lacks, with their lines in the file.
ANNOUNCED = {
    "ChartAssistant": 53, "MMT-Bench": 57, "ImplicitBench": 57, "Sphinx-X": 57, "RoboCodeX": 57,
    "OmniMedVQA": 61, "DiffAgent": 61, "OmniQuant": 65, "BESA": 65, "Tree-Planner": 65, "EMMS": 69,
    "DMMI": 73, "DiffRate": 73, "RCD": 77,
}  # fmt: skip
AS_IT_STANDS = ROOT / "tests" / "data" / "seed-as-it-stands.bib"


def compared(page: Path, *bibliographies: Path) -> list[Problem]:
    return compare(page, pipeline.read(bibliographies).publications)


def test_the_papers_that_a_page_only_announces_are_found_with_their_lines() -> None:
    found = compared(shared("seeds", "000_2f64feb0b0bf2f36.txt"), AS_IT_STANDS)
    assert {problem.message.split(" is announced")[0]: problem.line for problem in found} == ANNOUNCED
    assert {problem.rule.id for problem in found} == {"not-in-bibliography"}


def test_nothing_lacks_where_their_entries_stand_beside_the_list() -> None:
    page = shared("seeds", "000_2f64feb0b0bf2f36.txt")
    assert compared(page, AS_IT_STANDS, ROOT / "bib" / "shao-news.bib") == []


@pytest.mark.parametrize("form", ["html", "page"])
@pytest.mark.parametrize("name", ["shao.bib", "zhang.bib"])
def test_a_page_that_publist_writes_lacks_nothing(tmp_path: Path, name: str, form: str) -> None:
    page = tmp_path / "index.html"
    written = CliRunner().invoke(
        main, ["render", str(ROOT / "bib" / name), "--format", form, "--output", str(page)]
    )
    assert written.exit_code == 0
    lacking = [one for one in compared(page, ROOT / "bib" / name) if one.rule.id == "not-on-page"]
    assert lacking == []


def test_a_list_and_a_bibliography_lack_one_work_each(tmp_path: Path) -> None:
    page, bib = tmp_path / "index.html", tmp_path / "a.bib"
    items = "".join(
        f"<li>J. Doe and R. Roe. <i>{title}</i>. Journal of Tests, 2020. <a href='{url}'>PDF</a></li>\n"
        for title, url in [
            ("On the habits of whales", "https://x.org/w.pdf"),
            ("On seals", "https://x.org/s"),
        ]
    )
    page.write_text(f"<h1>Jane Doe</h1>\n<h2>Publications</h2>\n<ul>\n{items}</ul>\n", encoding="utf-8")
    authors = "author = {{Doe, J. and Roe, R.}}"
    entry = f"@article{{{{{{0}}, title = {{{{{{1}}}}}}, {authors}, journal = {{{{J}}}}, year = 2020}}}}\n"
    text = entry.format("whales", "On the Habits of {W}hales") + entry.format("bees", "On bees")
    bib.write_text(text, encoding="utf-8")
    found = [(one.rule.id, Path(one.file).name, one.line, one.key) for one in compared(page, bib)]
    assert found == [
        ("page-link", "index.html", 4, "whales"),
        ("not-in-bibliography", "index.html", 5, ""),
        ("not-on-page", "a.bib", 2, "bees"),
    ]


def test_the_command_shows_the_page_and_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = shared("seeds", "000_2f64feb0b0bf2f36.txt")
    result = CliRunner().invoke(main, ["check", str(AS_IT_STANDS), "--page", str(page), "--strict"])
    assert result.exit_code == 1
    assert "  77: warning: RCD is announced for CVPR 2023" in result.output
    assert "A whitening apporach <b>RCD</b>" in result.output
