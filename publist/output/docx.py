"""Rich text to a Word document, with real styles: headings, Bibliography, Hyperlink.

Needs python-docx (the extra ``docx``).  The same list gives the same bytes: no time of writing is kept.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from publist.errors import OutputError
from publist.output.characters import printable
from publist.output.layout import layout
from publist.richtext import Highlight, Link, Mark, Node, Span, Text
from publist.url import safe_url

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph
    from docx.text.run import Run

_EPOCH = datetime(1980, 1, 1)
_HANGING = 2.0  # em of an 11 pt font, about: the indent of entries without a label
_LABEL_WIDTH = 0.6  # of an em for each character of a label
_EM = 11.0  # points


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, e.g. ``Paragraph("entry", ("A title",), label="[J3]")``.

    ``level`` is a heading's, 1 to 6.  ``label_width`` is the longest label's length in characters.
    """

    kind: Literal["title", "heading", "entry", "text"]
    content: Text
    label: str = ""
    level: int = 1
    label_width: int = 0


@dataclass(frozen=True, slots=True)
class _Look:
    """The font of a run."""

    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    code: bool = False
    shift: Literal["", "superscript", "subscript"] = ""


_CHANGES: dict[str, dict[str, Any]] = {
    "italic": {"italic": True},
    "oblique": {"italic": True},
    "bold": {"bold": True},
    "light": {"bold": False},
    "small-caps": {"small_caps": True},
    "superscript": {"shift": "superscript"},
    "subscript": {"shift": "subscript"},
    "underline": {"underline": True},
    "code": {"code": True},
    "upright": {"italic": False},
    "medium": {"bold": False},
    "normal-caps": {"small_caps": False},
    "no-underline": {"underline": False},
    "baseline": {"shift": ""},
}
_HIGHLIGHTS = {"em": {"italic": True}, "underline": {"underline": True}}


def document(paragraphs: Iterable[Paragraph]) -> bytes:
    """The paragraphs as a .docx file.  Raises OutputError where python-docx is not installed."""
    try:
        import docx
    except ModuleNotFoundError as error:
        raise OutputError('Word files need python-docx: pip install "publist[docx]"') from error
    made = docx.Document()
    _define_styles(made)
    for paragraph in paragraphs:
        _add(made, paragraph)
    return _saved(made)


def _define_styles(made: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    normal: Any = made.styles["Normal"]
    normal.font.size = Pt(_EM)
    entry: Any = made.styles.add_style("Bibliography", WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style = normal
    entry.paragraph_format.space_after = Pt(6)
    entry.paragraph_format.keep_together = True
    entry.paragraph_format.left_indent = Pt(_HANGING * _EM)
    entry.paragraph_format.first_line_indent = Pt(-_HANGING * _EM)
    hyperlink: Any = made.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    hyperlink.font.color.rgb = RGBColor(0x05, 0x63, 0xC1)
    hyperlink.font.underline = True


def _add(made: Document, paragraph: Paragraph) -> None:
    styles = {
        "title": "Title",
        "heading": f"Heading {paragraph.level}",
        "entry": "Bibliography",
        "text": "Normal",
    }
    written = made.add_paragraph(style=styles[paragraph.kind])
    laid = layout(paragraph.content)
    label = laid.label or ((paragraph.label,) if paragraph.label else ())
    if label:
        _hang(written, paragraph.label_width)
        _write(written, label, _Look())
        written.add_run("\t")
    for number, line in enumerate(laid.lines):
        if number:
            written.add_run().add_break()
        _write(written, line, _Look())


def _hang(written: DocxParagraph, label_width: int) -> None:
    from docx.shared import Pt

    width = Pt((label_width * _LABEL_WIDTH + 1) * _EM)
    written.paragraph_format.left_indent = width
    written.paragraph_format.first_line_indent = -width
    written.paragraph_format.tab_stops.add_tab_stop(width)


def _write(target: DocxParagraph | _Hyperlink, children: Iterable[Node], look: _Look) -> None:
    for node in children:
        if isinstance(node, str):
            _run(target, node, look)
        elif isinstance(node, Mark):
            _run(target, node.sign, replace(look, shift="superscript"))
        elif isinstance(node, Span):
            inner = _Look() if node.style == "nodecor" else replace(look, **_CHANGES.get(node.style, {}))
            _write(target, node.children, inner)
        elif isinstance(node, Highlight):
            change: dict[str, Any] = _HIGHLIGHTS.get(node.kind, {"bold": True})
            _write(target, node.children, replace(look, **change))
        elif isinstance(node, Link) and not isinstance(target, _Hyperlink):
            url = safe_url(node.url)
            _write(target if url is None else _Hyperlink(target, url), node.children, look)
        else:
            _write(target, node.children, look)


class _Hyperlink:
    """A link of a paragraph that takes runs as the paragraph does (python-docx writes none itself)."""

    def __init__(self, paragraph: DocxParagraph, url: str) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.paragraph = paragraph
        self.element: Any = OxmlElement("w:hyperlink")
        relation = paragraph.part.relate_to(printable(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        self.element.set(qn("r:id"), relation)
        paragraph._p.append(self.element)

    def add_run(self, text: str) -> Run:
        run = self.paragraph.add_run(text, style="Hyperlink")
        self.element.append(run._r)
        return run


def _run(target: DocxParagraph | _Hyperlink, text: str, look: _Look) -> None:
    written = printable(text)
    if not written:
        return
    run = target.add_run(written)
    font = run.font
    # None keeps what the style says.
    font.italic = look.italic or None
    font.bold = look.bold or None
    font.small_caps = look.small_caps or None
    if look.underline:
        font.underline = True
    if look.code:
        font.name = "Courier New"
    if look.shift == "superscript":
        font.superscript = True
    elif look.shift == "subscript":
        font.subscript = True


def _saved(made: Document) -> bytes:
    """The document's bytes, the same for the same content."""
    properties = made.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title = ""
    properties.created = properties.modified = _EPOCH
    first = io.BytesIO()
    made.save(first)
    second = io.BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return second.getvalue()
