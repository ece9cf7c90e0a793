"""``python -m tests.bibtex_suite DIR``: hold the reader against a folder of real and broken BibTeX.

usage: python -m tests.bibtex_suite DIR [--show]

DIR has any of ``corpus/``, ``messy/``, ``broken.json``, ``latex.json``, ``names.json`` and
``to-csl-cases.json``.  Prints a line of figures for each, the failures with their reasons where they are
meant (``known.py``), and ``N passed, N failed``.  ``--show`` prints what each failure wants and gets.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bibtex_suite import files, values
from tests.bibtex_suite.check import Check
from tests.bibtex_suite.known import reason

# part of the folder -> (what its checks are, the checks)
PARTS: dict[str, tuple[str, Callable[[Path], Iterator[Check]]]] = {
    "corpus": ("real files: entries counted, refusals reported, bytes written back", files.bibliographies),
    "messy": ("broken files, the same", files.bibliographies),
    "broken.json": ("broken snippets: entries counted, the one behind read", files.snippets),
    "latex.json": ("LaTeX values", values.latex_values),
    "names.json": ("names", values.author_names),
    "to-csl-cases.json": ("variables of items", values.csl_fields),
}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bibtex_suite", description="Check the BibTeX reader."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what each failure wants and gets")
    args = parser.parse_args()
    if not args.folder.is_dir():
        parser.error(f"{args.folder} is no folder")
    passed, failures = 0, []
    for part, (title, checks) in PARTS.items():
        path = args.folder / part
        if not path.exists():
            continue
        done = list(checks(path))
        good = sum(check.passed for check in done)
        passed += good
        failures += [(part, check) for check in done if not check.passed]
        print(f"{part:20}{good:6} of {len(done):6} ({good / max(len(done), 1):.2%})  {title}")
    for part, check in failures:
        meant = reason(part, check)
        print(f"failed: {part}: {check.name}" + (f" ({meant})" if meant else ""))
        if args.show:
            print(f"  want {check.want}\n  got  {check.got}")
    print(f"{passed} passed, {len(failures)} failed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
