"""Names are matched as names.  Oracle: the rules of docs/how-to/highlight.md, by hand."""

from __future__ import annotations

import pytest

from publist.item import Name
from publist.matching import Fit, Index, closest, name_key, same_person


def name(family: str, given: str = "", **parts: str) -> Name:
    return Name(family=family, given=given, **parts)  # type: ignore[arg-type]  # parts of any kind, by name


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
        (name("Shao", "Wen Qi"), name("WQ", "Shao"), Fit.INITIAL),
        (name("Shao", "Wenqi Q."), name("W. Q.", "Shao"), Fit.INITIAL),
        (W_SHAO, name("W.-Q.", "Shao"), Fit.INITIAL),
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
        (name("García Lopez", "Ana María"), name("Lopez", "Ana María García"), Fit.EXACT),
        (name("Silva Santos", "Ana", non_dropping_particle="da"), name("Santos", "Ana da Silva"), Fit.EXACT),
        # particles
        (VAN_GOGH, name("Gogh", "Vincent", non_dropping_particle="van"), Fit.INITIAL),
        (VAN_GOGH, name("Gogh", "Vincent", non_dropping_particle="v."), Fit.INITIAL),
        (VAN_GOGH, name("Van Gogh", "Vincent"), Fit.INITIAL),
        (VAN_GOGH, name("Gogh", "Vincent Van"), Fit.INITIAL),
        (name("Gogh", "V."), name("Gogh", "Vincent", dropping_particle="van"), Fit.INITIAL),
        (name("Berg", "Anna"), name("Berg", "Anna", non_dropping_particle="van der"), Fit.EXACT),
        (name("Berg", "Anna", non_dropping_particle="van der"), name("Berg", "Anna"), Fit.EXACT),
        (name("Berg"), name("Berg", "A.", non_dropping_particle="van der"), Fit.INITIAL),
        (
            name("Gogh", "V.", dropping_particle="de", non_dropping_particle="van"),
            name("de van Gogh", "V."),
            Fit.INITIAL,
        ),
        # suffixes
        (name("Smith", "John", suffix="Jr."), name("Smith", "J."), Fit.INITIAL),
        (name("Smith", "John", suffix="II"), name("Smith", "John", suffix="2nd"), Fit.EXACT),
        (name("Smith", "John", suffix="3rd"), name("Smith", "John", suffix="III"), Fit.EXACT),
        (name("Smith", "John", suffix="Senior"), name("Smith", "John", suffix="sr"), Fit.EXACT),
        (name("Melo", "João", suffix="Neto"), name("Melo", "J.", suffix="Neto"), Fit.INITIAL),
        (name("Smith", "John", suffix="Jr."), name("Smith", "John"), Fit.EXACT),
        (name("Smith", "John", suffix="Jr."), name("Smith Jr.", "J."), Fit.INITIAL),
        (name("Smith", "John", suffix="Junior"), name("Jr.", "John Smith"), Fit.EXACT),
        # middle names
        (name("Smith", "J. A."), name("Smith", "JA"), Fit.INITIAL),
        (name("Smith", "John"), name("Smith", "John Albert"), Fit.FULL),
        (name("Smith", "J."), name("Smith", "John Albert"), Fit.INITIAL),
        (name("Luo", "J.-P."), name("Luo", "Jean-Pierre"), Fit.INITIAL),
        (name("Berg", "Chr."), name("Berg", "Christian"), Fit.INITIAL),
        (name("Berg", "Christian"), name("Berg", "Chr."), Fit.INITIAL),
        (name("Berg", "Chr."), name("Berg", "C."), Fit.INITIAL),
        (name("Smith", "John A."), name("Smith", "John Albert"), Fit.FULL),
        (name("Smith", "John Albert"), name("Smith", "John A. B."), Fit.FULL),
        (name("Luo", "Jean-Pierre"), name("Luo", "Jean"), Fit.FULL),
        (name("Berg", "A. Maria"), name("Berg", "Anna Maria"), Fit.INITIAL),
        (name("Berg"), name("Berg", "A."), Fit.INITIAL),
        (name("Berg"), name("Berg"), Fit.EXACT),
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
        (WENQI, Name(literal="Shao Wenqi"), Fit.EXACT),
        (WENQI, name("Shaowenqi"), Fit.EXACT),
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
        # one surname that is a part of another: a full given name tells that they are one
        (name("Berg", "A."), name("Berg", "A.", non_dropping_particle="van der")),
        (name("Berg", "A.", non_dropping_particle="van der"), name("Berg", "Anna")),
        (name("Berg", "A.", non_dropping_particle="van der"), name("Berg")),
        (name("Melo", "J.", suffix="Neto"), name("Melo", "J.")),
        (name("Melo", "João"), name("Melo", "João", suffix="Neto")),
        (name("Smith", "John", suffix="Jr."), name("Smith", "John", suffix="Sr.")),
        (name("Berg", "Chr."), name("Berg", "Charles")),
        (name("Berg", "Anna Lena"), name("Berg", "Annalisa")),
        (name("Berg", "Anna Maria"), name("Berg", "Anna Lena")),
        (name("Márquez", "Gabriel G."), name("G. Márquez", "Gabriel")),
        (name("Müller", "K."), name("M", "Karl")),
        (W_SHAO, name("LONGNAME", "Shao")),
        (name("W.", "S."), name("S.", "W.")),
        (name("Mueller", "K."), name("Muller", "Karl")),  # only a full given name makes it sure
        (name("Mueller"), name("Muller")),
        (name("Li", "Zhang"), name("Zhang", "Li")),  # either word may be the family name
        (name("Zhang", "W."), name("Wenwei", "Zhang")),
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


