"""BibTeX's "and others" ends a list of names in et al.  Expected texts by hand, after each style's manual."""

from __future__ import annotations

import pytest

from publist.csl import Processor, Style
from publist.item import Item, Name
from publist.richtext import plain

OTHERS = Name(literal="others", others=True)
NAMES = (Name(family="Doe", given="Jane"), Name(family="Roe", given="Kim"))


@pytest.mark.parametrize(
    ("style", "authors", "expected"),
    [
        ("ieee", (*NAMES, OTHERS), "[1]J. Doe, K. Roe, et al., T."),
        ("apa", (*NAMES, OTHERS), "Doe, J., Roe, K., et al. (n.d.). T."),
        ("apa", (NAMES[0], OTHERS), "Doe, J. et al. (n.d.). T."),
        ("apa", (*(NAMES * 15), OTHERS), ", et al. (n.d.). T."),
        ("modern-language-association", (NAMES[0], OTHERS), "Doe, Jane, et al. T."),
    ],
)
def test_others_are_et_al(style: str, authors: tuple[Name, ...], expected: str) -> None:
    item = Item("a", "book", {"title": "T"}, {"author": authors})
    text = plain(Processor(Style.load(style), [item]).bibliography()[0].content).strip()
    assert text.endswith(expected)
    assert "others" not in text


def test_nobody_but_others_is_nobody() -> None:
    item = Item("a", "book", {"title": "T"}, {"author": (OTHERS,)})
    assert "others" not in plain(Processor(Style.load("apa"), [item]).bibliography()[0].content)
