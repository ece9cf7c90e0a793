"""AsciiDoc: read back by Asciidoctor."""

from __future__ import annotations

import shutil
import subprocess

import lxml.html
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from publist.output.asciidoc import AsciidocWriter
from publist.output.rows import Entries, EntryRows, Sheet
from publist.output.scripts import with_scripts
from publist.output.writer import written
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, plain
from tests.output.readers import NASTY, TEXTS, without_joiners

WRITER = AsciidocWriter()

PROGRAM = shutil.which("asciidoctor")
reads = pytest.mark.skipif(PROGRAM is None, reason="needs asciidoctor")


def read(citations: list[tuple[Node, ...]]) -> list[str]:
    sheet = Sheet((Entries(tuple(EntryRows("k", "book", citation) for citation in citations)),))
    made = written(sheet, AsciidocWriter(sheet))
    assert isinstance(made, str)
    assert PROGRAM is not None
    command = [PROGRAM, "-e", "-a", "compat-mode!", "-o", "-", "-"]
    done = subprocess.run(command, input=made.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    items = lxml.html.fromstring(done.stdout.decode()).findall(".//li")
    return [item.text_content() for item in items]


@reads
@settings(max_examples=2, deadline=None, phases=[Phase.generate], derandomize=True)
@given(st.lists(TEXTS.filter(lambda tree: without_joiners(plain(tree))), min_size=15, max_size=30))
def test_reads_back_as_the_same_text(trees: list[tuple[Node, ...]]) -> None:
    assert [without_joiners(text) for text in read(trees)] == [
        without_joiners(plain(with_scripts(tree))) for tree in trees
    ]


@reads
def test_no_character_of_a_title_is_code() -> None:
    titles = [title for title in NASTY if title.strip()]
    assert [without_joiners(text) for text in read([(title,) for title in titles])] == [
        without_joiners(one) for one in titles
    ]


def test_styles_work_inside_words_and_a_style_inside_itself_is_once() -> None:
    text = (Highlight("strong", ("W. ", Span("bold", ("Shao",)))), Mark("*", "equal"), "a")
    assert WRITER.render(text) == "**W. Shao**^&#42;^a"


def test_an_address_is_no_style() -> None:
    text = (LinkSpan("https://x.org/__a__*b*?c=d#e", (Span("underline", ("x=y",)),)),)
    assert WRITER.render(text) == "link:pass:[https://x.org/_%5Fa_%5F%2Ab%2A?c=d#e][x&#61;y]"


def test_a_line_that_begins_as_an_item_is_none() -> None:
    assert WRITER.render(("T", Block("block", ("A. Doe, 1. x",)))) == "T +\nA&#46; Doe, 1. x"


@reads
def test_entries_with_numbers_have_no_bullets() -> None:
    sheet = Sheet((Entries((EntryRows("k", "book", ("[1] A",)),), labelled=True),))
    command = [str(PROGRAM), "-e", "-o", "-", "-"]
    made = str(written(sheet, WRITER))
    done = subprocess.run(command, input=made.encode(), capture_output=True, check=True)
    (items,) = lxml.html.fromstring(done.stdout.decode()).findall(".//ul")
    assert items.get("class") == "none"
