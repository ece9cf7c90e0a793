"""The page: one file that is safe whatever the bibliography says.  Oracles: html.parser, CSP, JSON."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from publist import pipeline
from publist.cli import main
from publist.page.complete import in_script
from publist.settings.look import options_for
from publist.settings.project import Owner, Project
from tests.data import ROOT
from tests.page.test_sheets import classes_of, documented

BIB = r"""
@inproceedings{one, title = {Sparse {\O}slo}, author = {M{\"u}ller, Zora and Doe, Ann}, year = 2021,
  booktitle = {Proc. of X}, keywords = {vision, speech}, abstract = {An abstract.}, selected = {true},
  oral = {true}, doi = {10.1000/one}, code = {https://example.org/code}}
@article{two, title = {Dense}, author = {Doe, Ann}, journal = {Journal of Y}, year = 2020}
@article{three, title = {Dense again}, author = {Roe, Jo}, journal = {Journal of Y}, year = 2020,
  private = {hush}}
"""
HOSTILE = (
    "</script><script>owned()</script>", "<img src=x onerror=owned()>", "<!--<script>", "\" onload=\"owned()",
    "' style='x", "{{ 7*7 }}", "{% raw %}", "]]>", "&lt;b&gt;", "javascript:owned()", "\u2028owned()", "$1$&",
)  # fmt: skip


MANY = BIB.replace("{two,", "{two, shortjournal = {JY}, arxiv = {2101.00001}, ") + "".join(
    f"@article{{n{number}, title = {{Number {number}}}, author = {{Doe, Ann}}, year = {2000 + number % 7}}}\n"
    for number in range(12)
)

LONG = "".join(
    f"@article{{k{number}, title = {{Title {number}}}, author = {{Doe, Ann and Roe, Jo}}, year = 2020,"
    f" abstract = {{Words of an abstract {number}.}}, journal = {{Journal of Y}},"
    f" arxiv = {{2101.{number:05}}}}}\n"
    for number in reversed(range(400))
)


def page_of(text: str, tmp_path: Path, project: Project | None = None, **look: object) -> str:
    path = tmp_path / "my.bib"
    path.write_text(text, encoding="utf-8")
    options = options_for({"format": "page", **look}, project, highlight=["Ann Doe"])
    return pipeline.render(pipeline.read([path]), options).data.decode("utf-8")


class Reader(HTMLParser):
    """The elements of a page, and the text of its scripts and style sheets by type."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = (dict(attrs).get("type") or tag) if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw[self.inside] = self.raw.get(self.inside, "") + data


def policy_of(reader: Reader) -> str:
    return next(str(attributes["content"]) for _, attributes in reader.elements if "http-equiv" in attributes)


def sha(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_lets_this_script_and_these_styles_run_and_nothing_else(tmp_path: Path) -> None:
    page = page_of(BIB, tmp_path, numbering="section", **{"group-by": "type"})
    reader = Reader(page)
    policy = dict(part.strip().split(" ", 1) for part in policy_of(reader).split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == sha(reader.raw["script"])
    attributes = {str(one["style"]) for _, one in reader.elements if "style" in one}
    assert attributes == {"list-style:none"}
    styles = {reader.raw["style"], *attributes}
    assert set(policy["style-src"].split()) == {"'unsafe-hashes'"} | {sha(style) for style in styles}
    assert {name: policy[name] for name in ("base-uri", "form-action", "img-src")} == {
        "base-uri": "'none'", "form-action": "'none'", "img-src": "'self' data:",
    }  # fmt: skip


def test_the_page_asks_nothing_of_the_network(tmp_path: Path) -> None:
    reader = Reader(page_of(BIB, tmp_path))
    asking = {"src", "srcset", "action", "data", "poster", "background", "ping", "integrity"}
    assert [one for _, one in reader.elements if asking & set(one)] == []
    assert "link" not in {tag for tag, _ in reader.elements}
    script = reader.raw["script"]
    assert not re.search(r"fetch|XMLHttp|import\b|innerHTML|outerHTML|insertAdjacent|eval|\.write\(", script)
    assert len((ROOT / "publist/page/page.js").read_bytes()) < 12_000


def test_every_class_of_the_page_is_documented_and_no_other(tmp_path: Path) -> None:
    owner = Owner("Ann Doe", links={"github": "ann"})
    page = page_of(MANY, tmp_path, Project(owner), introduction="Words.")
    script = (ROOT / "publist/page/page.js").read_text(encoding="utf-8")
    before, _, list_ = page.partition('<div class="publist">')
    made = set(re.findall(r'className = "([\w-]+)"', script))
    entries = {"publist-venue", "publist-open", "publist-foot", "publist-permalink", "Z3988"}
    assert entries <= classes_of(list_)
    assert documented("Classes of the page") == classes_of(before) | made | entries | {"publist-long"}
    assert set(re.findall(r"\.(publist-[\w-]+)", script)) <= documented() | documented("Classes of the page")


def test_each_filter_has_its_choices_with_their_counts(tmp_path: Path) -> None:
    page = page_of(BIB, tmp_path)
    menus = re.findall(r'<select name="(\w+)">(.*?)</select>', page, re.S)
    choices = {name: re.findall(r'value="([^"]+)">([^<]+)<', options) for name, options in menus}
    assert choices == {
        "year": [("2021", "2021 (1)"), ("2020", "2020 (2)")],
        "type": [("journal", "Journal articles (2)"), ("conference", "Conference papers (1)")],
        "keyword": [("vision", "vision (1)"), ("speech", "speech (1)")],
    }
    assert "Selected only (1)" in page
    assert '<p class="publist-count" role="status" data-pattern="{n} of {all}">3 of 3</p>' in unescape(page)


def test_the_metadata_is_schema_orgs(tmp_path: Path) -> None:
    data = json.loads(Reader(page_of(BIB, tmp_path)).raw["application/ld+json"])
    assert data["@context"] == "https://schema.org"
    assert data["@graph"][0] == {
        "@type": "ScholarlyArticle",
        "@id": "#publist-one",
        "headline": "Sparse Øslo",
        "author": [{"@type": "Person", "name": "Zora Müller"}, {"@type": "Person", "name": "Ann Doe"}],
        "datePublished": "2021",
        "isPartOf": {"@type": "CreativeWork", "name": "Proc. of X"},
        "keywords": ["vision", "speech"],
        "sameAs": "https://doi.org/10.1000/one",
        "url": data["@graph"][0]["url"],
    }


def unpacked(page: str) -> tuple[dict[str, object], list[list[object]]]:
    """What is known of a long list, and its entries with their articles."""
    packed = Reader(page).raw["text/plain"]
    known, pairs = json.loads(zlib.decompress(b64decode(packed)))
    return known, pairs


def test_a_long_page_has_its_citations_and_links_and_packs_the_rest(tmp_path: Path) -> None:
    page = page_of(LONG, tmp_path)
    known, pairs = unpacked(page)
    assert page.count('<li class="publist-entry"') == len(pairs) == len(known["entries"]) == 400  # type: ignore[arg-type]  # JSON from the page
    assert page.count("Words of an abstract") == 0
    assert '<a href="https://arxiv.org/abs/2101.00399">arXiv</a></span></li>' in page
    assert 'class="publist-whole publist-long"' in page
    item, article = pairs[0]
    assert "Words of an abstract 399" in str(item)
    assert "publist-bibtex" in str(item)
    assert article["headline"] == "Title 399"  # type: ignore[index,call-overload]  # JSON from the page
    assert len(page) / 400 < 1200
    assert page.count('<ul class="publist-list"') == 4  # of a hundred each


def test_bibtex_beside_an_abstract_has_it_not_again(tmp_path: Path) -> None:
    assert page_of(BIB, tmp_path).count("An abstract.") == 1
    assert page_of(BIB, tmp_path, show="bibtex").count("An abstract.") == 1


def test_abstract_bibtex_and_permanent_link_of_each_entry(tmp_path: Path) -> None:
    page = page_of(BIB, tmp_path)
    assert page.count('<details class="publist-bibtex">') == 3
    assert page.count('<details class="publist-abstract">') == 1
    assert 'href="#publist-one" aria-label="Permanent link"' in page
    assert "publist-abstract" not in page_of(BIB, tmp_path, show="bibtex").split("<body>")[1]


def test_headings_are_in_order_and_controls_have_labels(tmp_path: Path) -> None:
    reader = Reader(page_of(BIB, tmp_path, **{"group-by": "type-year"}))
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    tags = [tag for tag, _ in reader.elements]
    for place, tag in enumerate(tags):
        if tag in ("input", "select"):
            assert tags[place - 1] == "label"


def test_the_title_and_the_language_of_the_page(tmp_path: Path) -> None:
    page = page_of(BIB, tmp_path, locale="de-DE")
    assert '<html class="publist-whole" lang="de-DE" dir="ltr">' in page
    assert "<title>Publikationen – Ann Doe</title>" in page
    titled = page_of(BIB, tmp_path, title="A & B")
    assert "<title>A &amp; B</title>" in titled
    assert "<h1>A &amp; B</h1>" in titled
    assert 'dir="rtl"' in page_of(BIB, tmp_path, locale="ar")


def test_what_is_private_is_in_no_part_of_the_page(tmp_path: Path) -> None:
    assert "hush" not in page_of(BIB, tmp_path)


def test_hostile_text_makes_no_element_and_no_attribute(tmp_path: Path) -> None:
    fields = "title booktitle abstract keywords note award publisher series editor nickname pdf code".split()
    entries = [
        f"@inproceedings{{k{number}, author = {{{{{text}}}}}, year = {{2020}}, preview = {{{text}}},"
        + ", ".join(f"{field} = {{{{{text}}}}}" for field in fields)
        + "}"
        for number, text in enumerate(HOSTILE)
    ]
    page = page_of("\n".join(entries), tmp_path, title=HOSTILE[0])
    reader = Reader(page)
    assert [tag for tag, _ in reader.elements].count("script") == 3
    assert not any(name.startswith("on") for _, attributes in reader.elements for name in attributes)
    addresses = [one["href"] or "" for _, one in reader.elements if "href" in one]
    assert not any(unescape(address).strip().startswith("javascript:") for address in addresses)
    assert json.loads(reader.raw["application/json"])["entries"]
    assert json.loads(reader.raw["application/ld+json"])["@graph"]


@given(st.text(st.characters(codec="utf-8")))
def test_data_in_a_script_is_the_same_data_and_ends_nothing(text: str) -> None:
    written = in_script({"text": text})
    assert not set("<>&\u2028\u2029") & set(written)
    kept = "".join(sign for sign in text if sign != "\x7f")  # no character of a page
    assert json.loads(written) == {"text": kept}


def test_init_makes_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    for command in (["init", "--bibliography", "my.bib", "--name", "Ann Doe", "--kind", "html"], ["build"]):
        assert CliRunner().invoke(main, command).exit_code == 0
    assert (tmp_path / "publications.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
