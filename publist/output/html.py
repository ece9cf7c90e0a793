"""Rich text to HTML.

Every part carries a class that begins with ``publist-``; the page needs no style sheet to read well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from publist import memo
from publist.output.characters import without_control
from publist.output.rows import Bar, Entries, EntryRows, Fold, Legend, Line, Row, Sheet
from publist.output.writer import Writer, written_part
from publist.patterns import pattern
from publist.publication import Badge, Link
from publist.richtext import Block, Highlight, LinkSpan, Mark, NameSpan, Node, Span, Text, VariableSpan
from publist.url import safe_url

# opening and closing tag of each span style
_SPANS = {
    "italic": ("<i>", "</i>"),
    "oblique": ('<span style="font-style:oblique">', "</span>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:lighter">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "underline": ('<span style="text-decoration:underline">', "</span>"),
    "code": ("<code>", "</code>"),
    "nocase": ("", ""),
    "nodecor": ('<span style="font-style:normal;font-weight:normal;font-variant:normal">', "</span>"),
    "upright": ('<span style="font-style:normal">', "</span>"),
    "medium": ('<span style="font-weight:normal">', "</span>"),
    "normal-caps": ('<span style="font-variant:normal">', "</span>"),
    "no-underline": ('<span style="text-decoration:none">', "</span>"),
    "baseline": ('<span style="vertical-align:baseline">', "</span>"),
}
# what a highlighted name is wrapped in; any other kind is the class of a span
_HIGHLIGHTS = {"strong": "strong", "em": "em", "underline": "u"}

# Jekyll, Hugo, Eleventy and Astro run their languages over fragments before a browser sees them: without a
# brace there is no {{, {%, {#, ${ nor {…}, whatever strings meet; without "<" no <%.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;"}
)
_SPECIAL = pattern(r"[&<>\"'{}]")
_WHOLE = '<div class="publist">'
_NOT_IN_CLASS = pattern(r"[^A-Za-z0-9_-]+")
_PLAIN_ID = pattern(r"[A-Za-z0-9_:./+-]*")
_NOT_IN_ID = pattern(r"[\s\x00-\x1f\x7f\ud800-\udfff\"'<>&{}`]+")


def escape(text: str) -> str:
    """The text so that it is nothing but text, in an element as in a quoted attribute."""
    text = without_control(text)
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def href(url: str) -> str:
    """An address in a quoted attribute; a backslash is no character of one (URL Standard, 4.3)."""
    return escape(url.replace("\\", "%5C"))


@lru_cache(maxsize=1024)  # the names of variables come again and again
def class_name(value: str) -> str:
    """A class such as ``publist-container-title`` for a variable, a role or a badge."""
    return "publist-" + _NOT_IN_CLASS.sub("-", value).strip("-")


def identifier(key: str) -> str:
    """An ``id`` for an entry, e.g. ``publist-shao2022sfda``; ids take no white space."""
    return "publist-" + (key if _PLAIN_ID.fullmatch(key) else _NOT_IN_ID.sub("-", key))


def render(text: Text) -> str:
    """The rich text as HTML, e.g. ``("a ", Span("italic", ("b",)))`` as ``a <i>b</i>``."""
    if isinstance(text, str):
        return escape(text)
    return "".join([_WRITERS[type(node)](node) for node in text])


def _span(node: Span) -> str:
    start, end = _SPANS[node.style]
    return f"{start}{render(node.children)}{end}"


def _link(node: LinkSpan) -> str:
    target = safe_url(node.url)
    inner = render(node.children)
    return inner if target is None else f'<a href="{href(target)}">{inner}</a>'


def _name(node: NameSpan) -> str:
    return f'<span class="publist-name {class_name(node.variable)}">{render(node.children)}</span>'


def _variable(node: VariableSpan) -> str:
    return f'<span class="{class_name(node.variable)}">{render(node.children)}</span>'


def _block(node: Block) -> str:
    tag = "span" if node.display in ("left-margin", "right-inline") else "div"
    after = " " if node.display == "left-margin" else ""
    return f'<{tag} class="publist-{node.display}">{render(node.children)}</{tag}>{after}'


def _highlight(node: Highlight) -> str:
    tag = _HIGHLIGHTS.get(node.kind)
    inner = render(node.children)
    if tag is None:
        return f'<span class="{class_name(node.kind)}">{inner}</span>'
    return f'<{tag} class="publist-highlight">{inner}</{tag}>'


def _mark(node: Mark) -> str:
    words = escape(node.words)
    heard = f' role="img" aria-label="{words}" title="{words}"' if words else ""
    return f'<sup class="publist-mark {class_name(node.role)}"{heard}>{escape(node.sign)}</sup>'


_WRITERS: dict[type[Node], Callable[..., str]] = {
    str: escape,
    Span: _span,
    LinkSpan: _link,
    NameSpan: _name,
    VariableSpan: _variable,
    Block: _block,
    Highlight: _highlight,
    Mark: _mark,
}


def button(link: Link) -> str:
    """A link in an entry's row of links; the label alone if the URL is not allowed."""
    target = safe_url(link.url)
    if target is None:
        return escape(link.label)
    icon = f'<i class="{escape(link.icon)}" aria-hidden="true"></i> ' if link.icon else ""
    classes = f"publist-link {class_name(link.kind)}"
    return f'<a class="{classes}" href="{href(target)}">{icon}{escape(link.label)}</a>'