def test_a_name_that_is_asked_for_twice_has_the_same_answer() -> None:
    index = Index([[WENQI], [name("Shao", "Wei")]])
    for _ in range(2):
        assert index.fits(W_SHAO) == {0: Fit.INITIAL, 1: Fit.INITIAL}
        assert index.fits(WENQI) == {0: Fit.EXACT, 1: Fit.NONE}


def test_an_index_of_nobody_is_empty() -> None:
    assert not Index([])
    assert not Index([[]])
    assert Index([[WENQI]])


@pytest.mark.parametrize(
    "other",
    [
        {"family": "Goghe"}, {"given": "Vincent"}, {"dropping_particle": "de"}, {"suffix": "Jr."},
        {"non_dropping_particle": "von"}, {"literal": "V. van Gogh"},
    ],
)  # fmt: skip
def test_names_are_told_apart_by_each_of_their_parts(other: dict[str, str]) -> None:
    assert name_key(VAN_GOGH) == name_key(VAN_GOGH._replace(family=("Go", "gh")))
    assert name_key(VAN_GOGH) != name_key(VAN_GOGH._replace(**other))  # type: ignore[arg-type]  # parts of any kind, by name


@pytest.mark.parametrize(
    ("known", "best"),
    [
        (name("Doe", "Jane Mary"), ["J. M."]),
        (name("Doe", "Jane"), ["Jane"]),
        (name("Doe", "J."), ["J.", "Jane"]),
        (name("Doe", "Jane M. K."), ["J. M."]),
        (name("Doe", "K."), ["J.", "Jane"]),
    ],
)
def test_the_name_that_agrees_in_most_parts_is_the_closest(known: Name, best: list[str]) -> None:
    written = {given: name("Doe", given) for given in ("J.", "J. M.", "Jane")}
    assert closest([known], written) == best
    assert closest([name("Doe", "X Y Z"), known], written) == best


@pytest.mark.parametrize(
    "part", [{"suffix": "Jr."}, {"non_dropping_particle": "van"}, {"dropping_particle": "von"}]
)
def test_a_particle_or_suffix_that_agrees_is_closer(part: dict[str, str]) -> None:
    bare, full = name("Doe", "J."), name("Doe", "J.", **part)
    assert closest([full], {"bare": bare, "full": full}) == ["full"]
    assert closest([bare], {"bare": bare, "full": full}) == ["bare"]


def test_a_full_name_says_nothing_of_an_initial_before_another_surname() -> None:
    assert fit([W_SHAO, name("Luo", "Wenqi")], name("Shao", "Wei")) == Fit.INITIAL


def test_two_written_names() -> None:
    assert same_person(WENQI, W_SHAO) == Fit.INITIAL
    assert same_person(W_SHAO, WENQI) == Fit.INITIAL
    assert same_person(WENQI, name("Shao", "Wei")) == Fit.NONE
    assert same_person(WENQI, name("Luo", "Wenqi")) == Fit.NONE
