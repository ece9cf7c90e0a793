"""Positions of cites.  Oracle: CSL 1.0.2 (Choose, position) and the suite's position_ fixtures."""

from __future__ import annotations

import pytest

from publist.csl.citation import Citation, Cite
from publist.csl.evaluate.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT
from publist.csl.positions import positions

A, B = Cite("a"), Cite("b")


def note(number: int, *cites: Cite) -> Citation:
    return Citation(cites, number)


def of(*document: Citation) -> list[list[int]]:
    return [[place.position for place in places] for places in positions(document)]


def test_the_first_cite_of_an_item_is_first() -> None:
    assert of(note(1, A), note(2, B)) == [[FIRST], [FIRST]]


def test_ibid_needs_the_same_item_alone_in_the_citation_before() -> None:
    assert of(note(1, A), note(2, A)) == [[FIRST], [IBID]]
    assert of(note(1, A, B), note(2, B)) == [[FIRST, FIRST], [SUBSEQUENT]]
    # "The previous citation consists of a single cite" (CSL 1.0.2); citeproc-js alike.
    assert of(note(1, A, A), note(2, A)) == [[FIRST, IBID], [SUBSEQUENT]]


def test_ibid_looks_at_the_cite_before_within_a_citation() -> None:
    assert of(note(1, A), note(2, B, B, A)) == [[FIRST], [FIRST, IBID, SUBSEQUENT]]


@pytest.mark.parametrize(
    ("before", "now", "position"),
    [
        ("", "3", IBID_WITH_LOCATOR),
        ("3", "3", IBID),
        ("3", "4", IBID_WITH_LOCATOR),
        ("3", "", SUBSEQUENT),
    ],
)
def test_locators_decide_on_the_kind_of_ibid(before: str, now: str, position: int) -> None:
    assert of(note(1, Cite("a", before)), note(2, Cite("a", now)))[1] == [position]


def test_another_label_is_another_locator() -> None:  # integration_IbidWithDifferentLocators.txt
    assert of(note(1, Cite("a", "12")), note(2, Cite("a", "12", "book")))[1] == [IBID_WITH_LOCATOR]


def test_a_note_with_several_citations_is_no_ground_for_ibid() -> None:
    # position_IbidWithMultipleSoloCitesInBackref.txt
    assert of(note(1, A), note(1, B), note(2, B), note(3, B)) == [[FIRST], [FIRST], [SUBSEQUENT], [IBID]]


def test_in_the_same_note_the_citation_before_counts() -> None:  # position_ResetNoteNumbers.txt
    assert of(note(1, A), note(1, A)) == [[FIRST], [IBID]]


def test_text_and_notes_look_back_each_at_its_own() -> None:  # position_IbidInText.txt
    assert of(note(0, A), note(1, B), note(0, A)) == [[FIRST], [FIRST], [IBID]]


@pytest.mark.parametrize(("distance", "near"), [(5, [False, True, False]), (0, [False, False, False])])
def test_near_notes(distance: int, near: list[bool]) -> None:
    document = [note(1, A), note(6, A), note(12, A)]
    assert [places[0].near_note for places in positions(document, distance)] == near


def test_a_subsequent_cite_knows_the_first_note() -> None:
    places = positions([note(3, A), note(4, B), note(9, A)])
    assert [place[0].first_note for place in places] == [0, 0, 3]


def test_what_a_cite_says_of_itself_wins() -> None:
    own = Cite("a", position=IBID, near_note=True)
    (place,) = positions([note(1, own)])[0]
    assert (place.position, place.near_note) == (IBID, True)


def test_ibid_needs_the_note_right_before() -> None:
    """A note between may hold other words (citeproc-js)."""
    assert of(note(1, A), note(3, A)) == [[FIRST], [SUBSEQUENT]]


def test_within_one_note_ibid_is_the_cite_right_before() -> None:
    assert of(note(1, A, B), note(1, B)) == [[FIRST, FIRST], [IBID]]
