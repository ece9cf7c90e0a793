"""Which files a build depends on, and when one of them is saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from publist.errors import OutputError

_PAUSE = 100  # milliseconds after which somebody may look whether there is something else to do
_GROUPED = 400  # milliseconds in which several saves are one, as long as they follow one another
_QUIET = 30  # milliseconds without another save end the group
# A pattern such as *.bib may match a file that is new.
_ALWAYS = frozenset({".bib", ".toml"})


def saves(files: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """Once at the beginning, then once after each save of one of the files, which may be others by then.

    Whatever is saved while the caller is busy is heard of.  Raises OutputError where watchfiles is missing.
    """
    first = True
    while True:
        places = _places(files())
        for changed in _watched(places):
            if not first and not changed:
                continue
            first = False
            yield
            if _places(files()) != places:
                first = True  # something may have been saved between the two watches
                break


def _places(files: Iterable[Path]) -> frozenset[Path]:
    """Where the files stand, and where the links among them lead."""
    places: set[Path] = set()
    for path in files:
        places |= {Path(os.path.realpath(path.parent)) / path.name, Path(os.path.realpath(path))}
    return frozenset(places)


def _watched(places: frozenset[Path]) -> Iterator[object]:
    """What was saved, and now and then nothing: the first time once the watching has begun.

    Folders are watched, not files: many editors write another file and give it the name.
    """
    try:
        import watchfiles
    except ModuleNotFoundError as error:
        raise OutputError("to watch files needs watchfiles: pip install watchfiles") from error

    def wanted(_change: object, path: str) -> bool:
        return Path(path) in places or Path(path).suffix in _ALWAYS

    return watchfiles.watch(
        *{place.parent for place in places if place.parent.is_dir()},
        watch_filter=wanted,
        recursive=False,
        debounce=_GROUPED,
        step=_QUIET,
        rust_timeout=_PAUSE,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
