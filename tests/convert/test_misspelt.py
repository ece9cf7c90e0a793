"""Fields one letter from a known one.  Oracle: slips of real bibliographies, and names that tools use."""

from __future__ import annotations

import pytest

from publist import bibtex, convert


def said(fields: str) -> list[str]:
    _, problems = convert.publications(bibtex.loads(f"@article{{a, {fields}}}"))
    return [problem.message for problem in problems if problem.rule.id == "misspelt-field"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("auhtor", "author"),
        ("jounral", "journal"),
        ("numnber", "number"),
        ("booltitle", "booktitle"),
        ("mpnth", "month"),
        ("volum", "volume"),
        ("page", "pages"),
        ("authors", "author"),
        ("yaer", "year"),
        ("tittle", "title"),
        ("kewywords", "keywords"),
    ],
)
def test_a_slip_is_said(typed: str, meant: str) -> None:
    assert said(f"{typed} = {{x}}") == [f"{typed} is no field that is known; did you mean {meant}?"]


@pytest.mark.parametrize(
    "fields",
    [
        "author = {Doe, Jane}, auhtor = {x}",
        "auhtor = {}",
        "days = {12}",
        "notes = {mine}",
        "data = {https://example.org}",
        "subtitle = {S}",
        "volumes = {2}",
        "mon = {x}",
        "vol = {3}",
        "pii = {S1}",
    ],
)
def test_what_has_another_meaning_or_is_there_is_not(fields: str) -> None:
    assert said(fields) == []
