"""What is packed is what it was.  Oracle: the same unpacked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist import formatter, packed, pipeline
from publist.convert import bibliography
from publist.item import Date, Item, Name
from publist.packed import Each, Packed, PackedItem, alike, opened
from publist.publication import Publication
from publist.richtext import Span
from publist.settings.look import options_for
from tests.test_corpus import SOME

ITEM = Item(
    "doe2024",
    "book",
    {"title": ("On ", Span("nocase", ("Bell",)), " states"), "publisher": "Press"},
    {"author": (Name("Doe", "Jane"), Name(literal="ACME"))},
    {"issued": Date(((2024, 5),))},
)


def test_a_packed_item_says_what_the_item_says() -> None:
    made = PackedItem.of(ITEM)
    assert made == ITEM
    assert ITEM == made  # noqa: SIM300 - both ways
    assert (made.variables, made.names, made.dates) == (ITEM.variables, ITEM.names, ITEM.dates)
    assert replace(ITEM, id="roe") != made


def test_a_changed_item_is_a_plain_one() -> None:
    changed = replace(PackedItem.of(ITEM), type="report")
    assert type(changed) is Item
    assert changed == replace(ITEM, type="report")
    changed.variables["title"] = "Other"
    assert changed.variables["title"] == "Other"


def test_a_publication_is_opened_and_stays_as_it_was() -> None:
    work = packed.packed(Publication(ITEM, "doe2024"))
    assert isinstance(work.item, PackedItem)
    assert type(opened(work).item) is Item
    assert opened(work) == work == Publication(ITEM, "doe2024")
    assert isinstance(alike(work, ITEM).item, PackedItem)
    assert type(alike(opened(work), ITEM).item) is Item


@given(st.integers(0, 1000), st.integers(-1100, 1100), st.integers(-1100, 1100), st.integers(1, 300))
def test_packed_values_are_a_sequence(count: int, start: int, stop: int, step: int) -> None:
    values = list(range(count))
    made = Packed(iter(values))
    assert list(made) == values
    assert len(made) == count
    assert made[start:stop:step] == values[start:stop:step]
    assert made[::-step] == values[::-step]
    if -count <= start < count:
        assert made[start] == values[start]
    else:
        with pytest.raises(IndexError):
            made[start]


def test_values_are_made_at_each_place() -> None:
    made = Each(pow, [1, 2, 3], Packed([2, 3, 4]))
    assert (list(made), len(made), made[1], made[1:]) == ([1, 8, 81], 3, 8, [8, 81])


@pytest.mark.parametrize("style", ["homepage", "apa"])
@pytest.mark.parametrize("path", SOME[::2])
def test_a_long_list_reads_as_a_short_one(path: Path, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = (("html", "year"), ("html", "none"), ("text", "type"), ("page", "year"))

    def made() -> list[object]:
        source = pipeline.read([path], whole=False)
        wanted = [{"style": style, "format": form, "group-by": group} for form, group in looks]
        found = [pipeline.render(source, options_for(look)) for look in wanted]
        return [(one.data, one.beside, one.problems) for one in found]

    short = made()
    monkeypatch.setattr(bibliography, "FEW", 0)
    monkeypatch.setattr(formatter, "FEW", 0)
    assert made() == short
