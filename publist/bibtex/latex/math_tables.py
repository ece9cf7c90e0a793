"""What TeX commands mean in formulas; a symbol that is missing here is looked up in pylatexenc's tables."""

from __future__ import annotations

from publist.richtext import SpanStyle

# Relations and arrows stand between blanks, however they are typed.
RELATIONS = frozenset(
    "leq geq le ge neq ne ll gg lt gt approx sim simeq cong equiv propto doteq prec succ preceq succeq"
    " to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow"
    " longleftarrow Longrightarrow mapsto longmapsto implies iff in notin ni subset supset subseteq supseteq"
    " subsetneq models vdash perp parallel mid lesssim gtrsim leqslant geqslant triangleq coloneqq"
    " la ga".split()
)
# Those of them that often stand before a number alone: `$\sim$5`
BEFORE_NUMBERS = frozenset(
    "sim approx simeq lesssim gtrsim leq geq le ge lt gt ll gg leqslant geqslant propto la ga".split()
)
OWN_SYMBOLS = {
    "farcs": ".″",
    "farcm": ".′",
    "fdg": ".°",
    "arcsec": "″",
    "arcmin": "′",
    "arcdeg": "°",
    "degr": "°",
    "micron": "μm",
    "sun": "☉",
    "la": "≲",
    "ga": "≳",
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
OPERATORS = frozenset(
    "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim"
    " limsup liminf arg argmax argmin det dim deg ker gcd hom Pr bmod mod".split()
)
IGNORED = frozenset(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle scriptstyle limits"
    " nolimits middle mathopen mathclose relax rm it bf sf cal mathstrut protect".split()
)
SPACES = {
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
UPRIGHT = frozenset(
    "mathrm text textrm textup mathup operatorname operatorname* mbox hbox textnormal mathsf textsf"
    " mathnormal mathop mathbin mathrel mathord ensuremath textit mathit emph textsc boxed".split()
)
FONTS: dict[str, SpanStyle] = {
    "mathbf": "bold",
    "textbf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "bold": "bold",
    "pmb": "bold",
    "mathtt": "code",
    "texttt": "code",
}
# Font -> the word in the Unicode names of its letters.
ALPHABETS = {
    "mathbb": ("DOUBLE-STRUCK",),
    "Bbb": ("DOUBLE-STRUCK",),
    "mathcal": ("SCRIPT",),
    "mathscr": ("SCRIPT",),
    "mathfrak": ("FRAKTUR", "BLACK-LETTER"),
    "frak": ("FRAKTUR", "BLACK-LETTER"),
    "Cal": ("SCRIPT",),  # AMS-TeX's, as MathSciNet has them
    "germ": ("FRAKTUR", "BLACK-LETTER"),
}
ACCENTS = {
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
# (numerator, denominator) -> the sign
FRACTIONS: dict[tuple[str, str], str] = {
    (fraction[0], fraction[1]): fraction[2]
    for fraction in "12½ 13⅓ 23⅔ 14¼ 34¾ 15⅕ 25⅖ 35⅗ 45⅘ 16⅙ 56⅚ 18⅛ 38⅜ 58⅝ 78⅞".split()
}
