"""A page as a tree of nodes and text with their lines, whatever it was written in.

The tree knows nothing of a parser: ``html.py`` builds it, and Markdown and jemdoc come to it as HTML whose
lines are theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from publist.records import NamedTuple

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure"
    " footer form header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)


class Words(NamedTuple):
    """A stretch of text and its line, from 1."""

    text: str
    line: int


class PageElement:
    """An element, e.g. ``PageElement("li", {"class": "paper"}, 12)``; ``children`` are in order."""

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: list[PageElement | Words] = []

    @property
    def classes(self) -> str:
        """The class attribute in lower case, e.g. ``"pub-title bold"``."""
        return self.attributes.get("class", "").lower()

    @property
    def look(self) -> str:
        """What siblings that look alike have in common: tag and classes."""
        return f"{self.tag}.{self.classes}" if self.classes else self.tag

    @property
    def is_block(self) -> bool:
        """Whether the element begins a new line: by its tag, or because it holds one that does."""
        if self.tag in BLOCKS:
            return True
        return any(isinstance(child, PageElement) and child.is_block for child in self.children)

    def walk(self) -> Iterator[PageElement]:
        """The node itself and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, PageElement):
                yield from child.walk()

    @property
    def text(self) -> str:
        """All text below the node, blanks collapsed."""
        return " ".join("".join(_texts(self)).split())


def _texts(node: PageElement) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Words):
            yield child.text
        elif child.tag == "br":
            yield " "
        else:
            yield from _texts(child)
            if child.is_block:
                yield " "


class TypedPage(NamedTuple):
    """A page: its tree, its title (of the file's head or front matter) and who is said to have written it.

    ``bibtex`` is the BibTeX that stands on it in blocks of its own.
    """

    body: PageElement
    title: str = ""
    author: str = ""
    keywords: str = ""
    bibtex: str = ""
