"""One page for each publication.  The front matter's keys are those of the sites' own examples."""

from __future__ import annotations

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
    return ListEntry(Publication(item, key, links=links, **rest), 1, ("W. Shao. ", "<On x>."))  # type: ignore[arg-type]


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
