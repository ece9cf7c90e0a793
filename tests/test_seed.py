"""The demo owner's list against the page that it was typed by hand on.

Oracle: the page's own text (``seeds/000_2f64feb0b0bf2f36.txt`` of the shared data), entry by entry.  The only
differences are the page's defects, which stand here one by one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.data import ROOT, shared


@dataclass
class Line:
    """An entry: its heading, its lines of text, its links, the names in bold."""

    heading: str
    lines: list[str]
    links: set[tuple[str, str]] = field(default_factory=set)
    bold: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """Reads the entries under the heading "Publications"."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Line] = []
        self.heading = ""
        self.href = ""
        self.tag = ""
        self.reading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        if tag == "li" and self.reading:
            self.entries.append(Line(self.heading, [""]))
        elif tag == "br" and self.entries:
            self.entries[-1].lines.append("")
        elif tag == "a":
            self.href = dict(attrs).get("href") or ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.tag = ""

    def handle_endtag(self, tag: str) -> None:
        self.tag = ""

    def handle_data(self, data: str) -> None:
        if self.tag == "h2":
            self.reading = data.strip() == "Publications"
        elif self.tag == "h3":
            self.heading = data.strip()
        elif self.reading and self.entries:
            entry = self.entries[-1]
            if self.tag == "a":
                entry.links.add((data.strip(), self.href))
            else:
                entry.lines[-1] += data
            if self.tag == "b":
                entry.bold.append(data.strip())


def tidied(lines: list[str]) -> list[str]:
    """Lines without brackets, folded blanks, and the stray comma or stop at a line's end (a defect)."""
    folded = [re.sub(r"\s+", " ", re.sub(r"\[\s*\],?", "", line)).strip() for line in lines]
    return [re.sub(r" ?,", ",", line.rstrip(" .,")) for line in folded if line.strip(" ,.")]


# What the page has wrong: entry (from 0), what it says, what is right.
TEXT_DEFECTS = [
    (
        2,
        "International Conference on Learning Representation ",
        "International Conference on Learning Representations ",
    ),
    (
        9,
        "International Conference on Learning Representation ",
        "International Conference on Learning Representations ",
    ),
    (12, "R. Zhang, J. Ren, P. Luo", "R. Zhang, J. Ren"),  # one P. Luo too many
]
HEADING_DEFECTS = {0: "2023"}  # CO^3 is of 2023 and stands under 2022
LINK_DEFECTS = {
    "https://proceedings.mlr.press/v139/sun21b.html?ref=https://githubhelp.com": (
        "https://proceedings.mlr.press/v139/sun21b.html"  # a tracking parameter
    ),
}
WRONG_LINKS = {
    (6, "https://arxiv.org/abs/2206.04028"): "https://arxiv.org/abs/2105.06423"
}  # BWCP led to CO^3


def seed_entries() -> list[Line]:
    page = Page()
    page.feed(shared("seeds", "000_2f64feb0b0bf2f36.txt").read_text(encoding="utf-8"))
    entries = [entry for entry in page.entries if entry.links]
    for index, entry in enumerate(entries):
        entry.lines = tidied(entry.lines)
        entry.heading = HEADING_DEFECTS.get(index, entry.heading)
        entry.links = {
            (label, WRONG_LINKS.get((index, url), LINK_DEFECTS.get(url, url))) for label, url in entry.links
        }
    for index, wrong, right in TEXT_DEFECTS:
        assert any(wrong in line for line in entries[index].lines), f"the page has no {wrong!r}"
        entries[index].lines = [line.replace(wrong, right) for line in entries[index].lines]
    return entries


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["render", "--highlight", "W. Shao", "--format", "json"])
    assert result.exit_code == 0, result.stderr
    return [
        Line(
            section["heading"],
            tidied(entry["text"].split("\n")),
            {(link["label"], link["url"]) for link in entry["links"]},
            re.findall(r"<strong[^>]*>(.*?)</strong>", entry["html"]),
        )
        for section in json.loads(result.stdout)["sections"]
        for entry in section["entries"]
    ]


def test_the_list_is_the_page_without_its_defects(rendered: list[Line]) -> None:
    seed = seed_entries()
    assert len(seed) == len(rendered) == 13
    for ours, theirs in zip(rendered, seed, strict=True):
        assert (ours.heading, ours.lines, ours.links) == (theirs.heading, theirs.lines, theirs.links)


def test_the_owner_is_bold_in_every_entry(rendered: list[Line]) -> None:
    assert [entry.bold for entry in rendered] == [["W. Shao"]] * 13
