"""Small readers of what the writers write, and texts that try to break them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span

# Titles in which each syntax has something that it would take for its own.
NASTY = (
    r"# $ % & ~ _ ^ \ { } < > * [ ] @ ` ' \" | ! ? - -- --- + = / // /* */ :",
    r"\\ \[ \] \begin{document} \end{document} \input{/etc/passwd} ^^41 \par $$x$$ %% comment",
    '#import "x.typ" #{panic()} @ref <label> _a_ *b* `c` $x$ = h - i + j / k: l ~ ... -? https://x.org 1. 2.',
    r"{\rtf1 \u1234? {\*\x} \'e4 }",
    "<script>alert(1)</script> &amp; &#60; <!-- x --> ]]>",
    "{{ x }} {% y %} {# z #}",
    "]) [(] )( [[ ]] (a)[b] ![c](d) -1 +2 =3 -5 1-2 a-b",
    ",, << >> `` '' ?` !` ff fi --",
    "ä é ñ ł Ω Ж ş ı İ \u0301 e\u0301 \u200b\u200d\u2028 \xa0 \xad \ufeff x \x00\x07\x1b y \uffff z",
    "王小明 张文蔚 العربية עברית ไทย हिन्दी 😀👩‍💻 𝒳 ∀x∈ℝ ½ ² ₂ “q” ‘q’ „q“ «q» – — …",
)

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=8)
PIECES = st.one_of(LETTERS, st.text("aB1 -#$%&~_^\\{}<>*[]@`'\"|!?+=/:;,.()\n", max_size=8))
TREES: st.SearchStrategy[Node] = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.builds(
            Span,
            st.sampled_from(
                ["italic", "bold", "small-caps", "superscript", "code", "nocase", "upright", "nodecor"]
            ),
            st.lists(inner, max_size=3).map(tuple),
        ),
        st.builds(Highlight, st.sampled_from(["strong", "em"]), st.lists(inner, max_size=3).map(tuple)),
        st.builds(
            LinkSpan, st.just("https://example.org/a_b%20c#d?e&f"), st.lists(inner, max_size=2).map(tuple)
        ),
        st.builds(Block, st.sampled_from(["block", "indent"]), st.lists(inner, max_size=2).map(tuple)),
        st.builds(Mark, st.sampled_from("*†‡#&"), st.just("equal")),
    ),
    max_leaves=8,
)
TEXTS = st.lists(TREES, max_size=5).map(tuple)


def folded(text: str) -> str:
    """The text without blanks and without what no writer lets through."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff]+", "", text)


def without_joiners(text: str) -> str:
    """The folded text without what AsciiDoc and Org need between a style and its neighbour."""
    return folded(text).replace("\u200b", "").replace("\u2060", "")


_RTF = re.compile(r"\\u(-?\d+)\?|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]|(.)", re.DOTALL)


def read_rtf(source: str) -> tuple[str, int]:
    """The text of a piece of RTF, and how many groups are left open."""
    units: list[int] = []
    depth = 0
    skipped: list[int] = []
    for unicode, word, _number, symbol, brace, character in _RTF.findall(source):
        if brace == "{":
            depth += 1
        elif brace == "}":
            depth -= 1
            skipped = [level for level in skipped if level <= depth]
        elif symbol == "*" or word == "fldinst":
            skipped.append(depth)
        elif skipped:
            continue
        elif unicode:
            units.append(int(unicode) % 0x10000)
        elif symbol or character:
            units.append(ord(symbol or character))
        elif word in ("line", "par"):
            units.append(ord("\n"))
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le"), depth
