"""How many messages a person gets to read: ``python -m benchmarks.messages [FILE.bib …]``.

Each file is rendered in the default style twice, for nobody and for its most frequent author.  For each rule
it prints how many problems there are, and at the end how many lines are printed for 100 entries.
Without files it takes those of ``bibtex/corpus`` in the shared data.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from publist import pipeline
from publist.problems import Problem, lines
from publist.publication import Publication
from publist.settings.look import options_for
from publist.settings.project import Project
from tests.data import SHARED


def owner_of(publications: Sequence[Publication]) -> str:
    """The author who stands in most entries, e.g. ``Wenqi Shao``; "" if there is none."""
    names = Counter(
        name.text
        for publication in publications
        for name in publication.item.names.get("author", ())
        if name.given and name.family
    )
    return names.most_common(1)[0][0] if names else ""


def problems_of(source: pipeline.Loaded, owner: str) -> list[Problem]:
    """What is said when the file is rendered for this owner, "" for nobody."""
    options = options_for({}, Project(), [owner] if owner else [])
    copy = source._replace(publications=list(source.publications), problems=list(source.problems))
    return list(pipeline.render(copy, options).problems)


def main(paths: Sequence[Path]) -> None:
    """Count and print."""
    sources = [pipeline.read([path]) for path in paths]
    entries = sum(source.present for source in sources)
    print(f"{len(paths)} files, {entries} entries")
    for owned in (False, True):
        problems: list[Problem] = []
        for source in sources:
            problems += problems_of(source, owner_of(source.publications) if owned else "")
        found = Counter(problem.rule.id for problem in problems)
        said = Counter(line.rpartition("[")[2].rstrip("]") for line in lines(problems))
        print(f"\n{'for the most frequent author' if owned else 'for nobody'}\nproblems  lines")
        for rule, count in found.most_common():
            print(f"{count:8} {said[rule]:6}  {rule}")
        print(f"{found.total():8} {said.total():6}  in all")
        print(f"{100 * found.total() / entries:8.1f} {100 * said.total() / entries:6.1f}  for 100 entries")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted((SHARED / "bibtex" / "corpus").glob("*.bib")))
