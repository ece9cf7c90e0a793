r"""Rich text to RTF (Rich Text Format 1.9), in ASCII: other characters are ``\u…?``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from publist.output.characters import printable
from publist.output.layout import layout
from publist.richtext import Block, Highlight, Link, Mark, NameSpan, Node, Span, Text, VariableSpan
from publist.url import safe_url

_SPANS = {
    "italic": r"\i",
    "oblique": r"\i",
    "bold": r"\b",
    "small-caps": r"\scaps",
    "superscript": r"\super",
    "subscript": r"\sub",
    "underline": r"\ul",
    "code": r"\f1",
    "nodecor": r"\plain",
    "upright": r"\i0",
    "medium": r"\b0",
    "normal-caps": r"\scaps0",
    "no-underline": r"\ulnone",
    "baseline": r"\nosupersub",
}
_HIGHLIGHTS = {"em": r"\i", "underline": r"\ul"}
_SPECIAL = re.compile(r"[\\{}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def escape(text: str) -> str:
    r"""The text so that RTF shows it and nothing else, e.g. ``ü`` as ``\u252?``."""
    return _NOT_ASCII.sub(_unicode, _SPECIAL.sub(r"\\\g<0>", printable(text)))


def _unicode(match: re.Match[str]) -> str:
    # One \u for each UTF-16 unit, as a signed 16-bit number.
    units = match[0].encode("utf-16-le")
    numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
    return "".join(f"\\u{number}?" for number in numbers)


def render(text: Text) -> str:
    r"""The rich text as RTF inside one paragraph; its lines end with ``\line``."""
    laid = layout(text)
    start = _inline(laid.label).strip()
    return (start + " " if start else "") + lines(laid.lines)


def lines(cut: Iterable[tuple[Node, ...]]) -> str:
    """The lines of a citation that :func:`~publist.output.layout.layout` has cut."""
    return "\\line\n".join([_inline(line).strip() for line in cut])


def link(url: str, label: str) -> str:
    """A link; the label alone if the URL is not allowed."""
    return _linked(url, escape(label))


def heading(text: Text, level: int) -> str:
    """A heading as a paragraph with an outline level (from 0) that Word's navigation shows."""
    size = {1: 32, 2: 28, 3: 26}.get(level, 24)
    before = r"{\pard\keepn\sb240\sa80\outlinelevel"
    return f"{before}{max(level - 2, 0)}\\b\\fs{size} {render(text)}\\par}}"


def _linked(url: str, written: str) -> str:
    target = safe_url(url)
    if target is None or not written:
        return written
    address = quote(target, safe="/:?=+,;@!*()-._~%#&")
    return '{\\field{\\*\\fldinst{HYPERLINK "' + address + '"}}{\\fldrslt{' + written + "}}}"


def _inline(text: Text) -> str:
    return "".join([_WRITERS[type(node)](node) for node in ((text,) if isinstance(text, str) else text)])


def _group(word: str | None, children: tuple[Node, ...]) -> str:
    inner = _inline(children)
    return f"{{{word} {inner}}}" if word and inner else inner


def _span(node: Span) -> str:
    return _group(_SPANS.get(node.style), node.children)


def _highlight(node: Highlight) -> str:
    return _group(_HIGHLIGHTS.get(node.kind, r"\b"), node.children)


def _link(node: Link) -> str:
    return _linked(node.url, _inline(node.children))


def _children(node: NameSpan | VariableSpan | Block) -> str:
    return _inline(node.children)


def _mark(node: Mark) -> str:
    return f"{{\\super {escape(node.sign)}}}"


_WRITERS: dict[type[Node], Callable[..., str]] = {
    str: escape,
    Span: _span,
    Link: _link,
    NameSpan: _children,
    VariableSpan: _children,
    Block: _children,
    Highlight: _highlight,
    Mark: _mark,
}
