"""``python -m tests.fuzz NAME [SECONDS]``: fuzz one door of ``targets.py`` with atheris, guided by coverage.

``pip install -e ".[fuzz]"`` first.  What fails ends the run and stays in a file ``crash-…``.
"""

from __future__ import annotations

import string
import sys
import tempfile
from pathlib import Path

_PLAIN = frozenset(string.ascii_letters + string.digits)


def run(arguments: list[str]) -> int:
    """Fuzz; the exit code is libFuzzer's, or 2 for what is missing."""
    try:
        import atheris
    except ImportError:
        print('needs atheris: pip install -e ".[fuzz]"', file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["publist"]):
        from tests.fuzz.targets import TARGETS
    name, seconds = (arguments + ["600"] * 2)[:2]
    if name not in TARGETS:
        print(f"name one of {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    target = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        words.write_text("".join(f"{_quoted(piece)}\n" for piece in target.pieces), encoding="utf-8")
        options = [f"-dict={words}", f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000"]
        atheris.Setup([sys.argv[0], *options], target.check)
        atheris.Fuzz()
    return 0


def _quoted(piece: str) -> str:
    """A word of libFuzzer's dictionaries: other bytes than plain letters as ``\\xNN``."""
    shown = (chr(byte) if chr(byte) in _PLAIN else f"\\x{byte:02x}" for byte in piece.encode())
    return f'"{"".join(shown)}"'


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
