"""Read BibTeX and convert it, beside refkit (hayagriva, in Rust), bibtexparser and pandoc.

usage: python -m benchmarks.bibtex [FILE.bib ...] [--entries N] [--runs N] [--large]

The libraries read real files, those given or those of ``bib/``, in processes of their own and in turn: the
processor time without their imports, as the median of the runs.  Files that one of them refuses are left out
and counted.  Then publist and pandoc, as whole processes, read entries that are made up.  ``--large`` adds
ten times as many, for publist alone.  Needs the ``bench`` extra (pandoc, refkit).  citeproc-js reads no
BibTeX; ``benchmarks/csl.py`` has it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypandoc

ROOT = Path(__file__).parent.parent
# What each library does with a path; it fails on a file that it refuses.
_READERS = {
    "publist": """
from publist import bibtex, convert
def read(path):
    return len(convert.publications(bibtex.load(path))[0])
""",
    "refkit": """
import refkit
def read(path):
    library = refkit.Library.parse_bibtex(open(path, encoding="utf-8-sig").read())
    return len(library.to_json()) and len(library.keys())
""",
    "bibtexparser": """
import logging, bibtexparser
from bibtexparser import middlewares as m
logging.disable()
stack = [m.LatexDecodingMiddleware(), m.SeparateCoAuthors(), m.SplitNameParts()]
def read(path):
    text = open(path, encoding="utf-8-sig").read()
    return len(bibtexparser.parse_string(text, append_middleware=stack).entries)
""",
}
_TIMED = """
import json, sys, time
counts, start = {}, time.process_time()
for path in json.load(sys.stdin):
    try:
        counts[path] = read(path)
    except Exception:
        counts[path] = -1
print(json.dumps([time.process_time() - start, counts]))
"""
_WORDS = (
    r"learning network model deep graph {DNA} sequence analysis of the for with robust efficient data large"
    r" scale protein structure prediction method $n^2$ approach M{\"u}ller's"
).split()
_FAMILIES = ["Smith", 'M{\\"u}ller', r"Garc{\'i}a", "Zhang", "van der Berg", "O'Neil", "Kim"]
_GIVEN = ["John A.", "Wei", r"Mar\'{\i}a", "Hans-Peter"]
_READ = """
import sys
from publist import bibtex, convert
bibliography = bibtex.load(sys.argv[1])
found, _ = convert.publications(bibliography)
assert len(found) == bibliography.present
"""


def main() -> None:
    """Compare the libraries on real files, and the programs on a file that is made up."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bibtex", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="default: those of bib/")
    parser.add_argument("--entries", type=int, default=10_000, help="made up; 0 for none")
    parser.add_argument("--runs", type=int, default=5, help="of which the median counts")
    parser.add_argument("--large", action="store_true")
    args = parser.parse_args()
    libraries(args.files or sorted((ROOT / "bib").glob("*.bib")), args.runs)
    if args.entries:
        programs(args.entries, large=args.large)


def libraries(files: list[Path], runs: int) -> None:
    """Print what each library needs for an entry of the files that all of them read."""
    paths = [str(path) for path in files]
    for name in _READERS:
        counts = timed(name, paths)[1]
        paths = [path for path in paths if counts[path] >= 0]
    entries = sum(timed("publist", paths)[1].values())
    print(f"{len(paths)} of {len(files)} files are read by all, {entries} entries")
    rounds = [{name: timed(name, paths)[0] for name in _READERS} for _ in range(runs)]
    ours = statistics.median(times["publist"] for times in rounds)
    for name in _READERS:
        seconds = statistics.median(times[name] for times in rounds)
        print(f"{name:14}{1000 * seconds / entries:8.3f} ms an entry, publist takes {ours / seconds:6.2f} x")


def timed(name: str, paths: list[str]) -> tuple[float, dict[str, int]]:
    """Seconds of processor time, and how many entries of each file are read; -1 where it is refused."""
    command = [sys.executable, "-c", _READERS[name] + _TIMED]
    done = subprocess.run(command, input=json.dumps(paths), capture_output=True, text=True, check=True)
    seconds, counts = json.loads(done.stdout)
    return seconds, counts


def programs(count: int, *, large: bool) -> None:
    """Print what publist and pandoc need for as many entries, as whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entries.bib"
        path.write_text(entries(count), encoding="utf-8")
        print(f"{count} entries, {path.stat().st_size / 1e6:.1f} MB")
        pandoc = [pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson", "-o", os.devnull, str(path)]
        read = [sys.executable, "-c", f"import sys\n{_READERS['publist']}\nread(sys.argv[1])", str(path)]
        theirs = measured("pandoc", pandoc)
        ours = measured("publist", read)
        print(f"time: {ours / theirs:.2f} of pandoc's")
        if large:
            path.write_text(entries(10 * count), encoding="utf-8")
            print(f"ten times the entries: {measured('publist x 10', read) / ours:.1f} times the time")


def entries(count: int) -> str:
    """Entries with TeX, formulas and abstracts, the same in each run."""
    choose = random.Random(1)
    return "\n".join(_entry(number, choose) for number in range(count))


def _entry(number: int, choose: random.Random) -> str:
    authors = " and ".join(
        f"{choose.choice(_FAMILIES)}, {choose.choice(_GIVEN)}" for _ in range(choose.randint(1, 7))
    )
    title, abstract = (" ".join(choose.choices(_WORDS, k=count)) for count in (12, 60))
    fields = {
        "author": authors,
        "title": title,
        "journal": r"Journal of {IEEE} Things \& Stuff",
        "year": str(1990 + number % 35),
        "volume": str(number % 50),
        "number": "3",
        "pages": "10--20",
        "doi": f"10.1000/x_{number}",
        "url": f"https://example.org/{number}",
        "abstract": abstract,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{key{number},\n{lines}  month = jan\n}}\n"


def measured(name: str, command: list[str]) -> float:
    """Run a program and print its time and peak memory; the time in seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{name} failed with status {status}")
    print(f"{name:14}{seconds:8.2f} s {usage.ru_maxrss / 1024:8.0f} MB")
    return seconds


if __name__ == "__main__":
    main()
