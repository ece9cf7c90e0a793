"""Files whose size or shape is meant to harm, by name: each function gets a size and gives a file's text.

``tests/hostile/test_generators.py`` runs each over every format; ``python -m benchmarks.hostile`` times them
at 1, 3 and 10 times the size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Generator(NamedTuple):
    """A file made to a size: ``suffix`` is its name's ending, ``size`` one that a test has time for."""

    suffix: str
    size: int
    text: Callable[[int], str]


def _book(value: str, field: str = "title") -> str:
    fields = {"title": "T", "author": "Doe, Jane", "year": "2020"} | {field: value}
    return f"@book{{k, {', '.join(f'{name} = {{{text}}}' for name, text in fields.items())}}}\n"


def _item(value: str) -> str:
    return f'[{{"id": "k", "type": "book", "title": "{value}"}}]'


def _year(value: str) -> str:
    return f'[{{"id": "k", "type": "book", "issued": {{"date-parts": [[{value}]]}}}}]'


def _authors(count: int) -> str:
    return _book(" and ".join(f"Doe{i}, J." for i in range(count)), "author")


def _macros(count: int) -> str:
    lines = [f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, count)]
    entry = f"@book{{k, title = s{count - 1}, year = 2020}}\n"
    return "".join(["@string{s0 = {ten bytes.}}\n", *lines, entry])


def _chain(kind: str, count: int, *, ring: bool) -> str:
    entries = []
    for n in range(count):
        follower = (n + 1) % count if ring else n + 1
        entries.append(f"@inproceedings{{k{n}, title = {{T}}, year = 2020, {kind} = {{k{follower}}}}}\n")
    return "".join(entries)


GENERATORS: dict[str, Generator] = {
    "digits of a year": Generator(".bib", 5_000, lambda n: _book("9" * n, "year")),
    "digits of a date": Generator(".bib", 5_000, lambda n: _book("9" * n + "-01", "date")),
    "digits of a volume": Generator(".bib", 5_000, lambda n: _book("9" * n, "volume")),
    "digits of a month": Generator(".bib", 5_000, lambda n: _book("9" * n, "month")),
    "digits of a day of visit": Generator(".bib", 5_000, lambda n: _book("9" * n + "-01-01", "urldate")),
    "digits of an acceptance": Generator(".bib", 5_000, lambda n: _book("9" * n + "-01", "accepted")),
    "digits of pages": Generator(".bib", 5_000, lambda n: _book("9" * n + "--" + "9" * n, "pages")),
    "digits of an item's year": Generator(".json", 5_000, lambda n: _year("9" * n)),
    "digits of an item's volume": Generator(
        ".json", 5_000, lambda n: f'[{{"id": "k", "type": "book", "title": "T", "volume": {"9" * n}}}]'
    ),
    "doubling macros": Generator(".bib", 40, _macros),
    "a chain of crossref": Generator(".bib", 200, lambda n: _chain("crossref", n, ring=False)),
    "a ring of crossref": Generator(".bib", 200, lambda n: _chain("crossref", n, ring=True)),
    "a chain of xdata": Generator(".bib", 200, lambda n: _chain("xdata", n, ring=False)),
    "a ring of xdata": Generator(".bib", 200, lambda n: _chain("xdata", n, ring=True)),
    "nested tags": Generator(".json", 500, lambda n: _item("<i>" * n + "x" + "</i>" * n)),
    "tags without end": Generator(".json", 10_000, lambda n: _item("<i>" * n)),
    "ends without tags": Generator(".json", 10_000, lambda n: _item("</i>" * n)),
    "nested braces": Generator(".bib", 500, lambda n: _book("{" * n + "x" + "}" * n)),
    "nested commands": Generator(".bib", 500, lambda n: _book(r"\emph{" * n + "x" + "}" * n)),
    "groups in a row": Generator(".bib", 5_000, lambda n: _book("{a} " * n)),
    "apostrophes": Generator(".bib", 2_000, lambda n: _book("don't " * n)),
    "quotes in a row": Generator(".bib", 2_000, lambda n: _book("'a' " * n)),
    "quotes without end": Generator(".bib", 2_000, lambda n: _book("a' b \" " * n)),
    "ties in a row": Generator(".bib", 2_000, lambda n: _book("a" + "~" * n + "b")),
    "commands in a row": Generator(".bib", 500, lambda n: _book(r"\emph{a} " * n)),
    "formulas in a row": Generator(".bib", 500, lambda n: _book("$x_1$ " * n)),
    "authors": Generator(".bib", 500, _authors),
    "open braces": Generator(".bib", 500, lambda n: "@book{k, title = {" * n),
    "fields of one name": Generator(".bib", 500, lambda n: "@book{k" + ", title = {T}" * n + "}"),
    "links": Generator(".bib", 300, lambda n: _book(" ".join(f"https://x.org/{i}" for i in range(n)), "url")),
    "half characters": Generator(".json", 100, lambda n: _item(r"\ud800" * n)),
    "nested arrays": Generator(".json", 5_000, lambda n: "[" * n + "]" * n),
}
