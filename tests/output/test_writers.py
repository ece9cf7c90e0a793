"""What holds for every writer of text."""

from __future__ import annotations

import importlib
from typing import get_args

import pytest

from publist.output.docx import Paragraph, document
from publist.richtext import Span, SpanStyle
from publist.settings.formats import FORMATS

WRITERS = [name for name, one in FORMATS.items() if one.kind in ("fragment", "document") and not one.extra]


@pytest.mark.parametrize("style", get_args(SpanStyle))
@pytest.mark.parametrize("name", WRITERS)
def test_every_style_is_known(name: str, style: SpanStyle) -> None:
    writer = importlib.import_module(f"publist.output.{name}")
    assert "word" in writer.render((Span("italic", (Span(style, ("word",)),)),))


def test_word_knows_every_style() -> None:
    pytest.importorskip("docx")
    spans = tuple(Span(style, ("x",)) for style in get_args(SpanStyle))
    assert document([Paragraph("entry", spans)])
