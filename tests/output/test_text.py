"""Plain text: lines, width, nothing lost."""

from __future__ import annotations

import pytest
import wcwidth
from hypothesis import example, given
from hypothesis import strategies as st

from publist.output import text
from publist.output.scripts import with_scripts
from publist.output.text import TextWriter
from publist.richtext import Block, Node, Span, plain
from tests.output.readers import PIECES, TEXTS, folded

WRITER = TextWriter()


@given(TEXTS, st.integers(10, 80))
@example((Span("superscript", (Block("block", ("0",)),)),), 10)
def test_wrapped_text_is_the_same_text(tree: tuple[Node, ...], width: int) -> None:
    expected = plain(with_scripts(tree))  # an exponent is a character of its own
    assert folded(text.wrap(WRITER.render(tree), width, rest="    ")) == folded(expected)


@given(PIECES, st.integers(10, 80))
def test_no_line_with_a_blank_is_too_long(piece: str, width: int) -> None:
    for line in text.wrap(WRITER.escape(piece), width).split("\n"):
        assert text.columns(line) <= width or " " not in line.strip()


def test_lines_hang_under_the_label() -> None:
    assert text.wrap("one two three\nfour", 12, first="[J1] ", rest="     ") == (
        "[J1] one two\n     three\n     four"
    )


def test_wide_characters_count_twice_and_break_anywhere() -> None:
    assert text.columns("王a") == 3
    assert text.wrap("王小明张文蔚", 4) == "王小\n明张\n文蔚"


@pytest.mark.parametrize(
    ("piece", "columns"),
    [
        ("abc", 3),
        ("é – “x”", 7),
        ("e\u0301", 1),
        ("小明", 4),
        ("👩\u200d💻", 2),
        ("❤\ufe0f", 2),
        ("กำ", 2),
        ("", 0),
    ],
)
def test_what_is_one_sign_counts_as_one(piece: str, columns: int) -> None:
    """Oracle: terminals, as the wcwidth project has measured them."""
    assert text.columns(piece) == columns


def test_what_is_counted_without_wcwidth_is_one_column_each() -> None:
    narrow = [character for character in map(chr, range(0x3000)) if text._NARROW.fullmatch(character)]
    assert len(narrow) > 500
    assert {wcwidth.wcwidth(character) for character in narrow} == {1}


@pytest.mark.parametrize("width", [0, 3])
def test_long_words_stay_whole(width: int) -> None:
    assert text.wrap("https://example.org/x", width) == "https://example.org/x"


def test_blocks_are_lines() -> None:
    content = (
        Block("left-margin", ("[1]",)),
        Block("right-inline", ("a", Span("bold", (Block("block", ("b",)),)))),
    )
    assert WRITER.render(content) == "[1] a\nb"
