"""Typst: read back by Typst itself (the ``typst`` wheel)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.output import pdf
from publist.output.typst import TypstWriter
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, plain
from tests.output.readers import NASTY, TEXTS, folded

WRITER = TypstWriter()

compiler = pytest.importorskip("typst")

# A reader in Typst: the text of a piece of content.
_READER = """
#let read(c) = {
  if type(c) == str { c }
  else if c.has("text") { read(c.text) }
  else if c.has("children") { c.children.map(read).join("") }
  else if c.has("body") { read(c.body) }
  else if c.has("child") { read(c.child) }
  else if c.func() == linebreak { "\\n" }
  else if c == [ ] or c.func() == parbreak { " " }
  else { "?" + repr(c) }
}
"""


def read(sources: list[str]) -> list[str]:
    document = _READER + "".join(f"#metadata(read([\n{source}\n])) <t>\n" for source in sources)
    found = compiler.query(document.encode("utf-8"), "<t>", field="value", ignore_system_fonts=True)
    return [value or "" for value in json.loads(found)]


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=10))
def test_reads_back_as_the_same_text(trees: list[tuple[Node, ...]]) -> None:
    texts = read([WRITER.render(tree) for tree in trees])
    assert [folded(text) for text in texts] == [folded(plain(tree)) for tree in trees]


def test_no_character_of_a_title_is_code() -> None:
    texts = read([WRITER.escape(title) for title in NASTY])
    assert [folded(text) for text in texts] == [folded(title) for title in NASTY]


def test_what_stands_behind_a_style_is_no_argument() -> None:
    text = (Highlight("strong", ("W. Shao",)), Mark("*", "equal"), "(a)[b].c")
    assert WRITER.render(text) == r'#text(weight: "bold")[W. Shao];#super[\*];(a)\[b\].c'


def test_lines_and_label() -> None:
    text = (Block("left-margin", ("1.",)), Span("italic", ("a", Block("block", ("b",)))))
    assert WRITER.render(text) == ('1. #text(style: "italic")[a]; #linebreak();\n#text(style: "italic")[b];')


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ('https://x.org/"a\\', '#link("https://x.org/%22a\\\\")[x];'),
        ("javascript:alert(1)", "x"),
        ("https://x.org/" + "a" * 9000, "x"),
    ],
)
def test_links(url: str, written: str) -> None:
    assert WRITER.render((LinkSpan(url, ("x",)),)) == written


def test_pdf_has_the_same_bytes_each_time() -> None:
    first = pdf.document("#set document(date: none)\n= A")
    assert first.startswith(b"%PDF-")
    assert pdf.document("#set document(date: none)\n= A") == first
