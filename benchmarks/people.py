"""What knowing 200 people costs: whole runs of ``publist render`` on 10,000 entries, with and without them.

    python -m benchmarks.people

The entries and the people are made up of syllables, always the same: 25,000 people in all, two to eight to
an entry, four in ten with initials alone, among them the 200 known ones and many namesakes.  Prints the
median of the processor's time of each, and what the people add to it.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ENTRIES, PEOPLE, KNOWN, RUNS = 10_000, 25_000, 200, 5
SYLLABLES = (
    "wen qi shao ping luo xiao gang zhang wei li hong mar tin mül ler gar cia lo pez an der son ko val ski ta"
    " na ka su zu ki sch midt"
).split()


def word(chance: random.Random, syllables: int) -> str:
    """A name such as ``Shaoping``."""
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def write(folder: Path) -> None:
    """A bibliography in the folder, and the settings that know 200 of its people in a folder below."""
    chance = random.Random(1)
    families = [word(chance, 2) for _ in range(4000)]
    given = [word(chance, 2) for _ in range(1500)]
    people = [(chance.choice(families), chance.choice(given)) for _ in range(PEOPLE)]
    entries = []
    for number in range(ENTRIES):
        names = [
            f"{family}, {first if chance.random() < 0.6 else first[0] + '.'}"
            for family, first in chance.sample(people, chance.randint(2, 8))
        ]
        entries.append(
            f"@article{{k{number}, title = {{On {number}}}, journal = {{J}}, volume = 3, pages = {{1--9}},"
            f" year = {2000 + number % 24}, author = {{{' and '.join(names)}}}}}"
        )
    (folder / "big.bib").write_text("\n".join(entries), encoding="utf-8")
    known = "".join(
        f'[[people]]\nname = "{first} {family}"\ngroup = "lab"\n'
        for family, first in chance.sample(people, KNOWN)
    )
    (folder / "with").mkdir()
    (folder / "with" / "publist.toml").write_text(f'[groups]\nlab = "my-lab"\n{known}', encoding="utf-8")
    (folder / "without").mkdir()


def seconds(folder: Path) -> float:
    """The processor's time of one run in the folder."""
    command = [sys.executable, "-m", "publist", "render", "../big.bib", "-o", os.devnull]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed in {folder}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        runs = [(seconds(folder / "without"), seconds(folder / "with")) for _ in range(RUNS)]
    without = statistics.median(run[0] for run in runs)
    known = statistics.median(run[1] for run in runs)
    added = 100 * (known / without - 1)
    print(f"{ENTRIES} entries: {without:.2f} s; with {KNOWN} people: {known:.2f} s, {added:+.1f} %")


if __name__ == "__main__":
    main()
