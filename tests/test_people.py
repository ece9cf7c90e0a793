"""Names are matched as names.  Oracle: the rules of docs/how-to/highlight.md, by hand."""

from __future__ import annotations

import pytest

from publist.item import Item, Name
from publist.people import Owners, decorate
from publist.publication import Person, Publication
from publist.richtext import Highlight, Mark, NameSpan


def name(family: str, given: str = "", **parts: str) -> Name:
    return Name(family=family, given=given, **parts)  # type: ignore[arg-type]


W_SHAO = name("Shao", "W.")
WENQI = name("Shao", "Wenqi")


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (W_SHAO, WENQI),
        (W_SHAO, name("Shao", "W.")),
        (W_SHAO, name("W", "Shao")),  # "Shao W", read without a comma
        (W_SHAO, name("SHAO", "Wenqi")),
        (W_SHAO, name("Shao", "Wei")),
        (WENQI, W_SHAO),
        (WENQI, name("Shao", "Wen-Qi")),
        (name("Müller", "K."), name("Mu\u0308ller", "Karl")),
        (name("Müller", "K."), name("Mueller", "Karl")),
        (name("Müller", "K."), name("Muller", "Karl")),
        (name("Łuczak", "J."), name("Luczak", "Jan")),
        (name("Garcia Lopez", "A."), name("García-López", "Ana")),
        (
            name("Gogh", "V.", non_dropping_particle="van"),
            name("Gogh", "Vincent", non_dropping_particle="van"),
        ),
        (name("Gogh", "V."), name("Gogh", "Vincent", dropping_particle="van")),
        (name("van Gogh", "V."), name("Gogh", "Vincent", non_dropping_particle="van")),
        (name("Smith", "J. A."), name("Smith", "JA")),
        (name("Smith", "J."), name("Smith", "John Albert")),
        (name("Luo", "J.-P."), name("Luo", "Jean-Pierre")),
        (Name(literal="王小明"), name("王", "小明")),
        (Name(literal="CERN"), Name(literal="CERN")),
    ],
)
def test_the_same_person(wanted: Name, written: Name) -> None:
    assert Owners([wanted]).match(written)


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (WENQI, name("Shao", "Wei")),
        (W_SHAO, name("Shaofeng", "W.")),
        (W_SHAO, name("Shaw", "W.")),
        (W_SHAO, name("Shao", "J.")),
        (W_SHAO, name("Shao")),
        (name("Gogh", "V.", non_dropping_particle="van"), name("Gogh", "V.", non_dropping_particle="de")),
        (name("Smith", "J. A."), name("Smith", "J. B.")),
        (name("Doe", "J.", suffix="Jr."), name("Doe", "J.", suffix="III")),
        (Name(literal="CERN"), Name(literal="CERN Collaboration")),
    ],
)
def test_somebody_else(wanted: Name, written: Name) -> None:
    assert not Owners([wanted]).match(written)


def test_positions_name_the_variable() -> None:
    item = Item("a", names={"author": (name("Luo", "P."), WENQI), "editor": (WENQI,)})
    assert Owners([W_SHAO]).positions(item) == [("author", 1), ("editor", 0)]


def test_the_mark_stands_outside_the_highlight() -> None:
    publication = Publication(Item("a"), "a", people=(Person("author", 1, ("equal",)),))
    content = (NameSpan("author", 0, ("P. Luo",)), ", ", NameSpan("author", 1, ("W. Shao",)))
    assert decorate(content, publication, [("author", 1)]) == (
        NameSpan("author", 0, ("P. Luo",)),
        ", ",
        NameSpan("author", 1, (Highlight("strong", ("W. Shao",)), Mark("*", "equal"))),
    )


def test_a_citation_without_people_stays_as_it_is() -> None:
    content = (NameSpan("author", 0, ("P. Luo",)),)
    assert decorate(content, Publication(Item("a"), "a"), []) is content
