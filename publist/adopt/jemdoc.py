"""jemdoc's markup to HTML, line by line (the reference at https://jemdoc.jaboc.net)."""

from __future__ import annotations

import html

from publist.patterns import pattern

_HEADING = pattern(r"(={1,4})\s+(.*)")
_ITEM = pattern(r"([-.:]+)\s+(.*)")
_BLOCK = pattern(r"(?:\{([^{}]*)\})(?:\{[^{}]*\})+$")  # what follows ~~~: title, kind, picture, sizes
_TERM = pattern(r"\{(.*?)\}\s*(.*)")
_ESCAPED = pattern(r"\\([\\*/+\[\]$\"{}=~#-])")
_LINK = pattern(r"\[([^\s\[\]]*[./:#@][^\s\[\]]*)(?:\s+([^\[\]]*))?\]")
_BREAK = pattern(r"\\n(?![a-z])|\\\\$")
_STYLES = ((pattern(r"\*([^*\n]+)\*"), "b"), (pattern(r"(?<![\w:/<])/([^/\n]+)/(?!\w)"), "i"))
_MATH = pattern(r"\$[^$\n]*\$")
_RAW = pattern(r"\{\{((?:(?!\{\{).)*?)\}\}")
_KEPT = pattern("\ue000(\\d+)\ue001")


def to_html(text: str) -> str:
    """The page as HTML, every line of it on its own line."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    bare = line.strip()
    if bare.startswith("#"):
        return ""
    if not bare or bare.startswith("~~~"):
        return "</li></p><p>"
    if block := _BLOCK.fullmatch(bare):
        return f"<b>{_inline(block[1])}</b><br>" if block[1] else ""
    if heading := _HEADING.fullmatch(bare):
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if item := _ITEM.fullmatch(bare):
        body = item[2]
        if item[1] == ":" and (term := _TERM.fullmatch(body)):
            return f"<li><b>{_inline(term[1])}</b> {_inline(term[2])}"
        return f"<li>{_inline(body)}"
    return _inline(line)


def _inline(text: str) -> str:
    kept: list[str] = []

    def keep(piece: str) -> str:
        kept.append(piece)
        return f"\ue000{len(kept) - 1}\ue001"

    text = _MATH.sub(lambda match: keep(html.escape(match[0])), text)
    text = _RAW.sub(lambda match: keep(match[1]), text)
    text = _BREAK.sub(lambda _: keep("<br>"), text)
    text = _ESCAPED.sub(lambda match: keep(html.escape(match[1])), text)
    text = _LINK.sub(
        lambda match: keep(f'<a href="{html.escape(match[1])}">') + (match[2] or match[1]) + keep("</a>"),
        text,
    )
    text = html.escape(text.replace("~", "\u00a0"), quote=False)
    for style, tag in _STYLES:
        text = style.sub(rf"<{tag}>\1</{tag}>", text)
    while _KEPT.search(text):
        text = _KEPT.sub(lambda match: kept[int(match[1])], text)
    return text
