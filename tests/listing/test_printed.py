"""Addresses that a citation prints.

Oracle: CSL 1.0.2, Appendix VI (links), and what styles print before a DOI; by hand.
"""

from __future__ import annotations

import pytest

from publist.listing.printed import linked, row
from publist.publication import Link
from publist.richtext import LinkSpan, Node, Span, VariableSpan, plain, walk
from publist.settings.options import LinksShown

DOI = VariableSpan("DOI", ("10.5072/a_b",))


@pytest.mark.parametrize(
    ("content", "url", "words"),
    [
        (("A. https://doi.org/", DOI, "."), "https://doi.org/10.5072/a_b", "https://doi.org/10.5072/a_b"),
        (("A. doi: ", DOI, "."), "https://doi.org/10.5072/a_b", "10.5072/a_b"),
        ((Span("italic", (DOI,)),), "https://doi.org/10.5072/a_b", "10.5072/a_b"),
        ((VariableSpan("URL", ("https://x.org/a",)),), "https://x.org/a", "https://x.org/a"),
        (("PMID: ", VariableSpan("PMID", ("12345",))), "https://pubmed.ncbi.nlm.nih.gov/12345/", "12345"),
        (("See https://x.org/a_b.",), "https://x.org/a_b", "https://x.org/a_b"),
        (("See www.x.org.",), "http://www.x.org", "www.x.org"),
    ],
)
def test_an_address_is_the_link(content: tuple[Node, ...], url: str, words: str) -> None:
    made = linked(content)
    assert plain(made) == plain(content)
    assert [(n.url, plain(n.children)) for n in walk(made) if isinstance(n, LinkSpan)] == [(url, words)]


def test_a_link_is_not_linked_again() -> None:
    made = (LinkSpan("https://x.org", ("https://x.org",)), VariableSpan("URL", ("javascript:x",)))
    assert linked(made) == made


@pytest.mark.parametrize(("shown", "labels"), [("all", ["Code", "arXiv"]), ("own", ["Code"]), ("none", [])])
def test_the_row_has_what_is_not_printed(shown: LinksShown, labels: list[str]) -> None:
    links = (
        Link("code", "Code", "https://x.org/code"),
        Link("arxiv", "arXiv", "https://arxiv.org/abs/2101.00001"),
        Link("doi", "DOI", "http://dx.doi.org/10.5072/A_B"),
    )
    assert [link.label for link in row(links, linked((DOI,)), shown)] == labels
