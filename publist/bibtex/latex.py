"""A field's value in LaTeX as rich text.

    >>> decode(r"The \\emph{E. coli} story").text
    ('The ', Span(style='italic', children=('E. coli',)), ' story')

Most values have no TeX at all, or accents alone: those never reach the parser.  The others are parsed
once by pylatexenc's walker, and each kind of node has its function here.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from publist.bibtex import latex_tables as tables
from publist.bibtex.math import math_nodes
from publist.bibtex.symbols import symbol
from publist.richtext import Link, Node, Span, SpanStyle, Text, simplified

_SPECIAL = re.compile(r"[\\{}$~&<`'\n\t]|--|  ")
_NEEDS_PARSER = re.compile(r"[\\$]")
_WHITE = re.compile(r"[ \t\r\n]+")
_MAX_DEPTH = 40

_LETTER = r"(?:\\[ijoOlL](?![A-Za-z])|\\(?:ae|AE|oe|OE|aa|AA)(?![A-Za-z])|[^\W\d_])"
# \"{o}  \"o  {\"o} is left to the braces; \v{s}  \v s  \c{C}  \'{\i}  \'\i
_ACCENT = re.compile(
    rf"\\(?:([`'^~=.\"])\s*|([uvHtcdbkrGUMhf])(?:\s+|(?=[{{\\])))"
    rf"(?:\{{\s*({_LETTER}?)\s*\}}|({_LETTER})\s?(?<![A-Za-z]\s)|({_LETTER}))"
)
# {é} behind a command is its argument.
_BRACED_LETTER = re.compile(r"(\\[A-Za-z]+\s*|\\.)?\{([^\W\d_][\u0300-\u036f]?)\}")
_NAMED_LETTER = re.compile(
    rf"\\({'|'.join(sorted(tables.LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\s+(?!\\)|\{{\}})?"
)
_DOTLESS = {"ı": "i", "ȷ": "j", r"\i": "i", r"\j": "j"}

_TAG = re.compile(r"<(i|em|b|strong|sup|sub|scp|sc|tt|code|u)>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_TAG_COMMANDS = {
    "i": r"\textit", "em": r"\textit", "b": r"\textbf", "strong": r"\textbf", "sup": r"\textsuperscript",
    "sub": r"\textsubscript", "tt": r"\texttt", "code": r"\texttt", "u": r"\underline",
}  # fmt: skip
_ENTITY = re.compile(r"\\?&(#?\w{1,31};)")
_UNITS = {
    "meter": "m", "metre": "m", "second": "s", "gram": "g", "kilogram": "kg", "hertz": "Hz", "percent": "%",
    "degree": "°", "celsius": "°C", "kelvin": "K", "watt": "W", "volt": "V", "ampere": "A", "joule": "J",
    "electronvolt": "eV", "byte": "B", "bit": "bit", "minute": "min", "hour": "h", "day": "d", "liter": "L",
    "litre": "L", "mole": "mol", "pascal": "Pa", "newton": "N", "tesla": "T", "ohm": "Ω", "micro": "μ",
    "nano": "n", "pico": "p", "femto": "f", "milli": "m", "centi": "c", "kilo": "k", "mega": "M", "giga": "G",
    "tera": "T", "per": "/", "squared": "²", "cubed": "³", "angstrom": "Å", "um": "μm", "nm": "nm", "mm": "mm",
    "cm": "cm", "km": "km", "GHz": "GHz", "MHz": "MHz", "kHz": "kHz", "ns": "ns", "ms": "ms", "us": "μs",
}  # fmt: skip
_VERBATIM_ESCAPE = re.compile(r"\\([&%_#{}$])|\\~\{\}|\{\\(?:textasciitilde|~)(?:\{\})?\}|\\textasciitilde(?:\{\})?")


@dataclass(slots=True)
class Decoded:
    """A value as rich text, with what is to be said about it as (rule, message)."""

    text: Text
    notes: list[tuple[str, str]] = field(default_factory=list)


def decode(value: str, *, keep_case: bool = False) -> Decoded:
    """The value as rich text; ``keep_case`` marks what inner braces protect as ``nocase``."""
    if not _SPECIAL.search(value):
        return Decoded(value.strip())
    notes: list[tuple[str, str]] = []
    value = _WHITE.sub(" ", value).strip()
    if "<" in value:
        value = _TAG.sub(_tag_as_command, value)
    if "&" in value:
        value = _ENTITY.sub(_entity, value)
    if "\\" in value:
        value = _without_accents(value)
    value = _balanced(value, notes)
    if not _NEEDS_PARSER.search(value):
        return Decoded(_braces(value, keep_case), notes)
    if _depth(value) > _MAX_DEPTH:
        notes.append(("nested-too-deeply", f"more than {_MAX_DEPTH} braces inside one another; remove some"))
        return Decoded(re.sub(r"[{}]", "", value), notes)
    nodes = _Renderer(keep_case, notes).render(_parse(value))
    return Decoded(simplified(_trimmed(nodes)), notes)


def verbatim(value: str) -> str:
    r"""A URL, DOI or file name as it is meant: only ``\& \% \_ \# \~{}`` are decoded.

    >>> verbatim(r"http://a.org/~x\_y%20z")
    'http://a.org/~x_y%20z'
    """
    value = value.strip()
    if value.startswith(r"\url{") and value.endswith("}"):
        value = value[5:-1]
    while value.startswith("{") and value.endswith("}"):
        value = value[1:-1].strip()
    if "\\" in value:
        value = _VERBATIM_ESCAPE.sub(lambda match: match[1] or "~", value)
    if "&amp;" in value:
        value = value.replace("&amp;", "&")
    return _WHITE.sub("", value)


def _tag_as_command(match: re.Match[str]) -> str:
    inner = _TAG.sub(_tag_as_command, match[2])
    command = _TAG_COMMANDS.get(match[1].lower())
    return f"{command}{{{inner}}}" if command else inner


def _entity(match: re.Match[str]) -> str:
    decoded = html.unescape("&" + match[1])
    if decoded.startswith("&") and decoded != "&":
        return match[0]
    return "".join("\\" + c if c in "\\{}$%#_&" and c not in "\\" else c for c in decoded)


def _without_accents(value: str) -> str:
    """Replace accented and foreign letters by Unicode; two rounds for accents upon accents."""
    for _ in range(2):
        value, count = _ACCENT.subn(_accented, value)
        if count:
            value = _BRACED_LETTER.sub(_unbraced_letter, value)
        if "\\" not in value:
            return value
    value = _NAMED_LETTER.sub(lambda match: tables.LETTERS[match[1]], value)
    return _ACCENT.sub(_accented, value) if "\\" in value else value


def _unbraced_letter(match: re.Match[str]) -> str:
    # Only a letter that is not plain ASCII stood behind an accent: {a} keeps its braces.
    return match[0] if match[1] or match[2].isascii() else match[2]


def _accented(match: re.Match[str]) -> str:
    letter = match[3] or match[4] or match[5] or ""
    if letter.startswith("\\"):
        letter = _DOTLESS.get(letter) or tables.LETTERS[letter[1:]]
    if not letter:
        return match[0]
    return compose(match[1] or match[2], letter)


def compose(accent: str, base: str) -> str:
    r"""A letter with an accent, e.g. ``compose('"', "o")`` is ``"ö"``; ``accent`` is the TeX command."""
    base = _DOTLESS.get(base, base)
    if not base:
        return {"~": "~", "^": "^"}.get(accent, "")
    if len(base) > 1 and base.isascii():
        base = base[0] + tables.ACCENTS[accent] + base[1:]
        return unicodedata.normalize("NFC", base)
    return unicodedata.normalize("NFC", base[0] + tables.ACCENTS[accent] + base[1:])


def _balanced(value: str, notes: list[tuple[str, str]]) -> str:
    """Make braces and dollars come in pairs."""
    if "{" in value or "}" in value:
        pieces, opened = re.split(r"(\\.|[{}])", value), []
        for index, piece in enumerate(pieces):
            if piece == "{":
                opened.append(index)
            elif piece == "}" and opened:
                opened.pop()
            elif piece == "}":
                pieces[index] = ""
                notes.append(("unbalanced-braces", "a } too many in the value; remove it"))
        if opened:
            notes.append(("unbalanced-braces", "a { is not closed in the value; close it"))
            for index in opened:
                pieces[index] = ""
        value = "".join(pieces)
    if "$" in value and len(re.findall(r"(?<!\\)\$", value)) % 2:
        value = re.sub(r"(?<!\\)\$(?!.*(?<!\\)\$)", r"\\$", value)
    if value.endswith("\\") and not value.endswith("\\\\"):
        value = value[:-1]
    return value


def _depth(value: str) -> int:
    depth = deepest = 0
    for brace in re.findall(r"[{}]", value):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest


_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u00a0"))
_HAS_LIGATURE = re.compile(r"--|[`'~]")


def _ligatures(text: str) -> str:
    if _HAS_LIGATURE.search(text):
        for typed, meant in _LIGATURES:
            text = text.replace(typed, meant)
    return text


def _braces(value: str, keep_case: bool) -> Text:
    """A value that has braces and ligatures alone."""
    value = _ligatures(value)
    if "{" not in value:
        return value
    if not keep_case:
        return value.replace("{", "").replace("}", "")
    nodes: list[Node] = []
    depth, group = 0, ""
    for piece in re.split(r"([{}])", value):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
            if depth == 0 and group:
                nodes.append(Span("nocase", (group,)))
                group = ""
        elif depth:
            group += piece
        elif piece:
            nodes.append(piece)
    return simplified(tuple(nodes))


@cache
def _context() -> Any:  # pylatexenc is not typed
    from pylatexenc.macrospec import LatexContextDb, VerbatimArgsParser, MacroSpec, std_macro

    macros = [std_macro(name, "{") for name in (*tables.STYLED, *tables.QUOTED, *tables.ACCENTS)]
    macros += [std_macro(name, "{" * count) for name, count in tables.DROPPED.items()]
    macros += [std_macro(name, "{{") for name in (*tables.SECOND_ARGUMENT, "href")]
    macros += [std_macro(name, "[{{") for name in ("SI", "qty")]
    macros += [std_macro(name, "[{") for name in ("si", "unit", "num")]
    macros += [std_macro(name, "{") for name in ("ce", "ch", "url", "nolinkurl", "bibstring", "mkbibacro", "char")]
    macros.append(MacroSpec("verb", args_parser=VerbatimArgsParser(verbatim_arg_type="verb-macro")))
    context = LatexContextDb()
    context.add_context_category("publist", macros=macros)
    context.set_unknown_macro_spec(std_macro("", ""))
    return context


def _parse(value: str) -> Sequence[Any]:
    from pylatexenc.latexwalker import LatexWalker

    value = re.sub(r"(?<!\\)%", r"\\%", value)
    walker = LatexWalker(value, latex_context=_context(), tolerant_parsing=True)
    nodes: Sequence[Any] = walker.get_latex_nodes()[0]
    return nodes


class _Renderer:
    """Parsed nodes to rich text; one method per kind of node, in ``_KINDS``."""

    def __init__(self, keep_case: bool, notes: list[tuple[str, str]]) -> None:
        self.keep_case = keep_case
        self.notes = notes

    def render(self, parsed: Sequence[Any]) -> list[Node]:
        result: list[Node] = []
        for index, node in enumerate(parsed):
            kind = type(node).__name__
            if kind == "LatexMacroNode" and node.macroname in tables.SWITCHES:
                rest = self.render(parsed[index + 1 :])
                if rest and isinstance(rest[0], str) and not result:
                    rest[0] = rest[0].lstrip()
                return _joined(result + _styled(tables.SWITCHES[node.macroname], rest))
            following = parsed[index + 1] if index + 1 < len(parsed) else None
            result += self._KINDS[kind](self, node, following)
        return _joined(result)

    def _characters(self, node: Any, _: Any) -> list[Node]:
        return [_ligatures(node.chars)]

    def _group(self, node: Any, _: Any) -> list[Node]:
        if node.delimiters[0] != "{":
            return [node.delimiters[0], *self.render(node.nodelist), node.delimiters[1]]
        first = node.nodelist[0] if node.nodelist else None
        protects = self.keep_case and first is not None and type(first).__name__ != "LatexMacroNode"
        if not protects:
            return self.render(node.nodelist)
        inner = _Renderer(False, self.notes).render(node.nodelist)
        return _styled("nocase", inner)

    def _math(self, node: Any, _: Any) -> list[Node]:
        source = node.latex_verbatim()
        formula = source.removeprefix(node.delimiters[0]).removesuffix(node.delimiters[1])
        return self._formula(formula, source)

    def _formula(self, formula: str, source: str) -> list[Node]:
        nodes = math_nodes(formula.replace("\\%", "%"))
        if nodes is None:
            self.notes.append(("math", f"the formula {source} is left as TeX; it has no form on one line"))
            return [source]
        return _styled("nocase", list(nodes)) if self.keep_case else list(nodes)

    def _comment(self, node: Any, _: Any) -> list[Node]:
        return [f"%{node.comment}{node.comment_post_space}"]

    def _environment(self, node: Any, _: Any) -> list[Node]:
        self.notes.append(("unknown-command", f"\\begin{{{node.environmentname}}} is not known; its text is kept"))
        return self.render(node.nodelist)

    def _specials(self, node: Any, _: Any) -> list[Node]:
        return [_ligatures(node.specials_chars)]

    def _macro(self, node: Any, following: Any) -> list[Node]:
        name = node.macroname
        arguments = [part for part in (node.nodeargd.argnlist or ()) if part is not None] if node.nodeargd else []
        if name in tables.ACCENTS:
            base = "".join(part for part in self._argument(arguments) if isinstance(part, str))
            return [compose(name, base)]
        if name in tables.STYLED:
            if name == "ensuremath" and arguments:
                return self._formula(_inside(arguments[0]), _inside(arguments[0]))
            return _styled(tables.STYLED[name], self._argument(arguments))
        if name in tables.QUOTED:
            left, right = tables.QUOTED[name]
            return [left, *self._argument(arguments), right]
        if name in tables.DROPPED:
            return []
        if name in tables.SECOND_ARGUMENT:
            return self._argument(arguments[1:])
        if special := self._SPECIAL_MACROS.get(name):
            return special(self, node, arguments)
        return self._symbol(node, following)

    def _argument(self, arguments: Sequence[Any]) -> list[Node]:
        if not arguments:
            return []
        argument = arguments[0]
        return self.render(argument.nodelist if hasattr(argument, "nodelist") else [argument])

    def _symbol(self, node: Any, following: Any) -> list[Node]:
        name = node.macroname
        space = node.macro_post_space
        if name in tables.CONTROL_SYMBOLS:
            text = tables.CONTROL_SYMBOLS[name]
            return [text] if name == "\\" or not space else [text + space]
        if name in tables.LETTERS:
            return [tables.LETTERS[name]]
        text = tables.SYMBOLS.get(name) or symbol(name)
        if text is None:
            self.notes.append(("unknown-command", f"the command \\{name} is not known; its argument is kept"))
            return []
        # TeX drops the blank behind a command; before the next command people mean it.
        return [text + " "] if space and type(following).__name__ == "LatexMacroNode" else [text]

    def _verbatim(self, node: Any, _: Sequence[Any]) -> list[Node]:
        return [node.nodeargd.verbatim_text.replace("\\%", "%")]

    def _url(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        url = verbatim(_inside(arguments[0])) if arguments else ""
        return [Link(url, (url,))] if url else []

    def _href(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        inner = self._argument(arguments[1:])
        return [Link(verbatim(_inside(arguments[0])), tuple(inner))] if inner else []

    def _chemistry(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        return _chemical_formula(_inside(arguments[0])) if arguments else []

    def _quantity(self, node: Any, arguments: Sequence[Any]) -> list[Node]:
        given = [part for part in arguments if _delimiter(part) != "["]
        pieces = [_units(_inside(part)) for part in given]
        separator = "" if len(pieces) > 1 and pieces[1].startswith(("°", "%")) and len(pieces[1]) == 1 else "\u00a0"
        return [separator.join(pieces)]

    def _bibstring(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        name = _inside(arguments[0]) if arguments else ""
        return [tables.BIBSTRINGS.get(name, name)]

    _KINDS: dict[str, Callable[[_Renderer, Any, Any], list[Node]]] = {
        "LatexCharsNode": _characters,
        "LatexGroupNode": _group,
        "LatexMathNode": _math,
        "LatexCommentNode": _comment,
        "LatexEnvironmentNode": _environment,
        "LatexSpecialsNode": _specials,
        "LatexMacroNode": _macro,
    }
    _SPECIAL_MACROS: dict[str, Callable[[_Renderer, Any, Sequence[Any]], list[Node]]] = {
        "verb": _verbatim,
        "url": _url,
        "nolinkurl": _url,
        "href": _href,
        "ce": _chemistry,
        "ch": _chemistry,
        "SI": _quantity,
        "qty": _quantity,
        "si": _quantity,
        "unit": _quantity,
        "num": _quantity,
        "bibstring": _bibstring,
    }


def _inside(argument: Any) -> str:
    source: str = argument.latex_verbatim()
    return source[1:-1] if source[:1] in "{[" else source


def _delimiter(argument: Any) -> str:
    source: str = argument.latex_verbatim()
    return source[:1]


def _styled(style: SpanStyle | None, nodes: list[Node]) -> list[Node]:
    return [Span(style, tuple(nodes))] if style and nodes else nodes


def _joined(nodes: list[Node]) -> list[Node]:
    """Neighbouring strings as one, without doubled blanks where commands have vanished."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and result and isinstance(result[-1], str):
            result[-1] = (result[-1] + node).replace("  ", " ")
        elif node != "":
            result.append(node)
    return result


