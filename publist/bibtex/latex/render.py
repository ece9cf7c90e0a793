r"""Parsed LaTeX as rich text: one function for each kind of node.

The parser is pylatexenc's walker; what each command means stands in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, ClassVar

from publist import rules
from publist.bibtex.latex import tables
from publist.bibtex.latex.accents import compose
from publist.bibtex.latex.addresses import verbatim
from publist.bibtex.latex.ascii import ligatures
from publist.bibtex.latex.bibstrings import BIBSTRINGS
from publist.bibtex.latex.chemistry import chemical_formula, quantity, stage
from publist.bibtex.latex.journals import JOURNALS
from publist.bibtex.latex.math import readable_formula
from publist.bibtex.latex.symbols import symbol
from publist.patterns import pattern
from publist.problems import Note
from publist.richtext import LinkSpan, Node, Span, SpanStyle, Text, merged, simplified

_MAX_SWITCHES = 20
_WORTH_PARTING = 60  # characters
_REACHING = tables.SWITCHES.keys() | {"begin"}  # commands that say how what follows is set
_PLAIN_OR_SIGN = pattern(r"\\(?:[A-Za-z]+\s*|.)|[{}$]|[^\\{}$]+", re.DOTALL)
_BRACE = pattern(r"\\.|[{}]")
_STAGE = pattern(r"[ivx]+")  # "C \textsc{iv}" is C IV in every format
_BLANKS = pattern(" {2,}")
_MARKUP = pattern(r"[^\w\s.,;:()'`!?/-]")
# A macro of one's own around an address and what leads there, as \href is: "\mytitle{https://…}{On X}"
_LINKING = pattern(r"\\(?!href\b)[A-Za-z]+\s*(?=\{https?://[^{}\s]*\}\s*\{)")
# "Reprint of \cite{doe2020}": of a work in another place of the list a reader sees no key
_CITED = pattern(
    r"(?:(?:^|[\s,]+)(?:[Ss]ee(?: also)?|cf\.|in|of|from|by|as|and))?[\s~]*"
    r"\\(?:[Pp]aren|[Tt]ext|[Aa]uto|[Ff]oot|full|no)?[Cc]ite(?:[pt]|alp|author|year)?\*?(?:\[[^\]]*\])*\{[^{}]*\}"
)
_BARE_PERCENT = pattern(r"(?<!\\)%")


def rendered(value: str, notes: list[Note], *, keep_case: bool) -> Text:
    """A value whose braces and dollars come in pairs; ``notes`` collects what is unknown."""
    renderer = _Renderer(notes, keep_case=keep_case)
    nodes: list[Node] = []
    while "{}{}{}" in value:  # some program adds one to a command at each save
        value = value.replace("{}{}{}", "{}{}")
    if "cite" in value:
        value = _CITED.sub("", value)
    if "{http" in value:
        value = _LINKING.sub(r"\\href", value)
    if value[:1] == "{" and not keep_case:
        value = _bare(value)
    for is_plain, part in _parts(value):
        is_plain = is_plain or not _MARKUP.search(part)
        nodes += [ligatures(part)] if is_plain else renderer.render(_parse(part))
    return simplified(_trimmed(_joined(nodes)))


def _bare(value: str) -> str:
    """The value without braces around all of it, as ADS writes abstracts."""
    depth = 0
    for match in _BRACE.finditer(value):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return value[1:-1] if match.end() == len(value) else value
    return value


def _parts(value: str) -> Iterator[tuple[bool, str]]:
    """The value in parts (is plain text, part): the parser is slow, and most of an abstract is plain."""
    if len(value) < _WORTH_PARTING:
        yield False, value
        return
    depth = start = 0
    in_formula = False
    for match in _PLAIN_OR_SIGN.finditer(value):
        found = match[0]
        if found == "$":
            in_formula = not in_formula
        elif found in "{}":
            depth += 1 if found == "{" else -1
        elif not depth and found[0] == "\\" and found[1:].rstrip() in _REACHING:
            break
        elif len(found) >= _WORTH_PARTING and not depth and not in_formula:
            # The first word may still belong to a command before it, the last to what follows.
            first, last = found.find(" ") + 1, found.rfind(" ")
            if 0 < first < last:
                yield False, value[start : match.start() + first]
                yield True, value[match.start() + first : match.start() + last]
                start = match.start() + last
    yield False, value[start:]


@cache
def _context() -> Any:  # pylatexenc is not typed
    from pylatexenc.macrospec import LatexContextDb, std_macro

    arguments = {
        "{": (
            *tables.STYLED,
            *tables.QUOTED,
            *tables.ACCENTS,
            *"ce ch url nolinkurl bibstring si unit num".split(),
        ),
        "{{": (*tables.SECOND_ARGUMENT, "href", "SI", "qty", "ion"),
    }
    macros = [std_macro(name, spec) for spec, names in arguments.items() for name in names]
    macros += [std_macro(name, "{" * count) for name, count in tables.DROPPED.items()]
    context = LatexContextDb()
    context.add_context_category("publist", macros=macros)
    context.set_unknown_macro_spec(std_macro("", ""))
    return context


def _parse(value: str) -> Sequence[Any]:
    from pylatexenc.latexwalker import LatexWalker

    # To the parser a % begins a comment; in a value nobody means one.
    value = _BARE_PERCENT.sub(r"\\%", value)
    walker = LatexWalker(value, latex_context=_context(), tolerant_parsing=True)
    nodes: Sequence[Any] = walker.get_latex_nodes()[0]
    return nodes


class _Renderer:
    """Parsed nodes to rich text; one method per kind of node, in ``_KINDS``."""

    def __init__(self, notes: list[Note], *, keep_case: bool) -> None:
        self.keep_case = keep_case
        self.notes = notes

    def render(self, parsed: Sequence[Any]) -> list[Node]:
        """The nodes of one group; each switch in it sets what follows."""
        segments: list[list[Node]] = [[]]
        switches: list[SpanStyle | None] = []
        for index, node in enumerate(parsed):
            kind = type(node).__name__
            if kind == "LatexMacroNode" and node.macroname in tables.SWITCHES:
                switches.append(tables.SWITCHES[node.macroname])
                segments.append([])
            else:
                following = parsed[index + 1] if index + 1 < len(parsed) else None
                segments[-1] += self._KINDS[kind](self, node, following)
        result = segments.pop()
        while switches:
            # Nobody means more than a few at once; beyond, spans would nest without end.
            style = switches[-1] if len(switches) <= _MAX_SWITCHES else None
            switches.pop()
            before = segments.pop()
            if result and isinstance(result[0], str) and not before:
                result[0] = result[0].lstrip()
            result = before + _styled(style, result)
        return _joined(result)

    def _characters(self, node: Any, _: Any) -> list[Node]:
        return [ligatures(node.chars)]

    def _group(self, node: Any, _: Any) -> list[Node]:
        if node.delimiters[0] != "{":
            return [node.delimiters[0], *self.render(node.nodelist), node.delimiters[1]]
        first = node.nodelist[0] if node.nodelist else None
        protects = self.keep_case and first is not None and type(first).__name__ != "LatexMacroNode"
        if not protects:
            return self.render(node.nodelist)
        inner = _Renderer(self.notes, keep_case=False).render(node.nodelist)
        return _styled("nocase", inner)

    def _math(self, node: Any, _: Any) -> list[Node]:
        source = node.latex_verbatim()
        formula = source.removeprefix(node.delimiters[0]).removesuffix(node.delimiters[1])
        return self._formula(formula, source)

    def _formula(self, formula: str, source: str) -> list[Node]:
        nodes = readable_formula(formula.replace("\\%", "%"), source, self.notes)
        if nodes is None:
            return [source]
        return _styled("nocase", list(nodes)) if self.keep_case else list(nodes)

    def _comment(self, node: Any, _: Any) -> list[Node]:
        return [f"%{node.comment}{node.comment_post_space}"]

    def _environment(self, node: Any, _: Any) -> list[Node]:
        self.notes.append(
            (rules.UNKNOWN_COMMAND, f"\\begin{{{node.environmentname}}} is not known; its text is kept")
        )
        return self.render(node.nodelist)

    def _specials(self, node: Any, _: Any) -> list[Node]:
        return [ligatures(node.specials_chars)]

    def _macro(self, node: Any, following: Any) -> list[Node]:
        name = node.macroname
        arguments = (
            [part for part in (node.nodeargd.argnlist or ()) if part is not None] if node.nodeargd else []
        )
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
        known = tables.SYMBOLS.get(name) or JOURNALS.get(name) or symbol(name)
        if known is None and len(name) > 2 and name.startswith("cc"):
            return ["ç" + name[2:] + (space and " ")]  # "Fran\ccais"
        if known is None:
            self.notes.append(
                (rules.UNKNOWN_COMMAND, f"the command \\{name} is not known; its argument is kept")
            )
            return []
        # TeX drops the blank behind a command; before the next command people mean it.
        return [known + " "] if space and type(following).__name__ == "LatexMacroNode" else [known]

    def _url(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        url = verbatim(_inside(arguments[0])) if arguments else ""
        return [LinkSpan(url, (url,))] if url else []

    def _href(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        inner = self._argument(arguments[1:])
        return [LinkSpan(verbatim(_inside(arguments[0])), tuple(inner))] if inner else []

    def _chemistry(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        return chemical_formula(_inside(arguments[0])) if arguments else []

    def _quantity(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        return [quantity([_inside(part) for part in arguments])] if arguments else []

    def _ion(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        if len(arguments) < 2:
            return self._argument(arguments)
        return [*self._argument(arguments), "\u00a0", stage(_inside(arguments[1]))]

    def _bibstring(self, _: Any, arguments: Sequence[Any]) -> list[Node]:
        name = _inside(arguments[0]) if arguments else ""
        return [BIBSTRINGS.get(name, name)]

    _KINDS: ClassVar[dict[str, Callable[[_Renderer, Any, Any], list[Node]]]] = {
        "LatexCharsNode": _characters,
        "LatexGroupNode": _group,
        "LatexMathNode": _math,
        "LatexCommentNode": _comment,
        "LatexEnvironmentNode": _environment,
        "LatexSpecialsNode": _specials,
        "LatexMacroNode": _macro,
    }
    _SPECIAL_MACROS: ClassVar[dict[str, Callable[[_Renderer, Any, Sequence[Any]], list[Node]]]] = {
        "url": _url,
        "nolinkurl": _url,
        "href": _href,
        "ce": _chemistry,
        "ch": _chemistry,
        "ion": _ion,
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


def _styled(style: SpanStyle | None, nodes: list[Node]) -> list[Node]:
    if style == "small-caps" and len(nodes) == 1 and isinstance(nodes[0], str) and _STAGE.fullmatch(nodes[0]):
        return [nodes[0].upper()]
    return [Span(style, tuple(nodes))] if style and nodes else nodes


def _joined(nodes: list[Node]) -> list[Node]:
    """Neighbouring strings as one, without doubled blanks where commands have vanished."""
    return [_BLANKS.sub(" ", node) if isinstance(node, str) else node for node in merged(nodes)]


def _trimmed(nodes: list[Node]) -> tuple[Node, ...]:
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
    return tuple(node for node in nodes if node != "")
