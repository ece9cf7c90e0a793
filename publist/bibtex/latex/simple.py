r"""Values whose only TeX is braces, formulas and escapes such as ``\\&``: these need no parser.

The parser goes through a value character by character; this goes from sign to sign, fifty times as fast.
"""

from __future__ import annotations

from publist.bibtex.latex.ascii import ligatures
from publist.patterns import pattern
from publist.problems import Note
from publist.richtext import Node, Span, Text, merged, simplified

_FORMULA = pattern(r"(\$[^$]+\$)")
_ESCAPE = pattern(r"\\([&%#_])")
_BRACE = pattern(r"([{}])")


def without_parser(value: str, notes: list[Note], *, keep_case: bool) -> Text | None:
    """The value as rich text, or None if it has commands; its braces and dollars come in pairs."""
    if "$" not in value:
        pieces = [value]
    elif "\\$" in value or "$$" in value:
        return None
    else:
        pieces = _FORMULA.split(value)
    for place in range(0, len(pieces), 2):
        if "\\" in pieces[place]:
            pieces[place] = _ESCAPE.sub(r"\1", pieces[place])
            if "\\" in pieces[place]:
                return None
        if "$" in pieces[place]:
            return None
    if len(pieces) == 1 and "{" not in value:
        return ligatures(pieces[0])
    return _Pieces(notes, keep_case=keep_case).text(pieces)


class _Pieces:
    """Joins text and formulas; a group of braces is one span where it keeps its case."""

    def __init__(self, notes: list[Note], *, keep_case: bool) -> None:
        self.notes = notes
        self.keep_case = keep_case
        self.depth = 0
        self.nodes: list[Node] = []
        self.group: list[Node] = []

    def text(self, pieces: list[str]) -> Text:
        for place, piece in enumerate(pieces):
            if place % 2:
                self._formula(piece)
            else:
                self._braces(piece)
        self._close()
        return simplified(merged(self.nodes))

    def _put(self, node: Node) -> None:
        into = self.group if self.depth and self.keep_case else self.nodes
        into.append(node)

    def _braces(self, piece: str) -> None:
        for part in _BRACE.split(piece):
            if part == "{":
                self.depth += 1
            elif part == "}":
                self.depth -= 1
                if not self.depth:
                    self._close()
            elif part:
                self._put(ligatures(part))

    def _close(self) -> None:
        if self.group:
            self.nodes.append(Span("nocase", merged(self.group)))
            self.group = []

    def _formula(self, source: str) -> None:
        from publist.bibtex.latex.math import readable_formula

        nodes = readable_formula(source[1:-1], source, self.notes)
        if nodes is None:
            self._put(source)
        elif self.keep_case and not self.depth:
            self.nodes.append(Span("nocase", nodes))
        else:
            for node in nodes:
                self._put(node)
