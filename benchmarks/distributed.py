"""Citations of many items by Dask, with one worker and with two: time, memory, a worker that is killed.

``python -m benchmarks.distributed ITEMS.json 200000 FOLDER`` makes so many items of a file of CSL-JSON by
repetition and change, in FOLDER, formats them in one process and by one and two workers, and says whether the
text is the same.  Where other programs run, the workers' own time (CPU) says more than the clock.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PART = 5_000
_STYLE = "apa"


def made(base: list[dict[str, object]], count: int) -> Iterator[str]:
    """Items in turn, each with another title and year, as JSON."""
    for number in range(count):
        item = dict(base[number % len(base)])
        item["id"] = f"{item['id']}-{number}"
        item["title"] = f"{item.get('title', 'Untitled')} {number}"
        item["issued"] = {"date-parts": [[1990 + number * 7 % 37]]}
        yield json.dumps(item)


def write(base: list[dict[str, object]], count: int, folder: Path) -> None:
    """The items as Parquet, a file for each part."""
    import pandas as pd

    folder.mkdir(parents=True)
    lines: list[str] = []
    for number, line in enumerate(made(base, count), 1):
        lines.append(line)
        if len(lines) == _PART or number == count:
            pd.DataFrame({"item": lines}).to_parquet(folder / f"{number:09}.parquet")
            lines = []


def in_one_process(folder: Path) -> str:
    """The digest of all citations, by the processor itself."""
    import pandas as pd

    from publist.csl import Processor, Style
    from publist.csl_json import item_from_json
    from publist.csl_json.dialects import as_csl
    from publist.output.facts import as_text

    style, digest = Style.load(_STYLE), hashlib.sha256()
    for path in sorted(folder.glob("*.parquet")):
        items = [item_from_json(as_csl(json.loads(line))) for line in pd.read_parquet(path)["item"]]
        for entry in Processor(style, items, locale="en-US", disambiguate=False, sort=False).bibliography():
            digest.update(as_text(entry.content).strip().encode() + b"\n")
    return digest.hexdigest()


class Run(NamedTuple):
    """Seconds by the clock, seconds of the workers' own, and the peak memory of each worker in MB."""

    clock: float
    cpu: float
    peaks: list[int]


def by_workers(folder: Path, workers: int, target: Path, *, kill: bool = False) -> Run:
    """All citations written as Parquet; with ``kill`` a worker is killed half a minute after the start."""
    import dask.dataframe as dd
    from dask.distributed import Client, LocalCluster

    from publist.distributed import citations

    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        before = sum(client.run(_warm).values())
        frame = citations(dd.read_parquet(folder), _STYLE, "en-US")
        if kill:
            victim = next(iter(client.run(os.getpid).values()))
            threading.Timer(30, os.kill, (victim, signal.SIGKILL)).start()
        start = time.perf_counter()
        frame.to_parquet(target, overwrite=True)
        clock = time.perf_counter() - start
        after = sum(client.run(time.process_time).values())
        return Run(clock, after - before, [round(value / 1024) for value in client.run(_peak).values()])


def _warm() -> float:
    import publist.distributed  # noqa: F401 - so that its import is not counted

    return time.process_time()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def digest(folder: Path) -> str:
    """The digest of the citations that were written."""
    import dask.dataframe as dd

    found, frame = hashlib.sha256(), dd.read_parquet(folder)
    for part in frame.partitions:
        for text in part.compute(scheduler="sync")[_STYLE]:
            found.update(text.encode() + b"\n")
    return found.hexdigest()


def main() -> None:
    """Measure, and print a line for each run."""
    source, count, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    write(json.loads(source.read_text(encoding="utf-8")), count, folder / "items")
    start, cpu = time.perf_counter(), time.process_time()
    one = in_one_process(folder / "items")
    clock, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{count:,} items in one process: {clock:.0f} s, {cpu:.0f} s CPU", flush=True)
    for workers, kill in ((1, False), (2, False), (2, True)):
        target = folder / f"cited-{workers}-{kill}"
        run = by_workers(folder / "items", workers, target, kill=kill)
        same = "the same text" if digest(target) == one else "OTHER TEXT"
        said = f"{workers} workers{', one killed' if kill else ''}: {run.clock:.0f} s, {run.cpu:.0f} s CPU"
        print(f"{said}, {count / run.clock:.0f} items/s, {same}, peaks {run.peaks} MB", flush=True)


if __name__ == "__main__":
    main()
