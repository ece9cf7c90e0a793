"""Files of CSL-JSON: what is read, what is refused, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.csl_json import load, loads
from publist.errors import InputError

SOURCE = """[
  {"id": "a", "type": "book"},
  "nonsense [{",
  {"id": "b", "type": "book", "author": "Doe"},
  {"id": "a", "type": "poem"},
  {"type": "book"}
]"""


def test_broken_items_are_refused_with_their_line_and_the_others_are_read() -> None:
    read = loads(SOURCE, file="x.json")
    assert [item.id for item in read.items] == ["a", "a-2", "item-5"]
    assert (read.lines, read.refused) == ([2, 5, 6], 2)
    assert [(problem.line, problem.rule.id, problem.rule.severity) for problem in read.problems] == [
        (3, "not-an-item", "error"),
        (4, "bad-variable", "error"),
        (5, "duplicate-key", "warning"),
        (5, "unknown-type", "warning"),
        (6, "missing-id", "warning"),
    ]


def test_items_may_stand_in_an_object() -> None:
    read = loads('{"items": [{"id": "a", "type": "book"}]}')
    assert ([item.id for item in read.items], read.problems) == (["a"], [])


def test_lines_are_those_of_the_items_whatever_is_in_them() -> None:
    source = (
        '{"items": [\n\n{"id": "a", "title": "[{,\\n"\n}, {"id": "b"},\n{"id": "c",\n"x": [[1],\n{}]}\n]}'
    )
    assert loads(source).lines == [3, 4, 5]
    assert loads('{"x": [1], "items": [{"id": "a"}]}').lines == [0]


def test_the_same_id_a_thousand_times_is_told_apart() -> None:
    items = loads("[" + ",".join(['{"id": "a", "type": "book"}'] * 1000) + ', {"id": "a-3"}]').items
    assert len({item.id for item in items}) == 1001


@pytest.mark.parametrize(
    ("source", "line"), [("", 1), ("[\n{", 2), ('{"a": 1}', 1), ("3", 1), ("[" * 100_000, None)]
)
def test_what_is_no_csl_json_is_one_error(source: str, line: int | None) -> None:
    with pytest.raises(InputError) as caught:
        loads(source, file="x.json")
    assert (caught.value.file, caught.value.line) == ("x.json", line)


def test_a_file_that_cannot_be_read_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'["\xe9"]')
    with pytest.raises(InputError, match="not UTF-8"):
        load(tmp_path / "latin.json")


def test_a_variable_that_cannot_be_read_is_named() -> None:
    odd = '"title": {"x": 1}, "issued": {"date-parts": [["x"]]}, "custom": {}'
    read = loads(f'[{{"id": "a", "type": "book", {odd}}}]')
    assert [problem.rule.id for problem in read.problems] == ["unread-variable", "unread-variable"]
    assert read.items[0].id == "a"
