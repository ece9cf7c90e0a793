"""CSL-JSON items both ways.  Oracle: the CSL-JSON schema; fixtures where named."""

from __future__ import annotations

import pytest

from publist.csl_json import item_from_json, item_to_json, name_from_json
from publist.errors import InputError
from publist.item import Date, Item, Name
from publist.richtext import Span


def test_an_item_has_its_variables_names_and_dates() -> None:
    item = item_from_json(
        {
            "id": 1,
            "type": "book",
            "title": "On <i>E. coli</i>",
            "volume": 12,
            "author": [{"family": "Doe", "given": "J."}],
            "issued": {"date-parts": [[2024]]},
        }
    )
    assert item == Item(
        "1",
        "book",
        {"title": ("On ", Span("italic", ("E. coli",))), "volume": "12"},
        {"author": (Name("Doe", "J."),)},
        {"issued": Date(((2024,),))},
    )


def test_older_names_of_variables_also_have_their_new_ones() -> None:
    variables = item_from_json({"id": "a", "event": "ICML", "shortTitle": "X"}).variables
    assert variables["event-title"] == "ICML"
    assert variables["title-short"] == "X"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"literal": "U.S. Bureau"}, Name(literal="U.S. Bureau")),
        (
            {"family": "Doe Inc.", "isInstitution": "true"},
            Name(literal="Doe Inc."),
        ),  # name_MultipleLiteral.txt
        ({"family": "van Doe", "given": "J", "parse-names": False}, Name("van Doe", "J")),
        ({"family": "Doe", "given": "J", "dropping-particle": "d'"}, Name("Doe", "J", "d'")),
        (
            {"family": "Doe", "given": "J", "suffix": "Jr.", "comma-suffix": True},
            Name("Doe", "J", suffix="Jr.", comma_suffix=True),
        ),
        ({"family": "", "given": ""}, None),
    ],
)
def test_a_name_is_read(value: dict[str, object], name: Name | None) -> None:
    assert name_from_json(value) == name


@pytest.mark.parametrize("value", [{"author": "Doe, J."}, {"author": [3]}])
def test_a_name_variable_that_holds_no_names_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(InputError, match="author"):
        item_from_json({"id": "a", **value})


def test_what_tools_leave_beside_the_variables_is_passed_over() -> None:
    item = item_from_json({"id": "a", "multi": {"_keys": {}}, "custom": {"x": 1}, "favourite": True})
    assert item.variables == {}


def test_writing_gives_back_what_was_read() -> None:
    value = {
        "id": "a",
        "type": "book",
        "title": "<b>X</b>",
        "author": [{"family": "Gogh", "given": "V.", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[2024, 2], [2025]], "circa": True},
    }
    assert item_to_json(item_from_json(value)) == value


# number_LimitOrdinalsToDayOne.txt, label_NameLabelThroughSubstitute.txt
def test_the_note_brings_variables_and_corrects_those_of_the_item() -> None:
    note = (
        "event-date: 2004-10-01/2004-10-14\nreviewed-author: Hall || W.C.\ntype: review\n"
        "title: Better\nRest: of it"
    )
    item = item_from_json({"id": "a", "type": "book", "title": "Typed wrongly", "note": note})
    assert item.dates["event-date"] == Date(((2004, 10, 1), (2004, 10, 14)))
    assert item.names["reviewed-author"] == (Name("Hall", "W.C."),)
    assert item.type == "review"
    assert item.variables == {"title": "Better", "note": "Rest: of it"}


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("_eprint: https://x.org/a.pdf", None),
        ("_eprint: 2106.08166\nA note.", "A note."),
        ("On _eprint: x", "same"),
    ],
)
def test_what_zotero_leaves_in_a_note_is_dropped(note: str, left: str | None) -> None:
    item = item_from_json({"id": "a", "note": note})
    assert item.variables.get("note") == (note if left == "same" else left)


def test_a_note_that_is_only_a_note_stays() -> None:
    assert item_from_json({"id": "a", "note": "Read this: it is good"}).variables == {
        "note": "Read this: it is good"
    }
