"""Names set off, linked, marked and cut in a citation.  Oracle: docs/how-to/people.md, by hand."""

from __future__ import annotations

import pytest

from publist.item import Item
from publist.people import Known, decorate, shortened
from publist.publication import Person, Publication
from publist.richtext import Block, Highlight, LinkSpan, Mark, NameSpan, Node, Span, plain

OWNER = Known("W. Shao", highlight=("strong",), owner=True)
LAB = Known("W. Shao", url="https://x.org/shao", highlight=("strong", "underline"))
EQUAL = Publication(Item("a"), "a", people=(Person("author", 1, ("equal",)),))
CITATION = (NameSpan("author", 0, ("P. Luo",)), ", ", NameSpan("author", 1, ("W. Shao",)))


def names(count: int, *, last_stop: str = "") -> tuple[Node, ...]:
    """``A, B, C, …`` as authors."""
    result: list[Node] = []
    for position in range(count):
        result += [NameSpan("author", position, (chr(ord("A") + position) + last_stop,)), ", "]
    return tuple(result[:-1])


def others(count: int) -> str:
    return f"and {count} others"


def test_the_mark_stands_outside_the_highlight() -> None:
    assert decorate(CITATION, EQUAL, {("author", 1): OWNER}, {"equal": "*"}) == (
        NameSpan("author", 0, ("P. Luo",)),
        ", ",
        NameSpan("author", 1, (Highlight("strong", ("W. Shao",)), Mark("*", "equal"))),
    )


def test_several_highlights_and_the_link_of_one_person() -> None:
    (_, _, name) = decorate(CITATION, Publication(Item("a"), "a"), {("author", 1): LAB}, {})
    assert name == NameSpan(
        "author",
        1,
        (LinkSpan("https://x.org/shao", (Highlight("strong", (Highlight("underline", ("W. Shao",)),)),)),),
    )


def test_one_mark_for_each_role_and_typed_signs_behind() -> None:
    publication = Publication(
        Item("a"), "a", people=(Person("author", 0, ("corresponding", "equal"), ("¶",)),)
    )
    (name, *_) = decorate(CITATION, publication, {}, {"equal": "*", "corresponding": "✉"})
    assert isinstance(name, NameSpan)
    assert name.children[1:] == (Mark("*", "equal"), Mark("✉", "corresponding"), Mark("¶", "unknown"))


def test_a_citation_without_people_stays_as_it_is() -> None:
    content = (NameSpan("author", 0, ("P. Luo",)),)
    assert decorate(content, Publication(Item("a"), "a"), {}, {}) is content


def test_a_long_list_is_cut_and_its_whole_is_kept() -> None:
    content, whole = shortened((*names(8), ". On x"), 3, (), others)
    assert plain(content) == "A, B, C and 5 others. On x"
    assert plain(whole) == "A, B, C, D, E, F, G, H"


def test_a_kept_name_stays_where_it_stands() -> None:
    content, _ = shortened(names(8), 2, {("author", 4)}, others)
    assert plain(content) == "A, B, …, E, … and 5 others"


def test_a_kept_last_name_stays() -> None:
    content, _ = shortened(names(8), 2, {("author", 7)}, others)
    assert plain(content) == "A, B, …, H and 5 others"


def test_kept_names_side_by_side_have_no_ellipsis_between() -> None:
    content, _ = shortened(names(8), 1, {("author", 2), ("author", 3)}, others)
    assert plain(content) == "A, …, C, D, … and 5 others"


def test_one_name_too_many_is_shown() -> None:
    assert shortened(names(4), 3, (), others) == (names(4), ())


def test_a_list_of_as_many_names_as_are_allowed_stays() -> None:
    assert shortened(names(3), 3, (), others) == (names(3), ())


@pytest.mark.parametrize(
    "second",
    [names(3), tuple(NameSpan("editor", position, ("E",)) for position in range(3, 6))],
    ids=["the same names again", "another variable"],
)
def test_names_that_stand_apart_are_no_longer_list(second: tuple[Node, ...]) -> None:
    content = (*names(3), ". In ", *second)
    assert shortened(content, 4, (), others) == (content, ())
    cut, whole = shortened(content, 1, (), others)
    assert plain(cut) == f"A and 2 others. In {plain(second)}"
    assert whole == names(3)


def test_only_the_first_long_list_is_cut() -> None:
    content, whole = shortened((Span("normal", names(4)), Block("block", names(6))), 2, (), others)
    assert plain(content) == "A, B and 2 others\nA, B, C, D, E, F\n"
    assert whole == names(4)


def test_what_stands_before_a_list_stays() -> None:
    content, whole = shortened(("1. ", *names(4), "."), 1, {("author", 0), ("editor", 1)}, others)
    assert plain(content) == "1. A and 3 others."
    assert plain(whole) == "A, B, C, D"


def test_a_list_inside_a_block_is_cut() -> None:
    content, _ = shortened((Block("block", names(6)),), 2, (), others)
    assert content == (Block("block", (*names(2), " and 4 others")),)


def test_the_full_stop_that_an_initial_took_over_comes_back() -> None:
    content, _ = shortened((*names(5, last_stop="."), " On x"), 2, (), others)
    assert plain(content) == "A., B. and 3 others. On x"
    content, _ = shortened((*names(5, last_stop="."), " (2024)"), 2, (), others)
    assert plain(content) == "A., B. and 3 others (2024)"
