"""Labels that are made.  Oracle: disambiguate_Trigraph.txt and disambiguate_CitationLabelInData.txt."""

from __future__ import annotations

import pytest

from publist.csl.label import citation_label
from publist.item import Date, Item, Name


@pytest.mark.parametrize(
    ("families", "year", "label"),
    [
        (["Aalto"], 2002, "Aalt02"),
        (["Bronchitis", "Cholera"], 1998, "BrCh98"),
        (["Dipheria", "Eczema", "Flatulence"], 2001, "DiEF01"),
        (["Dipheria", "Eczema", "Flatulence", "Goiter", "Hiccups"], 1926, "DEFG26"),
        (["Li"], 0, "Li"),
        ([], 2001, "OnX01"),
    ],
)
def test_a_label(families: list[str], year: int, label: str) -> None:
    item = Item("a", "book", {"title": "On x"})
    if families:
        item.names["author"] = tuple(Name(family) for family in families)
    if year:
        item.dates["issued"] = Date(((year,),))
    assert citation_label(item).lower() == label.lower()
