"""What stands beside a page: data, a feed, other languages; what is not ours is left alone."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from publist import bibtex
from publist.cli import main
from tests.page.test_page import BIB


def build(folder: Path, monkeypatch: pytest.MonkeyPatch, settings: str = "") -> set[str]:
    """The files in the folder after a build."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    Path("publist.toml").write_text(
        'bibliography = ["my.bib"]\nprivate = ["hush"]\n[owner]\nname = "Ann Doe"\n'
        f'[targets.homepage]\nformat = "page"\noutput = "list.html"\n{settings}',
        encoding="utf-8",
    )
    if not Path("my.bib").exists():
        Path("my.bib").write_text(BIB, encoding="utf-8")
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    return {path.name for path in folder.iterdir()} - {"my.bib", "publist.toml", ".cache"}


def test_the_list_as_data_and_its_feed_are_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(tmp_path, monkeypatch) == {"list.html", "list.bib", "list.json", "list.xml"}
    page = Path("list.html").read_text(encoding="utf-8")
    links = '<a href="list.bib">BibTeX</a>', '<a href="list.json">JSON</a>', 'type="application/atom+xml"'
    assert all(link in page for link in links)
    assert [entry.key for entry in bibtex.load(Path("list.bib")).entries] == ["one", "two", "three"]
    assert json.loads(Path("list.json").read_bytes())["sections"]
    feed = ElementTree.parse("list.xml").getroot()
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 3
    assert not any("hush" in path.read_text(encoding="utf-8") for path in tmp_path.glob("list.*"))


def test_a_second_language_has_its_own_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = 'languages = ["en", "de"]\ngroup-by = "type"\n'
    assert "list.de.html" in build(tmp_path, monkeypatch, settings)
    page, other = (Path(name).read_text(encoding="utf-8") for name in ("list.html", "list.de.html"))
    assert ">Journal articles</h2>" in page
    assert ">Zeitschriftenartikel</h2>" in other
    assert '<a href="list.de.html" hreflang="de" lang="de">Deutsch</a>' in page
    assert '<a href="list.html" hreflang="en" lang="en">English</a>' in other
    for one in (page, other):
        assert '<link rel="alternate" hreflang="de" href="list.de.html">' in one
        assert 'href="list.bib"' in one


@pytest.mark.parametrize("name", ["list.bib", "list.json", "list.xml"])
def test_a_file_that_is_not_ours_stays(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    build(tmp_path, monkeypatch)
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
    assert f'href="{name}"' not in Path("list.html").read_text(encoding="utf-8")
    build(tmp_path, monkeypatch, 'title = "Other"\n')
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_the_bibliography_itself_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = Path("papers.bib")
    source.write_text("% made by publist\n" + BIB, encoding="utf-8")
    before = source.read_bytes()
    result = CliRunner().invoke(main, ["render", "papers.bib", "--format", "page", "-o", "papers.html"])
    assert result.exit_code == 0
    assert source.read_bytes() == before
    assert {path.suffix for path in tmp_path.glob("papers.*")} == {".bib", ".html", ".json", ".xml"}


def test_a_page_on_the_terminal_links_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    result = CliRunner().invoke(main, ["render", str(tmp_path / "my.bib"), "--format", "page"])
    assert "publist-footer" not in result.stdout.split("</style>")[1]
    assert "hreflang" not in result.stdout
