"""A page for each publication without a site generator.  Oracles: Scholar's guidelines, sitemaps.org."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.page.pages import RICH
from tests.page.test_page import Reader, policy_of, sha


def site_of(folder: Path, *options: str) -> dict[str, str]:
    folder.mkdir(parents=True)
    source = folder.parent / "rich.bib"
    source.write_text(RICH, encoding="utf-8")
    command = ["render", str(source), "--format", "pages", "--site", "none", "--output-dir", str(folder)]
    result = CliRunner().invoke(main, [*command, *options])
    assert result.exit_code == 0, result.output
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def tags(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag, attributes in Reader(page).elements:
        if tag == "meta" and str(attributes.get("name", "")).startswith("citation_"):
            found.setdefault(str(attributes["name"]), []).append(str(attributes["content"]))
    return found


def test_each_work_has_a_page_and_the_index_links_to_it(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site")
    assert {"index.html", "sitemap.xml", "one.html", "two.html", "three.html", "n0.html"} <= set(site)
    assert len(site) == 15 + 2
    assert 'href="one.html" aria-label="Permanent link"' in site["index.html"]
    assert '<a href="index.html">' in site["one.html"]
    assert "<details open" in site["one.html"]


def test_scholar_finds_a_work_by_its_tags(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", "--url", "https://example.org/papers/")
    assert tags(site["one.html"]) == {
        "citation_title": ["Sparse Attention for 3D Point Clouds"],
        "citation_author": ["Zora Müller", "Ann Doe", "Jo Roe", "Bo Noe"],
        "citation_publication_date": ["2024"],
        "citation_conference_title": ["Proceedings of the Conference on Computer Vision"],
        "citation_doi": ["10.1000/one"],
        "citation_keywords": ["vision", "speech"],
        "citation_pdf_url": ["https://example.org/papers/one.pdf"],
    }
    journal = tags(site["two.html"])
    assert journal["citation_journal_title"] == ["Journal of Y"]
    assert [journal[f"citation_{name}"] for name in ("volume", "issue", "firstpage", "lastpage")] == [
        ["3"], ["4"], ["1"], ["20"],
    ]  # fmt: skip
    assert tags(site["three.html"])["citation_dissertation_institution"] == ["University of Somewhere"]


def test_addresses_are_those_of_the_site(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", "--url", "https://example.org/papers/")
    assert '<link rel="canonical" href="https://example.org/papers/one.html">' in site["one.html"]
    assert '<link rel="canonical" href="https://example.org/papers/index.html">' in site["index.html"]
    tree = ElementTree.fromstring(site["sitemap.xml"])
    places = [str(one.text) for one in tree.iter() if one.tag.endswith("}loc")]
    assert places[0] == "https://example.org/papers/index.html"
    assert {place.rpartition("/")[2] for place in places} == set(site) - {"sitemap.xml"}


def test_a_single_page_runs_nothing(tmp_path: Path) -> None:
    reader = Reader(site_of(tmp_path / "site")["one.html"])
    policy = policy_of(reader)
    assert "script-src 'none'" in policy
    assert sha(reader.raw["style"]) in policy
    assert "script" not in reader.raw


def test_pages_of_works_that_are_gone_are_said_and_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    site_of(folder)
    (folder / "own.html").write_text("<!DOCTYPE html>\n<title>x</title>", encoding="utf-8")
    (tmp_path / "publist.toml").write_text(
        'bibliography = ["rich.bib"]\n[targets.site]\nformat = "pages"\nsite = "none"\noutput-dir = "site"\n'
        'exclude = "year == 2024"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    assert re.findall(r"site/(\w+)\.html: .*stale-page", result.stderr.replace("\\", "/")) == ["one"]
