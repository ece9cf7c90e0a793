"""Rich text to AsciiDoc, as Asciidoctor (and so Antora) reads it.

What the syntax may read is written as a numeric character reference, which Asciidoctor puts through as the
character it is.  Styles stand between doubled marks (``**``), which work inside words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Inline
from publist.output.rows import Entries, EntryRows
from publist.output.scripts import with_scripts
from publist.patterns import pattern
from publist.richtext import Node, Text

_SPANS = {
    "italic": "__",
    "oblique": "__",
    "bold": "**",
    "code": "``",
    "small-caps": "[.small-caps]##",
    "underline": "[.underline]##",
    "superscript": "^",
    "subscript": "~",
}
_HIGHLIGHTS = {"em": "__", "underline": "[.underline]##"}

# What marks styles, macros, attributes and references; dashes, ellipses, arrows and "(C)" that become signs;
# "term::", "http://", "a@b".
_SPECIAL = pattern(
    r"""[*_`#^~+$\[\]{}<>&\\|"'=@]|(?<![A-Za-z0-9 ]);"""
    r"""|(?<=-)-|-(?=-)|(?<=\.)\.|\((?=[(CRT])|(?<=\))\)|:(?=\S)|(?<=/)/"""
)
# What begins an item, a label, a comment or a title: "1. ", "A. ", "ii) ", "- ", ". ", "NOTE: ", "//".
_LINE_START = pattern(r"^(\w*)([.):](?=\s|$)|(?<!\w)[-./])")
# A link's end before a style, which would take its text for the role: a word joiner stands between.
_ROLE = pattern(r"(?<!\[\.small-caps)(?<!\[\.underline)\](?=\*\*|__|``|\^|~|##|\[\.)")
_KEPT = "/:?=+,;@!()-._~%#&"


class AsciidocWriter(Inline):
    """An item of an unordered list for each entry."""

    line_end = " +\n"
    tight = True
    spans = _SPANS
    highlights = _HIGHLIGHTS
    form = "%s%s"

    def escape(self, text: str) -> str:
        """The text so that it is nothing but text inside a line, e.g. ``*`` as ``&#42;``."""
        return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", printable(text))

    def line(self, children: Iterable[Node]) -> str:
        """A line of its own, which begins nothing but a line."""
        written = _ROLE.sub(r"\g<0>&#8288;", super().line(with_scripts(tuple(children))))
        return _LINE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", written, count=1)

    def linked(self, url: str, written: str) -> str:
        """A link; what has a role has none there, since Asciidoctor would take it for an attribute."""
        quoted = quote(url, safe=_KEPT)
        for mark in ("_", "#"):  # which would be taken for the end of a style around the link
            quoted = quoted.replace(mark * 2, f"{mark}%{ord(mark):02X}")
        return f"link:pass:[{quoted}][{_without_roles(written)}]"

    def _styled(self, style: str, written: str) -> str:
        core = written.strip()
        if not style or not core or (len(style) == 1 and re.search(r"\s", core)):
            return written
        mark = style[-2:]  # in text it is a reference: here it is the same style once more
        inner = _without_roles(core) if style.startswith("[") else core.replace(mark, "")
        start, _, end = written.partition(core)
        return f"{start}{style}{inner}{mark}{end}"

    def heading(self, content: Text, level: int) -> str:
        """A title, e.g. ``== 2024`` for level 2."""
        return f"{'=' * min(level, 6)} {self.render(content)}".replace(self.line_end, " ")

    def entry(self, entry: EntryRows) -> str:
        """An item of the list."""
        return "* " + self.line_end.join([self.render(entry.citation), *self.below(entry)])

    def entries(self, part: Entries) -> str:
        """The list, without bullets where the entries have numbers."""
        return ("[none]\n" if part.labelled else "") + super().entries(part)


def _without_roles(written: str) -> str:
    return re.sub(r"\[\.[a-z-]+\]##|##", "", written)
