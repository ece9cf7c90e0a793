"""A page's tree as lines of styled text: what a reader sees as one line, with where it stands."""

from __future__ import annotations

import bisect
import re

from publist.adopt.page import HEADINGS, PageElement, Words
from publist.records import NamedTuple

_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "u": "underline",
    "q": "quote", "sup": "raised",
}  # fmt: skip
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic")


class Run(NamedTuple):
    """Text in one style, e.g. ``Run("Code", 12, frozenset(), "https://…", "a")``.

    ``href`` is None outside of links; ``link`` numbers the links of a page, so that two that touch stay two;
    ``look`` is the innermost class, e.g. ``span.title``.
    """

    text: str
    line: int
    styles: frozenset[str] = frozenset()
    href: str | None = None
    link: int = 0
    look: str = ""


class PageLine(NamedTuple):
    """One line as a reader sees it; ``path`` holds the blocks it stands in, the outermost first.

    ``level`` is that of a heading, 0 for all else; ``after`` is what ended the line before: ``block``,
    ``br``, or ``gap`` for an empty line.
    """

    runs: tuple[Run, ...]
    path: tuple[PageElement, ...]
    level: int = 0
    after: str = "block"

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def number(self) -> int:
        """Where it begins in the file, from 1."""
        return next((run.line for run in self.runs if run.text.strip()), self.runs[0].line)


class Styled:
    """Lines joined to one text, a line feed between them, with the style of every character."""

    def __init__(self, lines: list[PageLine]) -> None:
        self.runs: list[Run] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        pieces: list[str] = []
        at = 0
        for number, line in enumerate(lines):
            last = " "
            if number:
                pieces.append("\n")
                at += 1
            for run in line.runs:
                text = run.text
                if last == " ":
                    text = text.lstrip(" ")
                if not text:
                    continue
                last = text[-1]
                self.runs.append(run)
                self.starts.append(at)
                pieces.append(text)
                at += len(text)
                self.ends.append(at)
        self.text = "".join(pieces)

    def at(self, place: int) -> Run:
        """The run in which a character stands."""
        return self.runs[max(bisect.bisect_right(self.starts, place) - 1, 0)]

    def spans(self) -> list[tuple[int, int, Run]]:
        """Each run with its start and end."""
        return list(zip(self.starts, self.ends, self.runs, strict=True))


def lines_of(body: PageElement) -> list[PageLine]:
    """Every line of the page that has text or a link, in order."""
    flow = _Flow()
    flow.block(body, ())
    flow.end("block")
    return flow.lines


class _Flow:
    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.runs: list[Run] = []
        self.path: tuple[PageElement, ...] = ()
        self.after = "block"
        self.links = 0

    def end(self, why: str) -> None:
        """End the line; ``why`` is what ended it."""
        if any(run.text.strip() for run in self.runs):
            level = next((int(node.tag[1]) for node in self.path if node.tag in HEADINGS), 0)
            self.lines.append(PageLine(_collapsed(self.runs), self.path, level, self.after))
            self.after = why
        elif why == "br" and self.after == "br":
            self.after = "gap"
        elif why != "br" and self.after == "br":
            self.after = why
        self.runs = []

    def block(self, node: PageElement, path: tuple[PageElement, ...]) -> None:
        self.end("block")
        if node.tag == "hr":
            self.after = "gap"
        inside = (*path, node)
        self.path = inside
        start = Run("", node.line)
        if node.tag == "a":
            start = self._linked(node, start)
        self._content(node, inside, start)
        self.end("block")
        self.path = path

    def _content(self, node: PageElement, path: tuple[PageElement, ...], style: Run) -> None:
        for child in node.children:
            if isinstance(child, Words):
                self._words(child, style)
            elif child.tag == "br":
                self.end("br")
            elif child.is_block:
                self._block_in(child, path, style)
            else:
                self._inline(child, path, style)

    def _block_in(self, child: PageElement, path: tuple[PageElement, ...], style: Run) -> None:
        if style.href is None:
            self.block(child, path)
            return
        # A card that is one link: its blocks are the link's.
        self.end("block")
        self.path = (*path, child)
        self._content(child, self.path, style._replace(look=child.look))
        self.end("block")
        self.path = path

    def _inline(self, node: PageElement, path: tuple[PageElement, ...], style: Run) -> None:
        inside = style._replace(line=node.line, styles=style.styles | _styles(node))
        if node.classes or node.tag not in _STYLES:
            inside = inside._replace(look=node.look)
        if node.tag == "a":
            inside = self._linked(node, inside)
        if node.tag == "img":
            self._image(node, style)
            return
        before = len(self.runs)
        self._content(node, path, inside)
        if node.tag == "a" and inside.href and not any(run.text.strip() for run in self.runs[before:]):
            label = node.attributes.get("title") or node.attributes.get("aria-label") or _icon(node)
            self.runs.append(inside._replace(text=f" {label or 'link'} "))

    def _linked(self, node: PageElement, style: Run) -> Run:
        self.links += 1
        href = node.attributes.get("href")
        return style if href is None else style._replace(href=href.strip(), link=self.links)

    def _image(self, node: PageElement, style: Run) -> None:
        """An image in a link stands for its label; any other is a picture."""
        if style.href is not None:
            label = node.attributes.get("alt") or node.attributes.get("title") or ""
            self.runs.append(style._replace(text=label))

    def _words(self, words: Words, style: Run) -> None:
        for number, text in enumerate(words.text.split("\n")):
            blank = " " if number else ""
            if text or blank:
                self.runs.append(style._replace(text=blank + text, line=words.line + number))


def _styles(node: PageElement) -> frozenset[str]:
    found = {_STYLES[node.tag]} if node.tag in _STYLES else set()
    css = node.attributes.get("style", "")
    if _BOLD_STYLE.search(css):
        found.add("bold")
    if _ITALIC_STYLE.search(css):
        found.add("italic")
    return frozenset(found)


def _icon(node: PageElement) -> str:
    """The label that an icon stands for, e.g. ``github`` of ``fa-brands fa-github``."""
    for child in node.walk():
        for name in child.classes.split():
            found = re.fullmatch(r"(?:fa|ai|bi|icon|mdi)[-_]([a-z-]+)", name)
            if found and found[1] not in ("brands", "solid", "regular", "fw", "lg", "xs", "sm"):
                return found[1]
    return ""


def _collapsed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs with blanks collapsed across them, those of one style joined if they stand on one line."""
    out: list[Run] = []
    blank = True
    for run in runs:
        text = re.sub(r"[\s\u200b\ufeff]+", " ", run.text)
        if blank:
            text = text.lstrip(" ")
        if not text:
            continue
        blank = text.endswith(" ")
        out.append(run._replace(text=text))
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip(" "))
    return tuple(run for run in out if run.text)
