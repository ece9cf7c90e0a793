"""Pages typed by hand in layouts that differ.  The oracle beside each is what a reader finds on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publist.adopt import adopt
from publist.bibtex import loads
from publist.convert import publications
from publist.richtext import plain
from publist.url import same_target

FOLDER = Path(__file__).parent / "typed"
PAGES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def _surname(name: str) -> str:
    family = name.split(",")[0] if "," in name else name.split()[-1]
    return family.split()[-1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_work_of_a_typed_page(page: Path) -> None:
    wanted = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    works, _ = publications(loads(adopt(page).text))
    found = {}
    for work in works:
        issued = work.item.dates.get("issued")
        people = work.item.names.get("author", ())
        found[plain(work.item.variables["title"]).rstrip("?")] = (
            str(issued.year) if issued else "",
            [plain(one.family or one.literal).split()[-1] for one in people if not one.others],
            {same_target(link.url) for link in work.links},
        )
    assert found.keys() == {work["title"].rstrip("?") for work in wanted}
    for work in wanted:
        year, surnames, links = found[work["title"].rstrip("?")]
        assert year == work["year"]
        assert surnames == [_surname(name) for name in work["authors"]]
        assert {same_target(url) for url in work["links"]} <= links
