"""Who stands where in a bibliography.  Oracle: the rules of docs/how-to/people.md, by hand."""

from __future__ import annotations

from itertools import permutations

import pytest

from publist.item import Item, Name
from publist.people import Identified, Known
from publist.people.identify import identify
from publist.publication import Person, Publication


def name(family: str, given: str = "") -> Name:
    return Name(family=family, given=given)


WENQI, WEI, W_SHAO = name("Shao", "Wenqi"), name("Shao", "Wei"), name("Shao", "W.")
PING = name("Luo", "Ping")
OWNER = Known("Wenqi Shao", (WENQI,), orcid="0000-0002-1825-0097", highlight=("strong",), owner=True)
INITIAL_OWNER = Known("W. Shao", (W_SHAO,), highlight=("strong",), owner=True)
STUDENT = Known("Wei Shao", (WEI,), groups=("students",), highlight=("underline",))


def entry(key: str, *names: Name, people: tuple[Person, ...] = ()) -> Publication:
    return Publication(Item(key, names={"author": names}), key, "my.bib", 3, people=people)


def found(identified: Identified) -> dict[str, dict[int, str]]:
    return {
        key: {position: person.label for (_, position), person in people.items()}
        for key, people in identified.people.items()
    }


def rules(identified: Identified) -> list[tuple[str, str]]:
    return [(problem.key, problem.rule.id) for problem in identified.problems]


def test_positions_name_the_variable() -> None:
    item = Item("a", names={"author": (PING, WENQI), "editor": (WENQI,)})
    identified = identify([Publication(item, "a")], [OWNER])
    assert list(identified.of("a")) == [("author", 1), ("editor", 0)]
    assert identified.owned() == {"a": (("author", 1), ("editor", 0))}


def test_a_full_name_decides_and_the_initial_stays_doubtful() -> None:
    identified = identify([entry("a", WENQI), entry("b", W_SHAO), entry("c", WEI, WENQI)], [OWNER])
    assert found(identified) == {"a": {0: "Wenqi Shao"}, "b": {0: "Wenqi Shao"}, "c": {1: "Wenqi Shao"}}
    assert rules(identified) == [("b", "owner-ambiguous")]
    assert str(identified.problems[0]) == (
        "my.bib:3: warning: W. Shao in b is taken for Wenqi Shao, but there is Wei Shao too:"
        " write the name in full, or author+an = {1=highlight} [owner-ambiguous]"
    )


def test_an_initial_in_the_settings_is_doubtful_for_two_people_of_the_bibliography() -> None:
    identified = identify([entry("a", WENQI), entry("b", WEI)], [INITIAL_OWNER])
    assert rules(identified) == [("a", "owner-ambiguous"), ("b", "owner-ambiguous")]
    identified = identify([entry("a", W_SHAO), entry("b", WENQI), entry("c", WEI)], [INITIAL_OWNER])
    assert rules(identified) == [(key, "owner-ambiguous") for key in "abc"]


def test_an_initial_is_not_doubtful_where_nobody_else_has_the_name() -> None:
    identified = identify([entry("a", WENQI), entry("b", W_SHAO), entry("c", W_SHAO, PING)], [OWNER])
    assert rules(identified) == []


def test_two_matches_in_one_entry_are_a_warning() -> None:
    identified = identify([entry("a", WENQI, WEI)], [INITIAL_OWNER])
    assert rules(identified) == [("a", "owner-twice")]
    assert str(identified.problems[-1]) == (
        "my.bib:3: warning: 2 names in a match W. Shao: Wenqi Shao and Wei Shao;"
        " give the full name [owner-twice]"
    )


def test_a_person_stands_once_if_one_of_two_names_fits_better() -> None:
    identified = identify([entry("a", W_SHAO, WENQI)], [OWNER])
    assert found(identified) == {"a": {1: "Wenqi Shao"}}
    assert rules(identified) == []


def test_of_two_known_people_the_other_name_of_the_entry_decides() -> None:
    identified = identify([entry("a", WENQI, W_SHAO)], [OWNER, STUDENT])
    assert found(identified) == {"a": {0: "Wenqi Shao", 1: "Wei Shao"}}
    assert rules(identified) == []


def test_of_two_known_people_nobody_decides() -> None:
    identified = identify([entry("a", W_SHAO)], [OWNER, STUDENT])
    assert rules(identified) == [("a", "person-ambiguous")]
    assert str(identified.problems[0]) == (
        "my.bib:3: warning: W. Shao in a may be Wenqi Shao or Wei Shao; the first is taken:"
        " write the name in full, or author+an:orcid = {1={0000-…}} [person-ambiguous]"
    )