class HtmlWriter(Writer):
    """A list for the entries below each heading; every part has a class of its own."""

    render = staticmethod(render)
    class_name = staticmethod(class_name)
    identifier = staticmethod(identifier)
    link = staticmethod(button)

    def __init__(self, sheet: Sheet) -> None:
        """Take the language in which the rows are."""
        self.language = sheet.language

    def heading(self, content: Text, level: int) -> str:
        """A heading, at most of level 6."""
        tag = f"h{min(level, 6)}"
        return f'<{tag} class="publist-heading">{render(content)}</{tag}>'

    def paragraph(self, row: Line | Legend) -> str:
        """A paragraph."""
        return _legend(row, "p") if isinstance(row, Legend) else _line(row, "p")

    def entry(self, entry: EntryRows) -> str:
        """An item of the list: the rows that open, and the lines, each in its element."""
        classes = f"publist-entry {class_name(f'type-{entry.type}')}"
        item = f'<li class="{classes}" id="{identifier(entry.key)}">'
        return "\n".join([row for row in (item, *self.rows(entry), "</li>") if row])

    def rows(self, entry: EntryRows) -> list[str]:
        """The picture, the citation and the rows below it; "" for what the entry has not."""
        picture = entry.picture and f'<img class="publist-preview" src="{escape(entry.picture)}" alt="">'
        citation = Line("citation", entry.citation)
        return [picture, *map(row_html, (citation, *entry.rows))]

    def entries(self, part: Entries) -> str:
        """The list, without bullets where there are labels."""
        return "\n".join(self._pieces_of(part))

    def _pieces_of(self, part: Entries) -> Iterator[str]:
        style = ' style="list-style:none"' if part.labelled else ""
        return chain((f'<ul class="publist-list"{style}>',), self.written(part.entries), ("</ul>",))

    def written(self, entries: Sequence[EntryRows]) -> Iterator[str]:
        """The entries, each as it was written before if it has not changed."""
        writer = memo.digest("writer", lambda: (type(self), vars(self)))
        for entry in entries:
            digest = memo.digest("html", lambda entry=entry: (writer, entry))  # type: ignore[misc]  # mypy infers no lambda's default
            yield memo.kept(digest, lambda entry=entry: self.entry(entry))  # type: ignore[misc]  # mypy infers no lambda's default

    def whole(self, parts: Sequence[str]) -> str:
        """One element around the parts."""
        return "\n".join((_WHOLE, *parts, "</div>"))

    def pieces(self, sheet: Sheet) -> Iterator[str]:
        """The same and a newline: of a long list no two entries need be there at once."""
        yield f"{_WHOLE}\n"
        for part in sheet.parts:
            written = self._pieces_of(part) if isinstance(part, Entries) else (written_part(part, self),)
            yield from map("{}\n".format, written)
        yield "</div>\n"


def row_html(row: Row) -> str:
    """A row below a citation, e.g. ``<div class="publist-note">A note</div>``."""
    return _ROWS[type(row)](row)


def badge_html(badge: Badge) -> str:
    """A badge, e.g. ``<strong class="publist-badge publist-oral">Oral</strong>``."""
    color = f" {class_name(f'color-{badge.color}')}" if badge.color else ""
    return f'<strong class="publist-badge {class_name(badge.kind)}{color}">{render(badge.label)}</strong>'


def _line(row: Line, tag: str = "div") -> str:
    return f'<{tag} class="{class_name(row.name)}">{render(row.content)}</{tag}>'


def _bar(row: Bar) -> str:
    badges = " ".join(map(badge_html, row.badges))
    links = " ".join(f"[{button(link)}]" for link in row.links)
    parts = {"badges": badges, "links": links}
    return "\n".join(f'<span class="publist-{name}">{part}</span>' for name, part in parts.items() if part)


def _fold(row: Fold) -> str:
    content = f"<pre>{render(row.content)}</pre>" if row.verbatim else render(row.content)
    summary = f"<summary>{escape(row.summary)}</summary>"
    return f'<details class="{class_name(row.name)}">{summary}{content}</details>'


def _legend(row: Legend, tag: str = "div") -> str:
    marks = "; ".join(f"<span>{render(mark.sign)} {render(mark.label)}</span>" for mark in row.marks)
    return f'<{tag} class="publist-legend">{marks}</{tag}>'


_ROWS: dict[type[Row], Callable[..., str]] = {Line: _line, Bar: _bar, Fold: _fold, Legend: _legend}
