"""Yes and no, as bibliographies and CSL-JSON write them."""

from __future__ import annotations

_NO = frozenset({"", "false", "no", "n", "none", "0", "off"})
_YES = frozenset({"true", "yes", "y", "1", "on", "x"})


def is_set(value: object) -> bool:
    """Whether a flag such as ``selected = {true}`` or ``"circa": 1`` is set; any text but a "no" sets it."""
    return str(value).strip().lower() not in _NO


def is_yes(value: str) -> bool:
    """Whether a value only says that something is so (``oral = {true}``) and has no words of its own."""
    return value.strip().lower() in _YES
