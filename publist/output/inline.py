"""Rich text to syntaxes that put a styled piece between two marks, e.g. LaTeX, Typst and RTF."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar

from publist.output.paper import Paper
from publist.publication import Badge
from publist.richtext import Highlight, LinkSpan, Mark, Node, Span, rewrite
from publist.url import safe_url


class Inline(Paper):
    r"""A format that writes styles by tables.

    ``spans`` and ``highlights`` say what a style is written as, e.g. ``textbf``; a style that is in no table
    is written as plain text.  ``form`` takes that and the piece, e.g. ``{%s %s}``.
    """

    form: ClassVar[str]
    spans: ClassVar[Mapping[str, str]]
    highlights: ClassVar[Mapping[str, str]]

    @abstractmethod
    def linked(self, url: str, written: str) -> str:
        """A piece that leads to an allowed URL."""

    def inline(self, children: Iterable[Node]) -> str:
        """The nodes inside one line."""
        return "".join([self._node(node) for node in children])

    def badge(self, badge: Badge) -> str:
        """A badge in bold."""
        return self._styled(self.spans["bold"], self.render(badge.label))

    def _node(self, node: Node) -> str:
        if isinstance(node, str):
            return self.escape(node)
        if isinstance(node, Mark):
            return self._styled(self.spans["superscript"], self.sign(node.sign))
        if isinstance(node, LinkSpan):  # no syntax has a link inside another
            return self._linked(node.url, self.inline(rewrite(node.children, unlinked)))
        inner = self.inline(node.children)
        if isinstance(node, Span):
            return self._styled(self.spans.get(node.style, ""), inner)
        if isinstance(node, Highlight):
            return self._styled(self.highlights.get(node.kind, self.spans["bold"]), inner)
        return inner

    def _styled(self, style: str, written: str) -> str:
        return self.form % (style, written) if style and written else written

    def _linked(self, url: str, written: str) -> str:
        target = safe_url(url)
        return self.linked(target, written) if target is not None and written.strip() else written


def unlinked(node: Node) -> tuple[Node, ...]:
    """What stands in a link, for what is inside another; for :func:`publist.richtext.rewrite`."""
    return node.children if isinstance(node, LinkSpan) else (node,)
