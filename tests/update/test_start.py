"""From nothing to a page.  The oracle is the page, and what the local server was given to answer."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from publist.cli import main
from tests.sources import samples
from tests.sources.servers import ORCID_ID, orcid, summary


@pytest.fixture
def folder(httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, below one whose publist.toml names the local server."""
    above, empty = tmp_path / "publist.toml", tmp_path / "site"
    above.write_text(
        "".join(
            f'[sources.{name}]\nurl = "{httpserver.url_for(f"/{name}/")}"\n' for name in ("orcid", "dblp")
        )
    )
    empty.mkdir()
    monkeypatch.chdir(empty)
    monkeypatch.setenv("PUBLIST_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return empty


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["start", *arguments], input=answers)


def owner() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(Path("publist.toml").read_text())["owner"]
    return table


def test_an_orcid_id_becomes_a_page(folder: Path, httpserver: HTTPServer) -> None:
    works = [
        [summary(place, f"Whales of the sea number {place}", 1, f"10.1000/w{place}")] for place in range(60)
    ]
    orcid(httpserver, *works)
    result = run(ORCID_ID)
    assert result.exit_code == 0, result.stderr
    page = Path("publications.html").read_text(encoding="utf-8")
    assert "Whales of the sea number 59" in page
    assert owner() == {"name": "Jane Doe", "orcid": ORCID_ID}
    assert len(re.findall(r"<strong[^>]*>J\. ?Doe", page.replace("\u00a0", " "))) >= 60
    assert result.stderr.splitlines()[-1].startswith("next: publist serve shows it; publist update")


def test_a_page_of_dblp_becomes_a_page(folder: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/dblp/pid/d/JaneDoe.xml").respond_with_data(samples.DBLP)
    assert run("https://dblp.org/pid/d/JaneDoe.html").exit_code == 0
    assert owner() == {"name": "Jane Doe"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mine.bib", "@article{a, author={Doe, Jane and Roe, John}, title={Quiet whales}, journal={J},\n"
                     "year=2024}\n"
                     "@article{b, author={Doe, J. and Poe, A.}, title={Loud seals}, journal={J}, year=2023}"),
        ("list.md", "# Jane Doe\n\n## Publications\n\n"
                    "- Jane Doe, John Roe. Quiet whales. *Journal of Whales*, 2024.\n"
                    "- Jane Doe, Ann Poe. Loud seals. *Journal of Seals*, 2023.\n"),
    ],
)  # fmt: skip
def test_a_file_becomes_a_page(folder: Path, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    result = run(name)
    assert result.exit_code == 0, result.stderr
    assert owner() == {"name": "Jane Doe"}
    assert "Loud seals" in Path("publications.html").read_text(encoding="utf-8")


def test_whose_works_they_are_is_asked_for_where_nothing_says_it(folder: Path) -> None:
    Path("a.ris").write_text(samples.RIS)  # two authors, one work
    assert run("a.ris", answers="Jane Doe\n").exit_code == 0
    assert owner() == {"name": "Jane Doe"}


def test_start_writes_over_nothing(folder: Path) -> None:
    Path("publications.bib").write_text("% mine")
    assert run(ORCID_ID).exit_code == 2
    Path("publist.toml").write_text("")
    assert "exists already" in run("x.bib").stderr
    assert Path("publications.bib").read_text() == "% mine"
