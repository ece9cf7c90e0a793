"""Written names sorted to people, whom nobody has named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publist.bibtex.names import parse_name
from publist.matching import together


def people(*names: str, lists: list[list[int]] | None = None) -> list[list[str]]:
    where = lists or [[number] for number in range(len(names))]
    written = [(parse_name(name), one) for name, one in zip(names, where, strict=True)]
    return [[names[place] for place in person] for person in together(written)]


def test_initials_and_accents_are_one_person() -> None:
    assert people("J. Doe", "Doe, Jane Mary", "Jane Doe", "Müller, K.", "Mueller, Karl") == [
        ["Doe, Jane Mary", "Jane Doe", "J. Doe"],
        ["Mueller, Karl", "Müller, K."],
    ]


def test_an_initial_that_fits_two_people_stays_alone() -> None:
    assert people("X. Wang", "Xiaogang Wang", "Xintao Wang") == [
        ["X. Wang"], ["Xiaogang Wang"], ["Xintao Wang"],
    ]  # fmt: skip


def test_one_person_stands_once_in_a_list() -> None:
    assert people("Y. Li", "Yan Li", lists=[[0], [0]]) == [["Y. Li"], ["Yan Li"]]


def test_a_name_joins_the_person_whom_it_fits_best() -> None:
    assert people("John A. Doe", "John B. Doe", "John A. Doe") == [
        ["John A. Doe", "John A. Doe"], ["John B. Doe"],
    ]  # fmt: skip
    assert people("Doe, Jane Mary", "Doe, John", "Doe, Jane M.") == [
        ["Doe, Jane Mary", "Doe, Jane M."], ["Doe, John"],
    ]  # fmt: skip


def test_lists_of_a_person_add_up() -> None:
    names = ("Yan Li", "Y. Li", "Li, Y.")
    assert people(*names, lists=[[0], [1], [2]]) == [list(names)]
    assert people(*names, lists=[[0], [1], [1, 0]]) == [["Yan Li", "Y. Li"], ["Li, Y."]]


def test_the_name_that_says_most_stands_first() -> None:
    assert people("J. Doe", "Doe, J. M.", "Jane Doe") == [["Jane Doe", "Doe, J. M.", "J. Doe"]]
    assert people("Müller, K.", "Mueller, K.") == [["Mueller, K.", "Müller, K."]]


_NAMES = ["J. Doe", "Jane Doe", "Doe, Jane M.", "John Doe", "W. Shao", "邵文琪"]


@given(st.lists(st.sampled_from(_NAMES), max_size=9))
def test_every_name_stands_once(names: list[str]) -> None:
    assert sorted(name for person in people(*names) for name in person) == sorted(names)
