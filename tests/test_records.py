"""Records are what typing.NamedTuple makes, the oracle here."""

from __future__ import annotations

import pickle
import typing

import pytest

from publist.records import NamedTuple


class Pages(NamedTuple):
    """Two pages."""

    first: int
    last: int = 0

    @property
    def count(self) -> int:
        return self.last - self.first + 1


class Oracle(typing.NamedTuple):
    """Two pages."""

    first: int
    last: int = 0


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__doc__", "__module__", "__match_args__"])
def test_a_record_says_of_itself_what_a_named_tuple_says(name: str) -> None:
    assert getattr(Pages, name) == getattr(Oracle, name)


def test_a_record_is_a_tuple_with_names() -> None:
    assert Pages(3, last=9) == Pages(3)._replace(last=9) == Oracle(3, 9) == (3, 9)
    assert repr(Pages(3)) == repr(Oracle(3)).replace("Oracle", "Pages")
    assert Pages(3, 9).count == 7


def test_a_record_is_pickled_and_read_again() -> None:
    again = pickle.loads(pickle.dumps(Pages(3)))
    assert type(again) is Pages
    assert again == Pages(3)


def test_a_record_refuses_what_a_named_tuple_refuses() -> None:
    with pytest.raises(TypeError, match="first"):
        Pages()  # type: ignore[call-arg]  # what is tested
    with pytest.raises(AttributeError):
        Pages(3).first = 4  # type: ignore[misc]  # what is tested
