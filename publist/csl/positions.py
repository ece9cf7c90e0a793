"""Positions of cites: first, subsequent, ibid, and near the note before (CSL 1.0.2, Choose, position)."""

from __future__ import annotations

from collections.abc import Sequence

from publist.csl.citation import Citation, Cite
from publist.csl.evaluate.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT
from publist.records import NamedTuple

NEAR_NOTE_DISTANCE = 5


class Place(NamedTuple):
    """Where a cite stands: its position, whether the note before is near, and the item's first note."""

    position: int = FIRST
    near_note: bool = False
    first_note: int = 0


class _Before:
    """What has been cited so far, in the notes or in the text."""

    def __init__(self) -> None:
        self.last: Citation | None = None
        self.in_last_note = 0  # how many citations the last note has


def positions(document: Sequence[Citation], distance: int = NEAR_NOTE_DISTANCE) -> list[list[Place]]:
    """The place of every cite of the document's citations, in order.

    Citations in the text (note 0) and in notes look back for an ibid at their own kind only
    (position_IbidInText.txt).  What a cite says of its own position wins.
    """
    kinds = {True: _Before(), False: _Before()}
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    result: list[list[Place]] = []
    for citation in document:
        note, before = citation.note, kinds[citation.note > 0]
        places: list[Place] = []
        for index, cite in enumerate(citation.cites):
            if cite.position is not None:
                places.append(Place(cite.position, cite.near_note, first_notes.get(cite.id, 0)))
            elif cite.id not in first_notes:
                places.append(Place(near_note=cite.near_note))
            else:
                previous = citation.cites[index - 1] if index else _previous(citation, before)
                last_note = last_notes[cite.id]
                near = (note > 0) == (last_note > 0) and note - last_note <= distance
                places.append(Place(_position(cite, previous), near, first_notes[cite.id]))
            first_notes.setdefault(cite.id, note)
            last_notes[cite.id] = note
        same_note = before.last is not None and before.last.note == note
        before.in_last_note = before.in_last_note + 1 if same_note else 1
        before.last = citation
        result.append(places)
    return result


def _previous(citation: Citation, before: _Before) -> Cite | None:
    """The cite that an ibid at the start of the citation refers to.

    The citation before must cite one item alone, and another note must hold no other citation
    (position_IbidWithMultipleSoloCitesInBackref.txt).
    """
    last = before.last
    if last is None or not last.cites:
        return None
    if last.note != citation.note:
        alone = before.in_last_note == 1 and len(last.cites) == 1
        if not alone or citation.note - last.note > 1:
            return None
    return last.cites[-1]


def _position(cite: Cite, previous: Cite | None) -> int:
    """Of a cite to an item that is cited before."""
    if previous is None or previous.id != cite.id:
        return SUBSEQUENT
    if not previous.locator:
        return IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    same = (cite.locator, cite.label) == (previous.locator, previous.label)
    return IBID if same else IBID_WITH_LOCATOR
