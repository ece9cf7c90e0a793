"""TeX mathematics as rich text: Unicode symbols, sub- and superscripts, fonts.

What has no readable form on one line (matrices, unknown commands) is not converted: the caller keeps
its TeX source.
"""

from __future__ import annotations

import re
import unicodedata

from publist import rules
from publist.bibtex.latex import math_tables as tables
from publist.bibtex.latex.symbols import symbol
from publist.patterns import pattern
from publist.problems import Note
from publist.richtext import Node, Span, SpanStyle, merged

_TOKEN = pattern(r"\\s[pb](?![A-Za-z])|\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_MAX_DEPTH = 30

_SCRIPTS: dict[str, SpanStyle] = {"^": "superscript", "_": "subscript"}
_SCRIPT_COMMANDS: dict[str, SpanStyle] = {"sp": "superscript", "sb": "subscript"}


class _NotConvertibleError(Exception):
    """The formula has something that one line of text cannot show."""


def math_nodes(formula: str) -> tuple[Node, ...] | None:
    """The formula between its dollars as rich text, or None if it cannot be shown on one line.

    >>> math_nodes(r"O(n^2)")
    ('O(n', Span(style='superscript', children=('2',)), ')')
    """
    try:
        return _Formula(formula).nodes()
    except _NotConvertibleError:
        return None


def readable_formula(formula: str, source: str, notes: list[Note]) -> tuple[Node, ...] | None:
    """The same, with a note where the formula stays as its ``source``."""
    nodes = math_nodes(formula)
    if nodes is None:
        notes.append((rules.MATH, f"the formula {source} is left as TeX; it has no form on one line"))
    return nodes


class _Formula:
    def __init__(self, source: str) -> None:
        self.tokens = _TOKEN.findall(source.strip())
        self.at = 0
        self.depth = 0

    def nodes(self) -> tuple[Node, ...]:
        result = self._until("")
        if self.at < len(self.tokens):
            raise _NotConvertibleError
        return result

    def _until(self, closing: str) -> tuple[Node, ...]:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _NotConvertibleError
        result: list[Node] = []
        while self.at < len(self.tokens) and self.tokens[self.at] != closing:
            if self.tokens[self.at] == "}":
                raise _NotConvertibleError
            for node in self._element():
                _append(result, node)
        self.depth -= 1
        return merged(result)

    def _next(self) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else ""
        self.at += 1
        return token

    def _element(self) -> tuple[Node, ...]:
        found = self._next()
        if found == "{":
            inner = self._until("}")
            if self._next() != "}":
                raise _NotConvertibleError
            return inner
        if found in _SCRIPTS:
            return self._script(_SCRIPTS[found])
        if found in tables.SPACES:
            return (tables.SPACES[found],) if tables.SPACES[found] else ()
        if found == "'":
            return ("′",)
        if found in ("&", "\\\\"):
            raise _NotConvertibleError
        if found.startswith("\\"):
            return self._command(found[1:])
        return (" ",) if found.isspace() else (found,)

    def _skip_blanks(self) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1

    def _argument(self) -> tuple[Node, ...]:
        self._skip_blanks()
        self.depth += 1
        if self.at >= len(self.tokens) or self.depth > _MAX_DEPTH:
            raise _NotConvertibleError
        found = self._element()
        self.depth -= 1
        return found

    def _script(self, style: SpanStyle) -> tuple[Node, ...]:
        inner = self._argument()
        if inner == ("∘",) and style == "superscript":
            return ("°",)
        if inner and all(isinstance(node, str) and not node.strip("′") for node in inner):
            return inner
        return (Span(style, inner),) if inner else ()

    def _command(self, name: str) -> tuple[Node, ...]:
        if not name[:1].isalpha():
            return (name,)
        if name in _SCRIPT_COMMANDS:
            return self._script(_SCRIPT_COMMANDS[name])
        if name in tables.ALPHABETS:
            return (
                "".join(_styled_letter(letter, tables.ALPHABETS[name]) for letter in _flat(self._argument())),
            )
        if name in tables.FONTS:
            return (Span(tables.FONTS[name], self._argument()),)
        if name in tables.UPRIGHT:
            return self._argument()
        if name in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac"):
            return self._fraction()
        if name == "sqrt":
            return self._root()
        if name in tables.ACCENTS:
            return self._accent(tables.ACCENTS[name])
        if name in tables.IGNORED:
            self._skip_blanks()  # as TeX does behind a command
            return ()
        return self._symbol(name)

    def _symbol(self, name: str) -> tuple[Node, ...]:
        if name in tables.OPERATORS:
            following = self.tokens[self.at] if self.at < len(self.tokens) else ""
            return (name + " ",) if following.isspace() else (name,)
        found = tables.OWN_SYMBOLS.get(name) or symbol(name) or symbol(name.removeprefix("up"))  # upalpha
        if found is None:
            raise _NotConvertibleError
        spaced = name in tables.RELATIONS
        between = self.at >= 2 and self.tokens[self.at - 2].isspace()
        followed = self.at < len(self.tokens) and self.tokens[self.at].isspace()
        if followed and not spaced and (found[0].isalpha() or not between):
            self.at += 1  # the blank only ends the command
        if spaced and name in tables.BEFORE_NUMBERS and not "".join(self.tokens[: self.at - 1]).strip():
            self._skip_blanks()
            return (found,)
        return (f" {found} ",) if spaced else (found,)

    def _fraction(self) -> tuple[Node, ...]:
        above, below = self._argument(), self._argument()
        flat = _is_flat(above) and _is_flat(below)
        if flat and (vulgar := tables.FRACTIONS.get((_flat(above), _flat(below)))):
            return (vulgar,)
        return (*_grouped(above), "/", *_grouped(below))

    def _root(self) -> tuple[Node, ...]:
        degree = ""
        if self.at < len(self.tokens) and self.tokens[self.at] == "[":
            self.at += 1
            degree = _flat(self._until("]"))
            self._next()
        sign = {"3": "∛", "4": "∜", "": "√"}.get(degree)
        if sign is None:
            raise _NotConvertibleError
        return (sign, *_grouped(self._argument()))

    def _accent(self, mark: str) -> tuple[Node, ...]:
        base = _flat(self._argument())
        return (unicodedata.normalize("NFC", "".join(letter + mark for letter in base)),)


def _append(result: list[Node], node: Node) -> None:
    """Add a node; two blanks in a row, around a relation that is typed between blanks, are one."""
    last = result[-1] if result else ""
    if isinstance(node, str) and isinstance(last, str) and last.endswith(" "):
        node = node.lstrip(" ")
    if node:
        result.append(node)


def _is_flat(nodes: tuple[Node, ...]) -> bool:
    return all(isinstance(node, str) for node in nodes)


def _flat(nodes: tuple[Node, ...]) -> str:
    if not _is_flat(nodes):
        raise _NotConvertibleError
    return "".join(node for node in nodes if isinstance(node, str))


def _grouped(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """In parentheses, unless it is one letter or one number."""
    single = len(nodes) == 1 and isinstance(nodes[0], str) and (len(nodes[0]) == 1 or nodes[0].isalnum())
    return nodes if single else ("(", *nodes, ")")


def _styled_letter(letter: str, words: tuple[str, ...]) -> str:
    if not (letter.isascii() and letter.isalnum()):
        return letter
    name = unicodedata.name(letter).replace("LATIN ", "").replace("LETTER ", "")
    for word in words:
        for full in (f"MATHEMATICAL {word} {name}", f"{word} {name}"):  # ℘ is "SCRIPT CAPITAL P"
            try:
                return unicodedata.lookup(full)
            except KeyError:
                continue
    return letter
