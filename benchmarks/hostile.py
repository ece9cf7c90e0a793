"""``python -m benchmarks.hostile [WORD]``: the inputs of ``tests/hostile`` at 1, 3 and 10 times their size.

Ten times the input should take at most eleven times the time.  Processor time of a process for each run,
which has the program's modules and nothing that another run has left in caches; the best of three.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from publist.cli import main
from tests.hostile.generators import GENERATORS

_FIRST = r"@book{k, title = {A \emph{b} \&c $x_1$ {D}}, author = {Doe, Jane}, year = 2020, url = {http://x.org}}"
FORMATS = ("html", "markdown", "json", "yaml", "latex", "text")


def seconds(path: Path, format_: str) -> float:
    """The least processor time of three runs."""
    return min(once(path, format_) for _ in range(3))


def once(path: Path, format_: str) -> float:
    """The processor time of one run."""
    child = os.fork()
    if not child:
        CliRunner().invoke(main, ["render", path.name, "--format", format_])
        os._exit(0)
    usage = os.wait4(child, 0)[2]
    return usage.ru_utime + usage.ru_stime


def run() -> None:
    """Print a row for each generator, as Markdown: times in HTML, and the largest ratio of all formats."""
    words = sys.argv[1:]
    print("| input | HTML, 1 × | 3 × | 10 × | ratio | largest ratio |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("first.bib").write_text(_FIRST, encoding="utf-8")
        Path("first.json").write_text('[{"id": "a", "title": "<i>T</i>"}]', encoding="utf-8")
        for format_ in FORMATS:  # what they import is no part of the times
            CliRunner().invoke(main, ["render", "first.bib", "first.json", "--format", format_])
        for name, generator in GENERATORS.items():
            if words and not any(word in name for word in words):
                continue
            paths = [Path(f"{factor}{generator.suffix}") for factor in (1, 3, 10)]
            for factor, path in zip((1, 3, 10), paths, strict=True):
                path.write_text(generator.text(generator.size * factor), encoding="utf-8")
            times = {format_: [seconds(path, format_) for path in paths] for format_ in FORMATS}
            cells = " | ".join(f"{each * 1000:.0f} ms" for each in times["html"])
            ratios = [last / first for first, _, last in times.values()]
            print(f"| {name} | {cells} | {ratios[0]:.1f} | {max(ratios):.1f} |", flush=True)


if __name__ == "__main__":
    run()
