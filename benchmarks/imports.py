"""What ``publist import`` finds in real exports, beside what stands in them.

    python -m benchmarks.imports [FOLDER]

Beside each export ``NN_…`` of FOLDER stands ``NN.json`` with its works: ``title``, ``year``, ``doi`` and
``first_author_family``.  Without FOLDER it is ``exports`` of the shared test data (``PUBLIST_TEST_DATA``).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.adopt import bare, likeness
from publist.bibtex import loads
from publist.convert import publications
from publist.publication import Publication
from publist.richtext import plain
from publist.sources import imported
from tests.data import SHARED

_ALIKE = 0.95


def compare(truth: dict[str, Any], works: list[Publication]) -> Counter[str]:
    """What of a file's works was found, and what was not there."""
    counts: Counter[str] = Counter()
    left = list(works)
    for known in truth["works"]:
        titles = [str(title) for title in (known["title"], *known.get("title_alt", ())) if title]
        counts.update(works=1, dated=int(known["year"] is not None), numbered=int(known["doi"] is not None))
        counts["named"] += known["first_author_family"] is not None
        found = ((likeness(work, title), -place) for place, work in enumerate(left) for title in titles)
        alike, place = max(found, default=(0.0, 0))
        if alike >= _ALIKE:
            best = left[-place]
            left.remove(best)
            counts += _right(known, best)
    counts["invented"] = max(0, len(works) - len(truth["works"]))
    return counts


def _any_of(known: dict[str, Any], field: str) -> set[str]:
    return {str(one).casefold() for one in (known[field], *known.get(f"{field}_alt", ())) if one is not None}


def _right(known: dict[str, Any], work: Publication) -> Counter[str]:
    issued = work.item.dates.get("issued")
    name = next((names[0] for role in ("author", "editor") if (names := work.item.names.get(role))), None)
    family = bare(plain(name.literal) or f"{name.non_dropping_particle}{plain(name.family)}") if name else "?"
    doi = plain(work.item.variables.get("DOI", "")).casefold()
    wanted = [bare(one) for one in _any_of(known, "first_author_family")]
    return Counter(
        title=1,
        year=int(known["year"] is not None and str(issued.year if issued else "") in _any_of(known, "year")),
        doi=int(known["doi"] is not None and doi in _any_of(known, "doi")),
        author=int(
            known["first_author_family"] is not None
            and any(family.endswith(one) or one.endswith(family) for one in wanted)
        ),
    )


def _row(name: str, counts: Counter[str], reported: int) -> str:
    pairs = (("title", "works"), ("year", "dated"), ("doi", "numbered"), ("author", "named"))
    shares = [f"{counts[right]} of {counts[all_]}" for right, all_ in pairs]
    return f"| {name} | {' | '.join(shares)} | {counts['invented']} | {reported} |"


def main() -> None:
    """Print the table of the documentation."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "exports"
    total: Counter[str] = Counter()
    reported = 0
    print("| export | titles | years | DOIs | first authors | invented | reported |")
    print("|---|---|---|---|---|---|---|")
    for path in sorted(folder.glob("[0-9][0-9].json")):
        source = next(folder.glob(f"{path.stem}_*"))
        found = imported([source])
        works, _ = publications(loads(found.text))
        counts = compare(json.loads(path.read_text(encoding="utf-8")), works)
        doubts = sum(problem.rule.severity != "info" for problem in found.problems)
        print(_row(source.name, counts, doubts))
        total += counts
        reported += doubts
    print(_row("all", total, reported))


if __name__ == "__main__":
    main()
