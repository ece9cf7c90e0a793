"""What one rendering of one item knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from publist.csl.tree import Out
from publist.item import Item, Name
from publist.records import NamedTuple
from publist.richtext import Text

# Positions of a cite, in the order in which each implies the one before (CSL 1.0.2, position).
# An entry of a bibliography has none.
NOWHERE, FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(-1, 4)


class Disambiguation(NamedTuple):
    """How far a cite had to be extended to tell it from others.

    ``names`` is the number of names to show, per names element in the order of rendering (0: as the
    style says); ``givens`` the extra form of each name (1: initials, 2: full); ``condition`` tells
    how many of the conditions disambiguate hold, in the order of rendering; ``suffix`` is the year
    suffix, e.g. ``"a"``.
    """

    names: tuple[int, ...] = ()
    givens: tuple[tuple[int, ...], ...] = ()
    condition: int = 0
    suffix: str = ""


NO_DISAMBIGUATION = Disambiguation()
NO_EXPANSIONS: Mapping[str, tuple[int, ...]] = {}

# The names of one variable, how many are shown, how much of given names, initialize-with.
NamesetTrace: TypeAlias = "tuple[tuple[Name, ...], int, int, str | None]"

# Whether a name, by variable and position, is to be seen wherever the style would leave it out.
Keep: TypeAlias = Callable[[Item, str, int], bool]

# The type of an item and the variables that have a value.
Shape: TypeAlias = "tuple[str, frozenset[str]]"


@lru_cache(maxsize=1024)
def _interned(shape: Shape) -> Shape:
    """The same object for the same shape, so that looking it up compares no sets."""
    return shape


def shape_of(item: Item) -> Shape:
    """What conditions on the item alone depend on; many items of a list share one."""
    filled = [name for name, value in item.variables.items() if value]
    filled += [name for name, value in item.names.items() if value]
    filled += item.dates
    return _interned((item.type, frozenset(filled)))


class Context:
    """One rendering of one item: the item, where it is cited, and what has been rendered so far."""

    __slots__ = (
        "called",
        "citation_number",
        "conditions",
        "disambiguation",
        "excused",
        "expansions",
        "filled",
        "first_names",
        "first_note",
        "item",
        "keep",
        "label",
        "locator",
        "names_index",
        "names_node",
        "namesets",
        "near_note",
        "position",
        "shape",
        "stands_in",
        "suppressed",
        "variables",
        "year_suffix_done",
    )

    def __init__(self, item: Item) -> None:
        self.item = item
        self.variables = item.variables
        self.shape = shape_of(item)
        # Group suppression: variables called, and those that had a value.
        self.called = 0
        self.filled = 0
        # The count of variables called when something without variables was the last to be rendered.
        self.excused = -1
        # Variables that a substitution has used up.
        self.suppressed: set[str] = set()
        self.citation_number = 0
        self.locator: Text = ""
        self.label = "page"
        self.position = FIRST
        self.near_note = False
        self.first_note = 0
        self.disambiguation = NO_DISAMBIGUATION
        # The forms of given names that are told apart in the whole document, by variable.
        self.expansions: Mapping[str, tuple[int, ...]] = NO_EXPANSIONS
        self.names_index = 0
        # How many conditions disambiguate have been met.
        self.conditions = 0
        # Filled with the names that are shown, where a pass asks for them with a list.
        self.namesets: list[NamesetTrace] | None = None
        self.year_suffix_done = False
        # The lists of the first names element that is shown (subsequent-author-substitute).
        self.first_names: list[Out] | None = None
        # That element itself, for cites that leave it out (collapse, suppress-author).
        self.names_node: Out | None = None
        # Whether something else stands there for the names.
        self.stands_in = False
        self.keep: Keep | None = None

    def reset(self) -> None:
        """Forget what has been rendered, for another rendering of the same cite."""
        self.called = self.filled = self.names_index = self.conditions = 0
        self.excused = -1
        self.suppressed = set()
        self.year_suffix_done = False
        self.first_names = None
        self.names_node = None
        self.stands_in = False


# A compiled element: it appends what it renders to the list, or nothing.
Render: TypeAlias = Callable[[Context, "list[Out | str]"], None]
