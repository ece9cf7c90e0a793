"""Lists of names by their shape.  The oracle is how the names are read aloud."""

from __future__ import annotations

import pytest

from publist.adopt.names import name_list
from publist.adopt.shapes import PageNames

CASES = {
    "J. Doe, R. Roe, and M. Major. Title": (["Doe, J.", "Roe, R.", "Major, M."], ". Title"),
    "Doe, J., Roe, R. B., & Major, M. (2023)": (["Doe, J.", "Roe, R. B.", "Major, M."], "(2023)"),
    "Doe J, Roe RB, Major M. Title": (["Doe, J", "Roe, RB", "Major, M."], "Title"),
    "Jane Doe and Richard B. Roe: Title": (["Doe, Jane", "Roe, Richard B."], ": Title"),
    "Doe, Jane, Richard Roe, and Mary Major. 2023.": (
        ["Doe, Jane", "Roe, Richard", "Major, Mary"],
        ". 2023.",
    ),
    "Doe, Jane & Roe, Richard (2023)": (["Doe, Jane", "Roe, Richard"], "(2023)"),
    "Doe, Jane; Roe, Richard et al. (2022)": (["Doe, Jane", "Roe, Richard", "others"], "(2022)"),
    "Jan van der Doe, J. de la Roe": (["van der Doe, Jan", "de la Roe, J."], ""),
    "J. Doe, Jr. and R. Roe,": (["Doe, J.", "Roe, R."], ","),
    "Jane Doe*, Richard Roe†": (["Doe, Jane", "Roe, Richard"], ""),
    "王小明, 李雷": (["王小明", "李雷"], ""),
    "B. An, J. Doe, R. Roe": (["An, B.", "Doe, J.", "Roe, R."], ""),
    "Jane Doe, Mary Major, Deep Roe, John Stiles": (
        ["Doe, Jane", "Major, Mary", "Roe, Deep", "Stiles, John"],
        "",
    ),
}


@pytest.mark.parametrize("text", CASES)
def test_a_list_of_names_ends_where_the_names_end(text: str) -> None:
    found = name_list(text, 0, (), PageNames())
    assert found is not None
    names = [", ".join(part for part in (name.family, name.given) if part) for name in found.names]
    assert (names, text[found.end :].strip()) == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "The art of echoes",
        "Towards Deep Learning",
        "In Proceedings",
        "2023",
        "",
        "with the lake",
        "ECHO 2021",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert name_list(text, 0, (), PageNames()) is None


def test_marks_stay_with_their_names() -> None:
    found = name_list("Jane Doe*†, Richard Roe", 0, (), PageNames())
    assert found is not None
    assert [name.marks for name in found.names] == ["*†", ""]


def test_the_owner_makes_a_short_list_sure() -> None:
    known = name_list("Jane Doe", 0, (), PageNames())
    assert known is not None
    sure = name_list("Jane Doe", 0, (), PageNames(owner=known.names[0]))
    assert sure is not None
    assert sure.score > known.score
