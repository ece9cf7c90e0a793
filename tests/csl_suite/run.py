"""Renders a fixture with publist as the suite's own runner does with citeproc-js."""

from __future__ import annotations

from typing import Any

from publist.csl import Processor, Style
from publist.csl.citation import Citation
from tests.csl_suite import html
from tests.csl_suite.citations import citation_from_json
from tests.csl_suite.fixture import Fixture

Items = list[dict[str, Any]]


def got(fixture: Fixture) -> str:
    """What publist makes of the fixture, to be compared with ``fixture.want``."""
    style = Style.loads(fixture.style, file=fixture.name)
    items: Items = fixture.json("INPUT2") or fixture.json("INPUT")
    for number, item in enumerate(items):
        item.setdefault("id", f"item-{number}")
    if fixture.json("CITATIONS"):
        return _document(fixture, style, items)
    processor = _processor(style, _registered(fixture, items))
    if fixture.mode.startswith("bibliography"):
        return _bibliography(fixture, processor, items)
    clusters = fixture.json("CITATION-ITEMS") or [[{"id": key} for key in processor.order()]]
    # Each cluster is a citation of its own: positions are what the cites say.
    return "\n".join(_cited(processor, cluster) for cluster in clusters)


def _cited(processor: Processor, cluster: Items) -> str:
    citation = citation_from_json({"citationItems": [{"position": 0, **cite} for cite in cluster]})
    text = html.entry(processor.cite([citation])[0])
    if text or len(cluster) > 1:
        return text
    # What citeproc-js writes in place of a cite that shows nothing.
    form = processor.style.citation.format
    return f"{form.prefix}[CSL STYLE ERROR: reference with no printed form.]{form.suffix}"


def _processor(style: Style, items: Items) -> Processor:
    """A processor that writes italics inside italics, too, as citeproc-js does."""
    processor = Processor(style, items)
    processor.resolver.idle = True
    return processor


def _registered(fixture: Fixture, items: Items) -> Items:
    """The items that the processor knows, in the order in which it met them last."""
    by_id = {str(item["id"]): item for item in items}
    steps = fixture.json("BIBENTRIES")
    if not steps:
        return list(by_id.values())
    return [by_id[str(each)] for each in dict.fromkeys(map(str, steps[-1]))]


def _bibliography(fixture: Fixture, processor: Processor, items: Items) -> str:
    wanted = _selection(fixture.json("BIBSECTION"), items)
    # An entry without content is no entry, as in citeproc-js.
    entries = [entry for entry in processor.bibliography() if entry.content]
    return html.bibliography(entry.content for entry in entries if wanted is None or entry.id in wanted)


def _selection(section: dict[str, Any] | None, items: Items) -> set[str] | None:
    """The ids that BIBSECTION leaves in; None for all of them."""
    if not section:
        return None
    return {str(item["id"]) for item in items if _selected(section, item)}


def _selected(section: dict[str, Any], item: dict[str, Any]) -> bool:
    def holds(test: dict[str, Any]) -> bool:
        value = item.get(test["field"], "")
        if isinstance(value, list):
            return test["value"] in value
        return bool(value == test["value"])

    if section.get("quash") and all(map(holds, section["quash"])):
        return False
    for kind, combine in (("include", any), ("select", all)):
        if section.get(kind) and not combine(map(holds, section[kind])):
            return False
    return not any(map(holds, section.get("exclude", [])))


def _document(fixture: Fixture, style: Style, items: Items) -> str:
    """CITATIONS: citations that are put into a document one by one."""
    steps = fixture.json("CITATIONS")
    known: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    for citation, before, after in steps:
        key = str(citation["citationID"])
        known[key] = citation
        for other, note in (*before, *after):
            known[str(other)].setdefault("properties", {})["noteIndex"] = note
        order = [str(other) for other, _ in before] + [key] + [str(other) for other, _ in after]
    processor, citations = _at(style, items, [known[key] for key in order])
    if fixture.mode.startswith("bibliography"):
        return _bibliography(fixture, processor, items)
    texts = [html.entry(text) for text in processor.cite(citations)]
    changed = _changed(style, items, known, steps, dict(zip(order, texts, strict=True)))
    changed |= _touched(processor, dict(zip(order, citations, strict=True)), str(steps[-1][0]["citationID"]))
    return "\n".join(
        f"{'>>' if key in changed else '..'}[{number}] {text}"
        for number, (key, text) in enumerate(zip(order, texts, strict=True))
    )


def _changed(
    style: Style, items: Items, known: dict[str, dict[str, Any]], steps: list[Any], now: dict[str, str]
) -> set[str]:
    """The citations that the last step has added or changed, which the suite marks with ``>>``."""
    last, earlier = str(steps[-1][0]["citationID"]), steps[:-1]
    if not earlier:
        return {last}
    citation, before, after = earlier[-1]
    order = [str(key) for key, _ in before] + [str(citation["citationID"])] + [str(key) for key, _ in after]
    processor, citations = _at(style, items, [known[key] for key in order])
    texts = [html.entry(text) for text in processor.cite(citations)]
    return {last} | {key for key, text in zip(order, texts, strict=True) if now.get(key) != text}


def _touched(processor: Processor, citations: dict[str, Citation], last: str) -> set[str]:
    """Citations of items that the last citation cites too, where such an item had to be told apart.

    They come out the same, but citeproc-js renders them anew (bugreports_OldMhraDisambiguationFailure.txt).
    """
    ambiguous = {cite.id for cite in citations[last].cites if cite.id in processor.passes.disambiguations}
    return {
        key for key, citation in citations.items() if not ambiguous.isdisjoint(c.id for c in citation.cites)
    }


def _at(style: Style, items: Items, document: list[dict[str, Any]]) -> tuple[Processor, list[Citation]]:
    """The processor of a document: it knows the items that are cited, in the order of citing."""
    by_id = {str(item["id"]): item for item in items}
    cited = dict.fromkeys(str(cite["id"]) for each in document for cite in each["citationItems"])
    return _processor(style, [by_id[each] for each in cited]), [citation_from_json(each) for each in document]
