"""Pages with texts that no citation has: they are said to be left out, and the others are adopted.

Oracle: the page as it was written; no time is measured, a text without a bound would not end here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.adopt import adopt
from publist.adopt.find import LONGEST
from publist.errors import InputError

WORK = "<li>Jane Doe. On mice and men. In Journal of Mice, 2020.</li>"
WORKS = WORK + "<li>Jane Doe and John Roe. Of men and mice. In Journal of Men, 2021.</li>"
LINES = "- Jane Doe. /On mice and men/. Journal of Mice, 2020.\n- J. Roe. /Of men/. Journal of Men, 2021.\n"
UNITS = ["A", "Word ", "A. Doe, ", "(", "[", "*", "1", "-", '"', "B ", "{", "van ", "a: ", "' ", "(2020)"]


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_without_end_is_left_out_and_said(unit: str, tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    page.write_text(f"<ul>{WORKS}<li>A. Doe. {unit * (50 * LONGEST // len(unit))}. T. J, 2020.</li></ul>")
    found = adopt(page)
    assert found.works == 2
    assert "On mice and men" in found.text
    assert any(problem.rule.id == "not-adopted" for problem in found.problems)
    assert all(len(problem.message) < 1000 for problem in found.problems)


def test_lines_without_end_in_one_item_are_left_out(tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    page.write_text(f"<ul>{WORKS}<li>{'A. Doe. Title of it. J, 2020.<br>' * 300}</li></ul>")
    assert "On mice and men" in adopt(page).text


@pytest.mark.parametrize("text", ["{" * 50_000, "{{" * 50_000 + "}}", "* " * 20_000, "[x " * 20_000])
def test_marks_of_jemdoc_without_end(text: str, tmp_path: Path) -> None:
    page = tmp_path / "x.jemdoc"
    page.write_text(f"= Publications\n{LINES}\n{text}\n")
    assert "On mice and men" in adopt(page).text


@pytest.mark.parametrize("text", ["</li>", "<!-- -->", "<!--", "<?x?>", "</p></p>"])
def test_a_page_without_an_element_has_no_list(text: str, tmp_path: Path) -> None:  # found by fuzzing
    page = tmp_path / "x.html"
    page.write_text(text)
    with pytest.raises(InputError, match="has no list"):
        adopt(page)
