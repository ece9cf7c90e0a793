"""``python -m benchmarks.hostile [WORD]``: the inputs of ``tests/hostile`` at 1, 3 and 10 times their size.

Ten times the input should take at most eleven times the time.  Processor time of one process for each row,
the best of three; the generators that stop at a bound need no more time for more input.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from click.testing import CliRunner

from publist.cli import main
from tests.hostile.generators import GENERATORS

FORMATS = ("html", "markdown", "json", "yaml", "latex", "text")


def seconds(path: Path, format_: str) -> float:
    """The least processor time of three runs."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        CliRunner().invoke(main, ["render", path.name, "--format", format_])
        best = min(best, time.process_time() - begun)
    return best


def run() -> None:
    """Print a row for each generator and format, as Markdown."""
    words = sys.argv[1:]
    print("| input | format | 1 × | 3 × | 10 × | ratio |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, generator in GENERATORS.items():
            if words and not any(word in name for word in words):
                continue
            for format_ in FORMATS:
                times = []
                for factor in (1, 3, 10):
                    path = Path(f"x{generator.suffix}")
                    path.write_text(generator.text(generator.size * factor), encoding="utf-8")
                    times.append(seconds(path, format_))
                cells = " | ".join(f"{each * 1000:.0f} ms" for each in times)
                print(f"| {name} | {format_} | {cells} | {times[2] / times[0]:.1f} |", flush=True)


if __name__ == "__main__":
    run()
