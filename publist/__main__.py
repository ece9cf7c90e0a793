"""The ``publist`` command, also as ``python -m publist``."""

import contextlib
import gc
import io
import os
import sys
from typing import Any, NoReturn


def run() -> NoReturn:
    """Run the command line.

    A run makes hardly any cycles and ends soon; looking for them costs a tenth to a fifth of its time, while
    modules are imported as well.
    """
    gc.disable()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller, as in `publist render 2>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - like a stream
    for stream in (sys.stdout, sys.stderr):
        _make_writable(stream, os.name)
    try:
        from publist.cli import main

        main()
    except KeyboardInterrupt:  # while modules load; click has its own word for later
        _leave(130)
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    except OSError as error:  # of the terminal or a pipe; those of files are OutputErrors
        with contextlib.suppress(OSError):
            sys.stderr.write(f"error: the output cannot be written: {error.strerror or error}\n")
        _leave(2)
    _leave(0)


def _make_writable(stream: Any, system: str) -> None:
    """Let every character be written; one that the encoding has not becomes an escape of Python's.

    Files and pipes on Windows get UTF-8, in which lists are written as well; a console there takes any text.
    """
    if isinstance(stream, io.TextIOWrapper):
        other = "utf-8" if system == "nt" and not stream.isatty() else None
        stream.reconfigure(encoding=other, errors="backslashreplace")


def _leave(code: int) -> NoReturn:
    """End at once.  Taking the program's memory apart, piece by piece, is a sixth of a short run."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except OSError:
            code = code or 2
    os._exit(code)


if __name__ == "__main__":
    run()
