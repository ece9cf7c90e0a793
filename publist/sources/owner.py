"""Whose works a list has, where no source says it: the name that most of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from publist.item import Item, Name
from publist.richtext import plain

_SHARE = 0.6  # of the works


def likely(items: Iterable[Item]) -> str:
    """The name of the person who is in most of the works, in its longest form; "" where nobody is.

    >>> likely(Item("", names={"author": (Name("Doe", given),)}) for given in ("J.", "Jane"))
    'Jane Doe'
    """
    works = list(items)
    found: Counter[tuple[str, str]] = Counter()
    forms: dict[tuple[str, str], str] = {}
    for item in works:
        people = {
            _key(name): name.text for name in item.names.get("author", ()) if name.family and name.given
        }
        found.update(people.keys())
        for key, text in people.items():
            forms[key] = max(forms.get(key, ""), text, key=len)
    if not found:
        return ""
    (key, count), *others = found.most_common(2)
    alone = not others or others[0][1] < count
    return forms[key] if count >= _SHARE * len(works) and alone else ""


def _key(name: Name) -> tuple[str, str]:
    return plain(name.family).casefold(), plain(name.given)[:1].casefold()
