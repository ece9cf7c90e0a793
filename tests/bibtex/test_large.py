"""Files far larger than any bibliography end in seconds, with a problem where something is given up."""

from __future__ import annotations

import time

import pytest

from publist.bibtex import loads
from publist.convert import publications

pytestmark = pytest.mark.long

# Generous: on an idle machine each takes under ten seconds.
LIMIT = 60.0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("@article{a,\n title = " + "{" * 100_000, "unbalanced-braces"),
        ("@article{a,\n title = {" + "{" * 100_000 + "x" + "}" * 100_000 + "}}", "too-complex"),
        ("@article{a,\n title = {" + "word " * 2_000_000 + "}}", ""),
        ("@article{a,\n title = {" + r"\foo{x} $a$ " * 900_000 + "}}", "too-complex"),
        ("@article{a,\n author = {" + " and ".join(f"Doe{n}, J." for n in range(20_000)) + "}}", ""),
        (
            "@article{a,\n author = {" + ", ".join(f"J. Doe{n}" for n in range(20_000)) + "}}",
            "name-separator",
        ),
        ("@book{a,title={T}}\n" * 20_000, "duplicate-key"),
    ],
    ids=["open braces", "nested braces", "long title", "long TeX", "authors", "commas", "keys"],
)
def test_a_pathological_file_ends_in_seconds(text: str, rule: str) -> None:
    start = time.perf_counter()
    read = loads(text)
    found, problems = publications(read)
    assert time.perf_counter() - start < LIMIT
    assert len(found) == read.present
    rules = {problem.rule.id for problem in [*read.problems, *problems]}
    assert not rule or rule in rules
