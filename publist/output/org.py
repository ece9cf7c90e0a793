r"""Rich text to Org, as Emacs exports it.

Org has no escape for its marks; its manual ("Escape Character") has a zero width space instead, which keeps
what stands before it text, and lets a style begin and end inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.inline import Inline
from publist.output.rows import Bar, EntryRows
from publist.output.scripts import with_scripts
from publist.patterns import pattern
from publist.richtext import Node, Text

_SPANS = {"italic": "/", "oblique": "/", "bold": "*", "underline": "_", "superscript": ""}
_HIGHLIGHTS = {"em": "/", "underline": "_"}

_APART = "\u200b"
# The text of a style, which neither begins nor ends with a blank.
_CORE = pattern(rf"[^\s{_APART}](?:.*[^\s{_APART}])?", re.DOTALL)
# A mark where a word may begin or end.
_MARK = pattern(r"(?<![^\W_])[*=+]|[*=+](?![^\W_])|(?<!:)(?<!:/)(?:(?<![^\W_])/|/(?![^\W_]))|[_~]")
# What reads on to the right of it: scripts, commands, macros, tables, dates, addresses, dashes and ellipses.
_SPECIAL = pattern(
    r"[\^\\<@{|]|\[(?=[\[#%@]|fn:|cite|\d{4}-|$)|\](?=\]|\[|$)|(?<=\w):(?=[^\s/]|$)|-(?=-|$)|\.(?=\.)"
)
# What begins an item, a keyword, a table or a drawer.
_LINE_START = pattern(r"^(?=[-+#|:%]|\w+[.)](?:\s|$)|(?:TODO|DONE|COMMENT)\b)")
_SCHEME = pattern(r"[a-z][a-z0-9+.-]*:|#", re.IGNORECASE)
# Signs that are no characters of text: where a style begins and ends.
_BEGIN, _END = "\ufffe", "\uffff"
# Where it may do so as it is (Org's PRE and POST), and where it needs a space of no width.
_APART_ALREADY = pattern(
    rf"(?:(?<=[\s('\"{{-])|(?<={_BEGIN}[*/_])|^){_BEGIN}|{_END}(?=[\s\-.,;:!?'\")}}]|[*/_]{_END}|$)"
)
_TOGETHER = pattern(f"[{_BEGIN}{_END}{_APART}]+")
# What would end a style before its end.
_ENDS = {
    style: pattern(rf"(?<=[^\s{_APART}{_BEGIN}]){re.escape(style)}(?=[\s{_APART}{_END}\-.,;:!?'\")}}\[\\]|$)")
    for style in "*/_"
}


class OrgWriter(Inline):
    """An item of a plain list for each entry."""

    line_end = " \\\\\n"
    tight = True
    spans = _SPANS
    highlights = _HIGHLIGHTS
    form = "%s%s"

    def escape(self, text: str) -> str:
        """The text so that it is nothing but text inside a line."""
        apart = _MARK.sub(rf"{_APART}\g<0>{_APART}", _SPECIAL.sub(rf"\g<0>{_APART}", printable(text)))
        return apart.replace("$", r"\dollar{}")

    def line(self, children: Iterable[Node]) -> str:
        """A line of its own, which begins nothing but a line."""
        return _LINE_START.sub(_APART, _settled(super().line(with_scripts(tuple(children)))))

    def bar(self, bar: Bar) -> str:
        """The badges and the links."""
        return _settled(super().bar(bar))

    def linked(self, url: str, written: str) -> str:
        """A link with a description."""
        quoted = quote(url, safe="/:?=+,;@!*()-._~%#&")
        place = quoted if _SCHEME.match(quoted) else "file:" + quoted  # else Org looks for a headline
        return f"[[{place}][{written.replace(']]', f']{_APART}]')}]]"

    def _styled(self, style: str, written: str) -> str:
        core = _CORE.search(written)
        if not style or core is None:
            return written
        inner = core[0].replace(_BEGIN + style, "").replace(style + _END, "")
        if _ENDS[style].search(inner[:-1]):
            return written
        return f"{written[: core.start()]}{_BEGIN}{style}{inner}{style}{_END}{written[core.end() :]}"

    def heading(self, content: Text, level: int) -> str:
        """A headline, e.g. ``* 2024`` for levels 1 and 2."""
        return f"{'*' * max(level - 1, 1)} {self.render(content)}".replace(self.line_end, " ")

    def entry(self, entry: EntryRows) -> str:
        """An item; its lines are below one another."""
        lines = self.line_end.join([self.render(entry.citation), *self.below(entry)])
        return "- " + lines.replace("\n", "\n  ")


def _settled(written: str) -> str:
    """The line with its styles apart from what stands beside them."""
    return _TOGETHER.sub(_APART, _APART_ALREADY.sub("", written))
