"""The items of a list, in its order, for other programs: CSL-JSON and BibTeX.

Both are made from the items: private fields and marks in names are not in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.listing import Section
from publist.output.characters import without_openers
from publist.problems import Problem
from publist.publication import Publication


def as_csl_json(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The items as CSL-JSON, which holds all of them."""
    import json

    from publist.csl_json import item_to_json

    data = [item_to_json(publication.item) for publication in _publications(sections)]
    return without_openers(json.dumps(data, ensure_ascii=False, indent=1)) + "\n", []


def as_bibtex(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The items as BibTeX, and what of them BibTeX cannot hold."""
    from publist.convert.to_bibtex import written_bibtex

    return written_bibtex(_publications(sections))


def as_biblatex(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The items as BibLaTeX, and what of them it cannot hold."""
    from publist.convert.to_bibtex import written_bibtex

    return written_bibtex(_publications(sections), dialect="biblatex")


def _publications(sections: Sequence[Section]) -> list[Publication]:
    return [entry.publication for section in sections for entry in section.entries]
