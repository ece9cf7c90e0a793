"""Read and convert 10,000 entries (8 MB) beside pandoc, and 100,000 for linearity.

usage: python benchmarks/bibtex.py [--entries N] [--large]

Needs the ``bench`` extra (pandoc).  Prints whole-process times and peak memory, side by side in one run.
``--large`` adds ten times as many entries, for publist alone.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypandoc

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
    """Write the file, run both programs and print their figures."""
    parser = argparse.ArgumentParser(description="Compare reading with pandoc's.")
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--large", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entries.bib"
        path.write_text(entries(args.entries), encoding="utf-8")
        print(f"{args.entries} entries, {path.stat().st_size / 1e6:.1f} MB")
        pandoc = [pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson", "-o", os.devnull, str(path)]
        theirs = measured("pandoc", pandoc)
        ours = measured("publist", [sys.executable, "-c", _READ, str(path)])
        print(f"time: {ours / theirs:.2f} of pandoc's")
        if args.large:
            path.write_text(entries(10 * args.entries), encoding="utf-8")
            large = measured("publist x 10", [sys.executable, "-c", _READ, str(path)])
            print(f"ten times the entries: {large / ours:.1f} times the time")


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
