"""CSV: read back by Python's own reader, as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from publist.api import render

_BIB = r"""@inproceedings{a, title = {A {\em b}, of 5" c}, author = {Doe, Jane and Roe, Rick and others},
 booktitle = {B}, year = 2024, month = may, code = {https://x.org/c}, doi = {10.1000/x},
 oral = {true}, _secret = {hidden}, file = {/h.pdf}}
@article{b, title = {=HYPERLINK("http://x")}, author = {Roe, Rick}, journal = {J}, year = 2023, volume = {-1}}
"""


def table(tmp_path: Path) -> list[dict[str, str]]:
    path = tmp_path / "a.bib"
    path.write_text(_BIB, encoding="utf-8")
    written = render([path], format="csv", highlight="J. Doe")
    assert isinstance(written, str)
    assert written.startswith("\ufeffkey,type,year,date,author,title,")
    assert "hidden" not in written
    assert "/h.pdf" not in written
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def test_each_work_is_a_row_and_each_field_a_column(tmp_path: Path) -> None:
    first = table(tmp_path)[0]
    assert first["title"] == 'A b, of 5" c'
    assert first["author"] == "Jane Doe; Rick Roe; et al."
    assert first["date"] == "2024-05"
    assert first["url"] == "https://doi.org/10.1000/x"
    assert first["link-code"] == "https://x.org/c"
    assert first["badges"] == "Oral"
    assert first["owner"] == "author 1 of 3"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    second = table(tmp_path)[1]
    assert second["title"] == """'=HYPERLINK("http://x")"""
    assert second["volume"] == "'-1"


def test_a_citation_of_several_lines_is_a_sentence_each(tmp_path: Path) -> None:
    assert table(tmp_path)[1]["citation"] == "'=HYPERLINK(“http://x”). R. Roe. J, Volume -1, 2023."


def test_exponents_stay_signs(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title = {An {$O(n^2)$} method for H$_2$O}, year = 2024}\n", encoding="utf-8")
    titles = [render([path], format=one) for one in ("csv", "rendercv", "jsonresume")]
    assert ["An O(n²) method for H₂O" in written for written in titles] == [True] * 3
