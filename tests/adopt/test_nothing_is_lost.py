"""Every word of a list is in an entry or in the report.  The oracle is the page's own text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.adopt import adopt, source, words, works
from publist.adopt.report import JOINING
from publist.bibtex import loads
from publist.bibtex.latex import decode
from publist.bibtex.macros import MONTHS
from publist.locales import months
from publist.richtext import plain
from tests.adopt.layouts import PAGES
from tests.data import SHARED

REAL = sorted(path for path in (SHARED / "pages").glob("*") if path.suffix in (".html", ".md", ".jemdoc"))


# An item's number is the list's; the letter behind a year (2019b) is the style's; and what a field for an
# identifier does not repeat.
NUMBER = re.compile(r"^\s*(?:\[\w{1,4}\]|\d{1,3}(?:\.|\s*\n))")
IDENTIFIER = re.compile(
    r"(?<=\b(?:19|20)\d\d)[a-z]\b|(?<=\d)v\d\b|https?://(?:dx\.)?doi\.org/|https?://arxiv\.org/\w+/",
    re.IGNORECASE,
)


def tokens(text: str) -> list[str]:
    """Letters and digits apart, in lower case: ``J.-P. O'Hara, e17`` is ``j p o hara e 17``."""
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


def lost(page: Path) -> list[str]:
    """The words of the list that are neither in an entry nor in the report nor only join its parts."""
    found = adopt(page)
    initials: set[str] = set()  # E. is written out where the page has the person's whole name
    kept: set[str] = set(JOINING) | set(months()) | set(MONTHS)
    for entry in loads(found.text).entries:
        kept |= set(tokens(entry.type))
        for field in entry.fields.values():
            initials |= {word[0] for word in tokens(field.value) if field.name in ("author", "editor")}
            kept |= {*tokens(field.name), *tokens(field.value), *tokens(plain(decode(field.value).text))}
    for problem in found.problems:
        kept |= set(tokens(problem.message))
    labels = {word for label in words.LINK_LABELS for word in tokens(label)} | words.LINK_WORDS
    listed = [NUMBER.sub("", work.item.text) for work in works.adopted(source.read(page)).works]
    return [
        word for text in listed for word in re.findall(r"[^\W\d_]+|\d+", IDENTIFIER.sub("", text))
        if word.lower() not in kept | labels | initials
        and not (word.isupper() and len(word) < 5 and set(word.lower()) <= kept)  # LA is written L. A.
    ]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_a_layout_is_kept(name: str, tmp_path: Path) -> None:
    suffix, text = PAGES[name]
    page = tmp_path / f"page{suffix}"
    page.write_text(text, encoding="utf-8")
    assert lost(page) == []


@pytest.mark.long
@pytest.mark.skipif(not REAL, reason="needs pages/ of the shared data (PUBLIST_TEST_DATA names its folder)")
@pytest.mark.parametrize("page", REAL, ids=lambda path: path.name)
def test_every_word_of_a_real_page_is_kept(page: Path) -> None:
    assert lost(page) == []


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäéß{}\\$%&#_^~<>'\"-", min_size=1, max_size=9)
TITLE = st.lists(WORD, min_size=3, max_size=9).map(" ".join)


@given(titles=st.lists(TITLE, min_size=2, max_size=5), extra=TITLE)
@settings(max_examples=25, deadline=None)
def test_what_nobody_foresaw_is_kept_or_reported(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], extra: str
) -> None:
    import html

    page = tmp_path_factory.mktemp("adopt") / "page.html"
    lines = "".join(
        f"<li>Jane Doe, Richard Roe. <b>{html.escape(title)}</b>. <i>Lake Review</i>, {2000 + number}."
        f" {html.escape(extra)}</li>"
        for number, title in enumerate(titles)
    )
    page.write_text(f"<h1>Jane Doe</h1><h2>Publications</h2><ul>{lines}</ul>", encoding="utf-8")
    assert lost(page) == []
    found = adopt(page)
    bibliography = loads(found.text)
    assert (len(bibliography.entries), bibliography.refused) == (found.works, 0)
