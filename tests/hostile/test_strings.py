"""What is meant to be run is text in every format that a site's template language may read.

Oracle: the openers of the languages themselves (Liquid, Go, Nunjucks, Jinja, MDX, EJS, Quarto).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from publist.output import html, markdown
from publist.richtext import Span
from publist.settings.formats import FORMATS
from tests.hostile import strings

# Formats that no site's template language reads; a new format is held to all of the openers.
NO_SITE_READS = {
    "latex": "TeX reads it, and its own tests compile it",
    "typst": "Typst reads it, and its own tests compile it",
    "text": "shown as it is",
    "rtf": "a word processor reads it",
    "docx": "a word processor reads it",
    "pandoc": "pandoc reads it",
    "pdf": "made",
    "csv": "a table has no escapes; sites read its cells as values",
    "nsf-coa": "the same",
    "bibtex": "braces are its syntax",
    "biblatex": "braces are its syntax",
}
READ = [name for name in FORMATS if name not in NO_SITE_READS and FORMATS[name].kind != "pages"]
# A whole page has scripts of its own: these tags, and no others.
OWN = {
    "page": (
        '<script type="application/ld+json">',
        '<script type="application/json" id="publist-index">',
        '<script type="text/plain" id="publist-packed">',  # of long lists, in place of the two: base64
        "<script>",
        *["</script>"] * 3,
    )
}
SITES = ["academicpages", "hugo", "astro"]


@pytest.fixture(params=["bib", "json"])
def bibliography(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"x.{request.param}"
    path.write_text(strings.bibtex() if request.param == "bib" else strings.csl_json(), encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, list(arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.stderr
    return done.stdout


def assert_no_opener(text: str) -> None:
    for opener in strings.OPENERS:
        at = text.find(opener)
        assert at < 0, text[max(at - 60, 0) : at + 60]


@pytest.mark.parametrize("format_", READ)
def test_nothing_that_a_site_reads_opens_a_template(format_: str, bibliography: Path) -> None:
    # Markers of the formats have no opener of their own.
    written = run("render", str(bibliography), "--format", format_, "--group-by", "venue")
    for tag in OWN.get(format_, ()):
        written = written.replace(tag, "", 1)
    assert_no_opener(written)
    if FORMATS[format_].kind == "fragment":
        assert "{" not in written or format_ == "org"  # which has no other way to write one; never two
        assert "<img src=x" not in written
        assert "`" not in written or format_ in ("html", "org")  # to which it is a letter


@pytest.mark.parametrize("site", SITES)
def test_no_page_opens_a_template(site: str, bibliography: Path, tmp_path: Path) -> None:
    run("render", str(bibliography), "--format", "pages", "--site", site, "--output-dir", str(tmp_path / "p"))
    for page in (tmp_path / "p").rglob("*.md"):
        matter, body = page.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
        assert_no_opener(matter)
        assert_no_opener(body)
        assert "{" not in body
        assert not re.search("^(?:import|export)", body, re.MULTILINE)


def test_what_a_theme_prints_as_it_is_has_no_tags(bibliography: Path, tmp_path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    run("render", str(bibliography), "--format", "pages", "--output-dir", str(tmp_path / "p"))
    for page in (tmp_path / "p").rglob("*.md"):
        matter = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])
        for name in matter.keys() - {"citation"}:
            assert not re.search("[<>\"'{}`]", str(matter[name]))
        assert "<img" not in matter["citation"]


@pytest.mark.parametrize("format_", ["html", "markdown", "atom"])
def test_no_news_opens_a_template(format_: str, tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text(strings.bibtex(), encoding="utf-8")
    written = run("news", str(path), "--format", format_)
    assert "{" not in written
    assert "site.secret" in written


def test_values_of_data_are_what_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    items = json.loads(strings.csl_json())
    path.write_text(json.dumps(items), encoding="utf-8")
    read = json.loads(run("render", str(path), "--format", "csl-json", "--group-by", "none"))
    assert {"{{site.secret}}", "<% process.exit(1) %>"} <= {item["id"] for item in read}
    publishers = {item.get("publisher") for item in read}
    assert {string for string in strings.STRINGS if "<" not in string} <= publishers


@pytest.mark.parametrize("write", [html.render, markdown.render])
def test_nodes_that_meet_are_no_opener(write: object) -> None:
    for first, second in (("{", "{x}}"), ("{", "% raw %}"), ("$", "{x}"), ("{", "# x"), ("{{", "< x >}}")):
        for style in ("small-caps", "nocase", "italic"):
            written = write((first, Span(style, (second,))))  # type: ignore[operator]  # typed as object: any function will do
            assert "{" not in written


@pytest.mark.parametrize("site", SITES)
def test_urls_of_data_have_no_quotes_blanks_or_angle_brackets(site: str, tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text("@book{a, title={T}, author={A, B}, year=2020, url={http://x/\"onmouseover='a' <b>`}}")
    run("render", str(path), "--format", "pages", "--site", site, "--output-dir", str(tmp_path / "p"))
    (page,) = (tmp_path / "p").rglob("*.md")
    (url,) = re.findall(r'"(http://x/[^"]*)"', page.read_text(encoding="utf-8"))
    assert not re.search(r"[\s'\"<>`]", url)
    (link,) = json.loads(run("render", str(path), "--format", "json"))["sections"][0]["entries"][0]["links"]
    assert link["url"] == url
