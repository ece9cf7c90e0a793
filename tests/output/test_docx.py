"""Word, read back by python-docx."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings

from publist.output.docx import WordWriter
from publist.output.rows import Entries, EntryRows, Heading, Sheet
from publist.output.writer import written
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, Text, plain
from tests.output.readers import NASTY, TEXTS, folded

docx = pytest.importorskip("docx")


def document(sheet: Sheet) -> bytes:
    made = written(sheet, WordWriter(sheet))
    assert isinstance(made, bytes)
    return made


def entries(*citations: Text) -> Entries:
    return Entries(tuple(EntryRows("key", "article", citation) for citation in citations))


def read(*citations: Text) -> Any:
    return docx.Document(io.BytesIO(document(Sheet((entries(*citations),)))))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_reads_back_as_the_same_text(tree: tuple[Node, ...]) -> None:
    (paragraph,) = read(tree).paragraphs
    assert folded(paragraph.text) == folded(plain(tree))


def test_no_character_of_a_title_breaks_the_file() -> None:
    made = read(*NASTY)
    assert [folded(p.text) for p in made.paragraphs] == [folded(title) for title in NASTY]


def test_real_styles_and_hanging_indents() -> None:
    labelled = (Block("left-margin", ("[J1]",)), "B")
    sheet = Sheet((Heading("2024", 3), entries("A", labelled)), title="Publications")
    made = docx.Document(io.BytesIO(document(sheet)))
    assert [p.style.name for p in made.paragraphs] == ["Title", "Heading 2", "Bibliography", "Bibliography"]
    assert made.styles["Bibliography"].paragraph_format.first_line_indent < 0
    last = made.paragraphs[3]
    assert last.text == "[J1]\tB"
    assert last.paragraph_format.first_line_indent == -last.paragraph_format.left_indent


def test_owner_is_bold_and_the_mark_raised_outside() -> None:
    (paragraph,) = read((Highlight("strong", ("W. Shao",)), Mark("*", "equal"))).paragraphs
    assert [(run.text, run.bold, run.font.superscript) for run in paragraph.runs] == [
        ("W. Shao", True, None), ("*", None, True),
    ]  # fmt: skip


def test_links_are_hyperlinks() -> None:
    (paragraph,) = read(("a ", LinkSpan("https://x.org/?a=1&b", (Span("italic", ("b",)),)), " c")).paragraphs
    assert paragraph.text == "a b c"
    assert [(link.text, link.url) for link in paragraph.hyperlinks] == [("b", "https://x.org/?a=1&b")]
    (paragraph,) = read((LinkSpan("javascript:x", ("b",)),)).paragraphs
    assert paragraph.text == "b"
    assert not paragraph.hyperlinks


def test_styles_switch_off_inside_others() -> None:
    text = (Span("italic", ("a", Span("upright", ("b",)), Block("block", ("c",)))),)
    (paragraph,) = read(text).paragraphs
    assert [(run.text, run.italic) for run in paragraph.runs if run.text.strip()] == [
        ("a", True), ("b", None), ("c", True),
    ]  # fmt: skip


def test_same_list_gives_the_same_bytes() -> None:
    sheet = Sheet((entries("A"),))
    assert document(sheet) == document(sheet)
