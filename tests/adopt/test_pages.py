"""What a page may be, and what ``adopt`` says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publist.adopt import Adoption, adopt
from publist.bibtex import loads
from publist.cli import main
from publist.convert import publications

PAPER = "<li>Jane Doe, Richard Roe. <b>A Study of Lakes</b>. <i>Lake Review</i>, 2021.{}</li>"
OTHER = "<li>Richard Roe, Jane Doe. <b>A Study of Tides</b>. <i>Lake Review</i>, 2020.</li>"


def page(tmp_path: Path, items: str, before: str = "") -> Adoption:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>Jane Doe</h1>{before}\n<h2>Publications</h2>\n<ul>{items}</ul>", encoding="utf-8")
    return adopt(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["adopt", *arguments])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.html", b"", "is empty"),
        ("blank.md", b"  \n", "is empty"),
        ("paper.pdf", b"%PDF-1.7\n", "is no page"),
        ("book.docx", b"PK\x03\x04\x00", "is no page"),
        ("about.html", b"<h1>Jane Doe</h1><p>I like lakes.</p>", "has no list of publications"),
        (
            "about.md",
            b"# Jane Doe\n\nI like lakes, and so does Richard Roe.\n",
            "has no list of publications",
        ),
    ],
)
def test_what_is_no_page_is_one_line_and_exit_code_2(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run(str(path))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert message in result.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(str(tmp_path / "no.html"))
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_without_a_file_the_entries_go_to_the_terminal(tmp_path: Path, output: list[str]) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        "# Jane Doe\n\n## Papers\n\n- Jane Doe. **A Study of Lakes**. *Lake Review*, 2021.\n",
        encoding="utf-8",
    )
    result = run(str(path), *output)
    assert result.exit_code == 0
    assert result.stdout.startswith("@article{doe2021study,")
    assert result.stderr == "1 work adopted, 0 places to look at\n"


def test_entries_go_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>Jane Doe</h1><h2>Papers</h2><ul>{PAPER.format('')}{OTHER}</ul>", encoding="utf-8")
    target = tmp_path / "my.bib"
    assert run(str(path), "-o", str(target)).exit_code == 0
    assert len(loads(target.read_text(encoding="utf-8")).entries) == 2


def test_strict_is_exit_code_1_for_what_was_not_placed(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h2>Papers</h2><ul>{PAPER.format(' Zebras welcome.')}{OTHER}</ul>", encoding="utf-8")
    result = run(str(path), "--strict")
    assert result.exit_code == 1
    assert "[unplaced]" in result.stderr


def test_a_line_of_the_report_is_the_line_of_the_page(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "\n" + PAPER.format("") + "\n" + PAPER.format("\nZebras welcome.").replace("Lakes", "Rivers"),
    )
    assert [(one.line, one.rule.id) for one in found.problems if "Zebras" in one.message] == [(6, "unplaced")]


def test_text_of_a_page_is_text_and_its_addresses_are_allow_listed(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "<li>Jane Doe. <b>A $\\input{x}$ {study} of \\write18{y} &lt;script&gt; 100% #1_a&amp;b~^</b>."
        " <i>Lake Review</i>, 2021."
        ' [<a href="javascript:alert(1)">code</a>] [<a href="https://x.org/}{%20">pdf</a>]</li>' + OTHER,
    )
    bibliography = loads(found.text)
    works, _ = publications(bibliography)
    assert (len(works), bibliography.refused) == (2, 0)
    assert "\\input" not in found.text
    assert "\\write" not in found.text
    assert "javascript" not in found.text
    assert "A $\\input{x}$ {study} of \\write18{y} <script> 100% #1_a&b~^" in str(
        works[0].item.variables["title"]
    )
    assert [problem.rule.id for problem in found.problems if problem.rule.id == "unsafe-link"] == [
        "unsafe-link"
    ]


def test_entities_of_a_page_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    secret = tmp_path / "secret.txt"
    secret.write_text("Zebra", encoding="utf-8")
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "{"lol" * 9}">]>'
        f"<h2>Papers</h2><ul>{PAPER.format(' &x; &y;')}{OTHER}</ul>",
        encoding="utf-8",
    )
    found = adopt(path)
    assert "Zebra" not in found.text + "".join(str(problem) for problem in found.problems)
    assert found.works == 2


def test_a_page_may_be_deep(tmp_path: Path) -> None:
    deep = "<div>" * 150 + "x" + "</div>" * 150
    assert page(tmp_path, PAPER.format("") + OTHER, before=deep).works == 2


def test_a_page_that_is_far_too_deep_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<div>" * 5000 + "x", encoding="utf-8")
    assert run(str(path)).exit_code == 2


def test_news_talks_and_teaching_are_no_works(tmp_path: Path) -> None:
    before = (
        "<h2>News</h2><ul><li>2021: Jane Doe and Richard Roe speak at the lake.</li></ul>"
        "<h2>Invited talks</h2><ul><li>Jane Doe, Lakes and me, Example University, 2019</li></ul>"
    )
    found = page(tmp_path, PAPER.format("") + OTHER, before=before)
    assert found.works == 2
    passed = [problem.message for problem in found.problems if problem.rule.id == "passed-over"]
    assert len(passed) == 2


def test_a_label_that_names_another_paper_is_a_fault(tmp_path: Path) -> None:
    found = page(
        tmp_path, PAPER.format(' <a href="https://arxiv.org/abs/2101.00001">arXiv:2101.00002</a>') + OTHER
    )
    assert [one.message for one in found.problems if one.rule.id == "label-against-address"] == [
        "the label says 2101.00002, the address 2101.00001; one of the two is wrong"
    ]
