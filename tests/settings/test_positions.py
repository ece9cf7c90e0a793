"""The lines of keys in TOML.  Oracles: lines counted by hand; tomllib for what the keys are."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.settings.positions import line_of

SOURCE = '''\
# style = "comment"
title = """
style = "in a text"
[owner]
name = "in a text" \\""" """
"quoted key" = \'\'\'
[[people]] 'x\'\'\'
a.b . c = 1.5
owner.name = "W. # Shao" # [owner]
list = [ # of tables
  {x = 1, y = "]"},
  {x = [1,
        2], y = 2},
  "[people]",
]
[groups]
lab = "strong"
[[people]]
name = 'a'
[[people]]
name = "b = c"
url = "x"
  [people.more]
  z = 2
[targets."a.b"]
into = """"x"""""
[targets.c]
output = 'y'
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("quoted key",), 6),
        (("a",), 8),
        (("a", "b", "c"), 8),
        (("owner",), 9),
        (("owner", "name"), 9),
        (("owner", "none"), 9),
        (("list",), 10),
        (("list", 0, "y"), 10),
        (("list", 1), 10),
        (("list", 1, "x", 1), 10),
        (("groups", "lab"), 17),
        (("people",), 18),
        (("people", 0, "name"), 19),
        (("people", 1), 20),
        (("people", 1, "url"), 22),
        (("people", 1, "more"), 23),
        (("people", 1, "more", "z"), 24),
        (("targets", "a.b", "into"), 26),
        (("targets", "c"), 27),
        (("targets", "c", "style"), 27),
        (("style",), None),
    ],
)
def test_a_key_has_its_line(place: tuple[str | int, ...], line: int | None) -> None:
    assert line_of(SOURCE, place) == line


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)
NASTY = TEXTS | st.sampled_from(
    ['"', "'", "[a]", "a = 1", "# x", "}", "]", ",", "\\", '"""', "'''", "\n[b]\nc = 1"]
)
VALUES = st.recursive(
    NASTY | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NASTY, inner, max_size=3),
)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n ".join(map(written, value)) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@given(data=st.dictionaries(NASTY, VALUES, max_size=4), literal=st.booleans())
def test_every_key_of_any_file_is_where_it_was_written(data: dict[str, Any], *, literal: bool) -> None:
    source, lines = "", {}
    for key, value in data.items():
        several = isinstance(value, str) and literal and '"' not in value and "\\" not in value
        lines[key,] = source.count("\n") + 1
        source += f"{quoted(key)} = " + (f'"""\n{value}"""' if several else written(value)) + "\n"
    assert tomllib.loads(source) == data
    assert {place: line_of(source, place) for place in lines} == lines
