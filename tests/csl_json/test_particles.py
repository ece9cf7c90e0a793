"""Particles and suffixes inside names.

Oracle: name_ParseNames.txt, bugreports_parseName.txt, sort_LeadingApostropheOnNameParticle.txt; the
others are what citeproc-js prints for the same names.
"""

from __future__ import annotations

import pytest

from publist.csl_json.particles import Parts, parse


@pytest.mark.parametrize(
    ("family", "given", "parts"),
    [
        ("Gogh", "Vincent", Parts("Gogh", "Vincent")),
        ("van Gogh", "Vincent", Parts("Gogh", "Vincent", non_dropping="van")),
        ("van der Vlist", "Eric", Parts("Vlist", "Eric", non_dropping="van der")),
        ("Humboldt", "Alexander von", Parts("Humboldt", "Alexander", dropping="von")),
        ("La Fontaine", "Jean de", Parts("La Fontaine", "Jean", dropping="de")),
        ("d'Aubignac", "François", Parts("Aubignac", "François", non_dropping="d'")),
        ("de l’Estoile", "Pierre", Parts("Estoile", "Pierre", non_dropping="de l’")),
        ("al-One", "Alan", Parts("One", "Alan", non_dropping="al-")),
        ("in 't Horvath", "P", Parts("Horvath", "P", non_dropping="in 't")),
        ("de' Frinkle", "B", Parts("Frinkle", "B", non_dropping="de' ")),
        ('"van Happel"', "Eduard", Parts("van Happel", "Eduard")),
        ("Van Four", "F", Parts("Van Four", "F")),
        ("Ng e Silva", "M", Parts("Ng e Silva", "M")),
        ("van der Vlist", "", Parts("van der Vlist", "")),
        ("фон Иванов", "И", Parts("Иванов", "И", non_dropping="фон")),
        ("Saunders", "John de Cusance", Parts("Saunders", "John de Cusance")),
        ("Doe", "John, Jr.", Parts("Doe", "John", suffix="Jr.")),
        ("Doe", "John,! Jr.", Parts("Doe", "John", suffix="Jr.", comma_suffix=True)),
        ("Doe", "John van der, III", Parts("Doe", "John", dropping="van der", suffix="III")),
    ],
)
def test_a_name_is_taken_apart(family: str, given: str, parts: Parts) -> None:
    assert parse(family, given) == parts
