"""TeX mathematics as rich text: Unicode symbols, sub- and superscripts, fonts.

What has no readable form on one line (matrices, unknown commands) is not converted: the caller keeps
its TeX source.
"""

from __future__ import annotations

import re
import unicodedata

from publist.bibtex.symbols import symbol
from publist.richtext import Node, Span, SpanStyle

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_MAX_DEPTH = 30

# Relations and arrows stand between blanks, however they are typed.
_RELATIONS = frozenset(
    "leq geq le ge neq ne ll gg lt gt approx sim simeq cong equiv propto doteq prec succ preceq succeq"
    " to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow"
    " longleftarrow Longrightarrow mapsto longmapsto implies iff in notin ni subset supset subseteq supseteq"
    " subsetneq models vdash perp parallel mid lesssim gtrsim leqslant geqslant triangleq coloneqq xrightarrow".split()
)
_OWN_SYMBOLS = {
    "ell": "ℓ",
    "to": "→",
    "gets": "←",
    "lt": "<",
    "gt": ">",
    "ge": "≥",
    "le": "≤",
    "ne": "≠",
    "iff": "⇔",
    "implies": "⇒",
    "coloneqq": "≔",
    "triangleq": "≜",
    "ldots": "…",
    "cdots": "⋯",
    "dots": "…",
    "dotsc": "…",
    "dotsb": "⋯",
    "cdot": "·",
    "ast": "∗",
    "star": "⋆",
    "circ": "∘",
    "prime": "′",
    "mid": "|",
    "vert": "|",
    "lvert": "|",
    "rvert": "|",
    "Vert": "‖",
    "lVert": "‖",
    "rVert": "‖",
    "backslash": "\\",
    "mu": "μ",
    "epsilon": "ϵ",
    "varepsilon": "ε",
    "phi": "ϕ",
    "varphi": "φ",
    "hbar": "ℏ",
    "degree": "°",
    "dag": "†",
    "dagger": "†",
    "ddag": "‡",
    "ddagger": "‡",
    "S": "§",
    "P": "¶",
    "sharp": "♯",
    "flat": "♭",
    "natural": "♮",
    "heartsuit": "♥",
    "square": "□",
    "Box": "□",
    "colon": ":",
    "lbrace": "{",
    "rbrace": "}",
    "lbrack": "[",
    "rbrack": "]",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "langle": "⟨",
    "rangle": "⟩",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "ss": "ß",
    "ae": "æ",
    "textendash": "–",
    "textdegree": "°",
    "textmu": "μ",
    "LaTeX": "LaTeX",
}
_OPERATORS = frozenset(
    "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim limsup"
    " liminf arg argmax argmin det dim deg ker gcd hom Pr bmod mod".split()
)
_IGNORED = frozenset(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle scriptstyle limits"
    " nolimits middle mathopen mathclose relax rm it bf sf cal mathstrut protect".split()
)
_SPACES = {
    "\\,": "\u202f",
    "\\;": " ",
    "\\:": " ",
    "\\>": " ",
    "\\ ": " ",
    "\\!": "",
    "\\quad": " ",
    "\\qquad": " ",
    "~": "\u00a0",
    "\\thinspace": "\u202f",
    "\\/": "",
    "\\-": "",
}
_UPRIGHT = frozenset(
    "mathrm text textrm textup mathup operatorname operatorname* mbox hbox textnormal mathsf textsf mathnormal mathop"
    " mathbin mathrel mathord ensuremath textit mathit emph textsc boxed".split()
)
_FONTS: dict[str, SpanStyle] = {
    "mathbf": "bold",
    "textbf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "pmb": "bold",
    "mathtt": "code",
    "texttt": "code",
}
# Font -> the word in the Unicode names of its letters.
_ALPHABETS = {
    "mathbb": ("DOUBLE-STRUCK",),
    "Bbb": ("DOUBLE-STRUCK",),
    "mathcal": ("SCRIPT",),
    "mathscr": ("SCRIPT",),
    "mathfrak": ("FRAKTUR", "BLACK-LETTER"),
    "frak": ("FRAKTUR", "BLACK-LETTER"),
}
_ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0305",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
    "underline": "\u0332",
    "not": "\u0338",
}
_FRACTIONS = {
    "12": "½", "13": "⅓", "23": "⅔", "14": "¼", "34": "¾", "15": "⅕", "25": "⅖", "35": "⅗", "45": "⅘",
    "16": "⅙", "56": "⅚", "18": "⅛", "38": "⅜", "58": "⅝", "78": "⅞",
}  # fmt: skip
_SCRIPTS: dict[str, SpanStyle] = {"^": "superscript", "_": "subscript"}


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
        return tuple(result)

    def _next(self) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else ""
        self.at += 1
        return token

    def _element(self) -> tuple[Node, ...]:
        token = self._next()
        if token == "{":
            inner = self._until("}")
            if self._next() != "}":
                raise _NotConvertibleError
            return inner
        if token in _SCRIPTS:
            return self._script(_SCRIPTS[token])
        if token in _SPACES:
            return (_SPACES[token],) if _SPACES[token] else ()
        if token == "'":
            return ("′",)
        if token == "&" or token == "\\\\":
            raise _NotConvertibleError
        if token.startswith("\\"):
            return self._command(token[1:])
        return (" ",) if token.isspace() else (token,)

    def _argument(self) -> tuple[Node, ...]:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens):
            raise _NotConvertibleError
        return self._element()

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
        if name in _ALPHABETS:
            return (_in_alphabet(_flat(self._argument()), _ALPHABETS[name]),)
        if name in _FONTS:
            return (Span(_FONTS[name], self._argument()),)
        if name in _UPRIGHT:
            return self._argument()
        if name in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac"):
            return self._fraction()
        if name == "sqrt":
            return self._root()
        if name in _ACCENTS:
            return self._accent(_ACCENTS[name])
        if name in _IGNORED:
            return ()
        return self._symbol(name)

    def _symbol(self, name: str) -> tuple[Node, ...]:
        if name in _OPERATORS:
            following = self.tokens[self.at] if self.at < len(self.tokens) else ""
            return (name + " ",) if following.isspace() else (name,)
        found = _OWN_SYMBOLS.get(name) or symbol(name)
        if found is None:
            raise _NotConvertibleError
        spaced = name in _RELATIONS
        between = self.at >= 2 and self.tokens[self.at - 2].isspace()
        if self.at < len(self.tokens) and self.tokens[self.at].isspace():
            if not spaced and (found[0].isalpha() or not between):
                self.at += 1  # the blank only ends the command
        if spaced:
            return (f" {found} ",)
        return (found,)

    def _fraction(self) -> tuple[Node, ...]:
        above, below = self._argument(), self._argument()
        if vulgar := _FRACTIONS.get(_flat(above) + _flat(below)):
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
    """Join strings; two blanks in a row, around a relation that is typed between blanks, are one."""
    if isinstance(node, str) and result and isinstance(result[-1], str):
        last = result[-1]
        result[-1] = last + (node.lstrip(" ") if last.endswith(" ") else node)
    else:
        result.append(node)


def _flat(nodes: tuple[Node, ...]) -> str:
    if not all(isinstance(node, str) for node in nodes):
        raise _NotConvertibleError
    return "".join(node for node in nodes if isinstance(node, str))


def _grouped(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """In parentheses, unless it is one letter or one number."""
    single = len(nodes) == 1 and isinstance(nodes[0], str) and (len(nodes[0]) == 1 or nodes[0].isalnum())
    return nodes if single else ("(", *nodes, ")")


def _in_alphabet(letters: str, words: tuple[str, ...]) -> str:
    return "".join(_styled_letter(letter, words) for letter in letters)


def _styled_letter(letter: str, words: tuple[str, ...]) -> str:
    if not (letter.isascii() and letter.isalnum()):
        return letter
    name = unicodedata.name(letter).replace("LATIN ", "").replace("LETTER ", "")
    for word in words:
        for full in (f"{word} {name}", f"MATHEMATICAL {word} {name}"):
            try:
                return unicodedata.lookup(full)
            except KeyError:
                continue
    return letter
