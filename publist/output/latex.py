r"""Rich text to LaTeX, for LuaLaTeX and XeLaTeX (and pdfLaTeX as far as its fonts go).

Needs ``hyperref`` for links and nothing else.  Ligatures that change characters (``--``, ``''``) are
broken up, so that what is read is what was written.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Inline
from publist.output.rows import Entries, EntryRows
from publist.patterns import pattern
from publist.richtext import Text

_SPANS = {
    "italic": "textit",
    "oblique": "textsl",
    "bold": "textbf",
    "small-caps": "textsc",
    "superscript": "textsuperscript",
    "subscript": "textsubscript",
    "underline": "underline",
    "code": "texttt",
    "nodecor": "textnormal",
    "upright": "textup",
    "medium": "textmd",
    "normal-caps": "textulc",
}
_HIGHLIGHTS = {"em": "emph", "underline": "underline"}

# Drawn, since it needs no font and no package.
_ENVELOPE = (
    r"{\setlength{\unitlength}{0.1em}\begin{picture}(9,6)\put(0,0){\framebox(9,6){}}"
    r"\put(0,6){\line(3,-2){4.5}}\put(9,6){\line(-3,-2){4.5}}\end{picture}}"
)
_TABLE = str.maketrans(
    {c: "\\" + c for c in "{}$&%#_"}
    | {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        # No optional argument begins or ends with these.
        "[": "{[}",
        "]": "{]}",
        "*": "{*}",
        "\xa0": "~",
        # Signs that no font of TeX's own has.
        "✉": _ENVELOPE,
        "✝": r"\textdagger{}",
        "★": r"\ensuremath{\star}",
        "⋆": r"\ensuremath{\star}",
        "✦": r"\ensuremath{\diamond}",
        "⋄": r"\ensuremath{\diamond}",
        "\xad": r"\-",
    }
)
# What TeX's fonts join to another character: "--", ",,".  Guillemets and quotes are commands above.
_LIGATURE = pattern(r"(?<=-)-|(?<=,),")
_ADDRESS = ("http://", "https://", "10.")
_URL_KEEPS = "/:?=+,;@!*()-._"  # percent signs, hashes and ampersands get a backslash
_HEADINGS = ("section", "section", "subsection", "subsubsection", "paragraph", "subparagraph")


# An entry hangs, by the widest label where there are labels; no page ends inside of it.
_HANGING = (
    r"\setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}"
    r"\setlength{\leftmargin}{1.5em}\setlength{\itemindent}{-1.5em}"
)
_WHOLE = r"\interlinepenalty=10000"
_LABELLED = (
    r"\settowidth{\labelwidth}{%s}\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}"
)


class LatexWriter(Inline):
    """A ``list`` for the entries below each heading."""

    line_end = "\\newline\n"
    form = r"\%s{%s}"
    spans = _SPANS
    highlights = _HIGHLIGHTS

    def escape(self, text: str) -> str:
        r"""The text so that TeX prints it and nothing else, e.g. ``50 %`` as ``50 \%``."""
        return _LIGATURE.sub(r"{}\g<0>", printable(text).translate(_TABLE))

    def sign(self, sign: str) -> str:
        """A mark's sign; TeX's own fonts for text have no Greek."""
        return r"\ensuremath{\alpha}" if sign == "α" else super().sign(sign)

    def linked(self, url: str, written: str) -> str:
        """A link of hyperref's; a printed address may end a line behind a slash."""
        if written.startswith(_ADDRESS):
            written = re.sub(r"(?<!/)/(?=\w)", r"/\\allowbreak{}", written)
        quoted = quote(url, safe=_URL_KEEPS + "%#&")
        return "\\href{" + re.sub("[%#&_]", r"\\\g<0>", quoted) + "}{" + written + "}"

    def heading(self, content: Text, level: int) -> str:
        r"""A heading without a number, e.g. ``\section*{2024}`` for levels 1 and 2."""
        return f"\\{_HEADINGS[min(level, 6) - 1]}*{{{self.render(content)}}}"

    def entry(self, entry: EntryRows) -> str:
        """An item of the list."""
        return f"\\item[{self.label(entry.citation)}] {self.lines(entry)}"

    def entries(self, part: Entries) -> str:
        """The list; labels are as wide in all of them."""
        look = (_LABELLED % self.render(self.widest) if self.widest else _HANGING) + _WHOLE
        return "\n".join((f"\\begin{{list}}{{}}{{{look}}}", *map(self.entry, part.entries), r"\end{list}"))
