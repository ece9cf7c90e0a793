"""What exporters leave in values: HTML's tags, entities, braces that they escaped."""

from __future__ import annotations

import re
import unicodedata

from publist.patterns import pattern

_TAG = pattern(
    r"<(?P<close>/?)\s?(?P<name>i|em|b|strong|sup|sub|scp|sc|tt|code|u|a|p|span|br|jats:\w+|mml:\w+|inf)\b(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)  # "< i>", as Google Scholar has it, too
_TEX_LESS = r"\{\\textless\}|\\textless\{\}|\$(?:<|\\less)\$"
_TEX_GREATER = r"\{\\textgreater\}|\\textgreater\{\}|\$(?:>|\\greater)\$"
_LESS, _GREATER = pattern(_TEX_LESS), pattern(_TEX_GREATER)
_ESCAPED_TAG = pattern(rf"(?:{_TEX_LESS})/(?:mml:)?\w+(?:{_TEX_GREATER})")
_DOTLESS = pattern("ı(?=[\u0300-\u036f])")
_MANGLED = pattern(r"Ã[\xa0-\xbf„Ÿœ–˜‡†‰Š‹Œ]|Â[\xa0-\xbf]|Å[¡¾‚›¼„]|Ä[‡‚™]|â€[™œ“”˜¦\x9d]")
_BEGIN_MANGLED = frozenset("ÃÂÅÄâ")
_HREF = pattern(r"""\bhref\s*=\s*["']?([^"'\s{}\\<>]+)""", re.IGNORECASE)
_COMMANDS = {
    "i": r"\textit", "em": r"\textit", "b": r"\textbf", "strong": r"\textbf", "sup": r"\textsuperscript",
    "sub": r"\textsubscript", "tt": r"\texttt", "code": r"\texttt", "u": r"\underline",
    "jats:italic": r"\textit", "jats:bold": r"\textbf", "jats:sup": r"\textsuperscript",
    "jats:sub": r"\textsubscript", "inf": r"\textsubscript",
}  # fmt: skip
# &amp; \&amp; {\&}amp; &#39; {\&}{\#}39;
_ENTITY = pattern(r"(?:\{\\&\}|\\?&)(\{\\#\}|\\?#)?(\w{1,31};)")
# {\{}P{\}}ower: braces that protected a word when Mendeley took them for text
_ESCAPED_BRACES = pattern(r"\{\\\{\}([^\W\d_][^{}\\]*|\d+(?:--?\d+)?|\d+[^\W\d_][\w-]*|\{\\&\}|\\&)\{\\\}\}")
_SPECIAL_IN_TEX = "{}$%#_&"
# {\textbackslash}{textitRana}, \${\textbackslash}mathbb\{R\}\$: TeX that Zotero took for text
_ESCAPED_SIGN = pattern(r"\{\\textbackslash\}(\{?)(textless|textgreater|textquotesingle)(?:\s+|\{\})?")
_ESCAPED_FONT = pattern(
    r"\{\\textbackslash\}(\{?)(?:text(?:it|bf|rm|sc|tt|superscript|subscript)|emph|mbox)(?=[A-Za-z])"
)
_ESCAPED_MATH = pattern(r"\\\$((?=[^$]*\{\\text(?:backslash|asciicircum)\})[^\s$][^$]*)\\\$")
_ESCAPED_COMMAND = pattern(r"\{\\textbackslash\}(?:\{([A-Za-z]+)\}|(?=[A-Za-z]))")
_SIGNS = {"textless": "<", "textgreater": ">", "textquotesingle": "'"}


def with_angles(value: str) -> str:
    r"""``<i>`` for ``{\textless}i{\textgreater}`` and ``$\less$i$\greater$``, as Crossref escapes tags."""
    return _LESS.sub("<", _GREATER.sub(">", value)) if _ESCAPED_TAG.search(value) else value


def tags_as_tex(value: str) -> str:
    r"""``<i>E. coli</i>`` as ``\textit{E. coli}``; a tag without its partner stays as typed."""
    pieces: list[str] = []
    opened: list[tuple[str, int]] = []  # tags that wait for their partner, and their places
    at = 0
    for match in _TAG.finditer(value):
        pieces += [value[at : match.start()], match[0]]
        at = match.end()
        name = match["name"].lower()
        if name == "br":
            pieces[-1] = " "
        elif not match["close"]:
            opened.append((name, len(pieces) - 1))
        elif opened and opened[-1][0] == name:
            place = opened.pop()[1]
            pieces[place], pieces[-1] = _pair(name, pieces[place])
    return "".join([*pieces, value[at:]])


def _pair(name: str, tag: str) -> tuple[str, str]:
    if name == "a" and (match := _HREF.search(tag)):
        return f"\\href{{{match[1]}}}{{", "}"
    command = _COMMANDS.get(name)
    return (f"{command}{{", "}") if command else ("", "")


def without_escaped_braces(value: str) -> str:
    r"""``{\{}P{\}}ower`` as ``{P}ower``; braces around anything else than words are text."""
    return _ESCAPED_BRACES.sub(r"{\1}", value)


def without_escapes(value: str) -> str:
    r"""TeX that Zotero took for text (``\${\textbackslash}leq\$``) as TeX; of a font without an end, text."""
    value = _ESCAPED_FONT.sub(r"\1", _ESCAPED_SIGN.sub(lambda match: _SIGNS[match[2]] + match[1], value))
    return _ESCAPED_MATH.sub(lambda match: f"${_math(match[1])}$", value)


def _math(escaped: str) -> str:
    found = _ESCAPED_COMMAND.sub(lambda match: f"\\{match[1]} " if match[1] else "\\", escaped)
    for typed, meant in (("{\\textasciicircum}", "^"), ("\\_", "_"), ("\\{", "{"), ("\\}", "}")):
        found = found.replace(typed, meant)
    return found


def without_entities(value: str) -> str:
    """``&amp;``, ``&eacute;`` and ``&#8211;`` as characters; what is special in TeX comes out escaped."""
    return _ENTITY.sub(_character, value)


def unmangled(value: str) -> str:
    """``Müller`` for ``MÃ¼ller``, which is UTF-8 that some program took for Latin-1; ``í`` for ``ı́``."""
    if "ı" in value:
        value = unicodedata.normalize("NFC", _DOTLESS.sub("i", value))
    if _BEGIN_MANGLED.isdisjoint(value) or not _MANGLED.search(value):
        return value
    try:
        return value.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return _MANGLED.sub(_read_again, value)


def _read_again(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


def link_target(value: str) -> str:
    """The address in a value such as ``<a href="https://a.org">text</a>``; else the value."""
    match = _HREF.search(value) if value.startswith("<a ") else None
    return match[1] if match else value


def _character(match: re.Match[str]) -> str:
    import html  # a large table that few files need

    decoded = html.unescape(f"&{'#' if match[1] else ''}{match[2]}")
    if decoded.startswith("&A"):  # "&Amp;", which a program raised
        decoded = html.unescape(decoded.lower())
    if decoded.startswith("&") and len(decoded) > 1:
        return match[0]
    return "".join("\\" + character if character in _SPECIAL_IN_TEX else character for character in decoded)
