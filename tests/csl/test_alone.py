"""Each item alone, in a processor of its own, and among all others: the same text.

A compiled style keeps what it learns from one item for the next: branches are compiled when they are first
taken, and which branch a kind of item takes.  None of it may show.  Oracle: the same item without any other.

Three things do depend on the other items, and are not compared.  Numbers are masked in what is rendered,
repeated authors are written again (every entry heads a list of its own), and cites are not told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from publist import pipeline
from publist.csl import Citation, Cite, Processor, Style
from publist.item import Item
from publist.richtext import Node, VariableSpan, rewrite
from tests.data import shared

STYLES = (
    "american-anthropological-association american-chemical-society american-institute-of-physics"
    " american-medical-association american-physics-society american-political-science-association"
    " american-sociological-association angewandte-chemie apa apa-cv"
    " associacao-brasileira-de-normas-tecnicas association-for-computational-linguistics"
    " association-for-computing-machinery bibtex bluebook-law-review cell chicago-author-date"
    " chicago-notes-bibliography china-national-standard-gb-t-7714-2015-numeric"
    " deutsche-gesellschaft-fur-psychologie din-1505-2 din-1505-2-alphanumeric elsevier-harvard"
    " elsevier-vancouver gost-r-7-0-5-2008 harvard-cite-them-right ieee iso690-author-date-en"
    " iso690-numeric-fr mcgill-en mhra-notes modern-language-association nature nlm-citation-sequence oscola"
    " society-of-biblical-literature-fullnote-bibliography springer-basic-author-date the-lancet"
    " unified-style-sheet-for-linguistics universite-de-montreal-apa"
).split()
SOME = ("apa", "ieee", "oscola", "springer-basic-author-date")


@cache
def items() -> list[Item]:
    """The items of all real bibliographies."""
    folder = shared("bibtex", "corpus")
    return [publication.item for publication in pipeline.read(sorted(folder.glob("*.bib"))).publications]


def _masked(content: tuple[Node, ...]) -> tuple[Node, ...]:
    """Without the number of the entry in its list."""

    def mask(node: Node) -> tuple[Node, ...]:
        numbered = isinstance(node, VariableSpan) and node.variable == "citation-number"
        return () if numbered else (node,)

    return tuple(rewrite(content, mask))


def rendered(style: Style, given: Sequence[Item]) -> dict[str, list[tuple[Node, ...]]]:
    """By id: the first cite, each item in a note of its own, and the entry if the style lists any."""
    processor = Processor(style, given, disambiguate=False)
    ids = [item.id for item in given]
    cites = processor.cite([Citation((Cite(key, locator="12"),), note=at) for at, key in enumerate(ids, 1)])
    texts = {key: [_masked(cite)] for key, cite in zip(ids, cites, strict=True)}
    for entry in processor.bibliography(heads=ids):
        texts[entry.id].append(_masked(entry.content))
    return texts


def differing(name: str, given: Sequence[Item]) -> list[str]:
    """The ids of the items that are written otherwise among the others than alone."""
    style = Style.load(name)
    together = rendered(style, given)
    return [item.id for item in given if rendered(style, [item])[item.id] != together[item.id]]


@pytest.mark.parametrize("style", SOME)
def test_an_item_reads_the_same_alone_and_among_others(style: str) -> None:
    assert differing(style, items()[::40]) == []


@pytest.mark.long
@pytest.mark.parametrize("style", STYLES)
def test_every_item_reads_the_same_alone_and_among_others(style: str) -> None:
    assert differing(style, items()) == []


def test_the_styles_are_forty() -> None:
    assert len(set(STYLES)) == 40
