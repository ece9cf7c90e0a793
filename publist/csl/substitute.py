"""subsequent-author-substitute: names that repeat the entry before (CSL 1.0.2, Reference Grouping)."""

from __future__ import annotations

from collections.abc import Mapping

from publist.csl.tree import Out, text_of


class Substitution:
    """Replaces the names of an entry that stand in the entry before it as well.

    ``rule`` is subsequent-author-substitute-rule, e.g. ``complete-all``.
    """

    def __init__(self, text: str, rule: str) -> None:
        self.text = text
        self.rule = rule
        self.before: list[str] = []

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Substitution | None:
        """From the attributes of cs:bibliography; None if it asks for none."""
        text = options.get("subsequent-author-substitute")
        if text is None:
            return None
        return cls(text, options.get("subsequent-author-substitute-rule", "complete-all"))

    def apply(self, lists: list[Out] | None) -> None:
        """Rewrite the lists of the entry's first names element in place."""
        if not lists:
            self.before = []
            return
        names = [child for each in lists for child in each.children if _is_name(child)]
        texts = [text_of(name) for name in names] or [text_of(each) for each in lists]
        before, self.before = self.before, texts
        if not texts:
            return
        if self.rule == "complete-all":
            if texts == before:
                for each in lists:
                    each.children = []
                lists[0].children = [self.text]
        elif self.rule == "complete-each":
            if texts == before:
                self._replace(lists, len(texts))
        else:
            same = next(
                (at for at, pair in enumerate(zip(texts, before, strict=False)) if pair[0] != pair[1]),
                min(len(texts), len(before)),
            )
            self._replace(lists, same if self.rule == "partial-each" else min(same, 1))

    def _replace(self, lists: list[Out], count: int) -> None:
        for each in lists:
            for index, child in enumerate(each.children):
                if count and _is_name(child):
                    each.children[index] = self.text
                    count -= 1


def _is_name(child: Out | str) -> bool:
    return isinstance(child, Out) and isinstance(child.tag, tuple)
