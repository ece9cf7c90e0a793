"""NSF's table of collaborators; the oracle are its template's columns and rules."""

from __future__ import annotations

import csv
import io

import pytest

from publist.api import load, render
from tests.data import ROOT

_BIB = """
@article{a, title = {A}, author = {Doe, Jane and van Gogh, Vincent and Roe, R. and others}, year = 2024,
 month = 5}
@article{b, title = {B}, author = {J. Doe and Roe, Rick and King, Jr., Martin}, date = {2023-02-03}}
@article{c, title = {C}, author = {Doe, Jane and Old, Ann}, date = {2022-11-25}}
@article{d, title = {D}, author = {Doe, Jane and New, Ann}, year = 2022, month = 11}
@article{e, title = {E}, author = {Doe, Jane and =Cmd, Ann}}
@article{f, title = {F}, author = {Stranger, Sam}, year = 2024}
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 2026-11-26


def rows(path: object, **options: object) -> list[list[str]]:
    written = render(path, format="nsf-coa", **options)
    return list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def test_a_row_for_each_coauthor_of_the_last_48_months(tmp_path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(_BIB, encoding="utf-8")
    assert rows(path, highlight="Jane Doe") == [
        ["4", "Name:", "Organizational Affiliation", "Optional  (email, Department)", "Last Active"],
        ["A:", "'=Cmd, Ann", "", "", ""],
        ["A:", "King, Martin, Jr.", "", "", "02/03/2023"],
        ["A:", "New, Ann", "", "", "11/2022"],
        ["A:", "Roe, Rick", "", "", "05/2024"],
        ["A:", "van Gogh, Vincent", "", "", "05/2024"],
    ]


def test_whom_the_project_knows_has_their_first_name(tmp_path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(_BIB, encoding="utf-8")
    people = [{"name": "Richard Roe", "aliases": ["Rick Roe", "R. Roe"]}]
    found = rows(path, owner={"name": "Jane Doe"}, people=people)
    assert [row[1] for row in found if "Roe" in row[1]] == ["Roe, Richard"]


def test_what_the_table_lacks_is_said(tmp_path, caplog) -> None:
    path = tmp_path / "a.bib"
    path.write_text(_BIB, encoding="utf-8")
    rows(path)
    assert "[owner]" in caplog.text
    assert "the authors of a end in others" in caplog.text


def test_the_demo_has_everybody_once_and_not_the_owner(monkeypatch) -> None:
    path = ROOT / "bib" / "shao.bib"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1672531200")  # 2023-01-01
    found = [row[1] for row in rows(path, highlight="W. Shao")[1:]]
    assert len(found) == len(set(found)) > 5
    assert not any("Shao" in one for one in found)
    surnames = {one["family"] for work in load(path) for one in work.item["author"]}
    assert {one.partition(",")[0] for one in found} <= surnames
