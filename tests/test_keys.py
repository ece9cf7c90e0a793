"""Unique keys: one rule within a file and across files, for BibTeX and CSL-JSON.  Oracle: by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.keys import unique_keys
from publist.pipeline import read


@pytest.mark.parametrize(
    ("keys", "unique"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "A", "a"], ["a", "A-2", "a-3"]),
        (["a-2", "a", "A"], ["a-2", "a", "A-3"]),
    ],
)
def test_a_repeated_key_gets_the_first_free_number(keys: list[str], unique: list[str]) -> None:
    assert unique_keys(keys) == unique


@given(st.lists(st.text(alphabet="aA-2", max_size=4)))
def test_keys_are_unique_without_regard_to_case(keys: list[str]) -> None:
    assert len({key.lower() for key in unique_keys(keys)}) == len(keys)


BIB = "@book{%s, title = {T}, author = {A}, year = 2020}\n"
JSON = '{"id": "%s", "type": "book", "title": "T"}'


@pytest.mark.parametrize("form", ["bib", "json"])
@pytest.mark.parametrize("files", [1, 2])
def test_one_rule_within_a_file_and_across_files(form: str, files: int, tmp_path: Path) -> None:
    works = [(BIB if form == "bib" else JSON) % key for key in ("Smith2020", "SMITH2020", "Luo2020")]
    parts = [works] if files == 1 else [works[:1], works[1:]]
    for number, part in enumerate(parts):
        text = "".join(part) if form == "bib" else f"[{', '.join(part)}]"
        (tmp_path / f"{number}.{form}").write_text(text, encoding="utf-8")
    source = read(sorted(tmp_path.iterdir()))
    keys = ["Smith2020", "SMITH2020-2", "Luo2020"]
    assert [publication.key for publication in source.publications] == keys
    assert [publication.item.id for publication in source.publications] == keys
    (problem,) = [problem for problem in source.problems if problem.rule.id == "duplicate-key"]
    assert "SMITH2020 stands in" in problem.message
    assert "rename one of the two" in problem.message
