"""The publications page: how long it takes to build, how large it is, and how soon a keystroke is answered.

    python -m benchmarks.page [THEME]

Lists of 30, 300 and 3,000 entries of real bibliographies, or of bib/ where the shared test data is not.  A
keystroke is timed in headless Chromium, from the event to the end of layout: eleven words typed letter by
letter, five times over; of each keystroke the best counts, since others use the machine.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from benchmarks.render import ROOT, SHARED, cost
from publist import bibtex
from tests.browsing import browser

SIZES = (30, 300, 3_000)
WORDS = "learning system robust data model vision müller analysis 2019 journal nothingatall"
_TYPING = """
const [words, done] = arguments;
(async () => {
  const wait = time => new Promise(resolve => setTimeout(resolve, time));
  const last = [...document.querySelectorAll(".publist-entry")].at(-1);
  while (!last.querySelector(".publist-copy")) await wait(20);
  await wait(300);
  const field = document.querySelector("[name=q]"), best = {};
  for (let round = 0; round < 5; round++) {
    for (const word of words.split(" ")) {
      for (let end = 1; end <= word.length; end++) {
        const typed = field.value = word.slice(0, end);
        const start = performance.now();
        field.dispatchEvent(new Event("input", {bubbles: true}));
        document.body.offsetHeight;
        best[typed] = Math.min(best[typed] ?? Infinity, performance.now() - start);
        await wait(5);
      }
    }
  }
  const times = Object.values(best);
  times.sort((a, b) => a - b);
  done([times[times.length >> 1], times.at(-1)]);
})();
"""


def bibliography(size: int) -> str:
    """So many entries, each with a key of its own, from files in turn."""
    folder = SHARED / "bibtex" / "corpus"
    files = sorted((folder if folder.is_dir() else ROOT / "bib").glob("*.bib"))
    found: list[bibtex.Entry] = []
    for file in files:
        found += bibtex.load(file).entries
    step = max(len(found) // size, 1)
    chosen = islice(cycle(found[::step]), size)
    return "\n\n".join(_entry(entry, number) for number, entry in enumerate(chosen))


def _entry(entry: bibtex.Entry, number: int) -> str:
    fields = ",\n".join(f"  {name} = {{{field.value}}}" for name, field in entry.fields.items())
    return f"@{entry.type}{{key{number},\n{fields}\n}}"


def typed(page: Path) -> tuple[float, float]:
    """The median and the slowest answer to a keystroke in ms."""
    with browser() as driver:
        driver.get(page.as_uri())
        median, slowest = driver.execute_async_script(_TYPING, WORDS)
    return median, slowest


def main() -> None:
    """Print the table."""
    theme = sys.argv[1] if len(sys.argv) > 1 else "plain"
    print("| entries | build | page | an entry | keystroke, median | slowest |\n|---|---|---|---|---|---|")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            source, page = Path(folder, "many.bib"), Path(folder, "page.html")
            source.write_text(bibliography(size), encoding="utf-8")
            command = [sys.executable, "-m", "publist", "render", str(source), "-o", str(page)]
            built = cost([*command, "--format", "page", "--theme", theme])
            text = page.read_text(encoding="utf-8")
            count, length = text.count('<li class="publist-entry'), len(text.encode("utf-8"))
            median, slowest = typed(page)
        print(
            f"| {count:,} | {built} | {length / 1000:,.0f} kB | {length / count:,.0f} B"
            f" | {median:.1f} ms | {slowest:.1f} ms |"
        )


if __name__ == "__main__":
    main()
