"""What holds for the writer of every format that shows citations."""

from __future__ import annotations

from typing import get_args

import pytest

from publist.output import tool
from publist.output.rows import Bar, Entries, EntryRows, Fold, Heading, Legend, Line, Sheet
from publist.output.writer import Writer, written
from publist.people import LegendEntry
from publist.publication import Badge, Link
from publist.richtext import Block, Span, SpanStyle
from publist.settings.formats import FORMATS

LISTS = [name for name, one in FORMATS.items() if one.kind in ("fragment", "document") and not one.made_of]
TEXTS = [name for name in LISTS if name != "docx"]
LABELLED = (Block("left-margin", ("[1]",)), "Citation")
ROWS = (
    Fold("names", "All names", "Whole list"),
    Bar((Badge("oral", "Oral"),), (Link("pdf", "Paper", "https://x.org/a.pdf"),)),
    Line("note", "A note"),
    Fold("bibtex", "BibTeX", "Source", verbatim=True),
    Legend((LegendEntry("*", "Equal"), LegendEntry("x", "Other"))),
)


def write(name: str, sheet: Sheet) -> str:
    writer: Writer = tool(name)(sheet)
    made = written(sheet, writer)
    assert isinstance(made, str)
    return made.replace('"},{"t":"Space"},{"t":"Str","c":"', " ")  # pandoc's blanks are nodes


def sheet_of(*entries: EntryRows) -> Sheet:
    parts = (
        Line("summary", "Summary"),
        Heading("Top", 2),
        Entries(entries, labelled=True),
        Line("more", "More"),
    )
    return Sheet(parts, width=79)


@pytest.mark.parametrize("name", LISTS)
def test_the_row_of_a_format_names_its_writer(name: str) -> None:
    pytest.importorskip(FORMATS[name].extra or "publist")
    assert Writer in tool(name).__mro__  # so that mypy holds it to the contract


@pytest.mark.parametrize("style", get_args(SpanStyle))
@pytest.mark.parametrize("name", LISTS)
def test_every_style_is_known(name: str, style: SpanStyle) -> None:
    pytest.importorskip(FORMATS[name].extra or "publist")
    sheet = sheet_of(EntryRows("key", "article", (Span("italic", (Span(style, ("word",)),)),)))
    assert written(sheet, tool(name)(sheet))


@pytest.mark.parametrize("name", TEXTS)
def test_every_row_stands_once_and_in_its_order(name: str) -> None:
    made = write(name, sheet_of(EntryRows("key", "article", LABELLED, ROWS)))
    texts = ["Summary", "Top", "Citation", "Oral", "Paper", "A note", "Equal", "Other", "More"]
    if name in ("html", "page"):
        texts[3:3] = ["All names", "Whole list"]
        texts[8:8] = ["BibTeX", "Source"]
    places = [made.find(text) for text in texts]
    assert -1 not in places
    assert places == sorted(places)
    assert [made.count(text) for text in texts] == [1] * len(texts)


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in ("html", "page")])
def test_paper_leaves_out_what_opens(name: str) -> None:
    made = write(name, sheet_of(EntryRows("key", "article", LABELLED, ROWS)))
    assert not any(text in made for text in ("All names", "Whole list", "Source"))
    bare = tuple(row for row in ROWS if not isinstance(row, Fold))
    assert write(name, sheet_of(EntryRows("key", "article", LABELLED, bare))) == made


@pytest.mark.parametrize("name", TEXTS)
def test_a_list_of_nothing_has_no_entries(name: str) -> None:
    assert "\\item" not in write(name, Sheet())
    assert "<li" not in write(name, Sheet())


def test_plain_text_is_filled_to_its_width() -> None:
    words = " ".join(["word"] * 40)
    sheet = Sheet((Line("more", words), Legend((LegendEntry("*", words),))), width=30)
    lines = write("text", sheet).splitlines()
    assert max(map(len, lines)) <= 30
    assert len(lines) > 10
