"""Publications as the items of other programs: CSL-JSON and BibTeX.

Both are made from the items: private fields and marks in names are not in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.item import Item
from publist.listing import Section
from publist.problems import Problem


def as_csl_json(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The items of the list in its order as CSL-JSON."""
    return csl_json(_items(sections))


def as_bibtex(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The items of the list in its order as BibTeX, and what of them BibTeX cannot hold."""
    return bibtex(_items(sections))


def csl_json(items: Iterable[Item]) -> tuple[str, list[Problem]]:
    """The items as CSL-JSON, which holds all of them."""
    import json

    from publist.csl_json import item_to_json

    return json.dumps([item_to_json(item) for item in items], ensure_ascii=False, indent=1) + "\n", []


def bibtex(items: Iterable[Item]) -> tuple[str, list[Problem]]:
    """The items as BibTeX, and what of them BibTeX cannot hold."""
    from publist.convert.to_bibtex import bibtex

    return bibtex(list(items))


def _items(sections: Sequence[Section]) -> list[Item]:
    return [entry.publication.item for section in sections for entry in section.entries]
