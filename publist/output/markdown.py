r"""Rich text to Markdown that kramdown (Jekyll), goldmark (Hugo) and GitHub read alike.

No raw HTML.  Italics are ``*…*`` and bold is ``**…**``; italics that bold text meets are ``_…_``, so that the
two never run into one another.
CommonMark opens and closes emphasis by the characters beside it (CommonMark 0.31, 6.2): where those
would stop it (``x**(y)**``) the neighbour is written as a character reference, which counts as
punctuation and reads the same.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from publist.output.characters import without_control
from publist.output.paper import Paper
from publist.output.rows import EntryRows
from publist.output.scripts import shifted
from publist.patterns import pattern
from publist.publication import Badge
from publist.richtext import (
    Block,
    Highlight,
    LinkSpan,
    Mark,
    NameSpan,
    Node,
    Span,
    Text,
    VariableSpan,
    rewrite,
)
from publist.url import safe_url

_DELIMITERS = {"italic": "*", "oblique": "_", "bold": "**"}
_HIGHLIGHTS = {"em": "_", "underline": "_"}

# A backslash works before these in all three; "~" it does not escape in kramdown, and "<", ">" and "&" are
# safer as references.  So are braces and backticks for what reads a page before Markdown does, and knows no
# backslash: Liquid, Hugo's shortcodes, Nunjucks, Jinja, MDX, Quarto's {{< >}}, knitr's `r …`.
_ESCAPES = {c: "\\" + c for c in "*_[]|$\"'"} | {
    "{": "&#123;",
    "}": "&#125;",
    "`": "&#96;",
    "\\": "&#92;",  # so that a backslash before a delimiter is always an escape
    "<": "&lt;",
    ">": "&gt;",
    "~": "&#126;",
    "@": "&#64;",
}
_TABLE = str.maketrans(_ESCAPES)
# kramdown's and goldmark's typography: "--", "..."
_DOUBLED = pattern(r"(?<=-)-|(?<=\.)\.")
# "&" where the next characters, also those of the next node, may make it a character reference
_AMPERSAND = pattern(r"&(?=[#A-Za-z]|$)")
# what makes a line a heading, a list item, a heading's underline, a definition or a statement of MDX
_LINE_START = pattern(
    r"^(\s*)(?:(\d{1,9})([.)])(?=\s|$)|([-+=:#])|([ie])(?=(?:mport|xport)\b))", re.MULTILINE
)


_NOT_IN_DESTINATION = frozenset("()<>[]\\`*{}|\"'^$ ")


def escape(text: str) -> str:
    """The text so that it is nothing but text inside a paragraph or a list item."""
    text = _AMPERSAND.sub("&amp;", without_control(text)).translate(_TABLE)
    return _DOUBLED.sub(r"\\\g<0>", text)


def render(text: Text) -> str:
    """The rich text as Markdown; each line of a citation but the last ends with a hard break."""
    written = _inline(_apart(text))
    lines = [line.strip(" ") for line in written.split("\n")]
    lines = [_LINE_START.sub(_escape_line_start, line) for line in lines if line]
    return "  \n".join(lines)


def _apart(text: Text) -> Text:
    """The text with its italics as oblique, which are written ``_…_``, where any of them meets bold."""
    if isinstance(text, str) or not _italics_meet_bold(text):
        return text
    return rewrite(text, lambda node: (_oblique(node),))


def _oblique(node: Node) -> Node:
    return Span("oblique", node.children) if isinstance(node, Span) and node.style == "italic" else node


def _italics_meet_bold(text: tuple[Node, ...]) -> bool:
    return any(
        left != right and {"*", "**"} <= left | right for left, right in pairwise(_signs(text, frozenset()))
    )


def _signs(children: tuple[Node, ...], around: frozenset[str]) -> Iterator[frozenset[str]]:
    """What each piece of text is written between, e.g. ``*`` and ``**``."""
    for node in children:
        if isinstance(node, str):
            if node:
                yield around
        elif isinstance(node, Mark):
            yield around
        else:
            yield from _signs(node.children, around | {_delimiter(node)} - {""})


def _escape_line_start(match: re.Match[str]) -> str:
    blank, number, point, sign, letter = match.groups()
    if letter:  # MDX would run what follows "import" or "export"
        return f"{blank}&#{ord(letter)};"
    return f"{blank}\\{sign}" if sign else f"{blank}{number}\\{point}"


def _destination(url: str) -> str:
    # CommonMark 6.3: no blanks and only balanced parentheses; a backslash or "&" would be an escape.
    quoted = "".join(f"%{ord(c):02X}" if c in _NOT_IN_DESTINATION else c for c in url)
    return quoted.replace("&", "&amp;")


def _inline(text: Text) -> str:
    settled: list[str] = []
    end = ""  # what the next piece may still change
    for node in (text,) if isinstance(text, str) else text:
        end = _joined(end, _WRITERS[type(node)](node))
        settled.append(end[:-_END])
        end = end[-_END:]
    return "".join([*settled, end])


_END = 16  # more than two delimiters, their escapes and a letter
# Any character that is neither white space nor ASCII punctuation.
_LETTER = r"[^\s!-/:-@\[-`{-~]"
_LETTER_END = pattern(_LETTER + "$")
_LETTER_START = pattern("^" + _LETTER)
# Stars with a letter or digit on their inner side open and close anywhere; "_" never inside a word.
_OPENS = pattern(r"^(?:\*\*?(?![^\W_*])|_)")
_CLOSES = pattern(r"(?:(?<![^\W_])\*\*|(?<![^\W_])(?<![\\*])\*|(?<!\\)_)$")
# What a piece ends and begins with; an escaped sign is none.
_END_SIGN = pattern(r"(?<!\\)(\*\*|_|(?:(?<!\*)|(?<=\\\*))\*)$")
_START_SIGN = pattern(r"^(\*\*|_|\*)")


def _joined(left: str, right: str) -> str:
    """Both pieces side by side, with a letter beside a delimiter as a reference.

    Two pieces in the same style become one, since ``**a****b**`` is not bold twice.
    """
    end, start = _END_SIGN.search(left), _START_SIGN.match(right)
    if end and start and end[1] == start[1]:
        return _joined(left[: end.start()], right[start.end() :])
    if _OPENS.match(right) and _LETTER_END.search(left):
        left = f"{left[:-1]}&#{ord(left[-1])};"
    elif _CLOSES.search(left) and _LETTER_START.match(right):
        right = f"&#{ord(right[0])};{right[1:]}"
    return left + right


def _delimiter(node: Node) -> str:
    """What the node is written between, e.g. ``**``; "" if nothing."""
    if isinstance(node, Span):
        return _DELIMITERS.get(node.style, "")
    if isinstance(node, Highlight):
        return _HIGHLIGHTS.get(node.kind, "**")
    return ""


def _emphasis(delimiter: str, children: tuple[Node, ...]) -> str:
    # Bold inside bold is bold, but "****" is not.
    flat = rewrite(children, lambda node: _unwrapped(node) if _delimiter(node) == delimiter else (node,))
    return "\n".join(_wrapped(delimiter, line) for line in _inline(flat).split("\n"))


def _unwrapped(node: Node) -> tuple[Node, ...]:
    return node.children if isinstance(node, (Span, Highlight)) else (node,)


def _wrapped(delimiter: str, line: str) -> str:
    """The line between delimiters, its outer blanks outside them."""
    core = line.strip()
    if not core:
        return line
    if delimiter == "*" and "**" in core:
        delimiter = "_"
    start = line[: len(line) - len(line.lstrip())]
    end = line[len(line.rstrip()) :]
    return f"{start}{delimiter}{core}{delimiter}{end}"


def _span(node: Span) -> str:
    if delimiter := _delimiter(node):
        return _emphasis(delimiter, node.children)
    inner = _inline(node.children)
    if node.style not in ("superscript", "subscript"):
        return inner
    bare = inner.replace("\\", "")
    found = shifted(bare, raised=node.style == "superscript")
    return inner if found == bare else found


def _link(node: LinkSpan) -> str:
    target = safe_url(node.url)
    inner = _inline(node.children)
    if target is None or not inner.strip():
        return inner
    return f"[{inner.replace(chr(10), ' ')}]({_destination(target)})"


def _block(node: Block) -> str:
    inner = _inline(node.children)
    if node.display == "left-margin":
        return inner + " "
    return f"\n{inner}\n" if node.display == "block" else f"{inner}\n"


_WRITERS: dict[type[Node], Callable[..., str]] = {
    str: escape,
    Span: _span,
    LinkSpan: _link,
    NameSpan: lambda node: _inline(node.children),
    VariableSpan: lambda node: _inline(node.children),
    Block: _block,
    Highlight: lambda node: _emphasis(_delimiter(node), node.children),
    Mark: lambda node: escape(node.sign),
}
assert set(_ESCAPES) <= set(string.punctuation)  # noqa: S101 - CommonMark escapes only punctuation


class MarkdownWriter(Paper):
    """A list item for each entry, its lines with hard breaks."""

    line_end = "  \n"
    tight = True
    escape = staticmethod(escape)
    render = staticmethod(render)

    def inline(self, children: Iterable[Node]) -> str:
        """The nodes inside one line."""
        return _inline(tuple(children))

    def badge(self, badge: Badge) -> str:
        """A badge in bold."""
        return f"**{render(badge.label)}**"

    def heading(self, content: Text, level: int) -> str:
        """A heading, e.g. ``## 2024``."""
        return f"{'#' * min(level, 6)} {render(content)}"

    def entry(self, entry: EntryRows) -> str:
        """A list item."""
        lines = [self.render(entry.citation), *self.below(entry)]
        return "- " + self.line_end.join(lines).replace("\n", "\n  ")
