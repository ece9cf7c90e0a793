"""What ``publist adopt`` finds on real pages, beside what stands on them.

    python -m benchmarks.adopt [FOLDER]

Beside each page of FOLDER stands a JSON file with its works: ``title``, ``authors``, ``year``, ``links``.
Without FOLDER it is ``pages`` of the shared test data (``PUBLIST_TEST_DATA``).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from publist.adopt import adopt
from publist.bibtex import loads
from publist.convert import publications
from publist.publication import Publication
from publist.richtext import plain
from tests.data import SHARED

_INITIALS_LAST = re.compile(r"(\S+(?: \S+)*?) [A-Z.]+")
_ALIKE = 0.95


def bare(text: object) -> str:
    """Letters and digits alone, without accents."""
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(one for one in folded if one.isalnum())


def surname(name: str) -> str:
    """The surname of a name as typed: ``Doe, Jane``, ``Jane Doe`` or ``Doe JA``."""
    name = re.sub(r"[*†‡§¶#^0-9]", "", name).strip()
    if "," in name:
        return bare(name.split(",")[0])
    last = _INITIALS_LAST.fullmatch(name)
    return bare(last[1]) if last else bare((name.split() or [""])[-1])


def address(url: str) -> str:
    """An address to compare by."""
    return re.sub(r"^https?://|/$", "", url)


def likeness(work: Publication, title: str) -> float:
    """How far a work's title is this one, 0 to 1."""
    own = bare(plain(work.item.variables.get("title", "")))
    return SequenceMatcher(None, own, bare(title), autojunk=False).ratio()


def compare(truth: dict[str, Any], works: list[Publication]) -> Counter[str]:
    """What of a page's works was found, and what was not there."""
    counts: Counter[str] = Counter()
    left = list(works)
    for known in truth["works"]:
        best = max(left, key=lambda work: likeness(work, known["title"]), default=None)
        hit = best is not None and likeness(best, known["title"]) >= _ALIKE
        if any(str(mark).startswith("optional") for mark in known.get("marks", [])):
            left = [work for work in left if not (hit and work is best)]
            continue
        counts["works"] += 1
        counts["dated"] += bool(known.get("year"))
        counts["named"] += bool(known.get("authors"))
        counts["linked"] += len(known.get("links", []))
        if hit and best is not None:
            left.remove(best)
            counts += _right(known, best)
    counts["invented"] = len(left)
    return counts


def _right(known: dict[str, Any], work: Publication) -> Counter[str]:
    issued = work.item.dates.get("issued")
    year = str(issued.parts[0][0]) if issued and issued.parts and issued.parts[0] else ""
    names = work.item.names.get("author") or work.item.names.get("editor") or ()
    found = [bare(name.family or plain(name.literal)) for name in names]
    wanted = [surname(name) for name in known.get("authors", []) if bare(name) not in ("etal", "others", "")]
    in_order = len(found) >= len(wanted) > 0 and all(
        one.endswith(other) or other.endswith(one) for one, other in zip(found, wanted, strict=False)
    )
    targets = {address(link.url) for link in work.links}
    return Counter(
        title=1,
        year=int(bool(known.get("year")) and str(known["year"])[:4] == year),
        authors=int(in_order),
        links=sum(address(link["url"]) in targets for link in known.get("links", [])),
    )


def _row(name: str, counts: Counter[str], reported: int) -> str:
    pairs = (("title", "works"), ("year", "dated"), ("authors", "named"), ("links", "linked"))
    shares = [f"{counts[right]} of {counts[all_]}" for right, all_ in pairs]
    return f"| {name} | {' | '.join(shares)} | {counts['invented']} | {reported} |"


def main() -> None:
    """Print the table of the documentation."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "pages"
    total: Counter[str] = Counter()
    reported = 0
    print("| page | titles | years | author lists | links | invented | reported |")
    print("|---|---|---|---|---|---|---|")
    for path in sorted(folder.glob("*.json")):
        page = next(one for one in folder.glob(f"{path.stem}.*") if one.suffix != ".json")
        found = adopt(page)
        works, _ = publications(loads(found.text))
        counts = compare(json.loads(path.read_text(encoding="utf-8")), works)
        doubts = sum(problem.rule.severity != "info" for problem in found.problems)
        print(_row(page.name, counts, doubts))
        total += counts
        reported += doubts
    print(_row("all", total, reported))


if __name__ == "__main__":
    main()
