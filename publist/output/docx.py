"""Rich text to a Word document, with real styles: headings, Bibliography, Hyperlink.

Needs python-docx (the extra ``docx``).  The same list gives the same bytes: no time of writing is kept.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from publist.errors import OutputError
from publist.output.characters import printable
from publist.output.paper import Paper, label_of
from publist.output.rows import EMPTY, EntryRows, Legend, Line, Sheet
from publist.publication import Badge
from publist.richtext import Highlight, LinkSpan, Mark, Node, Span, Text, nodes
from publist.url import safe_url

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = datetime(1980, 1, 1)
_HANGING = 2.0  # em of an 11 pt font, about: the indent of entries without a label
_LABEL_WIDTH = 0.6  # of an em for each character of a label
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_EM = 11.0  # points
_FAMILY = "Times New Roman"  # every word processor has it, or one of the same measures
# Of the styles: points of the font, before and after a paragraph.
_STYLES = {
    "Normal": (_EM, 0, 0),
    "Title": (17, 0, 14),
    "Heading 1": (13, 16, 6),
    "Heading 2": (11.5, 12, 4),
    **{f"Heading {level}": (_EM, 10, 4) for level in range(3, 7)},
}
_SIZES = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}  # cm
_NUMBER = (
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
# A raised star is a speck at the size of the text; larger than this, it would push lines apart.
_STAR = '<w:sz w:val="26"/>'


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
    star: bool = False


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


def _define_styles(made: Document, sheet: Sheet) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    family = sheet.fonts[0] if sheet.fonts else _FAMILY
    for name, (size, before, after) in _STYLES.items():
        style: Any = made.styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), name != "Normal", RGBColor(0, 0, 0)
        _set_family(style, family)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    title: Any = made.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.element.pPr.xpath("w:pBdr"):
        title.element.pPr.remove(border)
    entry: Any = made.styles.add_style("Bibliography", WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style = made.styles["Normal"]
    entry.paragraph_format.space_after = Pt(6)
    entry.paragraph_format.keep_together = True
    entry.paragraph_format.left_indent = Pt(_HANGING * _EM)
    entry.paragraph_format.first_line_indent = Pt(-_HANGING * _EM)
    hyperlink: Any = made.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    hyperlink.font.color.rgb = RGBColor(0x05, 0x50, 0xAE)


def _set_family(style: Any, family: str) -> None:
    """The style's font, in place of the theme's, for all scripts that it has."""
    from docx.oxml.ns import qn

    style.font.name = family
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    fonts.set(qn("w:cs"), family)


def _lay_out(made: Document, sheet: Sheet) -> None:
    """The sheets' size, their margins and numbers, and the language of the text."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Cm

    section: Any = made.sections[0]
    section.page_width, section.page_height = map(Cm, _SIZES[sheet.paper])
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(2.5))
    number: Any = section.footer.paragraphs[0]._p  # python-docx has no fields
    for element in parse_xml(f"<w:p {nsdecls('w')}>{_NUMBER}</w:p>"):
        number.append(element)
    defaults: Any = made.styles.element
    for language in defaults.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), sheet.language)


class WordWriter(Paper):
    """Writes WordprocessingML (ECMA-376, 17.3) by itself, since python-docx takes 10 ms for each paragraph.

    Raises OutputError where python-docx is not installed.
    """

    line_end = "<w:r><w:br/></w:r>"
    between = ""

    def __init__(self, sheet: Sheet = EMPTY) -> None:
        super().__init__(sheet)
        try:
            import docx
        except ModuleNotFoundError as error:
            raise OutputError('Word files need python-docx: pip install "publist[docx]"') from error
        self.made = docx.Document()
        self.links: dict[str, str] = {}
        self.style_ids: dict[str, str] = {}
        _define_styles(self.made, sheet)
        _lay_out(self.made, sheet)

    def escape(self, text: str) -> str:
        """The text as a run."""
        return _run(text, _Look())

    def inline(self, children: Iterable[Node]) -> str:
        """The nodes as runs."""
        return self._runs(children, _Look())

    def badge(self, badge: Badge) -> str:
        """A badge in bold."""
        return self._runs(nodes(badge.label), _Look(bold=True))

    def heading(self, content: Text, level: int) -> str:
        """A heading; the title of a page has the first level, so that 2 is Word's 1."""
        return self._paragraph(f"Heading {max(min(level - 1, 6), 1)}", self.render(content))

    def paragraph(self, row: Line | Legend) -> str:
        """A line of the list itself."""
        return self._paragraph("Normal", self.row(row))

    def entry(self, entry: EntryRows) -> str:
        """A paragraph that hangs, with its label before a tabulator."""
        lines = self.lines(entry)
        label = label_of(entry.citation)
        margin = _hanging(len(self.widest)) if label else ""
        start = self.escape(label) + "<w:r><w:tab/></w:r>" if label else ""
        return self._paragraph("Bibliography", start + lines, margin)

    def whole(self, parts: Sequence[str]) -> bytes:
        """The file; the same parts give the same bytes."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        title = self.sheet.title
        head = self._paragraph("Title", self.render(title)) if title else ""
        body: Any = self.made.element.body
        for element in parse_xml(f"<w:body {nsdecls('w', 'r')}>{head}{''.join(parts)}</w:body>"):
            body.sectPr.addprevious(element)
        return _saved(self.made)

    def _paragraph(self, style: str, runs: str, margin: str = "") -> str:
        if style not in self.style_ids:
            self.style_ids[style] = str(self.made.styles[style].style_id)
        name = self.style_ids[style]
        return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{margin}</w:pPr>{runs}</w:p>'

    def _runs(self, children: Iterable[Node], look: _Look) -> str:
        return "".join([self._node(node, look) for node in children])

    def _node(self, node: Node, look: _Look) -> str:
        if isinstance(node, str):
            return _run(node, look)
        if isinstance(node, Mark):
            return _run(node.sign, replace(look, shift="superscript", star=not node.sign.strip("*")))
        if isinstance(node, Span):
            # "nodecor" is free of all styles but that of a link.
            change: dict[str, Any] = _CHANGES.get(node.style, {})
            plain = _Look(link=look.link)
            return self._runs(node.children, plain if node.style == "nodecor" else replace(look, **change))
        if isinstance(node, Highlight):
            emphasis: dict[str, Any] = _HIGHLIGHTS.get(node.kind, {"bold": True})
            return self._runs(node.children, replace(look, **emphasis))
        if isinstance(node, LinkSpan) and not look.link and (url := safe_url(node.url)):
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
            _STAR if look.star else "",
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
