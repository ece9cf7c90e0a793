"""Symbols that our own tables lack: pylatexenc's, and HTML's names, which exporters write as commands."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def symbol(name: str) -> str | None:
    """The Unicode text of a TeX command without arguments, e.g. ``symbol("leq")`` is ``"≤"``."""
    spec = _tables().get_macro_spec(name)
    text = None if spec is None else spec.simplify_repl
    if isinstance(text, str) and text and "%" not in text:
        return text
    from html.entities import html5

    return html5.get(f"{name};")


@cache
def _tables() -> Any:  # pylatexenc is not typed
    from pylatexenc.latex2text import get_default_latex_context_db

    return get_default_latex_context_db()
