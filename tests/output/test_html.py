"""HTML: what must be escaped, and the parts' classes."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.output import html
from publist.publication import Link
from publist.richtext import Block, Highlight, LinkSpan, Mark, NameSpan, Span


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_escaped_text_is_the_same_text(text: str) -> None:
    escaped = html.escape(text)
    assert unescape(escaped) == text
    assert not set("<>\"'") & set(escaped)


@pytest.mark.parametrize("text", ["{{ site.x }}", "{% raw %}", "{{{{"])
def test_template_languages_see_no_opening(text: str) -> None:
    assert not any(opening in html.escape(text) for opening in ("{{", "{%", "{#"))


def test_owner_is_strong_and_the_mark_stands_outside() -> None:
    name = NameSpan("author", 0, (Highlight("strong", ("W. Shao",)), Mark("*", "equal")))
    assert html.render((name,)) == (
        '<span class="publist-name publist-author"><strong class="publist-highlight">W. Shao</strong>'
        '<sup class="publist-mark publist-equal">*</sup></span>'
    )


def test_link_with_a_script_is_no_link() -> None:
    assert html.render((LinkSpan("javascript:alert(1)", ("x",)),)) == "x"
    assert html.button(Link("code", "Code", "java\tscript:alert(1)")) == "Code"


def test_quotes_cannot_leave_an_attribute() -> None:
    assert html.button(Link("c", "x", 'https://x.org/"onclick="a')).count('"') == 4


def test_number_in_the_margin_has_a_blank_behind_it() -> None:
    content = (Block("left-margin", ("[1]",)), Block("right-inline", ("A. Doe",)))
    assert html.render(content) == (
        '<span class="publist-left-margin">[1]</span> <span class="publist-right-inline">A. Doe</span>'
    )


def test_styles_nest() -> None:
    assert html.render((Span("italic", ("a ", Span("upright", ("b",)))),)) == (
        '<i>a <span style="font-style:normal">b</span></i>'
    )
