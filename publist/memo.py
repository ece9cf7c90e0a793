"""Results of pure steps, kept on shelves, so that only what has changed is made again.

A step names all that its result depends on by a digest, and a result is found by it wherever it was made: in
the same build, in one before while a program watches files, or in another run, by way of a file
(:mod:`publist.writing.shelves`).  Nothing is invalidated by hand.  Without a shelf nothing is kept and
nothing is paid for.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")

SOURCE = "source"
"""The shelf for what is read; whoever opens it begins anew."""

_PLAIN = 2  # the last version of marshal's format in which equal values are equal bytes

UNKNOWN = object()
"""What a :class:`Store` has where it has nothing."""


class Store(Protocol):
    """Where a shelf's results come from at first, and where they go to."""

    def get(self, digest: bytes) -> object:
        """The result, or :data:`UNKNOWN`."""

    def keep(self, results: dict[bytes, Any]) -> None:
        """Keep these results and no others."""


class _Shelf:
    """The results for one target; ``used`` are those of this build."""

    def __init__(self, store: Store | None) -> None:
        from hashlib import blake2b  # only a run that keeps something needs it

        self.hash = blake2b
        self.store = store
        self.known: dict[bytes, Any] = {}
        self.used: dict[bytes, Any] = {}

    def get(self, digest: bytes, make: Callable[[], Any]) -> Any:
        found = self.used.get(digest, self.known.get(digest, UNKNOWN))
        if found is UNKNOWN and self.store is not None:
            found = self.store.get(digest)
        self.used[digest] = found = make() if found is UNKNOWN else found
        return found


_shelves: dict[str, _Shelf] | None = None  # of a program that watches files
_shelf: _Shelf | None = None
_names: dict[int, tuple[bytes, object]] = {}  # by identity; who is named here lives on, so no id comes again


@contextmanager
def keeping() -> Iterator[None]:
    """Keep the results of one build for the next meanwhile."""
    global _shelves
    _shelves = {}
    try:
        yield
    finally:
        _shelves = None


@contextmanager
def shelf(name: str, opened: Callable[[], Store | None] = lambda: None) -> Iterator[None]:
    """Keep what is made meanwhile; what is there from before and is not used now goes.

    ``name`` is a target's, or :data:`SOURCE`.  Without a store, which is ``opened`` once, results are kept by
    :func:`keeping` alone.
    """
    global _shelf
    store = opened() if _shelves is None or name not in _shelves else None
    if store is None and _shelves is None:
        yield
        return
    if name == SOURCE:
        _names.clear()
    before, now = _shelf, _Shelf(store)
    if _shelves is not None:
        now.known = _shelves.setdefault(name, now).known
    _shelf = now
    try:
        yield
    finally:
        _shelf = before
    if _shelves is not None:
        _shelves[name].known = now.used
    if store is not None:
        store.keep(now.used)


def digest(step: str, given: Callable[[], tuple[object, ...]]) -> bytes:
    """What tells the result of a step from others; b"" where nothing is kept.

    ``given`` has all that the result depends on.  What was :func:`named` counts by its name, all else by its
    ``repr``, which therefore has to say everything.
    """
    if _shelf is None:
        return b""
    told = [_names.get(id(value), (value,))[0] for value in given()]
    try:
        data = marshal.dumps((step, told), _PLAIN)  # half the time of repr
    except ValueError:  # not texts and numbers alone
        data = repr((step, told)).encode("utf-8", "surrogatepass")
    return _shelf.hash(data, digest_size=16).digest()


def kept(digest: bytes, make: Callable[[], Result]) -> Result:
    """What ``make`` gives, or gave before for the same digest.  Nobody may change a result."""
    if _shelf is None or not digest:
        return make()
    result: Result = _shelf.get(digest, make)
    return result


def named(value: Result, digest: bytes) -> Result:
    """The value, which from now on counts by the digest of what it was made from."""
    if digest:
        _names[id(value)] = digest, value
    return value


def name_of(value: object) -> bytes:
    """The digest by which the value itself counts, b"" for none: what was made from it has none."""
    return _names.get(id(value), (b"",))[0]
