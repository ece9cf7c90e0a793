"""Markdown, read back by a CommonMark parser (markdown-it-py)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publist.output import markdown
from publist.richtext import Block, Highlight, LinkSpan, Mark, Node, Span, plain


class _Reader(HTMLParser):
    """The text of a page, and the tags around each character."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.characters: list[tuple[str, frozenset[str]]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.reverse()
            self.open.remove(tag)
            self.open.reverse()

    def handle_data(self, data: str) -> None:
        self.characters += [(c, frozenset(self.open)) for c in data]


def read(source: str) -> _Reader:
    reader = _Reader()
    reader.feed(MarkdownIt("commonmark").render(source))
    return reader


def folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


LETTERS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029\x85"
    ),
    max_size=8,
)
PIECES = st.one_of(LETTERS, st.text("aB1 *_`~[](){}<>&#!|\\$\"'-.+=:^@/", max_size=8))
TREES: st.SearchStrategy[Node] = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.builds(
            Span, st.sampled_from(["italic", "bold", "small-caps"]), st.lists(inner, max_size=3).map(tuple)
        ),
        st.builds(Highlight, st.just("strong"), st.lists(inner, max_size=3).map(tuple)),
        st.builds(Block, st.just("block"), st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=8,
)


@settings(max_examples=500)
@given(st.lists(TREES, max_size=5).map(tuple))
@example((Span("italic", ("*",)), Span("italic", ("0",))))
@example((Span("bold", ("*",)), Span("bold", ("0",)), Span("italic", ("*",)), "a"))
def test_reads_back_as_the_same_text(tree: tuple[Node, ...]) -> None:
    reader = read("- " + markdown.render(tree).replace("\n", "\n  "))
    assert folded("".join(c for c, _ in reader.characters)) == folded(plain(tree))
    assert reader.tags <= {"ul", "li", "p", "em", "strong", "br"}


@given(PIECES, st.sampled_from(["italic", "bold"]), PIECES, PIECES)
def test_emphasis_covers_just_its_own_text(before: str, style: str, inner: str, after: str) -> None:
    tag = {"italic": "em", "bold": "strong"}[style]
    reader = read(markdown.render((before, Span(style, (inner,)), after)))  # type: ignore[arg-type]  # parts of any kind, by name
    inside = "".join(c for c, tags in reader.characters if tag in tags)
    assert folded(inside) == folded(inner)


def test_bold_name_is_bold_before_a_mark() -> None:
    assert markdown.render((Highlight("strong", ("W. Shao",)), Mark("*", "equal"))) == r"**W. Shao**\*"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.org/a_(b)", "[x](https://x.org/a_%28b%29)"),
        ("https://x.org/?a=1&b=2", "[x](https://x.org/?a=1&amp;b=2)"),
        ("javascript:alert(1)", "x"),
    ],
)
def test_link_destinations(url: str, written: str) -> None:
    assert markdown.render((LinkSpan(url, ("x",)),)) == written


def test_superscripts_are_unicode_where_there_is_one() -> None:
    assert markdown.render(("n", Span("superscript", ("2",)), " 1", Span("superscript", ("st",)))) == "n² 1st"


def test_template_languages_see_no_opening() -> None:
    assert "{{" not in markdown.render("{{ site.secret }}")
    assert "{%" not in markdown.render("{% include x %}")
    assert "{#" not in markdown.render("{# x #}")


@given(st.text("aB1_*~&=?#.-/:%+;,@!$'()[]|", min_size=1, max_size=30))
def test_a_printed_address_reads_back_as_a_link(path: str) -> None:
    address = f"https://x.org/{path}"
    reader = read("- See " + markdown.render((LinkSpan(address, (address,)), ".")))
    assert "".join(c for c, tags in reader.characters if "a" in tags) == address
    assert reader.tags == {"ul", "li", "a"}
