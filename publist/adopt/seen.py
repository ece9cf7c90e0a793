"""What stands on a page, for a comparison: its works, the papers of its news, its text."""

from __future__ import annotations

from pathlib import Path

from publist.adopt import news, source, works
from publist.records import NamedTuple


class SeenWork(NamedTuple):
    """A work of the page's list, e.g. ``SeenWork("On whales", ("https://…",), 12)``."""

    title: str
    urls: tuple[str, ...]
    line: int


class SeenName(NamedTuple):
    """A paper that the news announce, e.g. ``SeenName(…, "SFDA", "ECCV 2022", 96)``."""

    announced: news.Announced
    label: str
    venue: str
    line: int

    def is_of(self, titles: tuple[str, ...], urls: tuple[str, ...]) -> bool:
        """Whether it is a publication with these titles and addresses."""
        return any(news.is_of(self.announced, title, urls) for title in titles)


class SeenPage(NamedTuple):
    """A page; ``text`` is all its text, ``file`` its path as it was given."""

    file: str
    works: tuple[SeenWork, ...]
    announced: tuple[SeenName, ...]
    text: str


def seen(path: Path) -> SeenPage:
    """Read a page.  Raises InputError for a file that is none."""
    page = source.read(path)
    found = works.adopted(page)
    return SeenPage(
        str(path),
        tuple(SeenWork(one.title, tuple(news.addresses(one)), one.item.line) for one in found.works),
        tuple(
            SeenName(one, one.nickname, f"{one.venue} {one.year}".strip(), one.line)
            for one in news.announced(found.passed)
        ),
        page.body.text,
    )
