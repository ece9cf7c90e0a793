"""Names by BibTeX's rules (btxdoc, section 4) and as people type them, by hand."""

from __future__ import annotations

import pytest

from publist.bibtex.name_lists import name_list
from publist.bibtex.names import parse_name, split_name
from publist.item import Name


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Donald E. Knuth", ("Donald E.", "", "Knuth", "")),
        ("Ludwig van Beethoven", ("Ludwig", "van", "Beethoven", "")),
        ("van Beethoven, Ludwig", ("Ludwig", "van", "Beethoven", "")),
        ("de la Vall{\\'e}e Poussin, Charles Louis", ("Charles Louis", "de la", "Vall{\\'e}e Poussin", "")),
        ("King, Jr, Martin Luther", ("Martin Luther", "", "King", "Jr")),
        ("Jean-Paul Sartre-Dupont", ("Jean-Paul", "", "Sartre-Dupont", "")),
        ("Per-Åke Larson", ("Per-Åke", "", "Larson", "")),
        ("{\\L}ukasz Kaiser", ("{\\L}ukasz", "", "Kaiser", "")),
        ("{\\'e}douard Manet", ("", "{\\'e}douard", "Manet", "")),
        ("Chen, Po-Hao,", ("Po-Hao", "", "Chen", "")),
        ("jean de la fontaine", ("", "jean de la", "fontaine", "")),
        ("Madonna", ("", "", "Madonna", "")),
    ],
)
def test_a_name_is_split_as_bibtex_splits_it(typed: str, parts: tuple[str, ...]) -> None:
    name = split_name(typed)
    assert (name.first, name.von, name.last, name.jr) == parts


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("van der Berg, Jan", Name("Berg", "Jan", "", "van der")),
        ("Robert Downey Jr.", Name("Downey", "Robert", suffix="Jr.")),
        ("Downey Jr., Robert", Name("Downey", "Robert", suffix="Jr.")),
        ("{Barnes and Noble, Inc.}", Name(literal="Barnes and Noble, Inc.")),
        ("family=Gogh, given=Vincent, prefix=van, useprefix=false", Name("Gogh", "Vincent", "van")),
        ("family=Beethoven, given=Ludwig, prefix=van", Name("Beethoven", "Ludwig", "", "van")),
        ("王小明", Name("王小明")),
        ("王 小明", Name("王", "小明")),
        ("Zhang, Wenwei (张文蔚)", Name("Zhang", "Wenwei")),
        ('G{\\"o}del, Kurt', Name("Gödel", "Kurt")),
    ],
)
def test_a_name_has_csls_parts(typed: str, name: Name) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "names", "rules"),
    [
        ("A B and C D AND {E and F}", ["A B", "C D", "{E and F}"], []),
        ("A B and others", ["A B", "others"], []),
        ("Smith, J. et al.", ["Smith, J.", "others"], []),
        ("A B and et al", ["A B", "others"], []),
        ("Smith, John; Doe, Jane", ["Smith, John", "Doe, Jane"], ["name-separator"]),
        ("John Smith, Jane Doe, Bob Roe", ["John Smith", "Jane Doe", "Bob Roe"], ["name-separator"]),
        ("J. Smith, B. Jones and C. Doe", ["J. Smith", "B. Jones", "C. Doe"], ["name-separator"]),
        ("King, Jr., Martin", ["King, Jr., Martin"], []),
        ("{Doe, Jane and Roe, Bob}", ["Doe, Jane", "Roe, Bob"], ["braced-list"]),
        ("{Barnes and Noble}", ["{Barnes and Noble}"], []),
        ("A B and and C D", ["A B", "C D"], ["empty-name"]),
        ("Ann %A.\n B. Author", ["Ann B. Author"], []),
    ],
)
def test_a_list_is_split_at_what_people_type(typed: str, names: list[str], rules: list[str]) -> None:
    notes: list[tuple[str, str]] = []
    assert name_list(typed, notes) == names
    assert [rule.id for rule, _ in notes] == rules
