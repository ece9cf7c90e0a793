"""Data for programs that make CVs: read by rendercv itself, and by the schema of JSON Resume 1.0.0."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from publist.api import render
from tests.data import ROOT, shared

_BIB = r"""@article{a, title = {A * [b](c) <img src=x>}, author = {Doe, Jane and Roe, Rick}, journal = {J},
 year = 2024, month = 5, doi = {10.1000/x}}
@misc{b, title = {No author}, year = 2023, url = {papers/b.pdf}}
"""


def made(tmp_path: Path, format_: str) -> str:
    path = tmp_path / "a.bib"
    path.write_text(_BIB, encoding="utf-8")
    written = render([path], format=format_, highlight="J. Doe")
    assert isinstance(written, str)
    return written


def test_rendercv_has_the_owner_in_bold_and_a_section_for_each_heading(tmp_path: Path) -> None:
    assert yaml.safe_load(made(tmp_path, "rendercv")) == {
        "cv": {
            "name": "J. Doe",
            "sections": {
                "2024": [
                    {
                        "title": "A \\* [b] (c) <\u2060img src=x>",
                        "authors": ["**Jane Doe**", "Rick Roe"],
                        "journal": "J",
                        "date": "2024-05",
                        "doi": "10.1000/x",
                    }
                ],
                "2023": [{"title": "No author", "authors": [], "date": "2023"}],
            },
        }
    }


def test_json_resume_has_the_citation_as_summary(tmp_path: Path) -> None:
    first, second = json.loads(made(tmp_path, "jsonresume"))["publications"]
    assert first["url"] == "https://doi.org/10.1000/x"
    assert first["summary"].startswith("A * [b](c) <img src=x>. J. Doe, R. Roe. J")
    assert second == {"name": "No author", "releaseDate": "2023", "summary": "No author. 2023."}


@pytest.mark.parametrize("name", ["shao.bib", "zhang.bib"])
def test_rendercv_reads_it(name: str) -> None:
    api = pytest.importorskip("rendercv.api")
    written = render([ROOT / "bib" / name], format="rendercv", highlight=["W. Shao", "Y. Zhang"])
    data = yaml.safe_load(written)
    typst = api.create_contents_of_a_typst_file_from_a_python_dictionary(
        {**data, "cv": {"name": "X", **data["cv"]}}
    )
    assert isinstance(typst, str), typst
    for entries in data["cv"]["sections"].values():
        for entry in entries:
            assert re.sub(r"\W", "", entry["title"]) in re.sub(r"\W", "", typst)


@pytest.mark.long
def test_rendercv_reads_every_file_of_the_corpus() -> None:
    api = pytest.importorskip("rendercv.api")
    for path in sorted(shared("bibtex", "corpus").glob("*.bib")):
        data = yaml.safe_load(render([path], format="rendercv"))
        read = api.create_contents_of_a_typst_file_from_a_python_dictionary(
            {"cv": {"name": "X", **data["cv"]}}
        )
        assert isinstance(read, str), (path.name, read)
