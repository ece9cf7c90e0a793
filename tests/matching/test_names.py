"""Names are matched as names.  Oracle: the rules of docs/how-to/highlight.md, by hand."""

from __future__ import annotations

import pytest

from publist.item import Name
from publist.matching import Fit, Index, same_person
from publist.matching.spelling import split_suffix


def name(family: str, given: str = "", **parts: str) -> Name:
    return Name(family=family, given=given, **parts)  # type: ignore[arg-type]


def fit(wanted: Name | list[Name], written: Name) -> Fit | None:
    names = wanted if isinstance(wanted, list) else [wanted]
    return Index([names]).fits(written).get(0)


W_SHAO = name("Shao", "W.")
WENQI = name("Shao", "Wenqi")
VAN_GOGH = name("Gogh", "V.", non_dropping_particle="van")


@pytest.mark.parametrize(
    ("wanted", "written", "how"),
    [
        (W_SHAO, WENQI, Fit.INITIAL),
        (W_SHAO, name("Shao", "W."), Fit.INITIAL),
        (W_SHAO, name("Shao", "Wei"), Fit.INITIAL),
        (W_SHAO, name("SHAO", "WENQI"), Fit.INITIAL),
        (WENQI, W_SHAO, Fit.INITIAL),
        (WENQI, name("Shao", "Wen-Qi"), Fit.EXACT),
        (WENQI, name("Shao", "Wen Qi"), Fit.EXACT),
        (WENQI, name("Shao", "W.-Q."), Fit.INITIAL),
        # "Shao W" and "Wenqi Shao" read without a comma
        (W_SHAO, name("W", "Shao"), Fit.INITIAL),
        # accents and transliterations
        (name("Müller", "K."), name("Mu\u0308ller", "Karl"), Fit.INITIAL),
        (name("Müller", "K."), name("Mueller", "Karl"), Fit.INITIAL),
        (name("Müller", "K."), name("Muller", "Karl"), Fit.INITIAL),
        (name("Mueller", "K."), name("Müller", "Karl"), Fit.INITIAL),
        (name("Mueller", "Karl"), name("Muller", "Karl"), Fit.EXACT),
        (name("Schmidt", "Jürgen"), name("Schmidt", "Juergen"), Fit.EXACT),
        (name("Łuczak", "J."), name("Luczak", "Jan"), Fit.INITIAL),
        (name("Sørensen", "Ida"), name("Soerensen", "Ida"), Fit.EXACT),
        # compound and double surnames
        (name("Garcia Lopez", "A."), name("García-López", "Ana"), Fit.INITIAL),
        (name("Márquez", "Gabriel García"), name("García Márquez", "G."), Fit.INITIAL),
        (name("García Márquez", "Gabriel"), name("Márquez", "Gabriel García"), Fit.EXACT),
        (name("Silva Santos", "Ana", non_dropping_particle="da"), name("Santos", "Ana da Silva"), Fit.EXACT),
        # particles
        (VAN_GOGH, name("Gogh", "Vincent", non_dropping_particle="van"), Fit.INITIAL),
        (VAN_GOGH, name("Gogh", "Vincent", non_dropping_particle="v."), Fit.INITIAL),
        (VAN_GOGH, name("Van Gogh", "Vincent"), Fit.INITIAL),
        (VAN_GOGH, name("Gogh", "Vincent Van"), Fit.INITIAL),
        (name("Gogh", "V."), name("Gogh", "Vincent", dropping_particle="van"), Fit.INITIAL),
        # suffixes
        (name("Smith", "John", suffix="Jr."), name("Smith", "John"), Fit.EXACT),
        (name("Smith", "John", suffix="Jr."), name("Smith Jr.", "J."), Fit.INITIAL),
        (name("Smith", "John", suffix="Junior"), name("Jr.", "John Smith"), Fit.EXACT),
        # middle names
        (name("Smith", "J. A."), name("Smith", "JA"), Fit.INITIAL),
        (name("Smith", "John"), name("Smith", "John Albert"), Fit.FULL),
        (name("Smith", "J."), name("Smith", "John Albert"), Fit.INITIAL),
        (name("Luo", "J.-P."), name("Luo", "Jean-Pierre"), Fit.INITIAL),
        (name("Berg", "Chr."), name("Berg", "Christian"), Fit.INITIAL),
        # the order of Chinese, Japanese and Korean names
        (Name(literal="王小明"), name("王", "小明"), Fit.EXACT),
        (name("张文蔚"), name("张", "文蔚"), Fit.EXACT),
        (name("张文蔚"), name("文蔚", "张"), Fit.EXACT),
        (name("山田", "太郎"), name("山田太郎"), Fit.EXACT),
        (name("김", "철수"), name("철수", "김"), Fit.EXACT),
        (name("Zhang", "Wenwei"), name("Wenwei", "Zhang"), Fit.EXACT),
        (name("Kim", "Chul-Soo"), name("Chulsoo", "Kim"), Fit.EXACT),
        # names that must not be taken apart
        (WENQI, Name(literal="Wenqi Shao"), Fit.EXACT),
        (Name(literal="CERN"), Name(literal="CERN"), Fit.EXACT),
    ],
)
def test_the_same_person(wanted: Name, written: Name, how: Fit) -> None:
    assert fit(wanted, written) == how


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (WENQI, name("Shao", "Wei")),
        (W_SHAO, name("Shaofeng", "W.")),
        (W_SHAO, name("Shaw", "W.")),
        (W_SHAO, name("Shao", "J.")),
        (W_SHAO, name("Shao")),
        (VAN_GOGH, name("Gogh", "V.", non_dropping_particle="de")),
        (name("Smith", "J. A."), name("Smith", "J. B.")),
        (name("Doe", "J.", suffix="Jr."), name("Doe", "J.", suffix="III")),
        (Name(literal="CERN"), Name(literal="CERN Collaboration")),
        (name("Smith", "John"), name("Smith-Jones", "John")),
        (name("García Márquez", "Gabriel"), name("García", "Gabriel")),
        (name("Xue", "Yan"), name("Xu", "Yan")),
        (name("Bauer", "Karl"), name("Baur", "Karl")),
        (name("Baek", "Jihoon"), name("Bak", "J.")),
        (name("Thomas", "James"), name("James", "Thomas")),  # only family names of the table may stand first
        (name("Zhang", "Wenwei"), name("W.", "Zhang Y.")),
        ([WENQI, W_SHAO], name("Shao", "Wei")),  # the full name decides what the initial means
    ],
)
def test_somebody_else(wanted: Name | list[Name], written: Name) -> None:
    assert not fit(wanted, written)


def test_an_index_tells_a_namesake_from_a_stranger() -> None:
    index = Index([[WENQI], [name("Luo", "Ping")]])
    assert index.fits(name("Luo", "Yu")) == {1: Fit.NONE}
    assert index.fits(name("Qiao", "Yu")) == {}


def test_an_alias_in_another_script() -> None:
    index = Index([[name("Zhang", "Wenwei"), name("张文蔚")]])
    assert index.fits(name("张", "文蔚")) == {0: Fit.EXACT}
    assert index.fits(name("Zhang", "W.")) == {0: Fit.INITIAL}


def test_two_written_names() -> None:
    assert same_person(WENQI, W_SHAO) == Fit.INITIAL
    assert same_person(W_SHAO, WENQI) == Fit.INITIAL
    assert same_person(WENQI, name("Shao", "Wei")) == Fit.NONE
    assert same_person(WENQI, name("Luo", "Wenqi")) == Fit.NONE


def test_a_suffix_without_its_comma_stands_behind_a_surname_of_several_words() -> None:
    assert split_suffix("de la Cruz Jr.") == ("de la Cruz", "Jr.")
    assert split_suffix("de la Cruz") == ("de la Cruz", "")
