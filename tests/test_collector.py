"""The collector rests, and is then as it was."""

from __future__ import annotations

import gc
import weakref

import pytest

from publist.collector import let_go, resting


@pytest.mark.parametrize("active", [True, False])
def test_it_is_left_as_it_was(active: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if active else gc.disable)()
        with resting():
            assert not gc.isenabled()
        assert gc.isenabled() is active
        with pytest.raises(ValueError, match="x"), resting():
            raise ValueError("x")
        assert gc.isenabled() is active
    finally:
        (gc.enable if before else gc.disable)()


def test_each_call_of_a_function_rests_anew() -> None:
    @resting()
    def active() -> bool:
        return gc.isenabled()

    assert [active(), active()] == [False, False]


class _Knot:
    def __init__(self) -> None:
        self.own = self


@pytest.mark.parametrize("count", [10, 200_000])
def test_cycles_are_looked_for_where_much_was_made(count: int) -> None:
    before = gc.isenabled()
    try:
        gc.disable()
        gc.collect()
        knot = weakref.ref(_Knot())
        made = [[] for _ in range(count)]  # type: ignore[var-annotated]  # what they hold is no matter
        let_go()
        assert (knot() is None) is (count > 100_000)
        assert len(made) == count
    finally:
        (gc.enable if before else gc.disable)()
