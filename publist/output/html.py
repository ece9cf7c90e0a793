"""Rich text to HTML.

Every part carries a class that begins with ``publist-``; the page needs no style sheet to read well.
"""

from __future__ import annotations

from collections.abc import Callable

from publist.output.characters import without_control
from publist.patterns import pattern
from publist.richtext import Block, Highlight, Link, Mark, NameSpan, Node, Span, Text, VariableSpan
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

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
# Jekyll, Hugo and Eleventy run their template languages over fragments before a browser sees them.
_TEMPLATE_OPENERS = pattern(r"\{(?=[{%#])")
_NOT_IN_CLASS = pattern(r"[^A-Za-z0-9_-]+")
_NOT_IN_ID = pattern(r"[\s\"'<>&]+")


def escape(text: str) -> str:
    """The text so that it is nothing but text, in an element as in a quoted attribute."""
    return _TEMPLATE_OPENERS.sub("&#123;", without_control(text).translate(_ESCAPES))


def class_name(value: str) -> str:
    """A class such as ``publist-container-title`` for a variable, a role or a badge."""
    return "publist-" + _NOT_IN_CLASS.sub("-", value).strip("-")


def identifier(key: str) -> str:
    """An ``id`` for an entry, e.g. ``publist-shao2022sfda``; ids take no white space."""
    return "publist-" + _NOT_IN_ID.sub("-", key)


def render(text: Text) -> str:
    """The rich text as HTML, e.g. ``("a ", Span("italic", ("b",)))`` as ``a <i>b</i>``."""
    if isinstance(text, str):
        return escape(text)
    return "".join([_WRITERS[type(node)](node) for node in text])


def link(url: str, label: str, css_class: str, icon: str = "") -> str:
    """A link in an entry's row of links; the label alone if the URL is not allowed.

    ``icon`` holds the classes of an icon before the label, e.g. ``fa-brands fa-github``.
    """
    target = safe_url(url)
    if target is None:
        return escape(label)
    sign = f'<i class="{escape(icon)}" aria-hidden="true"></i> ' if icon else ""
    return f'<a class="{css_class}" href="{escape(target)}">{sign}{escape(label)}</a>'


def _span(node: Span) -> str:
    start, end = _SPANS[node.style]
    return f"{start}{render(node.children)}{end}"


def _link(node: Link) -> str:
    target = safe_url(node.url)
    inner = render(node.children)
    return inner if target is None else f'<a href="{escape(target)}">{inner}</a>'


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
    return f'<sup class="publist-mark {class_name(node.role)}">{escape(node.sign)}</sup>'


_WRITERS: dict[type[Node], Callable[..., str]] = {
    str: escape,
    Span: _span,
    Link: _link,
    NameSpan: _name,
    VariableSpan: _variable,
    Block: _block,
    Highlight: _highlight,
    Mark: _mark,
}