def test_nobody_is_a_warning() -> None:
    assert rules(identify([entry("a", PING)], [OWNER])) == [("a", "owner-missing")]


def test_people_without_a_highlight_are_no_warning() -> None:
    coauthor = Known("Ping Luo", (PING,), url="https://luoping.me/")
    identified = identify([entry("a", PING), entry("b", WENQI)], [coauthor])
    assert found(identified) == {"a": {0: "Ping Luo"}}
    assert rules(identified) == []


def test_an_annotation_beats_every_name() -> None:
    annotated = entry("a", W_SHAO, WENQI, people=(Person("author", 0, ("highlight",)),))
    assert found(identify([annotated], [OWNER])) == {"a": {0: "Wenqi Shao"}}


def test_an_annotation_sets_off_without_any_owner() -> None:
    annotated = entry("a", PING, people=(Person("author", 0, ("highlight",)),))
    (person,) = identify([annotated], []).of("a").values()
    assert (person.highlight, person.owner) == (("strong",), True)


def test_an_orcid_beats_every_name() -> None:
    annotated = entry("a", WENQI, PING, people=(Person("author", 1, orcid="0000-0002-1825-0097"),))
    assert found(identify([annotated], [OWNER])) == {"a": {1: "Wenqi Shao"}}


def test_somebody_elses_orcid_is_not_the_owner() -> None:
    annotated = entry("a", W_SHAO, people=(Person("author", 0, orcid="0000-0001-0000-0009"),))
    assert found(identify([annotated], [OWNER])) == {}


def test_an_orcid_ends_all_doubt() -> None:
    annotated = entry("b", W_SHAO, people=(Person("author", 0, orcid="0000-0002-1825-0097"),))
    assert rules(identify([annotated, entry("c", WEI, WENQI)], [OWNER])) == []


def test_middle_initials_tell_namesakes_apart() -> None:
    owner = Known("John Smith", (name("Smith", "John"),), highlight=("strong",), owner=True)
    one, other = name("Smith", "John A."), name("Smith", "John B.")
    assert rules(identify([entry("a", one)], [owner])) == []
    assert rules(identify([entry("a", one), entry("b", other)], [owner])) == [
        ("a", "owner-ambiguous"),
        ("b", "owner-ambiguous"),
    ]


def test_two_people_of_one_name_have_a_place_each() -> None:
    one = Known("Wei Wang", (name("Wang", "Wei"),), highlight=("strong",))
    other = Known("Wei Wang", (name("Wang", "Wei"),), highlight=("strong",), url="https://x.org")
    identified = identify([entry("a", name("Wang", "Wei"), name("Wang", "Wei"))], [one, other])
    assert list(identified.of("a").values()) == [one, other]


def test_an_exact_name_stands_before_one_with_a_middle_name() -> None:
    owner = Known("John Smith", (name("Smith", "John"),), highlight=("strong",), owner=True)
    identified = identify([entry("a", name("Smith", "John A."), name("Smith", "John"))], [owner])
    assert found(identified) == {"a": {1: "John Smith"}}
    assert rules(identified) == []


@pytest.mark.parametrize("names", list(permutations(("John", "John A.", "J."), 3)))
@pytest.mark.parametrize("left_out", ["", "John", "John A.", "J."])
def test_of_names_that_fit_one_person_the_best_one_has_the_place(
    names: tuple[str, ...], left_out: str
) -> None:
    """Exact beats full, full beats an initial, wherever in the list they stand."""
    owner = Known("John Smith", (name("Smith", "John"),), highlight=("strong",), owner=True)
    shown = [given for given in names if given != left_out]
    best = min(shown, key=("John", "John A.", "J.").index)
    identified = identify([entry("a", *(name("Smith", given) for given in shown))], [owner])
    assert found(identified) == {"a": {shown.index(best): "John Smith"}}
    assert "owner-twice" not in dict(rules(identified)).values()


def test_several_annotated_names_are_no_doubt() -> None:
    both = (Person("author", 0, ("highlight",)), Person("author", 1, ("highlight",)))
    identified = identify([entry("a", WENQI, PING, people=both)], [OWNER])
    assert sorted(identified.of("a")) == [("author", 0), ("author", 1)]
    assert rules(identified) == []


def test_an_annotated_author_may_be_an_editor_too_and_no_other_author() -> None:
    marked = Person("author", 1, roles=("highlight",))
    item = Item("a", names={"author": (W_SHAO, PING), "editor": (W_SHAO,)})
    identified = identify([Publication(item, "a", people=(marked,))], [OWNER])
    assert list(identified.of("a")) == [("author", 1), ("editor", 0)]


