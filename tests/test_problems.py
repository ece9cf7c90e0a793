"""What a person reads of problems.  Oracle: one cause is one line, an error is its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publist import rules
from publist.problems import Problem, lines

MACRO = "the macro NAR is not defined"


def macro(line: int, file: str = "a.bib", message: str = MACRO, key: str = "") -> Problem:
    return Problem(file, line, rules.UNDEFINED_MACRO, message, key)


def test_one_problem_is_its_own_line() -> None:
    assert lines([macro(3)]) == [str(macro(3))]


def test_a_problem_that_is_found_twice_is_said_once() -> None:
    assert lines([macro(3), macro(3)]) == [str(macro(3))]


def test_the_same_message_is_one_line_with_the_other_places() -> None:
    assert lines([macro(3, key="x"), macro(5, key="y"), macro(9)]) == [
        f"a.bib:3: warning: {MACRO}; also in y (line 5), line 9 [undefined-macro]"
    ]


def test_messages_that_differ_in_the_key_alone_are_one_line() -> None:
    several = [
        Problem("a.bib", n, rules.MATH, f"no form of {key} in a line", key) for n, key in ((1, "x"), (3, "y"))
    ]
    assert lines(several) == ["a.bib:1: info: no form of x in a line; also in y (line 3) [math]"]


def test_many_places_are_counted() -> None:
    (line,) = lines([macro(number) for number in range(1, 62)])
    assert line.endswith("; also in line 2, line 3, line 4, line 5, line 6 and 55 more [undefined-macro]")


def test_three_different_messages_of_a_rule_have_a_line_each_and_four_have_one() -> None:
    different = [macro(number, message=f"the macro m{number} is not defined") for number in range(1, 5)]
    assert len(lines(different[:3])) == 3
    assert len(lines(different)) == 1


def test_files_and_rules_are_kept_apart() -> None:
    other = Problem("a.bib", 4, rules.MATH, MACRO)
    assert len(lines([macro(1), macro(2), macro(1, "b.bib"), macro(2, "b.bib"), other])) == 3


def test_every_error_has_its_line() -> None:
    errors = [Problem("a.bib", number, rules.REFUSED_ENTRY, "no key") for number in range(1, 9)]
    assert lines(errors) == [str(problem) for problem in errors]


_RULES = st.sampled_from([rules.UNDEFINED_MACRO, rules.MATH, rules.REFUSED_ENTRY])
_PROBLEMS = st.builds(
    Problem, st.sampled_from(["a", "b"]), st.integers(0, 9), _RULES, st.sampled_from("xyzuv"), st.just("")
)


@given(st.lists(_PROBLEMS, max_size=30))
def test_nothing_that_is_found_goes_unsaid(problems: list[Problem]) -> None:
    said = lines(problems)
    assert len(said) <= len(set(problems))
    for problem in problems:
        assert any(f"[{problem.rule.id}]" in line and line.startswith(problem.file) for line in said)
    assert {line for line in said if "[refused-entry]" in line} == {
        str(problem) for problem in problems if problem.rule is rules.REFUSED_ENTRY
    }
