"""Roles, their signs and the legend.  Oracle: docs/how-to/people.md, by hand."""

from __future__ import annotations

from publist.item import Item
from publist.people import LegendEntry, Role, settle
from publist.people.legend import legend
from publist.publication import Meaning, Person, Publication
from publist.richtext import Mark


def publication(*people: Person, meanings: tuple[Meaning, ...] = ()) -> Publication:
    return Publication(Item("a"), "a", "my.bib", 2, people=people, meanings=meanings)


def person(*roles: str, marks: tuple[str, ...] = ()) -> Person:
    return Person("author", 0, roles, marks)


def test_each_role_in_use_has_its_sign_in_the_legends_order() -> None:
    settled = settle([publication(person("student", "equal")), publication(person("corresponding"))])
    assert list(settled.signs.items()) == [("equal", "*"), ("corresponding", "✉"), ("student", "§")]


def test_a_typed_mark_without_a_meaning_keeps_its_sign_and_is_told() -> None:
    settled = settle([publication(person(marks=("¶",)))])
    assert settled.publications[0].people[0].marks == ("¶",)
    (problem,) = settled.problems
    assert (problem.rule.id, problem.rule.severity, problem.line) == ("unknown-mark", "info", 2)
    assert '[roles.NAME] with sign = "¶"' in problem.message


def test_no_sign_has_two_meanings() -> None:
    settled = settle([publication(person("student", marks=("§",)))])
    assert settled.signs == {"student": "†"}


def test_the_owner_says_what_a_typed_mark_means() -> None:
    settled = settle([publication(person(marks=("†",)))], [Role("intern", "†", "Work done as an intern")])
    assert settled.publications[0].people[0] == person("intern")
    assert settled.signs == {"intern": "†"}
    assert settled.problems == []


def test_the_owner_gives_a_known_role_another_sign_and_other_words() -> None:
    settled = settle(
        [publication(person(marks=("#",)), person("equal"))], [Role("equal", "#", "Joint first")]
    )
    assert settled.signs == {"equal": "#"}
    assert legend([(Mark("#", "equal"),)], settled, "de") == (LegendEntry("#", "Joint first"),)


def test_an_annotation_says_what_a_typed_mark_means() -> None:
    settled = settle([publication(person(marks=("†",)), meanings=(Meaning("†", "Work done at SenseTime"),))])
    assert legend([(Mark("†", "Work done at SenseTime"),)], settled, "en") == (
        LegendEntry("†", "Work done at SenseTime"),
    )
    assert settled.problems == []


def test_an_unknown_role_is_told() -> None:
    (problem,) = settle([publication(person("intern"))]).problems
    assert (problem.rule.id, problem.rule.severity) == ("unknown-role", "info")


def test_the_legend_has_just_the_marks_that_are_shown() -> None:
    settled = settle([publication(person("equal", "corresponding"))])
    assert legend([(Mark("*", "equal"),)], settled, "en-US") == (LegendEntry("*", "Equal contribution"),)
    assert legend([()], settled, "en-US") == ()


def test_the_legend_speaks_the_lists_language() -> None:
    settled = settle([publication(person("equal"))])
    shown = [(Mark("*", "equal"),)]
    assert legend(shown, settled, "de-DE") == (LegendEntry("*", "Gleicher Beitrag"),)
    assert legend(shown, settled, "zh-CN") == (LegendEntry("*", "共同贡献"),)
    assert legend(shown, settled, "tlh") == (LegendEntry("*", "Equal contribution"),)


def test_the_owner_adds_a_role_of_a_name_that_nobody_knows() -> None:
    settled = settle([publication(person(marks=("‡",)))], [Role("visitor", "‡", "Visiting")])
    assert settled.signs == {"visitor": "‡"}
    assert legend([(Mark("‡", "visitor"),)], settled, "en") == (LegendEntry("‡", "Visiting"),)


def test_the_owners_words_leave_a_known_roles_sign() -> None:
    settled = settle([publication(person("equal"))], [Role("equal", label="Joint first")])
    assert legend([(Mark("*", "equal"),)], settled, "en") == (LegendEntry("*", "Joint first"),)


def test_a_role_without_words_is_called_by_its_name() -> None:
    settled = settle([publication(person("visiting-student"))], [Role("visiting-student", "#")])
    assert legend([(Mark("#", "visiting-student"),)], settled, "en") == (
        LegendEntry("#", "Visiting student"),
    )


def test_an_annotation_in_the_words_of_a_role_is_that_role() -> None:
    intern = Role("intern", "†", "Work done as an intern")
    work = publication(person(marks=("‡", "¶")), meanings=(Meaning("‡", "Work done as an intern"),))
    settled = settle([work], [intern])
    assert settled.publications[0].people[0] == person("intern", marks=("¶",))
    assert settled.signs == {"intern": "†"}


def test_a_sign_with_a_meaning_of_its_own_in_an_entry_is_that_meaning() -> None:
    work = publication(person(marks=("†",)), meanings=(Meaning("†", "Now at X"),))
    settled = settle([work, publication(person(marks=("†",)))], [Role("intern", "†", "Intern")])
    assert [one.people[0].roles for one in settled.publications] == [("Now at X",), ("intern",)]
    assert settled.signs == {"intern": "†", "Now at X": "‡"}


def test_a_mark_that_is_a_role_already_is_that_role_once() -> None:
    settled = settle([publication(person("intern", marks=("†",)))], [Role("intern", "†")])
    assert settled.publications[0].people[0] == person("intern")


def test_what_is_unclear_is_told_once_for_each_entry() -> None:
    marks = (person("visitor", "highlight", marks=("¶",)), person("visitor", marks=("¶",)))
    assert [str(problem) for problem in settle([publication(*marks)]).problems] == [
        'my.bib:2: info: nobody says what ¶ beside a name means: add [roles.NAME] with sign = "¶"'
        " to publist.toml, or annotation = {¶ …} to the entry [unknown-mark]",
        "my.bib:2: info: the role visitor is not known and not shown: add [roles.visitor] to publist.toml"
        " [unknown-role]",
    ]
    assert settle([publication(*marks)]).problems[0].key == "a"


def test_signs_that_are_used_up_are_doubled() -> None:
    own = [Role(f"role-{number}") for number in range(12)]
    settled = settle([publication(person(*(role.name for role in own)))], own)
    assert list(settled.signs.values()) == [*"†‡§¶‖#◊△□○", "††", "‡‡"]
