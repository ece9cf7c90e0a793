"""No input crashes the reader, and no entry vanishes uncounted."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from publist.bibtex import loads
from publist.convert import publications

_PIECES = st.sampled_from(
    ["@book{k,", "@article(k,", "@string{x=", "@comment{", "@misc{", "title", "author", "year", "=", "{", "}",
     '"', ",", "#", "\n", " ", "%", "\\", "$", "(", ")", "and", "A B", "1999", "crossref = {k},", "jan", "é",
     "*", "@", "&amp;"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_any_text_is_read_and_converted(text: str) -> None:
    read = loads(text)
    found, problems = publications(read)
    assert read.read + read.refused == read.present
    assert len(found) == read.read
    assert len({publication.key.lower() for publication in found}) == len(found)
    lines = len(re.split(r"\r\n?|\n", text))
    assert all(1 <= problem.line <= lines for problem in [*read.problems, *problems])


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_a_sound_entry_behind_any_text_is_not_lost(text: str) -> None:
    text = text.replace("@comment", "").replace("(", "")
    read = loads(f"{text}\n\n@book{{behind, title = {{Behind}}}}\n")
    assert "behind" in [entry.key for entry in read.entries]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_is_read(text: str) -> None:
    read = loads(text.replace("\0", ""))
    assert read.read + read.refused == read.present
