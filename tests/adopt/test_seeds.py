"""The two homepages that publist began with.  The oracle is ``bib/``, which was typed from them by hand."""

from __future__ import annotations

import pytest

from publist.adopt import Adoption, adopt
from publist.bibtex import load, loads
from publist.bibtex.entry import Entry
from publist.identifiers import Identifier
from tests.data import ROOT, shared


@pytest.fixture(scope="module")
def first() -> Adoption:
    return adopt(next(shared("seeds").glob("000*")))


@pytest.fixture(scope="module")
def second() -> Adoption:
    return adopt(next(shared("seeds").glob("001*")))


def by_hand(name: str) -> list[Entry]:
    return load(ROOT / "bib" / name).entries


def link(entry: Entry) -> str:
    """Where the paper is; an arXiv number is its address."""
    return entry.get("paper").replace("https://arxiv.org/abs/", "") or entry.get("eprint")


def said(adoption: Adoption, rule: str) -> list[str]:
    return [problem.message for problem in adoption.problems if problem.rule.id == rule]


def test_the_first_list_comes_out_as_it_was_typed_by_hand(first: Adoption) -> None:
    found = loads(first.text).entries
    for mine, theirs in zip(found, by_hand("shao.bib"), strict=True):
        # The page has Ping Luo twice in the last list, and two venues without their last letter.
        assert mine.get("author").removesuffix(" and Luo, Ping") == theirs.get("author").removesuffix(
            " and Luo, Ping"
        )
        assert theirs.get("booktitle").startswith(mine.get("booktitle"))
        assert mine.type == theirs.type
        same = (
            "year",
            "abbr",
            "journal",
            "howpublished",
            "institution",
            "volume",
            "code",
            "supp",
            "accepted",
        )
        assert {name: mine.get(name) for name in same} == {name: theirs.get(name) for name in same}
        if theirs.key != "shao2021bwcp":  # the page has another paper's link
            assert link(mine) == link(theirs)


def test_keys_are_made_of_surname_year_and_word(first: Adoption) -> None:
    keys = [entry.key for entry in loads(first.text).entries]
    assert keys[:3] == ["chen2023co3", "shao2022sfda", "shao2022dtn"]
    assert "luo2019towards" in keys
    assert len(set(keys)) == len(keys)


def test_the_faults_of_the_first_page_are_reported(first: Adoption) -> None:
    assert said(first, "same-link") == [
        "2206.04028 stands at chen2023co3 (line 120) too; one of the two is wrong"
    ]
    assert said(first, "author-twice") == ["Ping Luo stands twice among the authors"]
    assert said(first, "year-against-heading") == ["the year is 2023, but the heading above says 2022"]
    assert len(said(first, "same-title")) == 1
    assert said(first, "unplaced") == []


def test_papers_of_the_news_that_the_list_lacks_are_named(first: Adoption) -> None:
    lacking = {message.split()[0] for message in said(first, "not-in-list")}
    assert lacking >= {"ChartAssistant", "MMT-Bench", "OmniQuant", "BESA", "DiffRate", "RCD"}
    assert not lacking & {"SFDA", "DTN", "CO3"}


def test_a_page_without_a_list_gives_the_papers_of_its_news(second: Adoption) -> None:
    found = {entry.key: entry for entry in loads(second.text).entries}
    for theirs in by_hand("zhang.bib"):
        if theirs.type != "inproceedings":
            continue  # challenges, which the page does not call papers: reported below
        mine = found[theirs.key]
        same = ("title", "year", "abbr", "accepted", "spotlight", "oral", "code")
        assert {name: mine.get(name) for name in same} == {name: theirs.get(name) for name in same}
        arxiv = Identifier.find("arxiv", theirs.get("paper"))
        assert mine.get("eprint") == (arxiv.value if arxiv else "")


def test_news_that_are_no_paper_are_reported(second: Adoption) -> None:
    left = " ".join(said(second, "not-adopted"))
    assert "Best PKL Award" in left
    assert "LVIS2020 Challenge" in left
