"""What writers of lines have in common: a walk over rich text that asks a syntax for each piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from publist.output.layout import layout
from publist.richtext import Highlight, Link, Mark, Node, Span, Text, rewrite
from publist.url import safe_url


@dataclass(frozen=True, slots=True)
class Syntax:
    r"""One output syntax.

    ``spans`` and ``highlights`` say what a style is written as, e.g. ``textbf``; a style that is in no table
    is written as plain text.  ``styled`` puts a piece into one of these, ``linked`` into a link to an allowed
    URL.  ``line_end`` stands between the lines of a citation.
    """

    escape: Callable[[str], str]
    styled: Callable[[str, str], str]
    linked: Callable[[str, str], str]
    spans: Mapping[str, str]
    highlights: Mapping[str, str]
    line_end: str

    def inline(self, children: Iterable[Node]) -> str:
        """The nodes inside one line."""
        return "".join([self._node(node) for node in children])

    def _node(self, node: Node) -> str:
        if isinstance(node, str):
            return self.escape(node)
        if isinstance(node, Mark):
            return self._styled(self.spans["superscript"], self.escape(node.sign))
        if isinstance(node, Link):  # no syntax has a link inside another
            return self.link_to(node.url, self.inline(rewrite(node.children, _unlinked)))
        inner = self.inline(node.children)
        if isinstance(node, Span):
            return self._styled(self.spans.get(node.style, ""), inner)
        if isinstance(node, Highlight):
            return self._styled(self.highlights.get(node.kind, self.spans["bold"]), inner)
        return inner

    def _styled(self, style: str, written: str) -> str:
        return self.styled(style, written) if style and written else written

    def link_to(self, url: str, written: str) -> str:
        """A link around what is written already; that alone if the URL is not allowed."""
        target = safe_url(url)
        return self.linked(target, written) if target is not None and written else written

    def link(self, url: str, label: str) -> str:
        """A link; the label alone if the URL is not allowed."""
        return self.link_to(url, self.escape(label))

    def lines(self, cut: Iterable[Iterable[Node]]) -> str:
        """The lines of a citation that :func:`~publist.output.layout.layout` has cut."""
        return self.line_end.join([self.inline(line).strip() for line in cut])

    def render(self, text: Text) -> str:
        """The rich text inside one paragraph, a label in the margin before its first line."""
        laid = layout(text)
        start = self.inline(laid.label).strip()
        return (start + " " if start else "") + self.lines(laid.lines)


def _unlinked(node: Node) -> tuple[Node, ...]:
    return node.children if isinstance(node, Link) else (node,)
