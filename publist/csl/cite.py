"""Citations: cites in their places, sorted, grouped, collapsed, joined (CSL 1.0.2, Citation)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from publist.csl.citation import Citation, Cite
from publist.csl.collapse import CollapseRules, RenderedCite, collapsed, without
from publist.csl.display import capitalized
from publist.csl.elements import PLAIN
from publist.csl.evaluate.context import FIRST, NO_DISAMBIGUATION
from publist.csl.passes import Passes
from publist.csl.positions import NEAR_NOTE_DISTANCE, Place, positions
from publist.csl.punctuation import Resolver
from publist.csl.quotes import QuoteMarks, with_quotes
from publist.csl.tree import Out, Result, from_text, text_of
from publist.item import Item
from publist.patterns import pattern
from publist.richtext import Node, Text, plain

if TYPE_CHECKING:
    from publist.csl.ordering import Ordering

# A prefix that ends a sentence of its own: "See the review. Ibid." (bugreports_CapsAfterOneWordPrefix.txt).
_SENTENCE = pattern(r"\S\s+\S.*[.?!][\"'”’)]*\s*$", re.DOTALL)
_OWN_DELIMITER = (",", ";", ".")


class Citer:
    """Renders the citations of one document."""

    def __init__(self, passes: Passes, resolver: Resolver) -> None:
        self.passes = passes
        self.resolver = resolver
        self.marks = QuoteMarks.of(passes.locale)
        self.style = passes.style
        self.area = passes.style.citation
        self.items: dict[str, Item] = {item.id: item for item in passes.items}
        self.in_note = self.style.style_class == "note"
        form = self.area.format
        self.rules = CollapseRules.of(self.area.options, form.delimiter, in_text=not self.in_note)
        self.form = form._replace(delimiter="")

    def document(self, document: Sequence[Citation]) -> list[tuple[Node, ...]]:
        """See :meth:`publist.csl.processor.Processor.cite`."""
        arranged = [self._sorted(citation) for citation in document]
        distance = self.area.options.get("near-note-distance", "")
        places = positions(arranged, int(distance[:9]) if distance.isdecimal() else NEAR_NOTE_DISTANCE)
        self.passes.cite_again(
            cite.id
            for citation, where in zip(arranged, places, strict=True)
            for cite, place in zip(citation.cites, where, strict=True)
            if place.position != FIRST
        )
        return [self._citation(citation, where) for citation, where in zip(arranged, places, strict=True)]

    @cached_property
    def _ordering(self) -> Ordering:
        from publist.csl.ordering import Ordering

        return Ordering(self.style, self.passes.locale, self.area)

    def _sorted(self, citation: Citation) -> Citation:
        """The cites in the order that the style asks for.

        What it leaves open is as it was cited, or as in the bibliography where cites are grouped by names.
        """
        cites, passes = citation.cites, self.passes
        if not self.area.sort or len(cites) < 2:
            return citation
        if self.rules.grouped:
            cites = tuple(sorted(cites, key=lambda cite: passes.numbers.get(cite.id, 0)))
        order = self._ordering.arrange(
            [self.items[cite.id] for cite in cites],
            [passes.numbers.get(cite.id, 0) for cite in cites],
            passes.expansions,
        )
        return Citation(tuple(cites[at] for at in order), citation.note)

    def _citation(self, citation: Citation, places: Sequence[Place]) -> tuple[Node, ...]:
        rendered = [self._rendered(cite, place) for cite, place in zip(citation.cites, places, strict=True)]
        shown = [each for each in rendered if each.tree is not None or each.cite.prefix or each.cite.suffix]
        if not shown:
            return ()
        if len(shown) == 1 and shown[0].cite.author_only:
            # The names are part of a sentence: no affixes of the layout.
            return self.resolver.resolve(self._affixed(shown[0], first=True))
        cites: list[Out | str] = []
        delimiters: list[str] = []
        before: RenderedCite | None = None
        for each in collapsed(shown, self.rules):
            if before is not None:
                delimiters.append(_delimiter(before, each))
            cites.append(self._affixed(each, first=before is None))
            before = each
        return self.resolver.resolve(self._joined(cites, delimiters))

    def _joined(self, cites: list[Out | str], delimiters: list[str]) -> Out:
        """The cites with what stands between them, as the layout's delimiter wherever it is the same."""
        if len(set(delimiters)) < 2:
            return Out(self.form._replace(delimiter=delimiters[0] if delimiters else ""), cites)
        children: list[Out | str] = [cites[0]]
        for delimiter, cite in zip(delimiters, cites[1:], strict=True):
            children += [delimiter, cite]
        return Out(self.form, children)

    def _rendered(self, cite: Cite, place: Place) -> RenderedCite:
        passes, item = self.passes, self.items[cite.id]
        disambiguation = passes.disambiguations.get(cite.id, NO_DISAMBIGUATION)
        tree, names, stands_in = passes.cite_tree(item, cite, place, disambiguation)
        if cite.author_only:
            return RenderedCite(cite, names)
        unnamed = without(tree, names) if names is not None else None
        if cite.suppress_author and names is not None:
            tree = unnamed
        if stands_in:
            names = None  # what is no name makes no group
        found = RenderedCite(cite, tree, unnamed=unnamed)
        if self.rules.collapse == "citation-number":
            self._add_number(found, item, place)
        elif self.rules.grouped:
            found.names = text_of(names)
            found.unnamed = unnamed if names is not None or cite.suppress_author else tree
            self._add_year(found)
        return found

    def _add_number(self, found: RenderedCite, item: Item, place: Place) -> None:
        """The cite's number, if it shows no locator beside it."""
        cite = found.cite
        if cite.locator:
            alone, *_ = self.passes.cite_tree(item, cite._replace(locator=""), place, NO_DISAMBIGUATION)
            if text_of(alone) != text_of(found.tree):
                return
        found.number = self.passes.numbers.get(item.id, 0)

    @staticmethod
    def _add_year(found: RenderedCite) -> None:
        suffix = _find(found.unnamed, "year-suffix")
        if suffix is not None and found.unnamed is not None:
            found.suffix = suffix
            found.suffix_number = _number(text_of(suffix))
            found.rest = _from(found.unnamed, suffix)
            found.year = text_of(found.unnamed).removesuffix(text_of(found.rest))

    def _affixed(self, each: RenderedCite, *, first: bool) -> Out | str:
        cite, tree = each.cite, each.tree
        if self.in_note and tree is not None and self._at_start(cite, first=first):
            tree = capitalized(tree)
        children: list[Out | str] = [] if tree is None else [tree]
        if cite.prefix:
            space = [" "] if _wants_space(cite.prefix) else []
            children[:0] = [*_affix(cite.prefix, self.marks), *space]
        if cite.suffix:
            head = plain(cite.suffix)[:1] if isinstance(cite.suffix, str) else ""
            children += [" "] if head.isalnum() or head in {"(", "["} else []
            children += _affix(cite.suffix, self.marks)
        return children[0] if len(children) == 1 else Out(PLAIN, children)

    def _at_start(self, cite: Cite, *, first: bool) -> bool:
        """Whether a term at the head of the cite begins a sentence."""
        if cite.prefix:
            return _SENTENCE.search(plain(cite.prefix)) is not None
        return first


