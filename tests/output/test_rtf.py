"""RTF, read back by a small reader of its own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from publist.output.rtf import RtfWriter
from publist.richtext import Highlight, LinkSpan, Mark, Node, plain
from tests.output.readers import NASTY, TEXTS, folded, read_rtf

WRITER = RtfWriter()


@settings(max_examples=300)
@given(TEXTS)
def test_reads_back_as_the_same_text(tree: tuple[Node, ...]) -> None:
    written = WRITER.render(tree)
    text, left_open = read_rtf(written)
    assert written.isascii()
    assert left_open == 0
    assert folded(text) == folded(plain(tree))


@pytest.mark.parametrize("title", NASTY)
def test_no_character_of_a_title_is_code(title: str) -> None:
    assert folded(read_rtf(WRITER.escape(title))[0]) == folded(title)


def test_characters_beyond_the_first_plane_are_two_units() -> None:
    assert WRITER.escape("ü𝒳") == r"\u252?\u-10187?\u-9037?"


def test_owner_is_bold_and_the_mark_raised_outside() -> None:
    assert WRITER.render((Highlight("strong", ("W. Shao",)), Mark("*", "equal"))) == r"{\b W. Shao}{\super *}"


def test_a_link_is_a_field() -> None:
    assert WRITER.render((LinkSpan('https://x.org/"}', ("x",)),)) == (
        r'{\field{\*\fldinst{HYPERLINK "https://x.org/%22%7D"}}{\fldrslt{x}}}'
    )
