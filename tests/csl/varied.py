"""Items unlike each other: every kind of name, date, number and markup, and most types."""

from __future__ import annotations

from typing import Any

from publist.item import ITEM_TYPES

AUTHORS = [
    {"family": "Doe", "given": "Jane Mary"},
    {"family": "van der Vlist", "given": "Eric"},
    {"family": "Martinière", "given": "Gérard de la", "suffix": "Jr."},
    {"literal": "The “World” Bank & Co."},
    {"family": "王", "given": "小明"},
    {"family": "Jean-Baptiste", "given": "J.-P."},
    {"family": "حسن", "given": "طه"},
]
DATES: list[dict[str, Any]] = [
    {"date-parts": [[2024, 2, 29]]},
    {"date-parts": [[2023, 12]]},
    {"date-parts": [[2022]]},
    {"date-parts": [[2021, 1, 1], [2021, 1, 3]]},
    {"date-parts": [[2019, 12, 30], [2020, 1, 2]]},
    {"date-parts": [[1999], [0]]},
    {"date-parts": [[-43, 3, 15]]},
    {"date-parts": [[79]], "circa": True},
    {"date-parts": [[2000]], "season": 2},
    {"date-parts": [[1999, 21], [2001, 22]]},
    {"literal": "in press"},
    {"date-parts": []},
    {},
]
PAGES = ["1", "101-108", "e1234", "S12–S14", "iv-xi", "1-3, 5 & 7", "12\\-3", "A-B", "3:1–3:18", ""]
TITLES = [
    "On the <i>E. coli</i> story: “quoted 'inner' text”?",
    'The title of H<sub>2</sub>O & <span class="nocase">pH</span> <tags',
    "Über die Größe",
    "題名",
    "!",
    "A <b>bold <i>mix",
]


def varied() -> list[dict[str, Any]]:
    """Some forty items, the same each time."""
    return [_item(number, kind) for number, kind in enumerate([*sorted(ITEM_TYPES), "", "unheard-of"])]


def few() -> list[dict[str, Any]]:
    """Twenty of them, with the types that every style knows."""
    common = ("article-journal", "book", "chapter", "paper-conference")
    items = varied()
    known = [item for item in items if item["type"] in common]
    return known + [item for item in items[::3] if item not in known][: 20 - len(known)]


def _item(number: int, kind: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"item-{number}",
        "type": kind,
        "title": TITLES[number % len(TITLES)],
        "container-title": "Proceedings of the Society",
        "container-title-short": "Proc. Soc.",
        "publisher": "Press, Inc.",
        "publisher-place": "Reykjavík",
        "volume": str(number),
        "issue": "3-4" if number % 2 else "Suppl 1",
        "edition": "2" if number % 2 else "2nd rev. ed.",
        "number": f"TR-{number}",
        "page": PAGES[number % len(PAGES)],
        "issued": DATES[number % len(DATES)],
        "DOI": "10.1000/182",
        "URL": "https://example.org/a?b=c&d=e",
        "accessed": DATES[0],
        "language": "de" if number % 3 else "en-GB",
        "genre": "PhD thesis",
        "event-title": "Conference on X",
    }
    names = AUTHORS[: number % (len(AUTHORS) + 1)]
    if names:
        item["author"] = names
    if number % 3 == 0:
        item["editor"] = AUTHORS[2:4]
        item["translator"] = AUTHORS[2:4] if number % 2 else AUTHORS[:1]
    # Every fourth item has next to nothing.
    return {key: item[key] for key in ("id", "type", "title")} if number % 4 == 3 else item
