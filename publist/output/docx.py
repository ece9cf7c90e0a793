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

_EPOCH = datetime(1980, 1, 1)
_HANGING = 2.0  # em of an 11 pt font, about: the indent of entries without a label
_LABEL_WIDTH = 0.6  # of an em for each character of a label
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
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
    link: bool = False


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
    _Writer(made).write(paragraphs)
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


class _Writer:
    """Writes paragraphs as WordprocessingML (ECMA-376, 17.3), since python-docx takes 10 ms for each."""

    def __init__(self, made: Document) -> None:
        self.made = made
        self.links: dict[str, str] = {}
        self.style_ids: dict[str, str] = {}

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        """Put the paragraphs at the end of the document."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        body: Any = self.made.element.body
        written = "".join([self._paragraph(paragraph) for paragraph in paragraphs])
        for element in parse_xml(f"<w:body {nsdecls('w', 'r')}>{written}</w:body>"):
            body.sectPr.addprevious(element)

    def _paragraph(self, paragraph: Paragraph) -> str:
        names = {"title": "Title", "heading": f"Heading {paragraph.level}", "entry": "Bibliography"}
        style = self._style_id(names.get(paragraph.kind, "Normal"))
        laid = layout(paragraph.content)
        label = laid.label or ((paragraph.label,) if paragraph.label else ())
        margin = _hanging(paragraph.label_width) if label else ""
        start = self._runs(label, _Look()) + "<w:r><w:tab/></w:r>" if label else ""
        lines = "<w:r><w:br/></w:r>".join([self._runs(line, _Look()) for line in laid.lines])
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{margin}</w:pPr>{start}{lines}</w:p>'

    def _style_id(self, name: str) -> str:
        if name not in self.style_ids:
            self.style_ids[name] = str(self.made.styles[name].style_id)
        return self.style_ids[name]

    def _runs(self, children: Iterable[Node], look: _Look) -> str:
        return "".join([self._node(node, look) for node in children])

    def _node(self, node: Node, look: _Look) -> str:
        if isinstance(node, str):
            return _run(node, look)
        if isinstance(node, Mark):
            return _run(node.sign, replace(look, shift="superscript"))
        if isinstance(node, Span):
            # "nodecor" is free of all styles but that of a link.
            change: dict[str, Any] = _CHANGES.get(node.style, {})
            plain = _Look(link=look.link)
            return self._runs(node.children, plain if node.style == "nodecor" else replace(look, **change))
        if isinstance(node, Highlight):
            emphasis: dict[str, Any] = _HIGHLIGHTS.get(node.kind, {"bold": True})
            return self._runs(node.children, replace(look, **emphasis))
        if isinstance(node, Link) and not look.link and (url := safe_url(node.url)):
            inner = self._runs(node.children, replace(look, link=True))
            return f'<w:hyperlink r:id="{self._relation(url)}">{inner}</w:hyperlink>'
        return self._runs(node.children, look)

    def _relation(self, url: str) -> str:
        """The id of the relationship that holds a link's address."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if url not in self.links:
            self.links[url] = f"rIdLink{len(self.links) + 1}"
            relations: Any = self.made.part.rels
            relations.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, printable(url), self.links[url], is_external=True
            )
        return self.links[url]


def _hanging(label_width: int) -> str:
    """The indent of an entry with a label, in twentieths of a point."""
    width = round((label_width * _LABEL_WIDTH + 1) * _EM * 20)
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{width}"/></w:tabs>'
    return f'{tab}<w:ind w:left="{width}" w:hanging="{width}"/>'


def _run(text: str, look: _Look) -> str:
    written = printable(text).translate(_XML)
    if not written:
        return ""
    # In the order of the schema (ECMA-376, 17.3.2.28).
    properties = "".join(
        (
            '<w:rStyle w:val="Hyperlink"/>' if look.link else "",
            '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>' if look.code else "",
            "<w:b/>" if look.bold else "",
            "<w:i/>" if look.italic else "",
            "<w:smallCaps/>" if look.small_caps else "",
            '<w:u w:val="single"/>' if look.underline else "",
            f'<w:vertAlign w:val="{look.shift}"/>' if look.shift else "",
        )
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{written}</w:t></w:r>'


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
