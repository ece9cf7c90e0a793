"""The forms of DFG and ERC, as ``--template dfg`` makes them."""

from __future__ import annotations

import re

import pytest

from publist.api import render
from tests.data import ROOT

_WORK = """@article{a%d, title = {Paper %d}, author = {Doe*, Jane and Roe, R.}, journal = {J}, year = %d,
 oral = {true}, additional_info = {Cited 120 times}, SELECTED}
"""
_PROGRAM = "@misc{s, title = {Program}, author = {Doe, Jane}, year = 2020, SELECTED}\n"
_WORKS = "".join(_WORK % (n, n, 2000 + n) for n in range(12)) + _PROGRAM


def made(tmp_path, template: str, *, selected: bool, **options: object) -> str:
    path = tmp_path / "a.bib"
    path.write_text(_WORKS.replace("SELECTED", "selected = {true}" if selected else ""), encoding="utf-8")
    written = render([path], format="text", template=template, highlight="J. Doe", width=0, **options)
    assert isinstance(written, str)
    return written


def test_dfg_has_ten_works_in_each_category(tmp_path, caplog) -> None:
    written = made(tmp_path, "dfg", selected=True, numbering="section")
    first, second = written.split("Category B")
    assert first.startswith("Category A\n==========\n\n[1]  Doe, J.*, & Roe, R. (2011). Paper 11. J.")
    assert re.findall(r"Paper (\d+)", first) == [str(n) for n in range(11, 1, -1)]
    assert "Program" in second
    assert "Cited" not in written
    assert "Oral" not in written
    assert "more" not in written
    assert "12 works are selected for Category A, which takes 10" in caplog.text


def test_dfg_in_german(tmp_path) -> None:
    assert made(tmp_path, "dfg", selected=True, locale="de-DE").startswith("Kategorie A\n")


def test_erc_has_ten_works_without_marks(tmp_path, caplog) -> None:
    written = made(tmp_path, "erc", selected=False)
    assert written.startswith("Research outputs\n")
    assert written.count("Doe, J.") == 10
    assert "*" not in written
    assert "Cited" not in written
    assert "no work is selected" in caplog.text


def test_settings_say_the_style(tmp_path) -> None:
    assert "J. Doe*" in made(tmp_path, "dfg", selected=True, style="ieee", select='type == "article"')


@pytest.mark.parametrize("template", ["dfg", "erc"])
@pytest.mark.parametrize("format_", ["html", "docx", "rtf", "latex"])
def test_the_demo_in_formats_for_forms(template: str, format_: str) -> None:
    if format_ == "docx":
        pytest.importorskip("docx")
    assert render([ROOT / "bib" / "shao.bib"], format=format_, template=template, highlight="W. Shao")


def test_a_project_names_it_from_another_folder(tmp_path, monkeypatch) -> None:
    from click.testing import CliRunner

    from publist.cli import main

    (tmp_path / "publist.toml").write_text(
        'bibliography = "a.bib"\n[targets.dfg]\ntemplate = "dfg"\noutput = "dfg.md"\n', encoding="utf-8"
    )
    (tmp_path / "a.bib").write_text(_WORKS.replace("SELECTED", ""), encoding="utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "dfg.md").read_text(encoding="utf-8").startswith("## Category A")
