"""Plain lists of names; the oracle is the reader of any list, made to take every name apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.bibtex import load, names
from publist.bibtex.plain_names import plain_names
from publist.convert import people as convert_people
from publist.convert.people import People, people
from tests.data import shared

_WORDS = (
    "Jane Doe Bob J. Q. J.-P. J.R. Anne-Marie McRoe Müller Ćosić Others Jr Sr De Van Del La Los Institute"
    " Team University Of Li Jo JO Gómez de von van der and others J M. {Roe} O'Neil II III"
).split()


@pytest.mark.parametrize(
    "typed",
    [
        "Ludwig van Beethoven",
        "Doe, Jr., Jane",
        "Doe, Jane Jr",
        "Ada De Santis",
        "Jane Doe and {Roe Inc}",
        "Max Planck Institute",
        "Doe JR",
        "Plato",
        "Doe, Jane and Roe,",
        "Doe, Jane, and Bob Roe",
        "others",
    ],
)
def test_a_list_with_more_to_it_is_not_plain(typed: str) -> None:
    assert plain_names(typed) is None


def _read(value: str) -> People:
    names.read_name.cache_clear()
    return people(value, "author")


def _agree(values: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many of the lists are plain; each is read as it is without the short way."""
    found = {value: _read(value) for value in values}
    plain = sum(plain_names(" ".join(value.split())) is not None for value in values)
    with monkeypatch.context() as patch:
        for module in (names, convert_people):
            patch.setattr(module, "plain_names", lambda _: None)
        assert {value: _read(value) for value in values} == found
    names.read_name.cache_clear()
    return plain


_NAME = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
_TURNED = st.tuples(_NAME, _NAME).map(", ".join)


@given(listed=st.lists(st.lists(_NAME | _TURNED, min_size=1, max_size=3).map(" and ".join), max_size=20))
def test_a_plain_list_is_read_as_any_other_is(listed: list[str]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        _agree(listed, monkeypatch)


def test_most_lists_of_real_bibliographies_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(shared("bibtex", "corpus").glob("*.bib"))[::4]
    values = [
        entry.get("author") for path in files for entry in load(path).entries if "author" in entry.fields
    ]
    assert _agree(values, monkeypatch) > len(values) / 2
