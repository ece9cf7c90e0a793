"""Whatever comes in by a door, what ``targets.py`` says of it holds.  Oracle: each target's check."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_what_comes_in_is_read_or_refused(name: str) -> None:
    target = TARGETS[name]
    pieces = st.lists(st.sampled_from(target.pieces), max_size=25).map("".join)

    @settings(max_examples=40)
    @given(pieces.map(str.encode) | st.tuples(pieces.map(str.encode), st.binary(max_size=8)).map(b"".join))
    def check(data: bytes) -> None:
        target.check(data)

    check()