def _trimmed(nodes: list[Node]) -> tuple[Node, ...]:
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
    return tuple(node for node in nodes if node != "")


def _chemical_formula(source: str) -> list[Node]:
    """``H2O`` with its numbers below, ``Na^+`` with its charge above (mhchem)."""
    nodes: list[Node] = []
    for piece in re.findall(r"\^\{[^{}]*\}|_\{[^{}]*\}|\^[\d+-]+|_\d+|(?<=[A-Za-z\])])\d+|(?<=[A-Za-z\])\d])[+-](?=\s|$)|->|.", source):
        if piece[0] == "^":
            nodes.append(Span("superscript", (piece[1:].strip("{}"),)))
        elif piece[0] == "_" or (piece.isdigit() and nodes and str(nodes[-1])[-1:].isalpha() or piece.isdigit() and nodes and nodes[-1] in (")", "]")):
            nodes.append(Span("subscript", (piece.strip("_{}"),)))
        elif piece in "+-" and len(piece) == 1 and nodes and not str(nodes[-1]).isspace() and source.rstrip().endswith(piece):
            nodes.append(Span("superscript", (piece,)))
        else:
            nodes.append("→" if piece == "->" else piece)
    return _joined(nodes)


def _units(source: str) -> str:
    return re.sub(r"\\([A-Za-z]+)\s*", lambda match: _UNITS.get(match[1], match[1]), source).replace("~", "\u00a0")
