"""The titles of items in the case that a style or a format expects; the publications keep them as typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from publist.item import Item
from publist.patterns import pattern
from publist.publication import Publication
from publist.richtext import Span, Text, nodes, plain
from publist.settings.options import Titles
from publist.titles.evidence import Evidence
from publist.titles.language import is_english
from publist.titles.recase import sentence

_TITLES = frozenset({"title", "title-short", "volume-title", "part-title", "reviewed-title"})
# What contains these is a book, whose title is lowered as well; journals, proceedings and series are names.
_IN_BOOKS = frozenset({"chapter", "entry-dictionary", "entry-encyclopedia"})
_BOOK_TITLES = _TITLES | {"container-title"}
_ABBREVIATED = pattern(r"[^\W\d_]\.(?:\s|$)")  # "Discret. Appl. Math." may be in any language
_EVENT = pattern(
    r"^(?:Studies|Methods) in\b|\b(?:Proc\b|Proceedings|Conference|Workshops?\b|Symposi|Congress"
    r"|Lecture Notes|LNCS|Advances in Neural|[A-Z]{2,}[\w-]*\W?(?:19|20)\d\d\b)"
)


class Cased:
    """Items of a bibliography, in the case of their titles that is wanted.

    ``titles`` is the setting; ``expected`` what holds for ``auto``: ``sentence`` concerns entries of BibTeX
    alone then, for CSL-JSON has its titles in sentence case already.
    """

    def __init__(
        self, publications: Iterable[Publication], titles: Titles, expected: Literal["typed", "sentence"]
    ) -> None:
        self._automatic = titles == "auto"
        self._lowers = (expected if self._automatic else titles) == "sentence"
        shown = [publication.item.variables.get("title", "") for publication in publications]
        self._evidence = Evidence.of(shown) if self._lowers else Evidence()

    def item(self, publication: Publication) -> Item:
        """The publication's item with its titles as wanted."""
        if not self._lowers or (self._automatic and not publication.entry_type):
            return publication.item
        return in_sentence_case(publication.item, self._evidence)


def with_language(item: Item) -> Item:
    """The item with a language where its title is not in English: styles leave its case alone.

    A container that is not English is protected by itself.

    ``und`` is BCP 47's tag for a language that is not determined; CSL gives capitals to English alone.
    """
    variables = item.variables
    container = variables.get("container-title", "")
    if "language" in variables:
        return item
    if (title := plain(variables.get("title", ""))) and is_english(title):
        if not container or _ABBREVIATED.search(plain(container)) or is_english(plain(container)):
            return item
        kept = {"container-title": (Span("nocase", nodes(container)),)}
        return replace(item, variables={**variables, **kept})
    return replace(item, variables={**item.variables, "language": "und"})


def in_sentence_case(item: Item, evidence: Evidence) -> Item:
    """The item with its English titles in sentence case, e.g. ``{"title": "A study of Bell states"}``."""
    variables = item.variables
    changed: dict[str, Text] = {}
    for name in _BOOK_TITLES if item.type in _IN_BOOKS else _TITLES:
        title = variables.get(name)
        if title and ((name != "container-title" and item.type != "book") or not _is_event(title)):
            lowered = sentence(title, plain(variables.get("language", "")), evidence)
            if lowered is not title:
                changed[name] = lowered
    return Item(item.id, item.type, {**variables, **changed}, item.names, item.dates) if changed else item


def _is_event(title: Text) -> bool:
    """Whether a book's title is the name of proceedings or of a series."""
    return _EVENT.search(plain(title)) is not None
