"""cs:choose: branches by type, variable, number, date, locator, position and disambiguation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from publist.csl.elements import Branch, Choose, Test
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    SUBSEQUENT,
    Context,
    Render,
    Shape,
)
from publist.csl.evaluate.values import is_of_item, value_of
from publist.csl.numbers import is_numeric
from publist.csl.tree import Out
from publist.item import DATE_VARIABLES, NAME_VARIABLES
from publist.richtext import plain

Condition: TypeAlias = Callable[[Context], bool]


def choose(element: Choose, compiler: Compiler) -> Render:
    """``<choose>``: the children of the first branch that holds, right among their siblings.

    In a substitute these are tried one after the other, as their siblings are.
    """
    branches = element.branches
    conditions = [_condition(branch) for branch in branches]
    # A branch is compiled when it is first taken: most of a large style never is.
    compiled: list[tuple[Render, ...] | None] = [None] * len(branches)
    surroundings = compiler.surroundings

    def children(index: int) -> tuple[Render, ...]:
        found = compiled[index]
        if found is None:
            outer, compiler.surroundings = compiler.surroundings, surroundings
            found = compiler.elements(branches[index].children)
            found = compiled[index] = _first_of(found) if surroundings[2] else found
            compiler.surroundings = outer
        return found

    if all(_is_of_item(test) for branch in branches for test in branch.tests):
        return _by_shape(conditions, children)

    def render(cx: Context, parts: list[Out | str]) -> None:
        for index, condition in enumerate(conditions):
            if condition(cx):
                for child in compiled[index] or children(index):
                    child(cx, parts)
                return

    return render


def _first_of(children: tuple[Render, ...]) -> tuple[Render, ...]:
    """One child that renders the first of these which shows something."""

    def render(cx: Context, parts: list[Out | str]) -> None:
        for child in children:
            child(cx, parts)
            if parts:
                return

    return (render,) if len(children) > 1 else children


def _is_of_item(test: Test) -> bool:
    """Whether the test asks for the item's type, or for a variable that the item has or has not."""
    return test.kind == "type" or (test.kind == "variable" and is_of_item(test.value))


def _by_shape(conditions: list[Condition], children: Callable[[int], tuple[Render, ...]]) -> Render:
    """Where only the item's shape matters, which branch it is is found out once per shape."""
    known: dict[Shape, tuple[Render, ...]] = {}

    def render(cx: Context, parts: list[Out | str]) -> None:
        shape = cx.shape
        taken = known.get(shape)
        if taken is None:
            index = next((at for at, condition in enumerate(conditions) if condition(cx)), -1)
            taken = known[shape] = children(index) if index >= 0 else ()
        for child in taken:
            child(cx, parts)

    return render


def _condition(branch: Branch) -> Condition:
    if not branch.tests:
        return lambda _: True
    types = frozenset(test.value for test in branch.tests if test.kind == "type")
    if len(types) > 1:
        # An item has one type, so that a list of types is met by any of them, whatever the match.
        rest = [_TESTS[test.kind](test) for test in branch.tests if test.kind != "type"]
        tests = [lambda cx: cx.item.type in types, *rest]
    else:
        tests = [_TESTS[test.kind](test) for test in branch.tests]
    if len(tests) == 1:
        only = tests[0]
        return only if branch.match != "none" else lambda cx: not only(cx)
    if branch.match == "any":
        return lambda cx: any(test(cx) for test in tests)
    if branch.match == "none":
        return lambda cx: not any(test(cx) for test in tests)
    return lambda cx: all(test(cx) for test in tests)


def _type(test: Test) -> Condition:
    value = test.value
    return lambda cx: cx.item.type == value


def _variable(test: Test) -> Condition:
    name = test.value
    # What a substitution has used up is still there for conditions.
    if name in NAME_VARIABLES:
        return lambda cx: bool(cx.item.names.get(name))
    if name in DATE_VARIABLES:
        return lambda cx: name in cx.item.dates
    if name == "citation-label":  # one that is made shows only where it is printed, as in citeproc-js
        return lambda cx: bool(cx.variables.get(name))
    get = value_of(name)
    return lambda cx: bool(get(cx))


def _is_numeric(test: Test) -> Condition:
    get = value_of(test.value)

    def holds(cx: Context) -> bool:
        value = get(cx)
        if not value:  # nor is a date numeric, as in citeproc-js
            return False
        return is_numeric(plain(value))

    return holds


def _is_uncertain_date(test: Test) -> Condition:
    name = test.value

    def holds(cx: Context) -> bool:
        found = cx.item.dates.get(name)
        return found is not None and found.circa

    return holds


def _locator(test: Test) -> Condition:
    value = test.value.replace("-", " ") if test.value == "sub-verbo" else test.value
    return lambda cx: bool(cx.locator) and cx.label.replace("-", " ") == value.replace("-", " ")


def _position(test: Test) -> Condition:
    value = test.value
    if value == "near-note":
        return lambda cx: cx.near_note
    # A later position implies the earlier: ibid is subsequent as well (CSL 1.0.2, Position).
    least = {
        "first": FIRST,
        "subsequent": SUBSEQUENT,
        "ibid": IBID,
        "ibid-with-locator": IBID_WITH_LOCATOR,
    }.get(value)
    if least is None:
        return lambda _: False
    if least == FIRST:
        return lambda cx: cx.position == FIRST
    return lambda cx: cx.position >= least


def _disambiguate(test: Test) -> Condition:
    wanted = test.value == "true"

    def holds(cx: Context) -> bool:
        # One condition after another comes to hold (disambiguate_IncrementalExtraText.txt).
        cx.conditions += 1
        return (cx.conditions <= cx.disambiguation.condition) is wanted

    return holds


_TESTS: dict[str, Callable[[Test], Condition]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
