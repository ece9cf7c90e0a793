"""News that the bibliography knows, against the two pages that it was typed by hand on.

Oracle: the pages' own lines about accepted papers (``seeds/`` of the shared data), each of them.  What
differs stands here word by word: what no bibliography knows, and where a page is not of one mind with itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publist.cli import main
from publist.item import Date, Item
from publist.news.lines import NewsStyle, accepted, news
from publist.phrases import number_word
from publist.publication import Badge, Publication
from publist.richtext import plain
from tests.data import ROOT, shared

# The first page: what a paper is about, which no field says, and its three ways to begin and to end a line.
FIRST_DIFFERENCES = {
    " in pre-training LVLMs on chart-related tasks": "",
    " in evaluting LVLMs on a task map": "",
    " in evaluating safety of T2I models": "",
    " in pre-training powerful LVLMs": "",
    " in pre-training embodied foundation models": "",
    " in evaluting LVLMs on medical domain": "",
    " in T2I model selection with LLMs": "",
    " in quantizing LLMs": "",
    " in sparsifying LLMs": "",
    " in planning with LLMs": "",
    " in multimodal multitask model selection": "",
    " in generalized refeering segmentation": "",
    " in ViT token compression": "",
    "A whitening apporach RCD in real-time denoising for image and video": "One paper RCD",
    "A self-supervised framework for outdoor point cloud in autonomous driving CO3": "One paper CO3",
    "An effective model selection method SFDA": "One paper SFDA",
    "A normalization method DTN for ViTs": "One paper DTN",
    "Theoretical analysis for channel pruning CWDA": "One paper CWDA",
    "accepted to ECCV 2022": "accepted to ECCV'22.",
    "accepted to ICLR 2022": "accepted to ICLR'22",
    "accepted to NeurIPS 2021": "accepted to NeurIPS'21",
}
# The page links the paper's abstract here, its list of publications the paper.
FIRST_LINKS = {
    "https://proceedings.neurips.cc/paper/2021/hash/87ae6fb631f7c8a627e8e28785d9992d-Abstract.html": (
        "https://proceedings.neurips.cc/paper/2021/file/87ae6fb631f7c8a627e8e28785d9992d-Paper.pdf"
    )
}
# The second page: stops and commas after months, a blank before two years, a sentence about code.
SECOND_DIFFERENCES = {
    "(July. 2023)": "(July 2023)",
    "CVPR 2022": "CVPR2022",
    "(May., 2022)": "(May 2022)",
    "NeurIPS 2021. Code has been released at [here](https://github.com/ZwwWayne/K-Net).": "NeurIPS2021.",
    "(Oct., 2021)": "(Oct. 2021)",
}


def replaced(text: str, differences: dict[str, str], used: set[str]) -> str:
    for theirs, ours in differences.items():
        if theirs in text:
            text = text.replace(theirs, ours)
            used.add(theirs)
    return text


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["news", *arguments])
    assert result.exit_code == 0, result.stderr
    return result


def bib(*names: str) -> list[str]:
    return [str(ROOT / "bib" / name) for name in names]


def lines_of(html: str) -> list[tuple[str, list[str]]]:
    """The text and the links of each list item."""
    found = []
    for item in re.findall(r"<li\b[^>]*>(.*?)</li>", html, re.DOTALL):
        text = " ".join(unescape(re.sub(r"<[^>]+>", "", item)).split())
        found.append((re.sub(r" (?=[.,])", "", text), re.findall(r'href="([^"]+)"', item)))
    return found


def test_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = shared("seeds", "000_2f64feb0b0bf2f36.txt").read_text(encoding="utf-8")
    part = page[page.index("<ul>", page.index("News \n</h2>")) : page.index("<h2> Publications")]
    used: set[str] = set()
    theirs = [
        (replaced(text, FIRST_DIFFERENCES, used), [FIRST_LINKS.get(link, link) for link in links])
        for text, links in lines_of(part)
        if "accepted" in text
    ]
    assert used == set(FIRST_DIFFERENCES)
    assert lines_of(run(*bib("shao.bib", "shao-news.bib")).stdout) == theirs
    assert len(theirs) == 11


def test_the_second_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = shared("seeds", "001_affcafb3c0446b82.txt").read_text(encoding="utf-8")
    part = page[page.index("Recent News") : page.index("Academic Service")]
    part = re.sub(r"<font[^>]*><strong>(.*?)</strong></font>", r"**\1**", part)
    used: set[str] = set()
    theirs = [replaced(line, SECOND_DIFFERENCES, used) for line in part.split("\n") if " accepted " in line]
    assert used == set(SECOND_DIFFERENCES)
    written = run(*bib("zhang.bib"), "--form", "counted", "--format", "markdown").stdout
    assert [line.removeprefix("- ") for line in written.splitlines()] == theirs
    assert len(theirs) == 6


def test_the_feed_is_atom_with_stable_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "publist.toml").write_text(
        '[owner]\nname = "Wenwei Zhang"\n[news]\nurl = "https://x.org/news"\n', encoding="utf-8"
    )
    written = run(*bib("zhang.bib"), "--format", "atom").stdout
    feed = ElementTree.fromstring(written)
    atom = "{http://www.w3.org/2005/Atom}"
    # RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have
    assert [feed.findtext(atom + name) for name in ("id", "title", "updated")] == [
        "https://x.org/news",
        "News: Wenwei Zhang",
        "2024-02-01T00:00:00Z",
    ]
    assert feed.findtext(f"{atom}author/{atom}name") == "Wenwei Zhang"
    entries = feed.findall(atom + "entry")
    assert [entry.findtext(atom + "id") for entry in entries][:2] == [
        "https://x.org/news#2024-02-cvpr-24",
        "https://x.org/news#2024-01-iclr-24",
    ]
    assert all(entry.findtext(atom + "title") and entry.findtext(atom + "updated") for entry in entries)
    content = entries[0].find(atom + "content")
    assert content is not None
    assert content.get("type") == "html"
    assert '<a href="https://arxiv.org/abs/2312.16170">' in (content.text or "")
    assert written == run(*bib("zhang.bib"), "--format", "atom").stdout


def paper(key: str, month: str = "2024-01", **parts: object) -> Publication:
    item = Item(key, "paper-conference", {"container-title-short": "ICLR"}, {}, {"issued": Date(((2024,),))})
    return Publication(item, key, "a.bib", 4, nickname=key, accepted=month, **parts)  # type: ignore[arg-type]  # parts of any kind, by name


def texts(publications: list[Publication], style: NewsStyle) -> list[str]:
    return [plain(item.text) for item in news(publications, style).items]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en-US", "[01/2024] Three papers including A, B, and C were accepted to ICLR'24."),
        ("de-DE", "[01/2024] Drei Beiträge, A, B und C, wurden bei ICLR'24 angenommen."),
        ("fr-FR", "[01/2024] Trois articles, A, B et C, ont été acceptés à ICLR'24."),
        ("es-ES", "[01/2024] Tres artículos, A, B y C, fueron aceptados en ICLR'24."),
        ("zh-CN", "[01/2024] 三篇论文（A, B和C）被ICLR'24接收。"),
        ("xx", "[01/2024] Three papers including A, B, and C were accepted to ICLR'24."),
    ],
)
def test_in_a_language(language: str, line: str) -> None:
    assert texts([paper("A"), paper("B"), paper("C")], NewsStyle(language=language)) == [line]


def test_numbers_in_words_to_ten() -> None:
    assert [number_word(number, "en") for number in (1, 10, 11)] == ["one", "ten", "11"]
    assert texts([paper(str(number)) for number in range(11)], NewsStyle())[0].startswith(
        "[01/2024] 11 papers"
    )


def test_different_badges_stand_behind_the_names() -> None:
    papers = [paper("A", badges=(Badge("oral", "Oral"),)), paper("B")]
    assert texts(papers, NewsStyle("counted", month=lambda _: "Jan.")) == [
        "2 papers (A (Oral) and B) are accepted by ICLR2024. (Jan. 2024)"
    ]


def test_a_pattern_of_the_owners() -> None:
    style = NewsStyle(patterns={"dated-one": "{names} at {venue}!"})
    assert texts([paper("A")], style) == ["A at ICLR'24!"]


def test_newest_first_and_months_apart() -> None:
    papers = [paper("A", "2023-12"), paper("B", "01/2024"), paper("C", "2024-01-16")]
    assert texts(papers, NewsStyle()) == [
        "[01/2024] Two papers including B and C were accepted to ICLR'24.",
        "[12/2023] One paper A was accepted to ICLR'24.",
    ]


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2024-01", (2024, 1)), ("2024-01-16", (2024, 1)), ("01/2024", (2024, 1)),
        ("January 2024", (2024, 1)),
        ("2024", None), ("2024-13", None), ("soon", None),
    ],
)  # fmt: skip
def test_months_as_people_type_them(typed: str, month: tuple[int, int] | None) -> None:
    assert accepted(typed) == month


def test_what_is_no_month_is_told() -> None:
    found = news([paper("A", "soon")], NewsStyle())
    assert found.items == []
    assert [(problem.rule.id, problem.line) for problem in found.problems] == [("accepted", 4)]
