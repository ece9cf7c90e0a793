"""Versions of one work.  Oracle: the rules of docs/how-to/versions.md, by hand; the entries are real ones."""

from __future__ import annotations

from publist.identifiers import Identifier
from publist.item import Date, Item, Name
from publist.listing.versions import identifiers, merge
from publist.publication import Badge, Link, Publication

SSN = "SSN: Learning Sparse Switchable Normalization via SparsestMax"
SHAO = Name(family="Shao", given="Wenqi")


def publication(
    key: str, type_: str, year: int, venue: str = "", *, title: str = SSN, doi: str = "", **parts: object
) -> Publication:
    variables = {"title": title, "container-title-short": venue, "DOI": doi}
    item = Item(
        key,
        type_,
        {name: value for name, value in variables.items() if value},
        {"author": (SHAO,)},
        {"issued": Date(((year,),))},
    )
    return Publication(item, key, "a.bib", 7, **parts)  # type: ignore[arg-type]  # parts of any kind, by name


CONFERENCE = publication(
    "cvpr", "paper-conference", 2019, "CVPR", links=(Link("paper", "Paper", "https://cvpr.example/1"),)
)
JOURNAL = publication(
    "ijcv",
    "article-journal",
    2019,
    "IJCV",
    links=(
        Link("paper", "Paper", "https://ijcv.example/1"),
        Link("code", "Code", "https://github.com/x/y"),
    ),
    badges=(Badge("award", "Best Paper"),),
    related=("cvpr",),
    relation="version",
)
PREPRINT = publication(
    "arxiv",
    "document",
    2018,
    "arXiv",
    links=(Link("arxiv", "arXiv", "https://arxiv.org/abs/1903.03793v2"),),
    identifiers=(Identifier("arxiv", "1903.03793v2"),),
)


def test_related_versions_are_listed_once_with_all_links() -> None:
    merged = merge([JOURNAL, CONFERENCE])
    (work,) = merged.publications
    assert work.key == "cvpr"
    assert work.item.dates["issued"].year == 2019
    assert [(link.label, link.url) for link in work.links] == [
        ("Paper", "https://cvpr.example/1"),
        ("Paper (IJCV)", "https://ijcv.example/1"),
        ("Code", "https://github.com/x/y"),
    ]
    assert [(version.relation, version.venue) for version in work.versions] == [("extended", "IJCV")]
    assert work.badges == (Badge("award", "Best Paper"),)
    assert merged.problems == []


def test_the_preprint_stands_under_the_published_year() -> None:
    published = publication(
        "p", "paper-conference", 2019, "CVPR", identifiers=(Identifier("arxiv", "1903.03793v1"),)
    )
    (work,) = merge([PREPRINT, published]).publications
    assert (work.key, work.item.dates["issued"].year) == ("p", 2019)
    assert [version.relation for version in work.versions] == ["preprint"]
    assert work.links == PREPRINT.links


def test_three_versions_are_one_work() -> None:
    published = publication(
        "p", "paper-conference", 2019, "CVPR", identifiers=(Identifier("arxiv", "1903.03793"),)
    )
    journal = publication("j", "article-journal", 2021, "IJCV", related=("p",), relation="extends")
    (work,) = merge([journal, PREPRINT, published]).publications
    assert work.key == "p"
    assert [(version.key, version.relation) for version in work.versions] == [
        ("j", "extended"),
        ("arxiv", "preprint"),
    ]


def test_an_equal_doi_is_one_work() -> None:
    one = publication("a", "article-journal", 2019, doi="10.1007/S11263-019-01269-Y")
    other = publication("b", "article-journal", 2019, doi="https://doi.org/10.1007/s11263-019-01269-y")
    assert len(merge([one, other]).publications) == 1


def test_an_equal_title_is_only_a_guess() -> None:
    one = publication("a", "paper-conference", 2019)
    other = publication("b", "article-journal", 2019)
    merged = merge([one, other])
    assert merged.publications == [one, other]
    (problem,) = merged.problems
    assert (problem.rule.severity, problem.rule.id) == ("info", "perhaps-version")
    assert (problem.line, problem.key) == (7, "b")
    assert "related = {a}, relatedtype = {version}" in problem.message


def test_a_doi_of_two_different_works_is_a_warning() -> None:
    one = publication("a", "chapter", 2019, doi="10.1000/book")
    other = publication("b", "chapter", 2019, doi="10.1000/book", title="Something else")
    other.item.names["author"] = (Name(family="Luo", given="Ping"),)
    merged = merge([one, other])
    assert len(merged.publications) == 2
    assert [problem.rule.id for problem in merged.problems] == ["shared-identifier"]


def test_a_related_work_of_another_kind_stays() -> None:
    translation = publication("t", "book", 2020, title="Anders", related=("cvpr",), relation="reviewof")
    assert len(merge([CONFERENCE, translation]).publications) == 2


def test_the_doi_of_arxiv_is_its_number() -> None:
    work = publication("a", "article", 2023, doi="10.48550/arXiv.2310.01403")
    assert identifiers(work) == {"arXiv:2310.01403"}
