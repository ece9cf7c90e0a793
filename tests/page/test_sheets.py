"""Style sheets: what they know; every class of the HTML is documented.  Oracle: the writer itself."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from publist.cli import main
from publist.item import Item
from publist.listing import ListEntry, Section
from publist.output.html import HtmlWriter
from publist.output.layout import laid_out
from publist.output.writer import written
from publist.page.sheets import sheet, themes
from publist.people import LegendEntry
from publist.publication import Badge, Link, Publication
from publist.richtext import Block, Highlight, Mark, NameSpan, VariableSpan
from publist.settings.options import Page
from tests.data import ROOT

REFERENCE = (ROOT / "docs" / "reference" / "classes.md").read_text(encoding="utf-8")
LEGEND = (LegendEntry("*", "equal"),)


def full_list() -> str:
    """A list with every part that an entry can have, its names in capitals where they are data."""
    publication = Publication(
        Item("k", "TYPE"),
        "k",
        badges=(Badge("BADGE", "b", "COLOR"),),
        links=(Link("LINK", "l", "https://example.org"),),
        preview="p.png",
    )
    people = (Highlight("strong", ("A",)), Highlight("CLASS", ("B",)), Mark("*", "ROLE"))
    name = NameSpan("VARIABLE", 0, people)
    content = (
        Block("left-margin", ("1",)),
        Block("right-inline", (name,)),
        Block("block", (VariableSpan("VARIABLE", ("t",)),)),
        Block("indent", ("i",)),
    )
    entry = ListEntry(
        publication, 1, content, names=("A",), notes=("n",), legend=LEGEND, bibtex="@misc{k}", abstract="a"
    )
    page = Page(summary="s", more="m", legend=LEGEND)
    sheet_ = laid_out([Section("2024", [entry])], page)
    text = written(sheet_, HtmlWriter(sheet_))
    assert isinstance(text, str)
    return text


def classes_of(html: str) -> set[str]:
    return {name for value in re.findall(r'class="([^"]*)"', html) for name in value.split()}


def documented(heading: str = "Classes") -> set[str]:
    table = REFERENCE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([\w-]+)` \|", table, re.M))


def test_every_class_of_the_writer_is_documented_and_no_other() -> None:
    assert documented() == classes_of(full_list()) | {"publist-news"}  # the template of news writes the last


@pytest.mark.parametrize("theme", themes())
def test_a_sheet_is_small_and_styles_only_what_exists(theme: str) -> None:
    text = sheet(theme)
    assert len(text.encode("utf-8")) <= 6 * 1024
    styled = set(re.findall(r"\.(publist[\w-]*)", re.sub(r"/\*.*?\*/", "", text, flags=re.S)))
    variables = {"publist-title", "publist-author"}
    known = documented() | documented("Classes of the page") | variables
    assert {name for name in styled if not name.startswith("publist-color-")} <= known
    assert text.count("{") == text.count("}")
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("theme", themes())
def test_the_variables_of_a_sheet_are_documented(theme: str) -> None:
    set_here = set(re.findall(r"(--publist-[a-z]+):", sheet(theme)))
    assert set_here == set(re.findall(r"`(--publist-[a-z]+)`", REFERENCE))
    assert set(re.findall(r"var\((--publist-[a-z]+)\)", sheet(theme))) == set_here


def test_the_command_prints_the_sheet() -> None:
    result = CliRunner().invoke(main, ["css"])
    assert result.exit_code == 0
    assert result.stdout == sheet("plain")


def test_an_unknown_theme_names_those_that_exist() -> None:
    result = CliRunner().invoke(main, ["css", "plan"])
    assert result.exit_code == 2
    assert result.stderr == "error: no theme plan; did you mean plain?\n"
