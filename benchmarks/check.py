"""``python -m benchmarks.check [ENTRIES…]``: how long ``publist check`` takes on long files, rule by rule.

The entries are made: one owner, surnames that come again, titles of common words, two forms of each venue,
and a hyphen, a month and a doubled link in each, so that every entry has findings.  Processor time of one
process.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from publist import pipeline
from publist.check.run import CHECKS
from publist.check.work import works
from publist.settings.options import Persons

_WORDS = Path(__file__).parent.parent / "publist" / "titles" / "data" / "common.txt"
_SURNAMES = "Wang Li Müller Rossi Garcia Silva Kim Tanaka Smith Novak Popov Dupont".split()
_GIVEN = "Anna Wei Jun José Peter Yuki Elena Tom Lucía Omar Nina Paul".split()
_VENUES = (
    "Journal of Testing", "J. Testing", "Physical Review Letters", "Phys. Rev. Lett.", "ICML'24", "Nature",
)  # fmt: skip
_SHOWN = 0.03  # of all time: rules that take less have no row


def bibliography(entries: int) -> str:
    """A file of so many entries, the same in every run."""
    chance = random.Random(7)
    words = [word for word in _WORDS.read_text(encoding="utf-8").split() if word.isalpha()][:5000]
    return "".join(_entry(number, entries, words, chance) for number in range(entries))


def _entry(number: int, entries: int, words: list[str], chance: random.Random) -> str:
    people = " and ".join(
        f"{chance.choice(_SURNAMES)}{chance.randrange(entries // 20 + 1)}, {chance.choice(_GIVEN)}"
        for _ in range(chance.randrange(1, 8))
    )
    title = " ".join(chance.choice(words).capitalize() for _ in range(chance.randrange(4, 14)))
    page = chance.randrange(1, 900)
    return (
        f"@article{{k{number},\n  title = {{{title}}},\n  author = {{Doe, Jane and {people}}},\n"
        f"  journal = {{{chance.choice(_VENUES)}}},\n  year = {{{chance.randrange(1990, 2026)}}},\n"
        f"  month = {{June}},\n  pages = {{{page}-{page + 9}}},\n  doi = {{10.1000/x{number}}},\n"
        f"  url = {{https://doi.org/10.1000/x{number}}}\n}}\n"
    )


def run() -> None:
    """Print a table for each number of entries, as Markdown."""
    for entries in [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        with tempfile.NamedTemporaryFile("w", suffix=".bib", encoding="utf-8") as file:
            file.write(bibliography(entries))
            file.flush()
            begun = time.process_time()
            source = pipeline.read([Path(file.name)])
            read = time.process_time()
            found = len(pipeline.checked(source, Persons()))
            done = time.process_time()
        print(
            f"\n{entries} entries: read {read - begun:.1f} s, checked {done - read:.1f} s, {found} findings"
        )
        print("\n| rule | s |\n|---|--:|")
        shown = works(source.publications, source.bibliographies)
        for check in CHECKS:
            begun = time.process_time()
            for _ in check(shown):
                pass
            taken = time.process_time() - begun
            if taken > _SHOWN * (done - read):
                print(f"| {check.__name__.replace('_', '-')} | {taken:.2f} |", flush=True)


if __name__ == "__main__":
    run()
