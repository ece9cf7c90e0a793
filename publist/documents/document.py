"""Sections as the bytes of a file, in any format that shows citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from publist.documents.fragment import fragment, label_of
from publist.listing import Entry, Section
from publist.output.layout import layout
from publist.people import LegendEntry
from publist.richtext import Block, Link, Node, Span, nodes
from publist.settings.formats import Name
from publist.settings.options import Page

if TYPE_CHECKING:
    from publist.output.docx import Paragraph


def document(sections: Sequence[Section], format_: Name, page: Page) -> bytes:
    """The file's bytes.

    Raises OutputError where an extra is not installed, InputError for a broken template.
    """
    if format_ == "docx":
        from publist.output import docx

        return docx.document(_paragraphs(sections, page))
    if format_ == "pdf":
        from publist.output import pdf

        return pdf.document(fragment(sections, "typst", page._replace(standalone=True)))
    return fragment(sections, format_, page).encode("utf-8")


def _paragraphs(sections: Sequence[Section], page: Page) -> Iterator[Paragraph]:
    """The list in Word's terms: what the templates do for formats of text."""
    from publist.output.docx import Paragraph

    if page.title:
        yield Paragraph("title", page.title)
    if page.summary:
        yield Paragraph("text", page.summary)
    labels = {entry.publication.key: label_of(entry.shown) for s in sections for entry in s.entries}
    width = max(map(len, labels.values()), default=0)
    for section in sections:
        if section.heading:
            yield Paragraph("heading", section.heading, level=min(page.level - 1 + section.depth, 6) or 1)
        for entry in section.entries:
            content = _with_row(entry)
            yield Paragraph("entry", content, label=labels[entry.publication.key], label_width=width)
    if page.more:
        yield Paragraph("text", page.more)
    if page.legend:
        yield Paragraph("text", _legend(page.legend))


def _legend(marks: Iterable[LegendEntry]) -> str:
    return "; ".join(f"{mark.sign} {mark.label}" for mark in marks)


def _with_row(entry: Entry) -> tuple[Node, ...]:
    """The citation's lines without the margin, and below them the badges and links."""
    lines = layout(entry.shown).lines
    row: list[Node] = []
    for badge in entry.badges:
        row += [Span("bold", nodes(badge.label)), " "]
    for link in entry.links:
        row += ["[", Link(link.url, (link.label,)), "] "]
    notes = [nodes(note) for note in entry.notes]
    marks = [nodes(_legend(entry.legend))] if entry.legend else []
    return tuple(Block("block", line) for line in (*lines, *([tuple(row)] if row else []), *notes, *marks))
