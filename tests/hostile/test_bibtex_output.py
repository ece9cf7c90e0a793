"""BibTeX that is written holds as many entries as went in, whatever their values are.

Oracles: this project's reader, and bibtexparser, which shares no code with it.
"""

from __future__ import annotations

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist import csl_json
from publist.bibtex import loads
from publist.convert.to_bibtex import Dialect, bibtex
from publist.item import Date, Item, Name
from publist.richtext import Span
from tests.hostile.strings import VARIABLES

# What may end a value, an entry or a line, more often than letters.
PIECES = st.lists(
    st.sampled_from(["}", "{", "\\", '"', ",", "\n", "@book{evil,", *"@=%#a \r\u2028"]) | st.text(max_size=3),
    max_size=8,
).map("".join)
TEXTS = PIECES | st.builds(lambda a, b: (a, Span("italic", (b,)), a), PIECES, PIECES)
NAMES = st.builds(Name, PIECES, PIECES, PIECES, PIECES, PIECES) | st.builds(Name, literal=PIECES)
ITEMS = st.builds(
    Item,
    PIECES,
    st.sampled_from(["book", "article-journal", "thesis", "report", "article"]) | PIECES,
    st.dictionaries(st.sampled_from(VARIABLES), TEXTS, max_size=4),
    st.dictionaries(st.sampled_from(["author", "editor"]), st.tuples(NAMES, NAMES), max_size=1),
    st.dictionaries(st.just("issued"), st.builds(lambda text: Date((), literal=text), PIECES), max_size=1),
)


def assert_as_many(written: str, count: int) -> None:
    read = loads(written)
    assert (len(read.entries), read.refused) == (count, 0), written
    library = bibtexparser.parse_string(written)
    assert (len(library.entries), library.failed_blocks) == (count, []), written


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@given(items=st.lists(ITEMS, min_size=1, max_size=3))
def test_as_many_entries_as_went_in(dialect: Dialect, items: list[Item]) -> None:
    written, _ = bibtex(items, dialect=dialect)
    assert_as_many(written, len(items))


@pytest.mark.parametrize("field", ["URL", "DOI", "PMID", "PMCID", "type", "title", "id", "publisher"])
@pytest.mark.parametrize(
    "value", ["http://x/},\\n}\\n@book{evil, title = {Injected", "}", "{", "\\\\", "x\\\\}"]
)
def test_a_value_takes_no_entry_in(field: str, value: str) -> None:
    item = '{"id": "a", "type": "book", "title": "T"}'.replace("}", f', "{field}": "{value}"}}')
    written, _ = bibtex(csl_json.loads(f"[{item}]").items)
    assert_as_many(written, 1)


def test_what_bibtex_cannot_hold_is_said() -> None:
    written, problems = bibtex([Item("a", "book", {"title": "T", "DOI": "10.1/}"})])
    assert "doi" not in written
    (problem,) = problems
    assert problem.message == "BibTeX cannot hold the braces of doi of a; left out"
