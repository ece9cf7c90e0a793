"""``python -m tests.csl_suite DIR``: run the fixtures of a folder and count.

usage: python -m tests.csl_suite DIR [--show NAME ...] [--mode MODE] [--only WORD]

Prints passes by mode and category, the names of the failures, and ``N passed, N failed``.
``--show`` prints what a fixture wants and what it gets instead.
"""

from __future__ import annotations

import argparse
import traceback
from collections import Counter
from pathlib import Path

from tests.csl_suite.fixture import Fixture, read_all
from tests.csl_suite.run import got


def outcome(fixture: Fixture) -> str:
    """What publist gives; an exception is an outcome like any other wrong text."""
    try:
        return got(fixture).strip()
    except Exception as error:  # noqa: BLE001 - any failure of the engine is the fixture's
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.csl_suite", description="Run CSL suite fixtures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", nargs="+", default=[], metavar="NAME", help="print wanted and got")
    parser.add_argument("--mode", help="only fixtures of this mode")
    parser.add_argument("--only", default="", metavar="WORD", help="only fixtures with this in the name")
    args = parser.parse_args()
    if not args.folder.is_dir():
        parser.error(f"{args.folder} is no folder")
    fixtures = [
        fixture
        for fixture in read_all(args.folder)
        if args.only in fixture.name and args.mode in (None, fixture.mode)
    ]
    if args.show:
        for fixture in fixtures:
            if fixture.name in args.show or args.show == ["all"]:
                show(fixture)
        return 0
    passed = [fixture for fixture in fixtures if outcome(fixture) == fixture.want]
    report(fixtures, passed)
    return 0


def show(fixture: Fixture) -> None:
    result = outcome(fixture)
    state = "passed" if result == fixture.want else "FAILED"
    print(f"== {fixture.name} ({fixture.mode}): {state}\nwant {fixture.want}\ngot  {result}\n")


def report(fixtures: list[Fixture], passed: list[Fixture]) -> None:
    for title in ("mode", "category"):
        total = Counter(getattr(fixture, title) for fixture in fixtures)
        good = Counter(getattr(fixture, title) for fixture in passed)
        print(f"by {title}:")
        for name, count in sorted(total.items()):
            print(f"  {name:24}{good[name]:4} of {count:4}")
    names = {fixture.name for fixture in passed}
    failed = [fixture.name for fixture in fixtures if fixture.name not in names]
    if failed:
        print("failed:")
        for name in failed:
            print(f"  {name}")
    print(f"{len(passed)} passed, {len(failed)} failed")


if __name__ == "__main__":
    raise SystemExit(main())
