"""Sections as the bytes of a file, in any format that shows citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from publist.listing import Section
from publist.output import tool
from publist.output.layout import laid_out
from publist.output.writer import Piecewise, Writer, written
from publist.settings.formats import FORMATS, FormatName
from publist.settings.options import Page


def document(sections: Sequence[Section], format_: FormatName, page: Page) -> bytes:
    """The file's bytes; text ends with a newline.

    Raises OutputError where an extra is not installed, InputError for a broken template.
    """
    if made_of := FORMATS[format_].made_of:
        made: bytes = tool(format_)(
            document(sections, made_of, page._replace(standalone=True)).decode("utf-8")
        )
        return made
    sheet = laid_out(sections, page)
    writer: Writer = tool(format_)(sheet)
    if isinstance(writer, Piecewise) and not (page.template or page.standalone):
        return _encoded(writer.pieces(sheet))
    if not page.template:
        text = written(sheet, writer)
    else:
        from publist.output.templates import of_ones_own

        text = of_ones_own(sections, format_, page, writer)
    if isinstance(text, bytes):
        return text
    text = text.strip("\n")
    if page.standalone:
        from publist.output.templates import standalone

        return standalone(text + "\n", format_, page, writer).encode("utf-8")
    return text.encode("utf-8") + b"\n"


def _encoded(pieces: Iterable[str]) -> bytes:
    """The bytes of all pieces, which are never joined: a long text may take four bytes for each character."""
    file = BytesIO()
    for piece in pieces:
        file.write(piece.encode("utf-8"))
    return file.getvalue()
