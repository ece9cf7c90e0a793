"""LaTeX: read back strictly, and set by TeX where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from publist.output.latex import LatexWriter
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, plain
from tests.output.readers import NASTY, TEXTS, folded

WRITER = LatexWriter()

# A reader of just the LaTeX that may be written: anything else is an error.
_CHARACTERS = {
    "asciicircum": "^", "asciitilde": "~", "backslash": "\\", "asciigrave": "`", "quotedbl": '"',
    "quotesingle": "'", "bar": "|", "less": "<", "greater": ">",
}  # fmt: skip
_TOKEN = re.compile(
    r"\\text(?P<character>[a-z]+)\{\}|\\href\{(?:\\.|[^{}\\])*\}\{|\\(?:text\w+|emph)\{(?!\})"
    r"|(?P<line>\\newline\n)|\\allowbreak\{\}|\\(?P<symbol>[{}$&%#_])|(?P<hyphen>\\-)|(?P<brace>[{}])|(?P<text>[^\\$&%#_^])",
    re.DOTALL,
)


def read(source: str) -> str:
    written = []
    depth = at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        assert match, source[at : at + 20]
        at = match.end()
        depth += (match[0][-1] == "{" and not match["symbol"]) - (match["brace"] == "}")
        assert depth >= 0
        character = _CHARACTERS[match["character"]] if match["character"] else ""
        text = (match["text"] or "").replace("~", "\xa0")
        written.append(character or match["symbol"] or text or ("\xad" if match["hyphen"] else ""))
    assert depth == 0
    return "".join(written)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_reads_back_as_the_same_text(tree: tuple[Node, ...]) -> None:
    assert folded(read(WRITER.render(tree))) == folded(plain(tree))


@pytest.mark.parametrize("title", NASTY)
def test_no_character_of_a_title_is_code(title: str) -> None:
    assert folded(read(WRITER.escape(title))) == folded(title)


def test_ligatures_stay_apart() -> None:
    assert WRITER.escape("a--b") == "a-{}-b"
    assert WRITER.escape("''") == r"\textquotesingle{}\textquotesingle{}"


def test_owner_is_bold_and_the_mark_raised_outside() -> None:
    text = (Highlight("strong", ("W. Shao",)), Mark("*", "equal"))
    assert WRITER.render(text) == r"\textbf{W. Shao}\textsuperscript{{*}}"


def test_an_address_that_is_printed_may_be_broken() -> None:
    address = "https://doi.org/10.1000/abc"
    printed = r"https://doi.org/\allowbreak{}10.1000/\allowbreak{}abc"
    assert WRITER.render((LinkSpan(address, (address,)),)) == rf"\href{{{address}}}{{{printed}}}"


def test_lines_and_label() -> None:
    text = (Block("left-margin", ("[1]",)), Span("italic", ("a", Block("block", ("b",)), "c")))
    assert WRITER.render(text) == "{[}1{]} \\textit{a}\\newline\n\\textit{b}\\newline\n\\textit{c}"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.org/a_b?c=1&d=2#e", r"\href{https://x.org/a\_b?c=1\&d=2\#e}{x}"),
        ("https://x.org/a%20b", r"\href{https://x.org/a\%20b}{x}"),
        ("https://x.org/}{\\input{y}", r"\href{https://x.org/\%7D\%7B\%5Cinput\%7By\%7D}{x}"),
        ("javascript:alert(1)", "x"),
    ],
)
def test_links(url: str, written: str) -> None:
    assert WRITER.render((LinkSpan(url, ("x",)),)) == written


def test_a_link_holds_no_other_link() -> None:
    nested = LinkSpan("https://a.org", ("x ", Span("italic", (LinkSpan("https://b.org", ("y",)),))))
    assert WRITER.render((nested,)) == r"\href{https://a.org}{x \textit{y}}"


@pytest.mark.long
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_tex_sets_every_title(engine: str, tmp_path: Path) -> None:
    if shutil.which(engine) is None:  # XeTeX's hyperlinks also want the font pzdr (texlive-fonts-recommended)
        pytest.skip(f"needs {engine}")
    ascii_text = "".join(chr(c) for c in range(0x21, 0x7F))
    titles = [*NASTY, ascii_text, *(f"{a}{b}{a}" for a in ascii_text for b in "*[-'`,<")]
    spans = [
        WRITER.render((Span("bold", (t, Block("block", (t,)))), LinkSpan("https://x.org/" + t, (t,))))
        for t in titles
    ]
    items = "".join(f"\\item[{WRITER.escape(t)}] {s}\n" for t, s in zip(titles, spans, strict=True))
    source = (
        "\\documentclass{article}\\usepackage{fontspec}\\usepackage{hyperref}\\begin{document}"
        + "\\begin{itemize}" + items + "\\end{itemize}\\end{document}"
    )  # fmt: skip
    (tmp_path / "a.tex").write_text(source, encoding="utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace")
    assert done.returncode == 0, done.stdout[-2000:]
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
        ).stdout
        assert folded(text.decode()).count(ascii_text[:40]) >= 2