def test_an_annotation_of_one_name_leaves_the_doubt_about_another() -> None:
    beside = Person("author", 1, orcid="0000-0001-0000-0009")
    doubtful = entry("b", W_SHAO, PING, people=(beside,))
    sure = entry("a", W_SHAO, people=(Person("author", 0, ("highlight",)),))
    assert rules(identify([sure, doubtful, entry("c", WEI, WENQI)], [OWNER])) == [("b", "owner-ambiguous")]
    student = Person("author", 0, roles=("student",))
    doubtful = entry("b", W_SHAO, people=(student,))
    assert rules(identify([doubtful, entry("c", WEI, WENQI)], [OWNER])) == [("b", "owner-ambiguous")]


def test_where_the_owner_is_annotated_no_other_owner_is_found_by_name() -> None:
    """docs/how-to/people.md: with ``highlight``, that name is the owner's and no other of the entry is."""
    other = Known("Ping Luo", (PING,), highlight=("strong",), owner=True)
    annotated = entry("a", WENQI, PING, people=(Person("author", 1, ("highlight",)),))
    assert found(identify([annotated], [OWNER, other])) == {"a": {1: "Ping Luo"}}
    stranger = entry("a", WENQI, name("Doe"), people=(Person("author", 1, ("highlight",)),))
    assert found(identify([stranger], [OWNER, other])) == {"a": {1: "Wenqi Shao"}}


def test_who_has_a_place_by_an_orcid_has_no_other_by_an_annotation() -> None:
    namesake = Known("W. Shao", (W_SHAO,), highlight=("strong",), owner=True)
    both = (Person("author", 0, orcid="0000-0002-1825-0097"), Person("author", 1, ("highlight",)))
    identified = identify([entry("a", WENQI, W_SHAO, people=both)], [OWNER, namesake])
    assert list(identified.of("a").values()) == [OWNER, namesake]


def test_somebody_elses_orcid_leaves_those_whose_orcid_is_not_known() -> None:
    annotated = entry("a", W_SHAO, people=(Person("author", 0, orcid="0000-0001-0000-0009"),))
    assert found(identify([annotated], [OWNER, STUDENT])) == {"a": {0: "Wei Shao"}}


def test_full_names_that_cannot_be_one_person_make_an_initial_doubtful() -> None:
    owner = Known("J. Smith", (name("Smith", "J."),), highlight=("strong",), owner=True)
    names = [name("Smith", given) for given in ("J.", "John", "John A.", "James")]
    identified = identify([entry(str(place), one) for place, one in enumerate(names)], [owner])
    assert rules(identified) == [(str(place), "owner-ambiguous") for place in range(4)]
    assert "but there is John Smith and John A. Smith and James Smith too" in identified.problems[0].message
    agreeing = identify([entry(str(place), one) for place, one in enumerate(names[:3])], [owner])
    assert rules(agreeing) == []


def test_who_stands_beside_a_name_is_not_whom_it_may_mean() -> None:
    third = name("Shao", "Wang")
    works = [entry("a", W_SHAO, WEI), entry("b", WENQI), entry("c", third)]
    identified = identify(works, [INITIAL_OWNER])
    assert "W. Shao in a is taken for W. Shao, but there is Wenqi Shao and Wang Shao too" in str(
        identified.problems[0]
    )


def test_several_people_who_look_alike_in_the_list_are_no_doubt() -> None:
    one = Known("Wenqi Shao", (WENQI,), highlight=("em",))
    other = Known("Wei Shao", (WEI,), highlight=("em",))
    assert rules(identify([entry("a", W_SHAO)], [one, other])) == []
    linked = other._replace(url="https://x.org")
    assert rules(identify([entry("a", W_SHAO)], [one, linked])) == [("a", "person-ambiguous")]


def test_without_anybody_known_nothing_is_looked_up() -> None:
    identified = identify([entry("a", WENQI)], [])
    assert not identified
    assert (identified.of("a"), identified.owned(), identified.problems) == ({}, {}, [])


def test_people_who_are_not_the_owner_are_not_owned() -> None:
    assert identify([entry("a", WEI, PING, WENQI)], [OWNER, STUDENT]).owned() == {"a": (("author", 2),)}


def test_an_author_and_an_editor_may_be_one_person_by_two_names() -> None:
    owner = Known("W. Q. Shao", (name("Shao", "W. Q."),), highlight=("strong",), owner=True)
    item = Item("a", names={"author": (W_SHAO,), "editor": (name("Shao", "W. Q."),)})
    assert list(identify([Publication(item, "a")], [owner]).of("a")) == [("author", 0), ("editor", 0)]
