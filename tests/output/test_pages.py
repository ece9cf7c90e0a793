"""One page for each publication.  The front matter's keys are those of the sites' own examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publist.item import Date, Item, Name
from publist.listing import ListEntry
from publist.output.pages import MARK, Site, pages
from publist.publication import Link, Publication

yaml = pytest.importorskip("yaml")


def entry(key: str = "shao2022", **rest: object) -> ListEntry:
    item = Item(
        key,
        "paper-conference",
        {
            "title": 'On "x": a --- #1',
            "container-title": "Conf. on *X*",
            "abstract": "We *do*.",
            "DOI": "10.1/x",
        },
        {"author": (Name("Shao", "W."), Name("Luo", "Ping"))},
        {"issued": Date(((2022, 5),))},
    )
    links = (Link("paper", "Paper", "https://x.org/p"), Link("code", "Code", "https://x.org/c"))
    return ListEntry(Publication(item, key, links=links, **rest), 1, ("W. Shao. ", "<On x>."))  # type: ignore[arg-type]  # parts of any kind, by name


def front_matter(text: str) -> dict[str, object]:
    start, matter, _ = text.split("---\n", 2)
    assert start == ""
    assert MARK in matter
    return dict(yaml.safe_load(matter))


def test_academicpages() -> None:
    (text,) = pages([entry()], "academicpages").values()
    assert front_matter(text) == {
        "title": "On &quot;x&quot;: a --- #1", "collection": "publications", "category": "conferences",
        "permalink": "/publication/shao2022", "date": "2022-05-01", "venue": "Conf. on &#42;X&#42;",
        "paperurl": "https://x.org/p", "citation": "W. Shao. &lt;On x&gt;.",
    }  # fmt: skip
    assert text.endswith("---\n\nWe \\*do\\*.\n")


def test_hugo() -> None:
    written = pages([entry(selected=True, keywords=("a",))], "hugo")
    matter = front_matter(written["shao2022/index.md"])
    assert matter["authors"] == ["W. Shao", "Ping Luo"]
    assert matter["publication_types"] == ["paper-conference"]
    assert matter["url_code"] == "https://x.org/c"
    assert matter["links"] == [{"name": "Paper", "url": "https://x.org/p"}]
    assert matter["featured"] is True
    assert str(matter["date"]).startswith("2022-05-01")


def test_astro() -> None:
    matter = front_matter(pages([entry()], "astro")["shao2022.md"])
    assert matter["year"] == 2022
    assert matter["selected"] is False
    assert matter["links"] == [
        {"label": "Paper", "url": "https://x.org/p"}, {"label": "Code", "url": "https://x.org/c"},
    ]  # fmt: skip


@pytest.mark.parametrize("site", ["academicpages", "hugo", "astro"])
def test_file_names_are_safe_and_unique(site: Site) -> None:
    keys = ["../../etc/passwd", "a/b:c", "A-b-c", "Müller", "张", "a b\n"]
    names = [name.removesuffix("/index.md").removesuffix(".md") for name in pages(map(entry, keys), site)]
    assert names == ["etc-passwd", "a-b-c", "A-b-c-2", "Muller", "publication", "a-b"]


@pytest.mark.parametrize("site", ["academicpages", "hugo", "astro"])
def test_every_key_has_a_file_that_every_system_takes(site: Site, tmp_path: Path) -> None:
    # Source: Microsoft's "Naming Files, Paths, and Namespaces"; Hugo's page bundles; POSIX NAME_MAX.
    keys = [
        "a" * 252, "a" * 300, "CON", "nul", "com1", "LPT9", "_index", "index", "_draft", "x.", "x..", "X",
        "K\u00f6ln", "Ko\u0308ln", "koln", "...", "-", "\u00b2", "..", "a/../../b", "a\\b", "a\x00b",
    ]  # fmt: skip
    written = pages(map(entry, keys), site)
    assert len({name.lower() for name in written}) == len(keys)
    for name, text in written.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        first = name.split("/")[0].removesuffix(".md")
        assert re.fullmatch(r"[A-Za-z0-9][\w-]*", first, re.ASCII)
        assert len(first) < 200
        assert first.lower() not in ("con", "nul", "com1", "lpt9", "index")
