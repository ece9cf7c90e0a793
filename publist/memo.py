"""Results of pure steps, kept while a program watches files, so that only what changed is done again.

A run that writes once keeps nothing and pays nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")

_MOST = 200_000  # results; more are forgotten together
_kept: dict[Hashable, tuple[object, Any]] | None = None
_scope = ""


@contextmanager
def keeping() -> Iterator[None]:
    """Keep results meanwhile."""
    global _kept
    _kept = {}
    try:
        yield
    finally:
        _kept = None


@contextmanager
def scope(name: str) -> Iterator[None]:
    """Keep apart what is made for one target meanwhile, e.g. for ``homepage``."""
    global _scope
    before, _scope = _scope, name
    try:
        yield
    finally:
        _scope = before


def same(step: str, value: Result) -> Result:
    """The value as it was given before, where it is equal: what is one object is soon compared."""
    return kept(step, "", lambda: value, lambda: value)


def kept(step: str, about: Hashable, given: Callable[[], object], make: Callable[[], Result]) -> Result:
    """What ``make`` gives, or gave for the same thing when all that it depends on was the same.

        kept("bibtex", item.id, lambda: item, lambda: written(item))

    ``given`` says all that the result depends on; it is compared with what it was, and asked for only where
    results are kept.  Nobody may change a result.
    """
    if _kept is None:
        return make()
    place, now = (_scope, step, about), given()
    known = _kept.get(place)
    if known is None or known[0] != now:
        if len(_kept) >= _MOST:
            _kept.clear()
        known = _kept[place] = now, make()
    result: Result = known[1]
    return result
