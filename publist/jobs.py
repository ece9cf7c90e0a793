"""One step on several processes, as ``--jobs`` allows: each makes its share, together what one would make.

Processes are forked: they have all that this one has and are sent nothing; what they make comes back pickled.
One process does it all where there is little to do, and on systems that cannot fork (Windows) or on which
what has forked is not safe (macOS).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO, NoReturn, TypeVar

from publist.errors import PublistError
from publist.records import NamedTuple

Result = TypeVar("Result")

LEAST = 1000
"""So many entries are worth a process of their own."""


class Share(NamedTuple):
    """What of a step is a process's own; the one that forked the others has number 0."""

    number: int = 0
    of: int = 1

    def has(self, place: int) -> bool:
        """Whether what has this place, from 0, is to be made here."""
        return place % self.of == self.number


_allowed = 1


@contextmanager
def allowed(count: int) -> Iterator[None]:
    """So many processes meanwhile, this one among them.  Results must not be kept (:mod:`publist.memo`)."""
    global _allowed
    before, _allowed = _allowed, count
    try:
        yield
    finally:
        _allowed = before


def shared(step: Callable[[Share], Result], entries: int) -> list[Result]:
    """What the step gives for each share, that of this process first, if there are about so many entries.

    Raises what the step raises, PublistError where a process cannot be started or dies.
    """
    count = min(_allowed, entries // LEAST) if hasattr(os, "fork") and sys.platform != "darwin" else 1
    if count < 2:
        return [step(Share())]
    with ExitStack() as others:
        pipes = [others.enter_context(_forked(step, Share(number, count))) for number in range(1, count)]
        return [step(Share(0, count)), *map(_answer, pipes)]


@contextmanager
def _forked(step: Callable[[Share], object], share: Share) -> Iterator[BinaryIO]:
    """The pipe of a process that makes its share and sends it; whatever happens meanwhile, it ends."""
    source, sink = os.pipe()
    try:
        child = os.fork()
    except OSError as error:
        os.close(source)
        os.close(sink)
        message = f"no other process can be started ({error.strerror}); leave --jobs out"
        raise PublistError(message) from error
    if not child:
        os.close(source)  # so that writing fails where nobody reads any more
        _send(step, share, sink)
    os.close(sink)
    try:
        with os.fdopen(source, "rb") as pipe:
            yield pipe
    finally:
        import signal

        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _send(step: Callable[[Share], object], share: Share, sink: int) -> NoReturn:
    """Send a share, or the error that there is to report, and end without a word."""
    try:
        import pickle
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # at Ctrl-C the first process ends it
        try:
            answer = step(share)
        except PublistError as error:
            answer = error
        with os.fdopen(sink, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _answer(pipe: BinaryIO) -> Any:
    import pickle

    try:
        answer = pickle.load(pipe)  # noqa: S301 - a process of our own has written it
    except (EOFError, pickle.UnpicklingError) as error:
        message = "one of the processes died, for want of memory perhaps; try again without --jobs"
        raise PublistError(message) from error
    if isinstance(answer, PublistError):
        raise answer
    return answer
