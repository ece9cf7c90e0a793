"""YAML, read back by PyYAML (YAML 1.1, as Jekyll reads it)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.output import yaml
from tests.output.readers import NASTY

reader = pytest.importorskip("yaml")

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
KEYS = st.one_of(st.sampled_from(["a", "on", "No", "null", "1", "a b", "-", "#", "é"]), TEXTS)
DATA = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none(), st.integers(-9999, 9999)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, DATA, max_size=4))
def test_reads_back_as_the_same_data(data: dict[str, object]) -> None:
    assert reader.safe_load(yaml.dump(data)) == data


@given(st.lists(DATA, max_size=4))
def test_lists_read_back(data: list[object]) -> None:
    assert reader.safe_load(yaml.dump(data)) == data


def test_titles_are_text() -> None:
    assert reader.safe_load(yaml.dump(NASTY)) == list(NASTY)


def test_looks_like_yaml() -> None:
    data = {"title": "A", "links": [{"label": "Code", "url": "u"}, {"label": "PDF", "url": "v"}], "none": []}
    assert yaml.dump(data) == (
        'title: "A"\nlinks:\n  - label: "Code"\n    url: "u"\n  - label: "PDF"\n    url: "v"\nnone: []\n'
    )
