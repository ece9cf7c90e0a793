"""subsequent-author-substitute: names that repeat the entry before (CSL 1.0.2, Reference Grouping)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from publist.csl.evaluate.context import Keep
from publist.csl.tree import Out, text_of
from publist.item import Item, Name
from publist.richtext import plain

# What a name says, or the text that stands in for names.
PersonKey: TypeAlias = tuple[str, ...]


class Substitution:
    """Replaces the names at the head of an entry that stand at the head of the one before as well.

    ``rule`` is subsequent-author-substitute-rule, e.g. ``complete-all``.  Two names are the same if
    they are so in the data: two Smith, J. may be two people.
    """

    def __init__(self, text: str, rule: str) -> None:
        self.text = text
        self.rule = rule
        self.before: list[PersonKey] = []

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Substitution:
        """From the attributes of a cs:bibliography that asks for one."""
        text = options["subsequent-author-substitute"]
        return cls(text, options.get("subsequent-author-substitute-rule", "complete-all"))

    def forget(self) -> None:
        """Begin anew, as at the top of a list."""
        self.before = []

    def apply(
        self, item: Item, tree: Out | str | None, lists: list[Out] | None, keep: Keep | None = None
    ) -> None:
        """Rewrite the entry's first names in place; ``lists`` are the lists of its first names element.

        Names that ``keep`` wants to be seen are not replaced, nor are those beside them.
        """
        if tree is None:
            return  # no entry stands between the two
        before, self.before = self.before, _people(item, lists or [])
        if not lists or not self.before or _first(tree) not in _inside(lists[0]):
            return
        if keep is not None and any(keep(item, *tag) for tag in _tags(lists)):
            return
        same = self._same(before)
        if not same:
            return
        if self.rule == "complete-all" or not _tags(lists):
            for each in lists:
                each.children = []
            lists[0].children = [self.text]
        else:
            self._replace(lists, same)
        if not self.text and isinstance(tree, Out):
            _prune(tree)

    def _same(self, before: list[PersonKey]) -> int:
        """How many names from the first are those of the entry before, and so are replaced."""
        if self.rule.startswith("complete"):
            return len(before) if self.before == before else 0
        pairs = enumerate(zip(self.before, before, strict=False))
        same = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(self.before), len(before)))
        return same if self.rule == "partial-each" else min(same, 1)

    def _replace(self, lists: list[Out], count: int) -> None:
        for each in lists:
            for index, child in enumerate(each.children):
                if count and isinstance(child, Out) and isinstance(child.tag, tuple):
                    each.children[index] = self.text
                    count -= 1
                    if not self.text and index + 1 < len(each.children):
                        each.children[index + 1] = ""  # the delimiter behind it


def _prune(node: Out) -> bool:
    """Take out what shows nothing any more, with its affixes and delimiters; whether anything is left."""
    node.children = [child for child in node.children if (_prune(child) if isinstance(child, Out) else child)]
    return bool(node.children)


def _people(item: Item, lists: list[Out]) -> list[PersonKey]:
    """The names that the lists show, or the text that stands in for names."""
    people = [_person(item.names[variable][position]) for variable, position in _tags(lists)]
    return people or [(text_of(each),) for each in lists]


def _tags(lists: list[Out]) -> list[tuple[str, int]]:
    """Which names the lists show: variable and position, from 0."""
    tags = (child.tag for each in lists for child in each.children if isinstance(child, Out))
    return [tag for tag in tags if isinstance(tag, tuple)]


def _person(name: Name) -> PersonKey:
    family = plain(name.family) or plain(name.literal)
    return plain(name.given), name.dropping_particle, name.non_dropping_particle, family, name.suffix


def _first(node: Out | str) -> object:
    """The first leaf's parent, past a citation number, as the object that it is."""
    while isinstance(node, Out):
        children = [child for child in node.children if child != "" and not _is_number(child)]
        if not children:
            return None
        if isinstance(children[0], str) or isinstance(children[0].tag, tuple):
            return id(node)
        node = children[0]
    return None


def _is_number(node: Out | str) -> bool:
    return isinstance(node, Out) and node.tag == "citation-number"


def _inside(node: Out) -> set[object]:
    found: set[object] = {id(node)}
    for child in node.children:
        if isinstance(child, Out):
            found |= _inside(child)
    return found
