"""The garbage collector, at rest while much is made and nothing of it is in cycles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def resting() -> Iterator[None]:
    """Look for no cycles meanwhile, e.g. ``@resting()`` above a function that reads a whole file.

    Every search goes through all there is, so that with it ten times the items took twelve times as long
    (``docs/decisions/060-start-up.md``).  A collector that was off stays off.
    """
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


_WORTH_A_LOOK = 30_000  # objects, which take 3 ms


def let_go() -> None:
    """Look for cycles among what has come since the last time, if that is much.

    A LaTeX parser leaves its frames in a few, and by the frames that called them they hold a whole file.
    """
    if gc.get_count()[0] > _WORTH_A_LOOK:
        gc.collect(0)
