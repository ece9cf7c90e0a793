"""Symbols that our own tables lack, from pylatexenc's tables."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def symbol(name: str) -> str | None:
    """The Unicode text of a TeX command without arguments, e.g. ``symbol("leq")`` is ``"≤"``."""
    spec = _tables().get_macro_spec(name)
    text = None if spec is None else spec.simplify_repl
    return text if isinstance(text, str) and text and "%" not in text else None


@cache
def _tables() -> Any:  # pylatexenc is not typed
    from pylatexenc.latex2text import get_default_latex_context_db

    return get_default_latex_context_db()
