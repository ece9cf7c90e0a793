"""Rich text as the CSL test suite writes it, to the letter: citeproc-js's HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from publist.richtext import Block, Mark, Node, Span

TAGS = {
    "italic": ("<i>", "</i>"),
    "oblique": ("<em>", "</em>"),
    "bold": ("<b>", "</b>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "light": ('<span style="font-weight:lighter;">', "</span>"),
    "upright": ('<span style="font-style:normal;">', "</span>"),
    "medium": ('<span style="font-weight:normal;">', "</span>"),
    "normal-caps": ('<span style="font-variant:normal;">', "</span>"),
    "no-underline": ('<span style="text-decoration:none;">', "</span>"),
    "baseline": ('<span style="baseline">', "</span>"),
}
BLOCKS = {
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}


# Superscripts that Unicode itself does not take apart.
SUPERSCRIPTS = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def entry(nodes: Iterable[Node]) -> str:
    return "".join(_node(node) for node in nodes)


def bibliography(entries: Iterable[Iterable[Node]]) -> str:
    lines = "".join(f'  <div class="csl-entry">{entry(nodes)}</div>\n' for nodes in entries)
    return f'<div class="csl-bib-body">\n{lines}</div>'


def _node(node: Node) -> str:
    if isinstance(node, str):
        return "".join(_character(character) for character in node)
    if isinstance(node, Mark):
        return node.sign
    inner = entry(node.children)
    before, after = "", ""
    if isinstance(node, Span):
        before, after = TAGS.get(node.style, ("", ""))
    elif isinstance(node, Block):
        before, after = BLOCKS[node.display]
        if node.display == "right-inline" and inner.endswith(" "):
            # See variables_ContainerTitleShort.txt.
            inner, after = inner[:-1], f"{after} "
    return f"{before}{inner}{after}"


def _character(character: str) -> str:
    if character in "&<>":
        return f"&#{ord(character)};"
    if ord(character) < 0xAA:
        return character
    # See magic_SuperscriptChars.txt.
    if character in SUPERSCRIPTS:
        return f"<sup>{SUPERSCRIPTS[character]}</sup>"
    kind, _, codes = unicodedata.decomposition(character).partition(" ")
    if kind != "<super>":
        return character
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"
