"""Blocks of an entry (CSL 1.0.2, Display).  Oracle: citeproc-js, unless said otherwise."""

from __future__ import annotations

import pytest

from publist.richtext import Block, Node, plain
from tests.csl.small import contents

ITEM = {"title": "T", "note": "N", "publisher": "P"}
BLOCK = '<text variable="title" display="block"/>'
NESTED = '<group><text variable="title" display="block"/></group>'
MACRO = '<macro name="m"><text variable="title" display="block"/></macro>'


def shown(nodes: tuple[Node, ...]) -> str:
    """The text, with blocks in square brackets."""
    return "".join(f"[{shown(n.children)}]" if isinstance(n, Block) else plain((n,)) for n in nodes)


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        (BLOCK, "[T]"),
        (NESTED, "T"),
        ('<text macro="m"/>', "T"),
        ('<text macro="m" display="indent"/>', "[T]"),
        (f'<choose><if type="book">{BLOCK}</if></choose>', "[T]"),
        (f'<choose><if type="book">{NESTED}</if></choose>', "T"),
        ('<group display="block"><text variable="title" display="left-margin"/></group>', "[T]"),
    ],
)
def test_only_what_stands_right_in_the_layout_makes_a_block(layout: str, wanted: str) -> None:
    assert [shown(each) for each in contents(layout, ITEM, before=MACRO)] == [wanted]


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        (BLOCK, "[(T)]"),
        (f'{BLOCK}<text variable="note"/>', "[(T]N)"),
        (f'{BLOCK}<text variable="note" display="indent"/>', "[(T][N)]"),
        (f'<text variable="note"/>{BLOCK}', "(N[T)]"),
    ],
)
def test_affixes_of_the_layout_stand_inside_its_outer_blocks(layout: str, wanted: str) -> None:
    assert [shown(each) for each in contents(layout, ITEM, around='prefix="(" suffix=")"')] == [wanted]


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        (f'{BLOCK}<text variable="note" prefix=", "/>', "[T,] N"),
        (f'{BLOCK}<text variable="note" prefix=" ("/>', "[T] (N"),
        ('<text variable="title"/><text variable="note" display="block" prefix=". "/>', "T.[ N]"),
        (f'{BLOCK[:-2]} suffix="."/><text variable="note" prefix=". "/>', "[T.] N"),
    ],
)
def test_no_mark_begins_a_line(layout: str, wanted: str) -> None:
    assert [shown(each) for each in contents(layout, ITEM)] == [wanted]
