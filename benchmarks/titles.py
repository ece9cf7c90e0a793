"""How many titles come out in the sentence case that is wanted: publist, pandoc and as they are typed.

    python -m benchmarks.titles

Needs the shared test data and pandoc (the extra ``bench``).  Each program gets one bibliography of all
titles; prints the count of each, with the time that publist takes for a title.
"""

from __future__ import annotations

import json
import re
import sys
import time
from typing import NamedTuple

from publist.bibtex.latex import decode
from publist.richtext import Text, plain
from publist.titles import Evidence, sentence
from tests.data import shared


class Case(NamedTuple):
    """A title as it stands in a BibTeX file, without its markup, and the forms that are right."""

    raw: str
    typed: str
    right: frozenset[str]


def cases() -> list[Case]:
    """The titles of the shared data."""
    listed = json.loads(shared("bibtex", "titles.json").read_text(encoding="utf-8"))
    return [
        Case(case["raw"], case["typed"], frozenset(map(folded, [case["sentence"], *case["alt"]])))
        for case in listed
    ]


def folded(title: str) -> str:
    """What is compared: straight apostrophes, single blanks."""
    return re.sub(r"\s+", " ", title.replace("’", "'").replace("‘", "'")).strip()


def publist(listed: list[Case]) -> list[str]:
    """The titles as publist prints them in sentence case."""
    titles: list[Text] = [decode(case.raw, keep_case=True).text for case in listed]
    evidence = Evidence.of(titles)
    return [plain(sentence(title, "", evidence)) for title in titles]


def pandoc(listed: list[Case]) -> list[str]:
    """The titles as pandoc writes them to CSL-JSON."""
    import pypandoc

    bibliography = "".join(
        f"@misc{{k{number}, title = {{{case.raw}}}}}\n" for number, case in enumerate(listed)
    )
    items = json.loads(pypandoc.convert_text(bibliography, "csljson", format="bibtex"))
    found = {item["id"]: re.sub(r"<[^>]*>", "", item.get("title", "")) for item in items}
    return [found.get(f"k{number}", "") for number in range(len(listed))]


def right(listed: list[Case], titles: list[str]) -> int:
    """How many titles are as wanted."""
    return sum(folded(title) in case.right for case, title in zip(listed, titles, strict=True))


def main() -> int:
    """Print the table."""
    listed = cases()
    ways = {"publist": publist(listed), "pandoc": pandoc(listed), "as typed": [case.typed for case in listed]}
    for name, titles in ways.items():
        count = right(listed, titles)
        print(f"{name:10} {count:4} of {len(listed)}  {100 * count / len(listed):5.1f} %")
    decoded = [decode(case.raw, keep_case=True).text for case in listed]
    evidence = Evidence.of(decoded)
    start = time.process_time()
    for title in decoded * 20:
        sentence(title, "", evidence)
    print(f"{(time.process_time() - start) / len(decoded) / 20 * 1e6:.0f} µs a title")
    return 0


if __name__ == "__main__":
    sys.exit(main())