def _affix(value: Text, marks: QuoteMarks) -> list[Out | str]:
    """A writer's own words, with the locale's quotation marks."""
    return with_quotes(from_text(value), marks)


def _wants_space(prefix: Text) -> bool:
    end = plain(prefix)[-1:]
    return end.isalnum() or end in ".,:;?!)]”’"


def _delimiter(before: RenderedCite, each: RenderedCite) -> str:
    """What stands between two cites; a comma that a writer has typed there serves as well.

    See magic_SuppressLayoutDelimiterIfPrefixComma.txt and affix_WithCommas.txt.
    """
    if plain(before.cite.suffix).endswith(_OWN_DELIMITER):
        at = each.delimiter.find(" ")
        return each.delimiter[at:] if at >= 0 else ""
    own = not before.cite.suffix and plain(each.cite.prefix).startswith(_OWN_DELIMITER)
    return "" if own else each.delimiter


def _find(tree: Result, tag: str) -> Out | None:
    """The first node with the tag."""
    if tree is None or isinstance(tree, str):
        return None
    if tree.tag == tag:
        return tree
    return next((found for child in tree.children if (found := _find(child, tag)) is not None), None)


def _from(tree: Out | str, node: Out) -> Out | str:
    """The tree from the node on, without what stands before it."""
    if tree is node or isinstance(tree, str):
        return tree
    at = next(at for at, child in enumerate(tree.children) if _holds(child, node))
    children = [_from(tree.children[at], node), *tree.children[at + 1 :]]
    return Out(tree.format._replace(prefix=""), children, tree.tag)


def _holds(tree: Out | str, node: Out) -> bool:
    return tree is node or (isinstance(tree, Out) and any(_holds(child, node) for child in tree.children))


def _number(suffix: str) -> int:
    """The place of a year suffix, e.g. 28 for "ab"."""
    number = 0
    for letter in suffix:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number
