"""Org: read back by Emacs' own exporter."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from publist.output.org import OrgWriter
from publist.output.rows import Bar, Entries, EntryRows, Sheet
from publist.output.scripts import with_scripts
from publist.output.writer import written
from publist.publication import Badge, Link
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, plain, walk
from tests.output.readers import NASTY, TEXTS, without_joiners

WRITER = OrgWriter()

PROGRAM = shutil.which("emacs")
reads = pytest.mark.skipif(PROGRAM is None, reason="needs emacs")
_EXPORT = "(progn (require 'ox-html) (org-html-export-as-html nil nil nil t) (princ (buffer-string)))"


def read(citations: list[tuple[Node, ...]], folder: Path) -> list[str]:
    sheet = Sheet((Entries(tuple(EntryRows("k", "book", citation) for citation in citations)),))
    made = written(sheet, OrgWriter(sheet))
    assert isinstance(made, str)
    assert PROGRAM is not None
    path = folder / "a.org"
    path.write_text("#+OPTIONS: toc:nil\n" + made, encoding="utf-8")
    command = [PROGRAM, "--batch", "-Q", str(path), "--eval", _EXPORT]
    done = subprocess.run(command, capture_output=True, check=True)
    items = lxml.html.fromstring(f"<div>{done.stdout.decode()}</div>").findall(".//li")
    return [item.text_content() for item in items]


def has_text(tree: tuple[Node, ...]) -> bool:
    """Whether a reader sees something; a block in an exponent is a line, whose exponent begins anew."""
    return bool(without_joiners(plain(tree))) and not any(
        isinstance(node, Span) and node.style == "superscript" and "\n" in plain((node,))
        for node in walk(tree)
    )


@pytest.mark.long
@reads
@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(trees=st.lists(TEXTS.filter(lambda tree: has_text(tree)), min_size=20, max_size=30))
def test_reads_back_as_the_same_text(trees: list[tuple[Node, ...]], tmp_path: Path) -> None:
    assert [without_joiners(text) for text in read(trees, tmp_path)] == [
        without_joiners(plain(with_scripts(tree))) for tree in trees
    ]


@pytest.mark.long
@reads
def test_no_character_of_a_title_is_code(tmp_path: Path) -> None:
    titles = [title for title in NASTY if title.strip()]
    texts = read([(title,) for title in titles], tmp_path)
    assert [without_joiners(text) for text in texts] == [without_joiners(title) for title in titles]


def test_a_style_stands_apart_from_the_word_around_it_alone() -> None:
    text = (Highlight("strong", ("W. Shao",)), Mark("*", "equal"), ", ", Span("italic", ("J",)), "s")
    assert WRITER.render(text) == "*W. Shao*\u200b*\u200b, /J/\u200bs"


def test_badges_stand_apart_as_text_does() -> None:
    bar = Bar((Badge("oral", "Oral"),), (Link("code", "Code", "https://x.org/c"),))
    assert OrgWriter().bar(bar) == "*Oral* [\u200b[[https://x.org/c][Code]]]\u200b"


def test_a_relative_address_is_a_file() -> None:
    assert WRITER.render((LinkSpan("papers/a.pdf", ("PDF",)),)) == "[[file:papers/a.pdf][PDF]]"


@reads
def test_a_bracket_in_a_style_in_a_link_is_text(tmp_path: Path) -> None:
    text = (LinkSpan("https://x.org", (Highlight("em", ("a", "[*]")), "b", Span("bold", ("c]",)))),)
    assert [without_joiners(found) for found in read([text], tmp_path)] == ["a[*]bc]"]


def test_a_line_that_begins_as_an_item_is_none() -> None:
    assert WRITER.render(("T", Block("block", ("1. Doe",)))) == "T \\\\\n\u200b1. Doe"
